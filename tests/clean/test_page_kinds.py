"""Pages that are built otherwise than today's articles."""

from firsthand.clean import Clean
from firsthand.model import Article, Document

LINES = [
    "The harbour office of Hillford said on Monday that the ferry to the islands will stop in May, after a bad winter.",
    "The company runs four ships between the islands and the coast, and two of them are older than forty years.",
    "Island mayors said that they would go to court, since without the ferry the school of the biggest island closes.",
]


def read(markup: str) -> Article:
    """The article of a page."""
    article = Clean().clean(Document("page", "html", markup))
    assert isinstance(article, Article)
    return article


def parts(article: Article, kind: str) -> list[str]:
    """The texts of one kind of segment."""
    return [article.text[s.start : s.end] for s in article.segments if s.kind == kind]


def test_a_table_page_without_headings_has_the_part_of_its_title_that_stands_alone_as_headline() -> None:
    """The site's name may stand before it."""
    article = read(
        "<html><head><title>Hillford Tribune - Ferry to stop in May</title></head><body bgcolor=white><table><tr><td>"
        "<a href=/>Home</a><br><a href=/news>News</a></td><td><font size=+2><b>Ferry to stop in May</b></font><br>"
        f"<i>By Jane Roe, Staff Writer</i><p>{'<p>'.join(LINES)}<p><hr>Copyright 1998 Hillford Tribune"
        "</td></tr></table>"
    )
    assert article.headline == "Ferry to stop in May"
    assert article.bylines == ("Jane Roe",)
    assert parts(article, "body")[-3:] == LINES


def test_a_page_of_pictures_is_its_captions() -> None:
    """Extraction runs them together into one paragraph."""
    captions = [f"{line} Max Lens/AFP" for line in LINES]
    figures = "".join(f"<figure><img src=1><figcaption>{c}</figcaption></figure>" for c in captions)
    article = read(
        f"<title>In pictures: the last ferry</title><body><h1>In pictures: the last ferry</h1>{figures}</body>"
    )
    assert parts(article, "caption") == captions
    assert not any("AFP" in body for body in parts(article, "body"))


def test_a_picture_s_credit_without_markup_is_no_part_of_the_report() -> None:
    """It would be taken for the text's."""
    article = read(
        f"<title>Ferry to stop</title><body><div><h1>Ferry to stop</h1><p>{'</p><p>'.join(LINES)}</p>"
        "<p>Photo: Max Lens/AFP</p></div></body>"
    )
    assert parts(article, "caption") == ["Photo: Max Lens/AFP"]
    assert parts(article, "body") == LINES


def test_a_chinese_report_is_no_stub() -> None:
    """Its characters say more than letters do."""
    line = "希尔福德港务局周一表示，通往各岛的渡轮将于五月停运，原因是冬季几乎没有乘客，公司每次航行都在亏损。"
    article = read(
        f"<html lang=zh><title>渡轮五月停运</title><body><h1>渡轮五月停运</h1><p>{line * 2}</p><p>{line}</p>"
    )
    assert article.page == "article"


def test_an_outlet_s_name_is_no_opinion_label() -> None:
    """``Tribune`` alone is what half of the papers are called."""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    assert read(f"<title>Tribune</title><body><article><h2>Ferry</h2>{body}</article>").page == "article"
    assert read(f"<title>Tribune : la mer est à tous</title><body><article>{body}</article>").page == "opinion"


def test_a_page_without_head_and_body_tags_is_read() -> None:
    """Parsers then put all of it into the head."""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    head = "<!doctype html><title>Ferry to stop</title><nav><a href=/>Home</a></nav>"
    article = read(f"{head}<article><h1>Ferry to stop</h1>{body}</article>")
    assert parts(article, "headline") == ["Ferry to stop"]
    assert parts(article, "body") == LINES

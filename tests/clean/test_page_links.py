"""Links of a page stand in the rendering where they stood in the page."""

from firsthand.clean import Clean
from firsthand.model import Article, Document

URL = "https://www.harbourpost.example.com/a/1"
LEAD = (
    "The ferry to Hillford will stop in May, the harbour office said on Monday, after a winter in which hardly anybody "
    "had used it and the company lost money on every crossing that it made."
)


def page(*paragraphs: str, foot: str = "") -> Article:
    """A page of paragraphs with markup in them."""
    body = "".join(f"<p>{p}</p>" for p in (LEAD, *paragraphs, LEAD.replace("Monday", "Tuesday")))
    markup = (
        f"<html><head><title>Ferry to stop in May</title></head><body><article><h1>Ferry to stop in May</h1>{body}"
        f"</article>{foot}</body></html>"
    )
    article = Clean().clean(Document("page", "html", markup, url=URL))
    assert isinstance(article, Article)
    return article


def links(article: Article) -> list[tuple[str, str]]:
    """Anchor and target of each link."""
    return [(article.text[k.start : k.end], k.target) for k in article.links]


def test_a_link_keeps_its_anchor_its_target_and_its_place() -> None:
    """The span covers the words of the link in the rendering, blanks folded as the rendering folds them."""
    article = page(
        "The closure was first reported by the <a href='https://tribune.example.org/ferry'>Hillford\n <b>Tribune"
        "</b></a>, "
        "which had seen a letter of the Tribune's own harbour correspondent about it."
    )
    assert links(article) == [("Hillford Tribune", "https://tribune.example.org/ferry")]
    assert article.text[: article.links[0].start].endswith("first reported by the ")


def test_the_same_words_linked_twice_in_a_paragraph_stand_at_their_own_places() -> None:
    """Order in the paragraph tells which is which."""
    article = page(
        "Two papers have it: <a href='https://one.example.org/'>here</a> is what the first of them wrote of the matter"
        ", "
        "and <a href='https://two.example.net/'>here</a> is what the second of them had to say about it."
    )
    assert [target for _, target in links(article)] == ["https://one.example.org/", "https://two.example.net/"]
    assert article.links[0].end < article.links[1].start


def test_links_to_the_page_s_own_site_and_in_its_furniture_are_none() -> None:
    """Menus, share buttons and other reports of the outlet are no evidence of where a report comes from."""
    article = page(
        "The office, which <a href='/harbour'>we reported on</a> in March, did not say what the ships will do instead.",
        foot="<footer><p><a href='https://social.example.net/share'>Share this</a></p></footer>",
    )
    assert not article.links


def test_a_link_in_a_paragraph_that_extraction_cut_in_two_is_found_in_its_piece() -> None:
    """Line breaks make paragraphs of the rendering."""
    article = page(
        "The company runs four ships between the islands and the coast in summer.<br><br>It told the "
        "<a href='https://tribune.example.org/b'>Tribune</a> that all of them will be sold before the year is out."
    )
    assert links(article) == [("Tribune", "https://tribune.example.org/b")]
    assert "told the Tribune that" in article.text[article.links[0].start - 9 : article.links[0].end + 5]


def test_a_link_in_a_comment_is_none_of_the_article_s() -> None:
    """Readers link to anything."""
    foot = (
        "<ol class='commentlist'><li class='comment'><cite class='fn'>Ann</cite><div class='comment-content'><p>See "
        "<a href='https://spam.example.net/'>this page</a> for the truth about the ferry.</p></div></li></ol>"
    )
    article = page(
        "The office did not say what the ships will do instead, and nobody asked about it either.", foot=foot
    )
    assert [c.author for c in article.comments] == ["Ann"]
    assert not article.links

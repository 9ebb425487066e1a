"""Hostile documents, each as small as it can be and still be what it is; at full size ``benchmarks/hostile`` runs them.

Each is read as a file and cleaned: an article comes of it, or a rejection with the reason, what, and how to mend it.
"""

import json
from pathlib import Path
from typing import Literal

import pytest

from firsthand.clean import Clean
from firsthand.clean.page_elsewhere import address
from firsthand.config import CleanConfig
from firsthand.model import Article, Document, Rejected
from firsthand.read import read_inputs
from tests.clean.hostile import ARTICLE, BODY, CASES, FRENCH, JAPANESE, RUSSIAN, Case, page


def clean(content: bytes, name: str, folder: Path) -> Article | Rejected:
    path = folder / name
    path.write_bytes(content)
    (read,) = read_inputs([path])
    return read if isinstance(read, Rejected) else Clean().clean(read)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_document_is_an_article_or_a_rejection_with_its_reason(case: Case, tmp_path: Path) -> None:
    """The detail is one printable line."""
    result = clean(case.make(case.small), f"page{case.file}", tmp_path)
    assert case.outcome == (result.reason if isinstance(result, Rejected) else ARTICLE)
    if isinstance(result, Rejected):
        assert 20 < len(result.detail) <= 200 and result.detail.isprintable()


@pytest.mark.parametrize("case", [c for c in CASES if c.name.startswith("declared")], ids=lambda case: case.name)
def test_a_wrong_charset_does_not_spoil_the_words(case: Case, tmp_path: Path) -> None:
    article = clean(case.make(1), "page.html", tmp_path)
    assert isinstance(article, Article)
    assert any(text.strip() in article.text for text in (FRENCH, JAPANESE, RUSSIAN))


@pytest.mark.parametrize("name", ["billion laughs", "quadratic blow-up", "external entities", "huge numeric entities"])
def test_entities_are_not_expanded_and_nothing_is_fetched(name: str, tmp_path: Path) -> None:
    """The report around them is there, and no more than was written."""
    case = next(c for c in CASES if c.name == name)
    content = case.make(case.small)
    article = clean(content, "page.html", tmp_path)
    assert isinstance(article, Article)
    assert all(line in article.text for line in BODY)
    assert len(article.text) <= len(content)
    assert Path("/etc/hostname").read_text().strip() not in article.text.replace(" ", "\n").splitlines()


def test_a_thread_500_deep_is_read_whole(tmp_path: Path) -> None:
    case = next(c for c in CASES if c.name == "comments 500 deep in text")
    article = clean(case.make(100), "page.txt", tmp_path)
    assert isinstance(article, Article)
    assert [c.depth for c in article.comments] == list(range(100))


def rejected(body: str, head: str = "", url: str | None = None) -> Rejected | None:
    result = Clean().clean(Document("page.html", "html", page(body, head).decode(), url=url))
    return result if isinstance(result, Rejected) else None


NOTICE = "<p>You are being taken to our new page. If nothing happens, follow this link.</p>"
REPORT = "".join(f"<p>{line}</p>" for line in BODY)


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0;url=https://news.example/story", "https://news.example/story"),
        ("0; URL='/story?a=1&b=2'", "https://old.example/story?a=1&b=2"),
        ('5, "story.html"', "https://old.example/a/story.html"),
        (" 0 ; url = //news.example/ä", "https://news.example/%C3%A4"),
    ],
)
def test_a_page_that_only_leads_elsewhere_names_the_other_page(content: str, target: str) -> None:
    """A short notice is no report."""
    quoted = content.replace('"', "&quot;")
    result = rejected(NOTICE, f'<meta http-equiv="REFRESH" content="{quoted}">', "https://old.example/a/page")
    assert result is not None and result.reason == "redirect"
    assert f" {target}:" in result.detail


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="refresh" content="300">',
        '<meta http-equiv="refresh" content="600;url=https://news.example/again">',
        '<noscript><meta http-equiv="refresh" content="0;url=/plain"></noscript>',
    ],
)
def test_a_page_that_loads_itself_again_is_read(head: str) -> None:
    assert rejected(NOTICE, head) is None


def test_a_page_with_a_report_is_read_whatever_it_leads_to() -> None:
    assert rejected(REPORT, '<meta http-equiv="refresh" content="0;url=/next">') is None


def test_a_frameset_names_its_frames_though_it_has_words_for_old_browsers() -> None:
    frames = '<frame src="menu.html"><frame src="story.html"><noframes>Your browser shows no frames.</noframes>'
    markup = f"<html><title>News</title><frameset cols='1,*'>{frames}</frameset></html>"
    result = Clean().clean(Document("page.html", "html", markup, url="https://old.example/"))
    assert isinstance(result, Rejected) and result.reason == "frames"
    assert "https://old.example/menu.html, https://old.example/story.html" in result.detail


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ('<iframe src="https://news.example/story"></iframe>', "frames"),
        ('<iframe src="https://count.example/" width="0" height="0"></iframe>', "no-text"),
        ('<iframe src="https://count.example/" style="display:none"></iframe>', "no-text"),
        ('<noscript><iframe src="https://count.example/"></iframe></noscript>', "no-text"),
        ('<iframe src="about:blank"></iframe>', "no-text"),
    ],
)
def test_only_a_frame_that_a_reader_sees_has_the_text(frame: str, reason: str) -> None:
    result = rejected(frame)
    assert result is not None and result.reason == reason


def test_a_hostile_address_is_shown_short_and_in_ascii() -> None:
    """Nothing in it can turn the line around or end it."""
    shown = address("https://a.example/\u202e\n\x1b[31m<b>" + "x" * 9_999, None)
    assert shown.endswith("…") and shown[:-1].isascii() and shown.isprintable() and len(shown) <= 121
    assert address("https://[broken", "https://a.example") == "https://[broken"


@pytest.mark.parametrize("kind", ["text", "html"])
def test_the_bound_on_length_is_the_users(kind: Literal["text", "html"]) -> None:
    """It counts what a reader sees: a script may be as long as it likes."""
    text = " ".join(BODY) if kind == "text" else f"{page(REPORT).decode()}<script>{'a;' * 9_999}</script>"
    document = Document("page", kind, text)
    assert isinstance(Clean(CleanConfig(max_characters=2_000)).clean(document), Article)
    result = Clean(CleanConfig(max_characters=200)).clean(document)
    assert isinstance(result, Rejected) and result.reason == "too-long"
    assert "max_characters" in result.detail


def test_json_ld_has_no_longer_text_than_the_page_may_have() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(BODY * 100)})
    script = f'<script type="application/ld+json">{data}</script>'
    result = Clean(CleanConfig(max_characters=2_000)).clean(Document("p", "html", page(REPORT, script).decode()))
    assert isinstance(result, Rejected) and result.reason == "too-long"


def test_what_is_too_long_for_an_attribute_is_not_looked_at() -> None:
    """A headline of megabytes is none; the one that the page shows is taken."""
    head = f'<meta property="og:title" content="{"River " * 9_999}">'
    article = Clean().clean(Document("p", "html", page(f"<h1>River floods town</h1>{REPORT}", head).decode()))
    assert isinstance(article, Article) and article.headline == "River floods town"


def test_a_long_script_or_sentence_is_no_tag_of_many_attributes() -> None:
    script = f"<script>for(i=0;i<n;i++) {{{' a = b ;' * 5_000}}}</script>"
    assert rejected(f"{script}{REPORT}<p>1 < 2, said {'the mayor and ' * 3_000}</p>") is None

"""The body is the report whole, and nothing else: no teasers, no notices, nothing that the head says already."""

import pytest
from lxml.html import HtmlElement, fragment_fromstring
from trafilatura.metadata import Document as Extracted

from firsthand.clean import html, page_body, page_prune, page_trim
from firsthand.clean.markup import paragraphs_of, parse
from firsthand.clean.page_body import Block
from firsthand.clean.rendered import Rendered
from firsthand.config import CleanConfig
from firsthand.model import Document

RIVER = "The river rose by two metres on Monday night and closed both bridges of the town, officials said."
MAYOR = "“We have never seen anything like it,” said Mayor Ada Brook, who spent the night in the town hall."
WATER = "The water is expected to fall by Wednesday, and the schools will stay closed until then."


def prepared(markup: str) -> list[str]:
    tree = parse(f"<article><p>{RIVER}</p>{markup}</article>", 1000)
    page_prune.prepare(tree)
    return paragraphs_of(tree)[1:]


@pytest.mark.parametrize(
    "teaser",
    [
        '<p><a href="/x">Ten ways to keep your cellar dry</a></p>',
        '<p><strong>Read more: <a href="/x">Ten ways to keep your cellar dry</a></strong></p>',
        '<p>&gt;&gt; <a href="/x">Ten ways to keep your cellar dry.</a></p>',
        '<h3><a href="/x">Ten ways to keep your cellar dry</a></h3>',
        '<ul><li><a href="/x"><span>Ten ways to keep your cellar dry</span></a></li></ul>',
    ],
)
def test_a_paragraph_that_is_nothing_but_a_link_is_a_teaser(teaser: str) -> None:
    assert prepared(f"{teaser}<p>{MAYOR}</p>") == [MAYOR]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p><a href="/x">The council has decided to close the schools.</a></p>', "The council has decided to close"),
        ('<p>The mayor told <a href="/x">the council of the town</a> of it</p>', "The mayor told"),
        ('<h2><a href="#next">What comes next in Riverton</a></h2>', "What comes next"),
        ('<ul><li><a href="/x">Ada Brook</a></li></ul>', "Ada Brook"),
    ],
)
def test_linked_sentences_names_and_headings_that_link_to_their_own_page_stay(markup: str, text: str) -> None:
    assert prepared(markup)[0].startswith(text)


def test_a_body_cut_in_pieces_for_advertisements_is_put_together() -> None:
    piece = '<div class="grid"><div class="article__body">{}</div></div>'
    tree = parse(f"<main><div>{piece.format(f'<p>{RIVER}</p>')}<div class='ad'>Buy</div>"
                 f"{piece.format(f'<p>{MAYOR}</p><p>{WATER}</p>')}</div></main>", 1000)  # fmt: skip
    page_prune.prepare(tree)
    (whole,) = (e for e in tree.iter("div") if e.get("class") == "article__body" and len(e))
    assert paragraphs_of(whole) == [RIVER, MAYOR, WATER]


def test_bodies_of_several_articles_and_bodies_within_bodies_stay_apart() -> None:
    article = '<article><div class="article-body"><p>{}</p></div></article>'
    nested = (
        f'<div class="article-body"><p>{RIVER}</p><div class="article-body"><p>{MAYOR}</p></div><p>{WATER}</p></div>'
    )
    for markup in (article.format(RIVER) + article.format(MAYOR), nested):
        tree = parse(f"<main>{markup}</main>", 1000)
        before = paragraphs_of(tree)
        page_prune.prepare(tree)
        assert paragraphs_of(tree) == before
        assert all(len(e) for e in tree.iter("div"))


def test_the_vote_is_asked_only_where_the_first_rules_find_little_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    found = {True: "<p>Menu</p>", False: f"<p>{RIVER}</p>"}

    def extraction(_: HtmlElement, *, fast: bool, **__: object) -> Extracted:
        asked.append(fast)
        document = Extracted()
        document.body = fragment_fromstring(found[fast], create_parent="body")
        return document

    monkeypatch.setattr(page_body, "bare_extraction", extraction)
    assert [b.text for b in page_body.blocks(parse("<p>x</p>", 100), None)] == [RIVER]
    found[True] = f"<p>{RIVER}</p>" * 8
    assert len(page_body.blocks(parse("<p>x</p>", 100), None)) == 8
    assert asked == [True, False, True]


def trimmed(*texts: str, headline: str = "River floods town", authors: tuple[str, ...] = ("Jane Roe",)) -> list[Block]:
    return page_trim.trim([Block("body", text) for text in texts], headline, authors)


@pytest.mark.parametrize(
    "line", ["River floods town", "Riverton: River floods town", "4 May 2021", "By Jane Roe", "Jane Roe, Riverton"]
)
def test_what_the_head_says_is_not_said_again_above_the_report(line: str) -> None:
    assert trimmed(line, RIVER, MAYOR) == [Block("body", RIVER), Block("body", MAYOR)]


def test_a_byline_that_names_somebody_else_stays_as_byline() -> None:
    assert trimmed("By Reuters", RIVER)[0] == Block("byline", "By Reuters")


def test_the_same_lines_below_the_first_paragraph_stay() -> None:
    assert [b.text for b in trimmed(RIVER, "River floods town", MAYOR)] == [RIVER, "River floods town", MAYOR]


def test_a_notice_stays_as_what_it_is_since_it_may_name_the_owner() -> None:
    notice = "© 2021 The Associated Press. All rights reserved."
    assert trimmed(RIVER, notice) == [Block("body", RIVER), Block("boilerplate", notice)]


def test_words_in_angle_brackets_are_no_markup_here() -> None:
    assert trimmed(RIVER, "<The Flood>")[1].kind == "body"


def test_a_list_of_other_reports_behind_the_last_sentence_is_cut() -> None:
    assert trimmed(RIVER, MAYOR, "DON'T MISS", "Ten ways to keep your cellar dry [VIDEO]") == trimmed(RIVER, MAYOR)
    assert trimmed(RIVER, "Related stories", "Ten ways", MAYOR)[-1] == Block("body", MAYOR)


def test_something_is_always_left() -> None:
    assert trimmed("Subscribe now") == [Block("body", "Subscribe now")]


def test_an_unmarked_byline_at_the_top_names_the_authors() -> None:
    body = [Block("subheading", "Flood"), Block("body", "By Jane Roe and John Doe"), Block("body", RIVER)]
    assert page_trim.authors(body) == ("Jane Roe", "John Doe")
    assert page_trim.authors([Block("body", RIVER)]) == ()


def test_a_page_of_nothing_but_links_still_shows_them() -> None:
    link = '<li><a href="/x">Ten ways to keep your cellar dry</a></li>'
    page = html.render(Document("index.html", "html", f"<ul>{link * 3}</ul>"), CleanConfig())
    assert isinstance(page, Rendered)
    assert "Ten ways to keep your cellar dry" in page.text

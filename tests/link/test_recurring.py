"""A paragraph that recurs on pages which share nothing else is no part of any of them."""

from collections.abc import Sequence

from firsthand.engine import shuffle
from firsthand.link.recurring import PAGES_OF_ONE, recurrences, without
from firsthand.model import Annotation, Article, Recurrence
from tests.factories import annotation, article, quotation

NOTICE = "Our newsroom's hotline is open day and night."
EVENTS = [
    "A barn burned down in Orrin.",
    "The school of Lind has a new roof.",
    "Two trams touched at the harbour bridge.",
    "Bakers in Halden want dearer bread.",
    "A choir from the valley won a prize.",
    "Snow closed the pass for the ninth day.",
    "The mayor's dog was found on a ferry.",
]


def found(articles: Sequence[Article], *notes: Annotation) -> list[Recurrence]:
    return recurrences(articles, {n.article: n for n in notes}, shuffle)


def pages(count: int, *, publisher: str = "Halden Courier", notice: str = NOTICE) -> list[Article]:
    return [
        article(f"p{k}", EVENTS[k], f"Nobody knows more of case {k}.", notice, publisher=publisher)
        for k in range(count)
    ]


def test_a_notice_on_five_unlike_pages_of_one_outlet_is_boilerplate() -> None:
    """It is found on every page, with its place."""
    articles = pages(PAGES_OF_ONE)
    places = found(articles)
    assert [r.article for r in places] == [a.id for a in articles]
    assert {a.text[r.start : r.end] for a, r in zip(articles, places, strict=True)} == {NOTICE}


def test_fewer_pages_tell_nothing() -> None:
    """Four could be chance."""
    assert found(pages(PAGES_OF_ONE - 1)) == []


def test_reprints_of_one_report_are_not_boilerplate() -> None:
    """Pages that share everything carry one text."""
    assert found([article(f"p{k}", *EVENTS, publisher="Halden Courier") for k in range(9)]) == []


def test_what_somebody_said_is_not_boilerplate() -> None:
    """A sentence quoted on many pages is repeated for what it says."""
    articles = pages(6, notice="“Nobody will sell the marsh to anyone,” Ilse Marran said.")
    notes = [annotation(a, quotation(a, "Nobody will sell the marsh to anyone,", "Ilse Marran")) for a in articles]
    assert found(articles, *notes) == []


def test_outlets_that_share_a_short_notice_need_more_pages() -> None:
    """Six outlets with one page each are not enough."""
    articles = [article(f"p{k}", EVENTS[k], NOTICE, publisher=f"Paper {k}") for k in range(6)]
    assert found(articles) == []


def test_recurring_paragraphs_become_boilerplate_and_the_text_stays() -> None:
    """The segments change for matching; every character and offset is as it was."""
    articles = {a.id: a for a in pages(6)}
    marked, _ = without(articles, {}, found(list(articles.values())))
    for key, before in articles.items():
        after = marked[key]
        assert after.text == before.text
        assert [after.text[s.start : s.end] for s in after.parts("boilerplate")] == [NOTICE]
        assert all(NOTICE not in after.text[s.start : s.end] for s in after.parts("body"))


def test_the_order_of_the_pages_does_not_matter() -> None:
    """The same corpus in another order gives the same places."""
    articles = pages(7)
    assert found(articles) == found(articles[::-1])

"""A paragraph that recurs on pages which share nothing else is no part of any of them."""

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from firsthand.engine.local import shuffle
from firsthand.link.recurring import PAGES_OF_ONE, keys_of, paragraphs, recurrences, without
from firsthand.model import Annotation, Article, Paragraphs, Recurrence
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
    by_article = {n.article: n for n in notes}
    return recurrences([paragraphs(a, by_article.get(a.id)) for a in articles], shuffle)


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


def test_only_paragraphs_that_a_quotation_touches_are_left_out() -> None:
    """One within another, one over two paragraphs, and what stands between them stays."""
    a = article("p", "She came back and said so.", "The marsh is not for sale.", "It never was for sale.", NOTICE)
    parts = [quotation(a, "came back", "Ilse"), quotation(a, "She came back and said so.", "Ilse")]
    parts.append(quotation(a, "for sale.\n\nIt never", "Ilse"))
    assert [span.of(a.text) for span in paragraphs(a, annotation(a, *parts)).spans] == [NOTICE]
    assert [span.of(a.text) for span in paragraphs(a, annotation(a, *parts[:2])).spans] == a.text.split("\n\n")[1:]


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


def test_a_subheading_and_a_caption_recur_as_paragraphs_do() -> None:
    """What stands between and under the paragraphs is boilerplate by the same measure."""
    caption = "Picture: archive of the Halden Courier"
    articles = [
        article(
            f"p{k}",
            *(caption, NOTICE, EVENTS[k], f"Nobody knows more of case {k}.", f"The case {k} is shut."),
            publisher="Halden Courier",
            kinds=("caption", "subheading"),
        )
        for k in range(PAGES_OF_ONE)
    ]
    places = found(articles)
    assert {articles[0].text[r.start : r.end] for r in places} == {NOTICE, caption}
    marked, _ = without({a.id: a for a in articles}, {}, places)
    assert [s.kind for s in marked["p0"].segments] == ["boilerplate", "boilerplate", "body", "body", "body"]


def test_a_line_that_reserves_rights_is_the_same_in_another_year() -> None:
    """And two words make one; other short lines are left alone."""
    articles = [
        article(f"p{k}", EVENTS[k], f"© 203{k} Norda", f"Monday {k}", publisher="Halden Courier") for k in range(6)
    ]
    assert {a.text[r.start : r.end] for a, r in zip(articles, found(articles), strict=True)} == {
        f"© 203{k} Norda" for k in range(6)
    }


def test_the_same_line_twice_on_a_page_is_one_page() -> None:
    """Four pages stay four."""
    articles = [article(f"p{k}", EVENTS[k], NOTICE, NOTICE, publisher="Halden Courier") for k in range(4)]
    assert found(articles) == []


NOTICES = [NOTICE, "Read all about the harbour here.", "Sign up for our letter today."]
# Pages of two outlets: some notices, two paragraphs of an event, and up to two that no other page has. Some are unlike
# most pages and like one, so that it matters which of them is counted first.
PAGES = st.lists(
    st.tuples(
        st.sets(st.sampled_from(NOTICES), min_size=1),
        st.integers(0, 9),
        st.integers(0, 2),
        st.sampled_from(["Courier", "Gazette"]),
    ),
    min_size=6,
    max_size=24,
)


def drawn_page(number: int, notices: set[str], event: int, own: int, publisher: str) -> Paragraphs:
    shared = [f"Case {event} was heard in Orrin.", f"Nobody knows more of case {event}."]
    alone = [f"This is line {k} of page {number}." for k in range(own)]
    return paragraphs(article(f"p{number:02}", *sorted(notices), *shared, *alone, publisher=publisher), None)


@given(PAGES, st.randoms(use_true_random=False))
def test_additions_in_any_parts_and_order_recur_as_all_at_once(
    drawn: list[tuple[set[str], int, int, str]], chance: Random
) -> None:
    """Linking after each addition ends where linking everything once does."""
    pages = [drawn_page(number, *page) for number, page in enumerate(drawn)]
    whole = recurrences(pages, shuffle)
    chance.shuffle(pages)
    seen: list[Paragraphs] = []
    known: list[Recurrence] = []
    while pages:
        size = chance.randint(1, len(pages))
        new, pages = pages[:size], pages[size:]
        keys = keys_of(new)
        near = [p for p in seen if keys & set(p.keys)]
        known = recurrences([*new, *near], shuffle, keys=keys, known=known)
        seen += new
    assert known == whole


def test_the_page_that_makes_it_enough_marks_those_before_it() -> None:
    """The fifth page tells of the first four too."""
    articles = pages(PAGES_OF_ONE)
    first = [paragraphs(a, None) for a in articles[:-1]]
    last = paragraphs(articles[-1], None)
    before = recurrences(first, shuffle)
    assert before == []
    assert len(recurrences([last, *first], shuffle, keys=keys_of([last]), known=before)) == PAGES_OF_ONE

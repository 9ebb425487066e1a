"""Candidates: all pairs with a copy meet, at a cost that is linear, whatever the clocks say and whenever they came."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.copies import hubs
from firsthand.link.copies.candidates import Meeting, meeting
from firsthand.link.copies.index import Index
from firsthand.model import Article
from tests.link.copies.test_copies import article

VOCABULARY = [f"{a}{b}{c}" for a in "bdfgklm" for b in "aeiou" for c in ("n", "r", "s", "lt", "nd", "mp")]


def prose(words: int, seed: int) -> list[str]:
    """Words in an order that no other seed gives."""
    chance = random.Random(seed)
    return [chance.choice(VOCABULARY) for _ in range(words)]


def text(*parts: Sequence[str]) -> str:
    return " ".join(word for part in parts for word in part)


def met(articles: Sequence[Article]) -> set[tuple[str, str]]:
    """The pairs of a corpus that is read at once."""
    return set(meeting(Index(), (), articles, nobody).pairs)


def nobody(names: Sequence[str]) -> Sequence[Article]:
    raise AssertionError(f"asked for {names}")


class Steps:
    """A corpus that grows and shrinks in steps, and the pairs that are known of it."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.pairs: set[tuple[str, str]] = set()
        self.index = Index()
        self.fetched = 0

    def step(self, come: Iterable[Article], gone: Iterable[str] = ()) -> Meeting:
        come = list(come)
        before = [self.articles.pop(name) for name in gone]
        before += [self.articles[a.id] for a in come if a.id in self.articles]
        found = meeting(self.index, before, come, self.fetch)
        self.articles.update((a.id, a) for a in come)
        self.pairs = {pair for pair in self.pairs if not found.touched.intersection(pair)} | set(found.pairs)
        self.index = found.index
        return found

    def fetch(self, names: Sequence[str]) -> list[Article]:
        self.fetched += len(names)
        return [self.articles[name] for name in names]


@pytest.mark.parametrize("seed", range(40))
def test_twelve_words_in_a_row_are_never_missed(seed: int) -> None:
    """Wherever they stand in two texts that share nothing else."""
    copy = prose(12, seed)
    chance = random.Random(seed)
    around = [prose(chance.randrange(80), 1_000 + 4 * seed + k) for k in range(4)]
    a, b = article("a", text(around[0], copy, around[1])), article("b", text(around[2], copy, around[3]))
    assert met([a, b]) == {("a", "b")}


def test_a_passage_with_every_sixth_word_changed_is_found_nineteen_times_in_twenty() -> None:
    """Fifty words of which eight are others: what a light rewrite leaves."""
    found = 0
    for seed in range(100):
        copy = prose(50, seed)
        edited = [word if k % 6 else "other" for k, word in enumerate(copy)]
        a = article("a", text(prose(60, seed + 200), copy))
        b = article("b", text(edited, prose(60, seed + 400)))
        found += bool(met([a, b]))
    assert found >= 95


def test_texts_that_share_a_phrase_do_not_meet() -> None:
    """Four words are a set phrase."""
    phrase = prose(4, 1)
    assert met([article(f"a{k}", text(prose(60, 10 + k), phrase, prose(60, 50 + k))) for k in range(20)]) == set()


def test_a_short_text_within_a_long_one_is_found() -> None:
    """What counts is how much is shared, not which part of the longer text it is."""
    short = prose(20, 1)
    assert met([article("long", text(prose(4_000, 2), short)), article("short", text(short))]) == {("long", "short")}


TIMES = (
    "2031-03-04T10:00:00Z",
    "2031-03-04",
    None,
    "2099-01-01T00:00:00Z",
    "1970-01-01",
    "2031-11-20T10:00+02:00",
    "?",
)


@pytest.mark.parametrize("first", TIMES)
@pytest.mark.parametrize("second", TIMES)
def test_no_clock_hides_a_copy(first: str | None, second: str | None) -> None:
    """Published in 2099, half a century before, at no known time: the texts meet."""
    copy = text(prose(30, 1))
    assert met([article("a", copy, published=first), article("b", copy, published=second)]) == {("a", "b")}


@pytest.mark.parametrize("time", TIMES)
def test_no_clock_hides_a_copy_of_what_all_have(time: str | None) -> None:
    """A page with a bad clock is tied to a text that many others carry."""
    copy = text(prose(30, 1))
    many = [article(f"p{k:03}", copy, published=f"2031-03-{1 + k % 28:02}T10:00Z") for k in range(100)]
    assert any("odd" in pair for pair in met([*many, article("odd", copy, published=time)]))


def test_a_text_on_thousands_of_pages_ties_each_page_at_a_bounded_cost() -> None:
    """All are joined, and none but the hubs has more than a few pairs."""
    copy = text(prose(60, 1))
    pages = [article(f"p{k:04}", copy, published=f"2031-{1 + k % 12:02}-04T10:00Z") for k in range(3_000)]
    pairs = met(pages)
    assert {name for pair in pairs for name in pair} == {page.id for page in pages}
    assert len(pairs) <= 2 * hubs.HUBS * len(pages)
    assert len({min(pair) for pair in pairs} | {max(pair) for pair in pairs}) == len(pages)


def test_a_line_on_every_page_hides_no_copy() -> None:
    """Two pages that share a passage beside it meet; the line alone costs a bounded number of pairs a page."""
    line, copy = prose(15, 1), prose(20, 2)
    pages = [article(f"p{k:04}", text(line, prose(40, 100 + k))) for k in range(500)]
    copied = [article(f"c{k}", text(line, prose(40, 10 + k), copy)) for k in range(2)]
    pairs = met([*pages, *copied])
    assert ("c0", "c1") in pairs
    assert len(pairs) <= 2 * hubs.HUBS * 502


POOL = [prose(14, seed) for seed in range(6)]
ONE = st.tuples(st.lists(st.integers(0, len(POOL) - 1), max_size=4), st.sampled_from(TIMES))
CHANGE = st.lists(st.tuples(st.integers(0, 30), ONE), max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(CHANGE, st.sets(st.integers(0, 30), max_size=4)), min_size=1, max_size=6))
def test_in_steps_it_is_as_at_once(
    steps: list[tuple[list[tuple[int, tuple[list[int], str | None]]], set[int]]],
) -> None:
    """Whatever comes, goes and changes, with groups around the size at which not all meet any more."""
    small = pytest.MonkeyPatch()
    small.setattr(hubs, "FULL_GROUP", 4)
    small.setattr(hubs, "HUBS", 2)
    corpus = Steps()
    try:
        for come, gone in steps:
            new = {
                f"a{k}": article(f"a{k}", text(*(POOL[p] for p in parts)), published=time) for k, (parts, time) in come
            }
            for name, a in new.items():
                if name in corpus.articles:  # its text may change, its time does not
                    new[name] = replace(a, published=corpus.articles[name].published)
            corpus.step(new.values(), {f"a{k}" for k in gone} & set(corpus.articles) - set(new))
            assert corpus.pairs == met(list(corpus.articles.values()))
    finally:
        small.undo()


@pytest.mark.parametrize("size", [1, 7, 50])
def test_a_text_that_many_carry_in_steps_is_as_at_once(size: int) -> None:
    """Around the true sizes, by ones and by fifties, in an order that time does not follow."""
    pages = [
        article(f"p{k:03}", text(prose(30, 1), prose(15, 2 + k % 5)), published=f"2031-03-{1 + k % 28:02}T10:00Z")
        for k in range(100)
    ]
    random.Random(1).shuffle(pages)
    corpus = Steps()
    for start in range(0, len(pages), size):
        corpus.step(pages[start : start + size])
    assert corpus.pairs == met(pages)


def test_what_comes_meets_what_is_stored_without_reading_it() -> None:
    """No stored article is asked for where a new one shares text with few."""
    corpus = Steps()
    corpus.step(article(f"a{k}", text(prose(40, k))) for k in range(300))
    found = corpus.step([article("new", text(prose(20, 999), prose(40, 7)))])
    assert found.pairs == [("a7", "new")]
    assert corpus.fetched == 0


def test_the_order_of_the_articles_does_not_matter() -> None:
    """Candidates are a set."""
    pages = [article(f"p{k}", text(prose(30, k % 7), prose(30, k % 5 + 10))) for k in range(80)]
    assert met(pages) == met(pages[::-1])

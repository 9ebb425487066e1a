"""Who is linked is carried from one arrival to the next, and is what would be read of the corpus."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import sample
from firsthand.api import Corpus
from firsthand.config import ReadConfig
from firsthand.model import Document, Story
from firsthand.pipeline import standing
from firsthand.pipeline.standing import Parted, Standing, Waiting
from firsthand.read import read_inputs
from firsthand.store import Snapshot
from tests.pipeline.test_arrivals import CONFIG

GROUPS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=4)


def carried(corpus: Corpus) -> tuple[Standing, Waiting]:
    assert corpus._reading is not None
    known = corpus._reading[1]
    assert known.standing is not None
    assert known.waiting is not None
    return known.standing, known.waiting


def agree(corpus: Corpus) -> None:
    """What is carried is what is stored."""
    stored = Snapshot(corpus.path)
    held, waiting = carried(corpus)
    assert held == Standing.of(stored)
    now = waiting.renewed(stored, held.home)
    assert (now.come, now.gone, now.out) == (frozenset(), frozenset(), Waiting.of(stored).out)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    found = [d for d in read_inputs([sample.path()], ReadConfig()) if isinstance(d, Document)]
    return sorted(found, key=lambda d: (d.published or "9", d.input))


def test_it_is_what_is_stored_after_each_arrival(tmp_path: Path, documents: list[Document]) -> None:
    """Whatever stories were begun, joined, split and merged, and where pages have new versions."""
    half = len(documents) // 2
    corpus = Corpus(tmp_path, CONFIG)
    corpus.add_documents(iter(documents[:half]))
    corpus.link()
    for start in range(half, len(documents), 8):
        changed = replace(documents[start - 1], content=str(documents[start - 1].content) + "\nOne line more.")
        corpus.add_documents(iter([*documents[start : start + 8], changed]))
        corpus.link_new()
        agree(corpus)
    assert {r.kind for r in corpus.repairs()}
    assert Snapshot(tmp_path).count("superseded")


def test_a_correction_in_between_is_known(tmp_path: Path, documents: list[Document]) -> None:
    """What the user joined is one story for what comes after, and two as linking has it."""
    corpus = Corpus(tmp_path, CONFIG)
    corpus.add_documents(iter(documents[:16]))
    corpus.link()
    corpus.add_documents(iter(documents[16:18]))
    corpus.link_new()
    corpus.merge(*(s.id for s in corpus.tables().stories[:2]))
    for start in (18, 20):
        corpus.add_documents(iter(documents[start : start + 2]))
        corpus.link_new()
        agree(corpus)
    held, _ = carried(corpus)
    assert {a: s.id for a, s in held.story_of.items()} != held.home


@pytest.mark.parametrize("most", [standing.MOST, 0])
def test_who_waits_is_the_same_however_it_was_found(tmp_path: Path, documents: list[Document], most: int) -> None:
    """By the rows that the table gained, or, where these are many, by reading all."""
    corpus = Corpus(tmp_path, CONFIG)
    corpus.add_documents(iter(documents[:6]))
    before = Waiting.of(Snapshot(tmp_path))
    corpus.link()
    for start in range(6, 12):  # of as many small steps files are made one
        corpus.add_documents(iter(documents[start : start + 1]))
    stored = Snapshot(tmp_path)
    with patch.object(standing, "MOST", most):
        linked = {a.id: "" for a in stored.records("articles") if a.id in before.come}
        found = before.renewed(stored, linked)
    assert found == Waiting.of(stored)
    assert len(found.come) == 6


@given(GROUPS, GROUPS, st.frozensets(st.sampled_from("abcdefgh")))
def test_stories_take_the_place_of_those_that_they_have_an_article_of(
    before: list[frozenset[str]], told: list[frozenset[str]], gone: frozenset[str]
) -> None:
    """All others stay, and what is told is what became of the rest."""
    first, new = stories(before, "s"), stories([group - gone for group in told], "t")
    held = Standing({}, {}, {}, {}, Counter())
    held.show(first)
    moved = {a for s in new for a in s.articles} | gone
    kept = [s for s in first if moved.isdisjoint(s.articles)]
    assert held.tell(new, gone) == Parted(*2 * (frozenset(s.id for s in first if s not in kept),))
    assert held.stories == {s.id: s for s in (*kept, *new)}
    assert held.story_of == {a: s for s in (*kept, *new) for a in s.articles}


def stories(groups: list[frozenset[str]], prefix: str) -> list[Story]:
    """Of groups that have an article in common only the first."""
    seen: set[str] = set()
    out = []
    for k, group in enumerate(groups):
        if group and seen.isdisjoint(group):
            out.append(Story(f"{prefix}{k}", "", tuple(sorted(group)), None, None))
            seen |= group
    return out

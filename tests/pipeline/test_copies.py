"""A corpus that grows has the copies of one that was read at once: ids, spans and kinds."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from firsthand.engine.local import shuffle
from firsthand.link.copies import find_copies
from firsthand.model import Annotation, Article, Copy
from firsthand.pipeline import copies as room
from firsthand.pipeline.copies import FINGERPRINTS, Copied, recopy
from firsthand.pipeline.link import boilerplate
from firsthand.store import Snapshot, Writer
from tests.link.copies.test_candidates import prose, text
from tests.link.copies.test_copies import article, said

NOTICE = "Our desk answers letters about this page every day of the week"


def grown(folder: Path, *steps: Sequence[Article], notes: Sequence[Annotation] = ()) -> tuple[list[Copy], Copied]:
    """The copies of a corpus after some steps, and what the last one came to."""
    for come in steps:
        with Writer(folder) as writer:
            writer.step("add", append={"articles": come})
            snapshot = Snapshot(folder)
            stored = {a.id: a for a in snapshot.records("articles")}
            annotations = {note.article: note for note in notes if note.article in stored}
            recur = boilerplate(stored, annotations, snapshot, shuffle)
            articles, annotations = recur.keep_out(stored, annotations)
            copied = recopy(stored, articles, annotations, recur, snapshot)
            found = copied.beside(snapshot.records("copies"))
            assert found == find_copies(list(articles.values()), annotations)
            writer.step(
                "link",
                append={"paragraphs": recur.paragraphs},
                replace={"copies": found, "recurring": recur.recurring},
                arrays={FINGERPRINTS: copied.arrays},
            )
    return found, copied


def pages(count: int, seed: int) -> list[Article]:
    """Pages that share passages, some with a notice that recurs, at times that their order does not follow."""
    chance = random.Random(seed)
    passages = [text(prose(25, 900 + k)) for k in range(8)]
    out = []
    for k in range(count):
        parts = [text(prose(30, 10_000 * seed + k)), *chance.sample(passages, chance.randint(0, 3))]
        parts += [NOTICE] * chance.randint(0, 1)
        out.append(article(f"a{seed}{k:03}", *parts, published=f"2031-03-{chance.randint(1, 28):02}T10:00Z"))
    return out


def test_in_steps_it_is_as_at_once(tmp_path: Path) -> None:
    """Through the store, with boilerplate that comes to light on the way (checked after each step)."""
    everything = pages(90, 1)
    found, _ = grown(tmp_path, everything[:3], everything[3:20], everything[20:21], [], everything[21:])
    assert len(found) > 90


def test_what_is_not_touched_is_not_aligned_again(tmp_path: Path) -> None:
    """One new article that copies one stored article: nothing else is looked at."""
    stored = pages(30, 2)
    new = article("new", text(prose(40, 5)), stored[7].text[:150])
    _, copied = grown(tmp_path, stored, [new])
    assert copied.touched == {"new"}
    assert {c.earlier for c in copied.found} | {c.later for c in copied.found} == {"new", stored[7].id}


def test_what_is_known_of_the_stored_is_not_written_again(tmp_path: Path) -> None:
    """The segment of many articles stays the files that it was, next to that of one that came."""
    grown(tmp_path, pages(30, 2))
    before = {path: path.stat().st_ino for path in tmp_path.rglob("*.npy")}
    grown(tmp_path, [article("new", text(prose(40, 5)))])
    after = {path: path.stat().st_ino for path in tmp_path.rglob("*.npy")}
    assert before.items() < after.items()
    assert len(after) == 2 * len(before)


def test_a_paragraph_that_comes_to_recur_is_no_copy_any_more(tmp_path: Path) -> None:
    """Articles stored before lose the copies that it made."""
    line = text(prose(14, 77))
    few = [article(f"a{k}", text(prose(30, k)), line, published="2031-03-04") for k in range(2)]
    more = [article(f"b{k}", text(prose(30, 50 + k)), line, published="2031-03-05") for k in range(10)]
    before, _ = grown(tmp_path, few)
    after, copied = grown(tmp_path, more)
    assert [(c.earlier, c.later) for c in before] == [("a0", "a1")]
    assert after == []
    assert {"a0", "a1"} <= copied.touched


def test_what_is_public_by_another_pair_is_so_in_steps_too(tmp_path: Path) -> None:
    """A kind that was found by a third article is found anew, and spreads no further."""
    words = "We will reopen the northern basin as soon as the engineers have measured every single crane on it"
    a, b, c = (article(name, text(prose(20, k)), words) for k, name in enumerate("abc"))
    at = len(a.text) - len(words)
    notes = [said(x.id, x.text.index(words), len(x.text), "tweeted") for x in (a, b)]
    assert a.text[at:] == words
    grown(tmp_path, [a], [c], [b], notes=notes)


def test_under_another_scheme_all_is_found_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older firsthand kept is not mixed with what this one finds."""
    stored = pages(20, 3)
    grown(tmp_path, stored)
    monkeypatch.setattr(room, "SCHEME", room.SCHEME + 1)
    _, copied = grown(tmp_path, pages(2, 4))
    assert {a.id for a in stored} <= copied.touched


def test_a_step_that_was_cut_off_is_done_again(tmp_path: Path) -> None:
    """Articles that were added but never linked are new to the next link."""
    first, second = pages(20, 5)[:10], pages(20, 5)[10:]
    grown(tmp_path, first)
    with Writer(tmp_path) as writer:
        writer.step("add", append={"articles": second})
    _, copied = grown(tmp_path, [])
    assert {a.id for a in second} <= copied.touched

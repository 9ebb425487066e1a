"""What every format keeps to: equal corpora give equal files, no whole texts unless asked for, hostile text is data."""

import random
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from firsthand.errors import NotFound
from firsthand.model import (
    Comment,
    Copy,
    Correction,
    DateMention,
    Edge,
    Link,
    Mention,
    Passage,
    Position,
    Reason,
    Recurrence,
    Span,
    Storyline,
    Turn,
)  # fmt: skip
from firsthand.present.export.formats import FORMATS, exporter
from firsthand.present.tables import Tables
from tests.present.invented import HARBOUR, PLEDGE, STRIKE, TALKS, hostile, tables

# A body of a page is longer than any snippet, and no other field holds all of it.
BODY = "Dockers whom this newspaper met at the gates were less sure of it."


def rich() -> Tables:
    """The invented corpus with the names of its speakers, a date, and an article that nothing is known of."""
    made = tables()
    wire, post = made.articles[:2]
    at = wire.text.index("Tessa Varga")
    names = (Mention(at, at + len("Tessa Varga"), "person", "Tessa Varga", "tessa varga"),)
    first, *others = made.annotations[0].quotations
    said = replace(
        first,
        fragments=(Span(first.start, first.start + 20), Span(first.start + 21, first.end)),
        speaker_start=at,
        speaker_end=at + len("Tessa Varga"),
        cue_start=at + 12,
        cue_end=at + 16,
    )
    named = replace(
        made.annotations[0], quotations=(said, *others), mentions=names, dates=(DateMention(0, 6, "2031-03-03", "day"),)
    )
    linked = replace(
        wire,
        dek="A pledge, and doubts",
        bylines=("Ada Holm", "Bo Lind"),
        paywalled=False,
        links=(Link(at, at + 5, "https://ministry.example/"),),
        comments=(Comment(0, None, 0, "reader", 0, 12), Comment(1, 0, 1, None, 12, 12)),
    )
    lines = Storyline("11e0000000000001", (HARBOUR, STRIKE), (Reason("names", "Both name Ellmar."),), _positions())
    pair = ((wire.id,), (post.id,))
    return replace(
        made,
        articles=[linked, *made.articles[1:]],
        annotations=[named, *made.annotations[1:]],
        copies=[Copy(wire.id, 70, 120, post.id, 50, 100, 50, "prose", 9, 1, 0.25, 0.3)],
        recurring=[Recurrence(wire.id, 0, 20, 6)],
        stories=[
            replace(made.stories[0], summary=(Passage(wire.id, 0, 20),), happened="2031-03-03"),
            *made.stories[1:],
        ],
        storylines=[lines],
        edges=[
            *made.edges,
            Edge(HARBOUR, "Agentur Nord", made.articles[-5].id, "credit", (Reason("credit", "Names it."),)),
        ],
        corrections=[Correction(1, "2031-03-05T08:00:00+00:00", "merge", "text", (wire.id, post.id), pair)],
    )


def _positions() -> tuple[Position, ...]:
    turns = (Turn(PLEDGE, TALKS, ("changed negation",), True),)
    return (Position("Tessa Varga", (PLEDGE, TALKS), turns),)


def written(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def shuffled(made: Tables) -> Tables:
    """The same records, in another order."""
    random_ = random.Random(7)
    rows: dict[str, list[Any]] = {f.name: getattr(made, f.name) for f in fields(Tables)}
    return Tables(**{name: random_.sample(some, len(some)) for name, some in rows.items()})


@pytest.mark.parametrize("name", FORMATS)
def test_equal_corpora_give_equal_files(tmp_path: Path, name: str) -> None:
    """Whatever order the tables come in."""
    export = exporter(name)
    assert export(rich(), tmp_path / "a") == export(shuffled(rich()), tmp_path / "b")
    assert written(tmp_path / "a") == written(tmp_path / "b")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet"}))
def test_whole_texts_come_only_when_they_are_asked_for(tmp_path: Path, name: str) -> None:
    """Parquet is compressed and has a test of its own; a graph and a timeline have no place for texts."""
    export = exporter(name)
    export(rich(), tmp_path / "a")
    export(rich(), tmp_path / "b", with_text=True)
    whole = b"".join(written(tmp_path / "b").values())
    assert BODY.encode() not in b"".join(written(tmp_path / "a").values())
    assert (BODY.encode() in whole) is (name not in ("graphml", "gexf", "timelinejs"))


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_corpus_and_a_hostile_one_are_written_too(tmp_path: Path, name: str) -> None:
    """Nothing is raised, and no temporary file stays."""
    export = exporter(name)
    export(Tables(), tmp_path / "deep" / "er")
    odd = hostile()
    surrogate = replace(odd.articles[0], headline="a\ud800b\x00c", published="no time", language="", publisher=None)
    export(replace(odd, articles=[surrogate, *odd.articles[1:]]), tmp_path / "odd", with_text=True)
    assert written(tmp_path / "odd") and written(tmp_path / "deep" / "er")
    assert list(tmp_path.rglob("*.part")) == []


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_linked_yet_is_written_too(tmp_path: Path, name: str) -> None:
    """An export does not ask for stories, statements or origins."""
    made = rich()
    exporter(name)(Tables(articles=made.articles, annotations=made.annotations), tmp_path)
    assert written(tmp_path)


def test_an_unknown_format_names_the_known_ones() -> None:
    """And is an error that the command line shows in one line."""
    with pytest.raises(NotFound, match="there are jsonl, csv, parquet"):
        exporter("xlsx")

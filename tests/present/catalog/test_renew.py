"""Renewing: the catalog of a later step is made out of the earlier one, and says what one that is built whole says."""

import random
import sqlite3
import sys
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Correction, Reason
from firsthand.present.catalog import build, catalog_of
from firsthand.present.catalog.build import write
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.query import parse
from firsthand.present.catalog.source import Stored
from firsthand.present.report.environment import rendered
from firsthand.present.report.pages import page
from firsthand.present.safe import slug
from firsthand.present.tables import Tables
from firsthand.store import Snapshot, Writer
from tests.present.invented import tables

BUILD = sys.modules[build.__module__]
# By what each table is patched.
KEYS = {
    "stories": "id",
    "storylines": "id",
    "statements": "id",
    "counts": "subject",
    "lineages": "article",
    "copies": "later",
    "edges": "target",
    "attributions": "statement",
    "differences": "statement",
}
CLOCK = Reason("clock", "Its clock cannot be right.")


def some_of(chance: random.Random, whole: Tables, before: Tables | None) -> Tables:
    """Return a part of a corpus, with all articles of ``before``: who is in which story, what is known, by chance."""
    had = {a.id for a in before.articles} if before else set()
    articles = [a for a in whole.articles if a.id in had or chance.random() < 0.5]
    here = {a.id for a in articles}

    def kept(rows: Iterable[Any], holds: Callable[[Any], bool] = lambda _: True, share: float = 0.8) -> list[Any]:
        return [row for row in rows if holds(row) and chance.random() < share]

    at_home = {a: chance.choice(whole.stories).id if chance.random() < 0.2 else None for a in here}
    homes = {a: at_home[a] or s.id for s in whole.stories for a in s.articles if a in here}
    stories = [replace(s, articles=tuple(sorted(a for a, h in homes.items() if h == s.id))) for s in whole.stories]
    stories = kept([s for s in stories if s.articles], share=0.9)
    known = {s.id for s in stories}
    told = kept(whole.attributions, lambda a: a.article in here)
    reports = {a.quotation for a in told}
    said = {a.statement for a in told}
    statements = [replace(s, quotations=tuple(q for q in s.quotations if q in reports)) for s in whole.statements]
    lineages = kept(whole.lineages, lambda row: row.article in here)
    lineages = [replace(row, reasons=(*row.reasons, CLOCK)) if chance.random() < 0.2 else row for row in lineages]
    lines = [replace(line, stories=tuple(s for s in line.stories if s in known)) for line in whole.storylines]
    corrected = before.corrections if before else []
    return replace(
        whole,
        articles=articles,
        annotations=[a for a in whole.annotations if a.article in here],
        copies=kept(whole.copies, lambda c: {c.earlier, c.later} <= here),
        stories=stories,
        storylines=[line for line in lines if len(line.stories) > 1],
        statements=[s for s in statements if s.id in said],
        attributions=told,
        differences=kept(whole.differences, lambda d: d.statement in said),
        lineages=lineages,
        edges=kept(whole.edges, lambda e: e.target in here),
        counts=kept(whole.counts, lambda c: c.subject in known | said),
        rejected=whole.rejected[: len(articles)],
        duplicates=whole.duplicates[: len(articles) // 6],
        corrections=corrected,
    )


def put(folder: Path, before: Tables | None, now: Tables, chance: random.Random) -> None:
    """Take the corpus from ``before`` to ``now`` as ``add`` and ``link_new`` do: what is new is appended, what changed
    is patched, with rows among it that stay as they are.
    """
    names = [f.name for f in fields(Tables) if f.name not in ("corrections", "uncounted")]
    with Writer(folder) as writer:
        if before is None:
            writer.step("link", replace={name: getattr(now, name) for name in names})
            return
        came = {name: getattr(now, name) for name in ("articles", "annotations", "rejected", "duplicates")}
        append = {name: [row for row in rows if row not in getattr(before, name)] for name, rows in came.items()}
        writer.step("add", append=append)
        patch = {}
        for name, column in KEYS.items():
            old, new = getattr(before, name), getattr(now, name)
            gone = {getattr(row, column) for row in old if row not in new or chance.random() < 0.2}
            gone |= {getattr(row, column) for row in new if row not in old}
            patch[name] = ({column: gone}, [row for row in new if getattr(row, column) in gone])
        writer.step("link", patch=patch)


def contents(path: Path) -> dict[str, list[Any]]:
    """Return all rows of a catalog by their tables, but for what only a renewed one has, and how words are indexed."""
    with sqlite3.connect(path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [name for (name,) in tables if not name.startswith(("words", "sqlite_"))]
        return {name: _rows(connection, name) for name in names}


def _rows(connection: sqlite3.Connection, table: str) -> list[Any]:
    rows = list(connection.execute(f"SELECT * FROM {table} ORDER BY rowid"))
    if table == "meta":  # what changed is known only where something was there before
        rows = [row for row in rows if row[0] != "changed"]
    # What is read by something else than an id keeps the order of its table; of the others none is asked for.
    return rows if table in ("copy", "edge", "attribution", "difference") else sorted(rows, key=repr)


def found(path: Path, question: str) -> list[Any]:
    """What a search finds, with sentences and facets."""
    answer = Catalog(path).search(parse(question, limit=50))
    return [answer.hits, answer.total, answer.facets]


def pages(catalog: Catalog) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the pages that know by what they asked, with that."""
    stories, articles = list(catalog.ids("story")), list(catalog.ids("article"))[:5]
    paths = [f"stories/{slug(story)}{part}.html" for story in stories for part in ("", "~1")]
    paths += [f"{kind}s/{key}.html" for kind in ("speaker", "outlet") for key in catalog.ids(kind)]  # type: ignore[arg-type]
    paths += [f"compare/{slug(one)}~{slug(other)}.html" for one in articles for other in articles if one < other]
    found = {}
    for path in paths:
        noting = catalog.noting()
        if made := page(noting, path):
            html = rendered(made, path)
            assert noting.asked is not None
            found[path] = html, noting.asked
    return found


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_renewed_catalog_says_what_a_whole_one_says(seed: int) -> None:
    """Whatever came, went, moved to another story, or was told anew: row for row, and in searches."""
    chance, whole = random.Random(seed), tables()
    with TemporaryDirectory() as beside:
        folder, at, before = Path(beside) / "corpus", None, None
        for step in range(3):
            now = some_of(chance, whole, at)
            put(folder, at, now, chance)
            if step and chance.random() < 0.3:
                with Writer(folder) as writer:
                    member = chance.choice(now.articles).id
                    writer.correct(Correction(0, "", "origin", "text", (member,), ((member,),), "own"))
            renewed, made = catalog_of(folder).path, Path(beside) / f"{step}.sqlite"
            write(Stored(Snapshot(folder)), made)
            assert contents(renewed) == contents(made)
            for question in ("harbour", "quay*", "speaker:varga", "after:2031-03-03"):
                assert found(renewed, question) == found(made, question)
            told = Catalog(renewed).changed_since(before[0]) if before else None
            shown = pages(Catalog(renewed))
            if before and told is not None:
                # A page that asked by nothing of what changed is the same.
                assert all(shown.get(p) == (h, a) for p, (h, a) in before[1].items() if told.isdisjoint(a))
            at, before = now, (renewed.stem, shown)


@pytest.fixture
def grown(tmp_path: Path) -> tuple[Path, Tables, Tables]:
    """A corpus with a catalog, and then a step more; what it held before and after."""
    chance = random.Random(4)
    first = some_of(chance, tables(), None)
    put(tmp_path, None, first, chance)
    catalog_of(tmp_path)
    now = some_of(chance, tables(), first)
    put(tmp_path, first, now, chance)
    assert first.articles != now.articles
    return tmp_path, first, now


def test_nothing_is_built_whole_where_little_changed(
    grown: tuple[Path, Tables, Tables], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages are those of the corpus as it is now."""
    folder, _, now = grown
    monkeypatch.setattr(BUILD, "write", lambda *_: 1 / 0)
    catalog = catalog_of(folder)
    assert catalog.overview().articles == len(now.articles)
    for story in now.stories:
        assert (made := page(catalog, f"stories/{story.id}.html")) and rendered(made, f"stories/{story.id}.html")


def test_an_article_that_came_leaves_the_pages_that_it_is_not_on(grown: tuple[Path, Tables, Tables]) -> None:
    """What was just added stands in no story yet: nothing is told otherwise but of its outlet."""
    folder, _, now = grown
    catalog = catalog_of(folder)
    before, one = pages(catalog), now.articles[0]
    with Writer(folder) as writer:
        new = replace(one, id="f" * 32, publisher="The Lantern", headline="A pier of its own", external_id=None)
        writer.step("add", append={"articles": [new]})
    told = catalog_of(folder).changed_since(catalog.path.stem)
    assert told is not None and "f" * 32 in told
    assert [path for path, (_, asked) in before.items() if not told.isdisjoint(asked)] == []


def test_what_is_built_whole_does_not_know_what_changed(
    grown: tuple[Path, Tables, Tables], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _, _ = grown
    (old,) = (folder / "catalog").glob("*.sqlite")
    monkeypatch.setattr("firsthand.present.catalog.renew.LEAST", 0)
    assert catalog_of(folder).changed_since(old.stem) is None


def test_where_much_changed_all_is_built(grown: tuple[Path, Tables, Tables], monkeypatch: pytest.MonkeyPatch) -> None:
    """To make most rows anew one by one takes longer."""
    folder, _, now = grown
    monkeypatch.setattr("firsthand.present.catalog.renew.LEAST", 0)
    assert _built(folder, monkeypatch) == ["whole"]
    assert catalog_of(folder).overview().articles == len(now.articles)


@pytest.mark.parametrize("harm", ["damaged", "emptied", "of another corpus"])
def test_an_earlier_catalog_that_is_not_as_it_was_left_is_not_used(
    grown: tuple[Path, Tables, Tables], monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    """Whatever is wrong with it: all is built."""
    folder, _, now = grown
    (old,) = (folder / "catalog").glob("*.sqlite")
    if harm == "damaged":
        old.write_bytes(b"no catalog" * 1_000)
    else:
        with sqlite3.connect(old) as connection:
            connection.execute(
                "DELETE FROM record" if harm == "emptied" else "DELETE FROM meta WHERE name = 'versions'"
            )
    assert _built(folder, monkeypatch) == ["whole"]
    assert catalog_of(folder).overview().articles == len(now.articles)


def test_an_article_that_went_lets_all_be_built(
    grown: tuple[Path, Tables, Tables], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was forgotten is in no part of a catalog any more."""
    folder, _, now = grown
    catalog_of(folder)
    with Writer(folder) as writer:
        gone = now.articles[0].id
        writer.step("forget", patch={"articles": ({"id": {gone}}, []), "annotations": ({"article": {gone}}, [])})
    assert _built(folder, monkeypatch) == ["whole"]
    assert gone not in set(catalog_of(folder).ids("article"))


def _built(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make the catalog, and say whether it was built whole."""
    how: list[str] = []
    monkeypatch.setattr(BUILD, "write", lambda *given: (how.append("whole"), write(*given)))
    catalog_of(folder)
    monkeypatch.undo()
    return how

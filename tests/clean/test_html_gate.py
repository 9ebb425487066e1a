"""The gate fails where a figure is below its floor, and lowers a floor only by name; what the benchmarks count."""

import gzip
import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

WORDS = "The bridge over the Lind at Halden was opened again on Monday after two years of repairs, the mayor said."
ROOM = Path(__file__).resolve().parents[2] / "benchmarks/clean"
FLOORS = {"pages": {"body": 0.9, "speed": 1.0}}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The modules of the benchmark by name; they are scripts beside each other, no package."""
    monkeypatch.syspath_prepend(str(ROOM))
    modules = {path.stem: import_module(path.stem) for path in ROOM.glob("*.py")}
    for name in modules:
        monkeypatch.delitem(sys.modules, name)
    return SimpleNamespace(**modules)


@pytest.fixture
def gate(bench: SimpleNamespace) -> ModuleType:
    module: ModuleType = bench.gate
    return module


def test_a_figure_below_its_floor_or_gone_fails(gate: ModuleType) -> None:
    assert list(gate.failures({"pages": {"body": 0.91, "speed": 1.0}}, FLOORS)) == []
    assert list(gate.failures({"pages": {"body": 0.89}}, FLOORS)) == [
        ("pages.body", 0.89, 0.9),
        ("pages.speed", 0.0, 1.0),
    ]


def test_floors_go_up_by_themselves_and_down_by_name_only(gate: ModuleType) -> None:
    found = {"pages": {"body": 0.8765, "speed": 1.25, "headline": 0.5}}
    assert gate.moved(found, FLOORS, set())["pages"] == {"body": 0.9, "speed": 1.125, "headline": 0.5}
    assert gate.moved(found, FLOORS, {"pages.body"})["pages"]["body"] == 0.876


def test_a_set_or_a_figure_that_was_not_measured_keeps_its_floor(gate: ModuleType) -> None:
    """What is gone fails the gate; moving the floors must not hide it."""
    assert gate.moved({}, FLOORS, set()) == FLOORS
    assert gate.moved({"pages": {"body": 0.95}}, FLOORS, set()) == {"pages": {"body": 0.95, "speed": 1.0}}


def test_a_speed_in_documents_leaves_room_for_a_slower_machine(gate: ModuleType) -> None:
    """It is told of this machine alone."""
    assert gate.moved({"lines": {"per cpu second": 200.0}}, {}, set()) == {"lines": {"per cpu second": 140.0}}


def test_every_held_figure_of_text_is_measured(gate: ModuleType, tmp_path: Path) -> None:
    """The gate asks for figures that the run gives, comments in the body among them."""
    lines = [[WORDS, "body"]] * 6 + [["Ada Brandt says:", "comment"], ["I do not believe a word of it.", "comment"]]
    thread = {"file": "t", "flat": WORDS, "comments": [{"author": "Ada", "depth": 1, "paras": ["No."]}]}
    for name, record in (("news_lines", {"id": "a", "lines": lines}), ("comment_threads", thread)):
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
    found = gate.plain.threads(tmp_path / "comment_threads.jsonl.gz").figures
    found |= gate.plain.lines(tmp_path / "news_lines.jsonl.gz")[0].figures
    assert [(name, k) for name, figures in gate.HELD.items() for k in figures if k not in found[name]] == []


def test_comments_labelled_body_are_told_of_all_comments_and_of_the_body(gate: ModuleType) -> None:
    """Three of ten characters of comments in a body of thirty."""
    labels = gate.plain.Labels()
    labels.pairs.update({("comment", "body"): 3, ("comment", "comment"): 7, ("body", "body"): 27})
    assert labels.leak() == (0.3, 0.1)


PAGE = """<html><body><p>The bridge at Halden was opened again on Monday.</p><p>Send us your news by letter or by
telephone.</p><p>The repairs cost nine million crowns, the council said.</p>
<div class="comment-content">Nobody ever asked us about that bridge.</div></body></html>"""


def page(bench: SimpleNamespace) -> Any:
    markup = PAGE.encode()
    body = "The bridge at Halden was opened again on Monday."
    return bench.page_sets.Page("a", markup, None, None, body, comments=bench.page_sets.comments(markup))


def test_a_vote_keeps_the_lines_that_enough_members_keep(bench: SimpleNamespace) -> None:
    """Whatever marks and line breaks they keep them with."""
    bridge, letter = "the bridge at Halden was opened again on Monday", "Send us your news\nby letter or by telephone."
    bodies = [f"{bridge}\n{letter}", f"{bridge.upper()}!", "The repairs cost nine million crowns, the council said."]
    members = [lambda _, body=body: bench.page_sets.Answer(body=body) for body in bodies]
    two = bench.cleaners.by_vote(members, 2)(page(bench))
    assert two.body == "The bridge at Halden was opened again on Monday."
    assert bench.cleaners.nearest(members)(page(bench)).body in bodies[:2]


def test_words_of_marked_comments_in_the_body_are_a_leak(bench: SimpleNamespace) -> None:
    """A body without them leaks nothing, the whole page all of them."""
    for body, kept_out in (("The bridge at Halden was opened again on Monday.", 1.0), (PAGE, 0.0)):
        score = bench.pages.run([page(bench)], lambda _, body=body: bench.page_sets.Answer(body=body), None)
        assert bench.pages.figures(score)["no leak"] == kept_out


def test_floors_are_read_as_they_were_written(gate: ModuleType, tmp_path: Path) -> None:
    import tomllib

    gate.write(tmp_path / "gate.toml", {"threads without": {"no dek": 0.5}}, {"pages": "abc"})
    assert tomllib.loads((tmp_path / "gate.toml").read_text()) == {
        "pages": {"pages": "abc"},
        "floors": {"threads without": {"no dek": 0.5}},
    }

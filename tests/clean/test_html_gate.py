"""The gate fails where a figure is below its floor, and lowers a floor only by name."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

FLOORS = {"pages": {"body": 0.9, "speed": 1.0}}


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[2] / "benchmarks/clean"))
    import gate  # type: ignore[import-not-found]

    monkeypatch.delitem(sys.modules, "gate")
    monkeypatch.delitem(sys.modules, "pages")
    return gate


def test_a_figure_below_its_floor_or_gone_fails(gate: ModuleType) -> None:
    assert list(gate.failures({"pages": {"body": 0.91, "speed": 1.0}}, FLOORS)) == []
    assert list(gate.failures({"pages": {"body": 0.89}}, FLOORS)) == [
        ("pages.body", 0.89, 0.9),
        ("pages.speed", 0.0, 1.0),
    ]


def test_floors_go_up_by_themselves_and_down_by_name_only(gate: ModuleType) -> None:
    found = {"pages": {"body": 0.8765, "speed": 1.25, "headline": 0.5}}
    assert gate.moved(found, FLOORS, set())["pages"] == {"body": 0.9, "speed": 1.15, "headline": 0.5}
    assert gate.moved(found, FLOORS, {"pages.body"})["pages"]["body"] == 0.876


def test_floors_are_read_as_they_were_written(gate: ModuleType, tmp_path: Path) -> None:
    import tomllib

    gate.write(tmp_path / "gate.toml", {"pages": {"no dek": 0.5}}, {"pages": "abc"})
    assert tomllib.loads((tmp_path / "gate.toml").read_text()) == {
        "pages": {"pages": "abc"},
        "floors": {"pages": {"no dek": 0.5}},
    }

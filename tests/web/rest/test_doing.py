"""Checks, exports and corrections over HTTP: what they do is what the commands do, bounded, and with the token."""

import io
import json
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from firsthand.api import Corpus
from firsthand.cli import main
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.export.formats import FORMATS
from firsthand.web.rest import tasks
from tests.web.conftest import client_of
from tests.web.rest.conftest import BEARER, TOKEN, V1, items, refused


@pytest.fixture(scope="module")
def catalog(linked: Path) -> Catalog:
    return catalog_of(linked)


def unpacked(answer: Any) -> dict[str, bytes]:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip"), answer.text[:400]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("format_", FORMATS)
def test_an_export_is_what_the_command_writes(api: TestClient, linked: Path, tmp_path: Path, format_: str) -> None:
    Corpus(linked).export(tmp_path, format=format_)
    assert unpacked(api.get(f"{V1}/export/{format_}")) == {p.name: p.read_bytes() for p in tmp_path.iterdir()}


def test_an_export_of_a_story_has_that_story(api: TestClient, catalog: Catalog) -> None:
    story = catalog.stories()[0]
    files = unpacked(api.get(f"{V1}/export/jsonl", params={"story": story.id}))
    stories = [json.loads(line) for line in files["stories.jsonl"].splitlines()]
    assert story.id in {s["id"] for s in stories}
    assert len(next(s for s in stories if s["id"] == story.id)["articles"]) == story.articles
    assert "text" not in json.loads(files["articles.jsonl"].splitlines()[0])
    whole = unpacked(api.get(f"{V1}/export/jsonl", params={"story": story.id, "with_text": "true"}))
    assert json.loads(whole["articles.jsonl"].splitlines()[0])["text"]
    refused(api.get(f"{V1}/export/jsonl?story=0000"), 404, "not-found")
    refused(api.get(f"{V1}/export/exe"), 400, "bad-parameter")


def test_a_large_corpus_is_for_the_command_line(
    catalog: Catalog, linked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "ARTICLES", 3)
    task = tasks.Export(catalog.path, tmp_path / "x.zip", "jsonl", None, with_text=False)
    with pytest.raises(Exception, match="firsthand export"):
        task.run(Corpus(linked))


def test_a_check_says_what_the_command_says(
    api: TestClient, linked: Path, catalog: Catalog, capsys: Any, tmp_path: Path
) -> None:
    """By the same ids; texts are cut unless they are asked for."""
    text = api.get(f"{V1}/articles/{catalog.articles()[0].id}?with_text=true").json()["text"]
    answer = api.post(f"{V1}/check", json={"text": text, "with_text": True}).json()
    (tmp_path / "pasted.txt").write_text(text)
    assert main(["check", str(tmp_path / "pasted.txt"), "--corpus", str(linked), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    for name in ("line", "share", "story", "capped", "text", "language", "credits"):
        assert answer[name] == told[name]
    assert [s["characters"] for s in answer["shared"]] == [s["characters"] for s in told["shared"]]
    known = {a["id"] for a in items(api, "/articles")}
    assert {s["article"] for s in answer["shared"]} <= known
    assert api.post(f"{V1}/check", json={"text": text}).json()["text"] is None


def test_a_server_with_a_token_corrects_and_takes_it_back(folder: Path) -> None:
    """The count after it is that of the corpus; an undo leaves the counts of before."""
    with client_of(folder, token=TOKEN) as client:
        skerry = next(a for a in items(client, "/articles") if a["name"] == "harbor-05-skerry")
        before = client.get(f"{V1}/stories/{skerry['story']}").json()["story"]
        sent = {"verb": "origin", "ids": [skerry["id"]], "name": "own", "note": "They rang us."}
        done = _ended(client, client.post(f"{V1}/corrections", json=sent, headers=BEARER))
        assert done["changed"]["said"].startswith("harbor-05-skerry carries the words of its own outlet")
        (kept,) = items(client, "/corrections")
        assert (kept["verb"], kept["state"], kept["note"]) == ("origin", "applies", "They rang us.")
        after = client.get(f"{V1}/stories/{skerry['story']}").json()["story"]
        assert (after["low"], after["high"]) != (before["low"], before["high"]) and after["corrected"]
        why = client.get(f"{V1}/why/{skerry['id']}").json()
        assert [c["number"] for c in why["article"]["corrections"]] == [1]
        undo = client.post(f"{V1}/corrections", json={"verb": "undo", "ids": ["1"]}, headers=BEARER)
        assert _ended(client, undo)["changed"]["undone"]
        assert client.get(f"{V1}/stories/{skerry['story']}").json()["story"] == before
        again = client.post(f"{V1}/corrections", json={"verb": "undo", "ids": ["1"]}, headers=BEARER)
        assert "taken back already" in (_failed(client, again))


def _ended(client: TestClient, answer: Any) -> dict[str, Any]:
    """What a correction did; where it is under way it is asked for until it is done and shown."""
    assert answer.status_code in (200, 202), answer.text
    told: dict[str, Any] = answer.json()
    for _ in range(600):
        newest = client.get(f"{V1}/corpus").json()["newest"]
        if told["state"] != "waiting" and newest and client.get("/state.json").json()["newest"]:
            break
        time.sleep(0.1)
        told = client.get(f"{V1}/corrections/asked/{told['number']}").json()
    assert told["state"] == "done", told
    return told


def _failed(client: TestClient, answer: Any) -> str:
    if answer.status_code == 422:
        return refused(answer, 422, "not-done")
    told = answer.json()
    while told["state"] == "waiting":
        time.sleep(0.1)
        told = client.get(f"{V1}/corrections/asked/{told['number']}").json()
    return str(told["failed"])


SENT = {"verb": "merge", "ids": ["a", "b"]}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        *({"Authorization": said} for said in (TOKEN, "Bearer", f"Bearer {TOKEN}x", f"Basic {TOKEN}")),
        {"Authorization": b"Bearer \xff\xfe"},
    ],
)
def test_without_the_token_nothing_is_corrected(api: TestClient, linked: Path, headers: Any) -> None:
    answer = api.post(f"{V1}/corrections", json=SENT, headers=headers)
    refused(answer, 401, "not-allowed")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert Corpus(linked).corrections() == []


@pytest.mark.parametrize("settings", [{}, {"token": TOKEN, "may_correct": False}])
def test_a_server_without_a_token_or_that_only_shows_takes_none(linked: Path, settings: dict[str, Any]) -> None:
    with client_of(linked, **settings) as client:
        for headers in ({}, BEARER, {"Authorization": "Bearer "}):
            refused(client.post(f"{V1}/corrections", json=SENT, headers=headers), 403, "not-allowed")
        assert client.get(f"{V1}/corpus").json()["may_correct"] is False


@pytest.mark.parametrize(
    "sent",
    [
        {"verb": "forget", "ids": ["a"]},
        {"verb": "merge", "ids": []},
        {"verb": "merge", "ids": ["a"] * 51},
        {"verb": "merge", "ids": ["a" * 201, "b"]},
        {"verb": "merge", "ids": ["a", ""]},
        {"verb": "origin", "ids": ["a"], "name": "x", "relation": "owns"},
        {"verb": "merge", "ids": ["a", "b"], "note": "x" * 1_001},
        {"verb": "merge", "ids": "ab"},
    ],
)
def test_a_correction_that_is_none_is_told_why(api: TestClient, sent: dict[str, Any]) -> None:
    assert "$" in refused(api.post(f"{V1}/corrections", json=sent, headers=BEARER), 400, "bad-body")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("short\n", "16 to 200"),
        ("with blanks in it, long\n", "16 to 200"),
        ("", "16 to 200"),
        ("é" * 20, "cannot be read"),
    ],
)
def test_a_token_that_can_be_guessed_is_refused(
    linked: Path, tmp_path: Path, capsys: Any, written: str, words: str
) -> None:
    (tmp_path / "token").write_text(written, encoding="utf-8")
    assert main(["serve", "--corpus", str(linked), "--port", "0", "--token-file", str(tmp_path / "token")]) == 2
    assert words in capsys.readouterr().err

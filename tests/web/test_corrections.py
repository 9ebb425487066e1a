"""Corrections from a page: kept, counted anew, told, taken back; and nothing else changes the corpus."""

import re
import threading
from html import unescape
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from firsthand.api import Corpus
from firsthand.errors import FirsthandError
from firsthand.present.catalog import catalog_of
from firsthand.web.children import Undone
from firsthand.web.jobs import WAITING, Jobs
from firsthand.web.tasks import Correct
from tests.web.conftest import OURS, client_of, token


def send(client: TestClient, *ids: str, **fields: str) -> Any:
    form = [("token", token(client)), *fields.items(), *(("id", i) for i in ids)]
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return client.post("/corrections", content=urlencode(form), headers={**OURS, **kind})


def told(client: TestClient, answer: Any) -> str:
    """What the page of a correction says once it is done, without tags."""
    assert answer.status_code == 303, answer.text
    assert re.fullmatch(r"corrections/[0-9]+\.html", answer.headers["location"])
    for _ in range(600):
        page = client.get(f"/{answer.headers['location']}")
        assert page.status_code == 200
        if "refresh" not in page.headers:
            return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text[page.text.index("<main") :])).split())
        threading.Event().wait(0.1)
    raise AssertionError("the correction did not come to its end")


def by_name(folder: Path) -> dict[str, str]:
    return {a.external_id or "": a.id for a in Corpus(folder).tables().articles}


def counted(folder: Path) -> dict[str, tuple[int, int]]:
    return {c.subject: (c.low, c.high) for c in Corpus(folder).tables().counts}


def test_a_correction_persists_counts_anew_and_can_be_taken_back(folder: Path) -> None:
    """What the page shows then is what a new reading of the corpus holds; the undo leaves the counts of before."""
    before, ids = counted(folder), by_name(folder)
    story = next(s for s in Corpus(folder).tables().stories if ids["harbor-05-skerry"] in s.articles)
    with client_of(folder) as client:
        answer = send(client, ids["harbor-05-skerry"], verb="origin", name="own", note="They rang <b>us</b>.")
        said = told(client, answer)
        assert "Correction 1: harbor-05-skerry carries the words of its own outlet" in said
        assert "Counted anew" in said and "Take it back" in said
        (kept,) = Corpus(folder).corrections()
        assert (kept.verb, kept.name, kept.note, kept.undone) == ("origin", "own", "They rang <b>us</b>.", None)
        after = counted(folder)
        assert after != before
        low, high = after[story.id]
        page = client.get(f"/stories/{story.id}.html").text
        assert f"{low}–{high} independent origins" in page or f"{high} independent origin" in page
        assert "corrected by hand" in page
        listed = client.get("/corrections.html").text
        assert "They rang &lt;b&gt;us&lt;/b&gt;." in listed
        said = told(client, send(client, "1", verb="undo", back="corrections.html"))
        assert "Taken back" in said
        assert counted(folder) == before
        assert "corrected by hand" not in client.get(f"/stories/{story.id}.html").text
        again = told(client, send(client, "1", verb="undo"))
        assert "Not corrected" in again and "taken back already" in again


def test_the_forms_of_a_pair_of_articles_say_what_they_mean(folder: Path) -> None:
    """Confirm, wrong and not the same event are what the page offers, and are taken as they are sent."""
    with client_of(folder) as client:
        story = client.get(f"/stories/{catalog_of(folder).stories()[0].id}.html").text
        pair = re.search(r"compare/[0-9a-f]+~[0-9a-f]+\.html", story)
        assert pair
        forms = re.findall(r"<form method=\"post\".*?</form>", client.get(f"/{pair[0]}").text, re.DOTALL)
        fields = [re.findall(r'name="([^"]+)" value="([^"]*)"', form) for form in forms]
        assert [dict(f)["verb"] for f in fields] == ["merge", "split", "split"]
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = client.post("/corrections", content=urlencode(fields[-1]), headers={**OURS, **kind})
        assert "not of the story" in told(client, answer)
        assert client.get(f"/{answer.headers['location']}").text.count(pair[0]) >= 1
    (kept,) = Corpus(folder).corrections()
    assert (kept.verb, kept.kind) == ("split", "story")


@pytest.mark.parametrize(
    ("ids", "fields", "status"),
    [
        ((), {"verb": "merge"}, 400),
        (("a", "b"), {"verb": "forget"}, 400),
        (("a", "b"), {"verb": "__class__"}, 400),
        (("a", "b"), {}, 400),
        (("a" * 500, "b"), {"verb": "merge"}, 400),
        (("a",) * 60, {"verb": "merge"}, 400),
        (("a",), {"verb": "origin", "name": "x", "relation": "owns"}, 400),
        (("a", "b"), {"verb": "merge", "note": "x" * 30_000}, 413),
    ],
)
def test_what_no_form_of_ours_sends_is_not_asked_for(
    client: TestClient, ids: tuple[str, ...], fields: dict[str, str], status: int
) -> None:
    assert send(client, *ids, **fields).status_code == status


@pytest.mark.parametrize(
    ("verb", "ids", "more", "words"),
    [
        ("merge", ("0000", "harbor-01-norda"), {}, "nothing in this corpus has the id"),
        ("merge", ("harbor-01-norda",) * 2, {}, "the same is given twice"),
        ("origin", ("harbor-01-norda",), {"name": "own", "note": "x" * 1_001}, "1,000 are the most"),
        ("origin", ("harbor-01-norda", "harbor-05-skerry"), {"name": "own"}, "of something else"),
        ("undo", ("7",), {}, "was never made"),
        ("undo", ("-1",), {}, "of something else"),
        ("undo", ("9" * 30,), {}, "was never made"),
        ("forget", ("1",), {}, "no correction is called that"),
    ],
)
def test_what_does_not_fit_is_said_and_not_kept(
    linked: Path, verb: str, ids: tuple[str, ...], more: dict[str, str], words: str
) -> None:
    """Ids that nothing has, notes that are too long, numbers of no correction."""
    with pytest.raises(FirsthandError, match=words):
        Correct(verb, ids, **more).run(Corpus(linked))  # type: ignore[arg-type]
    assert Corpus(linked).corrections() == []


def test_a_page_says_what_did_not_fit_as_text(folder: Path) -> None:
    with client_of(folder) as client:
        answer = send(client, "0000", "<script>alert(1)</script>", verb="merge")
        assert "Not corrected" in told(client, answer)
        assert "<script>alert" not in client.get(f"/{answer.headers['location']}").text


class Slow:
    """Stands for the process that corrects: waits for leave, then has done it."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> "Slow":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    go = threading.Event()
    order: ClassVar[list[str]] = []

    def ask(self, task: Correct) -> None:
        self.go.wait(30)
        self.order.append(task.ids[0])
        raise Undone("Not this one.")


def test_the_way_back_leads_to_a_page_of_ours(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.web.jobs.Child", Slow)
    Slow.go.set()
    with client_of(linked) as client:
        for back in ("//attack.example", "http://attack.example/", "javascript:alert(1)", "../../x.html", "x y.html"):
            answer = send(client, "1", verb="undo", back=back)
            page = client.get(f"/{answer.headers['location']}").text
            assert back not in unescape(page) and '<a href="../index.html">Back' in page


def test_a_server_that_only_shows_takes_no_corrections(linked: Path) -> None:
    with client_of(linked, may_correct=False) as client:
        answer = send(client, "a", "b", verb="merge")
        assert answer.status_code == 403 and "--read-only" in answer.text
        assert 'action="corrections"' not in client.get("/corrections.html").text


def test_corrections_wait_in_line_and_not_for_ever(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One at a time, in order; where too many wait the next is told so. One that fails costs the others nothing."""
    monkeypatch.setattr("firsthand.web.jobs.Child", Slow)
    Slow.go.clear()
    Slow.order.clear()
    jobs = Jobs(Corpus(linked), lambda: None)
    asked = []
    with pytest.raises(Undone) as refused:
        for n in range(WAITING + 2):
            asked.append(jobs.ask(Correct("merge", (str(n),)), "index.html"))
    assert refused.value.busy
    Slow.go.set()
    assert all(job.ended.wait(30) for job in asked)
    assert Slow.order == [str(n) for n in range(len(asked))]
    assert [job.number for job in jobs.recent()] == sorted((job.number for job in asked), reverse=True)

"""The paste box: what was pasted is answered, kept nowhere, shown as text, and bounded."""

import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from firsthand.api import Corpus
from firsthand.engine.children import NICE
from firsthand.errors import InputError
from firsthand.present.report.environment import Served, rendered
from firsthand.present.report.pages import Page
from firsthand.present.views.check import Checked, check_view
from firsthand.present.views.index import Index
from firsthand.web import forms
from firsthand.web.children import Child, Undone
from firsthand.web.handlers import LONGEST, PASTED
from firsthand.web.tasks import Check
from tests.present.invented import ATTACK, hostile
from tests.watch.server import Page as Asked
from tests.watch.server import serving
from tests.web.conftest import OURS, client_of, token
from tests.web.tasks import Die, Fail, Niceness, Sleep


def paste(client: TestClient, **fields: str) -> Any:
    return client.post("/check.html", data={"token": token(client), **fields}, headers=OURS)


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split())


def report(linked: Path) -> str:
    """The agency's own report, as the corpus has it."""
    articles = Corpus(linked).tables().articles
    return next(a.text for a in articles if a.external_id == "harbor-01-norda")


def test_a_pasted_text_is_told_where_it_comes_from(client: TestClient, linked: Path) -> None:
    """Story, passages with the articles that have them, and statements with their origins, on one page."""
    text = report(linked)
    answer = paste(client, text=f"{text[:900]}\n\nThe rest of this was written by somebody else.")
    said = plain(answer.text)
    assert answer.status_code == 200
    assert "of this text stands in" in said and "It tells a story of" in said and "Norda was first" in said
    assert "independent origin" in said and "Independent does not mean true" in said
    assert re.search(r'<span class="shared prose">[^<]*Maren Skye', answer.text)
    assert 'href="stories/' in answer.text


def test_a_text_on_other_matters_has_no_story(client: TestClient) -> None:
    answer = paste(
        client, text="A recipe.\n\nSmoke the eel over juniper wood for two hours and serve it with rye bread."
    )
    assert "No article of this corpus shares a passage with this text. It tells no story" in plain(answer.text)


def test_an_article_that_nobody_copied_is_found_by_what_it_is_about(client: TestClient) -> None:
    text = (
        "Rescue off Port Halden\n\nEverybody aboard the Maren Skye was taken off after the ferry hit Gull Reef on "
        "Sunday night. Her steering had failed, the coastguard of Port Halden explained."
    )
    assert "shares a passage with this text. It tells a story of" in plain(paste(client, text=text).text)


def test_what_was_pasted_is_kept_nowhere_and_stands_in_no_address(folder: Path) -> None:
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and "ledger" not in p.name}
    with client_of(folder) as client:
        answer = paste(client, text=f"{report(folder)[:900]}\n\nThe harbour master <b>knew</b> nothing of it.")
    assert answer.status_code == 200 and "Norda was first" in plain(answer.text)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and "ledger" not in p.name} == before
    assert answer.url.path == "/check.html" and not answer.url.query


def test_an_answer_shows_documents_as_text() -> None:
    """Whatever stands in the pasted text and in all that it shares words with."""
    tables = hostile()
    article, quotations = tables.articles[0], [q for a in tables.annotations for q in a.quotations]
    checked = Checked(
        article.id, ATTACK, True, dict.fromkeys((q.id for q in quotations), tables.statements[0].id), tables
    )
    values = {"view": check_view(checked), "problem": ATTACK, "cut": 1, "most": 1, "url": ATTACK}
    html = rendered(Page("check.html", values, Index(tables)), "check.html", Served("t", True, True))
    assert html.count("&lt;script&gt;") > 5
    assert html.count("<script") == 1 and "<img" not in html
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html)


@pytest.mark.parametrize("text", ["", "  \n ", "\0", "\ud800", "x", "<html></html>", "{}", '{"text": 1}', "%PDF-1.7"])
def test_what_is_no_article_gets_an_answer(client: TestClient, text: str) -> None:
    """An empty box is the form again; of the rest the page says what is wrong, or that nobody has it."""
    answer = client.post(
        "/check.html",
        data={"token": token(client), "text": text.encode("utf-8", "surrogatepass")},  # type: ignore[dict-item]
        headers=OURS,
    )
    assert answer.status_code in (200, 422)
    assert "Where did this come from?" in answer.text and "Traceback" not in answer.text


def test_a_long_text_is_cut_and_the_page_says_so(client: TestClient) -> None:
    answer = paste(client, text="Words about nothing at all. " * (LONGEST // 28 + 100))
    assert answer.status_code == 200
    assert "past the first 200,000 were not read" in answer.text
    assert len(answer.text) < 300_000


def test_a_form_that_is_too_large_is_not_read(client: TestClient) -> None:
    assert paste(client, text="x" * (PASTED + 1)).status_code == 413
    pieces = (b"text=" + b"x" * 100_000 for _ in range(PASTED // 100_000 + 2))
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    unsaid = client.post("/check.html", content=pieces, headers={**OURS, **kind})  # no length is given
    assert unsaid.status_code == 413
    lied = client.post("/check.html", content=b"a=b", headers={**OURS, **kind, "Content-Length": "-3"})
    assert lied.status_code == 413


def test_only_a_form_of_ours_is_read(client: TestClient) -> None:
    for kind in ("multipart/form-data; boundary=x", "text/plain", "application/json", ""):
        answer = client.post("/check.html", content=b"token=x", headers={**OURS, "Content-Type": kind})
        assert answer.status_code == 415, kind
    many = "&".join(f"a{n}=1" for n in range(forms.FIELDS + 1))
    kind_of_form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/check.html", content=many, headers={**OURS, **kind_of_form}).status_code == 400


PRIVATE = [
    "http://127.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://0.0.0.0:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://127.1:{port}/",
    "http://10.0.0.1/",
    "http://192.168.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/",
    "http://user@127.0.0.1:{port}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@news.example/",
    "http://",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("url", PRIVATE)
def test_addresses_that_are_not_public_are_never_asked(client: TestClient, url: str) -> None:
    with serving() as site:
        site.pages["/"] = Asked(b"secret")
        answer = paste(client, url=url.format(port=site.address.rpartition(":")[2]))
        assert site.asked == []
    assert answer.status_code == 422
    assert "not fetched" in answer.text and "secret" not in answer.text


def test_without_leave_nothing_is_fetched(linked: Path) -> None:
    with client_of(linked, may_fetch=False) as client:
        assert 'name="url"' not in client.get("/check.html").text
        assert paste(client, url="http://news.example/").status_code == 403


def test_a_fetched_page_is_checked_like_a_pasted_text(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the network nothing is needed here: what it gives is bytes and an address."""
    from firsthand.watch.page import Page as Fetched

    body = f"<html><head><title>x</title></head><body><article><p>{report(linked)[:700]}</p></article></body></html>"
    monkeypatch.setattr("firsthand.web.tasks.fetch_page", lambda url: Fetched(url + "here", body.encode()))
    checked = Check(url="https://copy.example/").run(Corpus(linked))
    assert checked.story is not None
    assert checked.tables.articles[0].url == "https://copy.example/here"
    monkeypatch.setattr("firsthand.web.tasks.fetch_page", lambda url: Fetched(url, b"\x00\x01"))
    with pytest.raises(InputError):
        Check(url="https://copy.example/").run(Corpus(linked))


def test_a_text_that_hangs_or_kills_costs_nobody_else(linked: Path) -> None:
    with Child(Corpus(linked)) as child:
        with pytest.raises(Undone, match=r"stopped after 0\.2 seconds"):
            child.ask(Sleep(), 0.2)
        with pytest.raises(Undone, match="died"):
            child.ask(Die())
        with pytest.raises(Undone, match="RuntimeError") as told:
            child.ask(Fail())
        assert "secret" not in str(told.value)
        assert child.ask(Check(text="Something.\n\nNothing was said.")).story is None


def test_a_process_that_was_closed_is_not_started_again(linked: Path) -> None:
    child = Child(Corpus(linked))
    child.close()
    with pytest.raises(Undone):
        child.ask(Check(text="x"))


def test_bytes_are_read_as_a_file_is(linked: Path) -> None:
    checked = Corpus(linked).check(BytesIO(report(linked).encode()), url="https://copy.example/a")
    assert checked.story is not None


def test_a_process_that_nobody_waits_for_gives_way(linked: Path) -> None:
    """From its start on; one that somebody waits for does not."""
    own = os.getpriority(os.PRIO_PROCESS, 0)
    for behind, nice in ((True, max(NICE, own)), (False, own)):
        with Child(Corpus(linked), behind=behind) as child:
            assert child.ask(Niceness()) == nice

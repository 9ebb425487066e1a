"""Why one story, asked of a server: on a page of its own, and for programs."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.api import Corpus
from firsthand.present.catalog import catalog_of
from firsthand.web.children import Child, Undone

V1 = "/api/v1"


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split())


def test_a_story_leads_to_why_it_is_one(client: TestClient, linked: Path) -> None:
    """Its page links there; the page names each article, what both give, and the nearest other story."""
    story = catalog_of(linked).stories()[0]
    path = f"together/{story.id}.html"
    assert f'href="../{path}"' in client.get(f"/stories/{story.id}.html").text
    answer = client.get(f"/{path}")
    said = plain(answer.text)
    assert answer.status_code == 200
    assert "Both name" in said and "characters of text" in said and "The nearest other stories" in said
    assert answer.text.count("Likest to") == story.articles


def test_programs_get_the_same(client: TestClient, linked: Path) -> None:
    """The links of the Python interface, by firsthand's own ids."""
    story = catalog_of(linked).stories()[0]
    answer = client.get(f"{V1}/stories/{story.id}/reasons").json()
    told = Corpus(linked).story_reasons(story.id)
    assert told is not None
    assert [(x["article"], x["other"]) for x in answer["links"]] == [(x.article, x.other) for x in told.links]
    assert answer["neighbours"][0]["apart"][0]["text"] == told.neighbours[0].apart[0].text


def test_what_is_no_story_is_not_found(client: TestClient, linked: Path) -> None:
    article = catalog_of(linked).articles()[0]
    assert client.get("/together/0123456789abcdef.html").status_code == 404
    assert client.get(f"/together/{article.id}.html").status_code == 404
    assert client.get(f"{V1}/stories/{article.id}/reasons").status_code == 404


def test_a_server_that_is_busy_says_so(client: TestClient, linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise Undone("Others ask just now; try again in a moment.", busy=True)

    monkeypatch.setattr(Child, "ask", busy)
    answer = client.get(f"/together/{catalog_of(linked).stories()[0].id}.html")
    assert answer.status_code == 503 and "Others ask just now" in answer.text

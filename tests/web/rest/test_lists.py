"""Lists come in parts: no item twice, none lost, whatever the size of a part; and a cursor is of one list and step."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from firsthand.api import Corpus
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.web import current
from firsthand.web.rest import cursors
from firsthand.web.rest.asked import MOST
from tests.web.conftest import client_of
from tests.web.rest.conftest import V1, items, refused

LISTS = ("/articles", "/stories", "/statements", "/speakers", "/outlets")


@pytest.fixture(scope="module")
def catalog(linked: Path) -> Catalog:
    return catalog_of(linked)


@settings(deadline=None, max_examples=25)
@given(limit=st.integers(1, MOST), path=st.sampled_from(LISTS))
def test_the_parts_of_a_list_are_the_list(api: TestClient, catalog: Catalog, limit: int, path: str) -> None:
    """Each item once, in one order, for every size of a part."""
    found = items(api, path, limit=limit)
    whole = items(api, path, limit=MOST)
    names = [json.dumps(item) for item in found]
    assert found == whole and len(set(names)) == len(names)
    assert len(found) == getattr(catalog.overview(), path[1:])


@pytest.mark.parametrize("limit", [1, 2, 3, 7, MOST])
def test_what_belongs_to_one_thing_is_a_list_too(api: TestClient, catalog: Catalog, limit: int) -> None:
    story = catalog.stories()[0]
    articles = items(api, "/articles", story=story.id, limit=limit)
    assert len(articles) == story.articles
    lineage = items(api, f"/stories/{story.id}/lineage", limit=limit)
    assert [line["article"] for line in lineage] == [a["id"] for a in articles]
    said = [q for a in articles for q in items(api, f"/articles/{a['id']}/quotations", limit=limit)]
    assert len({q["id"] for q in said}) == len(said) > 0
    told: list[dict[str, Any]] = []
    for statement in items(api, "/statements", story=story.id):
        quotations = items(api, f"/statements/{statement['id']}/quotations", limit=limit)
        assert all(q["statement"] == statement["id"] for q in quotations)
        told += quotations
    assert {q["id"] for q in told} <= {q["id"] for q in said}


def test_the_link_leads_to_the_next_part(api: TestClient) -> None:
    """RFC 8288: it keeps what was asked for; the last part has none."""
    answer = api.get(f"{V1}/statements", params={"limit": 5, "order": "time"})
    seen = answer.json()["items"]
    while "next" in answer.links:
        assert answer.json()["next"] in answer.links["next"]["url"]
        answer = api.get(answer.links["next"]["url"])
        seen += answer.json()["items"]
    assert answer.json()["next"] is None
    assert seen == items(api, "/statements", order="time")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "=" * 8,
        "é",
        "\x00",
        "a" * cursors.LONGEST,
        urlsafe_b64encode(b"[]").decode(),
        urlsafe_b64encode(b'["x",-1,"y"]').decode(),
        urlsafe_b64encode(b'["x",1e999,"y"]').decode(),
        urlsafe_b64encode(b'["x",true,"y"]').decode(),
        urlsafe_b64encode(b'[{"a":1},2,"y"]').decode(),
        urlsafe_b64encode(b"[" * 140).decode(),
        str(cursors.Cursor("../../ledger", 0, "y")),
    ],
)
def test_what_is_no_cursor_leads_nowhere(api: TestClient, cursor: str) -> None:
    answer = api.get(f"{V1}/stories", params={"cursor": cursor})
    assert "cursor" in refused(answer, 404, "not-found")


@given(step=st.text(), offset=st.integers(-(10**12), 10**12), question=st.text())
def test_a_cursor_is_read_as_it_was_made_or_not_at_all(step: str, offset: int, question: str) -> None:
    made = cursors.Cursor(step, offset, question)
    found = cursors.read(str(made))
    fits = 0 <= offset <= cursors.FURTHEST and len(str(made)) <= cursors.LONGEST
    assert found == (made if fits else None)


@given(st.text())
def test_any_text_is_a_cursor_or_none(given_: str) -> None:
    found = cursors.read(given_)
    assert found is None or found.offset >= 0


def test_a_cursor_of_another_list_or_another_question_is_refused(api: TestClient) -> None:
    cursor = api.get(f"{V1}/statements", params={"limit": 1}).json()["next"]
    refused(api.get(f"{V1}/articles", params={"cursor": cursor}), 404, "not-found")
    refused(api.get(f"{V1}/statements", params={"cursor": cursor, "order": "time"}), 404, "not-found")
    assert api.get(f"{V1}/statements", params={"cursor": cursor, "limit": 9}).status_code == 200


def test_past_the_end_there_is_nothing(api: TestClient) -> None:
    first = api.get(f"{V1}/speakers", params={"limit": 1}).json()["next"]
    read = cursors.read(first)
    assert read
    far = cursors.Cursor(read.step, cursors.FURTHEST, read.question)
    assert api.get(f"{V1}/speakers", params={"cursor": str(far)}).json() == {"items": [], "next": None}


def test_a_list_goes_on_in_its_step_and_is_then_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the corpus changes, a list that was begun ends as it was; two steps later its cursor is told to be gone."""
    followed: list[current.Current] = []

    class Followed(current.Current):
        """Looks when it is told to, and not while a correction is half done."""

        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            followed.append(self)

    monkeypatch.setattr("firsthand.web.app.Current", Followed)
    monkeypatch.setattr(current, "EVERY", 3_600.0)
    with client_of(folder) as client:
        begun = client.get(f"{V1}/stories", params={"limit": 1}).json()
        whole = [s["id"] for s in items(client, "/stories")]
        _without_its_last_article(followed[0], folder)
        assert [s["id"] for s in items(client, "/stories")] != whole
        seen = [s["id"] for s in begun["items"]]
        going: str | None = begun["next"]
        while going:
            part = client.get(f"{V1}/stories", params={"limit": 1, "cursor": going}).json()
            seen += [s["id"] for s in part["items"]]
            going = part["next"]
        assert seen == whole
        _without_its_last_article(followed[0], folder)
        assert client.get(f"{V1}/stories").status_code == 200
        gone = client.get(f"{V1}/stories", params={"limit": 1, "cursor": begun["next"]})
        assert "begin the list anew" in refused(gone, 410, "cursor-gone")


def _without_its_last_article(served: current.Current, folder: Path) -> None:
    """Take an article out of the first story: a step more, which is served when this returns."""
    story = catalog_of(folder).stories()[0].id
    Corpus(folder).split(story, catalog_of(folder).articles(story=story)[-1].id)
    catalog_of(folder)
    assert served.wait(60)

"""The API of a corpus that nobody changes, and what programs send."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import client_of

V1 = "/api/v1"
TOKEN = "a-token-of-the-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
KINDS = ("bad-parameter", "bad-body", "not-found", "not-allowed", "not-done", "method", "refused", "too-large")


@pytest.fixture(scope="session")
def api(linked: Path) -> Iterator[TestClient]:
    with client_of(linked, token=TOKEN) as running:
        yield running


def items(client: TestClient, path: str, **query: Any) -> list[dict[str, Any]]:
    """All items of a list, part by part."""
    found: list[dict[str, Any]] = []
    asked = dict(query)
    while True:
        answer = client.get(V1 + path, params=asked)
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        if answer.json()["next"] is None:
            return found
        asked["cursor"] = answer.json()["next"]


def refused(answer: Any, status: int, kind: str) -> str:
    """Hold a refusal to its one shape, and return its detail."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    told = answer.json()
    assert set(told) == {"type", "title", "status", "detail"}
    assert (told["type"], told["status"]) == (f"urn:firsthand:problem:{kind}", status)
    return str(told["detail"])

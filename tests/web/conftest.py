"""A corpus of the sample's first story, served."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra serve is not installed")

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would like a successor of httpx better
    from starlette.testclient import TestClient

from firsthand import sample
from firsthand.api import Corpus
from firsthand.present.catalog import catalog_of
from firsthand.web.app import Settings, create_app
from tests.corpora import copied

BASE = "http://127.0.0.1:8000"
OURS = {"Origin": BASE, "Sec-Fetch-Site": "same-origin"}


@contextmanager
def client_of(folder: Path, **settings: object) -> Iterator[TestClient]:
    """A client of an app that serves a corpus; errors of the app are answers, as a browser would see them."""
    app = create_app(Corpus(folder), Settings(**settings))  # type: ignore[arg-type]
    with TestClient(app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


def token(client: TestClient) -> str:
    """The session's token, as a page has it."""
    found = re.search(r'name="token" value="([^"]+)"', client.get("/check.html").text)
    assert found
    return found[1]


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("linked")
    Corpus(folder).trace([sample.path() / "ferry"])
    catalog_of(folder)
    return folder


@pytest.fixture
def folder(linked: Path, tmp_path: Path) -> Path:
    return copied(linked, tmp_path / "c")


@pytest.fixture(scope="session")
def client(linked: Path) -> Iterator[TestClient]:
    """A client of a corpus that nobody changes."""
    with client_of(linked, may_fetch=True) as running:
        yield running

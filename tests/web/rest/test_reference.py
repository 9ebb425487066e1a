"""The page on the API names what there is, and its examples are answered as it says."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from firsthand.cli.serve import LONGEST, SHORTEST
from firsthand.present.export.pieces import SNIPPET
from firsthand.web.handlers import CHECKING
from firsthand.web.rest.asked import MOST, USUAL
from firsthand.web.rest.doing import EXPORTING
from firsthand.web.rest.operations import OPERATIONS
from firsthand.web.rest.tasks import ARTICLES
from tests.corpora import copied
from tests.web.conftest import BASE, client_of
from tests.web.rest.conftest import TOKEN
from tests.web.rest.shown import within

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "http.md").read_text(encoding="utf-8")


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    """The commands of the page, each with what it says is answered."""
    for command, answer in re.findall(r"```sh\n(.*?)\n```\n\n```json\n(.*?)```", PAGE, re.DOTALL):
        yield command, json.loads(answer)


def asked(client: TestClient, command: str) -> Any:
    """The answer to a command line of curl."""
    words = iter(shlex.split(command)[1:])
    url, headers, sent = "", {}, None
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value.replace("TOKEN", TOKEN)
        elif word == "-d":
            sent = next(words).encode()
        else:
            url = word
    assert url.startswith(f"{BASE}/api/v1/")
    return client.request("GET" if sent is None else "POST", url, headers=headers, content=sent)


@pytest.fixture(scope="module")
def client(folder_of_examples: Path) -> Iterator[TestClient]:
    with client_of(folder_of_examples, token=TOKEN) as running:
        yield running


@pytest.fixture(scope="module")
def folder_of_examples(linked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(linked, tmp_path_factory.mktemp("http") / "c")


@pytest.mark.parametrize(("command", "shown"), list(examples()), ids=lambda v: v[36:80] if isinstance(v, str) else "")
def test_an_example_is_answered_as_it_says(client: TestClient, command: str, shown: dict[str, Any]) -> None:
    answer = asked(client, command)
    assert within(shown, answer.json()), answer.text


def test_there_are_examples_and_no_block_is_left_out() -> None:
    assert len(list(examples())) == PAGE.count("```sh") == PAGE.count("```json") > 6


def test_it_has_every_operation_and_parameter() -> None:
    table = PAGE[PAGE.index("| path |") : PAGE.index("Ids are firsthand")]
    for operation in OPERATIONS:
        assert f"`{operation.path}`" in table, operation.path
        for name in set(operation.asks.__dataclass_fields__) - {"limit", "cursor", "with_text"}:
            assert f"`{name}`" in table or f"{{{name}}}" in operation.path, name


def test_its_figures_are_those_of_the_code() -> None:
    said = " ".join(PAGE.split())
    for words in (
        f"`limit` is 1 to {MOST}, {USUAL} if nothing is said",
        f"cut after {SNIPPET} characters",
        f"{ARTICLES:,} articles at most",
        f"{SHORTEST} to {LONGEST} characters",
        f"({CHECKING:g} and {EXPORTING:g} seconds)",
    ):
        assert words in said, words

"""A corpus of the sample's first story, and the SDK's own client of ``firsthand mcp``."""

import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import anyio
import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp.client.client import Client

from firsthand import sample
from firsthand.api import Corpus
from firsthand.present.catalog import catalog_of
from mcp import StdioServerParameters

T = TypeVar("T")
PATIENCE = 120.0


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("linked")
    Corpus(folder).trace([sample.path() / "ferry"])
    catalog_of(folder)
    return folder


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "firsthand", "mcp", "--corpus", str(folder)]


@asynccontextmanager
async def client_of(folder: Path) -> AsyncIterator[Client]:
    python, *arguments = command(folder)
    server = StdioServerParameters(command=python, args=arguments)
    with anyio.fail_after(PATIENCE):
        async with Client(server, read_timeout_seconds=PATIENCE) as client:
            yield client


def talk(folder: Path, said: Callable[[Client], Awaitable[T]]) -> T:
    """What comes of talking with a server that is started for it and ended after it."""

    async def talked() -> T:
        async with client_of(folder) as client:
            return await said(client)

    return anyio.run(talked)


async def asked(client: Client, tool: str, **arguments: Any) -> tuple[dict[str, Any], int]:
    """An answer, and its characters."""
    result = await client.call_tool(tool, arguments)
    (content,) = result.content
    assert not result.is_error, content
    told: dict[str, Any] = json.loads(content.text)  # type: ignore[union-attr]
    return told, len(content.text)  # type: ignore[union-attr]


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    """What is said of a question that is not answered."""
    result = await client.call_tool(tool, arguments)
    (content,) = result.content
    assert result.is_error, content
    return str(content.text)  # type: ignore[union-attr]


async def whole(client: Client, tool: str, **arguments: Any) -> list[dict[str, Any]]:
    """All items of an answer, as the tokens lead on."""
    found: list[dict[str, Any]] = []
    token: str | None = ""
    while token is not None:
        told, _ = await asked(client, tool, token=token, **arguments)
        found += told["items"]
        token = told["next"]
    return found

"""The page on the tools names what there is, and its examples are answered as it says."""

import json
import re
from pathlib import Path
from typing import Any

from mcp.client.client import Client

from firsthand.mcp.items import PIECE
from firsthand.mcp.pieces import NAME, ROOM
from firsthand.mcp.server import NAMES
from firsthand.present.export.pieces import SNIPPET
from tests.mcp.conftest import asked, talk
from tests.web.rest.shown import within

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "mcp.md").read_text(encoding="utf-8")
BLOCK = r"```json\n(.*?)```\n"
EXAMPLES = re.findall(rf"`(\w+)`:\n\n{BLOCK}\n{BLOCK}", PAGE, re.DOTALL)


def test_its_examples_are_answered_as_they_say(linked: Path) -> None:
    async def said(client: Client) -> list[tuple[str, dict[str, Any]]]:
        return [(tool, (await asked(client, tool, **json.loads(given)))[0]) for tool, given, _ in EXAMPLES]

    for (tool, told), (_, _, shown) in zip(talk(linked, said), EXAMPLES, strict=True):
        assert within(json.loads(shown), told), (tool, told)


def test_no_block_is_left_out() -> None:
    assert PAGE.count("```json") == 2 * len(EXAMPLES) + 1 > 10


def test_it_has_every_tool_and_argument(linked: Path) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", PAGE, re.MULTILINE))
    assert list(rows) == list(NAMES)

    async def said(client: Client) -> dict[str, set[str]]:
        return {t.name: set(t.input_schema["properties"]) for t in (await client.list_tools()).tools}

    for tool, arguments in talk(linked, said).items():
        assert arguments - {"token"} == set(re.findall(r"`(\w+)`", rows[tool]))


def test_its_figures_are_those_of_the_code() -> None:
    said = " ".join(PAGE.split())
    for words in (
        f"about {ROOM:,} characters",
        f"cut after {SNIPPET} characters",
        f"{PIECE:,} characters a piece",
        f"cut after {NAME} characters",
    ):
        assert words in said, words

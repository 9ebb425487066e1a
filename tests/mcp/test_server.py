"""An agent's way through a corpus, with the SDK's own client over standard input and output."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from mcp.client.client import Client

from firsthand.mcp.pieces import ROOM
from firsthand.mcp.server import INSTRUCTIONS, NAMES
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.catalog.records import partners
from tests.mcp.conftest import asked, command, refused, talk, whole


@pytest.fixture(scope="module")
def catalog(linked: Path) -> Catalog:
    return catalog_of(linked)


def test_the_tools_say_what_they_do_and_change_nothing(linked: Path) -> None:
    async def said(client: Client) -> None:
        assert client.instructions == INSTRUCTIONS and "never an instruction" in INSTRUCTIONS
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == list(NAMES)
        for tool in tools:
            assert tool.description and tool.annotations and tool.annotations.read_only_hint

    talk(linked, said)


def test_from_a_search_to_why(linked: Path, catalog: Catalog) -> None:
    """Each answer has the ids that the next question needs, and is small."""

    async def said(client: Client) -> None:
        found, size = await asked(client, "search", query="ferry reef")
        assert found["articles_found"] > 3 and size <= 2 * ROOM
        hit = found["items"][0]
        article = next(a for a in catalog.articles(limit=100) if a.id == hit["article"])
        assert hit["story"] == article.story and "quoted" in hit["sentence"]
        story, size = await asked(client, "story", id=hit["story"])
        row = catalog.story(hit["story"])
        assert row and story["independent_origins"] == [row.low, row.high] and size <= 2 * ROOM
        statement, _ = await asked(client, "statement", id=story["items"][0]["statement"])
        quotation = statement["items"][0]
        text = await whole(client, "article", id=quotation["article"], with_text=True)
        words = "".join(piece["quoted"] for piece in text)
        assert quotation["words"]["quoted"] in words[quotation["start"] : quotation["end"]]
        why, _ = await asked(client, "why", id=statement["statement"])
        assert why["statement"] == statement["statement"]
        assert {"kind", "rule", "text", "passages"} <= set(why["items"][0])

    talk(linked, said)


def test_why_of_a_story_tells_why_its_articles_are_one(linked: Path, catalog: Catalog) -> None:
    """Each article with the one that it is likest to, and what keeps the nearest other stories apart."""
    story = max(catalog.stories(limit=50), key=lambda s: s.articles)

    async def said(client: Client) -> None:
        items = await whole(client, "why", id=story.id)
        links = [item for item in items if item["kind"] == "one event"]
        members = {a.id for a in catalog.articles(story=story.id, limit=200)}
        assert {link["article"] for link in links} == members
        assert all(link["other"] in members and link["speaks_for"] for link in links)
        others = [item for item in items if item["kind"] == "another event"]
        assert others and all(other["story"] != story.id and other["apart"] for other in others)
        assert all(
            set(reason) == {"kind", "rule", "text", "passages"} for link in links for reason in link["speaks_for"]
        )

    talk(linked, said)


def test_what_there_is_no_room_for_comes_with_the_token(linked: Path, catalog: Catalog) -> None:
    """No item twice, none lost; and each answer is small."""

    async def said(client: Client) -> None:
        row = catalog.stories()[0]
        articles = await whole(client, "articles", story=row.id)
        assert [a["article"] for a in articles] == [a.id for a in catalog.articles(story=row.id, limit=200)]
        statements = await whole(client, "story", id=row.id)
        assert [s["statement"] for s in statements] == [s.id for s in catalog.statements(story=row.id, limit=500)]
        first, size = await asked(client, "story", id=row.id)
        assert first["next"] and size <= ROOM + 400
        hits = await whole(client, "search", query="ferry")
        ids = [h["article"] for h in hits]
        assert len(set(ids)) == len(ids) == (await asked(client, "search", query="ferry"))[0]["articles_found"]

    talk(linked, said)


def test_two_articles_and_a_text(linked: Path, catalog: Catalog) -> None:
    async def said(client: Client) -> None:
        rows = catalog.articles(story=catalog.stories()[0].id, limit=1)
        other = partners(catalog, rows[0].id, 1)[0]
        pair, _ = await asked(client, "compare", one=rows[0].id, other=other)
        assert pair["one"]["article"] == rows[0].id and {"start", "end", "other_start"} <= set(pair["items"][0])
        pieces = await whole(client, "article", id=rows[0].id, with_text=True)
        text = "".join(piece["quoted"] for piece in pieces)
        checked, _ = await asked(client, "check", text=text)
        assert checked["story"]["id"] == rows[0].story
        every = await whole(client, "check", text=text)
        assert {i["article"] for i in every if "article" in i} <= {a.id for a in catalog.articles(limit=200)}

    talk(linked, said)


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("story", {"id": "0000"}, "nothing in this corpus has the id"),
        ("story", {"id": "\x00"}, "nothing in this corpus has the id"),
        ("story", {"id": "x" * 300}, "at most 200"),
        ("story", {"id": ""}, "at least 1"),
        ("story", {}, "required"),
        ("story", {"id": 7}, "string"),
        ("search", {"query": "x" * 501}, "at most 500"),
        ("search", {"query": "ferry", "token": "x"}, "another question"),
        ("check", {"text": " "}, "given text"),
        ("check", {"text": "x" * 200_001}, "at most 200000"),
    ],
)
def test_what_cannot_be_answered_is_told_why(server: Any, tool: str, arguments: dict[str, Any], words: str) -> None:
    assert words in server(tool, arguments)


@pytest.fixture(scope="module")
def server(linked: Path) -> Any:
    """Asks a server what it refuses; one for all of these."""
    marks = test_what_cannot_be_answered_is_told_why.pytestmark  # type: ignore[attr-defined]
    questions = next(mark.args[1] for mark in marks if mark.name == "parametrize")

    async def said(client: Client) -> dict[str, str]:
        return {json.dumps([tool, given]): await refused(client, tool, **given) for tool, given, _ in questions}

    answers = talk(linked, said)
    return lambda tool, given: answers[json.dumps([tool, given])]


@pytest.mark.parametrize("how", ["closed", signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_it_ends_with_what_it_started(linked: Path, how: Any) -> None:
    """However it is ended, no process of its own is left: neither its own nor the one that checks."""
    with subprocess.Popen(command(linked), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdin and process.stdout
        _say(process, 1, "initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo=_US)
        _say(process, None, "notifications/initialized")
        _say(process, 2, "tools/call", name="check", arguments={"text": "The ferry ran onto the reef."})
        children = _children(process.pid)
        assert children, "the process that checks"
        if how == "closed":
            process.stdin.close()
        else:
            process.send_signal(how)
        code = process.wait(60)
        assert code == {"closed": 0, signal.SIGKILL: -9}.get(how, code)
        assert _gone(children)


_US = {"name": "tests", "version": "1"}


def _say(process: "subprocess.Popen[bytes]", number: int | None, method: str, **params: Any) -> None:
    """Send a message, and wait for its answer where it has a number."""
    assert process.stdin and process.stdout
    message = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if number is None else {"id": number})
    process.stdin.write(json.dumps(message).encode() + b"\n")
    if number is not None:
        assert json.loads(process.stdout.readline())["id"] == number


def _children(pid: int) -> list[int]:
    """The processes that a process has started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(p) for p in found.stdout.split()]


def _gone(pids: list[int]) -> bool:
    """Tell whether processes have ended, waiting a while for it."""
    for _ in range(300):
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return (
        "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[-1][:4] if Path("/proc/self").exists() else True
    )


def test_without_the_extra_its_name_is_told(linked: Path) -> None:
    code = (
        "import sys; sys.modules['mcp'] = None; sys.modules['mcp.server'] = None\n"
        "from firsthand.cli import main\n"
        f"sys.exit(main(['mcp', '--corpus', {str(linked)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "pip install 'firsthand[mcp]'" in done.stderr and "Traceback" not in done.stderr


def test_a_folder_that_is_no_corpus_is_one_line(tmp_path: Path) -> None:
    done = subprocess.run(command(tmp_path / "none"), capture_output=True, text=True, check=False, input="")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and done.stdout == ""

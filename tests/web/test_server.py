"""A server as it is started: on a free port, asked over sockets, ended; and a corpus that grows beside it."""

import http.client
import json
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

import pytest

from firsthand import sample
from firsthand.api import Corpus

PATIENCE = 90.0


class Server:
    """A running ``firsthand serve``: where it is, and what it said."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, said: str) -> None:
        self.process, self.port, self.said = process, port, said

    def get(self, path: str) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def raw(self, request: bytes) -> bytes:
        """What is answered to bytes as they are."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(request)
            kept = b""
            while piece := connection.recv(65_536):
                kept += piece
            return kept

    def state(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.get("/state.json")[1])
        return found


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Server]:
    command = [sys.executable, "-m", "firsthand", "serve", "--corpus", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=0) as process:
        try:
            said = line(process)
            port = re.search(r":([0-9]+)/", said)
            assert port, said
            yield Server(process, int(port[1]), said)
        finally:
            process.kill()


def line(process: subprocess.Popen[bytes]) -> str:
    stdout = cast("socket.socket", process.stdout)
    ready, _, _ = select.select([stdout], [], [], PATIENCE)
    assert ready, "it said nothing"
    assert process.stdout
    return process.stdout.readline().decode()


@pytest.fixture(scope="module")
def server(linked: Path) -> Iterator[Server]:
    with running(linked) as started:
        yield started


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def test_it_says_where_it_is_and_answers_there(server: Server) -> None:
    assert f"http://127.0.0.1:{server.port}/" in server.said
    code, page = server.get("/")
    assert code == 200 and "Norda" in page


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (b"GET / HTTP/1.1\r\nHost: attack.example\r\nConnection: close\r\n\r\n", 421),
        (b"GET / HTTP/1.0\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: attack.example\r\nConnection: close\r\n\r\n", 400),
        (b"GET http://attack.example/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", 404),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", 404),
        (b"GET /stories/../ledger.sqlite HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", 404),
        (b"GET /assets/../templates/base.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", 404),
        (b"GET /%ff%fe HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", 404),
        (b"TRACE / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", 405),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\nX: " + b"x" * 40_000 + b"\r\nConnection: close\r\n\r\n", 431),
        (b"\x16\x03\x01\x02\x00\x01\x00", 400),
        (
            b"POST /check.html HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999999\r\n"
            b"Connection: close\r\n\r\ntext=",
            413,
        ),
        (
            b"POST /check.html HTTP/1.1\r\nHost: {host}\r\nOrigin: http://attack.example\r\n"
            b"Content-Length: 5\r\nConnection: close\r\n\r\ntext=",
            403,
        ),
    ],
)
def test_what_comes_over_the_line_as_no_browser_sends_it(server: Server, request_: bytes, code: int) -> None:
    answer = server.raw(request_.replace(b"{host}", f"127.0.0.1:{server.port}".encode()))
    assert status(answer) == code
    assert b"root:" not in answer and b"Traceback" not in answer
    assert b"\r\nserver:" not in answer.lower()


def test_a_name_that_was_made_to_mean_this_machine_reads_nothing(server: Server) -> None:
    """The connection is to the loopback, as after a rebinding; the name is the other site's."""
    answer = server.raw(
        f"GET /check.html HTTP/1.1\r\nHost: attack.example:{server.port}\r\nConnection: close\r\n\r\n".encode()
    )
    assert status(answer) == 421 and b"token" not in answer


def test_a_step_of_another_process_is_shown_when_it_is_there(folder: Path, tmp_path: Path) -> None:
    """Old pages stay until the new catalog is whole; nothing has to be started again."""
    new = tmp_path / "new.txt"
    new.write_text(
        "Pilots of Ellmar vote for a new pier\n\nThe pilots of Ellmar voted on Monday for a pier of their own, which "
        "the town will pay for. “We have waited for nine years,” said Tessa Varga, their speaker.\n",
        encoding="utf-8",
    )
    with running(folder) as server:
        before = server.state()
        assert before["newest"] is True
        assert "<b>0 articles</b>" in server.get("/search.html?q=ellmar")[1]
        traced = subprocess.run(
            [sys.executable, "-m", "firsthand", "trace", str(new), "--corpus", str(folder), "--quiet"],
            capture_output=True,
            check=False,
        )
        assert traced.returncode == 0, traced.stderr
        ends = time.monotonic() + PATIENCE
        while (now := server.state()) == before or not now["newest"]:
            assert time.monotonic() < ends, now
            assert server.get("/")[0] == 200
            time.sleep(0.1)
        assert "<b>1 article</b>" in server.get("/search.html?q=ellmar")[1]


def test_it_ends_when_it_is_told_to_and_says_nothing_more(linked: Path) -> None:
    with running(linked) as server:
        assert server.get("/")[0] == 200
        server.process.send_signal(signal.SIGINT)
        out, _ = server.process.communicate(timeout=PATIENCE)
        assert (server.process.returncode, out.decode()) == (0, "End with Ctrl-C.\n")


def test_killed_it_leaves_nobody_who_keeps_its_pipe_open(linked: Path) -> None:
    """Its own processes have no part in what it was started with: whoever reads its output sees the end."""
    with running(linked) as server:
        server.process.kill()
        out, _ = server.process.communicate(timeout=PATIENCE)
        assert out.decode() == "End with Ctrl-C.\n"


def test_two_of_one_port_do_not_go_together(server: Server, linked: Path) -> None:
    command = [sys.executable, "-m", "firsthand", "serve", "--corpus", str(linked), "--port", str(server.port)]
    second = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert second.returncode == 2
    assert "cannot be served from" in second.stderr and "Traceback" not in second.stderr


def test_without_a_corpus_there_is_nothing_to_serve(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "firsthand", "serve", "--corpus", str(tmp_path / "none"), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 2 and "no corpus here" in done.stderr
    assert not (tmp_path / "none").exists()


def test_a_corpus_that_nobody_may_write_is_shown(folder: Path) -> None:
    """With its catalog there, which is what a copy for readers has."""
    assert Corpus(folder).corrections() == []
    with running(folder, "--read-only") as server:
        assert server.get("/index.html")[0] == 200
        assert "Take it back" not in server.get("/corrections.html")[1]


def test_the_extra_is_named_where_it_is_missing(linked: Path) -> None:
    """A plain installation has neither framework nor server."""
    code = (
        "import sys\nsys.modules['starlette'] = sys.modules['uvicorn'] = None\n"
        "from firsthand.cli import main\n"
        f"sys.exit(main(['serve', '--corpus', {str(linked)!r}, '--port', '0']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 2
    assert "pip install 'firsthand[serve]'" in done.stderr


def test_the_sample_is_what_is_served(server: Server) -> None:
    """Every story of the corpus has its page."""
    stories = Corpus(server_folder(server)).tables().stories
    assert sample.path().is_dir() and stories
    assert all(server.get(f"/stories/{story.id}.html")[0] == 200 for story in stories)


def server_folder(server: Server) -> Path:
    """The corpus that a server says it serves."""
    found = re.search(r"Serving (.+) at ", server.said)
    assert found
    return Path(found[1])

"""Rounds of watching, as their user meets them: feeds and folders in, alerts out, and nothing lost or doubled."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import feedparser
import pytest

from firsthand.api import Corpus
from firsthand.cli import main
from firsthand.config import Config, EngineConfig
from firsthand.errors import CorpusBusy, InputError
from firsthand.store import Writer
from firsthand.store.watching import Watching
from firsthand.watch import rounds
from firsthand.watch.fetch import Limits
from firsthand.watch.poll import FIRST_WAIT, LONGEST_WAIT, wait
from firsthand.watch.rounds import Outlets, Watch
from tests.watch.server import Page, Site

BRIDGE = (
    "The bridge over the Lind at Halden was opened again on Monday after two years of repairs. The repairs cost {} "
    "million crowns, a third more than planned, the council said, and the toll will stay for ten more years."
)
FIRE = (
    "A fire destroyed the old grain store at Brekke harbour in the night to Friday. Nobody was hurt, the fire service "
    "said. Forty firefighters fought the flames until the morning, and two roads stay closed for lorries."
)


def rss(*entries: tuple[str, str]) -> bytes:
    items = "".join(
        f"<item><title>News {name}</title><link>https://halden.example/{name}</link><guid>{name}</guid>"
        f"<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><description>{text}</description></item>"
        for name, text in entries
    )
    return f'<rss version="2.0"><channel><title>Halden Courier</title>{items}</channel></rss>'.encode()


class Desk:
    """A corpus under watch, and what was said."""

    def __init__(self, folder: Path, *sources: str, pages: bool = False, **outlets: Any) -> None:
        self.pages = pages
        self.corpus = Corpus(folder / "c", Config(engine=EngineConfig(workers=1)))
        self.sources, self.outlets = sources, outlets
        self.said: list[str] = []
        self.warned: list[str] = []

    @contextmanager
    def watch(self) -> Iterator[Watch]:
        outlets = Outlets(self.said.append, self.warned.append, json=True, **self.outlets)
        with Watching(self.corpus.path) as state:
            yield Watch(self.corpus, self.sources, state, outlets, Limits(private=True, gap=0.0), pages=self.pages)

    def round(self) -> list[tuple[str, str]]:
        """Run one round as a process of its own would; return what it told, as kind and title."""
        self.said.clear()
        self.warned.clear()
        with self.watch() as watch:
            watch.round()
        return [(alert["kind"], alert["title"]) for alert in map(json.loads, self.said)]


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "SETTLED", 0.0)


def test_a_feed_is_asked_whether_it_changed_and_its_edits_are_told(site: Site, tmp_path: Path) -> None:
    """Across restarts: the first round tells the story, the second nothing, the third the edit with its words."""
    site.pages["/feed"] = Page(rss(("bridge", BRIDGE.format("nine"))), headers={"ETag": '"1"'})
    desk = Desk(tmp_path, f"{site.address}/feed")
    assert desk.round() == [("new story", "News bridge")]
    assert desk.round() == []
    assert [headers.get("if-none-match") for _, path, headers, _ in site.asked if path == "/feed"] == [None, '"1"']

    site.pages["/feed"] = Page(rss(("bridge", BRIDGE.format("ten"))), headers={"ETag": '"2"'})
    assert desk.round() == [("edited article", "News bridge")]
    detail = json.loads(desk.said[0])["detail"]
    assert [line[0] for line in detail] == ["-", "+"]
    assert "nine" in detail[0]
    assert "ten" in detail[1]
    assert len(desk.corpus.tables().articles) == 2


def test_new_and_changed_files_are_read_and_others_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bridge.txt").write_text(f"Bridge opens\n\n{BRIDGE.format('nine')}\n")
    desk = Desk(tmp_path, str(folder))
    assert desk.round() == [("new story", "Bridge opens")]
    (folder / "fire.txt").write_text(f"Fire at harbour\n\n{FIRE}\n")
    assert desk.round() == [("new story", "Fire at harbour")]
    (folder / "bridge.txt").write_text(f"Bridge opens\n\n{BRIDGE.format('eleven')}\n")
    assert desk.round() == [("edited article", "Bridge opens")]


@pytest.mark.parametrize("place", ["add_documents", "link_new", "stored", "alerted", "told"])
def test_a_round_cut_off_anywhere_is_made_up_for_by_the_next(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The feed answers 304 by then: what it said must have been kept. Each alert is recorded once."""
    site.pages["/feed"] = Page(rss(("bridge", BRIDGE.format("nine")), ("fire", FIRE)), headers={"ETag": '"1"'})
    desk = Desk(tmp_path, f"{site.address}/feed")

    def cut(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    if place == "alerted":
        desk.corpus.add([])  # the picture before the first round is kept by the same call
        with desk.watch() as watch:
            watch._before()
    with monkeypatch.context() as patch:
        patch.setattr(Corpus if hasattr(Corpus, place) else Watching, place, cut)
        with pytest.raises(KeyboardInterrupt):
            desk.round()
    assert sorted(desk.round()) == [("new story", "News bridge"), ("new story", "News fire")]
    assert desk.round() == []
    assert len(desk.corpus.tables().articles) == 2
    assert desk.corpus.tables().duplicates == []
    with Watching(desk.corpus.path) as state:
        assert len(state.latest(10)) == 2


def test_what_a_corpus_held_before_its_first_watch_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(f"Bridge opens\n\n{BRIDGE.format('nine')}\n")
    desk = Desk(tmp_path, str(tmp_path / "bridge.txt"))
    desk.corpus.trace([tmp_path / "bridge.txt"])
    assert desk.round() == []


def test_a_feed_that_fails_is_warned_of_and_left_alone_for_a_while(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = Page(status=503, headers={"Retry-After": "7200"})
    desk = Desk(tmp_path, f"{site.address}/feed")
    desk.round()
    assert desk.warned == [f"{site.address}/feed: status 503"]
    desk.round()
    assert desk.warned == []
    assert site.paths().count("/feed") == 1


def test_waits_double_up_to_a_day_and_chance_shortens_them_by_half_at_most() -> None:
    assert [wait(n, 0.0) for n in (1, 2, 3)] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert wait(10_000, 0.0) == LONGEST_WAIT
    assert wait(1, 1.0) == FIRST_WAIT / 2


def test_alerts_go_to_a_webhook_until_it_takes_them_and_into_a_feed(site: Site, tmp_path: Path) -> None:
    """A webhook that fails gets them with the next round; hostile words stay words in the feed."""
    hostile = "Fire &lt;script&gt;]]&gt; at harbour"
    site.pages = {"/feed": Page(rss(("fire", FIRE)).replace(b"News fire", hostile.encode())), "/hook": Page(status=500)}
    desk = Desk(tmp_path, f"{site.address}/feed", webhook=f"{site.address}/hook", rss=tmp_path / "out.xml")
    ((_, title),) = desk.round()
    assert desk.warned == ["webhook: status 500; tried again in the next round"]
    site.pages["/hook"] = Page(status=204)
    assert desk.round() == []
    desk.round()
    posts = [
        (headers["idempotency-key"], json.loads(body)) for method, _, headers, body in site.asked if method == "POST"
    ]
    assert [(key, said["title"]) for key, said in posts] == [(posts[0][0], title)] * 2

    feed = feedparser.parse((tmp_path / "out.xml").read_bytes(), sanitize_html=False)
    assert not feed.bozo
    assert [(e.title, e.link) for e in feed.entries] == [(f"new story: {title}", "https://halden.example/fire")]


def test_one_watch_a_corpus(tmp_path: Path) -> None:
    desk = Desk(tmp_path, str(tmp_path))
    with desk.watch(), pytest.raises(CorpusBusy, match="another watch"), desk.watch():
        pass


def test_a_corpus_that_another_process_writes_to_is_waited_for(tmp_path: Path) -> None:
    """The round is told of as failed, and the watch goes on."""
    (tmp_path / "fire.txt").write_text(f"Fire at harbour\n\n{FIRE}\n")
    desk = Desk(tmp_path, str(tmp_path / "fire.txt"))
    sleeps: list[float] = []

    def sleep(seconds: float) -> None:
        sleeps.append(seconds)
        raise KeyboardInterrupt

    with desk.watch() as watch, Writer(desk.corpus.path), pytest.raises(KeyboardInterrupt):
        rounds.run(watch, 60.0, sleep)
    assert len(sleeps) == 1
    assert "another process is writing" in desk.warned[0]
    assert desk.round() == [("new story", "Fire at harbour")]


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"), Desk(tmp_path, "nowhere").watch():
        pass


def test_the_command_prints_alerts_and_tells_when_no_source_could_be_read(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """This machine is not asked unless that is allowed."""
    site.pages["/feed"] = Page(rss(("fire", FIRE)))
    command = ["watch", f"{site.address}/feed", "--corpus", str(tmp_path / "c"), "--once", "--no-pages"]
    assert main(command) == 2
    assert "is not an address of the public network" in capsys.readouterr().err
    command[command.index(str(tmp_path / "c"))] = str(tmp_path / "d")
    assert main([*command, "--allow-private"]) == 0
    assert "new story: News fire\n" in capsys.readouterr().out

"""The pictures in ``docs/images``, of the sample's pages: ``python -m tests.golden.pictures`` (needs Chromium).

Every view of the report from disk, at the width of a screen or a phone, light or dark, and the paste box as it is
served (extra ``serve``).
"""

import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from firsthand import sample
from firsthand.api import Corpus

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
SCREEN, PHONE = 1200, 360
# What is pasted into the box of the served page: a reader's own words around a sentence of the sample.
PASTED = (
    "My cousin sent me this. The passenger ferry Maren Skye ran aground on the Gull Reef outside Port Halden on Sunday "
    "evening with 214 people on board, and all of them were brought ashore or accounted for within two hours."
)


@dataclass(frozen=True)
class Shot:
    """A picture: the page's path, what is clicked first, the part that is shown (from the top where it is None)."""

    name: str
    path: str
    height: int = 900
    width: int = SCREEN
    part: str | None = None
    click: str | None = None
    dark: bool = False


def shots(story: str, pair: str, speaker: str, outlet: str) -> list[Shot]:
    """Return the pictures of the report."""
    return [
        Shot("front", "index.html", 860),
        Shot("story", story, 1180),
        Shot("story-phone", story, 1000, PHONE, dark=True),
        Shot("statement", story, part="article.statement"),
        Shot("lineage", story, part="#lineage"),
        Shot("coverage", story, part="#coverage"),
        Shot("timeline", story, part="#timeline"),
        Shot("side-by-side", pair, 1000),
        Shot("speaker", speaker, 1000),
        Shot("outlet", outlet, 900, dark=True),
        Shot("search", "search.html?q=hull+opened", 900),
    ]


def main() -> int:
    """Trace the sample and take the pictures."""
    from playwright.sync_api import sync_playwright

    browser = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
    if browser is None:
        print("no Chromium here; on Debian: apt-get install chromium", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        corpus = Corpus(Path(folder) / "corpus")
        corpus.trace([sample.path()])
        site = corpus.report().parent
        driver = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for shot in shots(*_views(corpus, site)):
            _take(driver, f"{site.as_uri()}/{shot.path}", shot)
        with _served(corpus.path) as address:
            _paste(driver, address)
        driver.close()
    return 0


def _views(corpus: Corpus, site: Path) -> tuple[str, str, str, str]:
    """Return the paths of the largest story, the pair that shares most, the speaker and the outlet with most."""
    tables = corpus.tables()
    story = max(tables.stories, key=lambda s: len(s.articles))
    most = max(tables.copies, key=lambda c: (c.changed > 0 and {c.earlier, c.later} <= {*story.articles}, c.characters))
    pairs = [p for p in (site / "compare").iterdir() if most.earlier in p.name and most.later in p.name]
    named = [max((site / kind).iterdir(), key=lambda p: p.stat().st_size) for kind in ("speakers", "outlets")]
    found = (site / "stories" / f"{story.id}.html", pairs[0], *named)
    first, second, third, fourth = (path.relative_to(site).as_posix() for path in found)
    return first, second, third, fourth


def _take(driver: Any, address: str, shot: Shot) -> None:
    tab = driver.new_page(
        viewport={"width": shot.width, "height": shot.height}, color_scheme="dark" if shot.dark else "light"
    )
    tab.goto(address)
    if shot.click:
        tab.locator(shot.click).first.click()
    tab.wait_for_timeout(300)
    if shot.part is None:
        tab.screenshot(path=IMAGES / f"{shot.name}.png")
    else:
        tab.evaluate("scrollTo(0, 0)")
        box = tab.locator(shot.part).first.bounding_box()
        clip = {**box, "x": 0, "width": shot.width, "height": min(box["height"] + 16, shot.height)}
        tab.screenshot(path=IMAGES / f"{shot.name}.png", clip=clip, full_page=True)
    tab.close()


@contextmanager
def _served(corpus: Path) -> Iterator[str]:
    """Serve a corpus on a free port until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "firsthand", "serve", "--corpus", str(corpus), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        process.stdout.readline()  # says where it serves once it does
        address = f"http://127.0.0.1:{port}/check.html"
        urlopen(address, timeout=30).close()
        yield address
    finally:
        process.terminate()
        process.wait(30)


def _paste(driver: Any, address: str) -> None:
    tab = driver.new_page(viewport={"width": SCREEN, "height": 1000}, color_scheme="light")
    tab.goto(address)
    tab.locator("textarea").first.fill(PASTED)
    tab.locator("form:has(textarea) button").first.click()
    tab.wait_for_load_state("networkidle")
    tab.screenshot(path=IMAGES / "check.png")
    tab.close()


if __name__ == "__main__":
    sys.exit(main())

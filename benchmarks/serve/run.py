"""What a page costs on a large corpus: python -m benchmarks.serve.run FOLDER [--articles N] [--requests N] [--quiet]

The corpus is made where FOLDER has none (``benchmarks.serve.corpus``), its catalog built where that is missing. Then
pages of each view are asked for, chosen by chance, one after the other, while a second process adds documents to the
corpus without an end (``--quiet``: none does): milliseconds from the path to the HTML, by the clock and of the
processor, and its size. ``--http`` asks a server (``firsthand serve``) instead of this process, whose processor's time
is not seen then. Then the page of the largest story: bytes of all
that it loads, and the time to its first paint in Chromium, from disk or from the server. Last, with ``--http``, how
long a pasted text takes to be answered: articles of the corpus, half their sentences in another order.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import parse_qsl, urlencode, urlsplit

from benchmarks.serve.corpus import write
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.report.environment import Served, rendered
from firsthand.present.report.pages import LISTS, page
from firsthand.present.report.site import write_assets
from firsthand.present.safe import slug
from firsthand.store import Snapshot

# What the issue asks for: 95 of a hundred pages within so many milliseconds, the page of a story of 500 articles within
# so many bytes with its assets, its first paint within so many milliseconds.
P95, BYTES, PAINT = 150.0, 1_500_000, 1_000.0
# And for how many pasted texts, each answered within so many milliseconds.
PASTES, ANSWERED = 20, 2_000.0
_PORT = 8_437
_SERVED = Served("token", may_fetch=False, may_correct=True)
Ask = Callable[[str], bytes]

# The process that adds: invented articles of a paragraph, a hundred a step.
ADDING = """
import itertools, json, sys, tempfile, time
from pathlib import Path
import firsthand

def document(n, k):
    text = f"The quay of pier {n} and {k} stays open. " * 20
    return {"id": f"new-{n}-{k}", "text": text, "publisher": "The New Post", "title": f"Quay {n} {k}"}

for n in itertools.count(int(time.time())):  # other documents than those of an earlier run
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.jsonl"
        path.write_text("".join(json.dumps(document(n, k)) + "\\n" for k in range(100)))
        firsthand.open(sys.argv[1]).add([path])
"""


def main(arguments: list[str] | None = None) -> int:
    """Print a row for each view, then the largest story's page."""
    parser = argparse.ArgumentParser(prog="run", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--quiet", action="store_true", help="no second process adds documents")
    parser.add_argument("--http", action="store_true", help="ask a server")
    given = parser.parse_args(arguments)
    catalog = _made(given.folder, given.articles)
    largest = f"stories/{slug(catalog.stories('articles', 1)[0].id)}.html"
    with (
        nullcontext() if given.quiet else _adding(given.folder),
        _server(given.folder, catalog, given.http) as (ask, root),
    ):
        met = _views(ask, _paths(catalog, given.folder, given.requests))
        met &= _largest(ask, root, largest)
        if given.http:
            met &= _pastes(ask, _texts(given.folder))
    return 0 if met else 1


def _made(folder: Path, articles: int) -> Catalog:
    if not (folder / "tables").exists():
        started = time.monotonic()
        write(folder, articles)
        print(f"corpus of {articles:,} articles: {time.monotonic() - started:.0f} s")
    started = time.monotonic()
    catalog = catalog_of(folder)
    size = catalog.path.stat().st_size / 1e6
    print(f"catalog: {time.monotonic() - started:.0f} s, {size:,.0f} MB, {catalog.overview().articles:,} articles\n")
    return catalog


@contextmanager
def _adding(folder: Path) -> Iterator[None]:
    """Let a process add documents meanwhile, and say how many came."""
    before = len(Snapshot(folder).column("articles", "id"))
    process = subprocess.Popen([sys.executable, "-c", ADDING, str(folder)])
    try:
        yield
    finally:
        process.terminate()
        process.wait()
        print(f"\n{len(Snapshot(folder).column('articles', 'id')) - before:,} documents were added meanwhile")


@contextmanager
def _server(folder: Path, catalog: Catalog, http: bool) -> Iterator[tuple[Ask, str]]:
    """Give what answers a path, and the address that its pages stand under."""
    if http:
        command = [sys.executable, "-m", "firsthand", "serve", "--corpus", str(folder), "--port", str(_PORT)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            yield _waited(_over_http), f"http://127.0.0.1:{_PORT}/"
        finally:
            process.terminate()
            process.wait()
        return
    with tempfile.TemporaryDirectory() as site:
        write_assets(Path(site))

        def answer(path: str) -> bytes:
            name, _, asked = path.partition("?")
            found = page(catalog, name, dict(parse_qsl(asked)))
            html = rendered(found, name, _SERVED).encode() if found else b""
            if name.startswith("stories/"):
                (Path(site) / "stories").mkdir(exist_ok=True)
                (Path(site) / name).write_bytes(html)
            return html

        yield answer, Path(site).as_uri() + "/"


def _over_http(path: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", _PORT, timeout=60)
    connection.request("GET", f"/{path}")
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return body if answer.status == 200 else b""


def _waited(ask: Ask) -> Ask:
    """Return ``ask`` when it has an answer for the first time."""
    for _ in range(600):
        try:
            if ask("index.html"):
                return ask
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit("the server does not answer")


def _paths(catalog: Catalog, folder: Path, requests: int) -> dict[str, list[str]]:
    """Return the paths to be asked for, by view."""
    chance = random.Random(3)
    some = catalog.overview()

    def chosen(kind: str, names: list[str]) -> list[str]:
        return [f"{kind}/{slug(name)}.html" for name in chance.choices(names, k=requests)]

    copies = chance.choices(Snapshot(folder).records("copies")[:20_000], k=requests)
    rows = [a for _ in range(requests) for a in catalog.articles(limit=1, offset=chance.randrange(some.articles))]
    speakers = [s.name for s in catalog.speakers(200)]
    outlets = [o.name for o in catalog.outlets(200)]
    return {
        "front": ["index.html"] * (requests // 4),
        "story": chosen("stories", list(catalog.ids("story"))),
        "story, large": [f"stories/{slug(s.id)}.html" for s in catalog.stories("articles", 1 + requests // 4)[1:]],
        "compare": [f"compare/{slug(c.earlier)}~{slug(c.later)}.html" for c in copies],
        "speaker": chosen("speakers", list(catalog.ids("speaker"))),
        "outlet": chosen("outlets", list(catalog.ids("outlet"))),
        "list": [f"lists/{chance.choice(sorted(LISTS))}-{chance.randint(1, 9)}.html" for _ in range(requests)],
        "search": [_search(a.headline.split()[:2]) for a in rows],
        "search, phrase": [_search([f'"{" ".join(a.headline.split()[-3:])}"']) for a in rows],
        "search, common": [_search([a.headline.split()[-1]], f'outlet:"{chance.choice(outlets)}"') for a in rows],
        "search, speaker": [_search([], f'speaker:"{chance.choice(speakers)}"') for _ in rows],
    }


def _search(words: list[str], *fields: str) -> str:
    return "search.html?" + urlencode({"q": " ".join([*words, *fields])})


def _views(ask: Ask, paths: dict[str, list[str]]) -> bool:
    """Print milliseconds and bytes of each view; return whether all kept within what is asked for."""
    print(f"{'view':18}{'pages':>7}{'median':>9}{'p95':>9}{'worst':>9}{'CPU p95':>9}{'kB':>8}")
    met = True
    for view, some in paths.items():
        ask(some[0])
        times, spent, sizes = [], [], []
        for path in some:
            started = time.perf_counter(), time.process_time()
            sizes.append(len(ask(path)))
            times.append(1_000 * (time.perf_counter() - started[0]))
            spent.append(1_000 * (time.process_time() - started[1]))
        met &= _p95(times) < P95
        found = [size for size in sizes if size]
        figures = median(times), _p95(times), max(times), _p95(spent)
        kilobytes = median(found) / 1e3 if found else 0
        print(f"{view:18}{len(found):7}" + "".join(f"{n:9.1f}" for n in figures) + f"{kilobytes:8.0f}", flush=True)
    return met


def _p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def _largest(ask: Ask, root: str, path: str) -> bool:
    """Print what the page of the largest story weighs, and when a browser first paints it; return whether both do."""
    html = ask(path)
    assets = {name: _asset(ask, root, name) for name in re.findall(rb'(?:src|href)="\.\./(assets/[^"]+)"', html)}
    weight = len(html) + sum(assets.values())
    print(f"\nlargest story: {len(html):,} bytes of HTML, {weight:,} with {len(assets)} assets", flush=True)
    paint = _first_paint(root + path)
    print(f"first paint: {paint:.0f} ms" if paint else "first paint: no browser here", flush=True)
    return weight < BYTES and paint < PAINT


def _texts(folder: Path) -> Iterator[str]:
    """Yield texts to be pasted: every other sentence of an article, and then the others."""
    for row in random.Random(5).sample(Snapshot(folder).records("articles"), PASTES):
        sentences = row.text.split(". ")
        yield ". ".join(sentences[::2] + sentences[1::2])


def _pastes(ask: Ask, texts: Iterator[str]) -> bool:
    """Print how long pasted texts take to be answered; return whether all are in time."""
    found = re.search(rb'name="token" value="([^"]+)"', ask("check.html"))
    token = found[1].decode() if found else ""
    times = []
    for text in texts:
        started = time.perf_counter()
        _post("check.html", {"token": token, "text": text})
        times.append(1_000 * (time.perf_counter() - started))
    print(f"pasted texts: {len(times)}, first {times[0]:.0f} ms, median {median(times):.0f}, worst {max(times):.0f}")
    return max(times) < ANSWERED


def _post(path: str, fields: dict[str, str]) -> bytes:
    connection = HTTPConnection("127.0.0.1", _PORT, timeout=60)
    kind = "application/x-www-form-urlencoded"
    headers = {"Content-Type": kind, "Origin": f"http://127.0.0.1:{_PORT}", "Sec-Fetch-Site": "same-origin"}
    connection.request("POST", f"/{path}", urlencode(fields), headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path}: the server answers {answer.status}")
    return body


def _asset(ask: Ask, root: str, name: bytes) -> int:
    if root.startswith("http"):
        return len(ask(name.decode()))
    return (Path(urlsplit(root).path) / name.decode()).stat().st_size


def _first_paint(address: str) -> float:
    """Return the milliseconds to the first contentful paint (W3C Paint Timing), the median of five loads."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return 0.0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        times = []
        for _ in range(5):
            tab = browser.new_page()
            tab.goto(address)
            entry = "performance.getEntriesByName('first-contentful-paint').map(e => e.startTime)"
            tab.wait_for_function(f"{entry}.length")
            times += tab.evaluate(entry)
            tab.close()
        browser.close()
    return median(times)


if __name__ == "__main__":
    raise SystemExit(main())

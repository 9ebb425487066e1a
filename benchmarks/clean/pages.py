"""How well pages are cleaned, beside other extractors in one run; those that are not installed are left out.

    python benchmarks/clean/pages.py [--data ../shared/data/cleaning] [--misses FIELD] [--alone]

Body: word 4-gram shingles with counts, precision and recall as means over pages, F1 of the two means (the measure of
the article-extraction benchmark whose pages these are). Headline: same after folding case, marks and blanks. Authors:
the same set. Day: the day of publication in the page's own zone or in UTC. Dek: right where the page has one and where
it has none. Captions, subheadings: F1 over all pages; a caption is right where it starts with the true
one (the truth leaves picture credits out), a subheading where it is the same. A dash: truth or cleaner has none.
"""

import argparse
import gzip
import hashlib
import json
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml.etree import ParserError
from lxml.html import document_fromstring
from trafilatura import bare_extraction

from firsthand.clean import html
from firsthand.clean.markup import paragraphs_of
from firsthand.config import CleanConfig
from firsthand.model import Document, Rejected
from firsthand.read.encoding import decode_html
from firsthand.text import words

DATA = Path(__file__).resolve().parents[2] / "../shared/data/cleaning"
SHINGLE = 4
FIELDS = ("headline", "authors", "day", "dek", "no dek")
SETS = ("captions", "subheadings")
PACKAGES = ("trafilatura", "htmldate", "lxml", "resiliparse", "readability-lxml", "justext")


@dataclass(frozen=True)
class Page:
    """A page and what is true of it; None for what its truth does not say."""

    name: str
    markup: bytes
    url: str | None
    fetched: str | None
    body: str
    headline: str | None = None
    authors: frozenset[str] | None = None
    days: frozenset[str] | None = None
    dek: str | None = None
    captions: frozenset[str] | None = None
    subheadings: frozenset[str] | None = None


@dataclass(frozen=True)
class Answer:
    """What a cleaner makes of a page."""

    body: str = ""
    headline: str = ""
    authors: frozenset[str] = frozenset()
    day: str = ""
    dek: str = ""
    captions: frozenset[str] = frozenset()
    subheadings: frozenset[str] = frozenset()


@dataclass
class Score:
    """Sums over pages."""

    body: list[tuple[float, float]] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    given: set[str] = field(default_factory=set)
    sets: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def fold(text: str | None) -> str:
    """Return the words of a text as one string."""
    return " ".join(words(text or ""))


def folded(texts: Iterable[str]) -> frozenset[str]:
    """Return the texts folded, blank ones left out."""
    return frozenset(f for text in texts if (f := fold(text)))


def articles(root: Path) -> Iterator[Page]:
    """Yield the pages of html_articles: bodies only."""
    truth = json.loads((root / "ground-truth.json").read_text())
    for name in sorted(truth):
        markup = gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, markup, truth[name]["url"], None, truth[name]["articleBody"])


def news(root: Path) -> Iterator[Page]:
    """Yield the pages of html_news_by_country; versions and pages of a publisher pair up in order of time."""
    for truth in sorted(root.glob("*/*.json")):
        carried = json.loads((truth.parent / "meta.info").read_text())
        versions = sorted(json.loads(truth.read_text()).values(), key=lambda v: v["publishing_date"])
        pages = sorted(truth.parent.glob(f"{truth.stem}_*.html.gz"), key=lambda p: carried[p.name]["crawl_date"])
        for page, known in zip(pages, versions, strict=True):
            yield _news_page(page, known, carried[page.name])


def _news_page(path: Path, known: dict[str, Any], carried: dict[str, str]) -> Page:
    sections = known["body"]["sections"]
    subheadings = [h for s in sections for h in s["headline"]]
    paragraphs = [p for s in sections for p in (*s["headline"], *s["paragraphs"])]
    captions = [c for i in known.get("images", []) if (c := i.get("caption"))]
    return Page(
        name=f"{path.parent.name}/{path.name}",
        markup=gzip.decompress(path.read_bytes()),
        url=carried["url"],
        fetched=carried["crawl_date"][:19].replace(" ", "T"),
        body="\n".join(paragraphs),
        headline=fold(known["title"]),
        authors=folded(known.get("authors", [])),
        days=frozenset((known["publishing_date"][:10],)),
        dek=fold(" ".join(known["body"]["summary"])),
        captions=folded(captions),
        subheadings=folded(subheadings),
    )


def by_trafilatura(*, fast: bool) -> Callable[[Page], Answer]:
    """Return the peer, with its own reading of bytes and metadata."""

    def clean(page: Page) -> Answer:
        found = bare_extraction(page.markup, url=page.url, include_comments=False, fast=fast, with_metadata=True)
        if found is None:
            return Answer()
        return Answer(
            body=found.text or "",
            headline=fold(found.title),
            authors=folded((found.author or "").split(";")),
            day=found.date or "",
            dek=fold(found.description),
        )

    return clean


def by_resiliparse(page: Page) -> Answer:
    """Return resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return Answer(body=extract_plain_text(decode_html(page.markup) or "", main_content=True, comments=False))


def by_readability(page: Page) -> Answer:
    """Return readability-lxml's summary as text, and its short title."""
    from readability import Document as Readable
    from readability.readability import Unparseable

    readable = Readable(decode_html(page.markup) or "")
    try:
        tree = document_fromstring(readable.summary())
    except (Unparseable, ParserError):
        return Answer()
    return Answer(body="\n".join(paragraphs_of(tree)), headline=fold(readable.short_title()))


def by_justext(page: Page) -> Answer:
    """Return the paragraphs that justext, with the stop words of all its languages, finds good."""
    import justext

    found = justext.justext(decode_html(page.markup) or "", _stop_words())
    return Answer(body="\n".join(p.text for p in found if not p.is_boilerplate))


@cache
def _stop_words() -> frozenset[str]:
    import justext

    return frozenset(w for name in justext.get_stoplists() for w in justext.get_stoplist(name))


def peers() -> Iterator[tuple[str, Callable[[Page], Answer]]]:
    """Yield the peers that are installed."""
    yield "trafilatura standard", by_trafilatura(fast=False)
    yield "trafilatura fast", by_trafilatura(fast=True)
    others = {"resiliparse": by_resiliparse, "readability": by_readability, "justext": by_justext}
    yield from ((name, clean) for name, clean in others.items() if find_spec(name))


def by_firsthand(page: Page) -> Answer:
    """Clean the page as the product does."""
    document = Document(page.name, "html", decode_html(page.markup) or "", url=page.url, fetched=page.fetched)
    found = html.render(document, CleanConfig())
    if isinstance(found, Rejected):
        return Answer()
    parts = [(s.kind, found.text[s.start : s.end]) for s in found.segments]
    return Answer(
        body="\n".join(text for kind, text in parts if kind in ("dateline", "body", "subheading")),
        headline=fold(found.headline),
        authors=folded(found.bylines),
        day=(found.published or "")[:10],
        dek=fold(found.dek),
        captions=folded(text for kind, text in parts if kind == "caption"),
        subheadings=folded(text for kind, text in parts if kind == "subheading"),
    )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of words of a text with their counts."""
    tokens = words(text)
    return Counter(tuple(tokens[i : i + SHINGLE]) for i in range(max(min(len(tokens), 1), len(tokens) - SHINGLE + 1)))


def body_score(truth: str, answer: str) -> tuple[float, float]:
    """Return precision and recall of a body."""
    wanted, got = shingles(truth), shingles(answer)
    if wanted == got:
        return 1.0, 1.0
    shared = (wanted & got).total()
    return shared / max(got.total(), 1), shared / max(wanted.total(), 1)


def add(score: Score, page: Page, answer: Answer, misses: str | None) -> None:
    """Count one page."""
    score.body.append(body_score(page.body, answer.body))
    score.given |= {name for name in (*FIELDS, *SETS) if getattr(answer, name, None)}
    score.given |= {"no dek"} & {f"no {name}" for name in score.given}
    if misses == "body" and min(score.body[-1]) < 0.9:
        print(f"  {page.name}: precision {score.body[-1][0]:.2f}, recall {score.body[-1][1]:.2f}")
    checks = {
        "headline": None if page.headline is None else (page.headline, answer.headline),
        "authors": page.authors and (page.authors, answer.authors),
        "dek": page.dek and (page.dek, answer.dek),
        "no dek": (page.dek, answer.dek) if page.dek == "" else None,
        "day": page.days and (answer.day if answer.day in page.days else min(page.days), answer.day),
    }
    for name, pair in checks.items():
        if pair:
            score.asked[name] += 1
            score.right[name] += pair[0] == pair[1]
            if misses == name and pair[0] != pair[1]:
                print(f"  {page.name}: {pair[0]!r} ≠ {pair[1]!r}")
    for name, wanted, got in (
        ("captions", page.captions, answer.captions),
        ("subheadings", page.subheadings, answer.subheadings),
    ):
        if wanted is not None:
            got = frozenset(next((w for w in wanted if g.startswith(w)), g) for g in got)
            score.sets[f"{name} shared"] += len(wanted & got)
            score.sets[f"{name} all"] += len(wanted) + len(got)
            if misses == name and wanted != got:
                print(f"  {page.name}: missed {sorted(wanted - got)}, added {sorted(got - wanted)}")


def run(pages: list[Page], clean: Callable[[Page], Answer], misses: str | None) -> Score:
    """Clean all pages and count what is right."""
    score = Score()
    for page in pages:
        start = time.process_time()
        answer = clean(page)
        score.seconds += time.process_time() - start
        add(score, page, answer, misses)
    return score


def figures(score: Score) -> dict[str, float]:
    """Return the figures of a run over pages, by name; those without anything to ask are left out."""
    pages = len(score.body)
    precision, recall = (sum(s[k] for s in score.body) / pages for k in (0, 1))
    out = {
        "body": 2 * precision * recall / max(precision + recall, 1e-9),
        "precision": precision,
        "recall": recall,
        "speed": pages / score.seconds,
    }
    out |= {k: score.right[k] / score.asked[k] for k in FIELDS if score.asked[k] and k in score.given}
    out |= {
        k: 2 * score.sets[f"{k} shared"] / both for k in SETS if (both := score.sets[f"{k} all"]) and k in score.given
    }
    return out


def row(name: str, known: dict[str, float]) -> str:
    """Return one line of the table."""
    body = f"{known['body']:.4f} ({known['precision']:.3f}/{known['recall']:.3f})"
    fields = [f"{known[k]:.3f}" if k in known else "  –  " for k in (*FIELDS, *SETS)]
    return " | ".join([f"{name:22}", body, *fields, f"{known['speed']:.1f}"])


def digest(pages: Iterable[Page]) -> str:
    """Return a short hash of the pages, to tell which data a table is of."""
    total = hashlib.sha256()
    for page in pages:
        total.update(page.markup)
    return total.hexdigest()[:12]


def corpora(data: Path) -> Iterator[tuple[str, list[Page]]]:
    """Yield both sets of pages with their names."""
    yield "html_articles", list(articles(data / "html_articles"))
    yield "html_news_by_country", list(news(data / "html_news_by_country"))


def versions() -> Iterator[str]:
    """Yield the packages that are installed, with their versions."""
    for name in PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} –"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--misses", help="print what firsthand gets wrong in this field")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {', '.join(versions())}")
    for name, pages in corpora(options.data):
        print(f"\n{name}: {len(pages)} pages, {digest(pages)}")
        print(
            "cleaner                | body F1 (prec./recall) | head. | auth. |  day  |  dek  | no dek"
            " | capt. | subh. | pages/cpu-s"
        )
        others = [] if options.alone or options.misses else list(peers())
        for label, clean in (*others, ("firsthand", by_firsthand)):
            clean(pages[0])  # load what loads once
            print(row(label, figures(run(pages, clean, options.misses))), flush=True)


if __name__ == "__main__":
    main()

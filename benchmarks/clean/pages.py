"""How well pages are cleaned, beside other extractors and votes of them, in one run; those not installed are left out.

    python benchmarks/clean/pages.py [--data ../shared/data/cleaning] [--misses FIELD] [--alone] [--no-votes]

Body: word 4-gram shingles with counts, precision and recall as means over pages, F1 of the two means (the measure of
the article-extraction benchmark whose pages these are). Headline: same after folding case, marks and blanks. Authors:
the same set. Day: the day of publication in the page's own zone or in UTC. Dek: right where the page has one and where
it has none. Captions, subheadings: F1 over all pages; a caption is right where it starts with the true
one (the truth leaves picture credits out, and lines that are nothing else are not counted), a subheading where it is
the same. No leak: of the words that the page's
markup marks as a reader's comment beyond doubt (``page_sets.COMMENTS``) and that the true body has not, the share that
the body is free of. A dash: truth or cleaner has none.
"""

import argparse
import platform
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bars import AHEAD_OF_TRAFILATURA, held
from cleaners import PACKAGES, Cleaner, by_firsthand, peers, votes
from page_sets import DATA, Answer, Page, corpora, digest

from firsthand.text import words

SHINGLE = 4
FIELDS = ("headline", "authors", "day", "dek", "no dek")
SETS = ("captions", "subheadings")


@dataclass
class Score:
    """Sums over pages."""

    body: list[tuple[float, float]] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    given: set[str] = field(default_factory=set)
    sets: Counter[str] = field(default_factory=Counter)
    comments: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


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
    score.given |= {name for name in ("body", *FIELDS, *SETS) if getattr(answer, name, None)}
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


def add_leak(score: Score, page: Page, answer: Answer, misses: str | None) -> None:
    """Count the runs of words of the page's comments, and those of them that stand in the body."""
    marked = sum((shingles(text) for text in page.comments), Counter[tuple[str, ...]]()) - shingles(page.body)
    leaked = (marked & shingles(answer.body)).total()
    score.comments += Counter(all=marked.total(), body=leaked, pages=bool(marked))
    if misses == "leak" and leaked:
        print(f"  {page.name}: {leaked} of {marked.total()} runs of words of comments")


def run(pages: list[Page], clean: Cleaner, misses: str | None) -> Score:
    """Clean all pages and count what is right."""
    score = Score()
    for page in pages:
        start = time.process_time()
        answer = clean(page)
        score.seconds += time.process_time() - start
        add(score, page, answer, misses)
        add_leak(score, page, answer, misses)
    return score


def figures(score: Score) -> dict[str, float]:
    """Return the figures of a run over pages, by name; those without anything to ask are left out."""
    pages = len(score.body)
    precision, recall = (sum(s[k] for s in score.body) / pages for k in (0, 1))
    out = {"speed": pages / score.seconds}
    if "body" in score.given:
        body = 2 * precision * recall / max(precision + recall, 1e-9)
        out |= {"body": body, "precision": precision, "recall": recall}
        out |= {"no leak": 1 - score.comments["body"] / score.comments["all"]} if score.comments["all"] else {}
    out |= {k: score.right[k] / score.asked[k] for k in FIELDS if score.asked[k] and k in score.given}
    out |= {
        k: 2 * score.sets[f"{k} shared"] / both for k in SETS if (both := score.sets[f"{k} all"]) and k in score.given
    }
    return out


def row(name: str, known: dict[str, float]) -> str:
    """Return one line of the table."""
    body = f"{known['body']:.4f} ({known['precision']:.3f}/{known['recall']:.3f})" if "body" in known else f"{'–':^20}"
    fields = [f"{known[k]:.3f}" if k in known else "  –  " for k in (*FIELDS, *SETS, "no leak")]
    return " | ".join([f"{name:22}", body, *fields, f"{known['speed']:.1f}"])


def versions() -> Iterator[str]:
    """Yield the packages that are installed, with their versions."""
    for name in PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} –"


def table(name: str, pages: list[Page], options: argparse.Namespace) -> None:
    """Print the table of one set: the peers alone, votes of them, firsthand, and which bars it meets."""
    marked = [p for p in pages if p.comments]
    print(f"\n{name}: {len(pages)} pages, {digest(pages)}; {len(marked)} with comments marked beyond doubt")
    print(
        "cleaner                | body F1 (prec./recall) | head. | auth. |  day  |  dek  | no dek"
        " | capt. | subh. | no leak | pages/cpu-s"
    )
    alone = options.alone or options.misses
    cleaners = [] if alone else [*peers(), *([] if options.no_votes else votes())]
    found: dict[str, dict[str, float]] = {}
    for label, clean in (*cleaners, ("firsthand", by_firsthand)):
        clean(pages[0])  # load what loads once
        found[label] = figures(run(pages, clean, options.misses))
        print(row(label, found[label]), flush=True)
    ours, theirs = found["firsthand"], found.get("trafilatura standard")
    print(
        held(
            name,
            {**ours, "speed": ours["speed"] / theirs["speed"]}
            if theirs
            else {k: v for k, v in ours.items() if k != "speed"},
        )
    )
    if theirs and (ahead := AHEAD_OF_TRAFILATURA.get(name)):
        print(f"body ahead of trafilatura standard by {ours['body'] - theirs['body']:.4f}, wanted {ahead:g}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--misses", help="print what firsthand gets wrong in this field")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--no-votes", action="store_true", help="without the votes of peers")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {', '.join(versions())}")
    for name, pages in corpora(options.data):
        table(name, pages, options)


if __name__ == "__main__":
    main()

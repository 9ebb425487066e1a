"""Measure the cleaning of markup-less text: python benchmarks/clean/plain.py [--data ../shared/data] [--worst N]

Two sets, measured with and never trained on (they belong to their publishers and are not part of the project):

- ``cleaning/comment_threads.jsonl.gz``: pages with readers' comments rendered to text. A comment of the gold counts as
  found where a predicted one shares half of its letters. Then, of the gold comments whose words are in the text at all:
  ``text`` is the share whose words are right (letter F1 of at least .95), ``depth`` the share of the found at the right
  depth, ``author`` the share of the found with the right author — None where the text does not name one. ``extra`` are
  predicted comments that are none. The threads with a list's marks are told apart from those without.
- ``cleaning/news_lines.jsonl.gz``: pages flattened to labelled lines. Characters of each label: precision, recall, F1,
  and their mean (macro), which is also told by lines, each with the label of most of its characters.
  Labels: ``related`` counts as furniture, bylines, dates, captions and deks as ``supplemental``. Leak: the share of the
  comments' characters that are labelled body, and the share of what is labelled body that is comments.

Which bars are met (``bars.py``), the data's hash, the machine and the versions are printed with the tables, so that two
tables can be held side by side.
"""

import argparse
import gzip
import hashlib
import json
import platform
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bars import held
from labels import LABELS, Labels

from firsthand.clean import Clean
from firsthand.model import Article, Document

_ROOT = Path(__file__).resolve().parents[2]
_FOUND, _RIGHT = 0.5, 0.95
_KINDS = {
    "headline": "headline",
    "body": "body",
    "dateline": "body",
    "subheading": "body",
    "byline": "supplemental",
    "caption": "supplemental",
    "dek": "supplemental",
    "boilerplate": "furniture",
    "comment": "comment",
}
_GOLD = {"boiler": "furniture", "related": "furniture"}
SETS = ("comment_threads", "news_lines")


@dataclass
class Run:
    """What one run over a set found: figures by name, ``bad`` pages with the worst first, the time that it took."""

    figures: dict[str, dict[str, float]]
    bad: list[str]
    seconds: float


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data")
    options.add_argument("--worst", type=int, default=0, help="also name the N worst pages of each set")
    given = options.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}")
    commented, labelled = (given.data / "cleaning" / f"{name}.jsonl.gz" for name in SETS)
    clean("The bridge at Halden was opened again on Monday, the council said.\n" * 20, "first")  # load what loads once
    found = threads(commented)
    _print_head(commented, found)
    print_threads(found)
    _print_rest(found, given.worst)
    found, characters = lines(labelled)
    _print_head(labelled, found)
    print_lines(found.figures[_set(labelled)], characters)
    _print_rest(found, given.worst)


def _print_head(path: Path, run: Run) -> None:
    speed = run.figures[_set(path)]["per cpu second"]
    print(f"\n{path.name} {digest(path)}  {run.seconds:.1f} cpu s, {speed:.0f} pages a cpu second")


def _print_rest(run: Run, worst: int) -> None:
    for name, figures in run.figures.items():
        print(f"{name} {held(name, figures)}")
    for line in run.bad[:worst]:
        print("  ", line)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


@dataclass
class Clock:
    """The processor time spent in cleaning, scoring left out, in seconds."""

    seconds: float = 0.0


_CLOCK = Clock()


def clean(text: str, name: str) -> Article | None:
    """Return the article of a text without any hint, None where it was rejected."""
    started = time.process_time()
    out = Clean().clean(Document(input=name, kind="text", content=text))
    _CLOCK.seconds += time.process_time() - started
    return out if isinstance(out, Article) else None


def letters(text: str) -> list[str]:
    """Return the letters and digits of a text, without case."""
    return [c for c in text.casefold() if c.isalnum()]


def overlap(a: Counter[str], b: Counter[str]) -> float:
    """Return the F1 of two bags of words."""
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if a and b else 0.0


def bag(text: str) -> Counter[str]:
    """Return the words of a text with their counts."""
    return Counter(re.findall(r"\w+", text.casefold()))


def threads(path: Path) -> Run:
    """Return how well comments are found in threads with and without marks."""
    table: dict[str, Counter[str]] = {"threads with marks": Counter(), "threads without": Counter()}
    bad: list[tuple[int, str]] = []
    started = _CLOCK.seconds
    for number, record in enumerate(records(path)):
        tally = _thread(record)
        table["threads with marks" if _is_marked(record) else "threads without"] += tally
        wrong = 3 * tally["gold"] - tally["text"] - tally["author"] - tally["depth"] + tally["extra"]
        bad.append((wrong, f"{number:02d} {record['file']} {dict(tally)}"))
    seconds = _CLOCK.seconds - started
    figures = {name: _shares(tally) for name, tally in table.items()}
    figures[_set(path)] = {"per cpu second": len(bad) / seconds}
    return Run(figures, [line for _, line in sorted(bad, reverse=True)], seconds)


def _shares(tally: Counter[str]) -> dict[str, float]:
    gold, found = max(1, tally["gold"]), max(1, tally["found"])
    return {
        "found": tally["found"] / gold,
        "text": tally["text"] / gold,
        "author": tally["author"] / found,
        "depth": tally["depth"] / found,
        "gold": tally["gold"],
        "extra": tally["extra"],
    }


def print_threads(run: Run) -> None:
    """Print the table of both kinds of threads."""
    print(f"{'':<20}{'gold':>6}{'found':>8}{'text':>8}{'author':>8}{'depth':>8}{'extra':>8}")
    for name, f in run.figures.items():
        if "gold" in f:
            shares = "".join(f"{f[k]:>8.3f}" for k in ("found", "text", "author", "depth"))
            print(f"{name:<20}{f['gold']:>6}{shares}{f['extra']:>8}")


def _is_marked(record: dict[str, Any]) -> bool:
    """Tell whether the first comment that the text holds stands in a list with marks."""
    lines = record["flat"].split("\n")
    for comment in record["comments"]:
        start = re.sub(r"\W+", "", comment["paras"][0])[:30]
        at = next((n for n, line in enumerate(lines) if start and start in re.sub(r"\W+", "", line)), None)
        if at is not None:
            return any(re.match(r"\s*(?:[•◦*]|\d+\.)\s", line) for line in lines[max(0, at - 3) : at + 1])
    return False


def _thread(record: dict[str, Any]) -> Counter[str]:
    text = record["flat"]
    flat = "".join(letters(text))
    article = clean(text, record["file"])
    gold = [c for c in record["comments"] if _start(c) in flat]
    predicted = list(article.comments) if article else []
    bags = [bag(text[c.start : c.end]) for c in predicted]
    tally = Counter(gold=len(gold), extra=len(predicted))
    free = set(range(len(predicted)))
    for comment in gold:
        want = bag(" ".join(comment["paras"]))
        best = max(free, key=lambda k: (overlap(want, bags[k]), -k), default=None)
        if best is None or overlap(want, bags[best]) < _FOUND:
            continue
        free.remove(best)
        got = predicted[best]
        tally["found"] += 1
        tally["extra"] -= 1
        tally["text"] += overlap(want, bags[best]) >= _RIGHT
        tally["depth"] += got.depth == comment["depth"] - 1
        tally["author"] += _author_right(comment["author"], got.author, text, got.start)
    # replies to comments that the gold leaves out and pages whose gold is cut are not held against depth or extra
    return tally


def _start(comment: dict[str, Any]) -> str:
    return "".join(letters(" ".join(comment["paras"])))[:40]


def _author_right(gold: str, got: str | None, text: str, start: int) -> bool:
    """Hold an author against the gold's, which may carry a link or a time; None is right where none stands."""
    name = re.sub(r"^https?://\S+\s+", "", gold)
    above = "".join(letters(text[max(0, start - 160) : start]))
    if got is None:
        return "".join(letters(name))[:12] not in above
    mine = "".join(letters(got))
    return (
        bool(mine) and "".join(letters(name)).startswith(mine) and (len(name) < len(got) + 8 or bool(_noise(name, got)))
    )


def _noise(gold: str, got: str) -> bool:
    """Tell whether what the gold's author has beyond the name is a time, a cue or a button and no part of a name."""
    rest = gold[len(got) :]
    return bool(re.search(r"\d|reply|log in|follow|posted|said|dijo|\|", rest, re.IGNORECASE))


def lines(path: Path) -> tuple[Run, Labels]:
    """Return how well the lines of flattened pages are labelled, and the characters by label."""
    characters, whole = Labels(), Labels()
    bad: list[tuple[float, str]] = []
    started = _CLOCK.seconds
    for record in records(path):
        mine = Labels()
        for given, true in _labelled(record):
            mine.pairs.update({(true, kind): size for kind, size in given.items()})
            whole.pairs[true, max(given, key=lambda kind: given[kind], default="furniture")] += 1
        characters.pairs.update(mine.pairs)
        most = {f"{true}>{kind}": n for (true, kind), n in mine.pairs.most_common(5)}
        bad.append((mine.score("body")[2], f"{record['id']} {most}"))
    seconds = _CLOCK.seconds - started
    figures = {label: characters.score(label)[2] for label in LABELS} | {
        "macro": characters.macro(),
        "macro by lines": whole.macro(),
        "no leak": 1 - characters.leak()[0],
        "per cpu second": len(bad) / seconds,
    }
    return Run({_set(path): figures}, [f"{score:.3f} {line}" for score, line in sorted(bad)], seconds), characters


def print_lines(figures: dict[str, float], characters: Labels) -> None:
    """Print the table of labels."""
    print(f"{'label':<14}{'precision':>10}{'recall':>10}{'F1':>10}{'characters':>12}")
    for label in LABELS:
        precision, recall, f1 = characters.score(label)
        print(f"{label:<14}{precision:>10.3f}{recall:>10.3f}{f1:>10.3f}{characters.true(label):>12}")
    print(f"{'macro':<14}{figures['macro']:>30.3f}, by lines {figures['macro by lines']:.3f}")
    of_comments, of_body = characters.leak()
    print(f"comments labelled body: {of_comments:.4f} of the comments, {of_body:.4f} of the body")


def _labelled(record: dict[str, Any]) -> Iterator[tuple[Counter[str], str]]:
    """Yield the characters by given label and the true label of each line."""
    text = "\n".join(line for line, _ in record["lines"])
    article = clean(text, record["id"])
    kinds = ["furniture"] * len(text)
    for segment in article.segments if article else ():
        kinds[segment.start : segment.end] = [_KINDS[segment.kind]] * (segment.end - segment.start)
    at = 0
    for line, label in record["lines"]:
        yield Counter(kinds[at : at + len(line)]), _GOLD.get(label, label)
        at += len(line) + 1


def _set(path: Path) -> str:
    return path.name.partition(".")[0]


def digest(path: Path) -> str:
    """Return a short hash of the file, to tell which data a table is of."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


if __name__ == "__main__":
    main()

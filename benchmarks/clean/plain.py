"""Measure the cleaning of markup-less text: python benchmarks/clean/plain.py [--data ../shared/data] [--worst N]

Two sets, measured with and never trained on (they belong to their publishers and are not part of the project):

- ``cleaning/comment_threads.jsonl.gz``: pages with readers' comments rendered to text. A comment of the gold counts as
  found where a predicted one shares half of its letters. Then, of the gold comments whose words are in the text at all:
  ``text`` is the share whose words are right (letter F1 of at least .95), ``depth`` the share of the found at the right
  depth, ``author`` the share of the found with the right author — None where the text does not name one. ``extra`` are
  predicted comments that are none. The threads with a list's marks are told apart from those without.
- ``cleaning/news_lines.jsonl.gz``: pages flattened to labelled lines. Characters of each label: precision, recall, F1.
  Labels: ``related`` counts as furniture, bylines, dates, captions and deks as ``supplemental``.

The data's hash, the machine and the versions are printed with the table, so that two tables can be held side by side.
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
from pathlib import Path
from typing import Any

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


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data")
    options.add_argument("--worst", type=int, default=0, help="also name the N worst pages of each set")
    given = options.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}")
    threads(given.data / "cleaning" / "comment_threads.jsonl.gz", given.worst)
    lines(given.data / "cleaning" / "news_lines.jsonl.gz", given.worst)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def clean(text: str, name: str) -> Article | None:
    """Return the article of a text without any hint, None where it was rejected."""
    out = Clean().clean(Document(input=name, kind="text", content=text))
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


def threads(path: Path, worst: int) -> None:
    """Print how well comments are found in threads with and without marks."""
    table: dict[str, Counter[str]] = {"with marks": Counter(), "without": Counter()}
    bad: list[tuple[int, str]] = []
    started = time.process_time()
    for number, record in enumerate(records(path)):
        tally = _thread(record)
        marked = _is_marked(record)
        table["with marks" if marked else "without"] += tally
        wrong = 3 * tally["gold"] - tally["text"] - tally["author"] - tally["depth"] + tally["extra"]
        bad.append((wrong, f"{number:02d} {record['file']} {dict(tally)}"))
    print(f"\n{path.name} {_hash(path)}  {time.process_time() - started:.1f} cpu s")
    print(f"{'threads':<12}{'gold':>6}{'found':>8}{'text':>8}{'author':>8}{'depth':>8}{'extra':>8}")
    for name, t in table.items():
        found = max(1, t["found"])
        shares = (
            t["found"] / max(1, t["gold"]),
            t["text"] / max(1, t["gold"]),
            t["author"] / found,
            t["depth"] / found,
        )
        print(f"{name:<12}{t['gold']:>6}" + "".join(f"{s:>8.3f}" for s in shares) + f"{t['extra']:>8}")
    for _, line in sorted(bad, reverse=True)[:worst]:
        print("  ", line)


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


def lines(path: Path, worst: int) -> None:
    """Print the character F1 of each label over flattened pages."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    bad: list[tuple[float, str]] = []
    pages = 0
    started = time.process_time()
    for record in records(path):
        pages += 1
        mine: Counter[str] = Counter()
        for kind, label, size in _labelled(record):
            want = _GOLD.get(label, label)
            gold[want] += size
            predicted[kind] += size
            right[want] += size * (want == kind)
            mine[f"{want}>{kind}"] += size
        both = 2 * mine["body>body"]
        all_body = sum(n for k, n in mine.items() if k.startswith("body>")) + sum(
            n for k, n in mine.items() if k.endswith(">body")
        )
        bad.append((both / all_body if all_body else 1.0, f"{record['id']} {dict(mine.most_common(5))}"))
    seconds = time.process_time() - started
    print(f"\n{path.name} {_hash(path)}  {seconds:.1f} cpu s, {pages / seconds:.0f} pages a cpu second")
    print(f"{'label':<14}{'precision':>10}{'recall':>10}{'F1':>10}{'characters':>12}")
    scores = []
    for label in ("headline", "body", "supplemental", "comment", "furniture"):
        precision, recall = right[label] / max(1, predicted[label]), right[label] / max(1, gold[label])
        scores.append(2 * precision * recall / (precision + recall) if precision + recall else 0.0)
        print(f"{label:<14}{precision:>10.3f}{recall:>10.3f}{scores[-1]:>10.3f}{gold[label]:>12}")
    print(f"{'macro':<14}{sum(scores) / len(scores):>30.3f}")
    for score, line in sorted(bad)[:worst]:
        print(f"  {score:.3f} {line}")


def _labelled(record: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Yield predicted label, gold label and length of each line."""
    text = "\n".join(line for line, _ in record["lines"])
    article = clean(text, record["id"])
    kinds = ["furniture"] * len(text)
    for segment in article.segments if article else ():
        kinds[segment.start : segment.end] = [_KINDS[segment.kind]] * (segment.end - segment.start)
    at = 0
    for line, label in record["lines"]:
        counts = Counter(kinds[at : at + len(line)])
        for kind, size in counts.items():
            yield kind, label, size
        at += len(line) + 1


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


if __name__ == "__main__":
    main()

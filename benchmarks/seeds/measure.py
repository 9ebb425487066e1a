"""Hold what firsthand makes of the five founding documents against a careful person's reading of them.

    python -m benchmarks.seeds.measure FOLDER

FOLDER holds the documents and ``gold.json``. They are traced as they are: five text files without metadata. Prints a
table; exit code 1 if a requirement is short.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.sample.measure import Rows, exported
from firsthand.api import Corpus
from firsthand.text import squeeze

# Two quotation spans are one where the letters and digits that they cover overlap this much (intersection over union).
MIN_OVERLAP = 0.5
AGENCY = "TASS"


@dataclass(frozen=True)
class Line:
    """One row of the table."""

    name: str
    got: str
    asked: str
    holds: bool

    def __str__(self) -> str:
        return f"{'ok   ' if self.holds else 'SHORT'} {self.name:44} {self.got:>12}   asked {self.asked}"


def trace(folder: Path) -> Rows:
    """Trace the documents of a folder into a temporary corpus and return its export."""
    with tempfile.TemporaryDirectory() as corpus:
        Corpus(corpus).trace(sorted(folder.glob("*.txt")))
        return exported(Path(corpus))


def measure(rows: Rows, gold: dict[str, Any]) -> list[Line]:
    """Return the table."""
    return [
        *_segments(rows, gold),
        _comments(rows, gold),
        *_quotations(rows, gold),
        *_stories(rows, gold),
        *_origins(rows, gold),
    ]


def _share(name: str, got: int, total: int, asked: int | None = None) -> Line:
    asked = total if asked is None else asked
    return Line(name, f"{got}/{total}", f">= {asked}", got >= asked)


def _text(rows: Rows) -> dict[str, str]:
    return {a["id"]: a["text"] for a in rows["articles"]}


def _of(rows: Rows, table: str, article: str) -> list[dict[str, Any]]:
    return [r for r in rows[table] if r["article"] == article]


def _letters(text: str, spans: Iterable[Iterable[int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _segments(rows: Rows, gold: dict[str, Any]) -> Iterator[Line]:
    texts = _text(rows)
    headlines = {a["id"]: squeeze(a["headline"] or "") for a in rows["articles"]}
    documents = gold["documents"]
    yield _share("headlines", sum(headlines[d["id"]] == d["headline"] for d in documents), len(documents))
    for name, kind in (("captions", "caption"), ("boilerplate", "boilerplate"), ("subheadings", "subheading")):
        good = total = 0
        for d in documents:
            text = texts[d["id"]]
            found = {
                squeeze(line)
                for s in _of(rows, "segments", d["id"])
                if s["kind"] == kind
                for line in text[s["start"] : s["end"]].splitlines()
            }
            total += len(d[name])
            good += sum(squeeze(line) in found for line in d[name])
        yield _share(f"{name}, lines", good, total)
    both = true = found_characters = 0
    for d in documents:
        text = texts[d["id"]]
        other = [line for name in ("captions", "boilerplate", "subheadings") for line in d[name]]
        cut = [[k, k + len(line)] for line in other if (k := text.find(line, d["body"][0], d["body"][1])) >= 0]
        wanted = _letters(text, [d["body"]]) - _letters(text, cut)
        kinds = ("body", "dateline")
        mine = _letters(text, [[s["start"], s["end"]] for s in _of(rows, "segments", d["id"]) if s["kind"] in kinds])
        both, true, found_characters = both + len(wanted & mine), true + len(wanted), found_characters + len(mine)
    f1 = 2 * both / (true + found_characters)
    yield Line("body, F1 of characters", f"{f1:.4f}", ">= 0.99", f1 >= 0.99)


def _comments(rows: Rows, gold: dict[str, Any]) -> Line:
    texts = _text(rows)
    good = total = found = 0
    for d in gold["documents"]:
        mine = sorted(_of(rows, "comments", d["id"]), key=lambda c: c["number"])
        found += len(mine)
        total += len(d["comments"])
        for true, got in zip(d["comments"], mine, strict=False):
            words = squeeze(texts[d["id"]][got["start"] : got["end"]])
            good += (true["author"], true["depth"], true["parent"], squeeze(true["text"])) == (
                got["author"],
                got["depth"],
                got["parent"],
                words,
            )
    return Line("comments: author, depth, parent, text", f"{good}/{total}", f"= {total}", good == total == found)


def match(gold: list[frozenset[int]], found: list[frozenset[int]]) -> list[tuple[int, int]]:
    """Return pairs of indices, one to one, best overlap first."""
    scored = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if a & b),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for score, i, j in scored:
        if score >= MIN_OVERLAP and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def matched(rows: Rows, gold: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the pairs of true and found quotations."""
    texts = _text(rows)
    out = []
    for d in gold["documents"]:
        text, mine = texts[d["id"]], _of(rows, "quotations", d["id"])
        true = [_letters(text, [q["span"]]) for q in d["quotes"]]
        got = [_letters(text, q["fragments"]) for q in mine]
        out.extend((d["quotes"][i], mine[j]) for i, j in match(true, got))
    return out


def _quotations(rows: Rows, gold: dict[str, Any]) -> Iterator[Line]:
    pairs = matched(rows, gold)
    total = sum(len(d["quotes"]) for d in gold["documents"])
    false = len(rows["quotations"]) - len(pairs)
    yield _share("quotations found", len(pairs), total, 58)
    yield Line("quotations false", str(false), "<= 6", false <= 6)
    types = sum(true["type"] == got["type"] for true, got in pairs)
    yield Line("types", f"{types}/{len(pairs)}", ">= 90%", types >= 0.9 * len(pairs))
    speakers = sum((true["speaker"] or "").lower() == (got["speaker"] or "").lower() for true, got in pairs)
    yield Line("speakers", f"{speakers}/{len(pairs)}", ">= 95%", speakers >= 0.95 * len(pairs))
    cues = sum((true["cue"] or "").lower() == (got["cue"] or "").lower() for true, got in pairs)
    yield Line("cues", f"{cues}/{len(pairs)}", "reported", True)
    via = [got for true, got in pairs if true["via"]]
    named = sum(AGENCY in got["via"] for got in via)
    yield _share(f"via {AGENCY}", named, sum(bool(q["via"]) for d in gold["documents"] for q in d["quotes"]))
    groups: dict[str, set[str]] = defaultdict(set)
    back: dict[str, set[str]] = defaultdict(set)
    sizes: dict[str, int] = defaultdict(int)
    for true, got in pairs:
        groups[true["statement"]].add(got["statement"])
        back[got["statement"]].add(true["statement"])
        sizes[true["statement"]] += 1
    joint = [s for s, n in sizes.items() if n > 1]
    whole = sum(len(groups[s]) == 1 for s in joint)
    yield Line(
        "statements of several wordings kept whole", f"{whole}/{len(joint)}", ">= 80%", whole >= 0.8 * len(joint)
    )
    mixed = sum(len(names) > 1 for names in back.values())
    yield Line("statements that mix two utterances", str(mixed), "<= 2", mixed <= 2)


def _stories(rows: Rows, gold: dict[str, Any]) -> Iterator[Line]:
    lines = {r["id"]: r for r in rows["lineage"]}
    groups: dict[str, set[str]] = defaultdict(set)
    for key, line in lines.items():
        groups[line["story"]].add(key)
    true = sorted(sorted(members) for members in gold["stories"].values())
    exact = sorted(map(sorted, groups.values())) == true
    yield Line("stories", str(sorted(map(len, groups.values()))), "as read", exact)
    whole = any({a for a, r in lines.items() if r["story"] in s["stories"]} == set(lines) for s in rows["storylines"])
    yield Line("one storyline of all five", str(whole), "True", whole)
    draws = {key: AGENCY in (*line["draws_on"], *line["rests_on"], line["origin"]) for key, line in lines.items()}
    wanted = {r["article"]: r["draws_on"] == AGENCY for r in gold["lineage"]}
    notes = {d["id"]: "own outlet" in d.get("note", "") for d in gold["documents"]}
    right = sum(draws[key] == true or notes[key] for key, true in wanted.items())
    yield _share("lineage", right, len(wanted))


def _origins(rows: Rows, gold: dict[str, Any]) -> Iterator[Line]:
    stories = {s["id"]: s for s in rows["stories"]}
    lines = {r["id"]: r for r in rows["lineage"]}
    statements = {s["id"]: s for s in rows["statements"]}
    said = {true["statement"]: got["statement"] for true, got in matched(rows, gold)}
    for name, true in gold["independent_sources"].items():
        if name in gold["stories"]:
            count = stories[lines[gold["stories"][name][0]]["story"]]
        else:
            count = statements[said[name]]
        low, high = count["origins_low"], count["origins_high"]
        yield Line(f"origins: {name}", f"{low}–{high}", f"holds {true}", low <= true <= high <= true + 1)


def main() -> int:
    """Print the table."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    lines = measure(trace(folder), json.loads((folder / "gold.json").read_text(encoding="utf-8")))
    print(*lines, sep="\n")
    return int(any(not line.holds for line in lines))


if __name__ == "__main__":
    sys.exit(main())

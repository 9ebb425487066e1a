"""Hold a corpus of the sample news against its truth: ``python -m benchmarks.sample.measure [CORPUS]``.

Without CORPUS the sample is traced into a temporary folder first. Prints a row for each measure; ``tests/sample`` asks
for floors of the same figures.
"""

import json
import sys
import tempfile
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from firsthand import sample
from firsthand.api import Corpus
from firsthand.text import squeeze

Rows = dict[str, list[dict[str, Any]]]


def exported(corpus: Path) -> Rows:
    """Return the JSON Lines export of a corpus, by table."""
    with tempfile.TemporaryDirectory() as folder:
        Corpus(corpus).export(folder, with_text=True)
        return {
            path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            for path in Path(folder).glob("*.jsonl")
        }


def measure(rows: Rows, truth: dict[str, Any]) -> dict[str, float]:
    """Return every figure by name; shares are of 1."""
    lines = {r["id"]: r for r in rows["lineage"]}
    known = truth["articles"]
    out = {"articles": len(lines) / len(known)}
    gold_story = {a: s for s, articles in truth["stories"].items() for a in articles}
    out["stories: pair F1"] = pair_f1(gold_story, {a: lines[a]["story"] for a in lines})
    out["storylines: pair F1"] = pair_f1(_storyline_of(truth), _found_storylines(rows, lines))
    out["look-alikes kept apart"] = _apart(truth, lines)
    out["headlines"] = _share(
        squeeze(_by_id(rows, "articles")[a]["headline"] or "") == squeeze(known[a]["headline"]) for a in known
    )
    out["publishers"] = _share(_by_id(rows, "articles")[a]["publisher"] == known[a]["publisher"] for a in known)
    comments = Counter(c["article"] for c in rows["comments"])
    out["comments"] = _share(comments[a] == known[a]["comments"] for a in known)
    for name in ("origin", "relation"):
        out[name] = _share(_same(lines[a][name], known[a][name]) for a in known)
    for name in ("draws_on", "rests_on"):
        out[f"{name}: F1"] = set_f1((set(map(_key, lines[a][name])), set(map(_key, known[a][name]))) for a in known)
    out["families: pair F1"] = pair_f1(
        {a: known[a]["family"] for a in known if known[a]["family"]},
        {a: lines[a]["family"] for a in known if lines[a]["family"]},
    )
    stories = _by_id(rows, "stories")
    ranges = [
        (stories[Counter(lines[a]["story"] for a in truth["stories"][s]).most_common(1)[0][0]], o)
        for s, o in truth["story_origins"].items()
    ]
    out["story ranges meet the truth's"] = _share(
        r["origins_low"] <= o["high"] and o["low"] <= r["origins_high"] for r, o in ranges
    )
    out["story ranges hold the truth's high"] = _share(
        r["origins_low"] <= o["high"] <= r["origins_high"] for r, o in ranges
    )
    return out | _statements(rows, truth)


def pair_f1(gold: dict[str, Any], found: dict[str, Any]) -> float:
    """Return the F1 of pairs put together, over two labellings."""
    a, b = _pairs(gold), _pairs(found)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def set_f1(pairs: Any) -> float:
    """Return the micro F1 over pairs of sets, found and true."""
    both = found = true = 0
    for f, t in pairs:
        both, found, true = both + len(f & t), found + len(f), true + len(t)
    return 2 * both / (found + true) if found + true else 1.0


def _statements(rows: Rows, truth: dict[str, Any]) -> dict[str, float]:
    text = {a["id"]: a["text"] for a in rows["articles"]}
    by_article: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for q in rows["quotations"]:
        by_article[q["article"]].append(q)
    counts = _by_id(rows, "statements")
    gold: dict[str, str] = {}
    found: dict[str, str] = {}
    total = hit = typed = spoken = ranged = 0
    for statement in truth["statements"]:
        mine: list[str] = []
        for k, quotation in enumerate(statement["quotations"]):
            total += 1
            match = _match(quotation, by_article[quotation["article"]], text[quotation["article"]])
            if match is None:
                continue
            hit += 1
            typed += match["type"] == quotation["type"]
            spoken += _key(match["speaker"] or "") == _key(statement["speaker"])
            key = f"{statement['name']}/{k}"
            gold[key], found[key] = statement["name"], match["statement"]
            mine.append(match["statement"])
        if mine:
            count = counts[Counter(mine).most_common(1)[0][0]]
            ranged += (
                count["origins_low"] <= statement["origins_high"] and statement["origins_low"] <= count["origins_high"]
            )
    return {
        "quotations found": hit / total,
        "types": typed / max(1, hit),
        "speakers": spoken / max(1, hit),
        "statements: pair F1": pair_f1(gold, found),
        "statement ranges meet the truth's": ranged / len(truth["statements"]),
    }


def _match(quotation: dict[str, Any], candidates: list[dict[str, Any]], text: str) -> dict[str, Any] | None:
    """Return the quotation that covers the true one's letters best, if it covers half of both together."""
    wanted = squeeze(quotation["text"])
    best, score = None, 0.5
    start = squeeze(text).find(wanted)
    if start < 0:
        return None
    place = [i for i, c in enumerate(text) if not c.isspace()]
    offset = len(squeeze(text)[:start].replace(" ", ""))
    span = place[offset : offset + len(wanted.replace(" ", ""))]
    true = {i for i in span if text[i].isalnum()}
    for candidate in candidates:
        mine = {i for s, e in candidate["fragments"] for i in range(s, e) if text[i].isalnum()}
        overlap = len(true & mine) / max(1, len(true | mine))
        if overlap >= score:
            best, score = candidate, overlap
    return best


def _storyline_of(truth: dict[str, Any]) -> dict[str, str]:
    return {a: name for name, stories in truth["storylines"].items() for s in stories for a in truth["stories"][s]}


def _found_storylines(rows: Rows, lines: dict[str, Any]) -> dict[str, str]:
    storyline = {s: r["id"] for r in rows["storylines"] for s in r["stories"]}
    return {a: storyline[line["story"]] for a, line in lines.items() if line["story"] in storyline}


def _apart(truth: dict[str, Any], lines: dict[str, Any]) -> float:
    return _share(
        not {lines[a]["story"] for a in truth["stories"][x]} & {lines[a]["story"] for a in truth["stories"][y]}
        for x, y in truth["look_alikes"]
    )


def _pairs(labels: dict[str, Any]) -> set[tuple[str, str]]:
    groups: dict[Any, list[str]] = defaultdict(list)
    for key, label in sorted(labels.items()):
        groups[label].append(key)
    return {pair for members in groups.values() for pair in combinations(members, 2)}


def _by_id(rows: Rows, table: str) -> dict[str, dict[str, Any]]:
    return {r["id"]: r for r in rows[table]}


def _share(values: Any) -> float:
    values = list(values)
    return sum(map(bool, values)) / len(values)


def _same(found: str, true: str) -> bool:
    return _key(found) == _key(true)


def _key(name: str) -> str:
    return squeeze(name).casefold().removeprefix("the ")


def main() -> None:
    """Print the table."""
    truth = json.loads(sample.truth_path().read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "corpus"
        if len(sys.argv) == 1:
            Corpus(corpus).trace([sample.path()])
        for name, value in measure(exported(corpus), truth).items():
            print(f"{name:42} {value:.3f}")


if __name__ == "__main__":
    main()

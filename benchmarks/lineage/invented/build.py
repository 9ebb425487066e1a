"""Write pages.jsonl, gold.jsonl and stories.json from texts/: ``python -m benchmarks.lineage.invented.build``.

A file of texts/ holds stories. A story holds texts (numbered paragraphs, one a line) and pages::

    #### story NAME | beat=court | low=1 | high=2
    ### text A
    ### page KEY | pub=apnews.com | t=2025-03-04T08:10:00+00:00 | title=...
    # gold rel=verbatim; origin=AP; credit=(AP); fam=ap-x; case=dateline
    # note why the gold says so (story=NAME in the line of the gold: the lead has moved on to another event)
    A line of the page, or one of
    @A 1-3,5            paragraphs of text A
    @A 4.1-2            sentences 1 and 2 of paragraph 4
    @A 2+3.1            paragraph 2 and a sentence of 3 as one paragraph
    @A 2 ~ old => new   paragraph 2 with a hand-made edit

Ids are numbers in an order that tells nothing (a fixed shuffle).
"""

import csv
import hashlib
import json
import random
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SEED = 20251122
FIELDS = {"t": "scrape_time", "title": "title", "url": "url", "published": "published", "lang": "language"}
SENTENCE = re.compile(r"(?<=[.!?][”\"’]|.[.!?])\s+(?=[“\"A-Z0-9ÄÖÜ])")
Row = dict[str, Any]


def main() -> None:
    """Write the three files."""
    pages, gold, bounds = build()
    for name, rows in (("pages", pages), ("gold", gold)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (HERE / f"{name}.jsonl").write_text(text, encoding="utf-8")
    stories = json.dumps(counted(gold, bounds), ensure_ascii=False, indent=1)
    (HERE / "stories.json").write_text(stories + "\n", encoding="utf-8")
    print(f"{len(pages)} pages, {len({g['story'] for g in gold})} stories")


def build() -> tuple[list[Row], list[Row], dict[str, Row]]:
    """Return the pages, their gold, and each story's own attributes (beat, low, high)."""
    names = outlets()
    made: list[tuple[Row, Row]] = []
    bounds: dict[str, Row] = {}
    for path in sorted((HERE / "texts").glob("*.txt")):
        for story, attributes, parts in stories_of(path.read_text(encoding="utf-8")):
            bounds[story] = attributes
            made += [page(story, part, parts, names) for part in parts if part[0] == "page"]
    random.Random(SEED).shuffle(made)
    for number, (shown, truth) in enumerate(made, 1):
        shown["id"] = truth["id"] = f"invented-{number}"
    return [shown for shown, _ in made], [truth for _, truth in made], bounds


def outlets() -> dict[str, str]:
    """Return the readable name of each publisher as the pages give it."""
    with (HERE / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        return {row["publisher"]: row["outlet"] for row in csv.DictReader(lines)}


def stories_of(text: str) -> Iterator[tuple[str, Row, list[Any]]]:
    """Yield each story's name, attributes and parts: (kind, name, attributes, lines)."""
    for block in re.split(r"^#### story ", text, flags=re.M)[1:]:
        head, _, rest = block.partition("\n")
        name, attributes = header(head)
        parts = []
        for chunk in re.split(r"^### ", rest, flags=re.M)[1:]:
            first, _, body = chunk.partition("\n")
            kind, _, tail = first.partition(" ")
            parts.append((kind, *header(tail), [line for line in body.split("\n") if line.strip()]))
        yield name, attributes, parts


def header(line: str) -> tuple[str, Row]:
    """Read ``NAME | key=value | …``."""
    name, *pairs = (part.strip() for part in line.split(" | "))
    return name, dict(pair.split("=", 1) for pair in pairs)


def page(story: str, part: Any, parts: list[Any], names: dict[str, str]) -> tuple[Row, Row]:
    """Return one page as it is read and its gold."""
    _, key, attributes, lines = part
    texts = {name: body for kind, name, _, body in parts if kind == "text"}
    comments = [line for line in lines if line.startswith("# ")]
    body = [out for line in lines if not line.startswith("# ") for out in expanded(line, texts)]
    shown: Row = {"id": "", "publisher": attributes["pub"]}
    shown |= {FIELDS[k]: v for k, v in attributes.items() if k in FIELDS}
    shown["html" if "html" in attributes else "text"] = html(body) if "html" in attributes else "\n".join(body)
    notes = " ".join(c.removeprefix("# note ") for c in comments if c.startswith("# note "))
    marks = next(c for c in comments if c.startswith("# gold ")).removeprefix("# gold ")
    said = dict(pair.strip().split("=", 1) for pair in marks.split(";") if pair.strip())
    truth = gold_of(f"{story}/{key}", story, said, names[attributes["pub"]], notes)
    truth["sha1"] = hashlib.sha1("\n".join(body).encode()).hexdigest()
    return shown, truth


def gold_of(key: str, story: str, said: Row, outlet: str, note: str) -> Row:
    """Return the gold row of one page; what is not said has the value that is usual for its relation."""
    origin = said.get("origin", "own")
    named = outlet if origin == "own" else origin
    draws = listed(said, "draws", [] if origin in ("own", "unknown") else [origin])
    return {
        "id": "",
        "key": key,
        "sha1": "",
        "page": said.get("page", "article"),
        "story": said.get("story", story),
        "origin": origin,
        "credit": said.get("credit"),
        "relation": said["rel"],
        "draws_on": draws,
        "family": said.get("fam"),
        "outlet": outlet,
        "origin_name": named,
        "rests_on": listed(said, "rests", [] if named == "unknown" else [named]),
        "confidence": said.get("conf", "high"),
        "counted": said.get("counted", "yes") == "yes",
        "cases": listed(said, "case", []),
        "note": note,
    }


def listed(said: Row, key: str, default: list[str]) -> list[str]:
    """Read a comma-separated list; ``-`` is the empty one."""
    value = said.get(key)
    return default if value is None else [] if value == "-" else [v.strip() for v in value.split(",")]


def expanded(line: str, texts: dict[str, list[str]]) -> list[str]:
    """Return the lines that one line of the markup stands for."""
    if not line.startswith("@"):
        return [line]
    call, *edits = line[1:].split(" ~ ")
    name, _, wanted = call.strip().partition(" ")
    out = [" ".join(p for piece in item.split("+") for p in picked(piece, texts[name])) for item in ranges(wanted)]
    for edit in edits:
        old, _, new = edit.partition(" => ")
        old, new = old.strip(), new.strip()
        if not any(old in text for text in out):
            raise ValueError(f"{old!r} is not in {line!r}")
        out = [" ".join(text.replace(old, new).split()) for text in out]
    return out


def ranges(wanted: str) -> Iterator[str]:
    """Yield each paragraph of ``1-3,5``; parts of paragraphs are left as they are."""
    for item in wanted.strip().split(","):
        if "." in item or "+" in item or "-" not in item:
            yield item.strip()
        else:
            first, last = item.split("-")
            yield from (str(n) for n in range(int(first), int(last) + 1))


def picked(piece: str, paragraphs: list[str]) -> list[str]:
    """Return one paragraph, or some of its sentences (``4.1-2``)."""
    number, _, span = piece.strip().partition(".")
    text = paragraphs[int(number) - 1]
    if not span:
        return [text]
    first, _, last = span.partition("-")
    sentences = SENTENCE.split(text)[int(first) - 1 : int(last or first)]
    if not sentences:
        raise ValueError(f"no sentence {piece} in {text!r}")
    return sentences


def html(body: list[str]) -> str:
    """Return a page of the lines, the first as its heading; a line that is markup already stays as it is."""
    tags = ["h1"] + ["p"] * (len(body) - 1)
    pairs = zip(tags, body, strict=True)
    inner = "\n".join(x if x.startswith("<") else f"<{tag}>{escape(x, quote=False)}</{tag}>" for tag, x in pairs)
    return f'<!doctype html>\n<html lang="en"><body>\n{inner}\n</body></html>\n'


def counted(gold: list[Row], bounds: dict[str, Row]) -> list[Row]:
    """Return how many origins each story has; low and high as its header says, else by guideline 7."""
    out = []
    for story in sorted({g["story"] for g in gold}):
        members = [g for g in gold if g["story"] == story]
        own = bounds.get(story, {})
        nothing = {"unknown", "press-release"}
        names = {n for g in members if g["counted"] for n in g["rests_on"]} - nothing
        sure = {n for g in members if g["counted"] and g["confidence"] == "high" for n in g["rests_on"]} - nothing
        every = {n for g in members for n in (*g["rests_on"], g["origin_name"])} - nothing
        out.append(
            {
                "story": story,
                "beat": bounds[members[0]["key"].split("/")[0]].get("beat", ""),
                "documents": len(members),
                "independent_origins": len(names),
                "origins": sorted(names),
                "low": int(own.get("low", len(sure))),
                "high": int(own.get("high", len(every))),
                "families": len({g["family"] or g["id"] for g in members}),
            }
        )
    return out


if __name__ == "__main__":
    main()

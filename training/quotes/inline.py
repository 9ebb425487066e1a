"""Articles with their attributions marked inline, as they are written and corrected by hand.

    {S1|Ada Holm}, who heads the office, {C1|said} {Q1|that the ferry would stop}.

``S`` is the source, ``C`` the cue, ``Q`` the content; the number says what belongs together, and a part that is cut in
pieces has one pair of braces for each. Marks may stand within each other. A file holds articles, a line of ``---``
between any two; the first paragraph of each is its headline. A letter behind the number of a cue (``C1a``) says what
kind of attribution it is: none for speech and writing, ``a`` for what somebody thinks, wants, plans or does by words.

    python -m training.quotes.inline FILE...     # check, and count
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_OPEN = re.compile(r"\{([SCQ])(\d{1,3})(a?)\|")
_BORDER = re.compile(r"^---\s*$", re.MULTILINE)
Fragment = tuple[int, int]


class MarkError(ValueError):
    """Marks that cannot be read: says where and what."""


@dataclass
class Attribution:
    """One attribution: the fragments of its parts, in text order, and whether it is speech or writing."""

    number: int
    parts: dict[str, list[Fragment]] = field(default_factory=lambda: {"S": [], "C": [], "Q": []})
    speech: bool = True


@dataclass
class Marked:
    """An article's text without marks, and its attributions by number."""

    name: str
    text: str
    attributions: dict[int, Attribution]

    def row(self) -> dict[str, Any]:
        """Return the article in the format of PolNeAR's conversions (``benchmarks/quotes``)."""
        return {"doc_id": self.name, "text": self.text, "quotes": [_quote(a) for a in self.attributions.values()]}


def articles(path: Path) -> Iterator[Marked]:
    """Yield the articles of a file. Raises MarkError for marks that do not fit together."""
    for n, piece in enumerate(_BORDER.split(path.read_text(encoding="utf-8"))):
        if piece.strip():
            yield parse(piece.strip(), f"{path.stem}-{n}")


def parse(marked: str, name: str) -> Marked:
    """Return the article without its marks. Raises MarkError."""
    text: list[str] = []
    size = at = 0
    open_marks: list[tuple[str, int, int]] = []
    found: dict[int, Attribution] = {}
    while at < len(marked):
        opened = _OPEN.match(marked, at)
        if opened:
            number = int(opened[2])
            open_marks.append((opened[1], number, size))
            kept = found.setdefault(number, Attribution(number))
            kept.speech = kept.speech and not opened[3]
            at = opened.end()
            continue
        letter = marked[at]
        if letter == "}":
            if not open_marks:
                raise MarkError(f"{name}: a brace closes nothing near {marked[max(0, at - 40) : at + 1]!r}")
            part, number, start = open_marks.pop()
            if size == start:
                raise MarkError(f"{name}: {part}{number} marks nothing")
            found[number].parts[part].append((start, size))
        elif letter == "{":
            raise MarkError(f"{name}: a brace opens no mark near {marked[at : at + 40]!r}")
        else:
            text.append(letter)
            size += 1
        at += 1
    if open_marks:
        raise MarkError(f"{name}: {open_marks[-1][0]}{open_marks[-1][1]} is not closed")
    _check(name, found)
    return Marked(name, "".join(text), found)


def _check(name: str, found: dict[int, Attribution]) -> None:
    for attribution in found.values():
        missing = [part for part in "CQ" if not attribution.parts[part]]
        if missing:
            raise MarkError(f"{name}: attribution {attribution.number} has no {' and no '.join(missing)}")
        for fragments in attribution.parts.values():
            fragments.sort()


def _quote(attribution: Attribution) -> dict[str, Any]:
    content, cue, source = (attribution.parts[part] for part in "QCS")
    out: dict[str, Any] = {"id": f"E{attribution.number}", "start": content[0][0], "end": content[-1][1]}
    out["fragments"] = [list(f) for f in content]
    for name, fragments in (("speaker", source), ("cue", cue)):
        out[f"{name}_start"] = fragments[0][0] if fragments else None
        out[f"{name}_end"] = fragments[-1][1] if fragments else None
        out[f"{name}_fragments"] = [list(f) for f in fragments]
    out["speech_cue"] = attribution.speech
    return out


def main() -> None:
    """Check files and count what is marked in them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    failed = False
    for path in parser.parse_args().files:
        try:
            found = list(articles(path))
        except MarkError as e:
            failed = True
            print(f"{path}: {e}")
            continue
        words = sum(len(a.text.split()) for a in found)
        marked = [b for a in found for b in a.attributions.values()]
        cut = sum(len(b.parts["Q"]) > 1 for b in marked)
        bare = sum(not b.parts["S"] for b in marked)
        print(
            f"{path}: {len(found)} articles, {words} words, {len(marked)} attributions "
            f"({sum(not b.speech for b in marked)} not speech, {cut} in pieces, {bare} without source)"
        )
    sys.exit(failed)


if __name__ == "__main__":
    main()

"""Paragraphs of texts whose lines were broken for paper."""

import re
from statistics import median

_BLANK = re.compile(r"\n[ \t]{0,200}\n\s*")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
# A line shorter than this share of the usual one ends its paragraph (ours; print is set flush or nearly so).
SHORT = 0.75
_CLOSERS = (".", "!", "?", "”", '"', "»", ":")


def blocks(text: str) -> list[str]:
    """Return what blank lines part, each with its lines as they are and without blanks at the ends of lines."""
    parts = (part.strip("\n") for part in _BLANK.split(text))
    return ["\n".join(line.rstrip() for line in part.split("\n")) for part in parts if part.strip()]


def joined(block: str) -> str:
    """Return the lines of a block as one: a word that was parted at a line's end is whole again."""
    return " ".join(_HYPHEN.sub("", "\n".join(line.strip() for line in block.split("\n"))).split())


def reflowed(text: str) -> str:
    """Return a text with its lines joined to paragraphs, a blank line between any two.

    Where blank lines part it, they do; else a paragraph ends with a closed line that is shorter than most.
    """
    found: list[str] = []
    for block in blocks(text):
        lines = block.split("\n")
        usual = median(len(line) for line in lines)
        piece: list[str] = []
        for line in lines:
            piece.append(line)
            if len(line) < SHORT * usual and line.rstrip().endswith(_CLOSERS):
                found.append(joined("\n".join(piece)))
                piece = []
        if piece:
            found.append(joined("\n".join(piece)))
    return "\n\n".join(paragraph for paragraph in found if paragraph)

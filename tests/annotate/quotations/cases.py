"""Cases written as tables: a text at the margin, and what is to be found in it on the indented lines below.

    “The bridge is safe,” Ada Quell said in court.
        direct | The bridge is safe | Ada Quell | said | in court

The columns are type, words, speaker, cue, occasion and chain; those left out at the end are not looked at. Fragments
are parted by ``…``, the outlets of a chain by ``>``; ``-`` stands for nothing. ``she = Ada Quell`` asks for the mention
beside the cue too. ``¶`` breaks a paragraph, a text before ``##`` is the headline, and ``none`` says that nothing is
found.
Lines that begin with ``#`` say what the cases below them are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.model import Quotation
from tests.annotate.made import annotated

HERE = Path(__file__).parent
_COLUMNS = 6


@dataclass(frozen=True)
class Case:
    """A text and the rows that are expected of it."""

    name: str
    text: str
    headline: str | None
    rows: tuple[tuple[str, ...], ...]


def cases(name: str) -> list[Case]:
    """Return the cases of one table."""
    return list(_cases(name, (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()))


def _cases(name: str, lines: Sequence[str]) -> Iterator[Case]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith(("#", " ")):
            continue
        rows: list[tuple[str, ...]] = []
        for below in lines[number:]:
            if not below.startswith(" "):
                break
            rows.append(tuple(cell.strip() for cell in below.split("|")))
        assert rows, f"{name}.txt:{number} expects nothing; write none"
        headline, mark, body = line.rpartition("##")
        expected = () if rows == [("none",)] else tuple(rows)
        body = body.strip().replace("¶", "\n\n")
        yield Case(f"{name}:{number}", body, headline.strip() if mark else None, expected)


def found(case: Case) -> list[tuple[str, ...]]:
    """Return what is found in the text, each row with as many columns as the expected one beside it."""
    text, annotation = annotated(case.text, headline=case.headline)
    out = []
    for n, quotation in enumerate(annotation.quotations):
        expected = case.rows[n] if n < len(case.rows) else ("",) * _COLUMNS
        out.append(_row(text, quotation, "=" in (expected[2] if len(expected) > 2 else ""))[: len(expected)])
    return out


def _row(text: str, quotation: Quotation, mention: bool) -> tuple[str, ...]:
    speaker = quotation.speaker or "-"
    if mention and quotation.speaker_start is not None:
        speaker = f"{text[quotation.speaker_start : quotation.speaker_end]} = {speaker}"
    words = " … ".join(" ".join(fragment.of(text).split()) for fragment in quotation.fragments)
    via = " > ".join(quotation.via) or "-"
    return (quotation.type, words, speaker, quotation.cue or "-", quotation.occasion or "-", via)

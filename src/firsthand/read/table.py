"""Tables with a head, as CSV or TSV (RFC 4180): Media Cloud's and GDELT's lists of addresses, and tables with texts."""

import csv
from collections.abc import Iterator

from firsthand.model import Document, Rejected
from firsthand.read.columns import Columns, columns_of, separator, split_header
from firsthand.read.lines import text_lines
from firsthand.read.listed import Listed
from firsthand.read.rejection import rejected
from firsthand.read.source import Source


def read_table(source: Source) -> Iterator[Document | Listed | Rejected]:
    """Yield what each row holds (``path:line``, the line that it ends in): a document, or an address.

    Reasons for rejections: ``unknown-columns`` for the whole table; ``no-text``, ``bad-row``, ``line-too-long`` for
    rows. A row may have fewer cells than the head, and cells beyond it are left.
    """
    lines = _Lines(source)
    head = next(lines, None)
    if head is None:
        yield from lines.problems
        return
    names = split_header(head)
    columns = columns_of(names)
    if columns is None:
        has = ", ".join(name[:30] for name in names[:8]) or "none"
        yield rejected(source.label, "unknown-columns", f"no column called text, html or url; its columns: {has}")
        return
    csv.field_size_limit(source.config.max_line_characters)
    yield from _rows(lines, names, columns, separator(head), source.label)


def _rows(
    lines: "_Lines", names: list[str], columns: Columns, sign: str, label: str
) -> Iterator[Document | Listed | Rejected]:
    # Tabs part cells that are not quoted as often as cells that are: a quotation mark at a cell's start decides.
    rows = csv.reader(lines, delimiter=sign)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as e:
            yield rejected(f"{label}:{lines.number}", "bad-row", f"the row cannot be read as a table's: {e}")
            continue
        yield from lines.taken()
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield columns.record(dict(zip(names, row, strict=False)), f"{label}:{lines.number}")


class _Lines:
    """The lines that can be read; what cannot is put aside in ``problems``."""

    def __init__(self, source: Source) -> None:
        self._lines = text_lines(source)
        self.number = 0
        self.problems: list[Rejected] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        for number, line in self._lines:
            if isinstance(line, str):
                self.number = number
                return line
            self.problems.append(line)
        raise StopIteration

    def taken(self) -> list[Rejected]:
        """Return what was put aside, once."""
        found, self.problems = self.problems, []
        return found

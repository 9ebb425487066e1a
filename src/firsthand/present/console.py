"""Lines for the terminal: how they are styled, wrapped and printed.

Document text only ever enters through ``visible``: it may carry escape sequences. Nothing is read as rich's markup.
"""

import io
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.present.labels import plural
from firsthand.present.safe import visible

Lines = Iterator[RenderableType]


def printed(lines: Lines, width: int, colour: bool) -> str:
    """Return the lines wrapped at ``width`` cells, with ANSI styles where ``colour`` is set."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Group(*lines))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip("\n") + "\n"


def line(text: str, style: str = "", indent: int = 0) -> RenderableType:
    """Return one paragraph, each of its lines indented."""
    return Padding(Text(visible(text), style=style, overflow="fold"), (0, 0, 0, indent), expand=False)


def labelled(label: str, text: str, columns: int, style: str = "", indent: int = 0) -> RenderableType:
    """Return a paragraph with a label in a column of its own to the left."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=columns, no_wrap=True)
    grid.add_column(overflow="fold")
    body = Padding(Text(visible(text), style=style, overflow="fold"), (0, 0, 0, indent), expand=False)
    grid.add_row(Text(visible(label), style="cyan"), body)
    return grid


def title(text: str) -> Lines:
    """Yield a blank line and a heading."""
    yield Text("")
    yield line(text, "bold underline")


def more(n: int, noun: str, where: str, indent: int = 2) -> Lines:
    """Yield how many did not fit, and where they stand; nothing where all did."""
    if n > 0:
        yield line(f"and {n:,} more {plural(n, noun)}, {where}", "dim", indent)

"""A second report below the first in one text: pages that load the next article when the reader scrolls on.

It has a head of its own, a title above a byline with another name and a day, and the first report has ended by then.
The entries of a live blog are signed too, but dated by the time of day; teasers have no three paragraphs.
"""

from dataclasses import replace

from firsthand.clean.labels import Page

_PARAGRAPHS = 3  # that the first report has right above the second's title, and the second below its head. Ours.
_ABOVE = 6  # lines in which they stand: a notice or label may be between
_HEAD = 2  # lines beside a byline in which the day stands, and above it in which the title does
_TITLE_WORDS = range(4, 26)


def begins(page: Page) -> int:
    """Return the line with which a second report begins, the number of lines where there is none."""
    signed = [n for n, names in enumerate(page.bylines) if names]
    first = next(iter(signed), 0)
    for n in signed[1:]:
        title = _title(page, n)
        if title is None or set(page.bylines[n]) & set(page.bylines[first]) or not _is_dated(page, n):
            continue
        if (
            _count_prose(page, first + 1, title) >= _PARAGRAPHS
            and _count_prose(page, n + 1, n + 1 + _ABOVE) >= _PARAGRAPHS
        ):
            return title
    return len(page.lines)


def left_out(page: Page) -> Page:
    """Return the page with a second report, and all below it, as furniture that nobody signed."""
    stop = begins(page)
    rest = len(page.lines) - stop
    if not rest:
        return page
    return replace(
        page,
        furniture=(*page.furniture[:stop], *[True] * rest),
        captions=(*page.captions[:stop], *[False] * rest),
        dated=(*page.dated[:stop], *[False] * rest),
        bylines=(*page.bylines[:stop], *[()] * rest),
    )


def _title(page: Page, byline: int) -> int | None:
    """Return the line of a headline's looks above a byline."""
    for n in range(byline - 1, max(0, byline - 1 - _HEAD), -1):
        line = page.lines[n]
        if not (line.closed or page.alien(n) or page.signed(n)) and line.words in _TITLE_WORDS:
            return n
    return None


def _is_dated(page: Page, byline: int) -> bool:
    return any(page.dated[max(0, byline - _HEAD) : byline + _HEAD + 1])


def _count_prose(page: Page, start: int, stop: int) -> int:
    """Count the paragraphs in the last lines from ``start`` to ``stop``."""
    near = range(max(start, stop - _ABOVE), min(stop, len(page.lines)))
    return sum(page.lines[n].prose and page.lines[n].closed and not page.furniture[n] for n in near)

"""What the terminal shows of corrections: all of them, and what one of them did."""

from rich.text import Text

from firsthand.model import Correction
from firsthand.present.console import Lines, labelled, line, more, printed, title
from firsthand.present.labels import when
from firsthand.present.tables import Tables
from firsthand.present.views.corrections import Corrections, CorrectionView, recounted, state
from firsthand.present.views.index import Index

_LABEL = len("   note:")
# Ours: counts that changed which are shown; more are told by their number.
_RECOUNTED = 12


def corrections(tables: Tables, *, width: int = 80, colour: bool = False) -> str:
    """Return all corrections with what was so before, what is so now, and whether each still applies."""
    return printed(_all(list(Corrections(Index(tables)))), width, colour)


def corrected(correction: Correction, before: Tables, after: Tables, *, width: int = 80, colour: bool = False) -> str:
    """Return what a correction that was just made, or taken back, has changed."""
    return printed(_one(correction, before, after), width, colour)


def one_line(view: CorrectionView) -> str:
    """Return a correction with its state and note, in a line."""
    c = view.correction
    note = f", with the note “{c.note}”" if c.note else ""
    return f"{c.number}. {view.said} ({when(c.at[:10])}{note}): {state(view)}"


def _all(views: list[CorrectionView]) -> Lines:
    if not views:
        yield line("No corrections.")
    for n, view in enumerate(views):
        if n:
            yield Text("")
        yield from _view(view)


def _view(view: CorrectionView) -> Lines:
    c = view.correction
    yield line(f"{c.number}. {c.verb}: {view.said}", "bold")
    yield line(f"{when(c.at)} · {state(view)}", "cyan", 3)
    if c.note:
        yield labelled("   note:", c.note, _LABEL)
    yield from _lines("was:", c.before)
    if view.state in ("applies", "overruled"):
        yield from _lines("now:", view.now)


def _lines(label: str, several: tuple[str, ...]) -> Lines:
    for n, text in enumerate(several):
        yield labelled("" if n else f"   {label}", text, _LABEL)


def _one(correction: Correction, before: Tables, after: Tables) -> Lines:
    was = {v.correction.number: v for v in Corrections(Index(before))}
    now = {v.correction.number: v for v in Corrections(Index(after))}
    view = now[correction.number]
    if view.state == "undone":
        yield line(f"Correction {correction.number} is taken back: {view.said}.", "bold")
    else:
        yield line(f"Correction {correction.number}: {view.said}.", "bold")
        yield from _lines("was:", view.correction.before)
    if view.state != "uncounted":
        yield from _lines("now:", view.now)
    if view.state == "overruled":
        yield line(f"It does not hold: {state(view)}.")
    for number, other in now.items():
        if number in was and other.state == "overruled" and was[number].state == "applies":
            yield line(f"This goes against correction {number} ({other.said}): the later one wins.")
    changed = recounted(before, after)
    if changed:
        yield from title("Counted anew")
        yield from (line(text, "", 2) for text in changed[:_RECOUNTED])
        yield from more(len(changed) - _RECOUNTED, "count", "in an export")
    if view.state == "uncounted":
        yield line("It will be counted when the corpus is linked (firsthand link).")

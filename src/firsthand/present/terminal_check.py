"""What the terminal shows of a text that was held against a corpus."""

from rich.text import Text

from firsthand.present.console import Lines, line, more, printed, title
from firsthand.present.labels import CAVEAT, listed, origins_line, shorten, speaker_name, told
from firsthand.present.terminal_passages import passages
from firsthand.present.views.check import Checked, CheckView, Said, check_view
from firsthand.present.views.index import Index

# Ours: quotations that are shown.
_SAID = 12


def checked(found: Checked, *, width: int = 80, colour: bool = False) -> str:
    """Return where a text comes from: in a sentence, then by story, passages and statements."""
    return printed(_all(found, check_view(found)), width, colour)


def _all(found: Checked, view: CheckView) -> Lines:
    yield line(view.line, "bold")
    if view.credits:
        names = dict.fromkeys(credit.publisher for credit in view.credits)
        yield line(f"The text itself names {listed(list(names))}.", "")
    if view.story:
        yield from title("Story")
        yield line(view.story.story.headline, "", 2)
        yield line(f"{origins_line(view.story.count)} ({view.story.story.id})", "cyan", 2)
    if view.shared:
        yield from title("Passages that it shares")
        index = Index(found.tables)
        first = {view.earliest.row.article.id} if view.earliest else set()
        if view.earliest:
            yield line(f"The first of them, {view.earliest.row.outlet}: {view.earliest.row.relation}", "cyan", 2)
        yield from passages(index, view.article, [s.shared for s in view.shared], first)
    if view.said:
        yield from title("Who says what in it")
        for said in view.said[:_SAID]:
            yield from _quotation(said)
        yield from more(len(view.said) - _SAID, "quotation", "with --json")
    yield Text("")
    yield line(CAVEAT, "dim")


def _quotation(said: Said) -> Lines:
    yield line(f"{speaker_name(said.quotation.speaker)}: {shorten(said.words, 240)}", "", 2)
    if said.statement is None:
        yield line("no statement of this corpus was found to be the same", "dim", 4)
        return
    if said.other:
        yield line(f"elsewhere said by {speaker_name(said.other)}", "", 4)
    if not said.verbatim:
        yield line(f"best attested as: {shorten(told(said.statement), 240)}", "", 4)
    reports = f"{len(said.statement.quotations):,} times in this corpus"
    yield line(f"{reports}, {origins_line(said.count)} ({said.statement.id})", "cyan", 4)

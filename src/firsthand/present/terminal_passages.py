"""What the terminal shows of the passages that an article shares with others."""

from collections.abc import Container, Sequence
from itertools import islice

from firsthand.model import Article
from firsthand.present.console import Lines, line, more
from firsthand.present.labels import copy_name, outlet, plural, shorten
from firsthand.present.views.index import Index
from firsthand.present.views.passages import Change, Shared, SharedPassage, amount, changes

# Ours: articles with their passages and without, passages of each, characters and changes of each that are shown.
_SOURCES, _OTHERS, _PASSAGES, _SNIPPET, _CHANGES = 3, 8, 4, 240, 6


def passages(index: Index, article: Article, shared: Sequence[Shared], sources: Container[str]) -> Lines:
    """Yield what ``article`` shares with each other article: how much, of what kind, and which words were changed.

    The passages are shown of those whose ids are ``sources``, where there are none of the one it shares most with.
    """
    first = [s for s in shared if s.other.id in sources] or list(shared[:1])
    others = [s for s in shared if s not in first]
    for found in first[:_SOURCES]:
        yield line(_heading(index, found), "", 2)
        ordered = sorted(found.passages, key=lambda p: (-p.characters, p.here))
        for passage in ordered[:_PASSAGES]:
            yield from _passage(article, found.other, passage)
        yield from more(len(ordered) - _PASSAGES, "passage", "in an export", 4)
    for found in [*first[_SOURCES:], *others][:_OTHERS]:
        yield line(_heading(index, found), "", 2)
    yield from more(len(shared) - min(len(first), _SOURCES) - _OTHERS, "article", "in an export")


def _heading(index: Index, shared: Shared) -> str:
    published = f", published {shared.time}" if shared.time else ""
    return f"{outlet(shared.other)} ({index.name(shared.other.id)}){published}: {amount(shared)}"


def _passage(article: Article, other: Article, passage: SharedPassage) -> Lines:
    words = shorten(passage.here.of(article.text), _SNIPPET)
    yield line(f"“{words}”", "", 4)
    yield line(_measured(passage), "dim", 4)
    if passage.changed:
        found = list(islice(changes(article, other, passage), _CHANGES + 1))
        yield from (line(_changed(change), "", 6) for change in found[:_CHANGES])
        if len(found) > _CHANGES:
            yield line("and more", "dim", 6)


def _measured(passage: SharedPassage) -> str:
    """Return kind, length, what was changed and where it stands."""
    said = "verbatim" if not passage.changed else f"{passage.changed:,} {plural(passage.changed, 'word')} changed"
    length = f"{passage.words:,} words, {said}" if passage.words else f"{passage.characters:,} characters"
    places = (
        f"characters {passage.here.start:,}–{passage.here.end:,}, there {passage.other.start:,}–{passage.other.end:,}"
    )
    return f"{copy_name(passage.kind)}: {length}; {places}"


def _changed(change: Change) -> str:
    if not change.other:
        return f"here with “{change.here}”"
    return f"“{change.other}” is here “{change.here}”" if change.here else f"here without “{change.other}”"

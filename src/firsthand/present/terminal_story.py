"""Why one story, in plain words: what holds each article in it, and what keeps the nearest other stories apart."""

from collections.abc import Iterable

from firsthand.model import Likeness, Neighbour, Reason, StoryReasons
from firsthand.present.console import Lines, line, more, title
from firsthand.present.labels import counted, outlet
from firsthand.present.views.index import Index

# Ours: articles that are shown; --json has all that were looked at.
SHOWN = 12


def one_story(index: Index, found: StoryReasons) -> Lines:
    """Yield why the articles of a story are one, and why the nearest others are not among them."""
    yield from title("Why one story")
    if not found.links:
        yield line("It has one article: nothing holds it to another.", "", 2)
    for link in found.links[:SHOWN]:
        yield line(f"{_called(index, link.article)} is likest to {_called(index, link.other)}", "", 2)
        yield from _both_ways(link)
    yield from more(len(found.links) - SHOWN, "article", "with --json")
    if found.left_out:
        yield line(f"{counted(found.left_out, 'article')} more of the story were not looked at.", "dim", 2)
    if found.neighbours:
        yield from title("Nearest other stories")
        for near in found.neighbours:
            yield from _neighbour(index, near)


def _neighbour(index: Index, near: Neighbour) -> Lines:
    yield line(f"{near.headline or '(no headline)'} ({near.story})", "", 2)
    for reason in near.apart:
        yield line(f"kept apart: {reason.text}", "", 5)
    pair = f"{_called(index, near.nearest.article)} and {_called(index, near.nearest.other)}"
    yield line(f"The likest two articles are {pair}:", "dim", 5)
    told = {reason.text for reason in near.apart}
    yield from _reasons("for", near.nearest.speaks_for, 7)
    yield from _reasons("against", (r for r in near.nearest.speaks_against if r.text not in told), 7)


def _both_ways(link: Likeness) -> Lines:
    if not link.speaks_for:
        yield line(
            "nothing that both give speaks for one event: the story as a whole, or a correction, holds it", "", 5
        )
    yield from _reasons("for", link.speaks_for, 5)
    yield from _reasons("against", link.speaks_against, 5)


def _reasons(side: str, several: Iterable[Reason], indent: int) -> Lines:
    for reason in several:
        yield line(f"{side}: {reason.text}", "dim" if side == "for" else "yellow", indent)


def _called(index: Index, article: str) -> str:
    known = index.articles.get(article)
    return f"{outlet(known)} ({index.name(article)})" if known else index.name(article)

"""One document as firsthand reads it: the parts of its text with their kinds, the comments, who said what."""

from collections.abc import Iterator

from rich.text import Text

from firsthand.model import Annotation, Article, Quotation, Segment
from firsthand.present.console import Lines, labelled, line, printed, title
from firsthand.present.labels import counted, listed, outlet_name, shorten, speaker_name, when

_STYLES = {
    "headline": "bold",
    "dek": "italic",
    "subheading": "bold",
    "dateline": "green",
    "byline": "green",
    "caption": "yellow",
    "boilerplate": "dim",
}
_KIND = len("boilerplate")  # the longest kind: the width of the column that they stand in
_TYPE = len("indirect")
_STEP, _DEEPEST = 2, 10  # cells that a reply is indented by, and the depth from which on it goes no further (ours)
_LONGEST = 5_000  # characters of a quotation that are shown


def article(found: Article, *, width: int = 80, colour: bool = False) -> str:
    """Return what the document says of itself, its segments, its links to other sites, and the comments by depth.

    ``width`` is in cells; with ``colour`` the lines carry ANSI styles, without they are plain.
    """
    return printed(_article(found), width, colour)


def quotations(found: Article, annotation: Annotation, *, width: int = 80, colour: bool = False) -> str:
    """Return who said what in the article: type, speaker, cue and chain, occasion, and the words."""
    return printed(_quotations(found, annotation), width, colour)


def _article(found: Article) -> Lines:
    yield from _head(found)
    yield Text("")
    for segment in found.segments:
        if segment.kind != "comment":
            yield from _segment(found, segment)
    if found.links:
        yield from title(f"{counted(len(found.links), 'link')} to other sites")
    for link in found.links:
        yield line(shorten(found.text[link.start : link.end], _LONGEST))
        yield line(link.target, "dim", _STEP)
    if found.comments:
        yield from title(f"{counted(len(found.comments), 'comment')} by readers")
    for comment in found.comments:
        words = shorten(found.text[comment.start : comment.end], _LONGEST) or "(its words are gone)"
        indent = _STEP * min(comment.depth, _DEEPEST)
        written = f" · {when(comment.published, comment.published_precision)}" if comment.published else ""
        yield line(f"{comment.author or '(no author)'}{written}", "bold", indent)
        yield line(words, "", indent + _STEP)


def _head(found: Article) -> Lines:
    yield line(found.input, "bold underline")
    published = when(found.published, found.published_precision)
    about = (found.page, outlet_name(found) or "outlet not known", published, found.language or "language not known")
    yield line(" · ".join(about), "cyan")
    more = [f"updated {when(found.updated, found.updated_precision)}"] if found.updated else []
    more += [f"section {found.section}"] if found.section else []
    more += ["the page says that readers must pay or register for all of it"] if found.paywalled else []
    if more:
        yield line(" · ".join(more), "cyan")
    if found.bylines:
        yield line(f"By {listed(found.bylines)}", "dim")
    if found.url:
        yield line(found.url, "dim")
    if found.canonical and found.canonical != found.url:
        yield line(f"gives its address as {found.canonical}", "dim")


def _segment(found: Article, segment: Segment) -> Lines:
    """Yield one row a paragraph, the kind beside the first of them only."""
    for number, words in enumerate(_paragraphs(found.text[segment.start : segment.end])):
        label = "" if number else segment.kind
        yield labelled(label, words, _KIND, _STYLES.get(segment.kind, ""))


def _paragraphs(text: str) -> Iterator[str]:
    return (words for part in text.split("\n") if (words := part.strip()))


def _quotations(found: Article, annotation: Annotation) -> Lines:
    yield from _head(found)
    if not annotation.quotations:
        yield from (Text(""), line("No quotations found."))
    for quotation in annotation.quotations:
        yield Text("")
        yield from _quotation(found, quotation)
    if annotation.left_out:
        yield Text("")
        yield line(f"and {annotation.left_out:,} more, past the setting [annotate] max_quotations", "dim")


def _quotation(found: Article, quotation: Quotation) -> Lines:
    who = speaker_name(quotation.speaker)
    yield labelled(quotation.type, f"{who}: {quotation.cue}" if quotation.cue else who, _TYPE, "bold")
    words = shorten(quotation.words(found.text), _LONGEST)
    yield labelled("", f"“{words}”" if quotation.type == "direct" else words, _TYPE)
    if quotation.occasion:
        yield labelled("", f"occasion: {quotation.occasion}", _TYPE, "dim")
    if quotation.via:
        yield labelled("", f"via {' via '.join(quotation.via)}", _TYPE, "dim")

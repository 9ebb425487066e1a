"""A resolver over a made text, for asking whom one mention in it means."""

from firsthand.annotate import names
from firsthand.annotate.layout import paragraphs
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.speakers import Resolver
from firsthand.model import Span
from tests.annotate.made import article


def meant(marked: str, *, said: str = "") -> str | None:
    """Return whom the mention between ``[`` and ``]`` means, as a tagger's source would be resolved.

    ``said`` is what a quotation around it holds, whose source is resolved first: ``SOURCE|WORDS``.
    """
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    made = article(text)
    resolver = Resolver(text, names.find(text, paragraphs(made)))
    if said:
        source, words = said.split("|")
        resolver.resolve(_draft(text.index(source), source, Span(text.index(words), text.index(words) + len(words))))
    return resolver.resolve(_draft(start, text[start:end], Span(end, len(text))))


def _draft(at: int, source: str, content: Span) -> Draft:
    whole = Span(min(at, content.start), max(at + len(source), content.end))
    return Draft("indirect", (content,), Span(at, at + len(source)), None, whole)

"""From document to article: text, segments, comments, and what the page says of itself.

``Clean`` is the stage. ``plain`` reads markup-less text, ``html`` pages; both return a ``Rendered``, and the article is
made of it here in one place, where what the carrier gave (title, publisher, time, language) goes before what the page
says.
"""

import hashlib
from collections.abc import Sequence

from firsthand.clean import bylines, dates, languages, links, pages, plain, publishers, refusals
from firsthand.clean.rendered import Rendered, too_long
from firsthand.config import CleanConfig
from firsthand.data import weights
from firsthand.model import Article, Document, Rejected
from firsthand.text import short_hash, squeeze

__all__ = ["Clean", "Rendered"]

# Authors of one text, and characters of an author or section, that a carrier may give. Ours.
_MOST_GIVEN, _LONGEST_GIVEN = 50, 100


class Clean:
    """The document stage that turns documents into articles."""

    def __init__(self, config: CleanConfig | None = None, *, asked: bool = False) -> None:
        """Take the settings; ``asked`` where somebody asks about this one text, which may then be as short as it is.

        Raises ModelError where weights that are part of firsthand are missing or altered.
        """
        self.config = config or CleanConfig()
        self.asked = asked
        weights.check()

    def process(self, batch: Sequence[Document]) -> list[Article | Rejected]:
        """Return an article, or a rejection that says why there is none, for each document in order."""
        return [self.clean(document) for document in batch]

    def clean(self, document: Document) -> Article | Rejected:
        """Return the document's article.

        Reasons why there is none: ``no-text``, ``no-body``, ``no-article``, ``too-short``, ``too-long``, and those of
        ``html.render``.
        """
        if not document.content.strip():
            return Rejected(document.input, "clean", "no-text", "the document is empty")
        most = self.config.max_characters
        if document.kind == "text" and len(document.content) > most:
            return Rejected(document.input, "clean", "too-long", too_long(len(document.content), most))
        rendered = self._render(document)
        if isinstance(rendered, Rejected):
            return rendered
        if len(rendered.text) > most:  # JSON-LD's text may be longer than all that the page shows
            return Rejected(document.input, "clean", "too-long", too_long(len(rendered.text), most))
        if not rendered.text.strip():
            return Rejected(document.input, "clean", "no-text", "the page has no text")
        if all(segment.kind == "boilerplate" for segment in rendered.segments):
            detail = "nothing but page furniture, no sentence that could be an article's"
            return Rejected(document.input, "clean", "no-body", detail)
        refused = (None if self.asked else _too_short(document, rendered)) or _refused(document, rendered)
        return refused or article(document, rendered)

    def _render(self, document: Document) -> Rendered | Rejected:
        if document.kind == "text":
            return plain.render(document, self.config)
        from firsthand.clean import html  # the parsers load only where there is a page to parse

        return html.render(document, self.config)


def _too_short(document: Document, rendered: Rendered) -> Rejected | None:
    # A record of a feed or an export may be a headline alone, and so may a file that somebody gave a title.
    if document.path is None or document.title or (few := refusals.too_few(rendered.text)) is None:
        return None
    words = "one word" if few == 1 else f"{few} words" if few else "no word"
    detail = f"{words}: too few for an article; a sidecar with a title keeps a file that is a headline alone"
    return Rejected(document.input, "clean", "too-short", detail)


def _refused(document: Document, rendered: Rendered) -> Rejected | None:
    first = rendered.text.lstrip()[:200].partition("\n")[0]
    headline = squeeze(document.title or "") or rendered.headline or squeeze(first)
    body = (rendered.text[s.start : s.end] for s in rendered.segments if s.kind in ("body", "dek"))
    found = refusals.refusal(headline, "\n".join(body))
    if found is None:
        return None
    detail = f"{found} in place of an article ({headline[:80]!r}): fetch the page again, or leave it out"
    return Rejected(document.input, "clean", "no-article", detail)


def article(document: Document, rendered: Rendered) -> Article:
    """Return the article that a rendered document makes; what the carrier gave wins over what the page says."""
    url = document.url or rendered.url
    headline = squeeze(document.title or "") or rendered.headline
    given = dates.parse(document.published, document.fetched)
    published, precision = given or (rendered.published, rendered.published_precision)
    out = [*rendered.links, *links.written(rendered.text, rendered.segments, (url, rendered.url))]
    return Article(
        id=short_hash(url or document.path or document.external_id or "", rendered.text),
        external_id=document.external_id,
        input=document.input,
        url=url,
        path=document.path,
        publisher=publishers.publisher(document, rendered),
        text=rendered.text,
        headline=headline,
        dek=rendered.dek,
        bylines=_authors(document) or rendered.bylines,
        dateline=rendered.dateline,
        published=published,
        published_precision=precision,
        fetched=document.fetched,
        language=document.language or rendered.language or languages.language(rendered.text, rendered.segments),
        sha256=hashlib.sha256(rendered.text.encode("utf-8", "surrogatepass")).hexdigest(),
        page=rendered.page or pages.kind(rendered.text, rendered.segments, headline, url),
        segments=rendered.segments,
        comments=rendered.comments,
        updated=rendered.updated,
        updated_precision=rendered.updated_precision,
        canonical=rendered.url,
        section=squeeze(document.section or "")[:_LONGEST_GIVEN] or rendered.section,
        paywalled=rendered.paywalled,
        links=links.in_order(out),
    )


def _authors(document: Document) -> tuple[str, ...]:
    """Return the names that the carrier gives, as bylines are read; what is no name in a script known here stays."""
    given = (squeeze(author)[:_LONGEST_GIVEN] for author in document.authors[:_MOST_GIVEN])
    return tuple(dict.fromkeys(name for author in given if author for name in bylines.names(author) or (author,)))

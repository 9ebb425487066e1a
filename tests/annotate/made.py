"""Articles made by hand, for the tests of annotation."""

from collections.abc import Sequence

from firsthand.annotate import Annotate
from firsthand.model import Annotation, Article, Quotation, Segment, SegmentKind


def article(
    body: str,
    *,
    headline: str | None = None,
    segments: Sequence[tuple[SegmentKind, str]] = (),
    published: str | None = "2024-03-15",
    fetched: str | None = None,
) -> Article:
    """Return an article of a headline, the given parts in order, and a body after them."""
    parts: list[tuple[SegmentKind, str]] = [("headline", headline)] if headline else []
    parts += [*segments, ("body", body)]
    text, made = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        made.append(Segment(kind, len(text), len(text) + len(words)))
        text += words
    return Article(
        id="a1", external_id=None, input="a1", url=None, path=None, publisher=None, text=text, headline=headline,
        dek=None, bylines=(), dateline=None, published=published,
        published_precision=None if published is None else "day", fetched=fetched, language="en", sha256="",
        page="article", segments=tuple(made), comments=(),
    )  # fmt: skip


def annotated(body: str, **options: object) -> tuple[str, Annotation]:
    """Return the text of a made article and its annotation."""
    made = article(body, **options)  # type: ignore[arg-type]
    return made.text, Annotate().annotate(made)


def quotations(body: str, **options: object) -> list[Quotation]:
    """Return the quotations of a made article."""
    return list(annotated(body, **options)[1].quotations)


def told(body: str, **options: object) -> list[tuple[str, str, str | None, str | None]]:
    """Return type, words, speaker and cue of each quotation of a made article."""
    text, annotation = annotated(body, **options)
    return [(q.type, " … ".join(f.of(text) for f in q.fragments), q.speaker, q.cue) for q in annotation.quotations]

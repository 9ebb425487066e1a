"""Small articles for tests, all invented."""

from collections.abc import Sequence

from firsthand.model import Annotation, Article, Credit, CreditKind, Quotation, Segment, SegmentKind, Span


def article(
    name: str,
    *paragraphs: str,
    published: str | None = None,
    publisher: str | None = None,
    kinds: Sequence[SegmentKind] = (),
    headline: str | None = None,
) -> Article:
    """Return an article of paragraphs; each is body unless ``kinds`` says otherwise."""
    text = "\n\n".join(paragraphs)
    segments, start = [], 0
    for k, paragraph in enumerate(paragraphs):
        segments.append(Segment(kinds[k] if k < len(kinds) else "body", start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Article(
        id=name,
        external_id=name,
        input=name,
        url=None,
        path=None,
        publisher=publisher,
        text=text,
        headline=headline,
        dek=None,
        bylines=(),
        dateline=None,
        published=published,
        published_precision=None,
        fetched=None,
        language="en",
        sha256="",
        page="article",
        segments=tuple(segments),
        comments=(),
    )


def credit(article: Article, words: str, publisher: str, kind: CreditKind) -> Credit:
    """Return a credit on the first place of ``words``."""
    start = article.text.index(words)
    return Credit(start, start + len(words), publisher, kind)


def quotation(
    article: Article, words: str, speaker: str | None, *, occasion: str | None = None, via: tuple[str, ...] = ()
) -> Quotation:
    """Return a direct quotation of ``words``."""
    start = article.text.index(words)
    end = start + len(words)
    fragments = (Span(start, end),)
    return Quotation(
        f"{article.id}-{start}",
        article.id,
        "direct",
        start,
        end,
        fragments,
        speaker,
        None,
        None,
        "said",
        None,
        None,
        occasion,
        via,
    )


def annotation(article: Article, *parts: Credit | Quotation) -> Annotation:
    """Return an annotation with the given credits and quotations."""
    credits = tuple(p for p in parts if isinstance(p, Credit))  # noqa: A001
    return Annotation(article.id, (), (), credits, tuple(p for p in parts if isinstance(p, Quotation)))

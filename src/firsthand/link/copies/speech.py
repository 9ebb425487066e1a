"""What of an article stands in it as someone else's words: between quotation marks, as a post, in a transcript."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from firsthand.link.copies.notices import notices
from firsthand.model import Annotation, Article, Span
from firsthand.model.span import covered

# What a word may be, as bits: in reported speech; in reported speech whose words nearby name a public occasion; in a
# post, a transcript or a public notice that stands on the page as such.
REPORTED, NAMED, POSTED = np.uint8(1), np.uint8(2), np.uint8(4)

# Words between marks, as far as a quotation of some paragraphs reaches.
_MARKED = re.compile(
    r"“[^“”]{1,1500}”|(?<!\w)\"(?=\S)[^\"\n]{1,1500}\"(?!\w)|«[^«»]{1,1500}»|„[^„“”]{1,1500}[“”]"
    r"|‘‘[^‘’\n]{1,1500}(?:’[^‘’\n]{1,200}){0,9}’’"
    # Single marks are apostrophes too: the closing one follows the end of a clause.
    r"|(?<!\w)[‘'](?=\w)(?:[^‘’'\n]|(?<=\w)[’'](?=\w)){12,800}(?<=[,.!?…])[’'](?!\w)"
)
# How a post is signed where it stands as a block: a dash, a name, a handle, a day.
_SIGNED = re.compile(
    r"(?:[—–-]{1,2} ?|A post shared by )[^\n()@]{1,60}\(@[\w.]{1,30}\)(?:[^\n\w]{0,3}\w{3,9} \d{1,2}, \d{4})?"
)
# The most characters that a post has before its signature: Twitter's 280, with what markup leaves behind.
POST_CHARACTERS = 320
# "Q: …", "MODERATOR: …": a line of a transcript.
_SPOKEN_LINE = re.compile(r"^(Q|A|[A-Z][A-Z.’' -]{2,40}): \S", re.MULTILINE)
# Speakers of a transcript, and lines of each: newsletters have labels in capitals too, but each once.
_LEAST_SPEAKERS = 2
_LEAST_LINES = 2
# Words that say of speech in the same sentence that it stood where anyone may read it.
_PUBLIC = re.compile(
    r"\b(?:tweet(?:s|ed|ing)?|posted|wrote on|(?:wrote|said) in an? [\w ]{0,20}post"
    r"|(?:in|via|on) (?:Twitter|Facebook|Instagram|Telegram|an? (?:[\w-]+ ){0,3}(?:statement|press release|filing))"
    r"|(?:statement|release|filing|indictment|complaint|lawsuit|transcript) (?:said|says|read|reads|alleges|states)"
    r"|according to the (?:[\w-]+ ){0,2}(?:statement|release|filing|indictment|complaint|lawsuit|transcript))\b",
    re.IGNORECASE,
)
# How near they must be to the quotation, in characters.
_NEAR = 70
_SENTENCE_END = re.compile(r"[.!?][\"”’')]* |\n")


def speech(
    article: Article, starts: npt.NDArray[np.int64], annotation: Annotation | None = None
) -> npt.NDArray[np.uint8]:
    """Return what each word is, by the page and by its annotation; ``starts`` are the words' offsets, sorted."""
    out = np.zeros(len(starts), dtype=np.uint8)
    text = article.text
    quoted = covered(Span(m.start(), m.end()) for m in _MARKED.finditer(text))
    mark(out, starts, quoted, REPORTED)
    mark(out, starts, (s for s in quoted if _is_named(text, s)), NAMED)
    mark(out, starts, (*_posts(article), *_transcript(article), *notices(article)), POSTED)
    for quotation in annotation.quotations if annotation else ():
        if quotation.type == "direct":  # the marked words of others are seen on the page
            mark(out, starts, quotation.fragments, REPORTED)
            if names_public(f"{quotation.cue or ''} {quotation.occasion or ''}"):
                mark(out, starts, quotation.fragments, NAMED)
    return out


def mark(out: npt.NDArray[np.uint8], starts: npt.NDArray[np.int64], spans: Iterable[Span], what: np.uint8) -> None:
    """Set a bit for the words that begin in one of the spans."""
    for span in spans:
        first, last = np.searchsorted(starts, (span.start, span.end))
        out[first:last] |= what


def names_public(words: str) -> bool:
    """Tell whether the words name a place where anyone may read: a post, a statement, a filing, a transcript."""
    return _PUBLIC.search(words) is not None


def _is_named(text: str, span: Span) -> bool:
    """Tell whether the sentence around a quotation, and nothing beyond it, names a public place."""
    before = _SENTENCE_END.split(text[max(0, span.start - _NEAR) : span.start])[-1]
    closed = span.of(text).rstrip('"”’» \n').endswith(".")
    after = "" if closed else _SENTENCE_END.split(text[span.end : span.end + _NEAR])[0]
    return names_public(before) or names_public(after)


def _posts(article: Article) -> Iterator[Span]:
    """Yield signed posts: each from where its paragraph begins, or the one before if the signature stands alone."""
    text = article.text
    signatures = list(_SIGNED.finditer(text)) if "(@" in text else []
    if not signatures:
        return
    paragraphs = article.paragraphs(0, len(text))
    starts = [p.start for p in paragraphs]
    last = 0
    for signature in signatures:
        at = bisect_right(starts, signature.start()) - 1
        alone = at > 0 and starts[at] == signature.start()
        start = max(starts[at - alone] if at >= 0 else 0, last, signature.start() - POST_CHARACTERS)
        last = signature.end()
        yield Span(start, last)


def _transcript(article: Article) -> Iterator[Span]:
    if article.page == "transcript":
        yield from (Span(s.start, s.end) for s in article.parts("body"))
        return
    lines = list(_SPOKEN_LINE.finditer(article.text))
    said = Counter(line[1] for line in lines)
    if sum(count >= _LEAST_LINES for count in said.values()) >= _LEAST_SPEAKERS:
        for line in lines:
            end = article.text.find("\n", line.start())
            yield Span(line.start(), end if end >= 0 else len(article.text))

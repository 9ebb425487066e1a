"""The sentence of an article that shows why it was found."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from firsthand.model import Annotation, Article, Span
from firsthand.present.catalog import schema
from firsthand.present.catalog.query import Term
from firsthand.present.catalog.rows import ArticleRow, Hit
from firsthand.present.catalog.words import Word, words

# Ours: what a hit shows of a sentence, and how far into a text one is looked for, in characters.
SHOWN, LOOKED = 320, 60_000
# A sentence ends behind a stop with its closing marks, before a blank; or with the line.
_END = re.compile(r"(?<=[.!?…。！？])[\"'”’»)\]]*\s+|(?<=[。！？])|\n+")


class Finder:
    """Finds the sentences of hits: the one with the most of ``terms``, else words of the speakers with ``keys``."""

    def __init__(self, connection: sqlite3.Connection, terms: Sequence[Term], keys: Sequence[str]) -> None:
        """Read articles through ``connection``."""
        self._connection = connection
        self._terms = terms
        self._keys = keys

    def hit(self, row: ArticleRow) -> Hit:
        """Return the hit for an article."""
        article = schema.record(Article, self._body("articles", row.id))
        found = self._with_terms(article) or self._spoken(article) or next(_sentences(article), Span(0, 0))
        return self._shown(row, article, found)

    def _with_terms(self, article: Article) -> Span | None:
        """Return the sentence with the most terms, of equals the first; None where no sentence has one."""
        best, most = None, 0
        for sentence in _sentences(article) if self._terms else ():
            here = list(words(article.text, sentence.start, sentence.end))
            has = sum(any(True for _ in _places(term, here)) for term in self._terms)
            if has > most:
                best, most = sentence, has
                if most == len(self._terms):
                    break
        return best

    def _spoken(self, article: Article) -> Span | None:
        """Return the sentence in which the first quotation of one of the speakers begins."""
        if not self._keys:
            return None
        sql = "SELECT quotation FROM attribution WHERE article = ? AND speaker_id IN (SELECT value FROM json_each(?))"
        wanted = {q for (q,) in self._connection.execute(sql, (article.id, json.dumps(self._keys)))}
        annotation = schema.record(Annotation, self._body("annotations", article.id)) if wanted else None
        starts = [q.start for q in (annotation.quotations if annotation else ()) if q.id in wanted]
        sentences = (s for start in starts for s in _sentences(article) if s.start <= start < s.end)
        return next(sentences, None)

    def _shown(self, row: ArticleRow, article: Article, sentence: Span) -> Hit:
        here = list(words(article.text, sentence.start, sentence.end))
        marks = sorted({place for term in self._terms for place in _places(term, here)})
        start, end = _window(article.text, sentence, marks[0][0] if marks else sentence.start)
        inside = tuple((a - start, b - start) for a, b in _apart(marks) if start <= a and b <= end)
        return Hit(row, article.text[start:end], inside, start)

    def _body(self, kind: str, identity: str) -> bytes:
        sql = "SELECT body FROM record WHERE kind = ? AND id = ?"
        body: bytes = self._connection.execute(sql, (kind, identity)).fetchone()[0]
        return body


def _sentences(article: Article) -> Iterator[Span]:
    """Yield the sentences of what is searched of an article, as far as it is looked through."""
    text, left = article.text, LOOKED
    for segment in article.parts(*schema.SEARCHED):
        end = min(segment.end, segment.start + left)
        at = segment.start
        for match in _END.finditer(text, segment.start, end):
            if text[at : match.start()].strip():
                yield _stripped(text, at, match.end())
            at = match.end()
        if text[at:end].strip():
            yield _stripped(text, at, end)
        left -= end - segment.start
        if left <= 0:
            return


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    return Span(start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip()))


def _places(term: Term, here: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield where a term stands among the words of a sentence: from its first word's start to its last word's end."""
    n = len(term.norms)
    *firsts, last = term.norms
    for at in range(len(here) - n + 1):
        found = here[at : at + n]
        ends = found[-1].norm.startswith(last) if term.prefix else found[-1].norm == last
        if ends and [w.norm for w in found[:-1]] == firsts:
            yield found[0].start, found[-1].end


def _apart(marks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield marks without those that begin within the one before."""
    end = -1
    for mark in marks:
        if mark[0] >= end:
            yield mark
            end = mark[1]


def _window(text: str, sentence: Span, first: int) -> tuple[int, int]:
    """Return what is shown of a sentence: all of it, or of a long one a part with its first mark, cut at blanks."""
    if len(sentence) <= SHOWN:
        return sentence.start, sentence.end
    start = max(sentence.start, min(first - SHOWN // 4, sentence.end - SHOWN))
    end = min(sentence.end, start + SHOWN)
    if start > sentence.start and (blank := text.find(" ", start, first)) >= 0:
        start = blank + 1
    if end < sentence.end and (blank := text.rfind(" ", first + 1, end)) > 0:
        end = blank
    return start, end

"""Readers' comments in a markup-less text: found before the body is, so that they never become part of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.clean import authors, dates, threads
from firsthand.clean.lines import Line
from firsthand.model import Comment

_COUNT = r"(?:\d{1,6}|no|one|ein|eine|un|una|all|se han publicado \d{1,5})"
_NOUN = (
    r"(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?|kommentare?|antworten?|gedanken?|commentaires?|"
    r"réponses?|"
    r"comentarios?|respuestas?|commenti|reacties|комментари[йия]\w{0,2})"
)
_HEADING = re.compile(
    rf"(?:{_COUNT}\s{{1,2}}(?:reader\s|user\s)?{_NOUN}\b(?:\s?add (?:your|a) comment)?(?:[:.!\s]{{0,3}}$|\s(?:to|on|"
    rf"for|so far|zu|auf|"
    rf"sur|en|add|post|leave|schreibe|\W).{{0,200}}$)"
    rf"|(?:reader'?s?'?\s|user\s|your\s|rss\s?|viewers?\s|online\s|"
    rf"facebook\s)?{_NOUN}\s{{0,2}}(?:[(\[]\s?\d{{1,6}}\s?[)\]]|:)?"
    rf"\s{{0,2}}(?:\W{{0,3}}|(?:add|post|leave|write|schreibe)\b.{{0,40}}|on this .{{0,60}}|on [“\"'].{{0,200}})$"
    r"|(?:sound ?off|discussion|disqus|have your say|your (?:views?|say)|readers'? (?:views|say|write)|"
    r"comments? (?:are|is) (?:now )?closed.{0,40}|(?:tell us )?what you think|talkback(?: - add your opinion)?|"
    r"(?:latest|recent|reader|all)"
    r" (?:comments|views)|reader views|readers'? comments|"
    r"what (?:readers|people|you) (?:are saying|say|said|think)|post a comment|add (?:(?:a|new|your) )?comment)"
    r"\s{0,2}(?:\(\d{1,6}(?: \w{1,10})?\))?\W{0,3}$"
    r"|.{0,60}\(\d{1,6} (?:comments|responses|replies)\)\s{0,3}$)",
    re.IGNORECASE,
)
_HEADING_WORDS = 30
_TEASER_HEADING = re.compile(
    r"\W{0,3}(?:latest|recent|newest|neueste|letzte|derniers?|últimos) (?:reader )?(?:comments?|"
    r"kommentare|commentaires|comentarios)\W{0,3}$",
    re.IGNORECASE,
)
_TEASER_HEADING_WORDS = 4
_TEASER = re.compile(r"\W{0,3}[^\s:][^:]{0,40}\s(?:on|in|zu|bei|sur|en)\s[^:]{4,160}(?::\s|$)")


@dataclass(frozen=True, slots=True)
class Found:
    """The comments of a text, and which lines are theirs.

    ``owner`` has an entry for each line of a thread: the comment's place in page order, -1 for a line between them.
    """

    comments: tuple[Comment, ...]
    owner: dict[int, int]


def headings(lines: Sequence[Line]) -> list[bool]:
    """Mark the lines that announce comments ("3 comments", "Have your say")."""
    return [is_heading(line) for line in lines]


def is_heading(line: Line) -> bool:
    """Tell whether a line announces comments."""
    return line.words <= _HEADING_WORDS and line.size <= 300 and is_heading_text(line.text)


@lru_cache(maxsize=8192)  # several rules ask of the same line, and menus are alike on all pages of an outlet
def is_heading_text(text: str) -> bool:
    """Tell whether a short text announces comments."""
    return bool(_HEADING.match(authors.plain(text))) and not authors.is_button(text)


def teasers(lines: Sequence[Line]) -> list[bool]:
    """Mark the lines of a list of comments on other pages: ``Name on Title: words`` under "Recent comments"."""
    out: list[bool] = []
    within = False
    for line in lines:
        heads = line.words <= _TEASER_HEADING_WORDS and bool(_TEASER_HEADING.match(line.text))
        within = heads or (within and bool(_TEASER.match(line.text)))
        out.append(within and not heads)
    return out


def found(several: Sequence[threads.Thread], limit: int, fetched: str | None = None) -> Found:
    """Number the comments of all threads in page order; past ``limit`` lines stay a thread's but are not split.

    ``fetched`` (ISO 8601) gives the year to times that name none.
    """
    comments: list[Comment] = []
    owner: dict[int, int] = {}
    seen = 0
    for thread in sorted(several, key=lambda thread: thread.first):
        owner.update(dict.fromkeys(range(thread.first, thread.last + 1), -1))
        for entry in thread.entries:
            owner.update(dict.fromkeys(entry.lines, seen))
            seen += 1
        comments.extend(_comments(thread, len(comments), limit, fetched))
    return Found(tuple(comments[:limit]), owner)


def _comments(thread: threads.Thread, first: int, limit: int, fetched: str | None) -> list[Comment]:
    return [_comment(first + n, first, e, fetched) for n, e in enumerate(thread.entries[: max(0, limit - first)])]


def _comment(number: int, first: int, entry: threads.Entry, fetched: str | None) -> Comment:
    parent = None if entry.parent is None else first + entry.parent
    time, precision = (dates.find(entry.stamp, fetched) if entry.stamp else None) or (None, None)
    return Comment(number, parent, entry.depth, entry.author, entry.start, entry.end, time, precision)

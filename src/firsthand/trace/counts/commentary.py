"""Texts signed by somebody who does not report for a living: the note on the author tells it.

A page of opinion that is not marked as such often still says who wrote it: "Ada Holm is a professor of law at …".
Reporters' notes ("is a staff writer") say nothing of the kind. English only; others are not found.
"""

import re

from firsthand.model import Article, Passage

# Notes on authors stand within so many characters of the body's start or end, or of the text's end. Ours.
_HEAD, _TAIL = 450, 900
# How a note on an author may go on between its verb and the word that tells it. Ours; it bounds the search too.
_BETWEEN = 140
_NOTE = re.compile(
    r"(?:By )?(?!The\b|An?\b)[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,4},? "
    r"(?:is|was|has been|teaches|writes|served|serves)\b"
    rf"[^.!?\n“\"]{{0,{_BETWEEN}}}?"
    r"\b(?i:professor|lecturer|fellow|scholar|columnist|op-ed|author of|consultant|contributor to|freelance|law school"
    r"|university|institute|think tank)\b"
)
_REPORTS = re.compile(r"\b(?:staff writer|reporter|correspondent|bureau|news editor|covers)\b", re.IGNORECASE)


def author_note(article: Article) -> Passage | None:
    """Return the line at either end of a text that says its author is a scholar, columnist or guest; else None."""
    body = article.parts("body")
    if not body:
        return None
    text = article.text
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        near = start < body[0].start + _HEAD or end > body[-1].end - _HEAD or end > len(text) - _TAIL
        if near and (match := _NOTE.match(line)) and not _REPORTS.search(line):
            return Passage(article.id, start, start + match.end())
        start = end + 1
    return None

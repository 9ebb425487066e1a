"""Logs: pages that grow entry by entry ("The Latest", live pages), which are no version of an article.

An agency's log and its article share paragraphs and are two texts. Two states of one log share what the second kept of
the first, which may be little.
"""

import re

from firsthand.text import fold
from firsthand.trace.evidence.tellings import Telling

# What the headline or the first lines of a log say. House forms of agencies and outlets, general.
_TITLE = re.compile(
    r"^\W*(?:(?:UPDATE\s*\d*\s*[:-]\s*)?the latest(?:\s+on\b.{0,80})?\s*[:-]|"
    r"the latest on\b|live\s*(?:updates?|blog|coverage)?\s*[:-]|.{0,120}\blive (?:updates?|blog)\b|"
    r".{0,120}[:-]\s*(?:live|as it happened)\s*$)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\bthe latest (?:on|news on|updates on)\b.{0,160}\((?:all times|times are)\b", re.IGNORECASE)
# An entry's time on a line of its own: "3:45 p.m.", "14.20 GMT", "9 min ago", "1 hr 7 min ago".
_TIME_LINE = re.compile(
    r"^\W{0,3}(?:\d{1,2}(?:[:.]\d{2})? {0,3}(?:[ap]\.? ?m\.?)|\d{1,2}[:.]\d{2})(?: {0,3}\(?[A-Z]{2,4}\)?)?\W{0,3}$|"
    r"^\W{0,3}(?:less than )?(?:\d{1,2} {0,3}h(?:ou)?rs?\.? {0,3})?(?:\d{1,2} {0,3}min(?:ute)?s?\.? {0,3})?"
    r"ago\b.{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRIES = 3
_HEAD_LINES, _HEAD = 6, 1_500
_READ = 200_000


def is_log(telling: Telling) -> bool:
    """Tell whether a page is a log: it is called so, or times of entries stand on lines of their own."""
    article = telling.article
    if article.page == "liveblog":
        return True
    text = fold(article.text[:_READ])
    head = [line.strip() for line in (article.headline or "", *text[:_HEAD].split("\n")[:_HEAD_LINES])]
    if any(_TITLE.match(line[:200]) for line in head) or _OPENING.search(text[:_HEAD]):
        return True
    return any(n >= _ENTRIES for n, _ in enumerate(_TIME_LINE.finditer(text), 1))

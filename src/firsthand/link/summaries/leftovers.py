"""Where the first sentence of a paragraph begins, behind what may stand before it: datelines, slugs, labels.

Cleaning takes datelines off where something vouches for them (a known agency or place, capitals). A summary shows a
sentence by itself, where any of it looks odd: so here the form alone is enough, as nothing is concluded from it.
"""

import re

LONGEST = 120  # characters in which such a beginning ends
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,24}"
_SMALL = r"(?:de|la|le|las|los|el|al|of|the|and|am|an|der|sur|do|da|del|upon)"
_PLACE = rf"{_NAME}(?:[ -](?:{_SMALL} ){{0,2}}{_NAME}){{0,4}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_REGION = rf" ?, ?{_NAME}(?: {_NAME}){{0,2}}| \([^()\n]{{2,40}}\)"
_SLUG = r"\((?=[^()\n]{0,30}[A-Z])[^():\n]{2,40}\)|/[^()/\n]{2,30}/"
_SIGN = r"(?: ?(?:--|[—–―])|(?: -| _|:)(?= )) ?"
_DATELINE = re.compile(
    rf"(?:{_DATE} ?(?:--|[,.—–]) ?)?(?:{_PLACE}(?:{_REGION}){{0,2}}(?:[,.]? {_DATE}[.,]?)? ?)?"
    rf"(?:(?P<slug>{_SLUG})(?:{_SIGN}|(?P<bare>[.:]? ))|(?P<sign>{_SIGN}))"
)
_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{3,}\b")
_LABEL = re.compile(
    r"(?:(?:JUST IN|BREAKING(?: NEWS)?|UPDATED?|EXCLUSIVE|DEVELOPING|WATCH|LIVE|ALERT|NEWS|VIDEO|Update[ds]?|Breaking"
    r"(?: [Nn]ews)?|Exclusive|Just in)(?: \d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)? ?(?:[:|–—]|--?)(?!\d) ?)"
)
_BEGINS = re.compile(r"[\"'“‘«„(\[]?[^\W\d_a-zß-öø-ÿ]")
_END = re.compile(r"[.!?\n]")
_ASIDE = 120  # characters in which a second dash closes what the first opened


def sentence_start(text: str, start: int, end: int) -> int:
    """Return the offset from which a paragraph ``text[start:end]`` is prose: ``start`` where nothing is before it."""
    at = start
    for _ in range(3):  # a label before a dateline, or a dateline before one
        found = _LABEL.match(text, at, min(end, at + LONGEST)) or _dateline(text, at, min(end, at + LONGEST))
        if found is None or found.end() >= end:
            return at
        at = found.end()
    return at


def _dateline(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the dateline that stands at an offset: with a slug, or in capitals, or a name before a new sentence."""
    found = _DATELINE.match(text, at, end)
    if found is None or found.end() == at:
        return None
    capitals, after = _CAPITALS.match(text, at) or text[at] in "(/", text[found.end() : found.end() + _ASIDE]
    if found["bare"]:
        return found if capitals and _BEGINS.match(after) else None
    if found["slug"] or capitals:
        return found if after[:1].strip() else None
    sign = found["sign"]
    opens = ":" not in sign and _BEGINS.match(after) and found.end() - at > len(sign)
    return found if opens and sign.strip() not in _END.split(after)[0] else None

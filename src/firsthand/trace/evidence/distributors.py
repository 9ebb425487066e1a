"""Distributors of press releases: they put out the texts of whoever pays, and report nothing.

A text with their slug is a release of its issuer, whose name the usual forms tell: "SOURCE Halden Lamps" under it,
"Original-Content von: …, übermittelt durch news aktuell", "About Halden Lamps", or the subject of its first sentence.
"""

import re

from firsthand.model import Credit, Span
from firsthand.text import plain, words

# The large ones in English and German; the list is ours.
_NAMES = re.compile(
    r"(?:pr ?newswire|prn|business ?wire|globe ?newswire|ein ?presswire|accesswire|newsfile(?: corp)?|prweb|marketwired"
    r"|canada newswire|cnw|cision|openpr|pressebox|(?:apa-)?ots|news aktuell|presseportal)"
    r"(?:[-/ ](?:via )?[\w ]{1,20})?"  # "PRNewswire-Nordwire", "Marketwired via Nordwire"
)
_NAME = r"(?P<name>[^\W\d_a-z][\w&.’'-]*(?: (?:of|the|for|and|und|für|der|&|[^\W\d_a-z][\w&.’'-]*)){0,7})"
# Where the issuer stands by form, the surest first.
_ISSUED = (
    re.compile(r"^SOURCE:? {0,2}" + _NAME + r"[^\n]{0,60}$", re.MULTILINE),
    re.compile(r"Original-Content von: {0,2}(?P<name>[^\n]{2,80}?), übermittelt\b"),
    re.compile(r"^(?:About(?! Us\b)|Über(?: die| den| das)?) " + _NAME + r"\s?(?::|$)", re.MULTILINE),
)
# The subject of the first sentence, behind the slug: "/PRNewswire/ -- Halden Lamps AS today announced".
_OPENING = re.compile(
    r"[)/]?\s{0,3}[-–—]{1,2}\s{0,3}(?:(?:Today|Heute),? )?(?:The |Die |Der |Das )?"
    + _NAME
    + r"(?: ?\([^()\n]{1,60}\))?,? (?:today|announced|announces|has|have|is|said|says|expressed|reported|reports|will"
    r"|a|an|the|hat|gab|gibt|teilt|teilte|meldet|wird|ist)\b"
)
_LEGAL = re.compile(
    r"[,.]? (?:AS|ASA|AB|AG|SE|SA|S\.A\.|SpA|NV|BV|GmbH|KG|e\.V\.|PLC|plc|Inc|LLC|Ltd|Limited|Corp|Co)\.?$"
)
_READ = 20_000


def is_distributor(name: str) -> bool:
    """Tell whether a name is that of a service that puts out press releases."""
    return _NAMES.fullmatch(plain(name)) is not None


def issuer(text: str, credit: Credit) -> tuple[str, Span] | None:
    """Return who issued the release that a distributor's ``credit`` signs, without legal form, and where it says so."""
    found = next((m for form in _ISSUED if (m := form.search(text, 0, _READ))), None)
    found = found or _OPENING.match(text, credit.end)
    if found is None:
        return None
    return _LEGAL.sub("", found["name"].strip(" ,.")), Span(*found.span("name"))


def is_issuer(publisher: str, name: str) -> bool:
    """Tell whether a publisher is the issuer of that name, by the words that one of the names begins with."""
    one, other = words(publisher), words(name)
    short = min(len(one), len(other))
    return short > 0 and one[:short] == other[:short]

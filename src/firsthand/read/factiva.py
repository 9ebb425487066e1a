"""Factiva exports as text: articles that end with ``Document CODE``, as plain lines or with two-letter fields.

Plain: headline, byline, ``612 words``, date, time, outlet, code, page, language, copyright, the text. With fields:
``HD`` headline, ``BY`` byline, ``PD`` date, ``ET`` time, ``SN`` outlet, ``SE`` section, ``LA`` language, ``LP`` and
``TD`` text, ``AN`` accession number (Dow Jones, "Factiva intelligent indexing": field codes).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from firsthand.model import Document, Rejected
from firsthand.read.fields import Fields, given, language_named, well_formed
from firsthand.read.paragraphs import blocks, joined
from firsthand.read.rejection import rejected

_END = re.compile(r"^[ \t]{0,40}\(?Document ([A-Z0-9]{2,12}\d{6,10}\w{6,16})\)?[ \t]{0,40}$", re.MULTILINE)
_ACCESSION = re.compile(r"^[ \t]{0,20}AN[ \t\n]{1,40}Document (\w{10,40})[ \t]{0,40}$", re.MULTILINE)
_WORDS = re.compile(r"[\d,.]{1,9} (?:words|mots|Wörter|palabras|woorden|parole)$")
_CODES = "SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|ART|CT|CO|IN|NS|RE|IPC|IPD|PUB|AN|RF|CLM|VOL|VL"
_FIELD = re.compile(rf"^[ \t]{{0,20}}({_CODES})(?:[ \t]{{1,40}}|[ \t]{{0,40}}$)", re.MULTILINE)
_DATE = re.compile(r"\d{1,2}\.? [^\W\d]{3,12}\.? \d{4}$|[^\W\d]{3,12}\.? \d{1,2}, \d{4}$|\d{4}[-/]\d{1,2}[-/]\d{1,2}$")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: [A-Z]{2,4})?$")
_CODE = re.compile(r"[A-Z0-9]{2,12}$")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright)", re.IGNORECASE)
_PAGE = re.compile(r"(?:[A-Z]{0,3}\d{1,4}|\d{1,3} - .{1,40}|Pg\.? ?\w{1,6})$")
_MOST_HEAD = 20  # lines above the text


def is_export(text: str) -> bool:
    """Tell whether a text is an export: it has the line that ends an article, and words counted or fields above it."""
    if _ACCESSION.search(text) is not None:
        return True
    if _END.search(text) is None:
        return False
    return any(_WORDS.match(line.strip()) for line in text[:20_000].split("\n"))


def articles(text: str, where: str) -> Iterator[Document | Rejected]:
    """Yield each article (``where#number``), ``no-text`` for one without. What follows the last end is no article."""
    ends = list(_ACCESSION.finditer(text)) or list(_END.finditer(text))
    start = 0
    for number, end in enumerate(ends, 1):
        part, start = text[start : end.start()], end.end()
        at = f"{where}#{number}"
        coded = dict(_coded(part))
        known, body = _with_fields(coded) if "HD" in coded else _plain(part)
        known["external_id"] = end[1]
        if body.strip():
            yield Document(at, "text", well_formed(body), **known)
        else:
            yield rejected(at, "no-text", f"no text in the article {(known.get('title') or end[1])[:100]}")


def _coded(part: str) -> Iterator[tuple[str, str]]:
    """Yield the two-letter fields of an article with what stands behind each."""
    found = list(_FIELD.finditer(part))
    for this, following in zip_longest(found, found[1:]):
        yield this[1], part[this.end() : following.start() if following else len(part)].strip("\n")


def _with_fields(coded: dict[str, str]) -> tuple[Fields, str]:
    text = [joined(block) for name in ("LP", "TD") for block in blocks(coded.get(name, ""))]
    date, time = joined(coded.get("PD", "")), joined(coded.get("ET", ""))
    return _known(
        title=joined(coded["HD"]),
        author=joined(coded.get("BY", "")),
        date=f"{date} {time}".strip(),
        outlet=joined(coded.get("SN", "")),
        language=joined(coded.get("LA", "")),
        section=joined(coded.get("SE", "")),
    ), "\n\n".join(text)


def _plain(part: str) -> tuple[Fields, str]:
    """Return the fields and the text of an article whose lines say what they are by their order."""
    lines = part.split("\n")
    at = [n for n, line in enumerate(lines) if line.strip()]
    counted = next((k for k, n in enumerate(at[:_MOST_HEAD]) if _WORDS.match(lines[n].strip())), None)
    if counted is None:
        return Fields(), ""
    above = [lines[n].strip() for n in at[:counted]]
    below = [lines[n].strip() for n in at[counted + 1 : counted + 1 + _MOST_HEAD]]
    size = _head_size(below)
    head = below[:size]
    date = next((line for line in head if _DATE.match(line)), "")
    time = next((line for line in head if _TIME.match(line)), "")
    signed = bool(above) and len(above) > 1 and _is_byline(above[-1])
    first = at[counted + 1 + size] if len(at) > counted + 1 + size else len(lines)
    return _known(
        title=_title(above[:-1] if signed else above),
        author=above[-1] if signed else "",
        date=f"{date} {time}".strip(),
        outlet=_outlet(head),
        language=next((line for line in head if language_named(line)), ""),
        section="",
    ), "\n\n".join(map(joined, blocks("\n".join(lines[first:]))))


def _head_size(lines: Sequence[str]) -> int:
    """Return how many lines belong to the head: up to the copyright, else the language, else what is told by shape."""
    rights = (n for n, line in enumerate(lines[:12]) if _COPYRIGHT.match(line) and len(line) < 300)
    tongue = (n for n, line in enumerate(lines[:12]) if language_named(line))
    found = next(rights, next(tongue, None))
    if found is not None:
        return found + 1
    shaped = [n for n, line in enumerate(lines[:8]) if _DATE.match(line) or _TIME.match(line) or _CODE.match(line)]
    return shaped[-1] + 1 if shaped else 0


def _outlet(head: Sequence[str]) -> str:
    """Return the first line of a head that is neither a date, a time, a code, a page, a language nor a copyright."""
    shapes = (_DATE, _TIME, _CODE, _PAGE, _COPYRIGHT)
    free = (line for line in head if not language_named(line) and not any(s.match(line) for s in shapes))
    return next(free, "")


def _title(lines: Sequence[str]) -> str:
    """Return the headline: the longest line, as a section or a column's name may stand above it."""
    return max(lines, key=len, default="")


def _is_byline(line: str) -> bool:
    return (
        len(line) < 120
        and not line.endswith((".", "?", "!"))
        and (line.lower().startswith("by ") or len(line.split()) <= 5)
    )


def _known(*, title: str, author: str, date: str, outlet: str, language: str, section: str) -> Fields:
    return given(
        title=title,
        authors=(re.sub(r"^by ", "", author, flags=re.IGNORECASE),),
        published=date,
        publisher=outlet,
        language=language_named(language),
        section=section,
    )

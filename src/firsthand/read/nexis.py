"""Nexis exports as text: the older form (``3 of 10 DOCUMENTS``) and that of Nexis Uni and Nexis Advance (``End of
Document``).

Older: outlet, date and edition stand centred above the headline, fields in capitals (``BYLINE:``, ``SECTION:``,
``LENGTH:``) above the text, others (``LOAD-DATE:``, ``LANGUAGE:``) and the copyright line below it. Newer: headline,
outlet and date, fields (``Section:``, ``Length:``, ``Byline:``), the line ``Body``, the text, and ``Load-Date:`` below
it. Forms as LexisNexisTools (CRAN) documents them by its keywords; German and French names of fields too.
"""

import re
from collections.abc import Iterator, Sequence

from firsthand.model import Document, Rejected
from firsthand.read.fields import Fields, given, language_named, well_formed
from firsthand.read.paragraphs import blocks, joined
from firsthand.read.rejection import rejected

_NUMBER = re.compile(
    r"^[ \t]{0,100}(?:Dokument |Document )?\d{1,6} (?:of|von|de|van|sur) \d{1,6} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN)"
    r"[ \t]{0,100}$",
    re.MULTILINE,
)
_END = re.compile(r"^[ \t]{0,100}End of Document[ \t]{0,100}$", re.MULTILINE)
_BODY = re.compile(r"^[ \t]{0,100}Body[ \t]{0,100}$", re.MULTILINE)
_FIELD = re.compile(r"[ \t]{0,40}([A-ZÄÖÜÉ][A-ZÄÖÜÉa-zäöüé-]{2,30}):[ \t\n]{0,5}(.*)", re.DOTALL)
_NAMES = {
    "byline": "byline", "autor": "byline", "auteur": "byline", "section": "section", "rubrik": "section",
    "rubrique": "section", "length": "length", "länge": "length", "lnge": "length", "longueur": "length",
    "language": "language", "sprache": "language", "langue": "language", "load-date": "load", "update": "load",
    "dateline": "dateline", "highlight": "highlight", "headline": "headline", "url": "url",
}  # fmt: skip
# Fields below the text; what is not listed here nor above is a word of the text with a colon behind it.
_BELOW = {
    "load-date", "update", "language", "sprache", "langue", "publication-type", "zeitungstyp", "type", "journal-code",
    "graphic", "grafik", "subject", "company", "organization", "person", "city", "state", "country", "geographic",
    "industry", "ticker", "correction", "notes", "document-type",
}  # fmt: skip
_COPYRIGHT = re.compile(r"[ \t]{0,100}(?:Copyright\b|©|Alle Rechte vorbehalten|Tous droits)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20|21)\d{2}\b")
_RIGHTS = re.compile(r"(?:Copyright|©|\(c\)|\d{4}|All Rights Reserved\.?|\s)+", re.IGNORECASE)
_WEEKDAY = re.compile(r",?\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_HEAD_BLOCKS = 12  # blocks above the text that are looked at for outlet, date, headline
_MOST_LINES_OF_DATE = 4


def is_export(text: str) -> bool:
    """Tell whether a text is an export: documents by number with their fields, or ends of documents with bodies."""
    if _NUMBER.search(text) is not None:
        return True
    return _END.search(text) is not None and _BODY.search(text) is not None


def articles(text: str, where: str) -> Iterator[Document | Rejected]:
    """Yield each article (``where#number``), ``no-text`` for one without."""
    older = _NUMBER.search(text) is not None
    parts = _NUMBER.split(text)[1:] if older else _END.split(text)
    number = 0
    for part in parts:
        if not part.strip():
            continue
        number += 1
        known, body = _older(blocks(part)) if older else _newer(part)
        at = f"{where}#{number}"
        if body.strip():
            yield Document(at, "text", well_formed(body), **known)
        elif older or known:
            yield rejected(
                at, "no-text", f"no text in the article {(known.get('title') or 'without a headline')[:100]}"
            )


def _older(found: Sequence[str]) -> tuple[Fields, str]:
    """Return the fields and the text of an article in the older form."""
    fields, start = _above(found)
    end = next(
        (n for n in range(start, len(found)) if _is_below(found[n]) or _is_copyright(found[n], start, n)), len(found)
    )
    for block in found[end:]:
        if (field := _field(block)) is not None:
            fields.setdefault(*field)
    opening = [b for b in found[:start] if _field(b) is None and not _COPYRIGHT.match(b)]
    body = [*([fields["dateline"]] if "dateline" in fields else []), *map(joined, found[start:end])]
    return _known(opening, fields), "\n\n".join(body)


def _above(found: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the fields above the text, and where the text starts: behind the last of them."""
    fields: dict[str, str] = {}
    start = 0
    for n, block in enumerate(found[:_HEAD_BLOCKS]):
        field = _field(block)
        if field is not None and not _is_below(block):
            fields.setdefault(*field)
            start = n + 1
    if start == 0:  # without a field the text starts behind the headline
        start = min(3, len(found))
    return fields, start


def _newer(part: str) -> tuple[Fields, str]:
    """Return the fields and the text of an article in the newer form; both empty for what follows the last article."""
    border = _BODY.search(part)
    if border is None:
        return Fields(), ""
    lines = [line.strip() for line in part[: border.start()].split("\n") if line.strip()]
    fields: dict[str, str] = {}
    for line in lines:
        if (field := _field(line)) is not None:
            fields.setdefault(*field)
    rest = blocks(part[border.end() :])
    end = next((n for n, b in enumerate(rest) if _is_below(b) or b.strip() in ("Classification", "Graphic")), len(rest))
    for block in rest[end:]:
        for line in block.split("\n"):
            if (field := _field(line)) is not None:
                fields.setdefault(*field)
    opening = [line for line in lines if _field(line) is None and not _COPYRIGHT.match(line)]
    dated = next((n for n, line in enumerate(opening) if _is_date(line)), len(opening))
    ordered = [*opening[max(0, dated - 1) : dated + 1], *opening[: max(0, dated - 1)]]
    body = [*([fields["dateline"]] if "dateline" in fields else []), *map(joined, rest[:end])]
    return _known(ordered, fields), "\n\n".join(body)


def _known(opening: Sequence[str], fields: dict[str, str]) -> Fields:
    """Return the fields of an article; ``opening`` has the outlet, the date and the headline, in this order."""
    dated = next((n for n, block in enumerate(opening) if _is_date(block)), None)
    outlet = opening[dated - 1] if dated else None
    title = opening[dated + 1 :] if dated is not None else opening[:1]
    date = opening[dated].strip().split("\n")[0] if dated is not None else None
    author = fields.get("byline", "").removeprefix("By ").removeprefix("by ")
    # There is no number in an export that stays: outlet, day and headline tell the same words in two outlets apart.
    named = (joined(part.split("\n")[0]) for part in (outlet, date, title[0] if title else None) if part)
    return given(
        external_id=" / ".join(named),
        title=fields.get("headline") or (joined(title[0]) if title else None),
        publisher=joined(outlet) if outlet else None,
        published=_WEEKDAY.sub("", date).strip() if date else None,
        language=language_named(fields.get("language", "").split(";")[0]),
        authors=(author,),
        section=fields.get("section", "").split(";")[0],
        url=fields.get("url") if fields.get("url", "").startswith("http") else None,
    )


def _field(block: str) -> tuple[str, str] | None:
    found = _FIELD.match(block)
    name = _NAMES.get(found[1].lower()) if found else None
    return (name, joined(found[2])) if found and name else None


def _is_below(block: str) -> bool:
    found = _FIELD.match(block)
    return found is not None and found[1].lower() in _BELOW


def _is_copyright(block: str, start: int, n: int) -> bool:
    return n > start and _COPYRIGHT.match(block) is not None and len(block) < 400


def _is_date(block: str) -> bool:
    lines = block.strip().split("\n")
    first = lines[0]
    return (
        len(lines) <= _MOST_LINES_OF_DATE
        and len(first) < 60
        and _YEAR.search(first) is not None
        and any(map(str.isalpha, first))
    )

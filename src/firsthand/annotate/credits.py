"""Credits: the words that name where a text, a passage or a picture comes from."""

import re
from collections.abc import Iterator, Sequence

from firsthand.annotate import chains, gazetteer, outlets
from firsthand.annotate.layout import Paragraph
from firsthand.model import Credit

_OUTLET = r"[A-Z][^()\n]{1,40}"
_SLUG = re.compile(
    rf"\((?P<round>{_OUTLET})\)(?= ?[-–—])|/(?P<slash>[A-Z][\w .&-]{{1,30}})/|(?<=[-–—] )\((?P<late>{_OUTLET})\)"
)
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY)\s+(?P<name>.{2,80})$")
_FOOTER = re.compile(
    r"(?:copyright|©|\(c\)) ?(?:\(c\)|©)? ?(?:\d{4}(?:-\d{2,4})?,?)? ?(?:by )?(?P<owner>[^.\n|]{2,60})"
    r"|\b(?:source|via|credit)s?: ?(?P<source>[^\n.;|]{2,60})",
    re.IGNORECASE,
)
_CONTRIBUTION = re.compile(
    r"\b(?:also )?contributed (?:to|reporting|information)\b"
    r"|\b(?:with|includes?) (?:files|reporting|material|information|reports?) (?:from|by) (?P<files>[^\n.]{2,80})"
    r"|\badditional reporting (?:by|from) (?P<more>[^\n.]{2,80})",
    re.IGNORECASE,
)
_MAX_FURNITURE, _MAX_FOOTER = 400, 600  # lines of page furniture that are read, and characters of each
_MAX_NAMES = 160  # characters before "contributed to this report" in which the contributors are named
_NAME = r"[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,3}"
_HOUSE = r"[A-Z][\w .&’'-]{1,40}"
_PHOTO = re.compile(
    r"\((?:AP|AFP|EPA|REUTERS|Reuters) Photo[^)\n]{0,80}\)"
    r"|(?:©|(?i:photos?(?: by| credit)?|images?|picture|credit)[:\s])\s?[^\n()]{2,80}"
    rf"|{_NAME} ?/ ?{_HOUSE}(?:/{_HOUSE})?"
)
_INTERVIEW = re.compile(
    r"\b(?:told|tells|telling|(?:speaking|spoke) (?:to|with)|interviewed by|appear(?:ing|ance) on"
    r"|(?:in|during) an? (?:[\w’'-]{1,30} ){0,4}?interview (?:with|on|to|for|aired on))"
    r" (?P<who>[^,;:!?\"“”«»\n]{2,100})"
)
_AGENCY_SHORT = re.compile(r"[A-Z][\w&-]{1,20}(?: [A-Z][\w&-]{1,20}){0,3}$")


def find(text: str, paragraphs: Sequence[Paragraph], furniture: Sequence[Paragraph] = ()) -> tuple[Credit, ...]:
    """Return the credits of an article, sorted; where kinds overlap the first of slug, byline, photo … stays.

    Page furniture and bylines are read for what a footer says ("Copyright …", "Reporting by …") only.
    """
    found: list[Credit] = []
    body = [p for p in paragraphs if p.kind == "body"]
    for number, paragraph in enumerate(body):
        found += _in_body(text, paragraph, first=number < 2, last=number >= len(body) - 3)
    for paragraph in paragraphs:
        if paragraph.kind == "dateline":
            found += _slugs(text, paragraph.lead, paragraph.end)
        elif paragraph.kind == "byline":
            found += _byline(text, paragraph)
            found += _closing(text, paragraph.lead, paragraph.end)
        elif paragraph.kind == "caption":
            found += _photo(text, paragraph)
    for paragraph in furniture[-_MAX_FURNITURE:]:
        found += _closing(text, paragraph.lead, min(paragraph.end, paragraph.lead + _MAX_FOOTER))
    found += _named_bylines(text, body, {c.publisher for c in found})
    return tuple(_apart(sorted(found, key=lambda c: (c.start, c.end))))


def _in_body(text: str, paragraph: Paragraph, *, first: bool, last: bool) -> Iterator[Credit]:
    start, end = paragraph.lead, paragraph.end
    if first:
        yield from _slugs(text, start, min(end, start + 160))
    if end - start <= 120:
        yield from _byline(text, paragraph)
    if last or end - start <= 200:
        yield from _closing(text, start, end)
    for link in chains.links(text, start, end):
        yield Credit(link.start, max(link.end, link.outlet.end), link.outlet.name, "attribution")
    yield from _interviews(text, start, end)


def _slugs(text: str, start: int, end: int) -> Iterator[Credit]:
    m = _SLUG.search(text, start, end)
    if m is None:
        return
    name = m["round"] or m["slash"] or m["late"]
    yield Credit(m.start(), m.end(), gazetteer.publisher(name) or name.strip(), "dateline")


def _byline(text: str, paragraph: Paragraph) -> Iterator[Credit]:
    line = text[paragraph.lead : paragraph.end]
    m = _BYLINE.match(line)
    outlet = outlets.first(text, paragraph.lead, paragraph.end)
    if outlet is not None and (m is not None or (paragraph.kind == "byline" and outlet.end - outlet.start > 1)):
        yield Credit(outlet.start, outlet.end, outlet.name, "byline")
    elif m is not None and paragraph.kind == "byline" and len(m["name"].split()) == 1:
        yield Credit(paragraph.lead + m.start("name"), paragraph.lead + m.end("name"), m["name"].strip(), "byline")


def _named_bylines(text: str, body: Sequence[Paragraph], named: set[str]) -> Iterator[Credit]:
    """Read "By Norda" where the article shows elsewhere that Norda is an agency, whether or not a list knows it."""
    for paragraph in body[:3]:
        m = _BYLINE.match(text, paragraph.lead, paragraph.end)
        if m is not None and (name := m["name"].strip()) in named:
            yield Credit(m.start("name"), m.start("name") + len(name), name, "byline")


def _closing(text: str, start: int, end: int) -> Iterator[Credit]:
    for m in _CONTRIBUTION.finditer(text, start, end):
        group = next((k for k in ("files", "more") if m[k]), None)
        before = max(start, text.rfind(".", start, m.start()) + 1, m.start() - _MAX_NAMES)
        where = (m.start(group), m.end(group)) if group else (before, m.start())
        outlet = outlets.first(text, *where)
        if outlet is not None:
            yield Credit(min(outlet.start, m.start()), m.end(), outlet.name, "contribution")
    for m in _FOOTER.finditer(text, start, end):
        group = "owner" if m["owner"] else "source"
        outlet = outlets.first(text, m.start(group), m.end(group))
        if outlet is not None:
            yield Credit(m.start(), outlet.end, outlet.name, "footer")


def _photo(text: str, paragraph: Paragraph) -> Iterator[Credit]:
    for m in _PHOTO.finditer(text, paragraph.lead, paragraph.end):
        outlet = outlets.first(text, m.start(), m.end()) or _after_slash(text, m.start(), m.end())
        if outlet is not None:
            yield Credit(m.start(), m.end(), outlet.name, "photo")


def _after_slash(text: str, start: int, end: int) -> outlets.Outlet | None:
    """Read the last part of "Name/AGENCY", slashes being part of no name."""
    cut = text.rfind("/", start, end)
    while cut >= 0:
        name = text[cut + 1 : end].strip(" .)")
        known = gazetteer.publisher(name)
        if known is not None or (name.isupper() and _AGENCY_SHORT.match(name)):
            return outlets.Outlet(cut + 1, end, known or name)
        cut = text.rfind("/", start, cut)
        end = cut if cut < 0 else end
    return None


def _interviews(text: str, start: int, end: int) -> Iterator[Credit]:
    for m in _INTERVIEW.finditer(text, start, end):
        outlet = outlets.first(text, m.start("who"), m.end("who"))
        if outlet is not None:
            yield Credit(m.start(), outlet.end, outlet.name, "interview")


def _apart(credits_: Sequence[Credit]) -> Iterator[Credit]:
    """Yield credits that do not overlap, the first of two that do."""
    reached = -1
    for credit in credits_:
        if credit.start >= reached:
            yield credit
            reached = credit.end

"""Credits: the words that name where a text, a passage or a picture comes from."""

import re
from collections.abc import Iterator, Sequence

from firsthand.annotate import chains, closing, gazetteer, outlets
from firsthand.annotate.layout import Paragraph
from firsthand.model import Credit

_OUTLET = r"[A-Z][^()\n]{1,40}"
_SLUG = re.compile(
    rf"\((?P<round>{_OUTLET})\)(?= ?[-–—])|/(?P<slash>[A-Z][\w .&-]{{1,30}})/|(?<=[-–—] )\((?P<late>{_OUTLET})\)"
)
_BRACKETED = re.compile(r"\((?P<round>[^()\n]{2,60})\)|/(?P<slash>[^/\n]{2,40})/")
_UNBRACKETED = re.compile(
    r"(?<=\w)[.,]?\s{1,2}(?P<name>[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?)\s{0,2}(?:[—–:.|-]{1,2}\s?)?$"
)
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY)\s+(?P<name>.{2,80})$")
_MAX_FURNITURE, _MAX_FOOTER = 400, 600  # lines of page furniture that are read, and characters of each
_NAME = r"[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,3}"
_HOUSE = r"[A-Z][\w .&’'-]{1,40}"
_PHOTO = re.compile(
    r"\((?:AP|AFP|EPA|REUTERS|Reuters) Photo[^)\n]{0,80}\)"
    rf"|(?:©|(?i:{closing.PICTURE}(?: by| via| credits?| source)?|credit)\s?[:,\s])\s?[^\n()]{{2,80}}"
    r"|\((?P<slug>[\w-]{2,20})\)$|[A-Z]{2,8} via [A-Z][\w ]{2,30}"
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
            found += _dateline(text, paragraph.lead, paragraph.end)
        elif paragraph.kind == "byline":
            found += _byline(text, paragraph)
            found += closing.find(text, paragraph.lead, paragraph.end)
        elif paragraph.kind == "caption":
            found += _photo(text, paragraph)
    for paragraph in furniture[-_MAX_FURNITURE:]:
        found += closing.find(text, paragraph.lead, min(paragraph.end, paragraph.lead + _MAX_FOOTER))
    found += _named_bylines(text, body, {c.publisher for c in found})
    return tuple(_apart(sorted(found, key=lambda c: (c.start, c.end))))


def _in_body(text: str, paragraph: Paragraph, *, first: bool, last: bool) -> Iterator[Credit]:
    start, end = paragraph.lead, paragraph.end
    if closing.is_picture(text, start, end):
        return
    if first:
        yield from _slugs(text, start, min(end, start + 160))
    if end - start <= 120:
        yield from _byline(text, paragraph)
    if last or end - start <= 200:
        yield from closing.find(text, start, end)
    if last:
        yield from closing.slug(text, start, end)
    for link in chains.links(text, start, end):
        yield Credit(link.start, max(link.end, link.outlet.end), link.outlet.name, "attribution")
    yield from _interviews(text, start, end)


def _dateline(text: str, start: int, end: int) -> Iterator[Credit]:
    """Read the slug of a dateline: in brackets, between slashes, or an agency's name among its words."""
    m = _BRACKETED.search(text, start, end)
    if m is None:
        m = _UNBRACKETED.search(text, start, end)
        known = (gazetteer.slug(m["name"]) or gazetteer.publisher(m["name"])) if m else None
        if m is not None and known is not None:
            yield Credit(m.start("name"), m.end("name"), known, "dateline")
        return
    group = "round" if m["round"] else "slash"
    named = outlets.slugs(text, m.start(group), m.end(group))
    name = named[0].name if named else gazetteer.publisher(m[group]) or m[group].strip()
    yield Credit(m.start(), m.end(), name, "dateline")


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


def _photo(text: str, paragraph: Paragraph) -> Iterator[Credit]:
    for m in _PHOTO.finditer(text, paragraph.lead, paragraph.end):
        outlet = outlets.first(text, m.start(), m.end()) or _after_slash(text, m.start(), m.end())
        small = outlets.listed(text, m.start() + m.group().find(":") + 1, m.end()) if outlet is None else []
        for named in [outlet] if outlet is not None else small[:1]:
            yield Credit(m.start(), m.end(), named.name, "photo")


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

"""Credits: the words that name where a text, a passage or a picture comes from."""

import re
from collections.abc import Iterator, Sequence

from firsthand.annotate import abroad, broadcasts, chains, closing, gazetteer, labels, outlets, pictures
from firsthand.annotate.layout import Paragraph
from firsthand.model import Credit

_OUTLET = r"[A-Z][^()\n]{1,40}"
_SLUG = re.compile(
    rf"\((?P<round>{_OUTLET}|ots)\)(?= ?[-–—])|/(?P<slash>[A-Z][\w .&-]{{1,30}})/|(?<=[-–—] )\((?P<late>{_OUTLET})\)"
)
_BRACKETED = re.compile(r"\((?P<round>[^()\n]{2,60})\)|/(?P<slash>[^/\n]{2,40})/")
_UNBRACKETED = re.compile(
    r"(?<=\w)[.,]?\s{1,2}(?P<name>[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?)\s{0,2}(?:[—–:.|-]{1,2}\s?)?$"
)
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY)\s+(?P<name>.{2,80})$")
_TIMED = re.compile(r"[^\n/]{3,80}\b(?:Published|Updated|Posted)\b.{0,12}\d")
_DATE = re.compile(r"\d{1,2}[/.:]\d|\b(?:19|20)\d\d\b")  # what no slug holds
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
    r"\b(?:told|tells|telling|[Ii]n (?:his|her|their) (?:comments|remarks) to"
    r"|(?:speaking|spoke|speaks|talking|talked) (?:to|with)|interviewed by"
    r"|appear(?:ing|ed|s|ance) on"
    r"|(?:in|during) an? (?:[\w’'-]{1,30} ){0,4}?interview (?:with|on|to|for|aired on|given to))"
    r" (?P<who>[^,;:!?\"“”«»\n]{2,100})"
)
# Words behind which "told …" is no longer about who was told.
_SAID_TO_OTHERS = re.compile(
    r"\b(?:that|he|she|it|they|we|i|you|me|us|him|them|his|her|their|my|our|your|how|why|what|when|if|whether|because|was"
    r"|were|is|are|had|has|have|been|not|to|reporters|journalists|lawmakers|supporters|police|after|before|about)\b",
    re.IGNORECASE,
)
_INTERVIEWER_WORDS = 7  # words between "told" and the outlet's name: "told the host of a late show on"
# In a headline: "Herald: …" and "… : Herald", "… - agency". Behind a bar stands the page's own name.
_HEADED = re.compile(r"(?P<name>[^\W\d_][\w.&’' -]{1,30}):\s(?=\S)")
_TAILED = re.compile(r"(?::|\s[-–—])\s?(?P<name>[^\W\d_][\w.&’' -]{1,30})$")
_DASHED = re.compile(r"[–—-]{1,2} ?[A-Z][\w/ ]{1,30}\W?$", re.MULTILINE)
_AGENCY_SHORT = re.compile(r"[A-Z][\w&-]{1,20}(?: [A-Z][\w&-]{1,20}){0,3}$")


def find(
    text: str, paragraphs: Sequence[Paragraph], furniture: Sequence[Paragraph] = (), language: str | None = None
) -> tuple[Credit, ...]:
    """Return the credits of an article, sorted; where kinds overlap the first of slug, byline, photo … stays.

    Page furniture and bylines are read for what a footer says ("Copyright …", "Reporting by …") only.
    Attributions in other languages are looked for where ``language`` is not English.
    """
    found: list[Credit] = []
    page = sorted([*paragraphs, *furniture], key=lambda p: p.lead)
    pictured = pictures.lines(text, page)
    found += (c for c in labels.find(text, page) if c.start not in pictured)
    body = [p for p in paragraphs if p.kind == "body"]
    for number, paragraph in enumerate(body):
        if paragraph.lead not in pictured:
            found += _in_body(text, paragraph, first=number < 2, last=number >= len(body) - 3)
            if language != "en":
                found += abroad.find(text, paragraph.lead, paragraph.end)
    for paragraph in paragraphs:
        if paragraph.kind == "caption" and _TIMED.match(text, paragraph.lead, paragraph.end):
            found += _byline(text, paragraph)  # cleaning took it for a picture's: "Jane Roe, USA TODAY Published 3:55"
        elif paragraph.lead > (body[-1].lead if body else len(text)) and _DASHED.match(text, paragraph.lead):
            found += closing.slug(text, paragraph.lead, paragraph.end)  # "– Reuters" under the last paragraph
        elif paragraph.kind == "caption" or paragraph.lead in pictured:
            found += _photo(text, paragraph, sure=paragraph.lead in pictured)
        elif paragraph.kind == "dateline":
            found += _dateline(text, paragraph.lead, paragraph.end)
        elif paragraph.kind == "byline":
            found += _byline(text, paragraph)
            found += closing.find(text, paragraph.lead, paragraph.end)
        elif paragraph.kind in ("headline", "dek"):
            found += _in_heading(text, paragraph)
    for paragraph in furniture[-_MAX_FURNITURE:]:
        if paragraph.lead not in pictured:
            found += closing.find(text, paragraph.lead, min(paragraph.end, paragraph.lead + _MAX_FOOTER))
    found += _named_bylines(text, body, {c.publisher for c in found})
    return tuple(_apart(sorted(found, key=lambda c: (c.start, c.end))))


def _in_body(text: str, paragraph: Paragraph, *, first: bool, last: bool) -> Iterator[Credit]:
    start, end = paragraph.lead, paragraph.end
    if closing.is_picture(text, start, end):
        if text[end - 1] not in ".!?":
            yield from _photo(text, paragraph)
        return
    if first:
        yield from _slugs(text, start, min(end, start + 160))
    if end - start <= 120:
        yield from _byline(text, paragraph)
    if last or end - start <= 200:
        yield from closing.find(text, start, end)
    if last:
        yield from closing.slug(text, start, end)
    yield from _cited(text, start, end)


def _cited(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield whom a paragraph names as where a fact, a quotation or an interview was had from."""
    for link in chains.links(text, start, end):
        if gazetteer.press(link.outlet.name):
            yield Credit(link.start, max(link.end, link.outlet.end), link.outlet.name, "attribution")
    yield from _interviews(text, start, end)
    yield from broadcasts.find(text, start, end)


def _in_heading(text: str, paragraph: Paragraph) -> Iterator[Credit]:
    """Read "Herald: Mayor to resign", "Mayor to resign: Herald", "Mayor to resign, Herald reports"."""
    start, end = paragraph.lead, paragraph.end
    for pattern in (_HEADED, _TAILED):
        m = pattern.search(text, start, end)
        name = gazetteer.publisher(m["name"]) if m is not None else None
        if m is not None and name is not None and gazetteer.press(name) and not gazetteer.ordinary(m["name"]):
            yield Credit(m.start(), m.end(), name, "attribution")
    yield from _cited(text, start, end)


def _dateline(text: str, start: int, end: int) -> Iterator[Credit]:
    """Read the slug of a dateline: in brackets, between slashes, or an agency's name among its words."""
    m = _BRACKETED.search(text, start, end)
    if m is None:
        m = _UNBRACKETED.search(text, start, end)
        known = (gazetteer.slug(m["name"]) or gazetteer.publisher(m["name"])) if m else None
        if m is not None and known is not None and not gazetteer.ordinary(m["name"]):
            yield Credit(m.start("name"), m.end("name"), known, "dateline")
        return
    group = "round" if m["round"] else "slash"
    name = _slug_name(text, m.start(group), m.end(group))
    if name is not None:
        yield Credit(m.start(), m.end(), name, "dateline")


def _slug_name(text: str, start: int, end: int) -> str | None:
    """Return whose slug it is; None for a date, a place or a platform in brackets.

    Of "CBS/AP" it is the agency's, whose words a station that adds its own name has used.
    """
    slug = text[start:end].strip()
    if _DATE.search(slug) or gazetteer.place(slug) or gazetteer.country(slug) or not gazetteer.press(slug):
        return None
    named = outlets.slugs(text, start, end)
    if named:
        return named[0].name
    parts = [known for part in slug.split("/") if (known := gazetteer.slug(part.strip())) is not None]
    return parts[0] if parts else gazetteer.publisher(slug) or slug


def _slugs(text: str, start: int, end: int) -> Iterator[Credit]:
    m = _SLUG.search(text, start, end)
    if m is None:
        return
    name = _slug_name(text, m.start(str(m.lastgroup)), m.end(str(m.lastgroup)))
    if name is not None:
        yield Credit(m.start(), m.end(), name, "dateline")


def _byline(text: str, paragraph: Paragraph) -> Iterator[Credit]:
    line = text[paragraph.lead : paragraph.end]
    m = _BYLINE.match(line)
    outlet = outlets.first(text, paragraph.lead, paragraph.end)
    if outlet is not None and (m is not None or (paragraph.kind != "body" and outlet.end - outlet.start > 1)):
        yield Credit(outlet.start, outlet.end, outlet.name, "byline")
        more = outlets.listed(text, outlet.end, paragraph.end)  # "By Jane Roe, CNN, AP"
        yield from (Credit(o.start, o.end, o.name, "byline") for o in more if o.name != outlet.name)
    elif m is not None and paragraph.kind == "byline" and len(m["name"].split()) == 1:
        yield Credit(paragraph.lead + m.start("name"), paragraph.lead + m.end("name"), m["name"].strip(), "byline")


def _named_bylines(text: str, body: Sequence[Paragraph], named: set[str]) -> Iterator[Credit]:
    """Read "By Norda" where the article shows elsewhere that Norda is an agency, whether or not a list knows it."""
    for paragraph in body[:3]:
        m = _BYLINE.match(text, paragraph.lead, paragraph.end)
        if m is not None and (name := m["name"].strip()) in named:
            yield Credit(m.start("name"), m.start("name") + len(name), name, "byline")


def _photo(text: str, paragraph: Paragraph, *, sure: bool = False) -> Iterator[Credit]:
    for m in _PHOTO.finditer(text, paragraph.lead, paragraph.end):
        one = outlets.first(text, m.start(), m.end()) or _after_slash(text, m.start(), m.end())
        small = outlets.listed(text, m.start() + m.group().find(":") + 1, m.end()) if one is None else []
        for named in [one] if one is not None else small[:1]:
            sure = False
            yield Credit(m.start(), m.end(), named.name, "photo")
    if sure:  # the whole line is a picture's credit, whatever its shape
        for outlet in outlets.listed(text, paragraph.lead, paragraph.end):
            yield Credit(outlet.start, outlet.end, outlet.name, "photo")


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
        if outlet is None or not gazetteer.press(outlet.name) or broadcasts.not_yet(text, start, m.start()):
            continue
        told = text[m.start("who") : outlet.start]
        if m.group().startswith("appear") and not gazetteer.broadcaster(outlet.name):
            continue  # "appeared on the paper's list"
        if not _SAID_TO_OTHERS.search(told) and len(told.split()) <= _INTERVIEWER_WORDS and ". " not in told:
            yield Credit(m.start(), outlet.end, outlet.name, "interview")


def _apart(credits_: Sequence[Credit]) -> Iterator[Credit]:
    """Yield credits that do not overlap, the first of two that do."""
    reached = -1
    for credit in credits_:
        if credit.start >= reached:
            yield credit
            reached = credit.end

"""Labels: short lines beside a text that say whose it is, as feeds, aggregators and blogs of excerpts set them.

    The Herald •      Herald Videos •      The Herald — Jane Roe      from The Herald      HRD – http://herald.example
    feedback@herald.example (Jane Roe)     Authored by Jane Roe via Herald.example,
    Some Headline: New at Herald           Submitted by Jane Roe of Roe Research
    herald.example/2031/03/some-story.html (below an excerpt)

Bylines in kind: but who sets a label may name the paper that it had the text from, and not the agency that wrote it.
"""

import re
from collections.abc import Iterator, Sequence

from firsthand import data
from firsthand.annotate import gazetteer
from firsthand.annotate.layout import Paragraph
from firsthand.model import Credit

_WITHIN, _ABOVE_BODY = 2_500, 3  # characters above the body, and paragraphs of the body, in which labels stand
_LABEL, _LINE, _ADDRESS = 40, 120, 400  # characters of the longest name, line and address
_SHORTEST = 4  # shorter names are too often ordinary words
_LAST = 4  # lines at the end among which an excerpt's address stands
_MOST_ADDRESSES = 2  # outlets at whose addresses one text stands; more are a list of links
_TRIM = re.compile(r"^(?:by|from|via|source:)\s+|\s+videos?$", re.IGNORECASE)
_ENDS = re.compile(r"\s*[•·|]|\s+[—–-]\s")
_BY = re.compile(r"\s*by\s", re.IGNORECASE)  # a byline, which is read elsewhere
_DATED = re.compile(r",?\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}).*$", re.I)
_SIGNED = re.compile(r"\s*(?:from|via)\s+\S|.{2,60}?\s?•\s*$", re.IGNORECASE)
# Outlets in the lists whose name alone on a line is a button or a bookmark.
_BUTTONS = ("aggregator", "platform", "party", "government")
_URL = r"(?:https?://)?(?:www\.)?(?P<host>[\w-]{1,40}(?:\.[\w-]{1,30}){0,3}\.[a-z]{2,10})(?:/[^\s]{0,300})?"
_ADDRESS_LINE = re.compile(
    rf"\W{{0,2}}(?:(?:source|via|link|from|originally at)\s?:?\s)?{_URL}\W{{0,3}}$", re.IGNORECASE
)
_WITH_ADDRESS = re.compile(rf"(?P<short>[A-Z][\w.&’' ]{{1,40}})\s?[–—:-]\s{_URL}\W{{0,3}}$")
_MAIL = re.compile(r"(?<![\w.])[\w.+-]{1,40}@(?P<host>[\w-]{1,40}(?:\.[\w-]{1,30}){0,3}\.[a-z]{2,10})\b")
_MAIL_LINE = re.compile(r"(?:(?:by|reach|contact|e-?mail|email)\b.{0,80}|[^@]{0,60})$", re.IGNORECASE)
_AUTHORED = re.compile(
    r"\W{0,3}(?:(?:this )?(?:article|story|post|op-ed|essay|report|piece)\s+)?(?:was\s+)?"
    r"(?:authored|submitted|written|posted|contributed|penned)\s+by\s+(?P<who>[^\n:;]{3,80}?),?\s+"
    r"(?:via|of|for|from|at|originally (?:at|on|via))\s+(?P<site>[^\n,;:]{2,60}?)\s?[,.:]?\s*$",
    re.IGNORECASE,
)
_SITE = re.compile(r"[A-Z][\w.&’'-]*(?:\s(?:of|the|and|for|[A-Z&][\w.&’'-]*)){0,5}$")
_CLOSER = re.compile(r"(?:from|via|[—–-]{1,2})\s?(?P<name>\S.{2,40}?)\.?$", re.IGNORECASE)
_NEW_AT = re.compile(
    r"[:|–—-]\s*(?:new|now|up|more|my latest|cross-?posted)\s+(?:at|on|in)\s+(?P<site>[^\n:|]{2,40})$", re.IGNORECASE
)


def find(text: str, lines: Sequence[Paragraph]) -> Iterator[Credit]:
    """Yield the labels among the lines of a page, which are given in text order, page furniture among them."""
    body = [n for n, line in enumerate(lines) if line.kind == "body"]
    first = body[0] if body else len(lines)
    head = [n for n, line in enumerate(lines) if n < first and line.end <= _WITHIN] + body[:_ABOVE_BODY]
    for n in head:
        if lines[n].end - lines[n].lead <= _LINE or lines[n].kind == "headline":
            yield from _label(text, lines[n])
    last = body[-1] if body else -1
    yield from _addresses(text, [p for p in lines[: last + 2] if p.kind != "comment"][-_LAST:])
    for line in (lines[n] for n in body[-2:]):
        m = _CLOSER.match(text[line.lead : line.end]) if line.end - line.lead <= _LINE else None
        known = labelled(m["name"]) if m is not None else None
        if known is not None:
            yield Credit(line.lead, line.end, known, "footer")
    for line in lines[max(0, last - 2) : last + 4]:
        if line.end - line.lead <= 2 * _LINE:
            yield from _mail(text, line.lead, line.end)


def _label(text: str, line: Paragraph) -> Iterator[Credit]:
    start, end = line.lead, line.end
    words = text[start:end]
    if line.kind == "headline":
        m = _NEW_AT.search(words)
        named = m["site"] if m is not None else _DATED.split(words.split("•", 1)[0], maxsplit=1)[0]
        known = labelled(named) if m is not None or named != words else None
        if known is not None:
            yield Credit(start + (m.start() if m else 0), end, known, "byline")
        return
    if _BY.match(words):
        return
    authored = _AUTHORED.match(words)
    if authored is not None:
        name = _site(authored["site"], authored["who"])
        if name is not None:
            yield Credit(start, end, name, "byline")
        return
    address = _WITH_ADDRESS.match(words)
    known = at_host(address["host"]) if address else None
    if known is None and (line.kind != "body" or _SIGNED.match(words)):
        known = None if gazetteer.ordinary(words) else labelled(_DATED.split(_ENDS.split(words, maxsplit=1)[0], 1)[0])
    if known is not None:
        yield Credit(start, end, known, "byline")
    else:
        yield from _mail(text, start, end)


def labelled(words: str) -> str | None:
    """Return the publisher whose name or address is all that ``words`` say, written as publishers write it."""
    label = _TRIM.sub("", words.strip(" ()[]")).strip().removeprefix("the ")
    if not _SHORTEST <= len(label) <= _LABEL:
        return None
    known = data.publisher_named(label) or (data.publisher_at(label) if "." in label and " " not in label else None)
    if known is None or getattr(known, "kind", "") in _BUTTONS:
        return None
    names = {known.name, *known.aliases, *known.domains, *(f"www.{d}" for d in known.domains)}
    # "Print" is a button, "Washington Post" is not.
    if " " in label:
        names |= {n.removeprefix("The ") for n in names} | {f"The {n}" for n in names}
    return known.name if label.removeprefix("https://").removeprefix("http://").rstrip("/") in names else None


def at_host(host: str) -> str | None:
    """Return the publisher of news whose address a host is; None for platforms, states, and what no list knows."""
    known = data.publisher_at(host)
    return known.name if known is not None and getattr(known, "kind", "") not in _BUTTONS else None


def _site(site: str, who: str) -> str | None:
    """Return whose an authored text is: the listed outlet's, the author's on a platform, else the site's as named."""
    site = site.strip()
    known = data.publisher_named(site) or (data.publisher_at(site) if "." in site and " " not in site else None)
    if known is None:
        return site if _SITE.match(site) and not gazetteer.place(site) and not gazetteer.country(site) else None
    if getattr(known, "kind", "") in _BUTTONS:
        return who.strip(" ,") if getattr(known, "kind", "") == "platform" else None
    return known.name


def _addresses(text: str, lines: Sequence[Paragraph]) -> Iterator[Credit]:
    """Yield the addresses that stand alone below an excerpt: the text is from there."""
    found: list[Credit] = []
    for line in lines:
        m = _ADDRESS_LINE.match(text[line.lead : line.end]) if line.end - line.lead <= _ADDRESS else None
        known = at_host(m["host"]) if m is not None else None
        if known is not None:
            found.append(Credit(line.lead, line.end, known, "footer"))
    if 0 < len({c.publisher for c in found}) <= _MOST_ADDRESSES:
        yield from found


def _mail(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield the outlet in whose name the writer has an address for mail."""
    m = _MAIL.search(text, start, end)
    known = at_host(m["host"]) if m is not None and _MAIL_LINE.match(text[start : m.start()]) else None
    if m is not None and known is not None:
        yield Credit(m.start(), m.end(), known, "byline")

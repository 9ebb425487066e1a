"""The chain by which words came: outlets that a sentence names between the speaker and the reader.

"Was quoted as saying by the Norda news agency", ", according to Reuters", "Reuters reports, citing Interfax", "in
comments carried by ANSA". Nearest to the reader first. Words said *to* an outlet ("told Reuters") are an interview, not
a chain.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from firsthand.annotate import outlets
from firsthand.annotate.outlets import Outlet
from firsthand.annotate.quotations.draft import Draft
from firsthand.model import Span

_REACH = 160  # characters after the words that announce an outlet
_BACK = 400  # characters before a sentence in which an outlet said whom it cites


class Level(IntEnum):
    """How near to the reader an outlet stands; who is cited stands nearer to the speaker."""

    ACCORDING = 0  # "according to Reuters"
    RELAYED = 1  # "Reuters reported"
    CITED = 2  # "citing Interfax", "quoted by Interfax", "carried by Interfax"


class Link(NamedTuple):
    """An outlet of a chain and the span of the words that name it as one, "according to Reuters"."""

    outlet: Outlet
    start: int
    end: int
    level: Level


# Announces an outlet after it. "Told" is no part of it.
_CITED = (
    r"(?:was |were |been |being )?(?:quoted|cited)(?: as (?:saying|telling|stating))? (?:\w+ )?by"
    r"|as (?:reported|cited|quoted) by|citing|as reported on|reported by|(?:saying|reports?|reported) by"
)
_AHEAD = re.compile(
    rf"\b(?:(?P<according>according to|(?-i:[Pp]er)(?= (?:the )?(?-i:[A-Z])))|{_CITED})\s+", re.IGNORECASE
)
# Print: "published on Sunday in The Herald", "a story in the Herald", "documents obtained by the Herald", "via CNN".
_WHEN = (
    r"(?: (?:(?:earlier|late|early|on|last|this|the|first|exclusively|today|yesterday|week|weekend|month|year|online)\b"
    r"|(?-i:[A-Z])[a-z]{2,6}day\b|(?-i:[A-Z])[a-z]{2,8}\.? \d{1,2}\b)){0,4}"
)
# An issue: "said in Saturday's Herald", "in an interview in today's Herald".
_ISSUE = r"(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)['’]s(?: edition of)?"
_PIECE = r"(?:story|stories|reports?|article|investigation|op-ed|column|editorial|commentary|essay|opinion piece)"
_PRINTED = re.compile(
    rf"\b(?:(?:published|revealed|disclosed|uncovered|reported){_WHEN} (?:in|by)"
    rf"|(?:seen|obtained|reviewed)(?: exclusively)? by|{_PIECE}{_WHEN} (?:in|by|from)"
    rf"|(?:wrote|writing|writes){_WHEN} in|in {_ISSUE}|via|as told to|(?<=[”\",] )(?:reports|reported|writes|wrote))"
    r"\s+(?=(?:(?:the|a|an) )?(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
# What is printed and no report: "the study was published in Nature".
_WORK = re.compile(
    r"\b(?:stud(?:y|ies)|books?|pictures?|photos?|photographs?|papers?|research|novels?|poems?|findings|songs?|images?"
    r"|videos?|letters?|ads?|advertisements?|cartoons?)\b[^.\n]*$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:for|at|in|of|from|about|on|to|and)\s")  # "reports from Orrin for Kanal Vest"
_WORK_REACH = 60
_PRINTED_REACH = 45  # characters: the outlet is named at once, but for "the British newspaper"
# What only a quotation's own sentence may say of the way that its words came.
_CARRIED = re.compile(
    r"\b(?:(?:carried|published|aired|broadcast|released|relayed|distributed|printed|posted|run) (?:live )?(?:by|on|in)"
    r"|(?:which|who|itself) (?:was )?(?:citing|quoting|cit(?:ed|es)|quot(?:ed|es))|quoting)\s+",
    re.IGNORECASE,
)
_RELAYED = (
    r"(?:reports?|reported|has reported|said|says|writes|wrote|quoted|quotes|cited|cites|reveals|revealed|disclosed"
    r"|has learned|confirmed|notes|noted|claims|claimed)\b"
)
_BORDER = re.compile(r"[,;:.!?](?=\s|$)|[\"“”«»]|\b(?:that|which|who)\b")
_LIST = re.compile(r"(?:, (?:the )?[A-Z][^,;:.!?\"“”\n]{1,40}){0,4},? and (?:the )?[A-Z][^,;:.!?\"“”\n]{1,40}")
# "Reuters cited two officials. The officials said …": a source that an outlet has brought in before.
_SOURCE = re.compile(r"[Tt]he (?P<head>[a-z]{4,20}?)s?$")


def links(text: str, start: int, end: int) -> list[Link]:
    """Return the outlets that ``text[start:end]`` names as where the words came from, in text order."""
    announced = (*_announced(_AHEAD, text, start, end), *_announced(_PRINTED, text, start, end, _PRINTED_REACH))
    found = {
        link.outlet.start: link
        for link in (*announced, *_relaying(text, start, end))
        if not _ITS_PEOPLE.match(text, link.outlet.end, end)
    }
    return [found[at] for at in sorted(found)]


def via(text: str, draft: Draft, speaker: str | None, quoted: Sequence[Span]) -> tuple[str, ...]:
    """Return the chain of a quotation, nearest first, from its sentence without the words that it quotes."""
    found = [link for start, end in outside(draft.sentence, quoted) for link in _chain(text, start, end)]
    names = [link.outlet.name for link in sorted(found, key=lambda link: link.level)]
    if not names and draft.speaker is not None:
        names = list(_brought_in(text, draft.speaker, draft.sentence.start))
    unique = dict.fromkeys(name for name in names if speaker is None or name.lower() != speaker.lower())
    return tuple(unique)


def outside(sentence: Span, quoted: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that are no quoted words; ``quoted`` is sorted."""
    cursor = sentence.start
    for span in quoted:
        if span.start > cursor:
            yield (cursor, min(span.start, sentence.end))
        cursor = max(cursor, span.end)
    if cursor < sentence.end:
        yield (cursor, sentence.end)


def _chain(text: str, start: int, end: int) -> Iterator[Link]:
    """Yield the links of a stretch beside a quotation, lists of outlets and carriers too, in text order."""
    found = {link.outlet.start: link for link in _announced(_CARRIED, text, start, end)}
    for link in links(text, start, end):
        found[link.outlet.start] = link
        listed = _LIST.match(text, link.outlet.end, end)
        for outlet in outlets.listed(text, listed.start(), listed.end()) if listed else ():
            found.setdefault(outlet.start, Link(outlet, outlet.start, outlet.end, link.level))
    yield from (found[at] for at in sorted(found))


def _brought_in(text: str, mention: Span, before: int) -> Iterator[str]:
    """Yield the outlets that a sentence shortly before said to cite "the source" who speaks now."""
    source = _SOURCE.match(mention.of(text))
    if source is None:
        return
    cited = re.compile(rf"\b(?:citing|cited|cites|quoting|quoted|quotes) (?:[\w’'-]+ ){{0,6}}{source['head']}s?\b")
    found = cited.search(text, max(0, before - _BACK), before)
    if found is None:
        return
    border = max(text.rfind(mark, max(0, found.start() - _BACK), found.start()) for mark in (". ", "\n", "” ", '" '))
    yield from (link.outlet.name for link in _chain(text, max(0, border + 1), found.end()))


def _announced(pattern: re.Pattern[str], text: str, start: int, end: int, reach: int = _REACH) -> Iterator[Link]:
    for m in pattern.finditer(text, start, end):
        if pattern is _PRINTED and _is_work(text, start, m):
            continue
        border = _BORDER.search(text, m.end(), min(end, m.end() + reach))
        stop = border.start() if border else min(end, m.end() + reach)
        outlet = outlets.first(text, m.end(), stop)
        if outlet is not None and not (pattern is _PRINTED and _ELSEWHERE.search(text, m.end(), outlet.start)):
            according = m.re is _AHEAD and m["according"] is not None
            yield Link(outlet, m.start(), outlet.end, Level.ACCORDING if according else Level.CITED)


_SUBJECT = re.compile(
    r"(?:^|(?<=[,;.\"”]\s)|(?<=\s))((?:[Tt]he )?[A-Z][\w.&’'-]{0,40}(?: [\w.&’'-]{1,40}){0,5}?) " + _RELAYED
)


def _is_work(text: str, start: int, printed: re.Match[str]) -> bool:
    """Tell whether what was published is no report; what was obtained may be papers or pictures."""
    before = max(start, printed.start() - _WORK_REACH)
    return printed.group().startswith("publish") and _WORK.search(text, before, printed.start()) is not None


# Who speaks for or of an outlet is not its reporting: "an NBC source says", "according to a CNN spokeswoman".
_ITS_PEOPLE = re.compile(
    r" (?:former )?(?:sources?|spokes\w+|executives?|employees?|staff(?:ers?)?|insiders?|officials?"
    r"|lawyers?|owners?|viewers?|readers?|president|chief|boss)\b"
)
_SENTENCE_END = re.compile(r"(?<=[^\W_]{3})[.] (?=[A-Z“\"])")  # not the point of "U.S." or "Mr."
# "Reuters, citing two officials, said": looked for only where its last words stand.
_ASIDE = re.compile(r"\b((?:[Tt]he )?[A-Z][\w.&’'-]{0,40}(?: [\w.&’'-]{1,40}){0,4}?), (?:citing|quoting)\b")


# "The Herald said it would close its shop", "Kanal Vest said in a statement": an outlet that speaks of itself reports
# nothing; "said it had seen the letter" does.
_SAYS = re.compile(r" (?:said|says|claims|claimed|confirmed|notes|noted)$")
_OF_ITSELF = re.compile(
    r" (?:on [A-Z]\w{2,8}day )?(?:in an? (?:statement|e-?mail)\b"
    r"|(?:that )?(?:it|its)\b(?! (?:has|had) (?:seen|obtained|learned|learnt|reviewed|found|been (?:told|shown))\b))"
)


# "The same agency quoted her": goes back to the agency named before. "The agency said" may be any body's.
_SAME = re.compile(
    r"\b[Tt]he (?:same |news |state |national ){0,3}agency (?:also |has )?(?:quot|cit|report)(?:ed|es|s)\b"
)


def _relaying(text: str, start: int, end: int) -> Iterator[Link]:
    """Find "…, Reuters reported", "The Norda news agency quoted her as saying", "the agency quoted her"."""
    same = _SAME.search(text, start, end)  # once for each stretch: looking back costs more than the match
    last = None if same is None else outlets.last_agency(text, same.start())
    if same is not None and last is not None:
        yield Link(Outlet(same.start(), same.end(), last.name), same.start(), same.end(), Level.RELAYED)
    for m in (*_SUBJECT.finditer(text, start, end), *_asides(text, start, end)):
        outlet = outlets.first(text, m.start(1), m.end(1))
        if outlet is None or m.end(1) - outlet.end > 16 or _SENTENCE_END.search(text, outlet.end, m.end(1)):
            continue
        if _SAYS.search(m.group()) and _OF_ITSELF.match(text, m.end(), end):
            continue
        borders = [found.end() for found in _SENTENCE_END.finditer(text, m.start(1), outlet.start + 1)]
        yield Link(outlet, borders[-1] if borders else m.start(1), m.end(), Level.RELAYED)


def _asides(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    if any(text.find(words, start, end) >= 0 for words in (", citing ", ", quoting ")):
        yield from _ASIDE.finditer(text, start, end)

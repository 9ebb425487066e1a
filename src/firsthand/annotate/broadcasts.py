"""What was said on air: programmes and channels that a text names as the place where the words were spoken.

    … said on “Face the Nation”            a programme of the list, by its title
    … on CBS’ “Some New Show”              any title that a broadcaster is named with
    … said yesterday on CBS News           a broadcaster, where the words beside it speak
    an interview aired on Sunday on ITV    so too where a paper printed it

Titles that are ordinary words ("Today", "This Week") count between marks, or right behind their broadcaster's name.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from firsthand import data
from firsthand.annotate import gazetteer, outlets
from firsthand.annotate.outlets import Outlet
from firsthand.model import Credit
from firsthand.text import plain

_OPEN, _CLOSE = "“\"‘'«„*_", "”\"’'»“*_"
# What goes before a title or its broadcaster: "on “Today”", "told the BBC's “Today”", "in der Sendung", "host of".
_CUE = re.compile(
    r"\b(?P<cue>[Oo]n|told|tells|telling|to|[Dd]uring|with|[Ii]m|[Bb]ei|[Ii]n de[rnm]|[Dd]ans|[Ss]ur|[Вв] программе"
    r"|[Вв] эфире)\s+(?P<article>(?:the|an?|der|die|das|Sendung|программы|телеканала|show|program|programme)\s+)?"
    rf"(?=[{_OPEN}]? ?[^\W_a-z]|[„«])"
)
_MARK = re.compile(rf"(?:(?<=\s)|^)[{_OPEN}]\s?(?=\w)")
_OWNS = re.compile(r"['’]s?\s+(?=[^\W_a-z])")
_WORD = r"[\w&@+./’'°:-]{1,25}"
_REACH = 45  # characters in which the broadcaster and the opening mark of the title stand
_BROADCASTER = 4  # words of the longest name of one, "the state broadcaster Kanal Vest’s"
_ANOTHER = re.compile(r"\b(?:on|said|says|told|tells|saying|in|at)\b")  # another cue stands between
_REMEMBERED = 64  # whether an article names a broadcaster is asked again for every title in it
_LONGEST = 7  # words of the longest title
_TITLE = re.compile(rf"{_WORD}(?:[,!?]? {_WORD}){{0,{_LONGEST - 1}}}")
_SAID = (
    r"(?:said|says|saying|told|asked|argued|argues|claimed|claims|insisted|suggested|warned|added|declared|spoke|speaking"
    r"|spoken|appear(?:ed|ing|s|ance)|interview(?:ed)?|remarks?|comments?|discuss(?:ed|ing)|predicted|vowed)"
)
_TIME = (
    r"(?: (?:yesterday|today|tonight|earlier|later|late|early|live|in|the|that|this|last|morning|evening|afternoon"
    r"|night|week|weekend|separately|again|also|made|on|an?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)){0,6}"
)
_ON_AIR = re.compile(rf"\b{_SAID}{_TIME} on (?=(?:the )?(?-i:[A-Z]))", re.IGNORECASE)
_AIRED = re.compile(
    r"\binterview(?:s|ed)?\b[^.!?\n“”\"]{0,90}?\b(?:aired|airing|broadcast|published|shown|run|screened)"
    rf"{_TIME} (?:on|by|in) (?=(?:the )?(?-i:[A-Z]))",
    re.IGNORECASE,
)


def find(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield the broadcasts that ``text[start:end]``, one paragraph, names as where somebody spoke."""
    for m in _CUE.finditer(text, start, end):
        found = _programme(text, m.end(), min(end, m.end() + 2 * _REACH), on=m["cue"].lower() == "on")
        if found is not None and not not_yet(text, start, m.start()):
            yield Credit(m.start(), found.end, found.name, "interview")
    patterns = (_ON_AIR, _AIRED) if text.find("nterview", start, end) >= 0 else (_ON_AIR,)
    for pattern in patterns:
        for m in pattern.finditer(text, start, end):
            if not_yet(text, start, m.start()):
                continue
            named = _named_at(text, m.end(), min(end, m.end() + _REACH))
            if named is not None and (pattern is _AIRED or gazetteer.broadcaster(named.name)):
                yield Credit(m.start(), named.end, named.name, "interview")


_NOT_YET = re.compile(
    r"\b(?:cancel\w*|planned|scheduled|postponed)\b[^.!?\n]{0,30}$"
    r"|\b(?:Watch|See) (?:the|his|her|their|our|full)\b[^.!?\n]{0,20}$"
)


def not_yet(text: str, start: int, at: int) -> bool:
    """Tell whether the words before ``at`` make an interview one that was not held, or one to watch."""
    return _NOT_YET.search(text, max(start, at - 60), at) is not None


def _programme(text: str, start: int, end: int, *, on: bool) -> Outlet | None:
    """Return the broadcaster of the programme that is named at ``start``, spanning its title, or None."""
    mark = _MARK.search(text, start, min(end, start + _REACH))
    owned = _OWNS.search(text, start, min(end, start + _REACH))
    places = [(start, start, False), *[(m.start(), m.end(), m is mark) for m in (mark, owned) if m is not None]]
    for before, at, marked in places:
        beside = text[start:before]
        if len(beside.split()) > _BROADCASTER or _ANOTHER.search(beside):
            continue
        channel = outlets.first(text, start, before) if beside.strip() else None
        found = _titled(text, at, end, channel.name if channel else None, beside, marked=marked)
        if found is not None:
            return found
        if channel is not None and marked and on and gazetteer.broadcaster(channel.name):
            closing = _CLOSING.search(text, at, end)
            return Outlet(start, closing.start() if closing else channel.end, channel.name)
    return None


_CLOSING = re.compile(rf"[{_CLOSE}]")


def _titled(text: str, start: int, end: int, channel: str | None, beside: str, *, marked: bool) -> Outlet | None:
    """Return who broadcasts the listed title that stands at ``start``: the channel before it, else whose it is."""
    title = _TITLE.match(text, start, end)
    if title is None or _key(title.group().split(" ", 1)[0]) not in _first_words():
        return None
    for word in reversed(list(re.finditer(r"\S+", title.group()))):
        stop = start + word.end()
        listed = _titles().get(_key(text[start:stop]))
        if listed is None or (marked and not _closed(text, stop)):
            continue
        owner = _owner(text, listed, channel, beside.strip(), marked=marked)
        return None if owner is None else Outlet(start, stop, owner)
    return None


def _owner(text: str, listed: dict[str, bool], channel: str | None, beside: str, *, marked: bool) -> str | None:
    """Return whose the programme is: "on his “Sunrise”" is nobody's, "on “Sunrise”" whose whom the article names."""
    if beside:
        network = re.split(r"['’ -]", beside, maxsplit=1)[0]
        return next((n for n in listed if n == channel or network in _called(n)), channel)
    named = [name for name, plain_title in listed.items() if (plain_title or marked) and _names(text, name)]
    return next(iter((*named, *(name for name, plain_title in listed.items() if plain_title))), None)


def _closed(text: str, stop: int) -> bool:
    """Tell whether a title between marks ends at ``stop``: a mark stands there, or a full stop before it."""
    return text[stop : stop + 2].lstrip()[:1] in ("", *_CLOSE) or text[stop - 1] in ",.!?" + _CLOSE


def _named_at(text: str, start: int, end: int) -> Outlet | None:
    """Return the outlet that is named at ``start``, but for an article and a word or two."""
    found = outlets.first(text, start, end)
    return found if found is not None and text[start : found.start].count(" ") <= 2 else None


@lru_cache(_REMEMBERED)
def _names(text: str, broadcaster: str) -> bool:
    """Tell whether an article names a broadcaster, in full or as the network that it belongs to."""
    return any(name in text for name in _called(broadcaster))


@cache
def _called(broadcaster: str) -> tuple[str, ...]:
    known = data.publisher_named(broadcaster)
    names = (broadcaster, *known.aliases) if known is not None else (broadcaster,)
    return (*names, broadcaster.removesuffix(" News"))


def _key(title: str) -> str:
    return plain(title).rstrip(",.!?:’' ")


@cache
def _titles() -> dict[str, dict[str, bool]]:
    """Return every title, folded, with its broadcasters and whether the title is plain enough to stand unmarked."""
    out: dict[str, dict[str, bool]] = {}
    for programme in data.programmes():
        for name in (programme.name, *programme.aliases):
            known = data.publisher_named(programme.broadcaster)
            owner = known.name if known is not None else programme.broadcaster
            out.setdefault(_key(name), {}).setdefault(owner, programme.plain)
    return out


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_key(title.split(" ", 1)[0]) for title in _titles())

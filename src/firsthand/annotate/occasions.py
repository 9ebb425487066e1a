"""Occasions: the words that tell when and where something was said."""

import re
from collections.abc import Sequence

from firsthand.annotate.chains import outside
from firsthand.annotate.grammar import any_of
from firsthand.annotate.quotations.draft import Draft
from firsthand.model import Span

_EVENT = any_of(
    "interviews? statements? news_conferences? press_conferences? conferences? briefings? speech(?:es)? address "
    "rall(?:y|ies) debates? hearings? meetings? calls? tweets? posts? memos? letters? e-?mails? op-ed column testimony "
    "events? summits? forums? ceremon(?:y|ies) sessions? broadcasts? shows? programs? programmes? visits? tours? "
    "appearances? remarks messages? releases? filings? podcasts? blogs? town_halls? vigils? talks panels? lectures? "
    "sermons? fundraisers? dinners? luncheons? videos?"
)
_GATHERING = any_of(
    "meetings? talks summits? conferences? hearings? debates? rally speech games? match vote session visit calls? "
    "ceremony"
)
_ON_AIR = any_of("calls? shows? programs? programmes? broadcasts? podcasts? visits? tours? trip")
_AUDIENCE = any_of(
    "reporters journalists lawmakers supporters delegates investors residents students parliament congress senators"
)
_ASSEMBLY = any_of(
    "media press crowd audience court jury committee council panel parliament senate conference gathering rally judge "
    "assembly forum"
)
_ARTICLE = r"(?:an? |the |his |her |their |its |this |that )"
_DESCRIBED = r"(?:[\w’'.$-]{1,30} ){0,6}?"
_HELD = re.compile(
    rf"\b(?:(?:in|during|at|via) {_ARTICLE}?{_DESCRIBED}{_EVENT}"
    rf"|(?:after|before|following) {_ARTICLE}(?:[\w’'.-]{{1,30}} ){{0,3}}?{_GATHERING}"
    rf"|on {_ARTICLE}{_DESCRIBED}{_ON_AIR})\b",
    re.IGNORECASE,
)
_LINK = any_of(
    "with to on in at for from after before following that held ahead hosted by of aired published posted released "
    "during about"
)
_PLAIN = r"[^,;:.!?\"“”«»\n]"
# What goes on after the noun ("with Radio Orrin"), and a list after that (", the Kerrin Post and TV Two").
_TAIL = re.compile(rf" {_LINK}\b{_PLAIN}{{0,160}}")
_LIST = re.compile(rf"(?:, [A-Z]{_PLAIN}{{1,60}}){{1,4}}")
_TOLD = re.compile(
    rf"\b(?:told|tells|telling|speaking to|spoke to) (?:(?:[\w’'-]{{1,20}} ){{0,2}}{_AUDIENCE}"
    rf"|(?:the|a|an) (?:[\w’'-]{{1,20}} ){{0,3}}{_ASSEMBLY})\b"
    r"(?: (?:in|on|at|during|after|before|outside|from|by|aboard)\b(?: (?!that\b)[\w’'-]{1,30}\.??){1,10}?"
    r"(?=[,.;:!?]| that\b|\s*[\"“«]|\s*$))?",
    re.IGNORECASE,
)
_SITE = any_of("Twitter Facebook Instagram Telegram X YouTube Weibo Truth_Social LinkedIn TikTok social_media")
_POSTED = re.compile(
    rf"\b(?:wrote|posted|tweeted|said|shared|announced)(?: \w+)? (?:on|via) "
    rf"(?:{_SITE}|(?:his|her|its|their) [\w ]{{1,30}}(?:account|page|feed|channel|blog))\b|\btweeted\b"
)


def occasion(text: str, draft: Draft, quoted: Sequence[Span]) -> str | None:
    """Return the words of a quotation's sentence that tell its occasion, or None; words that it quotes are not read."""
    for start, end in outside(draft.sentence, quoted):
        if (found := _in(text, start, end)) is not None:
            return found
    return None


def _in(text: str, start: int, end: int) -> str | None:
    held = _HELD.search(text, start, end)
    if held is not None:
        words = text[held.start() : _tail(text, held.end(), end)]
        return " ".join(words.split()).rstrip(" -–—/").removesuffix(" that").removesuffix(" on")
    for pattern in (_POSTED, _TOLD):
        found = pattern.search(text, start, end)
        if found is not None:
            return " ".join(found.group().split())
    return None


def _tail(text: str, start: int, end: int) -> int:
    """Return where the words on an occasion end, a list of hosts included."""
    tail = _TAIL.match(text, start, end)
    if tail is None:
        return start
    hosts = _LIST.match(text, tail.end(), end)
    return hosts.end() if hosts is not None and " and " in hosts.group() else tail.end()

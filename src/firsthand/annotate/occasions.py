"""Occasions: the words that tell when and where something was said, to whom, and by which means."""

import re
from collections.abc import Iterator, Sequence

from firsthand.annotate import outlets
from firsthand.annotate.chains import outside
from firsthand.annotate.grammar import any_of
from firsthand.annotate.quotations.draft import Draft
from firsthand.model import Span

_EVENT = any_of(
    "interviews? statements? news_conferences? press_conferences? conferences? briefings? speech(?:es)? address "
    "rall(?:y|ies) debates? hearings? meetings? calls? tweets? posts? memos? letters? e-?mails? op-ed column testimony "
    "events? summits? forums? ceremon(?:y|ies) sessions? broadcasts? shows? programs? programmes? visits? tours? "
    "appearances? remarks comments messages? releases? filings? podcasts? blogs? town_halls? vigils? talks panels? "
    "lectures? sermons? fundraisers? dinners? luncheons? videos?"
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
_NAMED = r"(?:the )?[A-Z][\w.&’'-]{0,30}(?: (?:of|de|[A-Z][\w.&’'-]{0,30})){0,4}(?: (?:news agency|newspaper))?"
_HELD = re.compile(
    rf"\b(?:(?:in|during|at|via) {_ARTICLE}?{_DESCRIBED}{_EVENT}"
    rf"|(?:after|before|following) {_ARTICLE}(?:[\w’'.-]{{1,30}} ){{0,3}}?{_GATHERING}"
    rf"|on {_ARTICLE}{_DESCRIBED}{_ON_AIR})\b",
    re.IGNORECASE,
)
_LINK = any_of(
    "with to on in at for from after before following that held ahead hosted by of aired published posted released "
    "carried broadcast reported printed distributed during about"
)
_PLAIN = r"[^,;:.!?\"“”«»\n]"
# What goes on after the noun ("with Radio Orrin"), and a list after that (", the Kerrin Post and TV Two").
_TAIL = re.compile(rf" {_LINK}\b{_PLAIN}{{0,160}}")
_LIST = re.compile(rf"(?:, [A-Z]{_PLAIN}{{1,60}}){{1,4}}")
_PLACE = (
    r"(?: (?:in|on|at|during|after|before|outside|from|by|aboard|via)\b(?: (?!that\b)[\w’'-]{1,30}\.??){1,10}?"
    r"(?=[,.;:!?]| that\b|\s*[\"“«]|\s*$))?"
)
_TOLD = re.compile(
    rf"\b(?:told|tells|telling|speaking to|spoke to|addressing|testifying before|interviewed by) "
    rf"(?:(?:[\w’'-]{{1,20}} ){{0,2}}{_AUDIENCE}\b|(?:the|a|an) (?:[\w’'-]{{1,20}} ){{0,3}}{_ASSEMBLY}\b"
    rf"|(?P<named>(?-i:{_NAMED}))){_PLACE}",
    re.IGNORECASE,
)
_SITE = any_of("Twitter Facebook Instagram Telegram X YouTube Weibo Truth_Social LinkedIn TikTok social_media")
_POSTED = re.compile(
    rf"\b(?:wrote|posted|tweeted|said|shared|announced)(?: \w+)? (?:on|via) "
    rf"(?:{_SITE}|(?:his|her|its|their) (?:[\w ]{{1,30}} )?(?:account|page|feed|channel|blog))\b|\btweeted\b"
)
# By which means, and in which house.
_MEANS = re.compile(
    r"\b(?:in (?:open )?court|in (?:the )?parliament|under oath|(?:by|via) (?:tele)?phone|(?:by|via) e-?mail"
    r"|(?:by|via) (?:text message|video ?link|video call)|(?:on|over) the (?:tele)?phone"
    r"|on (?:state |public |national |live ){0,2}(?:television|radio|TV))\b(?: (?:on|from|in)\b" + _PLAIN + r"{1,60})?"
    r"|\bon the sidelines of\b" + _PLAIN + r"{1,80}",
    re.IGNORECASE,
)
_AIRED = re.compile(rf"\bon (?P<named>{_NAMED}){_PLACE}")
_KIND = re.compile(
    r"\b(?:Radio|TV|Television|Channel|News|Times|Post|Herald|Gazette|Courier|Tribune|Parliament|Senate|Congress|Council"
    r"|Committee|Court|Commission|Assembly|agency|newspaper)\b"
)


def occasion(text: str, draft: Draft, quoted: Sequence[Span]) -> str | None:
    """Return the words of a quotation's sentence that tell its occasion, or None; words that it quotes are not read."""
    for start, end in outside(draft.sentence, quoted):
        found = max(_candidates(text, start, end), key=lambda span: (-span.start, span.end), default=None)
        if found is not None:
            words = " ".join(found.of(text).split()).rstrip(" -–—/")
            words = words.removesuffix(".") if words.count(".") == 1 else words
            return words.removesuffix(" that").removesuffix(" on")
    return None


def _candidates(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what each pattern finds first: where they overlap, the one that begins first has it all."""
    held = _HELD.search(text, start, end)
    if held is not None:
        yield Span(held.start(), _tail(text, held.end(), end))
    for pattern in (_POSTED, _MEANS):
        if (found := pattern.search(text, start, end)) is not None:
            yield Span(found.start(), found.end())
    for pattern in (_TOLD, _AIRED):
        for found in pattern.finditer(text, start, end):
            if found["named"] is None or _hears(text, *found.span("named")):
                yield Span(found.start(), found.end())
                break


def _hears(text: str, start: int, end: int) -> bool:
    """Tell whether a name is an outlet's or an assembly's: telling a person something is no occasion."""
    if _KIND.search(text, start, end) is not None:
        return True
    outlet = outlets.first(text, start, end)
    return outlet is not None and outlet.start - start <= len("the ")


def _tail(text: str, start: int, end: int) -> int:
    """Return where the words on an occasion end, a list of hosts included."""
    tail = _TAIL.match(text, start, end)
    if tail is None:
        return start
    hosts = _LIST.match(text, tail.end(), end)
    return hosts.end() if hosts is not None and " and " in hosts.group() else tail.end()

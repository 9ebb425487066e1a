"""Outlets and agencies named in running text: those of the gazetteer, and others by the words beside their names."""

import re
from typing import NamedTuple

from firsthand import data
from firsthand.annotate import gazetteer
from firsthand.annotate.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    adverbial,
    any_of,
    finite,
    word_set,
)

_NAME = r"[A-Z0-9][\w.&’'-]{0,40}(?: (?:of|the|and|de|for|[A-Z0-9][\w.&’'-]{0,40})){0,6}"
_CAPITALISED = re.compile(_NAME)
_KIND = "(?:news |wire |press )?" + any_of(
    "agency service newspaper daily broadcaster magazine website portal network channel wire"
)
_BEFORE_KIND = re.compile(r"(" + _NAME + r") (?:\w+ )?" + _KIND + r"\b")
_AFTER_KIND = re.compile(r"\b" + _KIND + r" (" + _NAME + r")")
_KIND_AFTER = re.compile(r"['’]?s? (?:news |weekly |daily )?" + any_of("magazine newspaper website") + r"\b")
_AGENCY = re.compile(r"\b(?:agency|wire|service)\b")
_OTHER_AGENCY = re.compile(r"\b[A-Z][\w-]{1,30} (?:of [A-Z]\w{1,30} )?Agency\b")
_SMALL_WORD = re.compile(r" [a-z][\w-]{0,30}")
_PART = re.compile(r"(?:(?!\s(?:and|und|et|y|e|&)\s)[^,/;\n])+")  # one part of a list of outlets
_BODY_OF = re.compile(
    r"\b(?:Ministr(?:y|ies)|Department|Office|Bureau|Council|Committee|Secretary|Minister|Commission|Institute|University"
    r"|Faculty|Academy|School|College|Museum|House|Court|Board|Bank|Society|Association|Federation|Order|State)"
    r" (?:of|for|on)$"
)
_ON_SUNDAY = re.compile(r"\b(?:Mail|Scotland|Wales|Independent|Sunday World) on (?:Sunday|Saturday)\b")
_NETWORKS = ("ABC News", "CBS News", "NBC News", "Fox News", "CW", "Fox")
_CHANNEL = re.compile(r" ?\d{1,2}\b(?!\s?(?:%|percent|a\.m|p\.m|/))")
_NO_NAMES = word_set("staff wire news local combined press agency other daily post online first one state")
# Words that go on an outlet's name rather than a person's, and such as open a sentence before a given name.
_NEWS_WORD = re.compile(
    r"(?:News|Agency|Press|TV|Television|Radio|Sport|Wire|Online|Staff|English|Service|Video|Photo|Reporting|Report"
    r"|[A-Z]{2,})\b"
)
_OPENING = re.compile(r"^(?:By|From|But|And|Then|When|As|To|With) ")
_ARTICLE = re.compile(r"(?:\bthe|day['’]s) $", re.IGNORECASE)  # "the Hill", "Sunday's Observer"
_BACK = 2_000  # characters in which the agency that "the agency" means was named


class Outlet(NamedTuple):
    """An outlet's name at its place; ``name`` is the gazetteer's where it knows the outlet."""

    start: int
    end: int
    name: str


def first(text: str, start: int, end: int) -> Outlet | None:
    """Return the first outlet named in ``text[start:end]``: known ones first, then "the Norda news agency"."""
    sunday = _ON_SUNDAY.search(text, start, end)
    if sunday is not None and (name := gazetteer.publisher(sunday.group())) is not None:
        return Outlet(sunday.start(), sunday.end(), name)
    for m in _CAPITALISED.finditer(text, start, end):
        if (known := _known(text, m)) is not None:
            return known
    for pattern in (_AFTER_KIND, _BEFORE_KIND):
        if (m2 := pattern.search(text, start, end)) is not None and (made := _unlisted(m2)) is not None:
            return made
    return None


def listed(text: str, start: int, end: int) -> list[Outlet]:
    """Return the outlets in ``text[start:end]`` that commas, slashes and "and" part, each part's first one."""
    out: list[Outlet] = []
    for part in _PART.finditer(text, start, end):
        found = first(text, part.start(), part.end()) or _slug(text, part.start(), part.end())
        if found is not None and found.name not in [outlet.name for outlet in out]:
            out.append(found)
    return out


def slugs(text: str, start: int, end: int) -> list[Outlet]:
    """Return the agencies of ``text[start:end]`` where the first part of it is one's name: "AFP/Reuters", "dpa/lno"."""
    found = [_slug(text, part.start(), part.end()) for part in _PART.finditer(text, start, end)]
    return [outlet for outlet in found if outlet is not None] if found and found[0] is not None else []


def _slug(text: str, start: int, end: int) -> Outlet | None:
    """Return the agency whose name or slug, in capitals or small, is all of ``text[start:end]``."""
    name = text[start:end].strip(" .()[]")
    found = gazetteer.slug(name) if len(name) > 1 else None
    at = text.find(name, start, end)
    return Outlet(at, at + len(name), found) if found is not None else None


def last_agency(text: str, end: int) -> Outlet | None:
    """Return the news agency last named before ``end``, to which "the agency" goes back.

    None where none is named within reach, or where a body of another sort ("the Roads Agency") is named after it.
    """
    start = max(0, end - _BACK)
    runs_ = (_known(text, m) for m in _CAPITALISED.finditer(text, start, end))
    found = [known for known in runs_ if known is not None and gazetteer.agency(known.name)]
    for pattern in (_AFTER_KIND, _BEFORE_KIND):
        matches = (m for m in pattern.finditer(text, start, end) if _AGENCY.search(m.group()))
        found += [made for m in matches if (made := _unlisted(m)) is not None]
    last = max(found, key=lambda outlet: outlet.start, default=None)
    if last is None or any(m.start() > last.end for m in _OTHER_AGENCY.finditer(text, start, end)):
        return None
    return last


def _unlisted(m: re.Match[str]) -> Outlet | None:
    """Return the outlet that a word like "newspaper" makes of the name beside it; a bare "The" or a place is none."""
    name = m.group(1)
    offset = 4 if name.startswith("The ") else 0
    own = _own(name[offset:])
    if (
        "'s" in name.replace("’", "'")  # a body's own website: "the Harris Museum's website"
        or any(map(gazetteer.organisation_head, own.split()))  # "the Roads Department website"
        or ". " in name
        or own.lower() in DETERMINERS | PREPOSITIONS
        or own.split(" ", 1)[0].lower() in _NO_NAMES
        or gazetteer.country(own)
        or gazetteer.place(own)
    ):
        return None
    return Outlet(m.start(1) + offset, m.end(1), own)


def _known(text: str, m: re.Match[str]) -> Outlet | None:
    """Return the longest stretch of a capitalised run that the gazetteer knows as an outlet."""
    run, start = m.group(), m.start()
    words = [(w.start(), w.end()) for w in re.finditer(r"\S+", run)]
    for length in range(len(words), 0, -1):
        for k in range(len(words) - length + 1):
            a, b = words[k][0], words[k + length - 1][1]
            part = re.sub(r"['’]s?$", "", run[a:b].rstrip(".,"))
            name = gazetteer.publisher(part)
            if name is not None and not _mere_word(text, m, start + a, start + a + len(part), name):
                return Outlet(start + a, start + a + len(part), name)
    return None


def _mere_word(text: str, run: re.Match[str], start: int, end: int, name: str) -> bool:
    """Tell whether an outlet's name that is an ordinary word is only that: "The Paper maker", "People said"."""
    words = text[start:end].split()
    article = words[0] in ("The", "the")
    before, after = text[run.start() : start].strip(), text[end : run.end()].strip(" .")
    if name in _NETWORKS and _CHANNEL.match(text, end):
        return True  # a station of the network's: "CBS 58"
    if _BODY_OF.search(before):
        return True  # the last words of a body's name: "the Ministry of Foreign Affairs"
    if len(words) == 1 and gazetteer.maybe_given(words[0]) and after[:1].isupper():
        return True  # a person's first name: "Petra Lind"; the longer "Petra News Agency" was tried before
    if len(words) == 1 and _in_a_persons_name(text, words[0], before, start, after, name):
        return True
    if len(words) - article != 1 or not gazetteer.ordinary(words[-1]):
        return False
    if (before and before not in ("The", "the")) or (after and after not in ("'", "’", "'s", "’s")):
        return True  # a word of a longer name: "the Academy of Science"
    if not _begins_sentence(text, run.start()) or _KIND_AFTER.match(text, end):
        return (
            not article and gazetteer.with_article(words[-1]) and not _ARTICLE.search(text, max(0, start - 12), start)
        )
    following = _SMALL_WORD.match(text, end)
    return not (article or before) or (following is not None and not _after_name(following.group().strip()))


def _in_a_persons_name(text: str, word: str, before: str, start: int, after: str, name: str) -> bool:
    """Tell whether one word that an outlet is called by stands in a person's name: "Anta Lind", "Petra Reuter".

    An agency's letters written as a name are ("ANTA"), and are a first name before another name; any outlet's word is a
    surname right behind one given name.
    """
    listed = (name, *getattr(data.publisher_named(name), "aliases", ()))
    if word not in listed and after[:1].isupper() and not _NEWS_WORD.match(after):
        return True
    ahead = _OPENING.sub("", before).split()
    return len(ahead) == 1 and text[start - 1 : start] == " " and gazetteer.given(ahead[0]) and not word.isupper()


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" \t\"'“”‘’")
    return not before or before[-1] in ".!?\n"


def _after_name(norm: str) -> bool:
    """Tell whether a small word goes on from a subject rather than being the noun of a phrase."""
    return finite(norm) or adverbial(norm) or norm in PREPOSITIONS | CONJUNCTIONS | RELATIVES or norm.endswith("s")


def _own(name: str) -> str:
    return re.sub(r"['’]s$", "", name.strip(" ."))

"""Bylines: who wrote the text, as names. An agency is no person, but where it stands alone it is the byline."""

import re

from firsthand.clean.calendars import is_month, is_weekday, word_set
from firsthand.data import is_agency, publisher_named

_LONGEST = 200
_NAME_WORDS = 5
_BY = re.compile(
    r"(?:(?:story|words|text|written|reported|report|analysis|opinion|posted|published|compiled)\s+)?"
    r"(?:by|von|par|por|di|door|av)\b:?[\s\u00a0]{1,3}|(?:author|authors|autor|auteur|reporter|correspondent)s?\s?:\s{0,3}",
    re.IGNORECASE,
)
_FROM = re.compile(r"from\s(?=[^\W\d_a-z])", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|/|\s-\s|–|—|\n)\s*|\s+(?:and|und|et|y|&)\s+", re.IGNORECASE)
# What follows a name on the same line and is none: a role, a place of work, a time.
_ROLE = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|staff|bureau|news|press|service|times|post|herald|tribune|journal|media|"
    r"network|contributor|columnist|special to|chief|desk|agency|agencies|producer|analyst|published|updated|posted|"
    r"email|follow|photograph\w*|minutes?|hours?|ago|am|pm|a\.m|p\.m|edt|est|gmt)\b|@|\d|https?:|www\.",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*\.?")
_PARTICLES = word_set("de la del van von der den di da dos bin al el le ter zu ibn bint")
_NOT_NAMES = word_set("the a an this that his her our your its their it he she they we you all no not")


def read(line: str) -> tuple[str, ...]:
    """Return the names in a byline, as written; empty where ``line`` is none.

    ``By Jane Roe and John Doe, Associated Press`` → both people; ``By Reuters`` → ``("Reuters",)``.
    """
    if len(line) > _LONGEST:
        return ()
    line = line.replace("*", "")  # Markdown's emphasis
    found = _BY.match(line)
    if found:
        return _names(line[found.end() :])
    inner = re.search(r"(?:^|[\s|—–-])(?:By|BY)\s{1,2}(?=[A-Z])", line)
    if inner and is_publisher(line[: inner.start()].strip(" —–-|")):
        return _names(line[inner.end() :])
    return _unsigned(line)


def is_publisher(words: str) -> bool:
    """Tell whether the gazetteers know ``words`` as an agency or outlet."""
    return bool(words) and (is_agency(words) or publisher_named(words) is not None)


def _names(rest: str) -> tuple[str, ...]:
    people, publishers = [], []
    for number, part in enumerate(_SPLIT.split(rest)):
        name = _without_time(part.strip(" .:\u00a0()"))
        if is_publisher(name):
            publishers.append(name)
        elif is_name(name):
            people.append(name)
        elif number == 0:
            return ()
        else:
            break
    return tuple(people or publishers[:1])


def _unsigned(line: str) -> tuple[str, ...]:
    """Read ``Jane Roe, Associated Press`` and a line that is an agency's name: bylines without "by"."""
    parts = [p.strip(" .\u00a0") for p in _SPLIT.split(line) if p and p.strip(" .\u00a0")]
    if len(parts) == 1 and is_agency(parts[0]):
        return (parts[0],)
    if not 2 <= len(parts) <= 6:
        return ()
    if len(parts[0].split()) > 1 and is_name(parts[0]) and all(_ROLE.search(p) and len(p) < 60 for p in parts[1:]):
        return (parts[0],)
    if not is_publisher(parts[-1]):
        return ()
    people = tuple(p for p in parts[:-1] if is_name(p) and not is_publisher(p) and len(p.split()) > 1)
    return people if len(people) == len(parts) - 1 else ()


def _without_time(part: str) -> str:
    """Cut what follows a name: ``Jane Roe July 16 at 9:04 AM`` → ``Jane Roe``."""
    words = part.split()
    kept: list[str] = []
    for word in words:
        if (
            any(c.isdigit() or c == "@" for c in word)
            or is_month(word)
            or word.casefold() in ("updated", "published", "on")
        ):
            break
        kept.append(word)
    return " ".join(kept)


def is_name(words: str) -> bool:
    """Tell whether ``words`` look like one person's name: few words, each with a capital, none of them a role."""
    parts = words.split()
    if not 1 <= len(parts) <= _NAME_WORDS or len(words) > 60 or _ROLE.search(words):
        return False
    if parts[0].casefold() in _NOT_NAMES or is_weekday(parts[0]):
        return False
    return all(p in _PARTICLES or (p[:1].isupper() and bool(_CAPITALISED.fullmatch(p))) for p in parts) and any(
        p[:1].isupper() for p in parts
    )

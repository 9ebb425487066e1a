"""Bylines: who wrote the text, as names. An agency is no person, but where it stands alone it is the byline."""

import re
from collections.abc import Sequence
from functools import lru_cache

from firsthand.clean import datelines, dates
from firsthand.clean.calendars import is_month, is_weekday, word_set
from firsthand.data import given_names, is_agency, publisher_named

_LONGEST = 200
_NAME_WORDS = 5
_MOST_PARTS = 12  # names, roles and places of one byline that are looked at
_PICTURES = r"(?:photo(?:s|graph\w*)?|pictures?|fotos?|images?|bilder|videos?|illustrations?|graphics?|grafik)"
_BY = re.compile(
    rf"(?:(?:story|words|text|written|reported|report|analysis|opinion|posted|published|compiled)\s+"
    rf"(?:(?:and|&)\s+{_PICTURES}\s+)?)?by\b:?[\s\u00a0]{{1,3}}"
    r"|(?P<abroad>(?:von|par|por|di|door|av|af)\b:?[\s\u00a0]{1,3})"
    r"|(?:author|authors|interview|autor|autorin|autoren|auteur|auteure|autore|автор|reporter|correspondent|words|"
    rf"(?:text|texte?|testo|texto|tekst)(?:\s(?:und|and|et|y|e|&)\s{_PICTURES})?)s?\s?:\s{{0,3}}",
    re.IGNORECASE,
)
_INNER_BY = re.compile(r"(?:^|[\s|—–-])(?:By|BY)\s{1,2}(?=[A-Z])")
_SPLIT = re.compile(
    r"\s*(?:,|;|\||•|·|/|\s-\s|–|—|\n)\s*(?:(?i:and|und|et|y|&)\s+)?|\s+(?:(?i:and|und|et)|y|e|og|och|en|&)\s+"
)
_MAY_PART = re.compile(r"[,;|•·/–—@&\n(]|\s(?:-|and|und|et|y|e|og|och|en)\s|https?:|www\.", re.IGNORECASE)
_CONTACT = re.compile(r"\(?(?:[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,3}|@\w{1,40})\)?|https?:\S+|www\.\S+")
_PICTURE_PART = re.compile(rf"(?<!^)[\s,;|/–—-]+{_PICTURES}\b.*$", re.IGNORECASE | re.DOTALL)
# What ties a name to a place, an outlet or a fellow on the same line, and what follows it is no name.
_BESIDE = re.compile(
    r"\s(?:in|at|with|avec|mit|con|com|for|für|pour|para|of the|of The|from|via|reporting|reports|special to|last)\s.*$"
    r"|\s(?:Special|SPECIAL)\s(?:to|TO)\s.*$|\s\(.*$|\s[Ll]ast\s.*$"
)
# What follows a name on the same line and is none: a role, a place of work, a time.
_ROLE = re.compile(
    r"\b(?:writers?|reporters?|editors?|correspondents?|staff|bureau|news|newsroom|press|service|times|post|"
    r"herald|tribune|journal|media|network|contributors?|columnists?|special to|chief|desk|agency|agencies|agenturen|"
    r"agences|agencias|producers?|analysts?|published|updated|posted|redaktion|rédaction|redacción|redazione|email|"
    r"follow|photograph\w*|minutes?|hours?|ago|am|pm|a\.m|p\.m|edt|est|gmt)\b|@|\d|https?:|www\.",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|staff|columnist|contributor|producer|bureau)s?\b", re.IGNORECASE
)
# Words that open a role behind a name without a comma: "Jane Roe Political Editor".
_OPENS_ROLE = word_set(
    "political politics business sports sport senior chief deputy health science education crime foreign national",
    "international technology tech economics environment religion legal city county state local managing associate",
    "assistant contributing freelance special digital multimedia investigative data transport diplomatic security",
    "europe asia africa world general features entertainment staff writer reporter editor correspondent columnist",
    "contributor producer bureau guest washington court home affairs",
)
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_QUOTED = ("—", "–")  # opens the line that signs a quoted message: "— Jane Roe (@janeroe) March 3, 2031"
_CAPITALISED = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*\.?")
_PARTICLES = word_set("de la del van von der den di da dos bin al el le ter zu ibn bint")
_NOT_NAMES = word_set("the a an this that his her our your its their it he she they we you all no not then now")
# Words that are in no name, wherever they stand; behind "by" they open or close phrases ("By Popular Demand").
_NEVER_NAMES = word_set(
    "it was were is are has had will would the these those when law contrast comparison numbers demand default design",
    "accident chance force request photo photos popular",
)
_BEHIND_NAMES = word_set("jr sr phd md ii iii")


@lru_cache(maxsize=8192)  # menus are alike on all pages of an outlet
def read(line: str) -> tuple[str, ...]:
    """Return the names in a byline, as written; empty where ``line`` is none.

    ``By Jane Roe and John Doe, Associated Press`` → both people; ``By Reuters`` → ``("Reuters",)``.
    """
    if len(line) > _LONGEST or line.rstrip().endswith(("!", "?")):
        return ()
    line = line.replace("*", "")  # Markdown's emphasis
    found = _BY.match(line)
    if found:
        return _names(line[found.end() :], abroad=bool(found["abroad"]))
    inner = _INNER_BY.search(line)
    if inner and _may_stand_before(line[: inner.start()].strip(" —–-|")):
        return _names(line[inner.end() :])
    return _unsigned(line)


def names(text: str) -> tuple[str, ...]:
    """Return the names in ``text`` that is known to be a byline, with or without words like "by"."""
    found = _BY.match(text) if len(text) <= _LONGEST else None
    return _names(text[found.end() if found else 0 :][:_LONGEST])


def bare_names(line: str) -> tuple[str, ...]:
    """Return the names in a line that is nothing but full names of people, told by their given names; else none."""
    parts = _parts(line) if len(line) <= _LONGEST and not line.rstrip().endswith((".", "!", "?")) else []
    return tuple(parts) if parts and all(map(_is_person, parts)) else ()


def is_publisher(words: str) -> bool:
    """Tell whether the gazetteers know ``words`` as an agency or outlet."""
    return bool(words) and (is_agency(words) or publisher_named(words) is not None)


def _may_stand_before(words: str) -> bool:
    return is_publisher(words) or dates.is_line(words)


def _parts(rest: str) -> list[str]:
    """Return what commas, bars and "and" part, without addresses and without who took the pictures."""
    text = _PICTURE_PART.sub("", _CONTACT.sub(" | ", rest))
    return [part.strip(" .:\u00a0") for part in _SPLIT.split(text) if part.strip(" .:\u00a0()")][:_MOST_PARTS]


def _names(rest: str, *, abroad: bool = False) -> tuple[str, ...]:
    people: list[str] = []
    publishers: list[str] = []
    for number, part in enumerate(_parts(rest)):
        whole = part.strip("()")
        name = whole if is_publisher(whole) else bare(part)
        if is_publisher(name):
            publishers.append(name)
        elif _is_signature(name, first=number == 0, abroad=abroad):
            people.append(name)
        elif number == 0:
            return ()
        elif people and " " not in people[0] and not _ROLE.search(part):
            return ()  # "By John, that was close"
        elif not _is_beside(part):
            break
    return tuple(people or publishers[:1])


def _is_signature(name: str, *, first: bool, abroad: bool) -> bool:
    if not is_name(name) or name.casefold() in _BEHIND_NAMES:
        return False
    if first:  # "von", "di", "par" open other phrases, and names
        return not abroad or (" " in name and name.split()[0] not in _PARTICLES)
    return " " in name or (name.capitalize() in given_names() and not datelines.is_known_place(name))


def _is_beside(part: str) -> bool:
    """Tell whether further names may follow a part that is none: a role, or what ends a name ("Jr.")."""
    return part.casefold().strip(" .") in _BEHIND_NAMES or (bool(_WRITER.search(part)) and len(part) < 60)


def bare(part: str) -> str:
    """Return a name without what follows it: ``Jane Roe July 16 at 9:04 AM``, ``Jane Roe in Paris``."""
    words = _BESIDE.sub("", part).strip(" .:()").split()
    for n, word in enumerate(words):
        dated = is_month(word) and any(c.isdigit() for c in "".join(words[n + 1 : n + 2]))
        if dated or any(c.isdigit() for c in word) or word.casefold() in ("updated", "published", "posted", "on"):
            words = words[:n]
            break
    end = next((n for n in range(2, len(words)) if _is_role(words[n:])), len(words))
    return " ".join(words[:end])


def _is_role(words: Sequence[str]) -> bool:
    """Tell whether words behind a name are a role or an employer: ``Political Editor``, ``AP Writer``, ``Reuters``."""
    text = " ".join(words)
    named = is_agency(text) and text.capitalize() not in given_names()
    if named or (len(words) > 1 and is_publisher(text)):
        return True
    opens = words[0].casefold() in _OPENS_ROLE or any(is_agency(" ".join(words[:n])) for n in (1, 2))
    return opens and bool(_WRITER.search(text))


def _unsigned(line: str) -> tuple[str, ...]:
    """Read ``Jane Roe, Associated Press`` and a line that is an agency's name: bylines without "by"."""
    if not (_MAY_PART.search(line) or _WRITER.search(line) or is_agency(line.strip(" .:()\u00a0").split(" in ")[0])):
        return ()  # most lines of a page: menus
    parts = _parts(line)
    if not 1 <= len(parts) <= 6 or _PICTURE_PART.search(line) or line.lstrip()[:1] in _QUOTED:
        return ()
    if is_agency(first := parts[0].strip("()").split(" in ")[0]):
        return (first,) if all(_is_place_or_time(part) for part in parts[1:]) else ()
    if len(parts) == 1:
        if not _WRITER.search(parts[0]):  # most lines of a page: menus
            return (parts[0],) if "@" in line and _CONTACT.search(line) and _is_person(parts[0]) else ()
        name = bare(parts[0])
        return (name,) if name != parts[0] and _is_person(name) and _WRITER.search(parts[0][len(name) :]) else ()
    dated = any(dates.is_line(part) or is_month(part.split()[0]) for part in parts)
    if _is_full(parts[0]) and all(_is_role_part(part) or (dated and len(part) == 4) for part in parts[1:]):
        return (parts[0],)
    if all(_is_in_place(part) for part in parts):
        return tuple(bare(part) for part in parts)
    if re.search(r"\s[/|]\sThe [A-Z]", line) and len(parts) == 2 and _is_person(parts[0]):
        return (parts[0],)
    people = [part for part in parts[:-1] if not is_publisher(part)]
    return tuple(people) if people and is_publisher(parts[-1]) and all(map(_is_full, people)) else ()


def _is_full(words: str) -> bool:
    return " " in words and is_name(words) and not is_publisher(words)


def _is_person(words: str) -> bool:
    return _is_full(words) and words.split()[0].capitalize() in given_names()


def _is_in_place(part: str) -> bool:
    """Tell whether a part is a name and where its bearer writes from: ``Jane Roe in Paris``."""
    name, _, place = part.partition(" in ")
    return _is_person(name) and datelines.is_known_place(place)


def _is_role_part(part: str) -> bool:
    timed = is_month(part.split()[0]) or dates.is_line(part) or bool(_CLOCK.search(part))
    return len(part) < 60 and (timed or bool(_ROLE.search(re.sub(r"\d", "", part))))


def _is_place_or_time(part: str) -> bool:
    return datelines.is_known_place(part) or dates.is_line(part) or (part.isdigit() and len(part) == 4)


def is_name(words: str) -> bool:
    """Tell whether ``words`` look like one person's name: few words, each with a capital, none of them a role."""
    parts = words.split()
    if not 1 <= len(parts) <= _NAME_WORDS or len(words) > 60 or _ROLE.search(words):
        return False
    if parts[0].casefold() in _NOT_NAMES or is_weekday(parts[0]):
        return False
    if not _NEVER_NAMES.isdisjoint(word.casefold() for word in parts):
        return False
    return all(p in _PARTICLES or (p[:1].isupper() and bool(_CAPITALISED.fullmatch(p))) for p in parts) and any(
        p[:1].isupper() for p in parts
    )

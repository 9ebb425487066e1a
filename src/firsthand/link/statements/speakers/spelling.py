"""One spelling over the corpus for each person and body that the stories tell apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.link.statements.speakers.bodies import key
from firsthand.link.statements.speakers.names import everywhere, parse
from firsthand.link.statements.speakers.story import Told
from firsthand.text import short_hash

ANONYMOUS = "anonymous"
# A quotation's story, article, its speaker's name there, and whom that means.
Line = tuple[str, str, str | None, "Who | None"]


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a quotation's speaker turned out to be: a person by the number in the story, else a key."""

    story: str
    person: int | None
    key: str


def speaker_id(name: str | None) -> str | None:
    """Return the id of a speaker by the one spelling of its name; None for an unnamed or unresolved one."""
    return None if name in (None, ANONYMOUS) else short_hash("speaker", key(name or ""))


def spelt(lines: Iterable[Line], stories: Mapping[str, Told]) -> dict[Who, str]:
    """Return the name of each: of all spellings that in most articles, then in most stories, then the longest.

    People of two stories are one by the spelling that stands for them there (``names.everywhere``), unless one story
    tells apart two who would be.
    """
    used: dict[Who, Counter[str]] = defaultdict(Counter)
    for story, _, name, who in set(lines):
        if who is not None:
            used[who].update([name] if name is not None and _stands(name, who, stories[story]) else [])
    able = {who: _able(who, names, stories[who.story]) for who, names in used.items()}
    here = {who: _best(able[who], used[who]) for who in used}
    keys = _keys(here)
    together: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    several: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for who, one in keys.items():
        together[one] += used[who]
        several[one].update(used[who] or able[who])
    names = {one: _best(several[one], together[one], several[one]) for one in several}
    taken = Counter((who.story, key(names[one])) for who, one in keys.items())
    alone = {who for who, one in keys.items() if taken[who.story, key(names[one])] < 2}
    return {who: names[one] if who in alone else max(able[who], key=len) for who, one in keys.items()}


def _stands(name: str, who: Who, told: Told) -> bool:
    """Tell whether a name can stand for someone: not a person's surname alone."""
    return who.person is None or name in told.people.spellings[who.person]


def _able(who: Who, used: Mapping[str, int], told: Told) -> list[str]:
    """Return the names that can stand for someone: full ones of a person, of a body what is no mere description."""
    if who.person is not None:
        return told.people.spellings[who.person]
    if who.key not in told.bodies.names:
        return sorted(used)
    names = {told.bodies.names[who.key], *(n for n in used if n != n.lower())}
    return sorted({n for n in names if not n.isupper()} or names)


def _best(able: Iterable[str], used: Mapping[str, int], several: Mapping[str, int] | None = None) -> str:
    """Return the name used most, then of most stories, then the longest, then in small letters, then by alphabet."""
    return min(able, key=lambda n: (-used.get(n, 0), -(several or {}).get(n, 0), -len(n), n != n.lower(), n))


def _keys(names: Mapping[Who, str]) -> dict[Who, tuple[str, ...]]:
    """Return for each the key that is the same in all stories."""
    loose = {who: _key(who, name) for who, name in names.items()}
    people = Counter((who.story, one) for who, one in loose.items() if who.person is not None)
    apart = {one for (_, one), count in people.items() if count > 1}
    return {who: ("=", *key(names[who]).split(" ")) if one in apart else one for who, one in loose.items()}


def _key(who: Who, name: str) -> tuple[str, ...]:
    return everywhere(parse(name)) if who.person is not None else tuple(key(name).split(" "))

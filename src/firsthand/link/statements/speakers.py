"""One spelling of each speaker over all articles, and who a bare surname or a title means within a story.

Two people are never one for a like surname: their given names must be spellings of one name. What a short form or a
title means is settled story by story, and only where it fits exactly one person there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.link.statements.names import name_words, same_name_key, spelling_key
from firsthand.model import Article, Quotation
from firsthand.text import short_hash, words

ANONYMOUS = "anonymous"

# Past so many people of one surname in a story nobody can tell which is meant: bounds the search.
NAMESAKES = 50
_LOOK_BACK = 80
_TITLE_BEFORE = re.compile(r"(?:\b(?:[A-Z][\w'’.-]{0,30}|of|for|and) ){1,7}$")
# Words that tell nobody apart: "the top diplomat" is the diplomat.
_NO_TITLE = frozenset({"the", "a", "an", "of", "for", "and", "top", "senior"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation's speaker as annotation left it. ``mention`` is the words beside the cue, ``title`` what stands
    before the name there.
    """

    quotation: str
    article: str
    story: str
    speaker: str | None
    mention: frozenset[str]
    title: frozenset[str]


def spoken(quotation: Quotation, article: Article, story: str) -> Spoken:
    """Return what a quotation says of its speaker."""
    mention, title = "", ""
    if quotation.speaker_start is not None and quotation.speaker_end is not None:
        mention = article.text[quotation.speaker_start : quotation.speaker_end]
        title = _title(article.text, quotation.speaker_start, mention, quotation.speaker)
    return Spoken(
        quotation.id,
        article.id,
        story,
        quotation.speaker,
        frozenset(words(mention)) - _NO_TITLE,
        frozenset(words(title)) - _NO_TITLE,
    )


def speaker_id(name: str | None) -> str | None:
    """Return the id of a speaker by the one spelling of its name; None for an unnamed or unresolved one."""
    return None if name in (None, ANONYMOUS) else short_hash("speaker", " ".join(name_words(name or "")))


def one_spelling(said: Sequence[Spoken], named: Mapping[str, Iterable[str]]) -> dict[str, str | None]:
    """Return for each quotation's id its speaker in the corpus's one spelling, "anonymous", or None.

    ``named`` holds for each story the full names of the people its articles mention, who may be meant by a short form
    though they are quoted nowhere in full.
    """
    stories = _full_names(said, named)
    people = _People()
    for names in stories.values():
        people.add_story(names)
    by_surname = {story: _by_surname(names) for story, names in stories.items()}
    known: dict[tuple[str, str | None], str | None] = {}
    for s in said:
        if (s.story, s.speaker) not in known:
            known[s.story, s.speaker] = _meant(s.speaker, by_surname.get(s.story, {}), people)
    meant = {s.quotation: known[s.story, s.speaker] for s in said}
    titles = _titles(said, meant)
    for s in said:
        if meant[s.quotation] is None or _is_nominal(s.speaker):
            meant[s.quotation] = _by_title(s, titles.get(s.story, {})) or meant[s.quotation]
    spellings = _spellings(said, meant, people, named)
    return {s.quotation: _spelt(s, meant[s.quotation], spellings) for s in said}


class _People:
    """Name keys joined where they spell one person's name."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._by_key: dict[tuple[str, ...], str] = {}

    def add_story(self, names: Iterable[str]) -> None:
        """Take in the full names of a story: one given name everywhere, like romanisations within the story."""
        here: dict[tuple[str, ...], str] = {}
        for name in sorted(names):
            self._join(name, self._by_key.setdefault(same_name_key(name), name))
            self._join(name, here.setdefault(spelling_key(name), name))

    def root(self, name: str) -> str:
        """Return the key that stands for all spellings of a person."""
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def _join(self, a: str, b: str) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low
        self._parent.setdefault(low, low)


def _full_names(said: Iterable[Spoken], named: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return for each story the keys of all names of two words and more."""
    out: dict[str, set[str]] = defaultdict(set)
    for story, name in [(s.story, s.speaker) for s in said] + [(k, n) for k, v in named.items() for n in v]:
        parts = name_words(name or "")
        if len(parts) > 1 and "and" not in parts:
            out[story].add(" ".join(parts))
    return {story: frozenset(names) for story, names in out.items()}


def _by_surname(names: Iterable[str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        out[name.rpartition(" ")[2]].append(name)
    return out


def _meant(speaker: str | None, names: Mapping[str, list[str]], people: _People) -> str | None:
    """Return the key of the speaker: of the one full name of the story that its name shortens, else of the name."""
    if speaker is None or speaker == ANONYMOUS:
        return speaker
    parts = name_words(speaker)
    able = names.get(parts[-1], []) if parts else []
    longer = {people.root(name) for name in able[:NAMESAKES] if _shortens(parts, name.split(" "))}
    return longer.pop() if len(longer) == 1 else people.root(" ".join(parts))


def _shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether ``short`` is the surname, or the surname and some given names or initials, of ``full``."""
    if not short or short[-1] != full[-1] or len(short) > len(full) or list(short) == list(full):
        return False
    given = list(full[:-1])
    return all(g in given or (len(g) == 1 and any(x.startswith(g) for x in given)) for g in short[:-1])


def _titles(said: Iterable[Spoken], meant: Mapping[str, str | None]) -> dict[str, dict[str, set[str]]]:
    """Return for each story who bears which title words."""
    out: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for s in said:
        person = meant[s.quotation]
        if person is not None and person != ANONYMOUS and s.title:
            out[s.story][person] |= s.title
    return out


def _by_title(s: Spoken, titles: Mapping[str, set[str]]) -> str | None:
    """Return whom a title means ("the foreign minister"): the one of the story with all its words in theirs."""
    wanted = s.mention if s.speaker is None else frozenset(words(s.speaker)) - _NO_TITLE
    able = [person for person, title in titles.items() if wanted and wanted <= title]
    return able[0] if len(able) == 1 else None


def _is_nominal(name: str | None) -> bool:
    return name is not None and name != ANONYMOUS and name == name.lower() and name.isascii()


def _spellings(
    said: Iterable[Spoken], meant: Mapping[str, str | None], people: _People, named: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """Return the spelling of each key: in most articles, then in most stories, then the longest, then by alphabet."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    pairs = {(s.article, s.story, s.speaker) for s in said if s.speaker is not None}
    stories: dict[str, set[str]] = defaultdict(set)
    full = {person for person in meant.values() if person is not None and " " in person}
    for _, story, name in pairs:
        key = people.root(" ".join(name_words(name)))
        seen[key][name] += 1
        stories[name].add(story)
    for name in sorted({n for names in named.values() for n in names}):
        key = people.root(" ".join(name_words(name)))
        if key in full and key not in seen:
            seen[key][name] = 0
    return {
        key: min(names, key=lambda n, c=names: (-c[n], -len(stories[n]), -len(n), n))  # type: ignore[misc]
        for key, names in seen.items()
    }


def _spelt(s: Spoken, person: str | None, spellings: Mapping[str, str]) -> str | None:
    return person if person in (None, ANONYMOUS) else spellings.get(person or "", s.speaker)


def _title(text: str, start: int, mention: str, name: str | None) -> str:
    """Return the words before the surname's owner's name: within the mention, else right before it."""
    if set(words(mention)).isdisjoint(words(name or "")):
        return ""
    first = (name or "").split(" ")[0]
    inside = mention.partition(first)[0] if first and first in mention else ""
    if inside.strip():
        return inside
    before = _TITLE_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    return before.group() if before and name is not None else ""

"""Speakers: from the words beside a cue to the name that the article gives them.

A name stands for itself, a surname for the person last named by it, "the foreign minister" for the person so
described, "he" for whoever the text is about. Officials and sources without a name are ``anonymous``; a group that the
text describes ("Syrian opposition sources") is named by those words. What cannot be told stays None.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.annotate import gazetteer
from firsthand.annotate.grammar import DETERMINERS, FOREIGN_PRONOUNS, NOUN_LINKS, word_set
from firsthand.annotate.names import VESSELS, Entity, Named
from firsthand.annotate.quotations.draft import Draft, Follows
from firsthand.annotate.tokens import Token, tokenize
from firsthand.model import Span
from firsthand.text import plain, squeeze

ANONYMOUS = "anonymous"
_NEAR = 600  # characters before "the company" in which the company that it means is looked for first (ours)
_NAMELESS = word_set(
    "official officials source sources insider insiders aide aides diplomat diplomats person people someone "
    "somebody whistleblower whistleblowers"
)
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "girl", "boy")
_AFTER_NOUN = word_set("familiar close briefed involved present knowledgeable aware near privy")
_ONES = word_set("one another two three four several some many both most neither")
_OF_WHOM = word_set("them these those us whom")
# Bodies of all sorts that a company may be called by; "the company" is the one company that the text has named.
_FIRMS = word_set(
    "company firm corporation manufacturer maker operator carrier airline retailer automaker bank group publisher "
    "developer utility"
)
_NO_FIRMS = word_set(
    "ministry department office board commission council court union party police agency authority committee "
    "parliament senate congress house government university association service army navy force news post times "
    "herald tribune courier gazette studio radio television tv panel institute school hospital bureau"
)
_SINGULAR = word_set("a an one another")
_ARTICLES = word_set("the a an some these those")
_WHERE = word_set("at in on with from behind to who")
_HE, _SHE = (
    {english, other} | {k for k, v in FOREIGN_PRONOUNS.items() if v == english}
    for english, other in (("he", "him"), ("she", "her"))
)
_POSSESSIVES = word_set("his her their its our my your 's ’")
_INDEFINITE = word_set("a an one another some several two three four five many any other others most few")
_SELF_NAMED = word_set(
    "police prosecutors authorities investigators officials residents neighbors neighbours witnesses critics "
    "experts analysts"
)
_DOCUMENTS = word_set(
    "report complaint affidavit lawsuit indictment study poll survey documents document records filing filings "
    "reports warrant autopsy memo audit account accounts"
)
# Roles that stand for each other: "the top diplomat" is a foreign minister, "the lawmaker" a senator.
_SYNONYMS = {
    "diplomat": {"minister", "ambassador", "envoy", "secretary"},
    "leader": {"president", "premier", "chancellor", "chairman", "king", "minister", "chief"},
    "lawmaker": {"senator", "representative", "congressman", "congresswoman", "deputy", "sen.", "rep."},
    "legislator": {"senator", "representative", "sen.", "rep."},
    "premier": {"minister", "prime"},
    "spokesperson": {"spokesman", "spokeswoman"},
    "official": {"minister", "secretary", "director", "chief", "spokesman", "spokeswoman", "commissioner", "sheriff"},
    "officer": {"sergeant", "detective", "captain", "lieutenant", "sgt.", "lt.", "det.", "capt.", "chief"},
    "senator": {"sen."},
    "congressman": {"rep.", "representative"},
    "congresswoman": {"rep.", "representative"},
    "governor": {"gov."},
    "general": {"gen."},
    "politician": {"senator", "minister", "governor", "mayor", "sen.", "rep.", "gov.", "president"},
    "executive": {"ceo", "chief", "director"},
}


@dataclass(frozen=True, slots=True)
class _Focus:
    """Someone whom the text is about from ``at`` on."""

    at: int
    entity: Entity


class Resolver:
    """Resolves the speakers of one article's drafts, in text order."""

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self.text = text
        self.named = named
        self._starts = [n.start for n in named]
        self._people = list({id(n.entity): n.entity for n in named if n.entity.kind == "person"}.values())
        self._focus: list[_Focus] = [_Focus(n.start, n.entity) for n in named if n.leads and n.entity.kind == "person"]
        self._spoken: list[_Focus] = []
        self._last: str | None = None
        self._small: dict[str, bool] = {}
        self._anonymous = False  # whether somebody without a name has spoken
        self._bodies: dict[str, str] = {}  # groups and documents that have spoken, by their head word

    def resolve(self, draft: Draft) -> str | None:
        """Return the speaker's name, ``"anonymous"``, or None; call once for each draft, in order."""
        if draft.follows is not Follows.NOTHING:
            return self._last
        name = None if draft.speaker is None else self._mention(draft.speaker)
        self._last = name
        return name

    def _mention(self, span: Span) -> str | None:
        row = tokenize(self.text, span.start, span.end)
        while row and row[0].norm in ("the", "both", "and", "but", "that"):
            row = row[1:]
        if not row:
            return None
        if (
            len(row) == 1
            and row[0].text != "WHO"
            and (pronoun := row[0].norm)
            in _HE
            | _SHE
            | {
                "they",
                "it",
                "i",
                "we",
                "you",
                "who",
                "that",
                "this",
            }
        ):
            return self._pronoun(pronoun, span.start)
        head = _head(row)
        if (several := self._several(row)) is not None:
            return several
        if (entity := self._headed(row, head)) is not None:
            return self._speak(entity, span)
        return self._nominal(span, row, head)

    def _speak(self, entity: Entity, span: Span) -> str:
        self._spoken.append(_Focus(span.start, entity))
        return _shown(entity.name)

    # Names.

    def _headed(self, row: Sequence[Token], head: int) -> Entity | None:
        """Return the name that is the phrase's head: "press secretary Mara Quill", not "a lawyer for Mara Quill"."""
        found = self._within(row[0].start, row[-1].end)
        if not found or found[-1].entity.kind == "place":
            return None
        at_head = [n for n in found if n.end == row[head].end or (n.start == row[0].start and n.end >= row[head].end)]
        if not at_head and self._posted(row, head, found[-1]):
            at_head = found[-1:]
        return at_head[-1].entity if at_head and at_head[-1].entity.kind != "place" else None

    def _posted(self, row: Sequence[Token], head: int, last: Named) -> bool:
        """Whether a name ends a title with a place in it: "Ambassador to Norvania Ada Quell"."""
        between = [t for t in row[head + 1 :] if t.end <= last.start]
        return last.end == row[-1].end and gazetteer.role(row[head].norm) and len(between) > 1 and between[-1].capital

    def _within(self, start: int, end: int) -> list[Named]:
        i = bisect_left(self._starts, start)
        out: list[Named] = []
        while i < len(self.named) and self.named[i].start < end:
            out.append(self.named[i])
            i += 1
        return out

    def _several(self, row: Sequence[Token]) -> str | None:
        """Name two people who speak together."""
        found = [n for n in self._within(row[0].start, row[-1].end) if n.entity.kind != "place"]
        if len(found) < 2 or found[-1].end != row[-1].end:
            return None
        if not any(t.norm == "and" and found[-2].end <= t.start and t.end <= found[-1].start for t in row):
            return None
        people = dict.fromkeys(_shown(n.entity.name) for n in found)
        return " and ".join(people)

    # Pronouns.

    def _pronoun(self, pronoun: str, at: int) -> str | None:
        if pronoun not in _HE | _SHE:
            return None
        wanted = "m" if pronoun in _HE else "f"
        spoken = next((f for f in reversed(self._spoken) if _can_be(f.entity, wanted)), None)
        i = bisect_left(self._focus, at, key=lambda f: f.at) - 1
        while i >= 0 and not _can_be(self._focus[i].entity, wanted):
            i -= 1
        about = self._focus[i] if i >= 0 else None
        chosen = max((f for f in (spoken, about) if f is not None), key=lambda f: f.at, default=None)
        if chosen is None:
            return None
        self._spoken.append(_Focus(at, chosen.entity))
        return _shown(chosen.entity.name)

    # Descriptions.

    def _nominal(self, span: Span, row: Sequence[Token], head: int) -> str | None:
        """Resolve a description: nameless, a document, one person of a role, or a group or body by its own words."""
        word, first = row[head].norm, row[0].norm
        if word in _ONES and len(row) > head + 2 and row[head + 1].norm == "of" and row[head + 2].norm in _OF_WHOM:
            return self._nameless()
        if word in _FIRMS and head == 0 and len(row) == 1:
            return self._firm(span.start)
        if (
            word in _NAMELESS
            and not self._described(row, head)
            and not (word == "diplomat" and first not in _INDEFINITE)
        ):
            return self._nameless()
        if word in _DOCUMENTS:
            return self._earlier(word) if len(row) == 1 else self._own_words(row)
        if first in _SINGULAR and _personal(word):
            return self._nameless()
        if gazetteer.role(word) or word in _SYNONYMS:
            return self._of_role(span, row, head)
        if _plural(word) or word in _SELF_NAMED or gazetteer.organisation_head(word) or row[head].capital:
            if first in ("his", "her", "their", "its", "our", "my"):
                return None
            lone = len(row) == 1 and gazetteer.organisation_head(word) and word not in _SELF_NAMED
            return self._earlier(word) if lone else self._own_words(row)
        if self._named_thing(row, head):
            return self._own_words(row)
        return None

    def _named_thing(self, row: Sequence[Token], head: int) -> bool:
        """Whether a body is named by a proper name and a common noun: "the Brennholm yard"."""
        named = all(t.capital for t in row[:head]) and head > 0 and head == len(row) - 1
        people = any(n.entity.kind == "person" for n in self._within(row[0].start, row[-1].end))
        return named and not people and not _personal(row[head].norm) and row[head].norm not in VESSELS

    def _firm(self, at: int) -> str | None:
        """Return the company that "the company" goes back to: the only one named so far, or in the last sentences."""
        before = self.named[: bisect_left(self._starts, at)]
        firms = [n for n in before if _can_be_firm(n.entity)]
        near = [n for n in firms if n.start > at - _NEAR] or firms
        names = {n.entity.name for n in near}
        return _shown(names.pop()) if len(names) == 1 else None

    def _of_role(self, span: Span, row: Sequence[Token], head: int) -> str | None:
        word = row[head].norm
        if row[0].norm in _INDEFINITE and not _plural(word):
            return self._nameless()
        if word in _NAMELESS and self._anonymous:
            return ANONYMOUS  # "the official" after "a senior official"
        person = None if row[0].norm in _INDEFINITE else self._person(span, row, head)
        return self._own_words(row) if person is None and _plural(word) else person

    def _nameless(self) -> str:
        self._anonymous = True
        return ANONYMOUS

    def _earlier(self, word: str) -> str | None:
        """Return the document or body that "the report" or "the ministry" goes back to, if one was so named."""
        if word in self._bodies:
            return self._bodies[word]
        fits = {
            n.entity.name for n in self.named if n.entity.kind == "organisation" and plain(n.entity.words[-1]) == word
        }
        return _shown(fits.pop()) if len(fits) == 1 else None

    def _described(self, row: Sequence[Token], head: int) -> bool:
        """Whether a plural group is told apart by words of its own: "Syrian opposition sources"."""
        if not _plural(row[head].norm):
            return not any(row[i].norm in _INDEFINITE for i in range(head)) and gazetteer.role(row[head].norm)
        return any(t.norm not in DETERMINERS | {"senior", "anonymous", "unnamed"} and t.word for t in row[:head])

    def _person(self, span: Span, row: Sequence[Token], head: int) -> str | None:
        """Return the person whom a definite description fits: by role, then by country, then the last one named."""
        words = [t.norm for t in row]
        wanted = {words[head]} | _SYNONYMS.get(words[head], set())
        countries = {c for t in row if (c := gazetteer.country(t.text)) is not None}
        fits = [
            e
            for e in self._people
            if (words[head] in e.roles and not (countries and e.countries and not countries & e.countries))
            or (wanted & e.roles and (not countries or countries & e.countries))
        ]
        exact = [e for e in fits if {w for w in words[:head] if gazetteer.office(w)} <= e.roles] or fits
        chosen = self._most_recent(exact, span.start)
        if chosen is None and self._spoken and not gazetteer.common_role(words[head]):
            only = {id(f.entity) for f in self._spoken}
            if len(only) == 1 and _is_person(self._spoken[-1].entity) and not self._spoken[-1].entity.roles:
                chosen = self._spoken[-1].entity
        return None if chosen is None else self._speak(chosen, span)

    def _most_recent(self, entities: Sequence[Entity], at: int) -> Entity | None:
        if len(entities) < 2:
            return entities[0] if entities else None
        keys = {id(e) for e in entities}
        for focus in reversed(self._spoken):
            if id(focus.entity) in keys:
                return focus.entity
        i = bisect_left(self._starts, at) - 1
        while i >= 0 and id(self.named[i].entity) not in keys:
            i -= 1
        return self.named[i].entity if i >= 0 else None

    def _body(self, words: str) -> str | None:
        """Return the one organisation whose name ends in these words, as "the sheriff's office" may."""
        ending = " " + plain(words)
        names = {n.entity.name for n in self.named if n.entity.kind == "organisation" and n.entity.key.endswith(ending)}
        return _shown(names.pop()) if len(names) == 1 and " " in words else None

    def _common(self, norm: str) -> bool:
        """Whether the article writes a word small elsewhere, so that its capital is only its sentence's."""
        if norm not in self._small:
            self._small[norm] = f" {norm} " in self.text
        return self._small[norm]

    def _own_words(self, row: Sequence[Token]) -> str | None:
        """Return a description as a name: no article, no place or company after it, "police" for "Police"."""
        first = next((i for i, t in enumerate(row) if t.norm not in _ARTICLES), len(row))
        last = next((i for i, t in enumerate(row) if i > first and t.norm in _WHERE), len(row)) - 1
        if first > last:
            return None
        words = squeeze(self.text[row[first].start : row[last].end])
        if (body := self._body(words)) is not None:
            return body
        self._bodies[row[last].norm] = words
        common = words[:1].isupper() and (row[first].norm in _SELF_NAMED or self._common(row[first].norm))
        return words[0].lower() + words[1:] if common else words


def _head(row: Sequence[Token]) -> int:
    """Return the head of a noun phrase: its last word before "of", "for", "in" or "familiar with"."""
    for i, token in enumerate(row):
        if i and token.norm in NOUN_LINKS | {"who", "that", "which", ","}:
            return i - 2 if i > 1 and row[i - 1].norm in _AFTER_NOUN else i - 1
    return len(row) - 1


def _personal(norm: str) -> bool:
    """Tell whether a noun is one for a person, by the role nouns or by its ending."""
    return gazetteer.role(norm) or norm in _NAMELESS or norm.endswith(_PERSON_ENDINGS)


def _plural(norm: str) -> bool:
    return (norm.endswith("s") and not norm.endswith(("ss", "us", "is"))) or norm in ("police", "people")


def _is_person(entity: Entity) -> bool:
    return entity.kind == "person"


def _can_be_firm(entity: Entity) -> bool:
    if entity.kind != "organisation" or gazetteer.publisher(entity.name) or gazetteer.organisation(entity.name):
        return False
    return not {plain(w) for w in entity.words} & _NO_FIRMS


def _can_be(entity: Entity, gender: str) -> bool:
    return entity.kind == "person" and entity.gender in (None, gender)


def _shown(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)

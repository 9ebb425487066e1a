"""Descriptions: "the mayor", "a senior official", "the company", "the 54-year-old", "Norvanian opposition sources".

A description means the person, body or group that the text so describes; one of somebody without a name is
``anonymous``; a group or a document is called by its own words. What may mean somebody who is named elsewhere, and
cannot be told, is a figure without a name: it stays unresolved.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile

from firsthand.annotate import appositions, gazetteer
from firsthand.annotate.grammar import DETERMINERS, finite, word_set
from firsthand.annotate.names import KIN, VESSELS, Entity, Named
from firsthand.annotate.speakers import lexicon
from firsthand.annotate.speakers.bodies import Bodies, is_body, is_outlet, may_be_firm
from firsthand.annotate.speakers.discourse import Discourse
from firsthand.annotate.speakers.figures import Figure, unnamed
from firsthand.annotate.speakers.lexicon import ANONYMOUS, personal, plural
from firsthand.annotate.speakers.mention import Mention
from firsthand.annotate.speakers.people import People
from firsthand.annotate.speakers.salience import best
from firsthand.annotate.tokens import Token, tokenize
from firsthand.text import squeeze

# Who somebody's own people are: without a name beside them they have none in the text.
_RELATED = (
    KIN
    | lexicon.NAMELESS
    | word_set(
        "ex-wife ex-husband fiance fiancee attorney lawyer solicitor spokesman spokeswoman spokesperson representative "
        "agent adviser advisor friend friends neighbor neighbour colleague colleagues captain landlord boyfriend "
        "girlfriend partner parents family relatives uncle aunt lawyers attorneys advisers allies supporters sons "
        "daughters brothers sisters"
    )
)

_SOME = lexicon.INDEFINITE | word_set("senior anonymous unnamed unidentified undisclosed top high-ranking high-level")
_LONGEST_RANK = 13  # characters before "officials" in which such a word stands
_AFTER = frozenset(",)—–")
_LONGEST_APPOSITION = 60  # characters after a description in which its bearer's name ends
_CLOSE = 2  # sentences in which "the company" or "the agency" is looked for first
_LONGEST_NAME = 4  # words
_UNSURE_FIRM = 9  # likewise, of a name that nothing else tells to be a company's
_FIRM = 15  # points that the company of the last sentences asks for: that it was their subject, and alone (ours)


class Descriptions:
    """Resolves the descriptions of one article."""

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self.text = text
        self.people = People(text, named)
        self.bodies = Bodies(named)
        self.discourse = Discourse(text, named, self.opening)
        self._introduced: dict[str, Figure] = {}  # figures without a name, by their noun

    def opening(self, mention: Mention) -> Figure | None:
        """Return whom a description means that opens a sentence without speaking."""
        noun = mention.noun
        if (name := self.name_beside(mention)) is not None:
            return self.by_name(name, mention)
        known = gazetteer.organisation_head(noun) or noun in lexicon.FIRMS | lexicon.DOCUMENTS | lexicon.SOLE_BODIES
        return self.figure(mention) if known or personal(noun.removesuffix("s")) else None

    def figure(self, mention: Mention) -> Figure | None:
        """Return whom a description means; None where its words tell nothing at all."""
        for read in self._readers():
            if (found := read(mention)) is not None:
                return found
        return None

    def _readers(self) -> tuple[Callable[[Mention], Figure | None], ...]:
        return (
            self._some,
            self._aged,
            self._name,
            self._firm,
            self._generic,
            self._nameless,
            self._document,
            self._person,
            self._group,
            self._thing,
        )

    def name_beside(self, mention: Mention) -> str | None:
        """Return a name that stands after its description but is not known as one: "the pollster, Abe Holm,", "his
        wife, Una,".
        """
        if not personal(mention.noun):
            return None
        after = tokenize(self.text, mention.row[mention.head].end, mention.end + _LONGEST_APPOSITION)
        name = list(takewhile(lambda t: t.word, after[1:]))
        closed = len(after) > len(name) + 1 and after[len(name) + 1].text in _AFTER
        named = appositions.all_name(name) or (len(name) == 1 and name[0].capital and mention.noun in KIN)
        if not (after and after[0].text == "," and closed and named):
            return None
        return self.text[name[0].start : name[-1].end]

    def by_name(self, name: str, mention: Mention) -> Figure:
        """Return a person by a name that only stands beside its description."""
        found = unnamed(mention.row, mention.head, name)
        found.kind = "person"
        earlier = self._introduced.get(name)
        if earlier is None:
            self._introduced[name] = found
        return earlier or found

    def _some(self, mention: Mention) -> Figure | None:
        """Read "one of them", "several", "nobody"."""
        row, head = mention.row, mention.head
        of = len(row) > head + 2 and row[head + 1].norm == "of"
        known = of and row[head + 2].norm in lexicon.OF_WHOM
        told = head == 0 and (mention.noun in lexicon.ANYBODY or (mention.noun in lexicon.ONES and len(row) == 1))
        share = mention.noun in lexicon.SHARES or (row[0].text.isdigit() and any(t.norm == "cent" for t in row[:3]))
        counted = told or share or (known and mention.noun in lexicon.ONES)
        return self._named_nowhere(mention) if counted else None

    def _aged(self, mention: Mention) -> Figure | None:
        """Read "the 54-year-old"."""
        if mention.age is None or len(mention.row) > 3:
            return None
        entity = self.people.of_age(mention.age)
        if entity is not None:
            return self.discourse.cast.figure(entity)
        near = self.discourse.rated(mention.start, lambda f: f.kind == "person" and f.entity is not None)
        return best(near) or self._unknown(mention)

    def _name(self, mention: Mention) -> Figure | None:
        """Read a name that is not known as one: capitals, no role, not written small elsewhere."""
        row, head = mention.row, mention.row[mention.head]
        roles = {t.norm for t in row if gazetteer.role(t.norm) or t.norm in lexicon.SELF_NAMED | lexicon.NAMELESS}
        lone = len(row) == 1 and (self._common(head) or plural(head.norm))
        small = head.norm in roles or not head.capital or lone
        if small or row[0].norm in lexicon.INDEFINITE | lexicon.POSSESSIVES:
            return None
        own = self._by_own_words(mention)
        body = mention.definite or gazetteer.organisation_head(head.norm) or len(row) > _LONGEST_NAME
        if own is None or own.entity is not None or own.shown is None or body:
            return own
        return self.discourse.cast.unsure(own.shown)

    def _firm(self, mention: Mention) -> Figure | None:
        """Read "the company"."""
        if mention.noun not in lexicon.FIRMS or len(mention.row) > 1:
            return None
        at = mention.start
        near = self.discourse.rated(at, may_be_firm, near=_CLOSE)
        if near and near[0].score >= (_UNSURE_FIRM if near[0].figure.entity is None else _FIRM):
            return near[0].figure
        entity = self.bodies.with_noun(mention.noun, at) or self.bodies.firm(at)
        return self.discourse.cast.figure(entity) if entity else self._unknown(mention)

    def _generic(self, mention: Mention) -> Figure | None:
        """Read "the agency", "the newspaper": the one body of its sort that the last sentences have named."""
        outlet = mention.noun in lexicon.OUTLETS
        if len(mention.row) > 1 or not (outlet or mention.noun in lexicon.GENERIC_BODIES):
            return None
        entity = self.bodies.with_noun(mention.noun, mention.start)
        if entity is not None:
            return self.discourse.cast.figure(entity)
        near = self.discourse.rated(mention.start, is_outlet if outlet else is_body, near=_CLOSE)
        return near[0].figure if len(near) == 1 else self._unknown(mention)

    def _nameless(self, mention: Mention) -> Figure | None:
        """Read "a senior official", "sources", "an aide": there is somebody, and no name."""
        word, row = mention.noun, mention.row
        if word not in lexicon.NAMELESS or self._described(mention):
            return None
        if word == "officials" and mention.definite and word in self._introduced:
            return self._introduced[word]
        if word == "officials" and not mention.definite and not self._certain(mention):
            return None  # in general they are a group, as police are
        if word == "diplomat" and mention.first not in lexicon.INDEFINITE:
            return None
        return self._named_nowhere(mention) if row else None

    def _certain(self, mention: Mention) -> bool:
        """Whether a text speaks of certain officials whom it leaves unnamed: it counts them or tells their rank."""
        before = tokenize(self.text, max(0, mention.start - _LONGEST_RANK), mention.start)[-1:]
        return any(t.norm in _SOME for t in (*before, *mention.row))

    def _document(self, mention: Mention) -> Figure | None:
        if mention.noun not in lexicon.DOCUMENTS:
            return None
        earlier = self._introduced.get(mention.noun)
        return earlier if earlier is not None and mention.definite else self._by_own_words(mention)

    def _person(self, mention: Mention) -> Figure | None:
        """Read a description of one person, or of people."""
        noun, first = mention.noun, mention.first
        if not (personal(noun) or noun in lexicon.SYNONYMS) or noun in lexicon.SELF_NAMED:
            return None
        many = plural(noun)
        if first in lexicon.INDEFINITE and not many:
            return self._named_nowhere(mention)
        if many and not gazetteer.role(noun):
            return None
        owned = first in lexicon.POSSESSIVES or any(t.norm in ("'s", "’") for t in mention.row[: mention.head])
        earlier = None if owned else self._introduced.get(noun)
        fits = [] if first in lexicon.INDEFINITE else self.people.of_role(mention)
        chosen = self._latest(fits, mention.start)
        found = None if chosen is None else self.discourse.cast.figure(chosen)
        if owned and noun in _RELATED - KIN and found is not None and not self._near(found, mention.start):
            found = None  # "his lawyer" is not any lawyer whom the text has named
        if found is not None and first in lexicon.POSSESSIVES and found is self.discourse.acting(mention.start):
            found = None  # "Rita Sand said her client had left": the client is not Sand
        brought_in = None if earlier is None else earlier.shown
        nameless = brought_in == ANONYMOUS or (brought_in is not None and not many)
        if earlier is not None and nameless and not self._later(found, earlier, mention.start):
            return earlier  # "the official" after "a senior official"
        if found is not None:
            return found
        if owned and noun in _RELATED:
            return self._of_somebody(mention) if self._owner_named(mention) else self._named_nowhere(mention)
        return self._by_own_words(mention) if many else self._unknown(mention)

    def _owner_named(self, mention: Mention) -> bool:
        """Whether one person is told by whose they are: "Brand's lawyer", not "one of Brand's lawyers"."""
        owners = [i for i, t in enumerate(mention.row) if t.norm == "'s"]
        named = bool(owners) and owners[0] > 0 and all(t.capital for t in mention.row[: owners[0]])
        return named and not plural(mention.noun)

    def _of_somebody(self, mention: Mention) -> Figure | None:
        """Return the figure of "Brand's lawyer", who has no name in the text; the same at every mention."""
        earlier = self._introduced.get(mention.noun)
        if earlier is not None and earlier.shown == self._own_words(mention.row):
            return earlier
        return self._by_own_words(mention)

    def _latest(self, fits: Sequence[Entity], at: int) -> Entity | None:
        """Return the one who spoke last of those who fit, else whom the text named last."""
        if len(fits) < 2:
            return fits[0] if fits else None
        keys = {id(e) for e in fits}
        touched = [t for t in self.discourse.before(at) if id(t.figure.entity) in keys]
        said = [t for t in touched if t.spoke] or touched
        return said[-1].figure.entity if said else None

    def _near(self, figure: Figure, at: int) -> bool:
        """Whether a figure was touched in the last sentences."""
        return bool(self.discourse.rated(at, lambda f: f is figure, near=_CLOSE))

    def _later(self, figure: Figure | None, other: Figure, at: int) -> bool:
        """Whether the first of two figures was touched after the other."""
        both = (t.figure for t in reversed(self.discourse.before(at)) if t.figure is figure or t.figure is other)
        return figure is not None and next(both, None) is figure

    def _group(self, mention: Mention) -> Figure | None:
        """Read a group or a body: "police", "the ministry", "Norvanian opposition sources"."""
        noun, row = mention.noun, mention.row
        head = row[mention.head]
        grouped = plural(noun) or noun in lexicon.SELF_NAMED or gazetteer.organisation_head(noun) or head.capital
        if not (grouped or noun in lexicon.SOLE_BODIES or noun in lexicon.FIRMS or self._named_thing(mention)):
            return None
        if mention.first in lexicon.POSSESSIVES:
            return self._named_nowhere(mention) if noun in _RELATED else self._unknown(mention)
        lone = len(row) == 1 and (gazetteer.organisation_head(noun) or noun in lexicon.SOLE_BODIES)
        if not lone or noun in lexicon.SELF_NAMED:
            return self._by_own_words(mention)
        if (earlier := self._introduced.get(noun)) is not None:
            return earlier
        entity = self.bodies.with_noun(noun, mention.start)
        if entity is not None:
            return self.discourse.cast.figure(entity)
        return self._by_own_words(mention) if noun in lexicon.SOLE_BODIES else self._unknown(mention)

    def _named_thing(self, mention: Mention) -> bool:
        """Whether a body is named by a proper name and a common noun: "the Brennholm yard"."""
        row, head = mention.row, mention.head
        named = all(t.capital for t in row[:head]) and head > 0 and head == len(row) - 1
        people = any(
            n.entity.kind == "person" and mention.start <= n.start < mention.end for n in self.people.named
        )  # fmt: skip
        return named and not people and not personal(row[head].norm) and row[head].norm not in VESSELS

    def _thing(self, mention: Mention) -> Figure | None:
        """Read what is left, a document or a thing that is said to say something."""
        if mention.noun in lexicon.NO_NOUNS or not mention.noun[0].isalpha():
            return None
        if personal(mention.noun) or mention.noun in VESSELS or mention.first in lexicon.POSSESSIVES:
            return self._unknown(mention)
        return self._by_own_words(mention)

    def _described(self, mention: Mention) -> bool:
        """Whether a plural group is told apart by words of its own: "Norvanian opposition sources"."""
        row, head = mention.row, mention.head
        if not plural(mention.noun):
            return not any(t.norm in lexicon.INDEFINITE for t in row[:head]) and gazetteer.role(mention.noun)
        return any(t.norm not in DETERMINERS | {"senior", "anonymous", "unnamed"} and t.word for t in row[:head])

    # Figures.

    def _named_nowhere(self, mention: Mention) -> Figure:
        return self._introduce(unnamed(mention.row, mention.head, ANONYMOUS))

    def _unknown(self, mention: Mention) -> Figure:
        """Return a figure that may have a name which cannot be told."""
        earlier = self._introduced.get(mention.noun)
        if earlier is not None and earlier.shown is None:
            return earlier
        return self._introduce(unnamed(mention.row, mention.head, None))

    def _introduce(self, figure: Figure) -> Figure:
        self._introduced[figure.noun] = figure
        return figure

    def _by_own_words(self, mention: Mention) -> Figure | None:
        words = self._own_words(mention.row)
        if words is None:
            return None
        if (body := self.bodies.ending_in(words)) is not None:
            return self.discourse.cast.figure(body)
        earlier = self._introduced.get(mention.noun)
        if earlier is not None and earlier.shown == words:
            return earlier
        return self._introduce(unnamed(mention.row, mention.head, words))

    def _own_words(self, row: Sequence[Token]) -> str | None:
        """Return a description as a name: no article, no place or company after it, "police" for "Police"."""
        first = next((i for i, t in enumerate(row) if t.norm not in lexicon.ARTICLES), len(row))
        last = next((i for i, t in enumerate(row) if i > first and t.norm in _ENDS), len(row)) - 1
        if last > first + 1 and last + 1 < len(row) and finite(row[last].norm) and not row[last].capital:
            last -= 1  # "documents reviewed by"
        if first > last:
            return None
        words = squeeze(self.text[row[first].start : row[last].end])
        name = first < last and row[first + 1].capital
        common = not name and (row[first].norm in lexicon.SELF_NAMED or self._common(row[first]))
        return words[0].lower() + words[1:] if common else words

    def _common(self, token: Token) -> bool:
        """Whether the article writes a word small elsewhere, so that its capital is only its sentence's."""
        return token.norm in self.discourse.scene.small and not (token.text.isupper() and len(token.text) > 1)


_ENDS = lexicon.WHERE | {",", "(", "—", "which", "that", "by"}

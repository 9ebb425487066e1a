"""From the words beside a cue to the name that the article gives them."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from firsthand.annotate import gazetteer, phrases, sentences
from firsthand.annotate.grammar import FOREIGN_PRONOUNS
from firsthand.annotate.names import Entity, Named
from firsthand.annotate.quotations.draft import Draft, Follows
from firsthand.annotate.speakers import lexicon
from firsthand.annotate.speakers.descriptions import Descriptions
from firsthand.annotate.speakers.figures import Figure
from firsthand.annotate.speakers.lexicon import personal
from firsthand.annotate.speakers.mention import Mention, read
from firsthand.model import Span

_AFTER = frozenset(",)—–")
_LONGEST_CAST = 100
_REMEMBERED = 8  # quotations within which a word may stand
_BEFORE_RELATIVE = frozenset((",", "—", "–"))


class Resolver:
    """Resolves the speakers of one article's drafts, in text order. Rules' drafts and a tagger's are one to it."""

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self.text = text
        self.named = named
        self._starts = [n.start for n in named]
        self._ends = {n.end: n for n in named}
        self._at = {n.start: n for n in named}
        self._descriptions = Descriptions(text, named)
        self._discourse = self._descriptions.discourse
        self._last: Figure | None = None
        self._said: deque[tuple[Draft, Figure | None]] = deque(maxlen=_REMEMBERED)
        self._uncased: deque[Figure] = deque(maxlen=_LONGEST_CAST)  # who spoke by names in a script without capitals

    def resolve(self, draft: Draft) -> str | None:
        """Return the speaker's name, ``"anonymous"``, or None; call once for each draft, in order.

        Who speaks within somebody else's words is not who goes on speaking after them.
        """
        found = self._last
        if draft.follows is Follows.NOTHING:
            found = None if draft.speaker is None else self.figure(draft.speaker, inner=draft.inner)
        if not draft.inner:
            self._last = found
        self._said.append((draft, found))
        return None if found is None else found.shown

    def figure(self, span: Span, *, inner: bool = False) -> Figure | None:
        """Return whom a mention means, and note that they speak there; None where it cannot be told.

        ``span`` is a source as detection or a tagger marks it: a name, a pronoun, a description, an apposition too.
        """
        mention = read(self.text, span.start, span.end)
        found = None if mention is None else self._meant(mention)
        if found is not None and not inner:
            self._discourse.spoke(found, span.start)
            if mention is not None and not _cased(mention.row[-1].text):
                self._uncased.append(found)
        return found

    def _meant(self, mention: Mention) -> Figure | None:
        if (pronoun := mention.pronoun) is not None:
            return self._pronoun(pronoun, mention)
        if len(mention.row) == 1 and not _cased(mention.row[0].text):
            return self._surnamed(mention.row[0].text)
        if (several := self._several(mention)) is not None:
            return several
        if (entity := self._headed(mention) or self._apposed(mention)) is not None:
            return self._discourse.cast.figure(entity)
        if (name := self._descriptions.name_beside(mention)) is not None:
            return self._descriptions.by_name(name, mention)
        self._discourse.advance(mention.start)  # "the woman" may be a woman whom the text has brought in
        return self._descriptions.figure(mention)

    # Pronouns.

    def _pronoun(self, pronoun: str, mention: Mention) -> Figure | None:
        at = mention.start
        if pronoun in ("him", "her"):
            return self._discourse.him_or_her(pronoun, at)
        if pronoun in FOREIGN_PRONOUNS:
            return self._discourse.of_gender(pronoun, at)
        if pronoun in lexicon.HE | lexicon.SHE:
            teller = self._first_person(at) if self._discourse.scene.quoted(at) else None
            return self._discourse.he_or_she(pronoun, at, without=teller)
        if pronoun in lexicon.THEY | lexicon.IT:
            return self._discourse.they_or_it(pronoun, at)
        if pronoun in lexicon.FIRST:
            return self._first_person(at)
        after_comma = self.text[max(0, at - 2) : at].strip() in _BEFORE_RELATIVE
        return self._antecedent(at) if pronoun in lexicon.RELATIVE and (after_comma or pronoun == "who") else None

    def _first_person(self, at: int) -> Figure | None:
        """Return who says "I" within a quotation: its speaker."""
        around = (who for draft, who in reversed(self._said) if any(f.start <= at < f.end for f in draft.fragments))
        return next(around, None)

    def _antecedent(self, at: int) -> Figure | None:
        """Return whom "who" goes back to: the name or the description that ends before it."""
        end = at
        while end and (self.text[end - 1].isspace() or self.text[end - 1] in ",—–"):
            end -= 1
        if (name := self._ends.get(end)) is not None:
            return self._discourse.cast.figure(name.entity) if name.entity.kind != "place" else None
        return self._described_before(end)

    def _described_before(self, end: int) -> Figure | None:
        """Return whom a description means that ends at ``end``: "mayors of seaside towns, who"."""
        scene = self._discourse.scene
        row = sentences.items(self.text, scene.starts[scene.sentence(end - 1)], end, ())
        found = phrases.ending(row, len(row) - 1) if row else None
        first = 0 if found is None else found.first
        while first < len(row) - 1 and row[first].norm in ("according", "to"):
            first += 1
        mention = None if found is None else read(self.text, row[first].start, end)
        return None if mention is None or mention.pronoun else self._meant(mention)

    # Names.

    def _surnamed(self, word: str) -> Figure | None:
        """Return whom a word of a script without capitals names: the one who spoke by a longer name that ends so.

        Else it may be any word: "a source", "the minister".
        """
        found = {id(f): f for f in self._uncased if f.shown is not None and f.shown.split()[-1] == word}
        return next(iter(found.values())) if len(found) == 1 else None

    def _several(self, mention: Mention) -> Figure | None:
        """Name two people who speak together."""
        found = [n for n in self._within(mention) if n.entity.kind != "place"]
        if len(found) < 2 or found[-1].end != mention.end:
            return None
        left, right = found[-2].end, found[-1].start
        if not any(t.norm == "and" and left <= t.start and t.end <= right for t in mention.row):
            return None
        return self._discourse.cast.together([n.entity for n in found])

    def _headed(self, mention: Mention) -> Entity | None:
        """Return the name that is the phrase's head: "press secretary Mara Quill", not "a lawyer for Mara Quill"."""
        found = self._within(mention)
        if not found:
            return None
        row, head = mention.row, mention.head
        at_head = [n for n in found if n.end == row[head].end or (n.start == row[0].start and n.end >= row[head].end)]
        if not at_head and self._posted(mention, found[-1]):
            at_head = found[-1:]
        return at_head[-1].entity if at_head and at_head[-1].entity.kind != "place" else None

    def _posted(self, mention: Mention, last: Named) -> bool:
        """Whether a name ends a title with a place in it: "Ambassador to Norvania Ada Quell"."""
        row, head = mention.row, mention.head
        between = [t for t in row[head + 1 :] if t.end <= last.start]
        return last.end == mention.end and gazetteer.role(row[head].norm) and len(between) > 1 and between[-1].capital

    def _within(self, mention: Mention) -> list[Named]:
        i = bisect_left(self._starts, mention.start)
        return [n for n in self.named[i : i + len(mention.row)] if n.start < mention.end]

    # Appositions.

    def _apposed(self, mention: Mention) -> Entity | None:
        """Return the person whose name stands beside a description: "the mayor, Ada Quell," on either side."""
        one = mention.noun in lexicon.ONES and mention.head == 0
        if not (one or personal(mention.noun) or personal(mention.row[-1].norm.removesuffix("s"))):
            return None
        head_end = mention.row[mention.head].end
        for end in dict.fromkeys((head_end, mention.end)):
            name = self._at.get(end + 2)
            if self.text[end : end + 2] == ", " and _person(name) and name is not None and self._stops(name.end):
                return name.entity
        return self._before(mention) if self._closed(mention.end) else None

    def _before(self, mention: Mention) -> Entity | None:
        start = mention.start
        for article in ("the ", "The ", "a ", "an "):
            if self.text.startswith(article, start - len(article)):
                start -= len(article)
                break
        name = self._ends.get(start - 2)
        return name.entity if name is not None and _person(name) and self.text[start - 2 : start] == ", " else None

    def _stops(self, end: int) -> bool:
        return self._closed(end) or self.text[end : end + 1] in ".;:!?\n"

    def _closed(self, end: int) -> bool:
        return self.text[end : end + 1] in _AFTER if end < len(self.text) else True


def _cased(word: str) -> bool:
    """Tell whether a word's script has capitals, or it is none: "54"."""
    return word.lower() != word.upper() or not word.isalpha()


def _person(name: Named | None) -> bool:
    return name is not None and name.entity.kind == "person"

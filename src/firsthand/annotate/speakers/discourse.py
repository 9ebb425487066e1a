"""Who has been talked about up to a place in the text, and whom a pronoun there means."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from firsthand.annotate.grammar import word_set
from firsthand.annotate.names import Named
from firsthand.annotate.speakers import openings, salience
from firsthand.annotate.speakers.figures import Cast, Figure, Touch
from firsthand.annotate.speakers.lexicon import HE, MALE, THEY
from firsthand.annotate.speakers.mention import Mention
from firsthand.annotate.speakers.openings import Event
from firsthand.annotate.speakers.scene import Scene
from firsthand.annotate.tokens import Token

_SEEN = 80  # touches that anything looks back over: bounds the work on endless lists of names
_APPOSED = 3  # characters in which a name follows what it stands in apposition to: "Her rival, Bo Halse,"
_CLOSE = 4  # sentences in which "they" and "it" look for a group or a body
_LEAST = 8  # points that these ask for: the text is full of things that they may mean (ours)
_SURE = 6  # points by which whoever a pronoun means must lead for it to tell their gender (ours)
# Words that lead a clause in on which its sentence does not depend, small: "After she left, …" opens one.
_SUBORDINATORS = word_set("when whenever as that because if while after before though although unless until since once")
_LAST_WORD = re.compile(r"(?<![\w’'-])([a-z]+)\s$")
_LONGEST_WORD = 12  # characters before a pronoun in which such a word stands
Describe = Callable[[Mention], Figure | None]


class Discourse:
    """The touches of one article, made as far as somebody asks."""

    def __init__(self, text: str, named: Sequence[Named], describe: Describe) -> None:
        self.text = text
        self.named = named
        self.cast = Cast()
        self.touches: list[Touch] = []
        self._describe = describe
        self._next = 0
        self._last: Named | None = None  # the last name touched

    @cached_property
    def scene(self) -> Scene:
        """Sentences and marks, read when first asked for."""
        return Scene(self.text)

    @cached_property
    def _events(self) -> list[Event]:
        return openings.events(self.scene, self.named)

    def spoke(self, figure: Figure, at: int) -> None:
        """Note that a figure speaks, mentioned at ``at``."""
        self.advance(at)
        self._touch(Touch(at, figure, self.scene.sentence(at), subject=True, spoke=True))

    def before(self, at: int) -> list[Touch]:
        """Return the last touches before ``at``, in text order."""
        self.advance(at)
        seen = self.touches[-_SEEN:]
        return seen if not seen or seen[-1].at < at else [t for t in seen if t.at < at]

    # Whom words mean.

    def he_or_she(self, pronoun: str, at: int, without: Figure | None = None) -> Figure | None:
        """Return whom "he" or "she" means, None if unsure; not ``without``, who says it of somebody else."""
        gender = "m" if pronoun in HE else "f"
        found = self.rated(at, _could_be(gender), gender=gender, without=without)
        self._tell_gender(found, gender)
        return salience.best(found)

    def of_gender(self, pronoun: str, at: int) -> Figure | None:
        """Return whom a pronoun of another language means, None if unsure: of few of its names the gender is known, so
        that only those of whom it is known can be meant, and only if there is nobody else.
        """
        gender = "m" if pronoun in HE else "f"
        found = self.rated(at, _could_be(gender), gender=gender)
        return found[0].figure if len(found) == 1 and found[0].figure.gender == gender else None

    def him_or_her(self, pronoun: str, at: int) -> Figure | None:
        """Return whom "him" or "her" means: not who acts in the sentence ("Ols quoted her as saying")."""
        return self.he_or_she(pronoun, at, without=self.acting(at))

    def acting(self, at: int) -> Figure | None:
        """Return who acts in a sentence before ``at``: neither "him" nor "her client" there."""
        sentence = self.scene.sentence(at)
        acting = (t.figure for t in reversed(self.before(at)) if t.sentence == sentence and t.subject)
        return next(acting, None)

    def they_or_it(self, pronoun: str, at: int) -> Figure | None:
        """Return which group or body "they" means, or which body or thing "it" means: a subject or speaker close by."""
        kinds = ("people", "body") if pronoun in THEY else ("body", "thing", "place", "unsure")
        speaking = salience.speaking(self.before(at))
        found = self.rated(at, lambda f: f.kind in kinds, near=_CLOSE)
        return salience.best([r for r in found if r.acts and (r.score >= _LEAST or r.figure is speaking)])

    def rated(
        self,
        at: int,
        fits: Callable[[Figure], bool],
        *,
        gender: str | None = None,
        near: int | None = None,
        without: Figure | None = None,
    ) -> list[salience.Rated]:
        """Return the figures that fit and can be meant at ``at``, best first.

        ``near`` bounds how many sentences back they were touched.
        """
        sentence = self.scene.sentence(at)
        seen = [t for t in self.before(at) if t.figure is not without]
        seen = [t for t in seen if near is None or sentence - t.sentence <= near]
        return salience.rated(seen, sentence, fits, gender, dependent=gender is not None and self._dependent(at))

    def _dependent(self, at: int) -> bool:
        """Whether a pronoun at ``at`` is the subject of a subordinate clause: "when she says"."""
        before = _LAST_WORD.search(self.text, max(0, at - _LONGEST_WORD), at)
        return before is not None and before.group(1) in _SUBORDINATORS

    # Touching.

    def advance(self, at: int) -> None:
        """Touch everything that stands before ``at``."""
        while self._next < len(self._events) and self._events[self._next].start < at:
            event = self._events[self._next]
            self._next += 1
            if event.name is not None:
                self._name(event.name)
            elif event.pronoun is not None:
                self._pronoun(event.start, event.pronoun)
            else:
                self._opening(event)

    def _touch(self, touch: Touch) -> None:
        if self.touches and touch.at < self.touches[-1].at:
            self.touches.insert(bisect_right(self.touches, touch.at, key=lambda t: t.at), touch)
        else:
            self.touches.append(touch)

    def _name(self, name: Named) -> None:
        scene = self.scene
        number, quoted = scene.sentence(name.start), scene.quoted(name.start)
        possessive = openings.owner(self.text, name.end)
        aside = possessive or quoted or self.text[name.start - 1 : name.start] in ("/", "(")
        subject = not aside and self._leads(number) and not openings.governed(self.text, name, scene.starts[number])
        figure = self.cast.figure(name.entity)
        self._touch(Touch(name.start, figure, number, subject=subject, owner=possessive, quoted=quoted))
        if self._last is not None and self.text[self._last.end : name.start] == " and " and not quoted:
            pair = self.cast.together((self._last.entity, name.entity))
            self._touch(Touch(name.start, pair, number, subject=True))
        self._last = name

    def _leads(self, sentence: int) -> bool:
        """Whether nobody is the subject of a sentence yet."""
        for touch in reversed(self.touches[-_SEEN:]):
            if touch.sentence != sentence:
                return True
            if touch.subject and touch.figure.kind != "place":
                return False
        return True

    def _pronoun(self, at: int, pronoun: str) -> None:
        """Touch whoever "he" or "his" most likely means, sure or not: a chain of pronouns keeps somebody in sight."""
        number = self.scene.sentence(at)
        gender = "m" if pronoun in MALE else "f"
        dependent = pronoun != "his" and self._dependent(at)
        found = salience.rated(self.touches[-_SEEN:], number, _could_be(gender), gender, dependent=dependent)
        if found:
            self._tell_gender(found, gender)
            self._touch(Touch(at, found[0].figure, number, subject=pronoun != "his" and self._leads(number)))

    def _tell_gender(self, found: Sequence[salience.Rated], gender: str) -> None:
        """Learn a gender from a pronoun that can hardly mean anybody else."""
        second = found[1].score if len(found) > 1 else 0
        if found and found[0].score - second >= _SURE and found[0].figure.kind == "person":
            found[0].figure.gender = gender

    def _opening(self, event: Event) -> None:
        """Touch what opens a sentence: a description ("The minister was in Kerrin.") or a name that is not known."""
        row = openings.read(self.text, event)
        found: Figure | None = None
        if name := openings.unknown_name(row, self.scene.small):
            start, end = name[0].start, name[-1].end
            found = None if self._known(start, end) else self.cast.unsure(self.text[start:end])
        elif (words := openings.description(row)) and not self._named_otherwise(words):
            found = self._describe(Mention(words, len(words) - 1, definite=True))
        if found is not None:
            self._touch(Touch(row[0].start, found, self.scene.sentence(event.start), subject=True))

    def _named_otherwise(self, words: Sequence[Token]) -> bool:
        """Whether a description begins a body's name, or stands in apposition to a name behind it."""
        return self._known(words[-1].end, words[-1].end + _APPOSED) or any(
            n.entity.kind == "organisation" and n.start == words[0].start
            for n in self.named[bisect_left(self.named, words[0].start, key=lambda n: n.start) :][:1]
        )

    def _known(self, start: int, end: int) -> bool:
        """Whether a known name begins between two places."""
        i = bisect_left(self.named, start, key=lambda n: n.start)
        return i < len(self.named) and self.named[i].start < end


def _could_be(gender: str) -> Callable[[Figure], bool]:
    return lambda figure: figure.kind in ("person", "unsure") and figure.gender in (None, gender)

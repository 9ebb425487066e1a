"""What kind of change a step is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.link.statements.drift.atoms import Atom
from firsthand.link.statements.drift.lexicon import (
    AUXILIARIES,
    BACKSHIFT,
    BOUND_ENDS,
    BOUND_PREFIXES,
    FREE_PREFIXES,
    MODALS,
    NO_OPPOSITES,
    PRONOUNS,
    TENSE_AUXILIARIES,
    VERBS,
)
from firsthand.link.statements.drift.names import same_bearer, same_spelling
from firsthand.link.statements.drift.steps import Step
from firsthand.link.statements.drift.verbs import backshifted, base, tense
from firsthand.link.statements.lexicon import FUNCTION_WORDS, NEGATIONS
from firsthand.model import DifferenceKind

# A negation or a modal verb within a longer stretch belongs to what was left out or rewritten there (ours).
SHORT_STRETCH = 4
# A stretch of so many words is called a clause whatever they are; one of fewer if it has a verb (ours).
CLAUSE_WORDS = 5
CLAUSE_WITH_VERB = 3
# "Nor" goes on with a negation that stands before it, as "or" may.
_NEGATIONS = NEGATIONS - {"nor"}
# Modal verbs that, standing alone or changed beside a verb, tell when and not how surely.
_FUTURE = frozenset({"will", "shall"})


@dataclass(frozen=True, slots=True)
class Pair:
    """What is known of two wordings beyond their words: the texts that their atoms were cut from, whether either is
    retold (indirect speech moves tenses back), whether the cue of just one denies its words, whether both are English.
    """

    text: str
    other: str
    retold: bool = False
    denied: bool = False
    english: bool = True


def judged(step: Step, pair: Pair) -> DifferenceKind | None:
    """Return the kind of a step's change, None where it is none: only spelled otherwise."""
    if step.label == "same":
        return None
    if step.label == "insertion":
        return "editorial brackets"
    if step.label == "number":
        return "changed number"
    if step.label == "name":
        return _of_names(step, pair)
    found = _of_words(step, pair) if pair.english else None
    return found or _plain(step)


def _of_names(step: Step, pair: Pair) -> DifferenceKind | None:
    left, right = span_text(step.left, pair.text), span_text(step.right, pair.other)
    if same_spelling(left, right):
        return None
    return "changed words" if same_bearer(left, right) else "changed name"


def span_text(atoms: Sequence[Atom], text: str) -> str:
    """Return what stands in ``text`` from the first to the last of ``atoms``."""
    return text[atoms[0].start : atoms[-1].end] if atoms else ""


def _of_words(step: Step, pair: Pair) -> DifferenceKind | None:
    """Return what a short change does to the statement: whether it is so, how surely, and when."""
    left, right = step.left, step.right
    if max(len(left), len(right)) > SHORT_STRETCH:
        return None
    if not pair.denied and (_opposite(left, right) or (_negates(left) != _negates(right) and _is_bare(step))):
        return "changed negation"
    if step.label == "modal":
        return _of_modals(left[0], right[0], retold=pair.retold)
    if _hedges(left, pair) != _hedges(right, pair) and _may_hedge(step):
        return "changed modality"
    return "changed tense" if _tense_changed(step) else None


def _is_bare(step: Step) -> bool:
    """Tell whether a negation is all that changed: one that one side has alone may come with what it negates ("not for
    a day"), which was then left out with it.
    """
    alone = step.left or step.right
    lone = not (step.left and step.right) and len(alone) > 2
    return not lone or all(x.key in FUNCTION_WORDS or _negates((x,)) for x in alone)


def _of_modals(x: Atom, y: Atom, *, retold: bool) -> DifferenceKind | None:
    if x.hedge == y.hedge:  # "must" and a form of "have to"
        return "changed tense" if (x.key == "had") != (y.key == "had") else None
    return "changed tense" if retold and backshifted(x.hedge, y.hedge) else "changed modality"


def _negates(atoms: Iterable[Atom]) -> bool:
    return any(x.key in _NEGATIONS or x.key.endswith("n't") for x in atoms)


def _opposite(left: Sequence[Atom], right: Sequence[Atom]) -> bool:
    return any(_negated(x.key, y.key) or _negated(y.key, x.key) for x in left for y in right)


def _negated(word: str, by: str) -> bool:
    """Tell whether ``by`` is the word's opposite, made of it by a prefix ("likely", "unlikely")."""
    if len(word) < 4 or by in NO_OPPOSITES or not by.endswith(word):
        return False
    prefix = by[: -len(word)]
    return prefix in FREE_PREFIXES or (prefix in BOUND_PREFIXES and len(word) > 4 and word.endswith(BOUND_ENDS))


def _hedges(atoms: Sequence[Atom], pair: Pair) -> frozenset[str]:
    """Return the modal verbs and hedges among the atoms, but for those that tell the future; retold, a modal verb and
    what the past makes of it are one.
    """
    found = {x.hedge for x in atoms if x.hedge}
    if pair.retold:
        present = {past: modal for modal, past in BACKSHIFT.items()}
        found = {present.get(word, word) for word in found}
    return frozenset(found - _FUTURE)


def _may_hedge(step: Step) -> bool:
    """Tell whether nothing but hedges and small words changed, or a verb with them: else what they hedge did too."""
    return step.label == "verb" or all(x.hedge or x.key in FUNCTION_WORDS for x in step.left + step.right)


def _tense_changed(step: Step) -> bool:
    left, right = ([x.key for x in side] for side in (step.left, step.right))
    if step.label == "verb":
        return "ing" not in (_tense_of(left)[1], _tense_of(right)[1]) and _tense_of(left) != _tense_of(right)
    if not left or not right:
        return set(left + right) <= TENSE_AUXILIARIES
    return _all_verbs(left) and _all_verbs(right) and _tense_of(left) != _tense_of(right)


def _all_verbs(words: Sequence[str]) -> bool:
    return all(w in AUXILIARIES for w in words)


def _tense_of(words: Sequence[str]) -> tuple[frozenset[str], str]:
    """Return the tense of a verb's last word, and of its auxiliaries ("has been seen" and "have been seen" are one).

    A form with "-ing" has one only beside an auxiliary; without, it may be a noun.
    """
    verbs = [w for w in words if w not in NEGATIONS]
    helpers = frozenset(f"{base(w)} {tense(w)}" for w in verbs[:-1] if w in AUXILIARIES)
    last = tense(verbs[-1]) if verbs else ""
    return helpers, "progressive" if last == "ing" and helpers else last


def _plain(step: Step) -> DifferenceKind:
    if step.left and step.right:
        return "changed words"
    clause = _is_clause(step.left or step.right)
    if step.left:
        return "dropped clause" if clause else "dropped words"
    return "added clause" if clause else "added words"


def _is_clause(atoms: Sequence[Atom]) -> bool:
    if len(atoms) >= CLAUSE_WORDS:
        return True
    return len(atoms) >= CLAUSE_WITH_VERB and any(_is_verb(x.key) for x in atoms)


def _is_verb(word: str) -> bool:
    return word in VERBS or word in MODALS or (word.endswith("ed") and len(word) > 4) or word in _SUBJECTS


# A pronoun that can only be a subject is not without its verb.
_SUBJECTS = PRONOUNS & frozenset({"i", "he", "she", "we", "they", "who"})

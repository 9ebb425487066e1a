"""What speaks for and against two articles being of one event, as sentences with the words that show it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.link.stories.common import Fact, Facts, Given, counted_otherwise, likest_quotations, shared
from firsthand.link.stories.evidence import ALIKE, UNLIKE
from firsthand.model import Passage, Reason

# The signs of the model of pairs (``evidence.SIGNS``) that are told together. Copies and streets are beside it.
FAMILIES: dict[str, tuple[str, ...]] = {
    "names": ("names", "phrases", "names_told_by_one", "names_told_by_both"),
    "figures": ("figures", "counts_conflict"),
    "leads": ("lead", "lead_told_by_one", "lead_told_by_both"),
    "words": ("words", "words_squared"),
    "quotations": ("other_utterances",),
    "dates": ("dates_conflict", "dates_shared"),
    "ages": ("ages_shared", "ages_conflict"),
    "time": ("gap", "near"),
}
# What a veto tells already, so that it is not told again of the pair.
IN_VETO = {
    "other-names": ("names",),
    "other-occasion": ("quotations",),
    "later-event": ("time", "dates", "figures", "quotations"),
    "other-ground": ("names", "figures"),
}
NAMED = 5  # things in a sentence
SOON, LATE = 2.0, 1.0  # days apart that are told as near; in units of ``LinkConfig.story_days``, as far


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles: what each gives, how many characters of prose they share, how common a key is, and how many days
    apart need more in common (``LinkConfig.story_days``).
    """

    one: Given
    other: Given
    characters: int
    common: Callable[[str], float]
    days: float


def in_favour(family: str, pair: Pair) -> Reason | None:
    """Return what two articles have in common, of the signs of a family; None where that is nothing."""
    if family == "copies" and pair.characters:
        return Reason("shared-text", f"They share {pair.characters:,} characters of text", _both(pair))
    if family == "quotations":
        found = likest_quotations(pair.one, pair.other)
        if found is None or found[0] < ALIKE:
            return None
        return Reason("shared-quotation", f"Both quote: “{found[1].words}”", (found[1].passage, found[2].passage))
    if family == "words":
        return _words(pair)
    if family == "time":
        days = _days_apart(pair)
        return (
            None if days is None or days > SOON else Reason("near-in-time", f"They were published {_span(days)} apart")
        )
    return _shared(family, pair)


_SAID = {
    "names": ("shared-names", "Both name {}"),
    "figures": ("shared-figures", "Both give the same figures: {}"),
    "leads": ("shared-lead", "Their first sentences share the words {}"),
    "dates": ("shared-days", "Both name the day {}"),
    "ages": ("shared-ages", "Both give the ages {}"),
    "streets": ("shared-streets", "Both name {}"),
}


def _shared(family: str, pair: Pair) -> Reason | None:
    found = shared(*_of(family, pair), pair.common) if family in _SAID else []
    if not found:
        return None
    rule, said = _SAID[family]
    passages = tuple(fact.passage for both in found[:NAMED] for fact in both)
    return Reason(rule, said.format(_listed([mine.words for mine, _ in found])), passages)


def _of(family: str, pair: Pair) -> tuple[Facts, Facts]:
    match family:
        case "names":
            return pair.one.names, pair.other.names
        case "figures":
            return pair.one.figures, pair.other.figures
        case "dates":
            return pair.one.dates, pair.other.dates
        case "ages":
            return pair.one.ages, pair.other.ages
        case "streets":
            return pair.one.streets, pair.other.streets
    return pair.one.lead, pair.other.lead


def _words(pair: Pair) -> Reason | None:
    mine, theirs = pair.one.profile.words.keys(), pair.other.profile.words.keys()
    both, least = len(mine & theirs), min(len(mine), len(theirs))
    if not both:
        return None
    said = f"{both:,} of the {least:,} telling words of the shorter text stand in the other, too"
    return Reason("shared-words", said, _both(pair))


def against(family: str, pair: Pair) -> Reason | None:
    """Return what two articles give otherwise, of the signs of a family; None where that is nothing."""
    match family:
        case "figures" if found := counted_otherwise(pair.one, pair.other):
            return Reason("counts-differ", _otherwise(found), _passages(found))
        case "quotations":
            found_quotations = likest_quotations(pair.one, pair.other)
            if found_quotations is not None and found_quotations[0] < UNLIKE:
                return Reason("other-quotations", "Both quote, and no quotation of one is like one of the other")
        case "dates":
            return _other("days-differ", "They name other days", pair.one.dates, pair.other.dates)
        case "ages":
            return _other("ages-differ", "They give other ages", pair.one.ages, pair.other.ages)
        case "streets":
            return _other("streets-differ", "They name other streets", pair.one.streets, pair.other.streets)
        case "names" if not pair.one.names.keys() & pair.other.names.keys():
            return _other("no-name-shared", "Neither names whom or what the other does", *_of("names", pair))
        case "time":
            days = _days_apart(pair)
            if days is not None and days > LATE * pair.days:
                return Reason("far-in-time", f"They were published {_span(days)} apart")
    return None


def veto(number: int, pair: Pair) -> Reason:
    """Return what one of ``evidence.VETOES`` says of two articles."""
    counts = counted_otherwise(pair.one, pair.other)
    if number == 0:
        return _named("other-names", "The names in one are not those in the other", pair)
    if number == 1:
        said = "Both report words of one person, and no quotation of one is like one of the other: two occasions"
        return Reason("other-occasion", said)
    if number == 2:
        days = _days_apart(pair)
        when = f"They were published {_span(days)} apart" if days is not None else "They lie apart in time"
        return Reason("later-event", f"{when}, and the days, counts or quotations that they give differ")
    named = _named("other-ground", "They name others at the top", pair)
    if not counts:
        return named
    return Reason(named.rule, f"{named.text}; and {_lower(_otherwise(counts))}", (*named.passages, *_passages(counts)))


def _named(rule: str, said: str, pair: Pair) -> Reason:
    """Return that two articles name others, with the names that only one of them has: those of the top first."""
    sides = []
    for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
        own = [fact for key, fact in mine.names.items() if key not in theirs.names]
        sides.append(sorted(own, key=lambda fact: fact.passage.start)[: NAMED - 2])
    if not all(sides):
        return Reason(rule, said)
    text = f"{said}: {_listed([f.words for f in sides[0]])}, against {_listed([f.words for f in sides[1]])}"
    return Reason(rule, text, tuple(f.passage for side in sides for f in side))


def _other(rule: str, said: str, one: Facts, other: Facts) -> Reason | None:
    """Return that two articles give other things of a kind, where both give any and share none."""
    if not one or not other or one.keys() & other.keys():
        return None
    mine, theirs = (list(side.values())[: NAMED - 2] for side in (one, other))
    text = f"{said}: {_listed([f.words for f in mine])}, against {_listed([f.words for f in theirs])}"
    return Reason(rule, text, tuple(f.passage for f in (*mine, *theirs)))


def _otherwise(found: Sequence[tuple[Fact, Fact]]) -> str:
    told = [f"{mine.words} against {theirs.words}" for mine, theirs in found[: NAMED - 2]]
    return f"They count otherwise: {'; '.join(told)}"


def _passages(found: Sequence[tuple[Fact, Fact]]) -> tuple[Passage, ...]:
    return tuple(fact.passage for both in found[: NAMED - 2] for fact in both)


def _both(pair: Pair) -> tuple[Passage, ...]:
    """Cite both articles as a whole."""
    return tuple(Passage(side.article.id, 0, 0) for side in (pair.one, pair.other))


def _listed(words: Sequence[str]) -> str:
    some = list(dict.fromkeys(words))
    if len(some) > NAMED:
        some = [*some[:NAMED], f"{len(some) - NAMED:,} more"]
    return " and ".join([", ".join(some[:-1]), some[-1]]) if len(some) > 1 else "".join(some)


def _days_apart(pair: Pair) -> float | None:
    one, other = pair.one.profile.day, pair.other.profile.day
    return None if one is None or other is None else abs(one - other)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _span(days: float) -> str:
    """Return a length of time for reading."""
    if days >= SOON:
        return f"{days:,.0f} days"
    hours = days * 24
    return f"{hours:,.0f} h" if hours >= 1 else "less than an hour"

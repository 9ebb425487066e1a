"""Merges that were nearly made: what two origins have in common, and why that is not enough.

Looked for among the copies, credits and statements of a subject's articles, each read once. Of each sort the strongest
come first: shared prose by its length, then shared quotations, then names in passing, then one utterance.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from firsthand.model import Copy, Passage, Quotation, Reason
from firsthand.model.span import covered
from firsthand.trace.corrections import CORRECTED, by_hand
from firsthand.trace.counts.could_be import carried
from firsthand.trace.counts.ground import Behind, Ground, called
from firsthand.trace.counts.merges import Origins
from firsthand.trace.evidence.tellings import by_pair, other_of, span_in

Pair = tuple[str, str]


def story_apart(origins: Origins, behind: Behind, ground: Ground) -> list[Reason]:
    """Return a reason for every two origins of a story that share something and count as two even at the low end."""
    resting: dict[str, list[str]] = defaultdict(list)
    for name in sorted(behind):
        for article in behind[name]:
            resting[article].append(name)
    return [
        *_sharing(origins, resting, ground),
        *_naming(origins, resting, ground),
        *_carrying(origins, behind, ground),
        *_quoting(origins, resting, ground),
    ]


def statement_apart(
    origins: Origins, told: Mapping[str, Sequence[Quotation]], ground: Ground, statement: str
) -> list[Reason]:
    """Return a reason for origins of one utterance that count as two even at the low end: their words are not alike."""
    out = []
    for first, second in pairwise(origins.apart):
        one, other = told[first][0], told[second][0]
        if one.article != other.article:
            names = f"{called(first)} and {called(second)}"
            text = f"{names} {_how(one, other, translated=statement in ground.translated)}: each could have heard it"
            out.append(Reason("other-words", text, places(one, other)))
    return out


def _how(one: Quotation, other: Quotation, *, translated: bool) -> str:
    """Say how two tellings of an utterance differ."""
    if "indirect" in (one.type, other.type):
        return "tell it, one of them at least in words of its own"
    return "have it in two translations" if translated else "have it in other words"


def _sharing(origins: Origins, resting: dict[str, list[str]], ground: Ground) -> list[Reason]:
    """Say of texts that share a passage why they are not one: too little prose, or nothing but quotations."""
    shared: dict[Pair, list[Copy]] = defaultdict(list)
    for article in sorted(resting):
        for copy in ground.tellings[article].copies:
            other = other_of(copy, article)
            if copy.later == article and other in resting:
                pair = _apart(origins, resting[article], resting[other])
                if pair is not None:
                    shared[pair].append(copy)
    strongest = sorted(shared.items(), key=lambda item: (_strength(item[1]), item[0]))
    return [_shared(pair, copies, ground) for pair, copies in strongest]


def _shared(pair: Pair, copies: list[Copy], ground: Ground) -> Reason:
    prose = [c for c in copies if c.kind == "prose"]
    most = _most(prose or copies)
    longest = min(most, key=lambda c: (-c.characters, c.later_start))
    characters = _characters(most)
    names = f"{called(pair[0])} and {called(pair[1])}"
    told = _told(longest, ground)
    if prose and told:
        text = f"{names} share {characters:,} characters of prose, but the user says {told}"
    elif prose:
        text = f"{names} share {characters:,} characters of prose: too little for one text"
    else:
        text = (
            f"{names} share {characters:,} characters that are quoted or public: both could have them from the speaker"
        )
    passages = tuple(
        Passage(key, span_in(longest, key).start, span_in(longest, key).end) for key in (longest.later, longest.earlier)
    )
    return Reason(CORRECTED if prose and told else "shared-passage" if prose else "shared-quotation", text, passages)


def _told(copy: Copy, ground: Ground) -> str:
    """Return which of two articles with a common passage the user spoke of, the later one first; nothing if neither."""
    for draft in (ground.drafts[copy.later], ground.drafts[copy.earlier]):
        if draft.by_hand is not None:
            return f"whose words {draft.telling.label} has ({by_hand(draft.by_hand)})"
    return ""


def _strength(copies: list[Copy]) -> tuple[bool, int]:
    prose = [c for c in copies if c.kind == "prose"]
    return (not prose, -_characters(_most(prose or copies)))


def _most(copies: list[Copy]) -> list[Copy]:
    """Return those between the two articles that share most, of equals the first."""
    pairs = by_pair(copies)
    return pairs[min(pairs, key=lambda pair: (-_characters(pairs[pair]), pair))]


def _characters(copies: list[Copy]) -> int:
    """Return how many characters copies between two articles share, each counted once."""
    return sum(map(len, covered(span_in(c, c.later) for c in copies)))


def _naming(origins: Origins, resting: dict[str, list[str]], ground: Ground) -> list[Reason]:
    """Say of an article that names another's origin in passing that its own news does not hang on it."""
    known = set(origins.names)
    out: dict[Pair, Reason] = {}
    for article in sorted(resting):
        telling = ground.tellings[article]
        for credit in telling.mentions_of_sources():
            if credit.publisher in known:
                pair = _apart(origins, resting[article], [credit.publisher])
                if pair is not None and pair not in out:
                    text = f"{telling.label} names {credit.publisher}; nothing shows that its news hangs on it"
                    passage = Passage(article, credit.start, credit.end)
                    out[pair] = Reason("named-in-passing", text, (passage,))
    return [out[pair] for pair in sorted(out)]


def _carrying(origins: Origins, behind: Behind, ground: Ground) -> list[Reason]:
    """Say of unsigned pages of outlets that run a service's texts that nothing of the service's is in them."""
    return [
        Reason(
            "carries",
            f"{name}, whose page is not signed, {said.words}, but shares no text with them here",
            ground.evidences(behind[name]),
        )
        for name, said, service in carried(origins, behind, ground)
        if not origins.could_be_one(name, service)
    ]


def _quoting(origins: Origins, resting: dict[str, list[str]], ground: Ground) -> list[Reason]:
    """Say of articles with one utterance that each has more than that."""
    said: dict[str, list[Quotation]] = defaultdict(list)
    for article in sorted(resting):
        for quotation in ground.tellings[article].annotation.quotations:
            if statement := ground.statement(quotation):
                said[statement].append(quotation)
    out: dict[Pair, Reason] = {}
    for statement in sorted(said):
        first = said[statement][0]
        for quotation in said[statement][1:]:
            pair = _apart(origins, resting[first.article], resting[quotation.article])
            if pair is not None and pair not in out:
                out[pair] = _one_utterance(pair, first, quotation, ground)
    return [out[pair] for pair in sorted(out)]


def _one_utterance(pair: Pair, first: Quotation, second: Quotation, ground: Ground) -> Reason:
    names, speaker = f"{called(pair[0])} and {called(pair[1])}", ground.speaker(first) or "one speaker"
    text = f"{names} both report words of {speaker}, and each has more than that"
    return Reason("same-utterance", text, places(first, second))


def places(*quotations: Quotation) -> tuple[Passage, ...]:
    """Return the passages of quotations."""
    return tuple(Passage(q.article, q.start, q.end) for q in quotations)


def _apart(origins: Origins, first: Iterable[str], second: Iterable[str]) -> Pair | None:
    """Return the first two origins that count as two at the low end, or None where some origin of both is one."""
    pairs = [(a, b) for a in first for b in second]
    if any(origins.could_be_one(a, b) for a, b in pairs):
        return None
    return min((a, b) if a < b else (b, a) for a, b in pairs) if pairs else None

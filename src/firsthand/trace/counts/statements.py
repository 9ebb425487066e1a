"""How many independent origins stand behind one utterance: who was there, or had it from whom."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from firsthand.model import Count, Quotation, Reason, Span, Statement
from firsthand.model.span import covered
from firsthand.text import squeeze
from firsthand.trace.counts.could_be import (
    merge_carried,
    merge_newsrooms,
    merge_odd,
    merge_owners,
    merge_partial,
    merge_unknown,
    merge_unnamed,
)
from firsthand.trace.counts.ground import Behind, Ground, called, seen
from firsthand.trace.counts.merges import Origins
from firsthand.trace.counts.nearly import places, statement_apart
from firsthand.trace.counts.occasions import is_put_out, said_to
from firsthand.trace.counts.under import own_words
from firsthand.trace.counts.wordings import SAME_WORDS, Wordings
from firsthand.trace.evidence.tellings import Telling, common, span_in
from firsthand.trace.origins.drafts import UNKNOWN


def statement_count(statement: Statement, ground: Ground) -> Count:
    """Return how many independent origins stand behind one utterance. Linear in its quotations and their words."""
    behind = Behind()
    told: dict[str, list[Quotation]] = defaultdict(list)
    quotations = sorted((ground.quotations[key] for key in statement.quotations), key=lambda q: (q.article, q.start))
    for article, several in groupby(quotations, key=lambda q: q.article):
        tellings = list(several)
        for name in _origins_of(tellings, ground):
            behind[name].append(article)
            told[name].extend(tellings)
    origins = Origins(behind)
    wordings = Wordings(told, ground)
    merge_newsrooms(origins, behind, ground)
    merge_unknown(origins, behind, ground)
    _merge_interview(origins, told, wordings, ground)
    _merge_same_words(origins, wordings, shown=statement.id in ground.translated)
    _merge_put_out(origins, told)
    merge_partial(origins, {q.article for q in quotations}, ground)
    merge_unnamed(origins, behind, ground)
    merge_owners(origins, behind, ground)
    merge_carried(origins, behind, ground)
    merge_odd(origins, {q.article for q in quotations}, ground)
    origins.keep_apart(statement_apart(origins, told, ground, statement.id))
    return origins.count(statement.id, behind.standing(ground), seen)


def _origins_of(quotations: Sequence[Quotation], ground: Ground) -> set[str]:
    """Return whom an article has an utterance from, which it may report in several quotations.

    That is the end of the chain that a sentence of it names; else the one outlet to which it says it was said; else
    what the article rests on, where the quotation stands under it, and whoever wrote the text where it does not; of an
    article that is partly its publisher's own, what the passages rest on: another's text where they are copied, the
    publisher where they are not.
    """
    article = quotations[0].article
    telling, draft = ground.tellings[article], ground.drafts[article]
    known = {q.id: q.via for q in telling.annotation.quotations}
    chains = {via[-1] for q in quotations if (via := known.get(q.id, q.via))}
    hosts = {host for q in quotations if (host := said_to(q, telling)) is not None}
    if chains or hosts:
        return chains or hosts
    rests = ground.origins_of(article)
    if draft.relation in ("cites", "verbatim") and draft.cited and draft.text_of != UNKNOWN:
        under = [q for q in quotations if not own_words(q, ground)]
        if len(under) < len(quotations):
            return {draft.text_of, *(name for q in under for name in _nearest(q, telling, rests))}
    if draft.relation != "partial" and len(rests) > 1:
        return {name for q in quotations for name in _nearest(q, telling, rests)}
    others = {name for name in rests if name != telling.label}
    if draft.relation != "partial":
        return set(rests)
    copied = {_is_copied(q, telling) for q in quotations} if others else {False}
    return (others if True in copied else set()) | ({telling.label} if False in copied else set())


def _nearest(quotation: Quotation, telling: Telling, rests: Sequence[str]) -> Sequence[str]:
    """Return which of the origins that an article rests on is named last before a quotation, else all of them."""
    named = [c for c in telling.annotation.credits if c.publisher in rests and c.start < quotation.end]
    return [max(named, key=lambda c: (c.start, c.publisher)).publisher] if named else rests


def _is_copied(quotation: Quotation, telling: Telling) -> bool:
    shared = covered(span_in(c, telling.id) for c in telling.copies)
    return 2 * common([Span(quotation.start, quotation.end)], shared) >= quotation.end - quotation.start


def _merge_interview(origins: Origins, told: dict[str, list[Quotation]], wordings: Wordings, ground: Ground) -> None:
    """What was said to one outlet rests on it, whoever tells it: shown where the words are the same."""
    said = [
        (host, q)
        for several in told.values()
        for q in several
        if (host := said_to(q, ground.tellings[q.article])) is not None
    ]
    hosts = {host for host, _ in said}
    if len(hosts) != 1 or not hosts <= set(origins.names):
        return  # nobody names one, or it was said to several
    host, saying = min(said, key=lambda item: (item[1].article, item[1].start))
    for name in origins.names:
        if name != host:
            text = f"it was said to {host}: what {name} has of it could come from there"
            reason = Reason("one-interview", text, places(saying, told[name][0]))
            origins.merge(host, name, reason, shown=wordings.same(host, name), under=host)


def _merge_same_words(origins: Origins, wordings: Wordings, *, shown: bool) -> None:
    """The same words in two tellings could be one record; of translated words they are one translation."""
    for first, second, pair in wordings.pairs():
        if shown:
            text = f"{first} and {second} have the same words for what others translate differently: one translation"
        else:
            text = f"{first} and {second} have it in the same words: it could be one record of what was said"
        origins.merge(first, second, Reason("same-words", text, places(*pair)), shown=shown)
    for first, second, pair in wordings.runs():
        text = f"{first} and {second} have {SAME_WORDS} words of it or more in one order: it could be one record"
        origins.merge(first, second, Reason("same-words", text, places(*pair)), shown=False)
    for first, second, pair in wordings.short():
        names = f"{called(first)} and {called(second)}"
        text = f"{names} have the same few words of it: too few to show one record, which it could be"
        origins.merge(first, second, Reason("same-words-too-few", text, places(*pair)), shown=False)


def _merge_put_out(origins: Origins, told: dict[str, list[Quotation]]) -> None:
    """What was put out as a text anybody could take: whoever has it could have it from there."""
    put_out = [q for several in told.values() for q in several if is_put_out(q)]
    if not put_out:
        return
    witness = min(put_out, key=lambda q: (q.article, q.start))
    words = squeeze(witness.occasion or "")
    first, *others = origins.names
    for name in others:
        text = f"it was put out as a text (“{words}”): {first} and {name} could both have it from there"
        reason = Reason("one-public-statement", text, places(witness, told[name][0]))
        origins.merge(first, name, reason, shown=False)

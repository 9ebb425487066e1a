"""How many independent origins stand behind a story.

Every origin that any of its articles could have is a name; the low number merges all that could be one, the high one
what is shown to be one. After the guidelines of the lineage data (7): the high end has every distinct author, opinion
and write-ups too, the low end what is left where one public statement, one record or one text explains the rest.
"""

from collections import defaultdict
from itertools import pairwise

from firsthand.model import Count, Quotation, Reason, Story
from firsthand.trace.counts.commentary import author_note
from firsthand.trace.counts.could_be import (
    merge_carried,
    merge_newsrooms,
    merge_odd,
    merge_owners,
    merge_partial,
    merge_uncredited,
    merge_unknown,
    merge_unnamed,
)
from firsthand.trace.counts.ground import GATHERED, MOST_CITED, OPINION, Behind, Ground, called, is_unknown, seen
from firsthand.trace.counts.merges import Origins
from firsthand.trace.counts.nearly import places, story_apart
from firsthand.trace.counts.occasions import common_voice, is_interview, leads, said_to, voice, words_of
from firsthand.trace.families.group import MIN_CHARACTERS
from firsthand.trace.origins.drafting import MANY_CITED

# A text of so many characters in which nobody speaks to it alone has heard nobody: a column, an explainer. Ours, set on
# the lineage development pages (benchmarks/lineage), where .5 to 1.5 thousand hold the same stories; a shorter report
# may well quote nobody.
UNHEARD = 1_500


def story_count(story: Story, ground: Ground) -> Count:
    """Return how many independent origins stand behind a story.

    Linear in its articles, their quotations, credits and copies: no rule holds every origin against every other.
    """
    articles = sorted(story.articles)
    behind = Behind()
    for article in articles:
        for name in ground.origins_of(article):
            behind[name].append(article)
    besides = _besides(articles, behind, ground)
    origins = Origins([*behind, *besides])
    for name, (other, reason) in besides.items():
        behind[name].extend(p.article for p in reason.passages)
        origins.merge(name, other, reason, shown=False)
    merge_newsrooms(origins, behind, ground)
    merge_unknown(origins, behind, ground)
    merge_partial(origins, articles, ground)
    _merge_uncounted(origins, behind, ground)
    merge_unnamed(origins, behind, ground)
    merge_owners(origins, behind, ground)
    merge_carried(origins, behind, ground)
    merge_odd(origins, articles, ground)
    merge_uncredited(origins, behind, ground)
    _merge_short(origins, behind, ground)
    _merge_unheard(origins, behind, ground)
    _merge_voices(origins, behind, ground)
    _merge_leads(origins, behind, ground)
    _merge_interviews(origins, behind, ground)
    origins.keep_apart(story_apart(origins, behind, ground))
    return origins.count(story.id, behind.standing(ground), seen)


def _besides(articles: list[str], behind: Behind, ground: Ground) -> dict[str, tuple[str, Reason]]:
    """Return the origins that may stand behind the story besides those that its articles rest on.

    Each with the origin that it could be one with, and why: an outlet that has its news from another may have more of
    its own, and each of the outlets that a roundup names may have had its part first.
    """
    out: dict[str, tuple[str, Reason]] = {}
    for article in articles:
        telling, draft = ground.tellings[article], ground.drafts[article]
        rests = ground.origins_of(article)
        passages = (ground.evidence(article),)
        if draft.relation == "cites" and telling.label not in behind and voice(article, ground) is None:
            whom = called(rests[0])
            text = f"{telling.label} has its news from {whom}, and quotes others too: it could rest on {whom} alone"
            out.setdefault(telling.label, (rests[0], Reason("write-up", text, passages)))
        if draft.relation == "independent" and len(draft.draws_on) > MANY_CITED:
            for name in draft.draws_on:
                if name not in behind:
                    text = f"{telling.label} gathers what {name} and others had: it could rest on them alone"
                    out.setdefault(name, (rests[0], Reason("roundup", text, passages)))
    return out


def _merge_uncounted(origins: Origins, behind: Behind, ground: Ground) -> None:
    """Pages that judge or gather what others report need have no origin of their own."""
    leading = behind.leading()
    kinds = {name: {_not_reporting(a, ground) for a in behind[name]} for name in origins.names}
    reporting = [name for name in leading if "" in kinds[name]]
    for name in ground.doubtful(origins.names, behind):
        other = next((n for n in (reporting or leading) if n != name), None)
        if other is None or is_unknown(name) or "" in kinds[name]:
            continue
        what = "judges" if kinds[name] == {"judges"} else "gathers"
        text = f"the page of {name} {what} what others report: it need not have an origin of its own"
        notes = [author_note(ground.tellings[a].article) for a in sorted(set(behind[name]))[:MOST_CITED]]
        passages = tuple(filter(None, notes)) or ground.evidences(behind[name])
        origins.merge(name, other, Reason("not-reporting", text, passages), shown=False)


def _not_reporting(article: str, ground: Ground) -> str:
    """Return what a page does with what others report, or nothing where it reports itself."""
    telling = ground.tellings[article]
    if telling.article.page in GATHERED:
        return "gathers"
    own = ground.drafts[article].origin == "own"
    return "judges" if telling.article.page in OPINION or (own and author_note(telling.article)) else ""


def _merge_short(origins: Origins, behind: Behind, ground: Ground) -> None:
    """A text too short for a family shows too little to be told from what others have."""
    leading = behind.leading()
    for name in ground.doubtful(origins.names, behind):
        tellings = [ground.tellings[a] for a in behind[name]]
        longest = max(t.body_characters() for t in tellings)
        other = next((n for n in leading if n != name), None)
        if other is not None and longest < MIN_CHARACTERS and all(t.label == name for t in tellings):
            text = f"{name} has {longest:,} characters: too few to tell them from the text of {called(other)}"
            origins.merge(name, other, Reason("too-short", text, ground.evidences(behind[name])), shown=False)


def _merge_unheard(origins: Origins, behind: Behind, ground: Ground) -> None:
    """An outlet with a long text and nobody's words but such as others have too could have written from theirs."""
    having: dict[str, set[str]] = defaultdict(set)
    for name in origins.names:
        for article in behind[name]:
            for quotation in ground.tellings[article].annotation.quotations:
                having[ground.statement(quotation) or quotation.id].add(name)
    leading = behind.leading()
    for name in ground.doubtful(origins.names, behind):
        tellings = [ground.tellings[a] for a in sorted(set(behind[name]))]
        other = next((n for n in leading if n != name), None)
        if other is None or any(t.label != name or t.body_characters() < UNHEARD for t in tellings):
            continue
        said = {ground.statement(q) or q.id for t in tellings for q in t.annotation.quotations}
        if all(len(having[statement]) > 1 for statement in said):
            whose = "nobody's words but such as others have too" if said else "nobody's words"
            text = f"{name} has {whose}: it could have been written from what others report"
            reason = Reason("nobody-heard", text, ground.evidences(behind[name]))
            origins.merge(name, other, reason, shown=False)


def _merge_voices(origins: Origins, behind: Behind, ground: Ground) -> None:
    """Outlets that live on what one speaker said could all rest on one occasion."""
    living: dict[str, dict[str, Quotation]] = defaultdict(dict)
    for name in origins.names:
        articles = _alone(name, behind, ground)
        speaker = common_voice(articles, ground)
        if speaker is not None and not any(a in ground.own_words for a in articles):
            quoting = next(a for a in articles if voice(a, ground) == speaker)
            living[speaker][name] = words_of(speaker, quoting, ground)
    for speaker in sorted(living):
        says = f"quote hardly anyone but {speaker}: they could rest on one occasion"
        _merge_chain(origins, living[speaker], "one-speaker", says)


def _merge_leads(origins: Origins, behind: Behind, ground: Ground) -> None:
    """Outlets that lead with one utterance could all rest on the one occasion at which it was made."""
    leading: dict[str, dict[str, Quotation]] = defaultdict(dict)
    for name in origins.names:
        for article in _alone(name, behind, ground):
            for statement, quotation in leads(article, ground).items():
                leading[statement].setdefault(name, quotation)
    for statement in sorted(leading):
        speaker = next((s for q in leading[statement].values() if (s := ground.speaker(q))), "one speaker")
        says = f"lead with the same words of {speaker}: they could rest on one occasion"
        _merge_chain(origins, leading[statement], "same-lead", says)


def _merge_interviews(origins: Origins, behind: Behind, ground: Ground) -> None:
    """Who quotes a speaker "in an interview" and does not say whose could rest on the interview that others name."""
    hosts: dict[str, tuple[str, Quotation]] = {}
    guests: dict[str, dict[str, Quotation]] = defaultdict(dict)
    for name in origins.names:
        for article in _alone(name, behind, ground):
            for quotation in ground.tellings[article].annotation.quotations:
                host = said_to(quotation, ground.tellings[article])
                if host is not None and host in behind:
                    hosts.setdefault(ground.speaker(quotation), (host, quotation))
                elif host is None and is_interview(quotation):
                    guests[ground.speaker(quotation)].setdefault(name, quotation)
    for speaker in sorted(hosts.keys() & guests.keys() - {""}):
        host, witness = hosts[speaker]
        for name, quotation in sorted(guests[speaker].items()):
            text = (
                f"{called(name)} quotes {speaker} in an interview that it does not name: it could be that with {host}"
            )
            origins.merge(name, host, Reason("one-interview", text, places(quotation, witness)), shown=False)


def _alone(name: str, behind: Behind, ground: Ground) -> list[str]:
    """Return the articles that rest on an origin and on no other: of the others nothing tells what is whose."""
    return [a for a in sorted(set(behind[name])) if len(ground.origins_of(a)) == 1]


def _merge_chain(origins: Origins, by_name: dict[str, Quotation], rule: str, says: str) -> None:
    """Merge origins of one key, each with the next, and cite a quotation of each."""
    for (first, one), (second, other) in pairwise(sorted(by_name.items())):
        text = f"{called(first)} and {called(second)} {says}"
        origins.merge(first, second, Reason(rule, text, places(one, other)), shown=False)

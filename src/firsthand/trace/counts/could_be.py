"""What could be one origin, though nothing shows it: the merges of the low number that stories and statements share.

Each rule takes the origins with the articles behind them and writes a reason for every merge. What the user says is an
outlet's own is not taken for another's text. No rule compares all
origins with all others: each brings together what has a key in common, an owner, a speaker, a text.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from firsthand.data import is_agency
from firsthand.data.relations import Relation, carried_by, newsroom, relations_between, same_owner
from firsthand.model import Passage, Reason
from firsthand.text import squeeze
from firsthand.trace.counts.ground import MOST_CITED, Behind, Ground, called, is_unknown, listed
from firsthand.trace.counts.merges import Origins
from firsthand.trace.evidence.tellings import by_pair, other_of, span_in
from firsthand.trace.origins.oddities import Oddities


def merge_unknown(origins: Origins, behind: Behind, ground: Ground) -> None:
    """A text that nobody signs could be anybody's here."""
    leading = behind.leading()
    for name in filter(is_unknown, origins.names):
        other = next((n for n in leading if n != name), None)
        if other is not None:
            text = f"a text whose origin nothing tells could be that of {called(other)}"
            reason = Reason("origin-unknown", text, ground.evidences(behind[name]))
            origins.merge(name, other, reason, shown=False)


def merge_unnamed(origins: Origins, behind: Behind, ground: Ground) -> None:
    """An outlet that nothing names could be any of the others, unless its words show that it is not."""
    leading = behind.leading()
    for name in origins.names:
        articles = behind[name]
        unnamed = all(ground.tellings[a].name is None and ground.tellings[a].label == name for a in articles)
        other = next((n for n in leading if n != name), None)
        if other is None or not unnamed or any(a in ground.own_words for a in articles):
            continue
        text = f"nothing tells who published {name.removeprefix('unnamed outlet of ')}: it could be one of the others"
        origins.merge(name, other, Reason("publisher-unknown", text, ground.evidences(articles)), shown=False)


def merge_partial(origins: Origins, articles: Iterable[str], ground: Ground) -> None:
    """What an article adds to a text that it uses could have stood in a longer version of that text.

    Of several texts that it uses it is one, that of which it has most: the others are not one for it.
    """
    names = set(origins.names)
    for article in sorted(articles):
        label = ground.tellings[article].label
        if ground.drafts[article].relation != "partial" or label not in names:
            continue
        used = [name for name in ground.origins_of(article) if name != label and name in names]
        if used:
            passages, other = _copied(article, ground)
            name = next((n for n in used if n in ground.origins_of(other)), used[0])
            text = f"{label} uses the text of {called(name)} in part: the rest could come from there too"
            origins.merge(label, name, Reason("partly-copied", text, passages), shown=False)


def merge_odd(origins: Origins, articles: Iterable[str], ground: Ground) -> None:
    """Outlets whose texts share an odd phrase or a slip could have had them from one text."""
    here = set(articles)
    names = set(origins.names)
    for article in sorted(here):
        for shared in ground.odd.get(article, ()):
            ours, theirs = (ground.origins_of(a) for a in (shared.later, shared.earlier))
            # Of an article that rests on several nothing tells whose the words are.
            if shared.earlier in here and len(ours) == len(theirs) == 1 and {*ours, *theirs} <= names:
                what = _oddities_told(shared, ground)
                text = f"{called(ours[0])} and {called(theirs[0])} alone have {what}: one could have it from the other"
                passages = tuple(p for reason in shared.reasons for p in reason.passages)
                origins.merge(ours[0], theirs[0], Reason(shared.reasons[0].rule, text, passages), shown=False)


def _oddities_told(shared: Oddities, ground: Ground) -> str:
    text = ground.tellings[shared.later].article.text
    return listed(f"“{squeeze(text[p.start : p.end])}”" for p in (r.passages[0] for r in shared.reasons))


def merge_owners(origins: Origins, behind: Behind, ground: Ground) -> None:
    """Outlets of one owner could share a newsroom."""
    for owner, names in same_owner(ground.doubtful(origins.names, behind)).items():
        for first, second in pairwise(names):
            text = f"{first} and {second} belong to {owner}: they could share one report"
            passages = ground.evidences((*behind[first][:1], *behind[second][:1]))
            origins.merge(first, second, Reason("same-owner", text, passages), shown=False)


def merge_newsrooms(origins: Origins, behind: Behind, ground: Ground) -> None:
    """A name under which a newsroom passes its texts on is that newsroom: shown, not only possible."""
    for name in origins.names:
        room = newsroom(name)
        if room != name and room in origins.names:
            passages = ground.evidences((*behind[name][:1], *behind[room][:1]))
            text = f"{name} passes on the texts of {room}: one newsroom"
            origins.merge(name, room, Reason("same-newsroom", text, passages), shown=True, under=room)


def merge_carried(origins: Origins, behind: Behind, ground: Ground) -> None:
    """A page that nobody signs, of an outlet that lives on its group's service, could be a text of that service."""
    for name, said, service in carried(origins, behind, ground):
        if said.through or ground.tellings[behind[name][0]].gathers:
            text = f"{name}, whose page is not signed, {said.words}: it could be one of them"
            reason = Reason("carried", text, ground.evidences(behind[name]))
            origins.merge(name, service, reason, shown=False)


def carried(origins: Origins, behind: Behind, ground: Ground) -> Iterator[tuple[str, Relation, str]]:
    """Yield outlets whose pages nobody signs with a publisher here whose texts they carry, the first of them."""
    here = {newsroom(name): name for name in reversed(origins.names)}
    for name in ground.doubtful(origins.names, behind):
        if any(ground.tellings[a].article.bylines or ground.tellings[a].label != name for a in behind[name]):
            continue
        said = next((r for r in carried_by(name) if here.get(newsroom(r.second), name) != name), None)
        if said is not None:
            yield name, said, here[newsroom(said.second)]


def merge_uncredited(origins: Origins, behind: Behind, ground: Ground) -> None:
    """A text that several newsrooms have and none credits could be an agency's, whoever was the first."""
    agency = next((name for name in origins.names if is_agency(name)), None)
    for name in ground.doubtful(origins.names, behind) if agency is not None else ():
        copies = [
            a
            for a in behind[name]
            if ground.drafts[a].origin == name and not ground.tellings[a].gathers and ground.tellings[a].label != name
        ]
        if is_agency(name) or not copies or any(_explained(a, name, ground) for a in copies):
            continue
        others = listed(ground.tellings[a].label for a in copies)
        text = f"nothing but time tells {name} from {others}, who have its text: it could be one of {agency}"
        reason = Reason("uncredited", text, ground.evidences((*behind[name][:1], *copies)))
        origins.merge(name, agency or "", reason, shown=False)


def _explained(article: str, name: str, ground: Ground) -> bool:
    """Tell whether more than time shows whose copy it is: a credit, the user's word, or whose texts its outlet runs."""
    draft = ground.drafts[article]
    return not draft.inferred or draft.by_hand is not None or bool(relations_between(draft.telling.label, name))


def _copied(article: str, ground: Ground) -> tuple[tuple[Passage, ...], str]:
    """Return the longest passages that an article shares with the page of which it has most, on both sides; that page.

    The page is the article itself where it shares nothing.
    """
    pairs = by_pair(ground.tellings[article].copies).values()
    longest = max(pairs, key=lambda shared: sum(c.characters for c in shared), default=[])
    if not longest:
        return (ground.evidence(article),), article
    other = other_of(longest[0], article)
    out = []
    for copy in sorted(longest, key=lambda c: (-c.characters, c.later_start))[: MOST_CITED // 4]:
        for key in (article, other):
            span = span_in(copy, key)
            out.append(Passage(key, span.start, span.end))
    return tuple(out), other

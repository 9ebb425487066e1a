"""Who first had a text that its own pages do not credit: what the rest of the corpus shows.

An author who elsewhere signs for an outlet, a headline that stands elsewhere over an outlet's text, passages that only
one outlet's texts have (the background paragraphs that a newsroom repeats), papers of one group that carry one text.
Each names an origin only where no other evidence of its kind names another; for pages of outlets that write themselves,
only whoever passes texts on.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.data import is_agency
from firsthand.data.relations import carried_by, owner
from firsthand.model import Passage, Reason, Span
from firsthand.trace.evidence.hands import is_wire
from firsthand.trace.evidence.tellings import Telling, common, other_of, span_in
from firsthand.trace.evidence.words import credited
from firsthand.trace.origins.view import View, authors, headline_key

# A standing passage: prose of so many characters that at least this many other texts of one origin have, and no text
# of another. Ours: an agency's background sentence is longer, and stands in most of its reports on the matter.
STANDING_CHARACTERS = 60
STANDING_TEXTS = 2
# Papers of one group that carry one text without a credit have it from the group's desk. Ours.
CHAIN_MEMBERS = 2
# A text that pages of so many outlets carry without a credit was passed on to them. Ours.
SEVERAL = 2
# Copies looked at for one text.
_MOST_COPIES = 2_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who first had a text: a name, that publisher's own page if it is here, and why."""

    name: str
    root: Telling | None = None
    reasons: tuple[Reason, ...] = ()


def by_traces(members: Sequence[Telling], view: View) -> Verdict | None:
    """Return the origin of a text without credit that the corpus gives away, or None."""
    if (captions := _by_captions(members)) is not None:
        return captions
    passed_on = all(m.gathers for m in members)
    found = _by_author(members, view)
    if passed_on or len({m.name for m in members if not m.gathers}) >= SEVERAL:
        found = found or _by_headline(members, view) or _by_passages(members, view) or _by_interview(members)
    return found if found is not None and (passed_on or is_wire(found.name)) else None


def by_chain(members: Sequence[Telling]) -> Verdict | None:
    """Return whose texts the papers of one group share, if all pages of a text are papers of one group."""
    names = sorted({m.name for m in members if m.name})
    groups = {owner(name) for name in names}
    if len(names) < CHAIN_MEMBERS or len(groups) != 1 or "" in groups or not all(m.name for m in members):
        return None
    group = groups.pop()
    carried = [
        {r.second for r in carried_by(name) if r.through and owner(r.second) == group} | {name} for name in names
    ]
    desks = sorted(set.intersection(*carried))
    if len(desks) != 1:
        return None
    text = f"only outlets of {group} carry this text, and they carry texts of {desks[0]}"
    root = next((m for m in members if m.name == desks[0]), None)
    return Verdict(desks[0], root, (Reason("chain", text),))


def _by_author(members: Sequence[Telling], view: View) -> Verdict | None:
    """An author who signs for one outlet elsewhere; an outlet's own page keeps its author unless an agency has them."""
    for member in members:
        for author in authors(member):
            signed, text = view.authors.get(author, {}), view.text_of(member.id)
            places = {name: a for name, texts in signed.items() for a in texts if view.text_of(a) != text}
            if len(places) != 1:
                continue
            name, article = next(iter(places.items()))
            if name != member.name and (member.gathers or (is_wire(name) and not _contradicted(member, article, view))):
                said = f"signed by {author.title()}, who elsewhere signs a text of {name}"
                return Verdict(name, None, (Reason("author", said, (Passage(article, 0, 0),)),))
    return None


def _contradicted(member: Telling, article: str, view: View) -> bool:
    """Tell whether an own page names its outlet as who asked, or the other text names that outlet as whom it cites."""
    named = {c.publisher for c in view.tellings[article].mentions_of_sources()}
    return member.name in named or any(c.publisher == member.name for c in member.annotation.credits)


def _by_headline(members: Sequence[Telling], view: View) -> Verdict | None:
    """A headline that stands over one outlet's text elsewhere."""
    for member in members:
        places = {n: a for n, a in view.headlines.get(headline_key(member), {}).items() if a != member.id}
        if len(places) == 1:
            name, article = next(iter(places.items()))
            text = f"has the headline of a text of {name}: “{view.tellings[article].article.headline}”"
            return Verdict(name, None, (Reason("same-headline", text, (Passage(article, 0, 0),)),))
    return None


def _by_passages(members: Sequence[Telling], view: View) -> Verdict | None:
    """Standing passages: prose that several texts of one origin have, and no text of another."""
    texts: dict[str, set[str]] = defaultdict(set)
    seen: dict[str, list[Passage]] = defaultdict(list)
    own = {view.text_of(m.id) for m in members}
    for member in members:
        for copy in member.copies[:_MOST_COPIES]:
            other = other_of(copy, member.id)
            span, name = span_in(copy, member.id), view.known.get(other)
            if copy.kind != "prose" or name is None or view.text_of(other) in own:
                continue
            if len(span) - common([span], member.quoted_spans()) < STANDING_CHARACTERS:
                continue
            texts[name].add(view.text_of(other))
            seen[name] += _passages(member, span, other, span_in(copy, other))
    if len(texts) != 1:
        return None
    name, found = next(iter(texts.items()))
    if len(found) < STANDING_TEXTS:
        return None
    text = f"has passages that {len(found)} other texts of {name} have, and no text of another"
    return Verdict(name, None, (Reason("standing-passage", text, tuple(seen[name][:6])),))


def _by_captions(members: Sequence[Telling]) -> Verdict | None:
    """The agency of all pictures of pages that are captions and no more: whose pictures they are wrote the captions."""
    if not all(m.is_bodyless() for m in members):
        return None
    photos = [(m, c) for m in members for c in m.annotation.credits if c.kind == "photo"]
    names = {c.publisher for _, c in photos}
    if len(names) != 1 or not is_agency(photos[0][1].publisher):
        return None
    name = names.pop()
    passages = tuple(Passage(m.id, c.start, c.end) for m, c in photos[:3])
    text = f"has captions and no text, and all its pictures are credited to {name}"
    return Verdict(name, None, (Reason("captions", text, passages),))


def _by_interview(members: Sequence[Telling]) -> Verdict | None:
    """An agency that all interviews in the text were given to: agencies name themselves so in their own reports."""
    for member in members:
        told = [c for c in member.mentions_of_sources() if c.kind == "interview"]
        if told and len({c.publisher for c in told}) == 1 and is_agency(told[0].publisher):
            said = credited(member, told[0])
            text = f"{said.text}, as reports of {told[0].publisher} do, and no page says whose it is"
            return Verdict(told[0].publisher, None, (Reason("told-agency", text, said.passages),))
    return None


def _passages(member: Telling, span: Span, other: str, there: Span) -> list[Passage]:
    return [Passage(member.id, span.start, span.end), Passage(other, there.start, there.end)]

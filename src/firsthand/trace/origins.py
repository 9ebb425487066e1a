"""Each article's origin and relation, from the strongest evidence to the weakest.

A family is read first: its own agency page, then credits, then the citation that its shared words carry, then time.
An article alone is read by its credits, the passages it shares, and the citations in its lead.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from firsthand.data import is_agency
from firsthand.model import Copy, Credit, Lineage, Reason, Relation
from firsthand.text import words
from firsthand.trace.evidence import Telling, by_pair, common, other_of, span_in, unquoted_characters
from firsthand.trace.families import Family, shared_share
from firsthand.trace.words import credited, sharing

# A member that has this share of its body in common with its family adds nothing of its own ("one inserted sentence
# or teaser allowed", guidelines of the lineage data); below, its writing is partly its own.
VERBATIM_SHARE = 0.72
# Below this share a page is no member of the family, whatever of the family's text it holds ("about half", ibid.).
MEMBER_SHARE = 0.5
# An article outside families that shares this many characters of prose uses another's words in part.
PARTIAL_CHARACTERS = 160
PARTIAL_SHARE = 0.12
# A passage that so many different texts have is out in public: a tweet, a transcript, a statement.
PUBLIC_TEXTS = 3
# More outlets than this in one lead are a roundup's. Ours.
MANY_CITED = 3
# The origin of a text that nothing tells.
UNKNOWN = "unknown"
# What a piece of evidence is worth when the members of a family name different origins. Ours.
_WEIGHT = {"own page": 6, "dateline": 3, "byline": 3, "footer": 3, "contribution": 1, "attribution": 1}


@dataclass(slots=True)
class Draft:
    """A lineage in the making."""

    telling: Telling
    origin: str = "own"
    relation: Relation = "independent"
    draws_on: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)  # articles whose text or report it uses
    family: str | None = None
    reasons: list[Reason] = field(default_factory=list)
    inferred: bool = False  # no credit of its own says so

    def draw(self, name: str) -> None:
        """Note whose words or facts are used, once each."""
        if name not in self.draws_on and name != self.telling.name:
            self.draws_on.append(name)


def drafts(tellings: Mapping[str, Telling], groups: Iterable[Family]) -> dict[str, Draft]:
    """Return a draft for every article."""
    out: dict[str, Draft] = {}
    family_of: dict[str, str] = {}
    for family in groups:
        out.update(_family_drafts(family, tellings))
        family_of.update(dict.fromkeys(family.members, family.id))
    for key, telling in tellings.items():
        if key not in out:
            out[key] = _single(telling, tellings, family_of)
    return out


def _family_drafts(family: Family, tellings: Mapping[str, Telling]) -> dict[str, Draft]:
    members = [tellings[key] for key in family.members]
    name, root = _family_origin(members)
    return {m.id: _member(m, members, name, root, family.id) for m in members}


def _family_origin(members: list[Telling]) -> tuple[str, Telling | None]:
    """Return the name of who first had the words, and that publisher's own page if it is here."""
    release = _release(members)
    if release is not None:
        return release.label, release
    votes: Counter[str] = Counter()
    for member in members:
        if member.name and is_agency(member.name) and not member.text_credits():
            votes[member.name] += _WEIGHT["own page"]
        for name, kind in {(c.publisher, c.kind) for c in member.mentions_of_sources()}:
            if kind != "attribution" or _is_load_bearing(member, name):
                votes[name] += _WEIGHT.get(kind, 0)
    own = {m.name for m in members if m.name and not m.text_credits() and not m.gathers}
    # A citation alone does not outweigh an outlet's own page: an outlet may cite an agency in a text of its own.
    strong = [n for n, weight in votes.items() if weight >= 3 or not own]
    if strong:
        best = max(sorted(strong), key=lambda n: votes[n])
        return best, next((m for m in members if m.name == best), None)
    # Who was first is known only of a page with a publisher and a time; of others it would be made up.
    first = next((m for m in members if _could_be_first(m)), None)
    return (UNKNOWN, None) if first is None else (first.label, first)


def _could_be_first(member: Telling) -> bool:
    timed = member.article.published or member.article.fetched
    return bool(timed and member.name) and not member.gathers and not member.text_credits()


def _release(members: list[Telling]) -> Telling | None:
    """Return the first page if its own publisher speaks in it: a release is its maker's, whoever reprints it.

    Only where the times of day are known: of pages of one day nothing tells which was first.
    """
    first, second = members[:2]
    published = first.article.published or ""
    if len(published) <= len("2031-03-04") or first.order[0] == second.order[0]:
        return None
    if first.name is None or first.gathers or first.text_credits() or is_agency(first.name):
        return None
    own = f"{' '.join(words(first.name))} "
    speakers = (q.speaker for q in first.annotation.quotations if q.speaker)
    return first if any(f"{' '.join(words(s))} ".startswith(own) for s in speakers) else None


def _is_load_bearing(member: Telling, name: str) -> bool:
    return any(c.publisher == name and c.kind == "attribution" for c in member.citations())


def _member(member: Telling, members: list[Telling], name: str, root: Telling | None, family: str) -> Draft:
    draft = Draft(member, family=family)
    if member is root or member.name == name:
        draft.relation = "original"
        _cite(draft)
        draft.reasons.append(_shared_with(member, None, members))
        return draft
    cited = [n for n in root_citations(root) if n != name]
    others = [m.id for m in members if m is not member]
    share = shared_share(member, others)
    naming = [c for c in member.mentions_of_sources() if c.publisher == name]
    text_credit = any(c.publisher == name for c in member.text_credits())
    draft.relation = "verbatim" if share >= VERBATIM_SHARE or text_credit or member.gathers else "partial"
    if share < MEMBER_SHARE and draft.relation == "partial":
        draft.family = None
    else:
        draft.origin = name
    for source in (name, *cited):
        if source != UNKNOWN:
            draft.draw(source)
    draft.inferred = not naming
    draft.reasons.extend(credited(member, c) for c in naming[:2])
    draft.reasons.append(_shared_with(member, root, members))
    if not naming:
        draft.reasons.append(_inferred(member, members, name))
    if root is not None:
        draft.sources.append(root.id)
    return draft


def root_citations(root: Telling | None) -> list[str]:
    """Return whom the first page of a text cites: who copies the text draws on them too."""
    return [] if root is None else list(dict.fromkeys(c.publisher for c in root.citations()))


def _shared_with(member: Telling, root: Telling | None, members: list[Telling]) -> Reason:
    by_other = {}
    for pair, copies in by_pair(member.copies).items():
        by_other[pair[0] if pair[1] == member.id else pair[1]] = copies
    known = {m.id: m for m in members}
    if root is not None and root.id in by_other:
        return sharing(member, root, by_other[root.id])
    best = max((k for k in by_other if k in known), key=lambda k: sum(c.characters for c in by_other[k]))
    return sharing(member, known[best], by_other[best])


def _inferred(member: Telling, members: list[Telling], name: str) -> Reason:
    if name == UNKNOWN:
        return Reason(
            "no-label", "none of the pages that carry this text says whose it is, and which was first is not known"
        )
    credit = "credits another" if member.text_credits() else "carries no credit"
    witness = next((m for m in members if any(c.publisher == name for c in m.mentions_of_sources())), None)
    if witness is None or witness is member:
        return Reason("no-credit", f"{credit}; the same text stands on {name}’s own page")
    said = credited(witness, next(c for c in witness.mentions_of_sources() if c.publisher == name))
    return Reason("credit-elsewhere", f"{credit}; {witness.label}, with the same text, {said.text}", said.passages)


def _single(telling: Telling, tellings: Mapping[str, Telling], family_of: Mapping[str, str]) -> Draft:
    draft = Draft(telling)
    text_credits = telling.text_credits()
    if text_credits:
        return _credited_alone(draft, text_credits)
    if telling.gathers:
        return _unlabelled(draft)
    if not _partial(draft, tellings, family_of):
        _cite(draft)
    return draft


def _unlabelled(draft: Draft) -> Draft:
    """Say of a text on a page that only passes on what others publish that its origin is not known."""
    draft.relation = "verbatim"
    draft.origin = UNKNOWN
    text = f"stands on {draft.telling.label}, which passes on what others publish, and no label says whose it is"
    draft.reasons.append(Reason("no-label", text))
    return draft


def _credited_alone(draft: Draft, naming: list[Credit]) -> Draft:
    draft.relation = "verbatim"
    draft.origin = naming[0].publisher
    for credit in naming:
        draft.draw(credit.publisher)
        draft.reasons.append(credited(draft.telling, credit))
    return draft


def _partial(draft: Draft, tellings: Mapping[str, Telling], family_of: Mapping[str, str]) -> bool:
    """Note the passages that the article shares with older ones, or with an agency's; tell whether there are any."""
    telling = draft.telling
    for pair, shared in sorted(by_pair(telling.copies).items()):
        other = tellings[other_of(shared[0], telling.id)]
        copies = [c for c in shared if _texts_with(c, telling, family_of) < PUBLIC_TEXTS]
        prose = unquoted_characters(telling, copies)
        if (
            other.gathers
            or other.label == telling.label
            or prose < max(PARTIAL_CHARACTERS, PARTIAL_SHARE * telling.body_characters())
        ):
            continue
        if pair[1] != telling.id and not (other.name and is_agency(other.name)):
            continue
        draft.relation = "partial"
        draft.draw(other.label)
        draft.sources.append(other.id)
        draft.inferred = not any(c.publisher == other.label for c in telling.mentions_of_sources())
        draft.reasons.append(sharing(telling, other, copies))
    return draft.relation == "partial"


def _texts_with(copy: Copy, telling: Telling, family_of: Mapping[str, str]) -> int:
    """Count the different texts that have most of a passage too: families count once."""
    span = span_in(copy, telling.id)
    having = {
        family_of.get(other_of(c, telling.id), other_of(c, telling.id))
        for c in telling.copies
        if 2 * common([span], [span_in(c, telling.id)]) >= len(span)
    }
    return len(having)


def _cite(draft: Draft) -> None:
    """Note load-bearing citations; they make an article in its publisher's own words one that cites."""
    for credit in draft.telling.citations():
        if credit.publisher not in draft.draws_on:
            draft.draw(credit.publisher)
            draft.reasons.append(credited(draft.telling, credit))
    # A page that gathers what many report rests on none of them alone.
    if draft.draws_on and len(draft.draws_on) <= MANY_CITED:
        draft.relation = "cites"


def lineage(draft: Draft, story: str, rests_on: Iterable[str]) -> Lineage:
    """Return the finished lineage of one article."""
    reasons = draft.reasons or [Reason("nothing-shared", "shares no passage with another article and credits nobody")]
    return Lineage(
        article=draft.telling.id,
        story=story,
        origin=draft.origin,
        relation=draft.relation,
        draws_on=tuple(draft.draws_on),
        rests_on=tuple(rests_on),
        family=draft.family,
        reasons=tuple(reasons),
    )

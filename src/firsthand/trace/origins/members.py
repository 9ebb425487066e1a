"""What each member of a family is to the text that they share: its origin's page, a copy, or partly a copy."""

from collections.abc import Sequence

from firsthand.model import Copy, Credit, Reason, Relation
from firsthand.trace.evidence.citing import load_bearing, rests_on
from firsthand.trace.evidence.tellings import Telling, other_of
from firsthand.trace.evidence.words import credited, sharing
from firsthand.trace.families.group import Family, shared_share
from firsthand.trace.origins.drafts import UNKNOWN, Draft
from firsthand.trace.origins.passages import taken
from firsthand.trace.origins.releases import RELEASE
from firsthand.trace.origins.verdicts import Verdict
from firsthand.trace.origins.view import View, members_of

# A member that has this share of its body in common with its family adds nothing of its own ("one inserted sentence
# or teaser allowed", guidelines of the lineage data); below, its writing is partly its own.
VERBATIM_SHARE = 0.72
# Below this share a page is no member of the family, whatever of the family's text it holds ("about half", ibid.); a
# little less will do where the page names the origin among its contributors.
MEMBER_SHARE = 0.55
# A member in whose passages more than this share of the words differ was reworded, and is no copy. Ours: no verbatim
# page of the lineage dev set has more than .09 (benchmarks/lineage), a report in other words .25 and more.
MAX_CHANGED = 0.2
CONTRIBUTED_SHARE = 0.45


def family_drafts(family: Family, verdict: Verdict, view: View) -> dict[str, Draft]:
    """Return a draft for every member of a family whose origin is ``verdict``."""
    members = members_of(family, view.tellings)
    witness = _witness(members, verdict.name)
    known = frozenset(family.members)
    out = {m.id: _draft(m, known, verdict, witness, family.id, view) for m in members}
    left = [draft for draft in out.values() if draft.family]
    if len(left) == 1:
        left[0].family = None  # the others only hold passages of its text
    return out


def _draft(
    member: Telling, known: frozenset[str], verdict: Verdict, witness: Telling | None, family: str, view: View
) -> Draft:
    draft = Draft(member, family=family)
    if clock := view.clocks.reason(member.id):
        draft.reasons.append(clock)
    if member is verdict.root or member.name == verdict.name:
        draft.relation = "original"
        cite(draft)
        draft.reasons.extend(_shared_with(member, None, known, view))
        return draft
    naming = [c for c in member.mentions_of_sources() if c.publisher == verdict.name]
    others = taken(member, view, besides=known)
    stitched = {article for _, _, article in others} if shared_share(member, known) < VERBATIM_SHARE else set()
    draft.relation, belongs = _relation(member, known, naming, stitched)
    release = any(reason.rule == RELEASE for reason in verdict.reasons)
    if release and verdict.name == UNKNOWN:
        draft.relation, belongs = "verbatim", True  # what one paper cut is no other's own
    draft.origin, draft.family = (verdict.name, family) if belongs else ("own", None)
    draft.inferred = not naming and not release
    said = [credited(member, c) for c in naming[:2]]
    said.extend(_shared_with(member, verdict.root, known, view))
    if not naming:
        said.extend(_inferred(member, verdict, witness))
    draft.reasons.extend(said)
    draft.draw(verdict.name, *said, page=verdict.root.id if verdict.root else None)
    _note_cited(draft, verdict)
    if draft.relation == "partial":
        _note_contributors(draft)
    for name, reason, article in others:
        draft.draw(name, reason)
        draft.reasons.append(reason)
        if draft.relation == "verbatim" and article in stitched:
            draft.stitched.append(article)
    return draft


def _relation(
    member: Telling, known: frozenset[str], naming: Sequence[Credit], others: set[str]
) -> tuple[Relation, bool]:
    """Return whether a member is a copy or partly one, and whether its words are mostly its family's."""
    share = shared_share(member, known)
    # Of a page stitched from two texts nothing is its own either.
    stitched = bool(others) and shared_share(member, known | others) >= VERBATIM_SHARE
    signed = any(c in naming for c in member.text_credits())
    whole = (share >= VERBATIM_SHARE or stitched) and _changed_share(member, known) <= MAX_CHANGED
    if whole or signed or member.gathers or member.is_bodyless():
        return "verbatim", True
    least = CONTRIBUTED_SHARE if any(c.kind == "contribution" for c in naming) else MEMBER_SHARE
    return "partial", share >= least


def _changed_share(member: Telling, known: frozenset[str]) -> float:
    """Return which share of the words differs in the passages that a member has of the page of which it has most."""
    best = max(_by_other(member, known).values(), key=lambda copies: sum(c.characters for c in copies), default=[])
    changed = sum(c.changed for c in best)
    return changed / max(1, changed + sum(c.words for c in best))


def _note_contributors(draft: Draft) -> None:
    """Note whom a compiled page names as contributors: what is not copied here may be theirs."""
    for credit in draft.telling.mentions_of_sources():
        if credit.kind == "contribution" and credit.publisher not in draft.draws_on:
            draft.cited.append(credit.publisher)
            draft.reasons.append(credited(draft.telling, credit))
            draft.draw(credit.publisher, draft.reasons[-1])


def cite(draft: Draft) -> None:
    """Note load-bearing citations; they make an article in its publisher's own words one that cites."""
    for credit in load_bearing(draft.telling):
        if credit.publisher not in draft.draws_on:
            draft.reasons.append(credited(draft.telling, credit))
            draft.draw(credit.publisher, draft.reasons[-1])
    draft.cited = rests_on(draft.telling)
    if draft.cited:
        draft.relation = "cites"


def _note_cited(draft: Draft, verdict: Verdict) -> None:
    """Note whom the copied text has its news from: its own lead says so, else that of the first page."""
    draft.cited, page = rests_on(draft.telling, verdict.name), draft.telling
    if not draft.cited and verdict.root is not None:
        page = verdict.root
        draft.cited = [name for name in rests_on(page) if name != draft.telling.name]
    note_cited(draft, page)


def note_cited(draft: Draft, page: Telling) -> None:
    """Note whom a text has its news from in the words of ``page``: who carries the text draws on them too."""
    said = {c.publisher: credited(page, c) for c in reversed(load_bearing(page))}
    for name in draft.cited:
        draft.draw(name, *([said[name]] if name in said else []))


def _shared_with(member: Telling, root: Telling | None, known: frozenset[str], view: View) -> list[Reason]:
    """Say which passages a member shares with the origin's page, else with the member that it shares most with."""
    by_other = _by_other(member, known)
    if not by_other:
        return [Reason("same-page", "has the captions or the headline of another page of this family")]
    if root is not None and root.id in by_other:
        best = root.id
    else:
        best = max(sorted(by_other), key=lambda k: sum(c.characters for c in by_other[k]))
    return [sharing(member, view.tellings[best], by_other[best], view.clocks)]


def _by_other(member: Telling, known: frozenset[str]) -> dict[str, list[Copy]]:
    """Return the passages that a member shares with others of its family, by the other."""
    out: dict[str, list[Copy]] = {}
    for copy in member.copies:
        other = other_of(copy, member.id)
        if other in known:
            out.setdefault(other, []).append(copy)
    return out


def _witness(members: Sequence[Telling], name: str) -> Telling | None:
    """Return the first member that names the origin."""
    return next((m for m in members if any(c.publisher == name for c in m.mentions_of_sources())), None)


def _inferred(member: Telling, verdict: Verdict, witness: Telling | None) -> list[Reason]:
    if verdict.reasons:
        return list(verdict.reasons)
    if verdict.name == UNKNOWN:
        text = "none of the pages that carry this text says whose it is, and which was first is not known"
        return [Reason("no-label", text)]
    credit = "credits another" if member.text_credits() else "carries no credit"
    if witness is None or witness is member:
        return [Reason("no-credit", f"{credit}; the same text stands on {verdict.name}’s own page")]
    said = credited(witness, next(c for c in witness.mentions_of_sources() if c.publisher == verdict.name))
    return [Reason("credit-elsewhere", f"{credit}; {witness.label}, with the same text, {said.text}", said.passages)]

"""Articles whose text no other page carries: their credits, the passages they share, the citations in their lead."""

from collections.abc import Sequence

from firsthand.model import Credit, Reason
from firsthand.trace.evidence.citing import is_wide, rests_on
from firsthand.trace.evidence.hands import is_wire, speaks_for_itself
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.evidence.words import credited
from firsthand.trace.families.group import shared_share
from firsthand.trace.origins.drafts import UNKNOWN, Draft
from firsthand.trace.origins.members import VERBATIM_SHARE, cite, note_cited
from firsthand.trace.origins.passages import cited_links, linked_pages, taken, unordered
from firsthand.trace.origins.releases import distributed
from firsthand.trace.origins.verdicts import by_traces
from firsthand.trace.origins.view import View, principal


def single(telling: Telling, view: View) -> Draft:
    """Return the draft of an article alone."""
    draft = Draft(telling)
    if clock := view.clocks.reason(telling.id):
        draft.reasons.append(clock)
    naming, verdict = telling.text_credits(), distributed([telling]) or by_traces([telling], view)
    if verdict is not None and verdict.root is telling:
        draft.reasons.extend(verdict.reasons)  # its issuer's own page
        verdict = None
    # Agency over a feed's label: the labelled outlet may be the agency's customer (guidelines of the lineage data, 2).
    labelled = telling.gathers and all(c.kind == "byline" and not is_wire(c.publisher) for c in naming)
    if naming and not (labelled and verdict is not None and is_wire(verdict.name)):
        return _credited(draft, naming, view)
    if verdict is not None:
        draft.relation, draft.origin, draft.inferred = "verbatim", verdict.name, True
        draft.draw(verdict.name, *verdict.reasons)
        draft.reasons.extend(verdict.reasons)
        for credit in naming:
            draft.reasons.append(credited(telling, credit))
            draft.draw(credit.publisher, draft.reasons[-1])
        _note_cited(draft)
        return draft
    if telling.gathers and not speaks_for_itself(telling):
        return _unlabelled(draft)
    if not _partial(draft, view):
        cite(draft)
        _cite_linked(draft, view)
    for name, reason, article in linked_pages(telling, view):
        if name not in draft.draws_on:
            draft.draw(name, reason)
            draft.pages[name] = article
            draft.reasons.append(reason)
    return draft


def _credited(draft: Draft, naming: Sequence[Credit], view: View) -> Draft:
    draft.relation = "verbatim"
    draft.origin = principal(naming).publisher
    for credit in naming:
        draft.reasons.append(credited(draft.telling, credit))
        draft.draw(credit.publisher, draft.reasons[-1])
    _note_cited(draft)
    if draft.telling.gathers and not is_wire(draft.origin):
        _note_agency(draft, view)
    return draft


def _cite_linked(draft: Draft, view: View) -> None:
    """Note whom links in the lead cite, of an article that no words of its own show to rest on somebody."""
    if draft.cited or is_wide(draft.telling):
        return
    for name, reason in cited_links(draft.telling, view):
        if name not in draft.cited:
            draft.relation = "cites"
            draft.cited.append(name)
            draft.reasons.append(reason)
            draft.draw(name, reason)


def _note_agency(draft: Draft, view: View) -> None:
    """Note passages of others in a text that only a label credits: the labelled outlet's text is partly theirs."""
    for name, reason, _ in taken(draft.telling, view):
        if name != draft.origin:
            draft.relation = "partial"
            draft.reasons.append(reason)
            draft.draw(name, reason)


def _note_cited(draft: Draft) -> None:
    """Note whom the text has its news from: who carries it rests on them too."""
    draft.cited = rests_on(draft.telling, draft.origin)
    note_cited(draft, draft.telling)


def _unlabelled(draft: Draft) -> Draft:
    """Say of a text on a page that only passes on what others publish that its origin is not known."""
    draft.relation = "verbatim"
    draft.origin = UNKNOWN
    text = f"stands on {draft.telling.label}, which passes on what others publish, and no label says whose it is"
    draft.reasons.append(Reason("no-label", text))
    return draft


def _partial(draft: Draft, view: View) -> bool:
    """Note the passages that the article shares with older ones, or with an agency's; tell whether there are any."""
    found = taken(draft.telling, view)
    for name, reason, article in found:
        draft.relation = "partial"
        draft.draw(name, reason, page=article)
        draft.reasons.append(reason)
    if not found:
        draft.reasons.extend(unordered(draft.telling, view))
        return False
    draft.inferred = not any(c.publisher in draft.draws_on for c in draft.telling.mentions_of_sources())
    # Stitched: nothing of its own stands between the passages of others.
    if shared_share(draft.telling, {article for _, _, article in found}) >= VERBATIM_SHARE:
        draft.relation, draft.origin = "verbatim", found[0][0]
    return True

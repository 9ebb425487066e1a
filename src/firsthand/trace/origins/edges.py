"""The arrows of the lineage graph: from the page, or the name, that an article draws on, with what shows it."""

from firsthand.model import Edge, Evidence, Reason
from firsthand.trace.corrections import CORRECTED
from firsthand.trace.origins.drafts import Draft
from firsthand.trace.origins.roots import Roots


def edges(draft: Draft, story: str, roots: Roots) -> list[Edge]:
    """Return the arrows that end at one article, one for each whom it draws on.

    An arrow starts at the article whose text is used, else at the cited outlet's own page in the story, else at the
    outlet's name. Its reasons are those for this one, its evidence the strongest of them: a credit, shared text, or
    what was inferred from others.
    """
    article = draft.telling.id
    out: dict[str, Edge] = {}
    for name in draft.draws_on:
        start = draft.pages.get(name) or roots.page(article, name) or name
        reasons = draft.grounds.get(name) or draft.reasons
        out.setdefault(start, Edge(story, start, article, _evidence(draft, reasons), tuple(reasons)))
    for start in draft.sources:
        out.setdefault(start, Edge(story, start, article, _evidence(draft, draft.reasons), tuple(draft.reasons)))
    return [edge for start, edge in out.items() if start != article]


def _evidence(draft: Draft, reasons: list[Reason]) -> Evidence:
    if draft.reasons and draft.reasons[0].rule == CORRECTED:
        return "corrected"
    rules = {r.rule for r in reasons}
    if "credit" in rules:
        return "credit"
    return "copied" if "shared-text" in rules and draft.sources else "inferred"

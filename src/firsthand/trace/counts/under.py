"""Which of an article's quotations stand under the citations that its news was had from.

What was said to another outlet covers the words of who was interviewed. A report of another's covers all that is
quoted. Words with an occasion of their own, a news conference, a statement, were heard there, whatever the lead cites.
"""

from collections.abc import Iterable

from firsthand.model import Credit, Quotation
from firsthand.text import squeeze
from firsthand.trace.counts.ground import Ground
from firsthand.trace.counts.occasions import is_interview
from firsthand.trace.evidence.citing import load_bearing
from firsthand.trace.evidence.clauses import beside
from firsthand.trace.evidence.tellings import Telling


def own_words(quotation: Quotation, ground: Ground) -> bool:
    """Tell whether a quotation of an article that has its news from others does not stand under their names."""
    telling = ground.tellings[quotation.article]
    if telling.id not in ground.bearing:
        bearing = load_bearing(telling)
        ground.bearing[telling.id] = bearing, _interviewed(telling, bearing, ground)
    bearing, heard = ground.bearing[telling.id]
    if not bearing or any(beside(quotation, c, telling) for c in bearing):
        return False  # nothing in its own words says so: a link, or the page that it was copied from
    if _elsewhere(quotation, bearing):
        return True
    if any(c.kind != "interview" for c in bearing):
        return False
    return bool(heard) and ground.speaker(quotation) not in heard | {"", "anonymous"}


def _elsewhere(quotation: Quotation, bearing: Iterable[Credit]) -> bool:
    """Tell whether the words were said on an occasion that is none of those cited."""
    occasion = squeeze(quotation.occasion or "")
    return bool(occasion) and not is_interview(quotation) and not any(c.publisher in occasion for c in bearing)


def _interviewed(telling: Telling, bearing: Iterable[Credit], ground: Ground) -> set[str]:
    """Return who spoke in the interviews cited, as far as the quotations beside the outlets' names tell."""
    quotations = telling.annotation.quotations
    return {ground.speaker(q) for c in bearing for q in quotations if beside(q, c, telling)} - {""}

"""A lineage in the making, and its finished form."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from firsthand.model import Correction, Lineage, Reason, Relation
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.evidence.words import unclaimed
from firsthand.trace.origins.view import View

# The origin of a text that nothing tells, and of one that is its outlet's own.
UNKNOWN = "unknown"
OWN = "own"


@dataclass(slots=True)
class Draft:
    """What is known of one article's lineage so far.

    ``draws_on`` names all whose words or facts it uses, ``cited`` those of them whom its lead has the news from, and
    ``sources`` the articles whose text it uses. ``by_hand`` is what the user says of its origin.
    """

    telling: Telling
    origin: str = OWN
    relation: Relation = "independent"
    draws_on: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    family: str | None = None
    reasons: list[Reason] = field(default_factory=list)
    stitched: list[str] = field(default_factory=list)  # articles whose passages make up the rest of a copy
    inferred: bool = False  # no credit of its own says so
    cited: list[str] = field(default_factory=list)
    grounds: dict[str, list[Reason]] = field(default_factory=dict)  # by whom it draws on
    pages: dict[str, str] = field(default_factory=dict)  # the article that it draws on them by
    by_hand: Correction | None = None

    @property
    def text_of(self) -> str:
        """The outlet or agency whose words it has."""
        return self.telling.label if self.origin == OWN else self.origin

    def draw(self, name: str, *reasons: Reason, page: str | None = None) -> None:
        """Note whose words or facts are used, once each, why, and by which of their articles.

        The reasons are the arrow's own; those that are the article's too are to be added to ``reasons``.
        """
        if name in (self.telling.name, self.telling.label, UNKNOWN):
            return
        if name not in self.draws_on:
            self.draws_on.append(name)
        self.grounds.setdefault(name, []).extend(reasons)
        if page is not None:
            self.pages.setdefault(name, page)
            if page not in self.sources:
                self.sources.append(page)


def lineage(draft: Draft, story: str, rests_on: Iterable[str], view: View) -> Lineage:
    """Return the finished lineage of one article of ``view``."""
    reasons = draft.reasons
    if all(r.rule == "clock" for r in reasons):
        reasons = [*reasons, *unclaimed(draft.telling, view.tellings, view.clocks)]
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

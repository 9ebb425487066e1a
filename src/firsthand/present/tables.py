"""All that presenting needs of a corpus, as model objects."""

from dataclasses import dataclass, field

from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Correction,
    Count,
    Difference,
    Duplicate,
    Edge,
    Lineage,
    Recurrence,
    Rejected,
    Repair,
    Statement,
    Story,
    Storyline,
    Superseded,
)


@dataclass(frozen=True, slots=True)
class Tables:
    """One consistent reading of a corpus. The lists may come in any order: nothing made of them depends on it."""

    articles: list[Article] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    storylines: list[Storyline] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    recurring: list[Recurrence] = field(default_factory=list)
    superseded: list[Superseded] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    uncounted: list[int] = field(default_factory=list)  # numbers of corrections that the tables do not show yet

    @property
    def unlinked(self) -> int:
        """The number of articles that came after linking was last run: they are in no story and have no origin yet."""
        linked = {lineage.article for lineage in self.lineages} | {s.article for s in self.superseded}
        return sum(article.id not in linked for article in self.articles)

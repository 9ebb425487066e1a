"""What tracing concludes."""

from dataclasses import dataclass

from firsthand.model import Count, Edge, Lineage


@dataclass(frozen=True, slots=True)
class Trace:
    """A lineage for each article, the arrows of the lineage graph, and a count for each story and statement."""

    lineages: list[Lineage]
    edges: list[Edge]
    counts: list[Count]

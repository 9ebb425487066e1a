"""Holds a corpus against gold, stage by stage; a stage that gold says nothing of is left out."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.measure.figures import Figures, grouped
from firsthand.measure.gold import Gold, Row
from firsthand.measure.lineage import Placed, measure_counts, measure_lineage
from firsthand.measure.quotations import Marked, measure_quotations
from firsthand.present.export.jsonl import table_rows
from firsthand.present.labels import outlet_name
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

_LINEAGE = ("origin", "relation", "draws_on", "rests_on", "family")


@dataclass(frozen=True, slots=True)
class Stage:
    """The figures of one stage: over how many of gold's ``articles``, of which ``missing`` are not in the corpus.

    What is missing counts as not found. Figures that are shares lie between 0 and 1.
    """

    name: str
    articles: int
    missing: int
    figures: Figures


def evaluate(gold: Gold, tables: Tables) -> list[Stage]:
    """Return the figures of each stage that gold speaks of. Raises InputError for gold that does not fit the texts."""
    corpus = _Corpus(tables)
    made = (_quotations(gold, corpus), _stories(gold, corpus), _lineage(gold, corpus), _counts(gold, corpus))
    return [stage for stage in made if stage]


class _Corpus:
    """The rows of the export, by article, under the ids that the user gave."""

    def __init__(self, tables: Tables) -> None:
        index = Index(tables)
        self.texts = {index.name(a.id): a.text for a in index.articles.values()}
        self.outlets = {index.name(a.id): outlet_name(a) for a in index.articles.values()}
        self.lineage = {row["id"]: row for row in table_rows(index, "lineage")}
        self.stories = {article: row for row in table_rows(index, "stories") for article in row["articles"]}
        self.quotations: defaultdict[str, list[Row]] = defaultdict(list)
        for row in table_rows(index, "quotations"):
            self.quotations[row["article"]].append(row)

    def stage(self, name: str, rows: dict[str, Row], measured: Callable[[], Figures]) -> Stage | None:
        """Return a stage's figures over gold's rows, None where there are none."""
        return Stage(name, len(rows), sum(i not in self.texts for i in rows), measured()) if rows else None


def _quotations(gold: Gold, corpus: _Corpus) -> Stage | None:
    rows = gold.having("quotations")
    known = {i: row for i, row in rows.items() if i in corpus.texts}
    lost = sum(len(row["quotations"]) for i, row in rows.items() if i not in corpus.texts)
    marked = [Marked(i, corpus.texts[i], row["quotations"], corpus.quotations[i]) for i, row in known.items()]
    return corpus.stage("quotations", rows, lambda: measure_quotations(marked, lost))


def _stories(gold: Gold, corpus: _Corpus) -> Stage | None:
    rows = gold.having("story")
    wanted = [str(row["story"]) for row in rows.values()]
    # An article that is in no story is alone.
    found = [corpus.stories[i]["id"] if i in corpus.stories else f"alone {i}" for i in rows]
    return corpus.stage("stories", rows, lambda: _of_stories(wanted, found))


def _of_stories(wanted: list[str], found: list[str]) -> Figures:
    return {"gold": len(set(wanted)), "found": len(set(found)), **grouped("stories", wanted, found)}


def _lineage(gold: Gold, corpus: _Corpus) -> Stage | None:
    rows = {i: row for i, row in gold.articles.items() if any(name in row for name in _LINEAGE)}
    placed = [Placed(i, row, corpus.lineage.get(i), corpus.outlets.get(i)) for i, row in rows.items()]
    return corpus.stage("lineage", rows, lambda: measure_lineage(placed))


def _counts(gold: Gold, corpus: _Corpus) -> Stage | None:
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for identity, row in gold.having("story").items():
        if str(row["story"]) in gold.ranges:
            stories[str(row["story"])].append(identity)
    rows = {i: gold.articles[i] for members in stories.values() for i in members}
    return corpus.stage("counts", rows, lambda: measure_counts(gold.ranges, stories, corpus.stories))

"""What the tests of counts share: invented reports, and how a small corpus is counted."""

from collections.abc import Sequence

from firsthand.link.copies import find_copies
from firsthand.model import Annotation, Article, Attribution, Count, Quotation, Statement, Story
from firsthand.trace import trace
from tests.factories import annotation

# Reports of one event, none of which shares a passage with another.
REPORTS = (
    "The lighthouse at Cape Orrin went dark on Monday night when a storm tore the roof off its engine house, and the "
    "keepers lit oil lamps in the gallery until a generator had been carried up the cliff by hand before dawn.",
    "Nobody slept in the village below the cape. Families stood on the harbour wall with torches and watched for the "
    "ships that were due, and by breakfast the bakery had handed out six hundred rolls.",
    "Two freighters anchored off the reef after a warning by radio, the pilots said, and both reached the port in the "
    "afternoon with their cargo dry, while divers looked for a barge that had broken loose.",
    "Engineers of the coast service counted eleven broken panes and a bent rail. Repairs will take nine weeks because "
    "the glass has to be cast abroad, and until then a buoy with a lamp marks the shoal.",
)


def counted(
    *articles: Article,
    notes: Sequence[Annotation] = (),
    statements: Sequence[Statement] = (),
    subject: str = "story",
) -> Count:
    """Trace articles as one story and return the count of a subject; every quotation is of a statement it is in."""
    known = {a.article: a for a in notes}
    everything = {a.id: known.get(a.id) or annotation(a) for a in articles}
    story = Story("story", "Headline", tuple(a.id for a in articles), None, None)
    statement_of = {q: s.id for s in statements for q in s.quotations}
    attributions = [
        Attribution(q.id, q.article, q.speaker, q.speaker, statement_of.get(q.id, ""))
        for note in everything.values()
        for q in note.quotations
    ]
    copies = find_copies(articles, everything)
    result = trace({a.id: a for a in articles}, everything, copies, [story], statements, attributions, [])
    return next(c for c in result.counts if c.subject == subject)


def utterance(*quotations: Quotation, name: str = "said") -> Statement:
    """Return the statement that quotations report."""
    return Statement(name, "Ilse Marran", None, None, "", 1, tuple(q.id for q in quotations))


def rules(count: Count) -> list[str]:
    """Return the rules of the merges, without what stands for each origin."""
    return [r.rule for r in count.reasons if r.rule != "origin"]


def ends(count: Count) -> tuple[int, int]:
    """Return low and high."""
    return count.low, count.high

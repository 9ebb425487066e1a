"""An id that was given once leads on: as documents come, in whatever order, to what holds what it was made of.

Ids of stories and statements are made of the member that comes first, so an earlier one that arrives late gives another
id. The one of before is an alias then (``views.moved``), wherever ids are looked up. All news here is invented.
"""

from collections.abc import Sequence
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotate
from firsthand.config import LinkConfig
from firsthand.link.statements import link_statements
from firsthand.link.stories import link_stories
from firsthand.model import Annotation, Article, Statement, Story
from firsthand.present.tables import Tables
from firsthand.present.views import Index
from firsthand.present.views.moved import statement_begun_by, story_begun_by
from tests.factories import article

WAITED = "“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony."
TOLL = "“The toll of nine crowns will stay until the repairs are paid,” said Pavel Lindqvist of the council."
STAYS = "The toll will stay until the repairs are paid, said Pavel Lindqvist, who speaks for the council."
TEXTS = (
    f"The bridge over the Lind at Halden was opened again on Monday.\n\n{WAITED}\n\n{TOLL}",
    f"Halden has its bridge back after two years of repairs.\n\n{WAITED}\n\nThe repairs cost nine million crowns.",
    f"Drivers in Halden will go on paying for the bridge over the Lind.\n\n{STAYS}\n\nIt was opened again on Monday.",
    f"The bridge over the Lind at Halden is open, and the toll stays.\n\n{TOLL}\n\n{WAITED}",
    "A ferry ran aground off Skarrow on Friday with 214 people aboard.\n\n"
    "“We lost our steering for four minutes,” Captain Lena Korsvik said. Nobody was hurt.",
    "The ferry that ran aground off Skarrow on Friday had lost its steering.\n\n"
    "“We lost our steering for four minutes,” said Lena Korsvik, its captain.",
    f"Mayor Greta Ols spoke at Halden on Monday, where the bridge over the Lind is open.\n\n{WAITED}",
)


@cache
def documents() -> tuple[tuple[Article, Annotation], ...]:
    """The texts, an hour after each other, each with what is found in it."""
    read = [article(f"a{k}", text, published=f"2031-03-04T{8 + k:02}:00:00Z") for k, text in enumerate(TEXTS)]
    return tuple((a, Annotate().annotate(a)) for a in read)


def linked(which: Sequence[int]) -> Tables:
    """Some of the documents, linked."""
    articles = {a.id: a for a, _ in (documents()[k] for k in which)}
    notes = {n.article: n for _, n in (documents()[k] for k in which)}
    stories = link_stories(list(articles.values()), notes, [], LinkConfig())
    said = link_statements(articles, notes, stories, LinkConfig())
    return Tables(
        articles=list(articles.values()),
        annotations=list(notes.values()),
        stories=stories,
        statements=said.statements,
        attributions=said.attributions,
    )


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_an_id_once_given_leads_to_what_holds_its_members(order: list[int]) -> None:
    """Of each step's statements and stories, after all later steps: found, and with the members that it had then."""
    given_: dict[str, frozenset[str]] = {}
    for n in range(1, len(order) + 1):
        tables = linked(order[:n])
        index = Index(tables)
        for identity, members in given_.items():
            now = index.find(identity)
            assert isinstance(now, Statement | Story)
            held = now.quotations if isinstance(now, Statement) else now.articles
            assert members <= set(held)
        given_ |= {s.id: frozenset(s.quotations) for s in tables.statements}
        given_ |= {s.id: frozenset(s.articles) for s in tables.stories}


def test_an_earlier_quotation_that_comes_late_gives_another_id_and_the_old_one_leads_there() -> None:
    """It is said that it is another now."""
    before, after = linked([1]), linked([1, 0])
    (old,) = (s for s in before.statements if "waited for this day" in s.wording)
    index = Index(after)
    now = index.find(old.id)
    assert isinstance(now, Statement)
    assert now.id != old.id and set(old.quotations) < set(now.quotations)
    assert index.moved(old.id) == now.id


def test_no_two_things_are_begun_alike() -> None:
    """So an alias leads to one thing only."""
    quotations = [q.id for _, note in documents() for q in note.quotations]
    begun = [*map(statement_begun_by, quotations), *(story_begun_by(a.id) for a, _ in documents())]
    assert len(set(begun)) == len(begun) == len(quotations) + len(TEXTS)

"""Grouping on the quotations that people marked in the measuring data, so that no other stage's errors count."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from firsthand.config import LinkConfig
from firsthand.link.statements import StatementLinks, link_statements
from firsthand.model import Annotation, Article, Quotation, Span, Story

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
# The gold's names of differences that stand between two quotations; "only here" is of one statement alone.
NOT_BETWEEN_TWO = {"only here"}

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """Return the gold, or skip where the measuring data is not beside the checkout."""
    path = SEEDS / "gold.json"
    if not path.exists():
        pytest.skip(f"no measuring data at {path}")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def links(gold: dict[str, Any]) -> StatementLinks:
    """Return what is concluded of the gold's quotations, speakers and stories."""
    articles, annotations = {}, {}
    for document in gold["documents"]:
        name = document["id"]
        text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
        day = document["story"][-10:]
        articles[name] = Article(
            *(name, name, f"{name}.txt", None, None, None, text, document["headline"], None, (), None),
            *(day, "day", None, "en", "", "article", (), ()),
        )
        quotations = tuple(_quotation(f"{name}-{n}", name, q, text) for n, q in enumerate(document["quotes"]))
        annotations[name] = Annotation(name, (), (), (), quotations)
    stories = [Story(key, "headline", tuple(members), None, None) for key, members in gold["stories"].items()]
    return link_statements(articles, annotations, stories, LinkConfig())


def _quotation(name: str, article: str, marked: dict[str, Any], text: str) -> Quotation:
    start, end = marked["span"]
    mention = marked["speaker_mention"]
    at = text.find(mention) if mention else -1
    return Quotation(
        *(name, article, marked["type"], start, end, (Span(start, end),), marked["speaker"]),
        *((at, at + len(mention)) if at >= 0 else (None, None)),
        *(marked["cue"], None, None, marked["occasion"], ()),
    )


def marked(gold: dict[str, Any]) -> dict[str, list[str]]:
    """Return the quotations of each of the gold's statements."""
    out = defaultdict(list)
    for document in gold["documents"]:
        for number, quotation in enumerate(document["quotes"]):
            out[quotation["statement"]].append(f"{document['id']}-{number}")
    return out


def test_statements_of_several_quotations_are_kept_whole(gold: dict[str, Any], links: StatementLinks) -> None:
    """All but two at most; at most two statements hold what the gold keeps apart."""
    of = {a.quotation: a.statement for a in links.attributions}
    statements = marked(gold)
    joint = [members for members in statements.values() if len(members) > 1]
    whole = sum(len({of[q] for q in members}) == 1 for members in joint)
    named = {q: name for name, members in statements.items() for q in members}
    mixed = [s.id for s in links.statements if len({named[q] for q in s.quotations}) > 1]
    assert whole >= len(joint) - 2
    assert len(mixed) <= 2


def test_the_differences_that_people_saw_are_found(gold: dict[str, Any], links: StatementLinks) -> None:
    """Each difference between two articles' quotations of a statement is among those told of that pair."""
    statements = marked(gold)
    told = {frozenset((d.quotation, d.other)): set(d.kinds) for d in links.differences}
    for wanted in gold["differences"]:
        if wanted["kind"] in NOT_BETWEEN_TWO:
            continue
        members = [[q for q in statements[wanted["statement"]] if q.startswith(a)] for a in wanted["articles"]]
        pairs = [frozenset((one, other)) for one in members[0] for other in members[1]]
        assert any(wanted["kind"] in told.get(pair, set()) for pair in pairs), wanted

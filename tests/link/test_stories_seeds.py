"""Stories and the storyline of the seeds, read, cleaned and annotated by the stages before."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.config import LinkConfig
from firsthand.link.stories import link_stories
from firsthand.link.storylines import link_storylines
from firsthand.model import Article, Document

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """Return the gold, or skip where the measuring data is not beside the checkout."""
    path = SEEDS / "gold.json"
    if not path.exists():
        pytest.skip(f"no measuring data at {path}")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def read(name: str) -> Article:
    """Return a seed as an article."""
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    cleaned = Clean().clean(Document(f"{name}.txt", "text", text, external_id=name, path=f"{name}.txt"))
    assert isinstance(cleaned, Article)
    return cleaned


@pytest.mark.parametrize("dated", [False, True])
def test_seeds_are_told_apart_and_chained(gold: dict[str, Any], dated: bool) -> None:
    """The stories are the gold's, and all are one storyline, with dates and without."""
    day = {member: story[-10:] for story, members in gold["stories"].items() for member in members}
    articles = {a.id: a for a in map(read, day)}
    if dated:
        articles = {i: replace(a, published=day[a.external_id or ""]) for i, a in articles.items()}
    notes = {i: Annotate().annotate(a) for i, a in articles.items()}
    stories = link_stories(list(articles.values()), notes, (), LinkConfig())
    found = sorted(sorted(articles[a].external_id or "" for a in s.articles) for s in stories)
    assert found == sorted(sorted(members) for members in gold["stories"].values())
    (line,) = link_storylines(stories, articles, notes)
    assert set(line.stories) == {s.id for s in stories}
    assert len(line.reasons) == len(stories) - 1

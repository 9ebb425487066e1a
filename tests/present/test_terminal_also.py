"""What tells a story besides its articles is shown with both, and counts for nothing."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.model import Reason, Story, StoryPart
from firsthand.present.export.jsonl import export as export_jsonl
from firsthand.present.tables import Tables
from firsthand.present.terminal import show
from tests.link.test_stories_several import EVENTS
from tests.present.invented import HARBOUR, STRIKE, hostile, tables


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A corpus of two reports of each of three events, and a briefing that tells all three."""
    folder = tmp_path_factory.mktemp("several")
    rows = [
        {"id": f"{name}{k}", "publisher": f"{name} {k} Courier", "title": texts[k][:40], "text": texts[k]}
        for name, texts in EVENTS.items()
        if name in ("fire", "vote", "ferry")
        for k in (0, 1)
    ]
    items = "\n\n".join(f"• {EVENTS[name][1]}" for name in ("fire", "vote", "ferry"))
    rows.append({"id": "briefing", "publisher": "Halden Post", "title": "Morning briefing", "text": items})
    path = folder / "in.jsonl"
    path.write_text("\n".join(json.dumps({**row, "published": "2031-03-04"}) for row in rows), encoding="utf-8")
    corpus = Corpus(folder / "corpus")
    corpus.trace([path])
    return corpus.tables()


def test_a_corpus_keeps_what_its_parts_tell(traced: Tables) -> None:
    """Stored and read again: the briefing is at home in one story and tells the other two."""
    briefing = next(a for a in traced.articles if a.external_id == "briefing")
    homes = [s for s in traced.stories if briefing.id in s.articles]
    told = [s for s in traced.stories if any(part.article == briefing.id for part in s.also)]
    assert len(homes) == 1 and len(told) == len(traced.stories) - 1 == 2
    assert not {s.id for s in homes} & {s.id for s in told}
    for story in told:
        (part,) = story.also
        assert briefing.text[part.start : part.end].startswith("•")


def test_it_is_shown_with_the_story_and_with_the_article(traced: Tables) -> None:
    """With the part, the reason and where it stands."""
    told = next(s for s in traced.stories if s.also)
    text = re.sub(r"\s+", " ", show(traced, told.id))
    assert "Also told, in part, by (counted for no origin) Halden Post · Morning briefing “• " in text
    assert told.also[0].reason.text in text
    text = re.sub(r"\s+", " ", show(traced, "briefing"))
    assert "Also tells, in part (counted for no origin there)" in text
    assert all(s.id in text for s in traced.stories)


def test_it_is_no_origin_of_the_further_stories(traced: Tables) -> None:
    """Neither among the names nor in the range."""
    counts = {c.subject: c for c in traced.counts}
    for story in traced.stories:
        if story.also:
            assert counts[story.id].high <= 2
            assert not any("Halden Post" in name for name in counts[story.id].origins)


def test_it_is_exported_with_the_names_of_articles(traced: Tables, tmp_path: Path) -> None:
    """As the reference says."""
    export_jsonl(traced, tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
    parts = [part for row in rows for part in row["also"]]
    assert [part["article"] for part in parts] == ["briefing", "briefing"]
    assert all(part["reason"]["rule"] == "also-tells" and part["start"] < part["end"] for part in parts)


def noted(made: Tables, story: str, article: str) -> Tables:
    """Return tables in which a part of an article tells a story."""
    part = StoryPart(article, 0, 20, Reason("also-tells", "A part of this roundup has Holm in common with the story"))
    stories: list[Story] = [replace(s, also=(part,)) if s.id == story else s for s in made.stories]
    return replace(made, stories=stories)


def test_articles_that_are_gone_and_hostile_words_do_no_harm() -> None:
    """Unknown ids are left out, and a headline cannot steer the terminal."""
    assert "Also told" not in show(noted(tables(), HARBOUR, "gone"), HARBOUR)
    assert "Also told" not in show(tables(), STRIKE)
    made = hostile()
    text = show(noted(made, made.stories[0].id, made.articles[0].id), made.stories[0].id)
    assert "Also told" in text and not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)

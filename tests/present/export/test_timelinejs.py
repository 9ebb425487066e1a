"""TimelineJS: the fields of its JSON, dates that are as precise as they are known, nothing that a page would run."""

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from firsthand.present.export.timelinejs import export, when
from firsthand.present.tables import Tables
from tests.present.export.test_formats import rich
from tests.present.invented import HARBOUR, hostile

Row = dict[str, Any]
# https://timeline.knightlab.com/docs/json-format.html
EVENT = {"unique_id", "start_date", "end_date", "text", "group"}
DATE = ("year", "month", "day", "hour", "minute")


def timelines(made: Tables, folder: Path) -> dict[str, Row]:
    """The timelines by their files' names."""
    export(made, folder)
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()}


@pytest.mark.parametrize("corpus", [rich, hostile])
def test_every_timeline_has_the_fields_of_the_format(tmp_path: Path, corpus: Any) -> None:
    """Dates begin with the year and skip nothing; each event has one name."""
    for timeline in timelines(corpus(), tmp_path).values():
        assert set(timeline) <= {"title", "events", "scale"}
        assert len({e["unique_id"] for e in timeline["events"]}) == len(timeline["events"])
        for event in timeline["events"]:
            assert {"start_date", "text"} <= set(event) <= EVENT
            assert set(event["text"]) == {"headline", "text"}
            for date in (event["start_date"], event.get("end_date", event["start_date"])):
                assert tuple(date) == DATE[: len(date)]
                datetime(*[*date.values(), 1, 1][: max(3, len(date))])


def test_stories_and_the_articles_of_a_story(tmp_path: Path) -> None:
    """One timeline of all stories, one of each story that several articles tell, oldest first."""
    found = timelines(rich(), tmp_path)
    assert len(found["timeline"]["events"]) == 3 and set(found) == {
        "timeline", f"story-{HARBOUR}", "story-57a0e1c2b3d4f507",
    }  # fmt: skip
    events = found[f"story-{HARBOUR}"]["events"]
    assert [e["group"] for e in events][:3] == ["Norwire", "Valdoria Today", "The Ellmar Post"]
    assert events[0]["start_date"] == {"year": 2031, "month": 3, "day": 3, "hour": 8, "minute": 10}
    assert events[2]["text"]["text"] == "verbatim; rests on Norwire"


def test_times_are_as_precise_as_they_are() -> None:
    """A year is a year, and what is no date is none."""
    assert when("2031") == {"year": 2031}
    assert when("2031-03") == {"year": 2031, "month": 3}
    assert [when(bad) for bad in (None, "", "soon", "2031-13", "2031-02-30", "0-0-0")] == [None] * 6


def test_what_has_no_date_is_counted(tmp_path: Path) -> None:
    """And is on no timeline."""
    made = rich()
    undated = replace(made, articles=[replace(a, published=None) for a in made.articles], stories=made.stories[:1])
    counts = export(undated, tmp_path)
    assert (counts["stories"], counts["timelines"], counts["undated"]) == (1, 0, 8)


def test_text_of_documents_is_never_markup(tmp_path: Path) -> None:
    """TimelineJS shows it as HTML, so the only tag is the link that is ours."""
    made = hostile()
    dated = replace(
        made,
        articles=[replace(a, published="2031-03-03T08:00:00+00:00") for a in made.articles],
        stories=[replace(s, first="2031-03-03") for s in made.stories],
    )
    for timeline in timelines(dated, tmp_path).values():
        assert timeline["events"]
        for event in timeline["events"]:
            for text in (*event["text"].values(), event.get("group", "")):
                assert "<" not in re.sub(r'<a href="https?://[^"<>]*">|</a>', "", text)

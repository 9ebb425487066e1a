"""TimelineJS 3: ``timeline.json`` of the stories, and ``story-ID.json`` of each story that several articles tell.

TimelineJS shows headline and text as HTML, so everything from documents is escaped, and links are http(s) only.
"""

import html
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from firsthand.model import Article, Story
from firsthand.present.export.pieces import dumps, snippet, unicode, write_nested
from firsthand.present.labels import counted, origins_line, outlet
from firsthand.present.safe import slug, visible, web_address, write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

Row = dict[str, Any]


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write the timelines into ``folder``, and return how many stories and how many timelines of one story.

    What has no date that can be used is on no timeline, and counted as ``undated``. A story stands at the day of its
    event where that is known to the day, else at its first article. ``with_text`` has no effect: a timeline holds
    headlines, and words of quotations up to ``SNIPPET`` characters. Raises OSError.
    """
    del with_text
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    stories = sorted(index.stories.values(), key=lambda s: s.id)
    tally = {"stories": 0, "timelines": 0, "undated": 0}

    def told() -> Iterator[Row]:
        for story in stories:
            made = _of_story(index, story)
            tally["stories" if made else "undated"] += 1
            if made:
                yield made

    write_nested(folder / "timeline.json", {}, "events", told())
    for story in stories:
        events = [made for a in index.in_time(story.articles) if (made := _of_article(index, a))]
        tally["undated"] += len(story.articles) - len(events)
        if len(story.articles) > 1 and events:
            title = {"text": _text(story.headline, origins_line(index.counts.get(story.id)))}
            whole = {"title": title, "events": events, "scale": "human"}
            write_whole(folder / f"story-{slug(story.id)}.json", [dumps(whole) + b"\n"])
            tally["timelines"] += 1
    return tally


def _of_story(index: Index, story: Story) -> Row | None:
    known = story.happened if story.happened_precision in ("day", "minute", "second") else None
    start = when(known) or when(story.first)
    if start is None:
        return None
    said = f"{counted(len(story.articles), 'article')}, {origins_line(index.counts.get(story.id))}"
    event: Row = {"unique_id": slug(story.id), "start_date": start, "text": _text(story.headline, said)}
    end = when(story.last)
    return {**event, "end_date": end} if end and not known and end != start else event


def _of_article(index: Index, article: Article) -> Row | None:
    start = when(article.published) if index.is_timed(article) else None
    if start is None:
        return None
    lineage = index.lineages.get(article.id)
    relation = f"{lineage.relation}; " if lineage else ""
    rests = ", ".join(index.origin(n) for n in lineage.rests_on) if lineage else ""
    said = f"{relation}rests on {rests}" if rests else relation.rstrip("; ")
    event: Row = {
        "unique_id": slug(article.id),
        "group": html.escape(_plain(outlet(article))),
        "start_date": start,
        "text": _text(article.headline or outlet(article), said),
    }
    link = web_address(article.url)
    # TimelineJS takes the headline as HTML: the link of the event goes around it.
    if link:
        event["text"]["headline"] = f'<a href="{html.escape(link)}">{event["text"]["headline"]}</a>'
    return event


def when(time: str | None) -> dict[str, int] | None:
    """Return an ISO 8601 time as TimelineJS has it, as precise as it is; None for what is no such time."""
    parts = (time or "")[:10].split("-")
    try:
        if len(parts) == 3 and "T" in (time or ""):
            return _moment(datetime.fromisoformat(time or ""))
        numbers = [int(part) for part in parts]
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    return dict(zip(("year", "month", "day"), numbers, strict=False))


def _moment(moment: datetime) -> dict[str, int]:
    day = {"year": moment.year, "month": moment.month, "day": moment.day}
    return {**day, "hour": moment.hour, "minute": moment.minute}


def _text(headline: str, said: str) -> dict[str, str]:
    return {"headline": html.escape(_plain(headline)), "text": html.escape(_plain(said))}


def _plain(text: str) -> str:
    return snippet(visible(unicode(text)), with_text=False)

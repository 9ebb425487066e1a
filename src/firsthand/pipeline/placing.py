"""New articles placed in the stories of a corpus: by a live reading that takes up the stored stories.

Which story an article is in follows from the stored stories and from what the reading tells since: assignments, splits
and merges, in their order. Articles that are no longer active stay where they were, and go along where their story is
merged.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from firsthand.config import LinkConfig
from firsthand.link.stories import make_story
from firsthand.link.stories.headlines import central_headline
from firsthand.link.stories.live import ACTIVE_ARTICLES, ACTIVE_DAYS, LiveStories
from firsthand.link.stories.profiles import days
from firsthand.model import Article, Copy, Repair, Story
from firsthand.pipeline.link import Seen
from firsthand.pipeline.shelf import Shelf
from firsthand.pipeline.standing import Standing
from firsthand.stage import Spread, here


@dataclass(frozen=True, slots=True)
class Placed:
    """Which stories were touched when arriving articles were placed, and what was repaired, and why."""

    touched: frozenset[str]
    repairs: list[Repair]


def take_up(
    stored: Seen, shelf: Shelf, home: Mapping[str, str], config: LinkConfig, spread: Spread = here
) -> LiveStories:
    """Return a live reading of the stored stories, as far as they are active; ``spread`` is given their reading."""
    live = LiveStories(config, read=shelf.remembered)
    active = _active(stored, home)
    articles, annotations = shelf.articles(active), shelf.annotations(active)
    known = [articles[name] for name in active if name in articles]
    shelf.remembered.read_ahead(known, annotations, spread)
    live.restore(known, annotations, shelf.copies(active), home)
    return live


def place(
    live: LiveStories, shelf: Shelf, who: Standing, come: Collection[str], gone: Iterable[str], copies: Iterable[Copy]
) -> Placed:
    """Assign the articles that came and let go those that are gone; ``who`` says where all of them are then."""
    articles, annotations = shelf.articles(come), shelf.annotations(come)
    touched: set[str] = set()
    live.changes()
    shared = list(copies)
    for told in live.add_all(sorted(articles.values(), key=_when), annotations, shared):
        who.move([told.article], told.story)
        touched.add(told.story)
    for name in gone:
        live.forget(name)
        if name in who.home:
            touched.add(who.home[name])
        who.move([name], None)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    repairs = []
    for change in live.changes():
        repairs.append(
            Repair(change.kind, change.cause, change.articles, change.before, change.after, change.reason, at)
        )
        moved = {a for a in change.articles if a in who.home}
        if change.kind == "merge":
            moved |= who.members.get(change.before, set())
        who.move(moved, change.after)
        touched |= {change.before, change.after}
    return Placed(frozenset(touched), repairs)


def told_anew(who: Standing, live: LiveStories, shelf: Shelf, names: Iterable[str]) -> list[Story]:
    """Return stories by their names, as their articles are now; those without any are no more. Ids stay."""
    told = sorted(set(names) & who.members.keys())
    # Looked up at once: in a large corpus a lookup costs some hundredths of a second, however little it is for.
    known = shelf.articles({article for name in told for article in who.members[name]})
    out = []
    for name in told:
        articles = {a: known[a] for a in sorted(who.members[name]) if a in known}
        central = [articles[a] for a in live.central(name) if a in articles]
        near = {a.id for a in central}
        rest = sorted((a for a in articles.values() if a.id not in near), key=_when)
        if articles:
            out.append(replace(make_story(list(articles.values()), central_headline([*central, *rest])), id=name))
    return out


def _active(stored: Seen, home: Mapping[str, str]) -> list[str]:
    """Return the linked articles that a live reading would still remember, the oldest first."""
    times = zip(*(stored.column("articles", column) for column in ("id", "published", "fetched")), strict=True)
    known = [
        (day is None, day or 0.0, name)
        for name, published, fetched in times
        if name in home
        for day in (days(published) if published else days(fetched),)
    ]
    dated = [day for undated, day, _ in known if not undated]
    least = max(dated, default=0.0) - ACTIVE_DAYS
    recent = sorted(k for k in known if k[0] or k[1] >= least)
    return [name for _, _, name in recent[-ACTIVE_ARTICLES:]]


def _when(article: Article) -> tuple[bool, float, str]:
    day = days(article.published) or days(article.fetched)
    return day is None, day or 0.0, article.id

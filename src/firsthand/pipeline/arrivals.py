"""What new articles change of a linked corpus: the rows that are gone, and those in place of them; all others stay.

copies      the stored index is asked, and none but the articles that share text with a new one are read
stories     a live reading places the new articles and repairs what they show to be wrong
statements  those of the stories touched
storylines  those of the stories touched and of what is near to them
trace       the stories touched, and whoever shares a text with a new article

`firsthand link` remains the better reading of a whole corpus: it weighs all articles at once, where a live reading
weighs each against what was there when it came.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from firsthand.config import Config
from firsthand.link.copies import Index, whole
from firsthand.link.corrections import CorrectedStories, correct_stories
from firsthand.link.stories.live import LiveStories
from firsthand.link.stories.several import also_told
from firsthand.link.summaries import describe
from firsthand.model import Copy, Correction, Story, Storyline
from firsthand.model.correction import standing
from firsthand.pipeline.copies import FINGERPRINTS, Copied, copies, stored_index
from firsthand.pipeline.link import Boilerplate, Seen, Tell, boilerplate_near
from firsthand.pipeline.placing import Placed, place, take_up, told_anew
from firsthand.pipeline.remembered import Remembered
from firsthand.pipeline.retelling import Restated, restated, storylines
from firsthand.pipeline.retracing import Linked, Retraced, retraced
from firsthand.pipeline.shelf import Shelf, partners
from firsthand.pipeline.standing import Parted, Standing, Waiting, plain
from firsthand.stage import Shuffle, Spread, here

Patch = tuple[Mapping[str, Iterable[str]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """One step of a growing corpus, as the store takes it, and the articles of which anything was told anew."""

    append: dict[str, Sequence[Any]]
    replace: dict[str, Sequence[Any]]
    patch: dict[str, Patch]
    arrays: dict[str, list[dict[str, Any]]]
    articles: frozenset[str]


def can_arrive(stored: Seen, corrections_waiting: bool) -> bool:
    """Tell whether there is a linked corpus to arrive at; else all of it is to be linked."""
    return bool(stored.count("stories")) and bool(stored_index(stored).segments) and not corrections_waiting


def arrive(
    stored: Seen,
    waiting: Waiting,
    remembered: Remembered,
    config: Config,
    corrections: Sequence[Correction],
    shuffle: Shuffle,
    tell: Tell = lambda _: None,
    spread: Spread = here,
) -> Arrived:
    """Return what follows from the articles that are to come and to go; see the module.

    ``remembered`` is what the last arrival left, an empty one where something else was written since; it is changed.
    ``spread`` is given the articles that are read to make it.
    """
    tell("copies")
    come, gone = waiting.come, waiting.gone
    who = remembered.standing = remembered.standing or Standing.of(stored)
    recur, shelf = _recurring(stored, come, remembered, shuffle)
    copied = _copied(shelf, recur, come)
    own = _changed_copies(shelf, copied, who, waiting)
    tell("stories")
    if remembered.live is None:
        remembered.live = take_up(stored, shelf, who.home, config.link, spread)
    live = remembered.live
    new = {c for name in come for c in own.get(name, ())}
    placed = place(live, shelf, who, come, gone, new)
    corrected = _corrected(placed, who, live, shelf, corrections)
    parted = who.tell(corrected.stories, gone)
    who.count(shelf.articles(come).values(), shelf.articles(gone).values())
    lines, beside = _near(shelf, live, corrected.stories, who, parted)
    shown = _described(shelf, corrected.stories, beside, who)
    who.show(shown.values())
    touched = [shown[s.id] for s in corrected.stories]
    tell("statements")
    said = restated(shelf, touched, gone, new, who.story_of, config, corrections)
    linked = Linked(
        shelf, who.story_of, own, said.gone, {s.id: s for s in said.said.statements}, said.said.attributions,
        said.said.differences, who.publishers,
    )  # fmt: skip
    tell("storylines")
    among = linked.statements_of({a.statement for a in linked.attributions_of(_articles(shown.values()))})
    told = storylines(shelf, list(shown.values()), {s.id: s for s in among})
    tell("origins")
    traced = retraced(linked, touched, [*own, *gone], config, corrections)
    arrived = Arrived(
        append={"paragraphs": recur.paragraphs, "repairs": placed.repairs},
        replace={"inferred": corrected.inferred},
        patch={
            "recurring": _recurring_patch(recur),
            **_copies_patch(own, gone, who.story_of),
            "stories": _rows_patch(shelf.having("stories", {*shown, *parted.changed}, "id"), shown.values()),
            "storylines": _rows_patch(lines, told),
            **_statements_patch(said),
            **_trace_patch(traced, said.gone, parted.changed, gone),
        },
        arrays={FINGERPRINTS: copied.arrays},
        articles=frozenset(traced.articles | _articles(touched) | come),
    )
    who.show(plain(s) for s in shown.values())
    return arrived


def _recurring(
    stored: Seen, come: Collection[str], remembered: Remembered, shuffle: Shuffle
) -> tuple[Boilerplate, Shelf]:
    articles = {a.id: a for a in stored.having("articles", "id", come)}
    notes = {a.article: a for a in stored.having("annotations", "article", come)}
    recur = boilerplate_near(articles, notes, stored, shuffle)
    return recur, Shelf(stored, recur, remembered)


def _copied(shelf: Shelf, recur: Boilerplate, come: Collection[str]) -> Copied:
    """Return the copies of what came or changed; what came back, as an earlier version may, is looked up again."""
    index: Index = stored_index(shelf.stored)
    again = (recur.changed | set(come)) - recur.new
    gone = recur.as_before({a.id: a for a in shelf.having("articles", again, "id")})
    changed = list(shelf.articles(recur.new | again).values())
    return copies(index, list(gone.values()), changed, shelf.articles, shelf.annotations)


def _changed_copies(shelf: Shelf, copied: Copied, who: Standing, waiting: Waiting) -> dict[str, list[Copy]]:
    """Return all copies of each article that has another one now, or one of another kind.

    What is public on one page is public in all pairs of it (``whole``): so the pairs of those that share a passage with
    a changed article are judged again, by what their other pairs show.
    """

    def counted(name: str) -> bool:
        return name in waiting.come or (name in who.home and name not in waiting.gone)

    stored = shelf.copies(copied.touched)
    bearing = partners([*stored, *copied.found], copied.touched | waiting.gone)
    around = partners([*shelf.copies(bearing), *copied.found], bearing)
    known = {c for c in shelf.copies(around) if c.earlier not in copied.touched and c.later not in copied.touched}
    every = [c for c in {*known, *copied.found} if counted(c.earlier) and counted(c.later)]
    out: dict[str, list[Copy]] = {name: [] for name in bearing}
    for c in whole(every):
        for name in (c.earlier, c.later):
            if name in out:
                out[name].append(c)
    return out


def _corrected(
    placed: Placed, who: Standing, live: LiveStories, shelf: Shelf, corrections: Sequence[Correction]
) -> CorrectedStories:
    """Return the touched stories, and those that the user corrected, with the user's corrections over them."""
    named = {m for c in standing(corrections, "story") for m in c.members}
    names = placed.touched | {who.home[m] for m in named if m in who.home}
    stories = told_anew(who, live, shelf, names)
    return correct_stories(stories, shelf.articles(_articles(stories)), corrections)


def _near(
    shelf: Shelf, live: LiveStories, touched: Sequence[Story], who: Standing, parted: Parted
) -> tuple[list[Storyline], dict[str, Story]]:
    """Return the storylines that may change, and the stories in them and near to the touched ones.

    A storyline may name a story that is merged into another now, which it has nothing else to do with.
    """
    asked = _articles(touched)
    near = {who.story_of[a].id for a in live.neighbours(asked) if a in who.story_of}
    lines = shelf.having("storylines", near | {s.id for s in touched} | parted.gone, "stories")
    names = near | {name for line in lines for name in line.stories}
    return lines, {name: who.stories[name] for name in names if name in who.stories}


def _described(shelf: Shelf, touched: Sequence[Story], beside: Mapping[str, Story], who: Standing) -> dict[str, Story]:
    """Return touched stories with dates and summaries, and those beside them, which may be told by the same parts."""
    stored = {s.id: s for s in shelf.having("stories", beside.keys() | {s.id for s in touched}, "id")}
    others = [s for name, s in sorted(stored.items()) if name in who.stories and name not in {t.id for t in touched}]
    articles = _articles([*touched, *others])
    held, notes = shelf.articles(articles), shelf.annotations(articles)
    gathered = {key: shelf.remembered.gathering(article) for key, article in held.items()}
    several = {key: kind for key, kind in gathered.items() if kind is not None}
    stories = also_told([*describe(touched, held, notes), *others], held, notes, several)
    return {s.id: _with_also(s, stored.get(s.id), articles) for s in stories}


def _with_also(story: Story, stored: Story | None, seen: Collection[str]) -> Story:
    """Return a story that keeps what parts of articles tell it that were not looked at now."""
    kept = [part for part in (stored.also if stored else ()) if part.article not in seen]
    return replace(story, also=tuple(sorted([*kept, *story.also], key=lambda p: (p.article, p.start))))


def _recurring_patch(recur: Boilerplate) -> Patch:
    changed = {r.article for r in set(recur.recurring) ^ set(recur.known)}
    return {"article": changed}, [r for r in recur.recurring if r.article in changed]


def _copies_patch(own: Mapping[str, list[Copy]], gone: Collection[str], counted: Collection[str]) -> dict[str, Patch]:
    names = {*own, *gone}
    rows = sorted(
        {c for found in own.values() for c in found if c.earlier in counted and c.later in counted},
        key=lambda c: (c.earlier, c.later, c.later_start, c.earlier_start),
    )
    return {"copies": ({"earlier": names, "later": names}, rows)}


def _rows_patch(before: Iterable[Any], after: Iterable[Any]) -> Patch:
    """Return what takes rows that have ids to others; those that are the same stay where they are."""
    old, new = {row.id: row for row in before}, {row.id: row for row in after}
    gone = {name for name, row in old.items() if new.get(name) != row}
    return _keys("id", gone), [row for name, row in new.items() if old.get(name) != row]


def _statements_patch(said: Restated) -> dict[str, Patch]:
    gone = _keys("statement", said.gone)
    return {
        "statements": (_keys("id", said.gone), said.said.statements),
        "attributions": (gone, said.said.attributions),
        "differences": (gone, said.said.differences),
    }


def _trace_patch(
    traced: Retraced, statements: Collection[str], stories: Collection[str], gone: Collection[str]
) -> dict[str, Patch]:
    articles = {*traced.articles, *gone}
    return {
        "lineages": (_keys("article", articles), traced.trace.lineages),
        "edges": (_keys("target", articles), traced.trace.edges),
        "counts": (_keys("subject", {*traced.subjects, *statements, *stories}), traced.trace.counts),
    }


def _keys(column: str, values: Iterable[str]) -> dict[str, Iterable[str]]:
    return {column: set(values)}


def _articles(stories: Iterable[Story]) -> set[str]:
    return {a for story in stories for a in story.articles}


__all__ = ["Arrived", "arrive", "can_arrive"]

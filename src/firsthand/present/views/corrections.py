"""What the user corrected, and what has become of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from firsthand.model import Article, Correction, Count, Quotation, Statement, Story
from firsthand.model.correction import home
from firsthand.present.labels import (
    counted,
    listed,
    origins_line,
    origins_range,
    plural,
    quoted,
    shorten,
    speaker_name,
    told,
    when,
)
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import outlet_row

Found: TypeAlias = Article | Story | Statement | Quotation
# It holds; a later one holds instead; what it names is not in the corpus; the tables do not show it yet; taken back.
State = Literal["applies", "overruled", "gone", "uncounted", "undone"]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction: what was ``said`` in a sentence, its state, by which later one it is overruled, what is so now."""

    correction: Correction
    said: str
    state: State
    overruled_by: int | None
    now: tuple[str, ...]


@dataclass(frozen=True)
class Corrections:
    """All corrections of a corpus, in the order they were made."""

    index: Index

    def __iter__(self) -> Iterator[CorrectionView]:
        for c in sorted(self.index.tables.corrections, key=lambda c: c.number):
            state = self._state(c)
            by = self._overruling(c) if state == "overruled" else None
            yield CorrectionView(c, said(self.index, c), state, by, tuple(self._now(c)))

    def _state(self, c: Correction) -> State:
        if c.undone:
            return "undone"
        if c.number in self.index.tables.uncounted:
            return "uncounted"
        where = self._where[c.kind]
        named = [kept for group in c.groups if (kept := [m for m in group if m in where])]
        if len(named) < len(c.groups):
            return "gone"
        homes = [home(group, where) for group in named]
        if c.verb == "origin":
            return "overruled" if self._overruling(c) else "applies"
        holds = len(set(homes)) == (1 if c.verb == "merge" else len(homes))
        return "applies" if holds else "overruled"

    def _overruling(self, c: Correction) -> int | None:
        """Return the first later correction that speaks of the same; of texts also the last that names an origin, which
        goes before what is said of texts at any time.
        """
        others = (o for o in self.index.tables.corrections if o.number != c.number and o.undone is None)
        same = [o for o in others if o.kind == c.kind and o.members & c.members]
        later = [o.number for o in same if o.number > c.number and (o.verb == "origin") == (c.verb == "origin")]
        origins = [o.number for o in same if o.verb == "origin"] if c.verb != "origin" else []
        return min(later, default=max(origins, default=None))

    def _now(self, c: Correction) -> Iterator[str]:
        where, index = self._where[c.kind], self.index
        named = [[m for m in group if m in where] for group in c.groups]
        if c.kind == "text":
            yield from (standing(index, index.articles[m]) for group in named for m in group)
            return
        known: Mapping[str, Story | Statement] = index.stories if c.kind == "story" else index.statements
        ids = dict.fromkeys(home(group, where) for group in named if group)
        yield from (f"{standing(index, known[i])} ({i})" for i in ids if i in known)

    @cached_property
    def _where(self) -> dict[str, dict[str, str]]:
        """What each article or quotation is part of, by the kind of correction."""
        index = self.index
        texts = {article: line.family or article for article, line in index.lineages.items()}
        statements = {q: a.statement for q, a in index.attributions.items()}
        return {"story": index.story_of, "statement": statements, "text": texts}


def state(view: CorrectionView) -> str:
    """Return in words what has become of a correction."""
    match view.state:
        case "applies":
            return "applies"
        case "overruled":
            return f"overruled by {view.overruled_by}" if view.overruled_by else "does not apply any more"
        case "gone":
            return "does not apply: what it names is not in this corpus, or not linked"
        case "uncounted":
            return "not counted yet: link the corpus (firsthand link)"
    return f"taken back on {when(view.correction.undone)}"


def said(index: Index, c: Correction) -> str:
    """Return what the user said, as a sentence."""
    names = [index.name(m) for group in c.groups for m in group]
    if c.verb == "origin":
        verb = {"cites": "has the news from", "partial": "uses words of"}.get(c.relation or "", "carries the words of")
        whose = {"own": "its own outlet", "unknown": "an unknown origin"}.get((c.name or "").casefold(), c.name)
        return f"{names[0]} {verb} {whose}" + (f" ({c.relation})" if c.relation else "")
    if taken_out := _taken_out(index, c):
        return taken_out
    what = {"story": "one story", "statement": "one utterance", "text": "one text"}[c.kind]
    verb = "are" if c.verb == "merge" else "are not"
    return f"{' and '.join(c.given if c.kind != 'text' else names)} {verb} {what}"


def _taken_out(index: Index, c: Correction) -> str:
    """Return what was said of articles of a story, or of quotations of a statement; empty where it was of equals."""
    whole, *parts = c.given
    if c.verb != "split" or c.kind == "text" or parts != [index.name(m) for m in c.groups[-1]]:
        return ""
    one = len(parts) == 1
    if c.kind == "story":
        return f"{listed(parts)} {'is' if one else 'are'} not of the story {whole}"
    return f"{listed(parts)} {'does' if one else 'do'} not report the statement {whole}"


def standing(index: Index, found: Found) -> str:
    """Return in a line what is concluded of something."""
    match found:
        case Story():
            line = f"{counted(len(found.articles), 'article')}, {origins_line(index.counts.get(found.id))}"
            return f"story “{shorten(found.headline, 60)}”: {line}"
        case Statement():
            line = f"{counted(len(found.quotations), 'quotation')}, {origins_line(index.counts.get(found.id))}"
            return f"statement of {speaker_name(found.speaker)}, “{shorten(told(found), 60)}”: {line}"
        case Quotation():
            return f"quotation “{shorten(quoted(found, index.articles[found.article].text), 60)}”"
    row = outlet_row(index, found)
    return f"{row.outlet} ({index.name(found.id)}): {row.relation}"


def recounted(before: Tables, after: Tables) -> list[str]:
    """Return a line for each story and statement that is there before and after, and is counted otherwise now."""
    was, index = Index(before).counts, Index(after)
    members = {s.id: set(s.articles) for s in before.stories} | {s.id: set(s.quotations) for s in before.statements}
    lines = []
    subjects: list[Story | Statement] = [*after.stories, *after.statements]
    for subject in subjects:
        then, now = was.get(subject.id), index.counts.get(subject.id)
        here = subject.articles if isinstance(subject, Story) else subject.quotations
        # An id goes with the first member, which may have left the others.
        if 2 * len(members.get(subject.id, set()).intersection(here)) < len(members.get(subject.id, ())):
            continue
        if then and now and (then.low, then.high) != (now.low, now.high):
            words = subject.headline if isinstance(subject, Story) else told(subject)
            name = "story" if isinstance(subject, Story) else "statement"
            lines.append(f"{name} “{shorten(words, 60)}” ({subject.id}): {_ends(then)}, now {_ends(now, 'origin')}")
    return lines


def _ends(count: Count, noun: str = "") -> str:
    ends = origins_range(count.low, count.high)
    return f"{ends} independent {plural(count.high, noun)}" if noun else ends

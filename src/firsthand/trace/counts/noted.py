"""Counts that say which corrections of the user bear on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from firsthand.model import Correction, CorrectionKind, Count, Passage, Quotation, Reason, Statement, Story
from firsthand.model.correction import standing
from firsthand.trace.corrections import CORRECTED, by_hand
from firsthand.trace.origins.drafts import OWN, UNKNOWN, Draft

# What corrections that are not of texts speak of: several, one, and what each of them holds.
_NOUNS = {"story": ("stories", "story", "articles"), "statement": ("utterances", "utterance", "quotations")}


@dataclass(frozen=True, slots=True)
class _Subject:
    """What was counted: its articles, and of a statement its quotations."""

    id: str
    articles: frozenset[str]
    quotations: frozenset[str] = frozenset()


def noted(
    counts: Iterable[Count],
    stories: Iterable[Story],
    statements: Iterable[Statement],
    drafts: Mapping[str, Draft],
    quotations: Mapping[str, Quotation],
    corrections: Iterable[Correction],
) -> list[Count]:
    """Return the counts, with a reason for each correction that bears on them and was not overruled by a later one."""
    given = list(corrections)
    kinds: tuple[CorrectionKind, ...] = ("story", "statement", "text")
    told = sorted((c for kind in kinds for c in standing(given, kind)), key=lambda c: c.number)
    if not told:
        return list(counts)
    subjects = [_Subject(s.id, frozenset(s.articles)) for s in stories]
    for s in statements:
        articles = frozenset(quotations[q].article for q in s.quotations)
        subjects.append(_Subject(s.id, articles, frozenset(s.quotations)))
    bearing: dict[str, list[Reason]] = defaultdict(list)
    for c in told:
        for subject in subjects:
            if _bears_on(c, subject, drafts):
                bearing[subject.id].append(_reason(c, drafts))
    return [replace(c, reasons=(*c.reasons, *bearing[c.subject])) if c.subject in bearing else c for c in counts]


def _bears_on(c: Correction, subject: _Subject, drafts: Mapping[str, Draft]) -> bool:
    if c.kind == "text":
        return bool(c.members & subject.articles) and _holds(c, drafts)
    if (c.kind == "statement") != bool(subject.quotations):
        return False
    members = subject.quotations or subject.articles
    touched = sum(not members.isdisjoint(group) for group in c.groups)
    return touched > 1 if c.verb == "merge" else 0 < touched < len(c.groups)


def _holds(c: Correction, drafts: Mapping[str, Draft]) -> bool:
    """Tell whether texts are still as the user said that they are, or some of them are not in the corpus."""
    families = [drafts[m].family or m for m in c.members if m in drafts]
    if c.verb == "origin":
        return bool(families)
    return len(set(families)) == (1 if c.verb == "merge" else len(families)) and len(families) > 1


def _reason(c: Correction, drafts: Mapping[str, Draft]) -> Reason:
    named = [m for group in c.groups for m in group if m in drafts] if c.kind == "text" else []
    return Reason(CORRECTED, f"{by_hand(c)}: {_said(c, named, drafts)}", tuple(Passage(m, 0, 0) for m in named))


def _said(c: Correction, named: Iterable[str], drafts: Mapping[str, Draft]) -> str:
    labels = ", ".join(dict.fromkeys(drafts[m].telling.label for m in named))
    if c.verb == "origin":
        if c.relation in ("cites", "partial") and c.name not in (OWN, UNKNOWN):
            return f"{labels} {'has the news from' if c.relation == 'cites' else 'uses words of'} {c.name}"
        whose = {OWN: "its own", UNKNOWN: "of an unknown origin"}.get(c.name or UNKNOWN, f"those of {c.name}")
        return f"the words of {labels} are {whose}"
    if c.kind == "text":
        return f"{labels} {'carry' if c.verb == 'merge' else 'do not carry'} one text"
    many, one, members = _NOUNS[c.kind]
    if c.verb == "merge":
        return f"{len(c.groups)} {many} that were linked apart are one {one}"
    return f"{members} that were linked as one {one} are not of one"

"""Labels for the lines of a flattened page: each line is held against the texts of the page's parts."""

from collections.abc import Sequence
from itertools import pairwise

from firsthand.clean import captions, plain
from firsthand.clean.lines import Line, same
from firsthand.model import SegmentKind
from firsthand.text import words
from training.lines.pages import Truth

_LONG = 24  # letters of a line that is told by its text wherever it stands
_WHOLE = 40  # letters of a paragraph that tells a longer line …
_SHARE = 0.6  # … of which it is this share
_NEAR = 15  # lines around the article in which a short line is told by its text
_FOOT = 3  # lines from the last paragraph on in which a byline or a credit stands
_HEAD = 25  # lines above the article in which its headline stands
_BYLINE_WORDS = 14
_LONG_WORD = 5
_SAME = 0.4  # of the long words of a paragraph between paragraphs are said in the article, too


def labels(text: str, lines: Sequence[Line], truth: Truth) -> list[SegmentKind] | None:
    """Return the label of each line, None where the text shows less than half of the article."""
    forms = [same(text[line.start : line.end]) for line in lines]
    kinds: list[SegmentKind] = ["boilerplate"] * len(lines)
    _mark(kinds, forms, truth.body, "body")
    if 2 * sum(len(f) for f, kind in zip(forms, kinds, strict=True) if kind == "body") < len(same("".join(truth.body))):
        return None
    for part, kind in ((truth.captions, "caption"), (truth.deks, "dek"), (truth.comments, "comment")):
        _mark(kinds, forms, part, kind)  # type: ignore[arg-type]
    long = [n for n, kind in enumerate(kinds) if kind == "body" and len(forms[n]) >= _LONG]
    first, last = (long[0], long[-1]) if long else (0, len(lines))
    _mark_near(kinds, forms, range(max(0, first - _NEAR), min(len(lines), last + _NEAR)), truth)
    _mark_subheadings(kinds, forms, range(first, last), truth)
    _mark_credits(kinds, lines, range(max(0, first - _NEAR), min(len(lines), last + _FOOT)))
    _mark_headline(kinds, forms, first, same(truth.headline))
    _mark_bylines(kinds, lines, forms, first, last, truth)
    _fill_article(kinds, lines)
    _fill_threads(kinds)
    return kinds


def _mark(kinds: list[SegmentKind], forms: Sequence[str], parts: Sequence[str], kind: SegmentKind) -> None:
    """Label the lines that are long enough to be told by their text alone."""
    known = [form for part in parts if (form := same(part))]
    whole = "\0".join(known)
    exact = {form for form in known if len(form) >= _LONG}
    wide = [form for form in known if len(form) >= _WHOLE]
    for n, form in enumerate(forms):
        if len(form) < _LONG or kinds[n] != "boilerplate":
            continue
        covers = len(form) >= _WHOLE and any(len(w) >= _SHARE * len(form) and w in form for w in wide)
        if form in exact or form in whole or covers:
            kinds[n] = kind


def _mark_near(kinds: list[SegmentKind], forms: Sequence[str], near: range, truth: Truth) -> None:
    """Label short lines, where they stand in or near the article."""
    texts: dict[str, SegmentKind] = {}
    parts: list[tuple[tuple[str, ...], SegmentKind]] = [
        (truth.body, "body"),
        (truth.captions, "caption"),
        (truth.deks, "dek"),
    ]
    for part, kind in parts:
        texts.update((form, kind) for text in part if (form := same(text)))
    for n in near:
        if forms[n] in texts and kinds[n] == "boilerplate":
            kinds[n] = texts[forms[n]]


def _mark_subheadings(kinds: list[SegmentKind], forms: Sequence[str], within: range, truth: Truth) -> None:
    known = {form for text in truth.subheadings if (form := same(text))}
    for n in within:
        if forms[n] in known and kinds[n] in ("boilerplate", "body"):
            kinds[n] = "subheading"


def _mark_credits(kinds: list[SegmentKind], lines: Sequence[Line], near: range) -> None:
    """Label what reads like a picture's credit: truths leave credits out."""
    for n in near:
        if kinds[n] == "boilerplate" and captions.is_caption(lines[n].text, lines[n].words):
            kinds[n] = "caption"


def _mark_headline(kinds: list[SegmentKind], forms: Sequence[str], first: int, title: str) -> None:
    """Label the first line near above the article that says the headline, else the last one above."""
    said = [n for n in range(first) if title and forms[n] in (title, title * 2)]
    near = [n for n in said if n >= first - _HEAD]
    if said:
        kinds[(near or said[-1:])[0]] = "headline"


def _mark_bylines(
    kinds: list[SegmentKind], lines: Sequence[Line], forms: Sequence[str], first: int, last: int, truth: Truth
) -> None:
    names = [form for name in truth.authors if len(form := same(name)) > 4]
    known = {same(text) for text in truth.bylines}
    for n in (*range(max(0, first - _NEAR), first), *range(last, min(len(lines), last + _FOOT))):
        if kinds[n] not in ("boilerplate", "body") or lines[n].words > _BYLINE_WORDS or lines[n].closed:
            continue
        if forms[n] in known or any(name in forms[n] for name in names) or plain.is_date_line(lines[n]):
            kinds[n] = "byline"


def _fill_article(kinds: list[SegmentKind], lines: Sequence[Line]) -> None:
    """Label prose between two paragraphs that speaks of what they do: some truths leave paragraphs out."""
    said = set(words(" ".join(line.text for line, kind in zip(lines, kinds, strict=True) if kind == "body")))
    for n in range(1, len(lines) - 1):
        own = [word for word in words(lines[n].text) if len(word) >= _LONG_WORD]
        between = kinds[n - 1] in ("body", "subheading") and kinds[n + 1] in ("body", "subheading")
        if kinds[n] == "boilerplate" and between and lines[n].prose and len(said & set(own)) >= _SAME * len(set(own)):
            kinds[n] = "body"


def _fill_threads(kinds: list[SegmentKind]) -> None:
    """Label what stands between the first and the last line of a thread: names, times, buttons."""
    of = [n for n, kind in enumerate(kinds) if kind == "comment"]
    for before, after in pairwise(of):
        if after - before <= 12 and all(kinds[n] == "boilerplate" for n in range(before + 1, after)):
            kinds[before + 1 : after] = ["comment"] * (after - before - 1)
    if of and of[0] and kinds[of[0] - 1] == "boilerplate":
        kinds[of[0] - 1] = "comment"

"""What each line of a markup-less text is, once its threads, its article and its headline are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.clean import bylines, datelines, headlines
from firsthand.clean.lines import Line
from firsthand.model import SegmentKind

_SUBHEADING_WORDS = 12
_HEAD_LINES = 8  # lines around the headline in which bylines, dates and dek stand
_ABOVE = 3  # lines above the headline in which a byline or date may stand
_FOOT_LINES = 2  # lines below the article in which a byline, a caption or the agency's last line may stand
_NAME_REACH = 3  # lines below the headline in which bare names are the byline
_DEK_SIZE = 350
_DEK_WORDS, _DEK_LOWER = 5, 0.3  # a dek reads like a sentence
_CUT_SIZE = 240  # a line without full stop that is this long is a paragraph that breaks off
_GALLERY = 2  # captions without a text that make a page a gallery
_DATELINE_REACH = 5  # paragraphs among which a dateline opens the report: captions may stand above it
_WORD = re.compile(r"[^\W\d_]{2,}")
# The agencies' last line, which tells who worked on the report: it belongs to the text, and credits are read off it.
_CREDIT_LINE = re.compile(
    r"[(\[]?(?:(?:additional )?(?:reporting|writing|editing)|compiled|written|edited|with (?:files|reporting)|"
    r".{0,80}\bcontributed to)\b",
    re.IGNORECASE,
)
# Words of captions, for a paragraph that stands above the dateline.
_PICTURE = re.compile(
    r",\s(?:left|right|cent(?:er|re)|second (?:left|right)|background)\b|\((?:L|R|C|left|right|cent(?:er|re))\)|"
    r"\b(?:pictured|file photo|photo(?:graph)?|in this|looks? on|poses?|shakes? hands?|speaks? (?:during|at|to)|"
    r"arrives?|attends?|walks?|gestures?|seen here)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text with what each of them is by its own looks, whatever stands around it."""

    lines: tuple[Line, ...]
    teasers: tuple[bool, ...]  # comments on other pages: furniture too, and never overruled
    furniture: tuple[bool, ...]
    lists: tuple[bool, ...]
    captions: tuple[bool, ...]
    dated: tuple[bool, ...]
    bylines: tuple[tuple[str, ...], ...]

    def signed(self, n: int) -> bool:
        """Tell whether line ``n`` says who wrote the text or when it was published."""
        return bool(self.bylines[n]) or self.dated[n]

    def alien(self, n: int) -> bool:
        """Tell whether line ``n`` is furniture, the heading of a list of other pages, or a caption."""
        return self.furniture[n] or self.lists[n] or self.captions[n]


def label(page: Page, headline: int | None, body: range, owner: dict[int, int]) -> list[SegmentKind]:
    """Return the kind of each line; lines with an ``owner`` are comments."""
    kinds: list[SegmentKind] = ["boilerplate"] * len(page.lines)
    title = page.lines[headline].text if headline is not None else ""
    in_list = False
    for line in page.lines:
        n = line.number
        if n in owner:
            kinds[n] = "comment"
        elif n == headline:
            kinds[n] = "headline"
        elif title and headlines.repeats(line.text, title):
            continue
        elif n in body:
            in_list = page.lists[n] or (in_list and not line.prose)
            kinds[n] = _within(page, n, body, in_list=in_list)
        else:
            kinds[n] = _outside(page, n, headline, body)
    _label_dek(page, kinds, headline)
    _label_dateline(page, kinds, headline, body)
    return kinds


def gallery(page: Page, kinds: list[SegmentKind]) -> list[SegmentKind]:
    """Return the kinds of a page of which nothing was kept but has captions: its title and them, else as they are.

    The body was lost on the way, or there was none; whose pictures it has and what its title says still tell of it.
    """
    shown = [n for n, caption in enumerate(page.captions) if caption]
    size = sum(page.lines[n].size for n in shown)
    if len(shown) < _GALLERY or 2 * size < sum(line.size for line in page.lines):
        return kinds  # a menu, with a picture or two
    if any(kind != "boilerplate" for kind in kinds):
        return kinds
    out: list[SegmentKind] = ["caption" if n in shown else "boilerplate" for n in range(len(kinds))]
    above = (n for n in range(shown[0]) if not page.alien(n) and not page.signed(n))
    title = next((n for n in above if len(_WORD.findall(page.lines[n].text)) >= _DEK_WORDS), None)
    if title is not None:
        out[title] = "headline"
    return out


def _within(page: Page, n: int, body: range, *, in_list: bool) -> SegmentKind:
    if page.captions[n]:
        return "caption"
    if in_list or page.furniture[n]:
        return "boilerplate"
    if page.signed(n):
        return "byline"
    return "subheading" if _is_subheading(page, n, body) else "body"


def _is_subheading(page: Page, n: int, body: range) -> bool:
    """Tell whether a short unclosed line stands alone between paragraphs."""
    line = page.lines[n]
    if line.closed or line.prose or line.words > _SUBHEADING_WORDS or line.marker or line.text[-1:] in ",;:-–—":
        return False
    if line.text[0] in "—–-@" or "@" in line.text:
        return False
    after = page.lines[n + 1] if n + 1 in body else None
    before = page.lines[n - 1] if n - 1 in body else None
    return n > body.start and after is not None and after.prose and (before is None or before.closed or before.prose)


def _outside(page: Page, n: int, headline: int | None, body: range) -> SegmentKind:
    top = body.start if headline is None else headline
    head = min(top - _ABOVE, body.start - _HEAD_LINES) <= n < body.start
    foot = bool(body) and body.stop <= n < body.stop + _FOOT_LINES
    if page.captions[n] and (head or foot):
        return "caption"
    if foot and _CREDIT_LINE.match(page.lines[n].text):
        return "body"
    return "byline" if page.signed(n) and (head or foot) else "boilerplate"


def _label_dek(page: Page, kinds: list[SegmentKind], headline: int | None) -> None:
    """Label the dek: one sentence-like line right under the headline, set off from the report by its looks.

    It ends without a full stop, or a byline, date or dateline separates it from the report. A line that stands twice
    is a gallery's caption.
    """
    if headline is None:
        return
    n = _below(page, kinds, headline)
    rest = next((m for m in range(n + 1, len(kinds)) if kinds[m] == "body"), None) if n is not None else None
    if n is None or rest is None or not _is_sentence_like(page.lines[n]):
        return
    if _is_repeated(page, n):
        kinds[n] = "caption"
    elif _is_set_off(page, kinds, n, rest):
        kinds[n] = "dek"


def _below(page: Page, kinds: Sequence[SegmentKind], headline: int) -> int | None:
    """Return the first line of some words under the headline that is no notice and does not say it again."""
    title = page.lines[headline].text
    near = range(headline + 1, min(headline + _HEAD_LINES, len(kinds)))
    plain = (n for n in near if kinds[n] in ("body", "boilerplate", "subheading") and not page.furniture[n])
    return next(
        (n for n in plain if page.lines[n].words > 3 and not headlines.repeats(page.lines[n].text, title)), None
    )


def _is_sentence_like(line: Line) -> bool:
    if line.size > _DEK_SIZE or len(_WORD.findall(line.text)) < _DEK_WORDS or line.lower < _DEK_LOWER:
        return False
    return datelines.read(line.text) is None


def _is_repeated(page: Page, n: int) -> bool:
    """Tell whether a line stands again soon after, as captions do in galleries."""
    text = page.lines[n].text[:60]
    return any(other.text.startswith(text) for other in page.lines[n + 1 : n + _HEAD_LINES])


def _is_set_off(page: Page, kinds: Sequence[SegmentKind], n: int, rest: int) -> bool:
    line = page.lines[n]
    if any(kinds[m] == "byline" for m in range(n + 1, min(rest, n + _HEAD_LINES))):
        return True
    if rest <= n + 2 and datelines.read(page.lines[rest].text) is not None:
        return True
    return not line.closed and line.text[-1:] not in ",;:" and line.size <= _CUT_SIZE


def _label_dateline(page: Page, kinds: list[SegmentKind], headline: int | None, body: range) -> None:
    """Label a dateline that has a line of its own right above the article."""
    above = body.start - 1
    if above > (-1 if headline is None else headline) and datelines.read_line(page.lines[above].text):
        kinds[above] = "dateline"


def label_names(page: Page, kinds: list[SegmentKind]) -> tuple[str, ...]:
    """Label a line of bare names right under headline or dek as byline, and return them; none where a person signed.

    Such a line counts only there: elsewhere it may be a list's, or a commenter's.
    """
    signed = (name for n, kind in enumerate(kinds) if kind == "byline" for name in page.bylines[n])
    if "headline" not in kinds or any(not bylines.is_publisher(name) for name in signed):
        return ()
    first = kinds.index("headline") + 1
    for n in range(first, min(first + _NAME_REACH, len(kinds))):
        names = () if page.alien(n) or kinds[n] == "comment" else bylines.bare_names(page.lines[n].text)
        if names:
            kinds[n] = "byline"
            return names
        if kinds[n] not in ("dek", "byline"):
            return ()
    return ()


def dateline(page: Page, kinds: list[SegmentKind]) -> tuple[Line, datelines.Dateline] | None:
    """Return the line that the dateline stands in, one of the first of the report, and the dateline.

    A paragraph above it that speaks of a picture was the picture's caption, and is labelled so.
    """
    first = [line for line in page.lines if kinds[line.number] in ("body", "dateline")][:_DATELINE_REACH]
    for place, line in enumerate(first):
        found = datelines.read_line(line.text) or datelines.read(line.text)
        if found is not None:
            for above in first[:place]:
                if _PICTURE.search(above.text):
                    kinds[above.number] = "caption"
            return line, found
    return None

"""Markup-less text: which line is headline, dek, dateline, byline, body, subheading, caption, furniture or comment.

The text itself stays as it is. Threads are found first, then the article among the other lines, then its headline
above it, then each line is labelled by what it is and where it stands. Where in doubt a line within the article is
body: losing a paragraph is worse than keeping a notice.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from firsthand.clean import (
    bylines,
    captions,
    comments,
    datelines,
    dates,
    furniture,
    headlines,
    line_labels,
    next_report,
    region,
    signed,
    threads,
)
from firsthand.clean.labels import Page, dateline, gallery, label, label_names
from firsthand.clean.line_features import Verdict
from firsthand.clean.lines import Line, split
from firsthand.clean.rendered import Rendered
from firsthand.config import CleanConfig
from firsthand.model import Document, Segment, SegmentKind
from firsthand.text import squeeze

_MOST_LINES = 200_000  # lines that are looked at; a text of more is no article, and the rest of it furniture
# A paragraph that ends by pointing to another report is a paragraph, whatever the words in brackets look like.
_ASIDE = re.compile(r"[.!?”\"]\s{0,3}\((?:RELATED|READ|MORE|SEE|WATCH|ALSO)\b[^()]{0,20}: [^()]{5,200}\)$")
_ASIDE_SIZE, _ASIDE_REACH = 150, 240  # characters of such a paragraph, and of its end that is looked at
_WHOLE_LINES = 80  # lines of a text without any furniture, all of which are the article
_DATE_LINE_WORDS, _DATE_LINE_SIZE = 16, 140
_HEAD_REACH = 30  # lines above the article in which a dateline may still open it
_BYLINE_REACH = 2  # lines above the article in which a byline tells that the headline stands above it
_LATE_HEADLINE = 3  # lines of notices that read like prose above a headline, at most
_TITLE_WORDS, _TITLE_SIZE = 25, 200
_MOST_BEFORE = 0.6  # of the prose stands before the notice that ends an article
_COLUMNS = re.compile(r"\s{4,}")  # part the paper's name and the day in a printed page's running head
_DIGIT = re.compile(r"\d")
_CUT_WORDS, _CUT_LOWER = 8, 0.6  # a last line of this many words, this share of them in lower case, is a cut sentence


def render(document: Document, config: CleanConfig, margin: int | None = line_labels.MARGIN) -> Rendered:
    """Label the lines of ``document.content``; the text is returned unchanged, and every span is in it.

    ``margin`` is how sure the model of lines must be to overrule the rules: 0 leaves all to it, None to the rules.
    """
    page, found, rules = by_rules(document.content, document.title, config)
    if margin is None:
        return _rendered(document, page, list(rules.kinds), found)
    titled = bool(document.title and squeeze(document.title))
    opening = dateline(page, list(rules.kinds))
    others = (n for n, teases in enumerate(page.teasers) if teases)
    asides = (n for n, kind in enumerate(rules.kinds) if kind == "body" and _ends_in_aside(page.lines[n].text))
    fixed = {*found.owner, *others, *asides, *([opening[0].number] if opening else ())}
    kinds = line_labels.decide(page, rules, fixed, titled=titled, margin=margin)
    return _rendered(document, page, gallery(page, kinds), found)


def _ends_in_aside(text: str) -> bool:
    return len(text) >= _ASIDE_SIZE and _ASIDE.search(text[-_ASIDE_REACH:]) is not None


def by_rules(text: str, title: str | None, config: CleanConfig) -> tuple[Page, comments.Found, Verdict]:
    """Return the lines of a text, its comments, and what the rules say of each line."""
    page = next_report.left_out(_page(split(text)[:_MOST_LINES]))
    found, body = _threads_and_article(page, config)
    headline = _headline(page, title, body)
    body = _with_last(page, _with_lead(page, headline, body, found.owner), found.owner)
    return page, found, Verdict(label(page, headline, body, found.owner), headline, body)


def _page(lines: Sequence[Line]) -> Page:
    teasers = comments.teasers(lines)
    return Page(
        tuple(lines),
        tuple(teasers),
        tuple(t or furniture.is_furniture(line) for t, line in zip(teasers, lines, strict=True)),
        tuple(furniture.opens_list(line) for line in lines),
        tuple(captions.is_caption(line.text, line.words) and not _is_dateline(line) for line in lines),
        tuple(is_date_line(line) for line in lines),
        tuple(() if line.prose else bylines.read(line.text) for line in lines),
    )


def _is_dateline(line: Line) -> bool:
    """Tell whether a line is ``Place (AGENCY)`` and not the ``Name (AGENCY)`` of a caption."""
    found = datelines.read_line(line.text)
    return found is not None and found.words is not None and datelines.is_known_place(found.words)


def is_date_line(line: Line) -> bool:
    """Tell whether a line says when the text was published, and nothing else of note."""
    if line.words > _DATE_LINE_WORDS or line.size > _DATE_LINE_SIZE or not _DIGIT.search(line.text):
        return False
    return dates.is_line(line.text) or any(map(dates.is_line, _COLUMNS.split(line.text)[1:]))


def _threads_and_article(page: Page, config: CleanConfig) -> tuple[comments.Found, range]:
    """Find the threads in lists, the article in what is left, and the signed threads below it."""
    announced = comments.headings(page.lines)
    several = threads.find(page.lines, announced, page.furniture)
    found = comments.found(several, config.max_comments)
    body = _article(page, found.owner)
    taken = [line.number in found.owner or page.captions[line.number] for line in page.lines]
    more = signed.find(page.lines, announced, taken, _first_paragraphs(page, body))
    if more:
        found = comments.found([*several, *more], config.max_comments)
        body = _article(page, found.owner)
    return found, body


def _article(page: Page, owner: dict[int, int]) -> range:
    """Return the article's lines: where prose outweighs furniture, or all where there is no furniture to leave out."""
    own = [n for n in range(len(page.lines)) if n not in owner]
    if own and len(own) <= _WHOLE_LINES and not any(page.furniture[n] or page.lists[n] for n in own):
        return range(own[0], own[-1] + 1)
    free = [line.number not in owner for line in page.lines]
    marked = [f or c for f, c in zip(page.furniture, page.captions, strict=True)]
    return _until_rights(page.lines, region.article(page.lines, marked, page.lists, free))


def _until_rights(lines: Sequence[Line], body: range) -> range:
    """End the article at a line that reserves rights below most of its prose: what follows is another matter."""
    prose = [0, *accumulate(lines[n].size if lines[n].prose else 0 for n in body)]  # characters above each line
    least = _MOST_BEFORE * prose[-1]
    ends = (n for n in body if prose[n - body.start] > least and furniture.reserves_rights(lines[n]))
    return range(body.start, next(ends, body.stop))


def _first_paragraphs(page: Page, body: range) -> int:
    """Return the line below which signed comments may begin: an article has at least its lead above them."""
    prose = [n for n in body if page.lines[n].prose]
    return prose[min(1, len(prose) - 1)] + 1 if prose else body.stop


def _headline(page: Page, title: str | None, body: range) -> int | None:
    """Return the headline's line: the given title's where it stands in the text, else what reads like one."""
    if title and squeeze(title):
        return headlines.titled(page.lines, title)
    signed_lines = [page.signed(n) for n in range(body.stop)]
    usable = [not (page.alien(n) or signed_lines[n] or comments.is_heading(page.lines[n])) for n in range(body.stop)]
    first = next((n for n in body if usable[n] or page.lines[n].prose), body.start)
    body = range(first, body.stop)
    is_under_byline = any(page.bylines[n] for n in range(max(0, first - _BYLINE_REACH), first))
    late = next((n for n in body[:_LATE_HEADLINE] if usable[n] and _is_late_headline(page, n)), None)
    if late is not None and not (is_under_byline and page.lines[late].prose):
        return late
    above = headlines.choose(page.lines, usable, signed_lines, body)
    return body.start if above is None and body and _is_title(page.lines, body.start) else above


def _is_late_headline(page: Page, n: int) -> bool:
    """Tell whether a line at the article's beginning is its headline: no sentence, and a byline or date follows."""
    line = page.lines[n]
    if line.closed or not 5 <= line.words <= _TITLE_WORDS or datelines.read(line.text):
        return False
    return any(page.signed(other.number) for other in page.lines[n + 1 : n + 3])


def _is_title(lines: Sequence[Line], first: int) -> bool:
    """Tell whether the article's first line is its headline after all: no paragraph, and something follows."""
    line = lines[first]
    if not 2 <= line.words <= _TITLE_WORDS or line.size >= _TITLE_SIZE or first + 1 == len(lines):
        return False
    # A quotation that is a paragraph is a closed sentence, one that opens a headline is not: “No more”: ferry stops
    return line.text[-1:] != "." and not (line.closed and line.text.startswith(("“", '"')))


def _with_lead(page: Page, headline: int | None, body: range, owner: dict[int, int]) -> range:
    """Start the article at the first paragraph under its headline, though a long list may stand below that."""
    if headline is not None and headline in body:
        return range(headline + 1, body.stop)
    first = headline + 1 if headline is not None else max(0, body.start - _HEAD_REACH)
    for n in range(first, body.start):
        line = page.lines[n]
        if page.alien(n) or n in owner or not (line.prose and line.closed):
            continue
        if headline is not None or datelines.read(line.text):
            return range(n, body.stop)
    return body


def _with_last(page: Page, body: range, owner: dict[int, int]) -> range:
    """Take in a last line that breaks off in mid-sentence, as cut texts end."""
    last = body.stop
    if not body or last >= len(page.lines) or page.furniture[last] or page.lists[last] or last in owner:
        return body
    line = page.lines[last]
    is_last = all(n in owner for n in range(last + 1, len(page.lines)))
    return range(body.start, last + 1) if is_last and line.words >= _CUT_WORDS and line.lower >= _CUT_LOWER else body


def _rendered(document: Document, page: Page, kinds: list[SegmentKind], found: comments.Found) -> Rendered:
    opening = dateline(page, kinds)
    names = label_names(page, kinds) or _names(page, kinds)
    segments = _segments(document.content, page.lines, kinds, found.owner)
    if opening and kinds[opening[0].number] == "body":
        line, place = opening
        segments = _with_dateline(document.content, segments, line.start, line.start + place.end)
    place_and_day = opening[1].words if opening else None
    published = _published(page, kinds, document.fetched)
    published = published or (place_and_day and dates.find(place_and_day, document.fetched)) or None
    return Rendered(
        text=document.content,
        segments=tuple(segments),
        comments=found.comments,
        headline=_first_headline(page, kinds),
        dek=_first(page, kinds, "dek"),
        bylines=names,
        dateline=place_and_day,
        published=published[0] if published else None,
        published_precision=published[1] if published else None,
    )


def _first(page: Page, kinds: Sequence[SegmentKind], wanted: SegmentKind) -> str | None:
    return next((squeeze(line.text) for line in page.lines if kinds[line.number] == wanted), None)


def _first_headline(page: Page, kinds: Sequence[SegmentKind]) -> str | None:
    found = _first(page, kinds, "headline")
    return found and headlines.bare(found)


def _segments(text: str, lines: Sequence[Line], kinds: Sequence[SegmentKind], owner: dict[int, int]) -> list[Segment]:
    """Join neighbouring lines of one kind (of one comment, for comments) into segments that cover all but blanks."""
    out: list[Segment] = []
    last: tuple[SegmentKind, int | None] | None = None
    for line, kind in zip(lines, kinds, strict=True):
        this = kind, owner.get(line.number)
        if out and last == this and kind in ("body", "boilerplate", "comment"):
            out[-1] = Segment(kind, out[-1].start, line.end)
        else:
            out.append(Segment(kind, line.start, line.end))
        last = this
    start, end = _stripped(text, out[-1].end if out else 0, len(text))
    return [*out, Segment("boilerplate", start, end)] if start < end else out


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the blanks at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start + left, start + len(piece.rstrip())) if left < len(piece) else (start, start)


def _with_dateline(text: str, segments: Sequence[Segment], start: int, end: int) -> list[Segment]:
    """Cut the dateline out of the body segment that it stands in."""
    out: list[Segment] = []
    for segment in segments:
        if segment.kind != "body" or not segment.start <= start < segment.end:
            out.append(segment)
            continue
        above, below = _stripped(text, segment.start, start), _stripped(text, end, segment.end)
        out += [Segment("body", *above)] if above[0] < above[1] else []
        out.append(Segment("dateline", start, min(end, segment.end)))
        out += [Segment("body", *below)] if below[0] < below[1] else []
    return out


def _names(page: Page, kinds: Sequence[SegmentKind]) -> tuple[str, ...]:
    """Return the people of all bylines, or the first publisher where no person signed."""
    names = [squeeze(name) for n, kind in enumerate(kinds) if kind == "byline" for name in page.bylines[n]]
    people = [name for name in names if not bylines.is_publisher(name)]
    return tuple(dict.fromkeys(people or names[:1]))


def _published(page: Page, kinds: Sequence[SegmentKind], fetched: str | None) -> dates.Published | None:
    """Return the first time of publication that the lines around the headline give."""
    lines = (line.text for line in page.lines if kinds[line.number] == "byline")
    return next((published for text in lines if (published := dates.find(text, fetched))), None)

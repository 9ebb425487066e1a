"""What kind of page a document is, by a few plain rules that a reader can check."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from firsthand.clean.calendars import word_set
from firsthand.model import PageKind, Segment, SegmentKind

_LIVE = re.compile(
    r"\blive\s?blog\b|\blive updates?\b|\bas it happened\b|\blatest updates\b|\bliveticker\b|^live:|"
    r"\bin real time\b|\ben direct\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"^(?:opinion|op-ed|editorial|commentary|comment|column|letters?(?: to the editor)?|viewpoint|perspective|"
    r"meinung|kommentar|opinión|guest (?:essay|column))s?\b\s{0,2}(?:[:|–—-]|$)|^tribune\s{0,2}[:|–—-]|"
    r"\|\s?(?:opinion|editorial|op-ed|commentary)\b",
    re.IGNORECASE,
)
_TRANSCRIPT = re.compile(r"\btranscript\b|\bfull text of\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\(?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?|GMT|UTC|BST|ET|EDT|EST|PT|Uhr|h)?\b|\d{1,2} (?:min|minutes?|hours?|"
    r"hr) ago\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?:[A-Z][A-Z.'’ -]{1,40}|[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}):\s")
_ELSEWHERE = re.compile(
    r"\b(?:read|see) (?:the )?(?:full|whole|entire|original|rest of the|complete) (?:article|story|report|post|text|"
    r"piece)\b"
    r"|\b(?:full|original) (?:article|story|report|post) (?:at|on|from|here)\b|\bcontinue reading (?:at|on)\b|"
    r"\bvia @?\w",
    re.IGNORECASE,
)
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OPINION_PATHS = word_set("opinion opinions editorial editorials op-ed commentisfree commentary letters meinung")
_LIVE_ENTRIES = 5  # paragraphs that start with the time of day
_TURNS = 6  # paragraphs that start with "NAME:"
_TURN_SHARE = 0.4
_STUB = 300  # characters of body below which a page only points to a report
_AGGREGATED = 1500  # characters of body below which a link to "the full story" makes an aggregator's page
_INDEX_LINES = 15  # lines of furniture around …
_INDEX_BODY = 250  # … this little text: a list of links


def kind(text: str, segments: Sequence[Segment], headline: str | None, url: str | None) -> PageKind:
    """Return what kind of page it is; ``article`` unless a rule above says otherwise, ``other`` without body."""
    paragraphs = _paragraphs(text, segments, "body", "dateline")
    size = sum(map(_size, paragraphs))
    if not paragraphs:
        return "index" if _outside(segments, text) >= _INDEX_LINES else "other"
    entries = sum(bool(_CLOCK.match(p)) for p in (*paragraphs, *_paragraphs(text, segments, "subheading")))
    if _LIVE.search(headline or "") or entries >= _LIVE_ENTRIES:
        return "liveblog"
    turns = sum(bool(_TURN.match(p)) for p in paragraphs)
    if turns >= _TURNS and turns >= _TURN_SHARE * len(paragraphs):
        return "transcript"
    if _TRANSCRIPT.search(headline or ""):
        return "transcript"
    if _is_opinion(text, segments, headline, url):
        return "opinion"
    if size < _AGGREGATED and any(_ELSEWHERE.search(line) for line in _last_lines(text, segments)):
        return "aggregator"
    if size < _INDEX_BODY and _outside(segments, text) >= _INDEX_LINES:
        return "index"
    return "stub" if size < _STUB else "article"


def _size(text: str) -> int:
    """Return the length in letters of alphabetic scripts: a Chinese or Japanese character says as much as three."""
    return len(text) + 2 * len(_IDEOGRAPHS.findall(text))


def _paragraphs(text: str, segments: Sequence[Segment], *kinds: SegmentKind) -> list[str]:
    return [
        line.strip()
        for segment in segments
        if segment.kind in kinds
        for line in text[segment.start : segment.end].split("\n")
        if line.strip()
    ]


def _outside(segments: Sequence[Segment], text: str) -> int:
    return sum(1 + text.count("\n", s.start, s.end) for s in segments if s.kind == "boilerplate")


def _is_opinion(text: str, segments: Sequence[Segment], headline: str | None, url: str | None) -> bool:
    if _OPINION.search(headline or ""):
        return True
    if url and _OPINION_PATHS & set(_path(url)):
        return True
    above = next((n for n, s in enumerate(segments) if s.kind == "headline"), 0)
    labels = (text[s.start : s.end].rsplit("\n", 1)[-1] for s in segments[:above] if s.kind == "boilerplate")
    return any(_OPINION.fullmatch(label.strip()) for label in labels)


def _path(url: str) -> list[str]:
    try:
        return urlsplit(url).path.lower().split("/")[:4]
    except ValueError:
        return []


def _last_lines(text: str, segments: Sequence[Segment]) -> list[str]:
    kept = [s for s in segments if s.kind in ("body", "boilerplate")]
    return [line[:300] for s in kept[-4:] for line in text[max(s.start, s.end - 600) : s.end].split("\n")]

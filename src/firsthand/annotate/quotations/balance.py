"""Quotation marks that lack their partner: where the quoted words begin or end is told by the reporting clause."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.annotate import sentences
from firsthand.annotate.marks import Region
from firsthand.annotate.quotations import reports
from firsthand.annotate.sentences import Item

_MIN_WORDS = 3  # fewer words between a lone mark and its border are a slip, not a quotation
_REACH = 4_000  # characters that are read beside a lone mark


def settle(text: str, start: int, end: int, regions: Sequence[Region]) -> list[Region]:
    """Return the regions of a paragraph with every border set; lone marks that enclose nothing sure are dropped."""
    out: list[Region] = []
    for n, region in enumerate(regions):
        left = out[-1].end if out else start
        right = regions[n + 1].start if n + 1 < len(regions) else end
        settled: Region | None = region
        if not region.opened:
            settled = _opened(text, max(left, region.end - _REACH), region, right)
        elif not region.closed and right - region.start > 0:
            settled = _closed(text, region, right)
        if settled is not None and settled.inner_end > settled.inner_start and settled.start >= left:
            out.append(settled)
    return out


def _opened(text: str, left: int, region: Region, right: int) -> Region | None:
    """Find where words begin that only a closing mark shows: after a cue, else at their sentence's start."""
    if not _reported_after(text, region.end, right):
        return None
    row = sentences.items(text, left, region.inner_end, ())
    last = sentences.split(text, row)[-1] if row else []
    start = next((last[r.rest].start for r in reports.find(last)[:1] if r.rest < len(last)), None)
    begin = start if start is not None else (last[0].start if last else region.inner_end)
    if sum(i.word for i in last) < _MIN_WORDS:
        return None
    return replace(region, start=begin, inner_start=begin, opened=True)


def _closed(text: str, region: Region, right: int) -> Region | None:
    """Find where words end that only an opening mark shows: at the reporting clause, else at ``right``."""
    row = sentences.items(text, region.inner_start, min(right, region.inner_start + _REACH), ())
    for sentence in sentences.split(text, row):
        for report in reports.find(sentence):
            before = sentence[report.first - 1].norm if report.first else ""
            if before in (",", "?", "!") and _short(sentence, report):
                end = sentence[report.first - 1].end
                return replace(region, end=end, inner_end=end, closed=True)
    if sum(i.word for i in row) < _MIN_WORDS:
        return None
    return region


def _short(sentence: Sequence[Item], report: reports.Report) -> bool:
    return report.rest >= len(sentence) or not sentence[report.rest].word


def _reported_after(text: str, end: int, right: int) -> bool:
    row = sentences.items(text, end, min(right, end + 300), ())[:20]
    return any(r.first <= 1 for r in reports.find(row))

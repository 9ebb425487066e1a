"""Where the article stands among the lines of a page: the stretch of lines in which prose outweighs furniture most.

Each line has a weight, positive for prose by its length and negative for furniture and short lines; the stretch of the
greatest sum is the article (Kadane's maximum subarray; the same idea for pages: Pasternack & Roth 2009, "Extracting
article text from the web with maximum subsequence segmentation"). Linear, and a paragraph after an advert stays in.
"""

from collections.abc import Sequence

from firsthand.clean.lines import Line
from firsthand.text import words

# Weights in characters of prose. Calibrated on news_lines and pages by benchmarks/clean/plain.py: the sums barely move
# between half and twice these values, as menus are long and adverts within an article short.
_MOST = 400  # what one line may weigh: a long legal notice must not outweigh an article
_SHORT_SENTENCE = 20
_SHORT = -25
_FURNITURE = -50
_TEASERS = 4  # paragraphs, each alone between short lines, from which on they are teasers under titles …
_TEASER = 10  # … and weigh this
_NEAR = 0.6  # of the heaviest stretch's weight makes an earlier one the article
_INTERRUPTION = 25  # lines of menu within an article, at most
_BOX = 8  # lines of a box that invites to subscribe, at most
_KNOWN = 0.75  # of them must be known notices
_SAME = 0.3  # of a later stretch's long words must have been said before, for it to be the same article
_LONG_WORD = 5
_LOOK_LINES = 200
_RUN = 3  # lines that are no prose, one after another, from which on each weighs more: a menu, and no aside
_RUN_STEP = -25
_RUN_MOST = -150
_LIST_HEADING = -120


def article(lines: Sequence[Line], furniture: Sequence[bool], headings: Sequence[bool], free: Sequence[bool]) -> range:
    """Return the numbers of the article's lines, from its first to its last prose line; empty where there is no prose.

    ``furniture`` marks page furniture, ``headings`` the headings of lists of other pages, ``free`` the lines that no
    comment thread took: a taken line weighs nothing. Of several stretches the first that comes near the heaviest is
    the article: what follows an article may be many teasers.
    """
    stretches = _stretches(lines, _weights(lines, furniture, headings), free)
    most = max((weight for weight, _ in stretches), default=0)
    first = next((n for n, (weight, _) in enumerate(stretches) if weight >= _NEAR * most), len(stretches))
    known = [is_notice or is_heading for is_notice, is_heading in zip(furniture, headings, strict=True)]
    return _joined(lines, [stretch for _, stretch in stretches[first:]], known)


def _joined(lines: Sequence[Line], stretches: Sequence[range], known: Sequence[bool]) -> range:
    """Join to the first stretch those soon after it that go on about the same: a long list only interrupted them.

    So does a box of hardly anything but ``known`` notices; what stands below a report has other things, too.
    """
    if not stretches:
        return range(0)
    whole = stretches[0]
    said = _long_words(lines, whole)
    for stretch in stretches[1:]:
        own = _long_words(lines, stretch)
        between = known[whole.stop : stretch.start]
        is_box = len(between) <= _BOX and sum(between) >= _KNOWN * len(between)
        if len(between) > _INTERRUPTION or not (is_box or len(own & said) >= _SAME * len(own)):
            break
        whole = range(whole.start, stretch.stop)
        said |= own
    return whole


def _long_words(lines: Sequence[Line], stretch: range) -> set[str]:
    """Return the words of some length at the beginning of a stretch: names and the matter, hardly grammar."""
    return {word for n in stretch[:_LOOK_LINES] for word in words(lines[n].text) if len(word) >= _LONG_WORD}


def _stretches(lines: Sequence[Line], weights: Sequence[int], free: Sequence[bool]) -> list[tuple[int, range]]:
    """Return each stretch of positive sum, cut at its greatest sum, with that sum."""
    out: list[tuple[int, range]] = []
    best, best_range, total, start = 0, range(0), 0, 0
    for line in lines:
        if not free[line.number]:
            continue
        total += weights[line.number]
        if total > best:
            best, best_range = total, range(start, line.number + 1)
        if total <= 0:
            if best:
                out.append((best, best_range))
            best, total, start = 0, 0, line.number + 1
    return [*out, (best, best_range)] if best else out


def _weights(lines: Sequence[Line], furniture: Sequence[bool], headings: Sequence[bool]) -> list[int]:
    out: list[int] = []
    run = lone = 0
    for line in lines:
        weight = _weight(line, furniture[line.number], headings[line.number])
        lone = lone + 1 if line.prose and _is_lone(lines, line.number) else lone * (not line.prose)
        if lone >= _TEASERS:
            weight = min(weight, _TEASER)
        run = run + 1 if weight < 0 else 0
        out.append(weight + (max(_RUN_MOST, _RUN_STEP * (run - _RUN)) if run > _RUN else 0))
    return out


def _is_lone(lines: Sequence[Line], n: int) -> bool:
    """Tell whether short lines without full stop stand on both sides, as titles stand between teasers."""
    before = n > 0 and not (lines[n - 1].prose or lines[n - 1].closed)
    after = n + 1 < len(lines) and not (lines[n + 1].prose or lines[n + 1].closed)
    return before and after


def _weight(line: Line, furniture: bool, heading: bool) -> int:
    if heading:
        return _LIST_HEADING
    if furniture:
        return _FURNITURE
    if line.prose:
        return min(line.size, _MOST)
    return _SHORT_SENTENCE if line.closed and line.words > 2 else _SHORT

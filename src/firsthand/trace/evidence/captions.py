"""Pages whose body was lost: captions and a title are left, and they tell whose family the page is of.

A page without a body joins the family of the page that has its headline, and else the page without a body that has the
same captions.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from firsthand.text import words
from firsthand.trace.evidence.tellings import Telling

# A caption line, a headline: shorter ones are not a text's own.
_CAPTION_WORDS, _TITLE_WORDS = 12, 5
_TITLE_LINES, _TITLE_LENGTH = 6, 250
# The share of the captions of the page with fewer that two pages must have in common.
MIN_COMMON = 0.5
_LINES, _BUCKET = 200, 12


def gallery_links(tellings: Mapping[str, Telling]) -> Iterator[tuple[str, str]]:
    """Yield each page without a body with the page that it belongs to, by id."""
    bare = {key for key, t in tellings.items() if t.is_bodyless()}
    if not bare:
        return
    titles: dict[tuple[str, ...], str] = {}
    lines: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(tellings):
        if key not in bare:
            titles.setdefault(_words(tellings[key].article.headline or ""), key)
    for key in sorted(bare):
        captions = _captions(tellings[key])
        named = (titles[title] for title in _titles(tellings[key]) if title in titles)
        home = next((full for full in named if _related(tellings, key, full)), None)
        if home is None:
            met = Counter(other for line in captions for other in lines[line])
            home = next((o for o, n in met.most_common() if n >= MIN_COMMON * len(captions)), None)
        if home is not None:
            yield key, home
        for line in captions:
            if len(lines[line]) < _BUCKET:
                lines[line].append(key)


def _related(tellings: Mapping[str, Telling], bare: str, full: str) -> bool:
    """Tell whether the page with the headline shares an author with the captions, or a caption."""
    named = {c.publisher for c in tellings[bare].annotation.credits}
    theirs = {c.publisher for c in tellings[full].annotation.credits} | {tellings[full].name or ""}
    return bool(named & theirs) or bool(_captions(tellings[bare]) & _captions(tellings[full]))


def _titles(telling: Telling) -> list[tuple[str, ...]]:
    head = telling.article.text[: _TITLE_LINES * _TITLE_LENGTH].split("\n")[:_TITLE_LINES]
    found = (_words(line) for line in (telling.article.headline or "", *head) if len(line) <= _TITLE_LENGTH)
    return [title for title in found if len(title) >= _TITLE_WORDS]


def _captions(telling: Telling) -> set[tuple[str, ...]]:
    found = (_words(line) for line in telling.article.text[:50_000].split("\n")[:_LINES])
    return {line for line in found if len(line) >= _CAPTION_WORDS}


def _words(line: str) -> tuple[str, ...]:
    return tuple(words(line))

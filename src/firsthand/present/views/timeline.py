"""When the articles of a story were published, in a lane for each origin."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from firsthand.model import Article
from firsthand.present.labels import when
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import OriginKind, OriginShare

# Ours: as many bins as can be told apart on a phone, and lanes as fit on a screen; further origins share one lane.
BINS, LANES = 48, 8
_MINUTE, _DAY = 60, 86_400
# How wide a bin may be, in seconds: widths that a clock or a calendar has.
_STEPS = (
    *(n * _MINUTE for n in (5, 10, 15, 30, 60, 120, 180, 360, 720)),
    *(n * _DAY for n in (1, 2, 7, 14, 30, 91, 182, 365, 3_650, 36_500)),
)
# How long a time lasts that is known to the day, month or year.
_LASTS = {"day": _DAY, "month": 31 * _DAY, "year": 366 * _DAY}
# How much of a time is known, by the length of what is written.
_KNOWN = {len("2031-03-04"): "day", len("2031-03"): "month", len("2031"): "year"}
_TICKS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """Articles of one lane in the bins ``first`` to ``last``: one bin, or more where only the day or month is known."""

    first: int
    last: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """The articles of one origin over time; ``place`` is that of the origin in the story's bar."""

    kind: OriginKind
    name: str
    place: int
    articles: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes over ``bins`` spans of ``step`` seconds each.

    ``start`` counts seconds since 1970 on the clock that ``zone`` names. ``at`` has the first and last bin of each
    article that has a time, ``ticks`` bins with what to write there; the other articles are ``untimed``. Without any
    time there are no bins.
    """

    start: int
    step: int
    bins: int
    zone: str
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[int, str], ...]
    at: dict[str, tuple[int, int]]
    untimed: tuple[str, ...]

    def reported(self, articles: Iterable[str]) -> str:
        """Return the bins of articles for a script: ``"3 5-7"``, each once, in order."""
        spans = sorted({self.at[a] for a in articles if a in self.at})
        return " ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in spans)

    def begins(self, number: int) -> tuple[str, str]:
        """Return the day and the hour at which a bin begins, for reading; both empty behind the year 9999."""
        try:
            time = datetime(1970, 1, 1) + timedelta(seconds=self.start + number * self.step)
        except OverflowError:
            return "", ""
        return when(time.date().isoformat(), "day"), f"{time:%H:%M}"


def timeline(index: Index, articles: Sequence[Article], shares: Sequence[OriginShare]) -> Timeline:
    """Return the timeline of ``articles``, the lanes in the order of their origins' ``shares``."""
    timed = [a for a in articles if index.is_timed(a) and _clock(a, UTC) is not None]
    zone = _zone(timed)
    spans = {a.id: span for a in timed if (span := _span(a, zone))}
    untimed = tuple(a.id for a in articles if a.id not in spans)
    if not spans:
        return Timeline(0, 0, 0, "", (), (), {}, untimed)
    step, start, bins = _scale(spans.values())
    at = {i: ((first - start) // step, (last - start) // step) for i, (first, last) in spans.items()}
    made = Timeline(start, step, bins, _named(zone), tuple(_lanes(shares, at)), (), at, untimed)
    return replace(made, ticks=tuple(_ticks(made)))


def _clock(article: Article, zone: timezone) -> datetime | None:
    """Return an article's time on the clock of ``zone``, without a zone of its own."""
    text = article.published or ""
    try:
        parsed = datetime.fromisoformat({7: f"{text}-01", 4: f"{text}-01-01"}.get(len(text), text))
        return parsed.astimezone(zone).replace(tzinfo=None) if parsed.tzinfo else parsed
    except (ValueError, OverflowError):
        return None


def _zone(articles: Iterable[Article]) -> timezone:
    """Return the zone in which most of the articles give their time, UTC where none does."""
    offsets: Counter[timedelta] = Counter()
    for article in articles:
        text = article.published or ""
        if len(text) > len("2031-03-04") and (offset := datetime.fromisoformat(text).utcoffset()) is not None:
            offsets[offset] += 1
    return timezone(min(offsets, key=lambda o: (-offsets[o], abs(o), o))) if offsets else UTC


def _named(zone: timezone) -> str:
    return "UTC" if zone.utcoffset(None) == timedelta(0) else str(zone)


def _span(article: Article, zone: timezone) -> tuple[int, int] | None:
    """Return the first and last second of an article's time as far as it is known, on the clock of ``zone``."""
    clock = _clock(article, zone)
    if clock is None:
        return None
    first = int((clock - datetime(1970, 1, 1)).total_seconds())
    precision = _KNOWN.get(len(article.published or "")) or article.published_precision or "minute"
    if precision not in _LASTS:
        return first, first
    first -= first % _DAY
    return first, first + _LASTS[precision] - 1


def _scale(spans: Iterable[tuple[int, int]]) -> tuple[int, int, int]:
    """Return the width of a bin, the first second and the number of bins."""
    given = list(spans)
    first, last = min(s[0] for s in given), max(s[1] for s in given)
    step = next((s for s in _STEPS if last // s - first // s < BINS), _STEPS[-1])
    return step, first - first % step, last // step - first // step + 1


def _lanes(shares: Sequence[OriginShare], at: dict[str, tuple[int, int]]) -> Iterable[Lane]:
    named = [s for s in shares if s.kind == "named"]
    rest = named[LANES - 2 :] if len(shares) > LANES else []
    for place, share in enumerate(shares):
        if share not in rest:
            yield _lane(share.kind, share.name, place, share.articles, at)
        elif share is rest[0]:
            articles = [a for s in rest for a in s.articles]
            yield _lane("named", f"{len(rest)} other named origins", place, articles, at)


def _lane(kind: OriginKind, name: str, place: int, articles: Sequence[str], at: dict[str, tuple[int, int]]) -> Lane:
    groups: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for article in articles:
        if article in at:
            groups[at[article]].append(article)
    # What is known to the day only lies below what is known better.
    ordered = sorted(groups, key=lambda s: (s[0] - s[1], s))
    return Lane(kind, name, place, len(articles), tuple(Mark(*span, tuple(groups[span])) for span in ordered))


def _ticks(made: Timeline) -> Iterable[tuple[int, str]]:
    """Yield bins with the time at which they begin: the day where it changes, else the hour."""
    every = -(-made.bins // _TICKS)
    day = ""
    for n in range(0, made.bins, every):
        date, hour = made.begins(n)
        short, _, year = date.rpartition(" ")
        if made.step * every >= _DAY:
            yield n, short if year == day else date
            day = year
        else:
            yield n, hour if short == day else f"{short}, {hour}"
            day = short

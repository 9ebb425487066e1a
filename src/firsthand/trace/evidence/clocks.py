"""When articles were published, how precisely that is known, and which clocks cannot be right.

A time is an interval in UTC: a page that gives a day was published at some moment of it. One article is before another
only where the intervals tell. A clock that cannot be right orders nothing, and its reason says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from firsthand.model import Article, Reason

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HOUR = 3600.0
_DAY = 24 * _HOUR
# A page cannot have been published after it was fetched; a day allows for clocks in other time zones.
_FETCH_SLACK = _DAY
# A corpus spans years, but a page ten years after or before the middle of it has a broken clock (1970, 2099). Ours.
_FAR = 3653 * _DAY
_ENOUGH_TO_JUDGE = 3
# A page of a text that is this much older than all others, which lie together, is a clock error or a page whose
# address was used again. Ours: agencies' texts are reprinted within days.
_FAMILY_GAP = 30 * _DAY
_DAY_LENGTH, _MONTH_LENGTH, _YEAR_LENGTH = len("2031-03-04"), len("2031-03"), len("2031")
_LAST = float("inf")


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds since 1970 between which an article was published."""

    start: float
    end: float


class Clocks:
    """The times of a corpus."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        """Read the times of ``articles``; what cannot be is set aside."""
        self._suspect: dict[str, str] = {}
        self._moments: dict[str, Moment] = {}
        published = {key: m for key, a in articles.items() if a.published and (m := moment(a.published))}
        middle = median(m.start for m in published.values()) if len(published) >= _ENOUGH_TO_JUDGE else None
        for key, article in articles.items():
            fetched = moment(article.fetched) if article.fetched else None
            known = published.get(key)
            if known and (why := _impossible(known, fetched, middle)):
                self._suspect[key] = f"its clock says {(article.published or '')[:_DAY_LENGTH]}, {why}"
                known = None
            if known or fetched:
                self._moments[key] = known or fetched  # type: ignore[assignment]

    def of(self, article: str) -> Moment | None:
        """Return when an article was published (else fetched), or None if that is not known or cannot be right."""
        return self._moments.get(article)

    def order(self, article: str) -> tuple[float, str]:
        """Return a key that sorts by time, unknown and impossible times last, ties by id."""
        known = self._moments.get(article)
        return (known.start if known else _LAST, article)

    def before(self, first: str, second: str) -> bool:
        """Tell whether ``first`` was surely published before ``second``, as far as clocks tell."""
        a, b = self._moments.get(first), self._moments.get(second)
        return a is not None and b is not None and (a.end, a.start) <= (b.start, b.start) and a != b

    def days_between(self, first: str, second: str) -> float:
        """Return how many days lie between two articles at least; 0 where a time is not known."""
        a, b = self._moments.get(first), self._moments.get(second)
        return max(0.0, b.start - a.end, a.start - b.end) / _DAY if a and b else 0.0

    def reason(self, article: str) -> Reason | None:
        """Return why an article's clock is not believed, or None if it is."""
        why = self._suspect.get(article)
        return Reason("clock", f"{why}; its time orders nothing") if why else None

    def doubt_first(self, members: Iterable[str]) -> str | None:
        """Set aside and return the member whose clock is far before all others of its text, which lie together."""
        timed = sorted(self.order(key) for key in members if key in self._moments)
        if len(timed) < _ENOUGH_TO_JUDGE or timed[1][0] - timed[0][0] < _FAMILY_GAP:
            return None
        if timed[-1][0] - timed[1][0] > _FAMILY_GAP:
            return None
        (early, key), days = timed[0], (timed[1][0] - timed[0][0]) / _DAY
        said = (_EPOCH + timedelta(seconds=early)).date().isoformat()
        self._suspect[key] = f"its clock says {said}, {days:,.0f} days before all other pages of this text"
        del self._moments[key]
        return key


def moment(value: str) -> Moment | None:
    """Return the interval that an ISO 8601 time stands for (a time without a zone is read as UTC), or None."""
    try:
        if len(value) in (_YEAR_LENGTH, _MONTH_LENGTH):
            first = datetime(int(value[:4]), int(value[5:7] or 1), 1, tzinfo=UTC)
            days = 366 if len(value) == _YEAR_LENGTH else 31
            return Moment(_seconds(first), _seconds(first) + days * _DAY)
        time = datetime.fromisoformat(value)
    except (ValueError, OverflowError):
        return None
    start = _seconds(time if time.tzinfo else time.replace(tzinfo=UTC))
    return Moment(start, start + (_DAY if len(value) <= _DAY_LENGTH else 0))


def _seconds(time: datetime) -> float:
    return (time - _EPOCH).total_seconds()


def _impossible(published: Moment, fetched: Moment | None, middle: float | None) -> str | None:
    if fetched and published.start > fetched.end + _FETCH_SLACK:
        return "after it was fetched"
    if middle is not None and abs(published.start - middle) > _FAR:
        return "ten years and more from the other articles"
    return None

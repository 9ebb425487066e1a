"""How evidence is said: what was seen, in plain words, and never why somebody did it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from firsthand.model import Copy, Credit, Passage, Reason
from firsthand.text import squeeze
from firsthand.trace.evidence.clocks import Clocks
from firsthand.trace.evidence.tellings import Telling, by_pair, other_of, span_in

_HOUR = 3600
_DAY = 24 * _HOUR
_SNIPPET = 80
# Outlets named in passing that are told of one article. Ours.
_MOST_NAMED = 2


def sharing(telling: Telling, other: Telling, copies: list[Copy], clocks: Clocks | None = None) -> Reason:
    """Say how much text two articles share, and when the other was published, unless a clock cannot be right."""
    characters = sum(c.characters for c in copies)
    doubted = clocks is not None and (clocks.reason(telling.id) or clocks.reason(other.id))
    text = f"shares {characters:,} characters with {other.label}{'' if doubted else when(other, telling)}"
    passages = tuple(
        Passage(article, span_in(c, article).start, span_in(c, article).end)
        for c in sorted(copies, key=lambda c: -c.characters)[:3]
        for article in (telling.id, other_of(c, telling.id))
    )
    return Reason("shared-text", text, passages)


def credited(telling: Telling, credit: Credit) -> Reason:
    """Say whom an article credits, in which words."""
    places = {
        "dateline": "in its dateline",
        "byline": "in its byline",
        "footer": "in a credit line",
        "contribution": "as a contributor",
        "attribution": "as its source",
        "interview": "as where the words were said",
    }
    words = squeeze(telling.article.text[credit.start : credit.end])[:_SNIPPET]
    text = f"names {credit.publisher} {places.get(credit.kind, 'in a credit')}: “{words}”"
    return Reason("credit", text, (Passage(telling.id, credit.start, credit.end),))


def unclaimed(telling: Telling, tellings: Mapping[str, Telling], clocks: Clocks) -> list[Reason]:
    """Say what an article that rests on nobody shows all the same: what it shares most of, and whom it names."""
    out = []
    shared = max(by_pair(telling.copies).values(), key=lambda copies: sum(c.characters for c in copies), default=[])
    if shared:
        said = sharing(telling, tellings[other_of(shared[0], telling.id)], shared, clocks)
        prose = any(c.kind == "prose" for c in shared)
        which = "nothing shows that it took them" if prose else "they are quoted or public"
        out.append(Reason("shared-passage" if prose else "shared-quotation", f"{said.text}; {which}", said.passages))
    for credit in telling.mentions_of_sources()[:_MOST_NAMED]:
        said = credited(telling, credit)
        text = said.text if credit.kind == "contribution" else f"{said.text}; nothing shows that its news hangs on it"
        out.append(Reason("named-in-passing", text, said.passages))
    return out or [Reason("nothing-shared", "shares no passage with another article and credits nobody")]


def when(other: Telling, telling: Telling) -> str:
    """Say when ``other`` was published as seen from ``telling``: ``", published 3 h earlier"``, or nothing."""
    a, b = other.article.published, telling.article.published
    if not a or not b:
        return ""
    if len(a) <= len("2031-03-04") or len(b) <= len("2031-03-04"):
        return _days(a[:10], b[:10])
    seconds = (_time(a) - _time(b)).total_seconds()
    direction = "later" if seconds > 0 else "earlier"
    seconds = abs(seconds)
    if seconds < 60:
        return ", published at the same time"
    if seconds < _HOUR:
        return f", published {seconds // 60:.0f} min {direction}"
    if seconds < 2 * _DAY:
        return f", published {seconds / _HOUR:.0f} h {direction}"
    return f", published {seconds / _DAY:.0f} days {direction}"


def _days(a: str, b: str) -> str:
    try:
        days = (date.fromisoformat(a) - date.fromisoformat(b)).days
    except ValueError:
        return ""
    if days == 0:
        return ", published the same day"
    unit = "day" if abs(days) == 1 else "days"
    return f", published {abs(days)} {unit} {'later' if days > 0 else 'earlier'}"


def _time(value: str) -> datetime:
    time = datetime.fromisoformat(value)
    return time if time.tzinfo else time.replace(tzinfo=UTC)

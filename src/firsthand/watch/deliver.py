"""Telling alerts: a line, JSON, a webhook, and a feed of our own."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from firsthand.model import Repair
from firsthand.present.safe import visible, web_address, write_whole
from firsthand.watch.fetch import Failed, Fetcher, Refused

# Alerts in the feed that is written; those before it are in the corpus.
IN_FEED = 100


def line(alert: Mapping[str, Any]) -> str:
    """Return an alert as text: what happened on the first line, details indented under it."""
    first = f"{alert['at']}  {alert['kind']}: {visible(alert['title'])}"
    where = f"    {alert['subject']}" + (f"  {visible(alert['link'])}" if alert["link"] else "")
    return "\n".join([first, where, *(f"    {visible(d)}" for d in alert["detail"])]) + "\n"


def repair_line(repair: Repair) -> str:
    """Return a repair as text: what became of which story, then why and by whom."""
    many = "1 article" if len(repair.articles) == 1 else f"{len(repair.articles):,} articles"
    first = f"{repair.at}  {repair.kind}: {many} from {repair.before} to {repair.after}"
    return f"{first}\n    {visible(repair.reason)}; when {repair.cause} came\n    {' '.join(repair.articles)}\n"


def json_line(alert: Mapping[str, Any]) -> str:
    """Return an alert as one line of JSON, all but ASCII escaped: it may be shown on a terminal."""
    return json.dumps(alert).replace("\x7f", "\\u007f") + "\n"


def post(alerts: Iterable[Mapping[str, Any]], url: str, fetcher: Fetcher) -> tuple[list[int], str | None]:
    """Post alerts to a webhook as JSON, one after the other; return the numbers of those taken, and what went wrong.

    It stops at the first that is not taken, so that they arrive in order. ``Idempotency-Key`` is the alert's key: one
    whose answer was lost is sent again.
    """
    taken: list[int] = []
    for alert in alerts:
        headers = {"Content-Type": "application/json", "Idempotency-Key": alert["key"]}
        try:
            answer = fetcher.post(url, json.dumps(alert).encode(), headers)
        except (Refused, Failed) as e:
            return taken, str(e)
        if not 200 <= answer.status < 300:
            return taken, f"status {answer.status}"
        taken.append(alert["number"])
    return taken, None


def write_rss(alerts: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write alerts, newest first, as RSS 2.0; a reader of the file never sees a part of it. Raises OSError."""
    write_whole(path, [part.encode() for part in _rss(alerts)])


def _rss(alerts: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>\n<title>firsthand alerts</title>\n'
    yield "<link>urn:firsthand:alerts</link>\n<description>What changed in the corpus</description>\n"
    for alert in alerts:
        yield f"<item><title>{_xml(alert['kind'] + ': ' + alert['title'])}</title>"
        if link := web_address(alert["link"]):
            yield f"<link>{_xml(link)}</link>"
        yield f"<guid isPermaLink={quoteattr('false')}>{_xml(alert['key'])}</guid>"
        yield f"<pubDate>{_rfc822(alert['at'])}</pubDate><category>{_xml(alert['kind'])}</category>"
        # Escaped twice: readers take a description as markup.
        yield f"<description>{_xml('<br>'.join(escape(visible(d)) for d in alert['detail']))}</description></item>\n"
    yield "</channel></rss>\n"


def _xml(text: str) -> str:
    """Return text for XML, which has no place for some characters at all."""
    return escape(visible(text).translate({0xFFFE: None, 0xFFFF: None}))


def _rfc822(at: str) -> str:
    from datetime import datetime
    from email.utils import format_datetime

    return format_datetime(datetime.fromisoformat(at))

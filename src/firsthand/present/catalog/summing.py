"""What is summed over all rows of a catalog: speakers, outlets, growth, what search counts by, and the overview."""

import json
import sqlite3
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

# The window of growth, and how a moment is written: see ``labels.moment``.
GROWTH = timedelta(hours=24)
_MOMENT = "%Y-%m-%dT%H:%M:%S"
# Stands for an article without a value, in arrays.
NONE = -1


def sum_up(connection: sqlite3.Connection) -> None:
    """Make what the rows of stories, statements and articles give together."""
    connection.execute("BEGIN")
    _outlets(connection)
    _speakers(connection)
    _columns(connection)
    _grow(connection)
    connection.execute("INSERT INTO meta VALUES ('overview', ?)", (json.dumps(_overview(connection)),))
    connection.execute("COMMIT")


def _outlets(connection: sqlite3.Connection) -> None:
    """Sum the articles of each outlet; its name is the commonest spelling."""
    connection.execute(
        "CREATE TEMP TABLE spelling AS SELECT outlet_key AS key, outlet AS name, row_number() OVER"
        " (PARTITION BY outlet_key ORDER BY count(*) DESC, outlet) AS place FROM article GROUP BY outlet_key, outlet"
    )
    connection.execute(
        "CREATE TEMP TABLE house AS SELECT outlet_key AS key, count(*) AS articles,"
        " count(DISTINCT nullif(story, '')) AS stories, sum(authorship = 'own') AS own,"
        " sum(authorship = 'wire') AS wire, sum(authorship = 'rewrite') AS rewrite,"
        " sum(authorship = 'unknown') AS unknown, min(number) FILTER (WHERE timed) AS first,"
        " max(number) FILTER (WHERE timed) AS last FROM article WHERE outlet_key != '' GROUP BY outlet_key"
    )
    connection.execute(
        "INSERT INTO outlet SELECT h.key, s.name, h.articles, h.stories, h.own, h.wire, h.rewrite, h.unknown,"
        " (SELECT published FROM article WHERE number = h.first),"
        " (SELECT published FROM article WHERE number = h.last),"
        " row_number() OVER (ORDER BY h.key) - 1 FROM house h JOIN spelling s ON s.key = h.key AND s.place = 1"
    )


def _speakers(connection: sqlite3.Connection) -> None:
    """Sum what is told of each speaker; the name is the commonest spelling."""
    connection.execute(
        "CREATE TEMP TABLE spoken AS SELECT DISTINCT a.speaker_id AS key, r.number AS number FROM attribution a"
        " JOIN article r ON r.id = a.article WHERE a.speaker_id != ''"
    )
    connection.execute(
        "CREATE TEMP TABLE voice AS SELECT s.key AS key, count(*) AS articles,"
        " count(DISTINCT nullif(r.outlet_key, '')) AS outlets, min(r.number) FILTER (WHERE r.timed) AS first,"
        " max(r.number) FILTER (WHERE r.timed) AS last"
        " FROM spoken s JOIN article r ON r.number = s.number GROUP BY s.key"
    )
    connection.execute(
        "CREATE TEMP TABLE called AS SELECT speaker_key AS key, speaker AS name, sum(count(*)) OVER"
        " (PARTITION BY speaker_key) AS statements, row_number() OVER (PARTITION BY speaker_key ORDER BY count(*) DESC,"
        " speaker) AS place FROM statement WHERE speaker_key != '' GROUP BY speaker_key, speaker"
    )
    connection.execute("CREATE INDEX voice_key ON voice (key)")
    connection.execute(
        "INSERT INTO speaker SELECT c.key, c.name, c.statements, v.articles, v.outlets,"
        " (SELECT published FROM article WHERE number = v.first),"
        " (SELECT published FROM article WHERE number = v.last),"
        " row_number() OVER (ORDER BY c.key) - 1 FROM called c JOIN voice v ON v.key = c.key WHERE c.place = 1"
    )


def _columns(connection: sqlite3.Connection) -> None:
    """Keep what search counts by as arrays: of each article the numbers of its outlet, origin, language and its day, by
    its number; of each pair of article and speaker the numbers of both.
    """
    origin = "CASE WHEN origin != '' THEN origin WHEN authorship = 'own' THEN 'own reporting' ELSE 'unknown' END"
    for name, value in (("origin", origin), ("language", "nullif(language, '')")):
        values = sorted(v for (v,) in connection.execute(f"SELECT DISTINCT {value} FROM article") if v is not None)
        number = {v: n for n, v in enumerate(values)}
        found = connection.execute(f"SELECT {value} FROM article ORDER BY number")
        _keep(connection, name, [number.get(v, NONE) for (v,) in found])
        connection.execute("INSERT INTO meta VALUES (?, ?)", (f"{name}s", json.dumps(values)))
    outlets = connection.execute(
        f"SELECT coalesce(o.number, {NONE}) FROM article a LEFT JOIN outlet o ON o.key = a.outlet_key ORDER BY a.number"
    )
    _keep(connection, "outlet", [n for (n,) in outlets])
    days = connection.execute("SELECT timed, moment FROM article ORDER BY number")
    _keep(connection, "day", [_day(moment) if timed else NONE for timed, moment in days])
    pairs = list(
        connection.execute(
            "SELECT p.number, s.number FROM spoken p JOIN speaker s ON s.key = p.key ORDER BY s.number, p.number"
        )
    )
    _keep(connection, "spoken_article", [article for article, _ in pairs])
    _keep(connection, "spoken_speaker", [speaker for _, speaker in pairs])


def _keep(connection: sqlite3.Connection, name: str, numbers: list[int]) -> None:
    connection.execute("INSERT INTO meta VALUES (?, ?)", (f"column {name}", np.array(numbers, "<i4").tobytes()))


def _day(moment: str) -> int:
    """Return a moment's day, counted from 1 January of the year 1; a month or year stands for its first day."""
    try:
        return date.fromisoformat((moment + "-01-01")[:10] if len(moment) < 10 else moment[:10]).toordinal()
    except ValueError:
        return NONE


def _grow(connection: sqlite3.Connection) -> None:
    """Count the articles of each story that came in the corpus's last 24 hours."""
    last = connection.execute("SELECT max(moment) FROM article WHERE timed").fetchone()[0]
    try:
        since = (datetime.strptime(last or "", _MOMENT) - GROWTH).strftime(_MOMENT)
    except (ValueError, OverflowError):
        return
    connection.execute(
        "CREATE TEMP TABLE grown AS SELECT story, count(*) AS articles FROM article WHERE timed AND moment > ?"
        " AND story != '' GROUP BY story",
        (since,),
    )
    connection.execute(
        "UPDATE story SET growth = (SELECT g.articles FROM grown g WHERE g.story = story.id)"
        " WHERE id IN (SELECT story FROM grown)"
    )


def _overview(connection: sqlite3.Connection) -> dict[str, Any]:
    def one(sql: str) -> Any:
        return connection.execute(sql).fetchone()[0]

    loaded = json.loads(one("SELECT value FROM meta WHERE name = 'loaded'"))
    found = {
        name: one(f"SELECT count(*) FROM {name}") for name in ("article", "outlet", "story", "storyline", "statement")
    }
    timed = "SELECT published FROM article WHERE timed ORDER BY number"
    ends = [connection.execute(f"{timed} {way} LIMIT 1").fetchone() for way in ("ASC", "DESC")]
    return {
        "articles": found["article"],
        "outlets": found["outlet"],
        "stories": found["story"],
        "storylines": found["storyline"],
        "statements": found["statement"],
        "rejected": one("SELECT count(*) FROM rejected"),
        "first": ends[0][0] if ends[0] else None,
        "last": ends[1][0] if ends[1] else None,
        "speakers": one("SELECT count(*) FROM speaker"),
        "unlinked": one("SELECT count(*) FROM article WHERE relation IS NULL"),
        "unnamed": one("SELECT count(*) FROM article WHERE outlet_key = ''"),
        "shared_stories": one("SELECT count(*) FROM story WHERE articles > 1"),
        "repeated": one("SELECT count(*) FROM statement WHERE articles > 1"),
        "one_origin": one("SELECT count(*) FROM statement WHERE articles > 1 AND high = 1"),
        **loaded,
    }

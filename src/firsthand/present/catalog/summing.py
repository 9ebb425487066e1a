"""What is summed over all rows of a catalog: speakers, outlets, growth, what search counts by, and the overview."""

import json
import sqlite3
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from firsthand.present.catalog import schema
from firsthand.present.limits import FEWEST, PART, beyond, most_of, on_first

# The window of growth, and how a moment is written: see ``labels.moment``.
GROWTH = timedelta(hours=24)
_MOMENT = "%Y-%m-%dT%H:%M:%S"
# The time of the article at a place.
_PUBLISHED = "(SELECT published FROM article JOIN place USING (number) WHERE place.place = {})"
# Stands for an article without a value, in arrays.
NONE = -1


def sum_up(connection: sqlite3.Connection) -> None:
    """Make what the rows of stories, statements and articles give together, in place of what is there."""
    connection.execute("BEGIN")
    connection.execute("DELETE FROM outlet")
    connection.execute("DELETE FROM speaker")
    connection.execute("UPDATE story SET growth = 0 WHERE growth > 0")
    _places(connection)
    _outlets(connection)
    _speakers(connection)
    _columns(connection)
    _grow(connection)
    _part(connection)
    schema.note(connection, "overview", json.dumps(_overview(connection)))
    connection.execute("COMMIT")


def _places(connection: sqlite3.Connection) -> None:
    """Tell the place of each article in time, those without a usable time first; and keep their numbers in it."""
    connection.execute(
        "CREATE TEMP TABLE place AS SELECT number, row_number() OVER (ORDER BY timed, moment, id) AS place FROM article"
    )
    connection.execute("CREATE INDEX temp.place_number ON place (number, place)")
    connection.execute("CREATE INDEX temp.place_place ON place (place)")
    _keep(connection, "in_time", [n for (n,) in connection.execute("SELECT number FROM place ORDER BY place")])


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
        " sum(authorship = 'unknown') AS unknown, min(p.place) FILTER (WHERE timed) AS first,"
        " max(p.place) FILTER (WHERE timed) AS last FROM article a JOIN place p ON p.number = a.number"
        " WHERE outlet_key != '' GROUP BY outlet_key"
    )
    connection.execute(
        "INSERT INTO outlet SELECT h.key, s.name, h.articles, h.stories, h.own, h.wire, h.rewrite, h.unknown,"
        f" {_PUBLISHED.format('h.first')}, {_PUBLISHED.format('h.last')},"
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
        " count(DISTINCT nullif(r.outlet_key, '')) AS outlets, min(p.place) FILTER (WHERE r.timed) AS first,"
        " max(p.place) FILTER (WHERE r.timed) AS last, sum(r.outlet_key = '') AS unnamed"
        " FROM spoken s JOIN article r ON r.number = s.number JOIN place p ON p.number = s.number GROUP BY s.key"
    )
    connection.execute(
        "CREATE TEMP TABLE called AS SELECT speaker_key AS key, speaker AS name, sum(count(*)) OVER"
        " (PARTITION BY speaker_key) AS statements, row_number() OVER (PARTITION BY speaker_key ORDER BY count(*) DESC,"
        " speaker) AS place FROM statement WHERE speaker_key != '' GROUP BY speaker_key, speaker"
    )
    connection.execute("CREATE INDEX voice_key ON voice (key)")
    connection.execute(
        "INSERT INTO speaker SELECT c.key, c.name, c.statements, v.articles, v.outlets,"
        f" {_PUBLISHED.format('v.first')}, {_PUBLISHED.format('v.last')}, v.unnamed,"
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
        schema.note(connection, f"{name}s", json.dumps(values))
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
    schema.note(connection, f"column {name}", np.array(numbers, "<i4").tobytes())


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


def _part(connection: sqlite3.Connection) -> None:
    """Tell which statements stand on further pages of their stories: see ``limits.beyond``; the order is ``rank``'s."""
    connection.execute("UPDATE statement SET part = 0 WHERE part > 0")
    sql = (
        "SELECT DISTINCT s.id, s.articles FROM member m JOIN attribution a ON a.article = m.article"
        " JOIN statement s ON s.id = a.statement WHERE m.story = ?"
        " ORDER BY s.articles DESC, s.speaker IS NULL, coalesce(s.speaker, ''), s.id"
    )
    counted = "SELECT id, articles, statements, repeated FROM story WHERE statements > ?"
    for story, articles, statements, repeated in connection.execute(counted, (FEWEST,)).fetchall():
        most = most_of(articles, repeated)
        if beyond(repeated, statements - repeated, most):
            ranked = connection.execute(sql, (story,)).fetchall()
            several, single = ([i for i, n in ranked if (n > 1) is many] for many in (True, False))
            shown = on_first(most)
            rest = [*several[shown[0] :], *single[shown[1] :]]
            parts = ((1 + place // PART, i, story) for place, i in enumerate(rest))
            connection.executemany("UPDATE statement SET part = ? WHERE id = ? AND story = ?", parts)


def _overview(connection: sqlite3.Connection) -> dict[str, Any]:
    def one(sql: str) -> Any:
        return connection.execute(sql).fetchone()[0]

    loaded = json.loads(one("SELECT value FROM meta WHERE name = 'loaded'"))
    found = {
        name: one(f"SELECT count(*) FROM {name}") for name in ("article", "outlet", "story", "storyline", "statement")
    }
    timed = "SELECT published FROM article WHERE timed ORDER BY moment {0}, id {0} LIMIT 1"
    ends = [connection.execute(timed.format(way)).fetchone() for way in ("ASC", "DESC")]
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
        "languages": list(connection.execute("SELECT language, count(*) FROM article GROUP BY language")),
    }

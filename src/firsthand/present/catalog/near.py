"""Which articles are about what a text is about, by its rare words: a look into the catalog's index of words."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from firsthand.errors import CorpusFormat
from firsthand.model import Annotation, Article
from firsthand.present.catalog import schema
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.opening import FOLDER
from firsthand.present.catalog.words import norms

# Ours: words from the top of a text that are weighed, words in more articles than this tell nothing of the event, the
# rarest of the others that are asked for. What an index does for a question follows from the last two.
WEIGHED, COMMON, ASKED = 160, 2_000, 16
_SHORTEST = 3
# A word in the headline says more of the matter than one in the text.
_WEIGHTS = (4.0, 1.0, 1.0)


def latest(corpus: Path) -> Catalog | None:
    """Return the newest catalog of the corpus in ``corpus``, which may be of an earlier step; None where there is none.

    That is enough for candidates, and nobody waits for one to be built.
    """
    for path in sorted((corpus / FOLDER).glob(f"*-{schema.FORMAT}.sqlite"), key=_changed, reverse=True):
        try:
            return Catalog(path)
        except (CorpusFormat, sqlite3.Error):
            continue  # it was taken away meanwhile
    return None


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def near(catalog: Catalog, article: Article, annotation: Annotation, most: int) -> list[str]:
    """Return the ids of the ``most`` articles that share the most and rarest words with the beginning of a text.

    Names go first, then the text's words in their order. The text need not be in the catalog.
    """
    with closing(schema.opened(catalog.path)) as connection:
        held = {word: found for word in _words(article, annotation) if (found := _articles(connection, word))}
        rare = sorted((word for word, found in held.items() if found <= COMMON), key=lambda w: (held[w], w))
        # A word of one article alone may be a slip of the pen; two rare words in common are more than chance.
        shared = [word for word in rare if held[word] > 1] + [word for word in rare if held[word] == 1]
        if not shared:
            return []
        question = " OR ".join(f'"{word}"' for word in shared[:ASKED])
        sql = (
            "SELECT a.id FROM words JOIN article a ON a.number = words.rowid WHERE words MATCH ? "
            "ORDER BY bm25(words, ?, ?, ?), a.id LIMIT ?"
        )
        return [name for (name,) in connection.execute(sql, (question, *_WEIGHTS, most))]


def _words(article: Article, annotation: Annotation) -> Iterable[str]:
    """Return the words that are weighed, each once: those of names, then those of the text."""
    named = (mention.name for mention in annotation.mentions)
    own = (article.text[s.start : s.end] for s in article.parts("headline", "dek", "body"))
    words = (norm for text in (*islice(named, WEIGHED), *own) for norm in norms(text[: WEIGHED * 12]))
    return islice(dict.fromkeys(_long(words)), WEIGHED)


def _long(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if len(word) >= _SHORTEST and word.isalnum())


def _articles(connection: sqlite3.Connection, word: str) -> int:
    """Return in how many articles a word stands, counted no further than one past ``COMMON``."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    (found,) = connection.execute(sql, (f'"{word}"', COMMON + 1)).fetchone()
    return int(found)

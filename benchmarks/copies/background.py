"""Background reports: read from a file of JSON Lines, or made up."""

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path

from firsthand.model import Article, Segment

# How a clause names who acts, what on, and when: b a body, p a made-up place, a an adjective, o a thing, n a number.
# Every run of six words has a place or a number in it, so that hardly any stands in two reports by chance.
_SUBJECTS = ("the {b} of {p}", "{p}'s {b}", "a {a} {b} near {p}", "the {p} {b}", "{n} {a} members of the {p} {b}")
_OBJECTS = ("the {a} {o} of {p}", "a {a} {o} in {p}", "its {p} {o}", "their {a} {p} {o}")
_TIMES = ("on Monday", "last week", "in March", "this year", "by {n} pct", "for {n} days", "near {p}", "again")


def articles(texts: dict[str, str]) -> list[Article]:
    """Return the texts as articles that are all body and have no time."""
    return [article(key, text) for key, text in texts.items()]


def article(key: str, text: str, published: str | None = None, language: str | None = "en") -> Article:
    """Return a text as an article that is all body."""
    return Article(
        id=key, external_id=None, input=key, url=None, path=None, publisher=None, text=text, headline=None,
        dek=None, bylines=(), dateline=None, published=published, published_precision=None, fetched=None,
        language=language, sha256="", page="article", segments=(Segment("body", 0, len(text)),), comments=(),
    )  # fmt: skip


def read(path: Path, limit: int) -> dict[str, str]:
    """Return the texts of the first reports by id; a line has ``id`` and ``text``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for _, line in zip(range(limit), lines, strict=False))
        return {row["id"]: row["text"] for row in rows}


def made_up(count: int, seed: int) -> dict[str, str]:
    """Return invented reports of 3 to 14 sentences."""
    chance = random.Random(seed)
    return {f"r{k:06}": " ".join(_sentence(chance) for _ in range(chance.randint(3, 14))) for k in range(count)}


def _sentence(chance: random.Random) -> str:
    parts = [_clause(chance)]
    if chance.random() < 0.6:
        parts.append(f"{chance.choice(_WORDS['links'])} {_clause(chance)}")
    text = " ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _clause(chance: random.Random) -> str:
    def one(kind: str) -> str:
        return chance.choice(_WORDS[kind])

    def filled(patterns: Sequence[str]) -> str:
        place = "".join(chance.choices(_WORDS["syllables"], k=3)).capitalize()
        number = chance.randint(2, 4000)
        return chance.choice(patterns).format(b=one("bodies"), p=place, a=one("adjectives"), o=one("nouns"), n=number)

    return f"{filled(_SUBJECTS)} {one('verbs')} {filled(_OBJECTS)} {filled(_TIMES)}"


def _read_words() -> dict[str, list[str]]:
    lines = Path(__file__).with_name("vocabulary.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if not line.startswith("#"))
    return {kind: words.split() for kind, words in pairs}


_WORDS = _read_words()

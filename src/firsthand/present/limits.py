"""How much of each thing a story's page shows before it says "and N more"; statements beyond stand on further pages."""

from collections.abc import Mapping

# Ours: a reader does not go through more.
_PLAIN: Mapping[str, int] = {
    "outlets": 60,  # named for an origin
    "statements": 40,  # cards of what several articles report
    "hidden": 160,  # such cards behind a click
    "single": 60,  # of what one article reports, with their reasons
    "singles": 600,
    "wordings": 24,
    "rows": 8,  # outlets of a wording, each with its chain
    "names": 40,  # further ones, by name
    "columns": 40,
    "cells": 4_000,
    "listed": 60,  # columns that the matrix has no room for, as a list
    "alone": 12,  # outlets, and of each what it alone has
    "members": 60,  # of a box of the lineage
    "lines": 240,
    "articles": 60,  # before a click
    "full": 200,  # articles with all of their reasons
    "turns": 12,
}
# Ours: so that a page of 500 articles stays below 1.5 MB (test_story_page has the measure).
_CROWDED: Mapping[str, int] = {
    **_PLAIN,
    "statements": 24,
    "hidden": 24,
    "single": 20,
    "singles": 240,
    "wordings": 6,
    "rows": 3,
    "names": 12,
    "cells": 2_000,
    "members": 20,
    "lines": 100,
    "full": 60,
}
# Ours: past so many articles a page is crowded, or past so many rows of outlets in the cards of statements.
_ARTICLES, _ROWS = 120, 3_000


def most_of(articles: int, statements: int) -> Mapping[str, int]:
    """Return the limits of a story's page by its articles, and its statements that several of them report."""
    return _CROWDED if articles > _ARTICLES or articles * statements > _ROWS else _PLAIN


# Ours: statements of a further page of a story.
PART = 100
# A story of no more statements has no further page, whatever its other figures.
FEWEST = _CROWDED["statements"] + _CROWDED["hidden"]


def on_first(most: Mapping[str, int]) -> tuple[int, int]:
    """Return how many statements a story's page shows: of those that several articles report, and of the others."""
    return most["statements"] + most["hidden"], most["singles"]


def beyond(repeated: int, single: int, most: Mapping[str, int]) -> int:
    """Return how many statements stand on further pages, ``PART`` on each: first those that several report."""
    shown = on_first(most)
    return max(0, repeated - shown[0]) + max(0, single - shown[1])

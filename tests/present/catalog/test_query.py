"""What is typed is read by us: the index sees words in quotation marks and nothing else."""

import re
import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.catalog.query import LONGEST, TERMS, Term, parse

# What means something to the index, and to us.
_TRICKS = [
    "NEAR(",
    '"',
    "*",
    "AND",
    "OR",
    "NOT",
    ":",
    "speaker:",
    "day:",
    "-",
    "(",
    ")",
    "^",
    "{a",
    "rowid",
    "'",
    ";--",
    "quay",
]


def test_words_phrases_and_fields() -> None:
    """All that a query can be made of."""
    query = parse('harbour "not a single quay" crane* speaker:varga outlet:"Ellmar Post" origin:Norwire language:en')
    assert query.terms == (Term(("harbour",)), Term(("not", "a", "single", "quay")), Term(("crane",), prefix=True))
    assert (query.speaker, query.outlet) == (("varga",), ("Ellmar Post",))
    assert (query.origin, query.language) == (("Norwire",), ("en",))
    assert query.expression == '"harbour" AND "not a single quay" AND "crane"*'
    assert not query.notes


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("after:2031-03-04", date(2031, 3, 4), None),
        ("before:2031-03-04", None, date(2031, 3, 4)),
        ("day:2031-03-04", date(2031, 3, 4), date(2031, 3, 5)),
        ("day:2031-12", date(2031, 12, 1), date(2032, 1, 1)),
        ("day:2031", date(2031, 1, 1), date(2032, 1, 1)),
        ("day:2032", date(2032, 1, 1), date(2033, 1, 1)),
        ("after:2031-03 after:2031-02-04 before:2031-05 before:2032", date(2031, 3, 1), date(2031, 5, 1)),
    ],
)
def test_days_months_and_years(text: str, since: date | None, until: date | None) -> None:
    """``after`` has its first day, ``before`` ends ahead of it; of several the narrower one counts."""
    query = parse(text)
    assert (query.since, query.until) == (since, until)


@pytest.mark.parametrize("text", ["after:soon", "day:2031-13-01", "before:2031-02-30", "day:99999", "day:0000"])
def test_what_is_no_date_is_said(text: str) -> None:
    """It is left out, and the page says so."""
    query = parse(text)
    assert query.empty
    assert len(query.notes) == 1 and text.partition(":")[2] in query.notes[0]


def test_other_fields_are_words() -> None:
    """A colon in a text is nothing special."""
    assert parse("https://quay.example").terms == (Term(("https", "quay", "example")),)
    assert parse("NEAR:harbour").terms == (Term(("near", "harbour")),)


@pytest.mark.parametrize("text", ["", "   ", '"', "speaker:", 'outlet:""', "* ( )"])
def test_a_query_may_ask_for_nothing(text: str) -> None:
    """It finds nothing then, and no error is made of it."""
    query = parse(text)
    assert query.empty or query.terms


def test_a_long_query_is_cut_and_that_is_said() -> None:
    """What an index does grows with its terms."""
    query = parse(" ".join(f"w{n}" for n in range(300)))
    assert len(query.terms) == TERMS and len(query.text) <= LONGEST
    assert len(query.notes) == 2


def test_stars_are_few_and_stand_behind_a_word() -> None:
    """Each costs what all words cost that it stands for; the page says which were left out."""
    query = parse('qu* quay* pier* ship* * "lock*" crane*')
    assert [t.prefix for t in query.terms] == [False, True, True, True, False, False]
    assert len(query.notes) == 2 and "“qu*”" in query.notes[0] and "“crane*”" in query.notes[1]


def test_a_page_of_hits_is_bounded() -> None:
    """Whatever an address asks for."""
    assert parse("a", limit=10**9, offset=-5).limit == 200
    assert parse("a", limit=-1, offset=-5).offset == 0


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(_TRICKS), max_size=12).map(" ".join)))
def test_nothing_that_is_typed_reaches_the_index_as_it_was_typed(text: str) -> None:
    """The expression is words in marks; the index takes it whatever was typed."""
    expression = parse(text).expression
    assert re.fullmatch(r'(?:"[^"]+"\*?(?: AND (?="))?)*', expression)
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE words USING fts5(body)")
    if expression:
        assert index.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,)).fetchall() == []

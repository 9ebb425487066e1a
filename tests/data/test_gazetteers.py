"""The data files are consistent, and the look-ups find what readers of news expect."""

from collections import Counter

import pytest

from firsthand import data
from firsthand.text import plain


def names_of(publisher: data.Publisher) -> set[str]:
    return {plain(n).removeprefix("the ") for n in (publisher.name, *publisher.aliases)}


def test_no_name_or_alias_stands_for_two_publishers() -> None:
    """A name leads to one publisher."""
    counts = Counter(n for p in data.publishers() for n in names_of(p))
    assert [n for n, c in counts.items() if c > 1] == []


def test_no_domain_belongs_to_two_publishers() -> None:
    """A domain leads to one publisher, and is a bare host name."""
    counts = Counter(d for p in data.publishers() for d in p.domains)
    assert [d for d, c in counts.items() if c > 1] == []
    assert [d for d in counts if "/" in d or d.startswith("www.") or "." not in d or d != d.lower()] == []


def test_no_slug_signs_for_two_agencies() -> None:
    """A slug leads to one agency."""
    counts = Counter(s for a in data.agencies() for s in a.slugs)
    assert [s for s, c in counts.items() if c > 1] == []


def test_the_lists_are_as_long_as_a_list_of_the_world_must_be() -> None:
    """A truncated file is noticed."""
    assert len(data.agencies()) >= 120
    assert len(data.outlets()) >= 900
    assert len(data.countries()) >= 195
    assert len(data.titles()) >= 250
    assert len(data.organisations()) >= 250
    assert len(data.cues()) >= 220
    assert len(data.given_names()) >= 1_000
    assert len(data.spelling_groups()) >= 80
    assert len(data.offices()) >= 90
    assert len(data.nickname_groups()) >= 220
    assert len(data.surname_groups()) >= 100
    assert len(data.places()) >= 1_500
    assert len(data.boilerplate()) >= 120


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AP", "Associated Press"),
        ("the Associated Press", "Associated Press"),
        ("TASS news agency", "TASS"),
        ("agence france-presse", "Agence France-Presse"),
        ("The New York Times", "New York Times"),
        ("CNN", "CNN"),
        ("No Such Paper", None),
        ("ap", None),
        ("", None),
    ],
)
def test_publishers_are_found_by_name(name: str, expected: str | None) -> None:
    """Names match in any case, slugs only as they are written."""
    found = data.publisher_named(name)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.nytimes.com/2031/03/04/a.html", "New York Times"),
        ("edition.cnn.com", "CNN"),
        ("apnews.com", "Associated Press"),
        ("https://notnytimes.com/", None),
        ("com", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_publishers_are_found_by_address(address: str, expected: str | None) -> None:
    """The longest domain that fits decides; what only looks alike does not."""
    found = data.publisher_at(address)
    assert (found.name if found else None) == expected


def test_agencies_are_told_from_outlets() -> None:
    """A paper is no agency, under any name."""
    assert data.is_agency("Reuters")
    assert data.is_agency("dpa") or data.is_agency("DPA")
    assert not data.is_agency("Washington Post")


def test_cues_have_all_their_forms() -> None:
    """Irregular verbs are listed in full, multi-word cues inflect their verb."""
    forms = {c.lemma: set(c.forms) for c in data.cues()}
    assert {"say", "says", "said", "saying"} <= forms["say"]
    assert {"goes on", "went on"} <= forms["go on"]
    assert {c.strength for c in data.cues()} == {"strong", "weak"}
    assert not [
        f for c in data.cues() for f in c.forms if not f.replace(" ", "").replace("-", "").replace("'", "").isalpha()
    ]


def test_furniture_is_lower_case_and_says_how_it_matches() -> None:
    """The matcher needs no guess."""
    assert {f.match for f in data.boilerplate()} <= {"full", "prefix", "contains"}
    assert [f.pattern for f in data.boilerplate() if f.pattern != f.pattern.lower()] == []


def test_given_names_that_are_words_are_marked() -> None:
    """A capitalised word at the start of a sentence is not always a person."""
    assert data.given_names()["Will"]
    assert not data.given_names()["Maria"]


def test_spellings_of_different_names_stay_apart() -> None:
    """No spelling is in two groups."""
    counts = Counter(n for g in data.spelling_groups() for n in g)
    assert [n for n, c in counts.items() if c > 1] == []


def test_an_office_is_listed_once_and_says_whose_it_is() -> None:
    """A name of an office is no other name of the same."""
    names = [o.office for o in data.offices()]
    assert len(set(names)) == len(names)
    assert {o.kind for o in data.offices()} == {"person", "body"}
    assert [o.office for o in data.offices() if o.office in o.alike or set(o.alike) & set(o.broader)] == []


def test_short_forms_stand_beside_another_name() -> None:
    """Each row of nicknames has at least two, none twice."""
    assert [g for g in data.nickname_groups() if len(set(g)) != len(g) or len(g) < 2] == []
    assert [g for g in data.surname_groups() if len(set(g)) != len(g)] == []

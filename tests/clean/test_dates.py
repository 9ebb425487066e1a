"""Times of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.clean import dates


@pytest.mark.parametrize(
    ("given", "value", "precision"),
    [
        ("2021-03-04T05:06:07+02:00", "2021-03-04T05:06:07+02:00", "second"),
        ("2021-03-04T05:06:07.250Z", "2021-03-04T05:06:07+00:00", "second"),
        ("2021-03-04T05:06Z", "2021-03-04T05:06+00:00", "minute"),
        ("2021-03-04", "2021-03-04", "day"),
        ("2021-03", "2021-03", "month"),
        ("Thu, 04 Mar 2021 05:06:07 GMT", "2021-03-04T05:06:07+00:00", "second"),
        ("20210304050607", "2021-03-04T05:06:07+00:00", "second"),
        ("1614834367", "2021-03-04T05:06:07+00:00", "second"),
        ("March 4, 2021", "2021-03-04", "day"),
        ("4 March 2021, 7:18 PM", "2021-03-04T19:18", "minute"),
        ("Updated 7:18 PM ET, Thu March 4, 2021", "2021-03-04T19:18", "minute"),
        ("Mar 4, 2021 | 3:50 AM EST", "2021-03-04T03:50-05:00", "minute"),
        ("4. März 2021", "2021-03-04", "day"),
        ("4 de marzo de 2021", "2021-03-04", "day"),
        ("4 марта 2021", "2021-03-04", "day"),
        ("4 مارس 2021", "2021-03-04", "day"),
        ("4 जनवरी 2021", "2021-01-04", "day"),
        ("25/12/2020", "2020-12-25", "day"),
        ("12/25/2020", "2020-12-25", "day"),
        ("04.03.2021", "2021-03-04", "day"),
        ("March 2021", "2021-03", "month"),
    ],
)
def test_usual_forms_are_read(given: str, value: str, precision: str) -> None:
    """Each form gives ISO 8601 as precise as it was, with an offset only where one is named."""
    assert dates.parse(given) == (value, precision)


def test_an_ambiguous_day_is_not_guessed() -> None:
    """Of 3/4/2021 only the year is known."""
    assert dates.parse("3/4/2021") == ("2021", "year")


@pytest.mark.parametrize("given", [None, "", "soon", "2021-13-45", "99 March", "the 5 boats"])
def test_what_is_no_date_is_none(given: str | None) -> None:
    """Unknown stays unknown."""
    assert dates.parse(given) is None


def test_a_date_without_year_takes_it_from_when_it_was_fetched() -> None:
    """The latest year in which that day was not in the future; none without a time of fetching."""
    assert dates.parse("March 4 at 9:04 AM", "2021-06-01T00:00:00Z") == ("2021-03-04T09:04", "minute")
    assert dates.parse("December 24", "2021-06-01") == ("2020-12-24", "day")
    assert dates.find("by Jane Roe March 4") is None


@pytest.mark.parametrize(
    ("line", "is_line"),
    [
        ("Posted on Thu, Mar. 04, 2021", True),
        ("Last updated at 7:18 PM, March 4, 2021", True),
        ("The bridge was opened on March 4, 2021 by the mayor", False),
    ],
)
def test_date_lines_say_hardly_anything_else(line: str, is_line: bool) -> None:
    """A line of a report that names a day is no date line."""
    assert dates.is_line(line) is is_line


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published 14:05 GMT, 3 March 2031", ("2031-03-03T14:05+00:00", "minute"), None),
        ("3.3.2031, 14.05 Uhr", ("2031-03-03T14:05", "minute"), None),
        ("03.03.2031 | 14:05 Uhr MEZ", ("2031-03-03T14:05+01:00", "minute"), None),
        ("Montag, 3. März 2031 um 14 Uhr", ("2031-03-03T14:00", "minute"), None),
        ("Mis à jour le 3 mars 2031 à 14h05", ("2031-03-03T14:05", "minute"), ("2031-03-03T14:05", "minute")),
        (
            "Publié le 3 mars 2031 à 14 h 05, mis à jour le 4 mars 2031 à 9h12",
            ("2031-03-03T14:05", "minute"),
            ("2031-03-04T09:12", "minute"),
        ),
        ("Publicado: 03/03/2031 14:05", ("2031-03-03T14:05", "minute"), None),
        (
            "Publicado: 23/03/2031 14:05 | Actualizado: 24/03/2031 09:12",
            ("2031-03-23T14:05", "minute"),
            ("2031-03-24T09:12", "minute"),
        ),
        ("March 3, 2031 | Updated: March 4, 2031 9:12am", ("2031-03-03", "day"), ("2031-03-04T09:12", "minute")),
        (
            "Updated: March 4, 2031 9:12am | Published: March 3, 2031",
            ("2031-03-03", "day"),
            ("2031-03-04T09:12", "minute"),
        ),
        (
            "Published March 3, 2031 at 9:12 a.m. ET; last modified 10:30 p.m. ET March 4, 2031",
            ("2031-03-03T09:12", "minute"),
            ("2031-03-04T22:30", "minute"),
        ),
        (
            "March 3, 2031 8:00am EST, updated 9:12am EST",
            ("2031-03-03T08:00-05:00", "minute"),
            ("2031-03-03T09:12-05:00", "minute"),
        ),
        (
            "Veröffentlicht am 3.3.2031, zuletzt aktualisiert am 4.3.2031 um 9.12 Uhr",
            ("2031-03-03", "day"),
            ("2031-03-04T09:12", "minute"),
        ),
        ("Stand: 03.03.2031 14:05 Uhr", ("2031-03-03T14:05", "minute"), ("2031-03-03T14:05", "minute")),
        (
            "Pubblicato il 3 marzo 2031 alle 14:05 - Aggiornato alle 15:10",
            ("2031-03-03T14:05", "minute"),
            ("2031-03-03T15:10", "minute"),
        ),
        (
            "Publicado em 3 de março de 2031 às 14h05 - Atualizado em 4 de março de 2031 às 9h12",
            ("2031-03-03T14:05", "minute"),
            ("2031-03-04T09:12", "minute"),
        ),
        (
            "Gepubliceerd op 3 maart 2031 om 14:05, bijgewerkt op 4 maart 2031",
            ("2031-03-03T14:05", "minute"),
            ("2031-03-04", "day"),
        ),
        (
            "Publicerad 3 mars 2031 kl. 14.05 Uppdaterad 4 mars 2031 kl. 9.12",
            ("2031-03-03T14:05", "minute"),
            ("2031-03-04T09:12", "minute"),
        ),
        ("Опубликовано: 3 марта 2031, 14:05 MSK", ("2031-03-03T14:05+03:00", "minute"), None),
        ("3 March 2031 14:05 GMT+3", ("2031-03-03T14:05+03:00", "minute"), None),
        ("3 March 2031 14:05 UTC-05:30", ("2031-03-03T14:05-05:30", "minute"), None),
        ("2031年3月3日 14:05", ("2031-03-03T14:05", "minute"), None),
        ("3 marca 2031, 14:05", ("2031-03-03T14:05", "minute"), None),
        ("3 Mart 2031 14:05", ("2031-03-03T14:05", "minute"), None),
        ("3 mar 2031, 14:05 hrs", ("2031-03-03T14:05", "minute"), None),
        ("Posted: Mar 3, 2031 / 02:05 PM CST", ("2031-03-03T14:05-06:00", "minute"), None),
        (
            "Posted: Mar 3, 2031 / 02:05 PM CST Updated: Mar 4, 2031 / 03:05 PM CST",
            ("2031-03-03T14:05-06:00", "minute"),
            ("2031-03-04T15:05-06:00", "minute"),
        ),
        ("March 3, 2031 (updated)", ("2031-03-03", "day"), None),
        ("UPDATED 3 hours ago", None, None),
        ("March 3 | Updated March 4 9:12am", ("2031-03-03", "day"), ("2031-03-04T09:12", "minute")),
        ("Publicado el 03/04/2031", ("2031-04-03", "day"), None),
        ("03/04/2031", ("2031", "year"), None),
        ("Published 03/04/2031", ("2031", "year"), None),
    ],
)
def test_published_and_updated_are_told_apart(
    line: str, published: tuple[str, str] | None, updated: tuple[str, str] | None
) -> None:
    """The words before a time say which it is; a lone time of update is the best witness of publication, too."""
    assert dates.find(line, "2031-06-01") == published
    assert dates.updated(line, "2031-06-01") == updated


def test_days_come_first_where_the_words_are_not_english() -> None:
    """Of 03/04/2031 only the year is known, unless words beside it say whose custom it follows."""
    assert dates.find("03/04/2031") == dates.find("Published 03/04/2031") == ("2031", "year")
    assert dates.find("Publicado el 03/04/2031") == ("2031-04-03", "day")


@given(st.text(max_size=90))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    """Nothing raises, and what comes out starts with a year."""
    found = dates._written(text, "2021-06-01")
    assert found is None or found[0][:4].isdigit()


@pytest.mark.parametrize("line", ["4 مارس 2021", "4 मार्च 2021", "4 जनवरी 2021, 14:20"])
def test_a_day_in_arabic_or_hindi_is_a_line_of_its_own(line: str) -> None:
    """The marks that Hindi writes vowels with part no words."""
    assert dates.is_line(line)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("20310303", ("2031-03-03", "day")),
        ("20310303T051200Z", ("2031-03-03T05:12:00+00:00", "second")),
        ("20310303T0512+0200", ("2031-03-03T05:12+02:00", "minute")),
        ("20310303T051200,25-03", ("2031-03-03T05:12:00-03:00", "second")),
        ("20310303 05:12", ("2031-03-03T05:12", "minute")),
        ("20310303T05Z", ("2031-03-03", "day")),
        ("2031-W10-2", ("2031-03-04", "day")),
        ("2031W102T0512Z", ("2031-03-04T05:12+00:00", "minute")),
        ("2031-063", ("2031-03-04", "day")),
        ("203103030512", ("2031-03-03T05:12+00:00", "minute")),
        ("20310303051200Z", ("2031-03-03T05:12:00+00:00", "second")),
        ("1930281120.5", ("2031-03-03T05:12:00+00:00", "second")),
        ("1930281120000000", ("2031-03-03T05:12:00+00:00", "second")),
    ],
)
def test_iso_without_hyphens_and_stamps_of_machines(value: str, found: tuple[str, str]) -> None:
    """Feeds and exports write times in every form that the standard has."""
    assert dates.parse(value) == found


@pytest.mark.parametrize(
    "value", ["20311303", "2031-W60-2", "2031-366", "20310303T2512Z", "12345678", "2031-W10", "123456789"]
)
def test_digits_that_are_no_time_are_none(value: str) -> None:
    """No guess is made at them: a wrong century is worse than no day."""
    assert dates.parse(value) is None

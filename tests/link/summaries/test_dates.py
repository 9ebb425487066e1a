"""The date of the event, as the articles vote. All news here is invented."""

from dataclasses import replace

import pytest

from firsthand.link.summaries import describe
from firsthand.model import Annotation, Article, DateMention, Story
from tests.factories import article

# 3 March 2031 is a Monday.
ON = {"on Monday": "2031-03-03", "March 3": "2031-03-03", "on Tuesday": "2031-03-04", "May 12": "2030-05-12"}


def note(told: Article, **values: str) -> Annotation:
    """Return the dates of the text: those of ``ON``, and ``values`` by their words with blanks as underscores."""
    known = {**ON, **{k.replace("_", " "): v for k, v in values.items()}}
    dates = [
        DateMention(at, at + len(words), value, {4: "year", 7: "month", 10: "day"}[len(value)])  # type: ignore[arg-type]
        for words, value in known.items()
        if (at := told.text.find(words)) >= 0
    ]
    return Annotation(told.id, (), tuple(sorted(dates, key=lambda d: d.start)), (), ())


def happened(*articles: Article, **values: str) -> tuple[str | None, str | None]:
    story = Story("s", "Ferry", tuple(a.id for a in articles), None, None)
    notes = {a.id: note(a, **values) for a in articles}
    (found,) = describe([story], {a.id: a for a in articles}, notes)
    for p in found.dates:
        assert p.article in story.articles and p.start < p.end
    return found.happened, found.happened_precision


def page(name: str, text: str, published: str | None = "2031-03-04", fetched: str | None = None) -> Article:
    return replace(article(name, text, published=published), fetched=fetched)


def test_the_articles_vote() -> None:
    """The day that most name, to the day."""
    assert happened(
        page("a", "A ferry ran aground off Tolvik on Monday."),
        page("b", "The Alma Brenner hit a rock March 3 in fog."),
        page("c", "Divers reached the wreck on Tuesday, at noon."),
    ) == ("2031-03-03", "day")


def test_the_day_of_speaking_gives_way_to_the_day_of_the_event() -> None:
    """Whichever comes first in the text."""
    text = "The coastguard said on Tuesday that a ferry had run aground on Monday."
    assert happened(page("a", text)) == ("2031-03-03", "day")


def test_what_happened_long_before_gives_way() -> None:
    """An earlier accident is background."""
    assert happened(page("a", "Closed since the fire of May 12, the pier burned again on Monday."))[0] == "2031-03-03"


def test_copied_words_vote_once_and_as_their_first_reader_reads_them() -> None:
    """A reprint of the week after resolves "on Monday" to another day; four of them are still one text."""
    text = "A ferry ran aground off Tolvik on Monday with 212 aboard."
    late = [page(f"late{n}", text, "2031-03-12") for n in range(4)]
    members = [page("first", text), *late]
    story = Story("s", "Ferry", tuple(a.id for a in members), None, None)
    notes = {"first": note(members[0]), **{a.id: note(a, on_Monday="2031-03-10") for a in late}}
    (found,) = describe([story], {a.id: a for a in members}, notes)
    assert found.happened == "2031-03-03"
    assert [p.article for p in found.dates] == ["first"]


@pytest.mark.parametrize(
    "broken",
    [page("a", "It sank on Monday.", "2031-03-09", fetched="2031-03-04"), page("a", "It sank on Monday.", None)],
)
def test_an_article_whose_clock_cannot_be_used_does_not_vote(broken: Article) -> None:
    """Dated after it was fetched, or not at all: its weekdays mean nothing."""
    assert happened(broken) == (None, None)


def test_a_clock_years_from_the_storys_others_does_not_vote() -> None:
    """Two good clocks and a broken one."""
    broken = page("c", "It sank on Monday at Tolvik.", "1999-01-04")
    others = [page("a", "No day told."), page("b", "None here.")]
    assert happened(*others, broken, on_Monday="1999-01-04") == (None, None)


def test_a_date_with_its_year_needs_no_clock() -> None:
    """The words say it all."""
    assert (
        happened(page("a", "It sank on 2 March 2031 at Tolvik.", None), on_2_March_2031="2031-03-02")[0] == "2031-03-02"
    )


def test_what_is_to_come_is_not_the_event() -> None:
    """A coming Tuesday is read as a past one."""
    assert happened(page("a", "Sailings resume from Tuesday after repairs.", "2031-03-05"), Tuesday="2031-03-04") == (
        None,
        None,
    )


def test_a_weekday_of_six_days_ago_is_likelier_the_coming_one() -> None:
    """A Sunday paper that says Monday."""
    assert happened(page("a", "Leaders meet Monday at Tolvik.", "2031-03-09"), Monday="2031-03-03") == (None, None)


def test_this_morning_is_the_day_of_publication() -> None:
    """And last night the day before."""
    assert happened(page("a", "The ferry was refloated this morning."))[0] == "2031-03-04"
    assert happened(page("a", "The ferry was refloated last night."))[0] == "2031-03-03"


def test_a_month_is_the_date_where_no_day_is_told() -> None:
    """As precise as it is known."""
    assert happened(page("a", "The mill closed in February."), February="2031-02") == ("2031-02", "month")


def test_a_name_is_no_date() -> None:
    """A newspaper's or a programme's."""
    assert happened(page("a", "She told Harbour Today of the rock."), Today="2031-03-04") == (None, None)


def test_an_even_split_over_many_days_says_nothing() -> None:
    """No day has a third of the votes."""
    days = {"on_Friday": "2031-02-28", "on_Saturday": "2031-03-01", "on_Sunday": "2031-03-02"}
    members = [page(k, f"Number {k} sank {k.replace('_', ' ')} in fog.") for k in (*days, "on_Monday")]
    assert happened(*members, **days) == (None, None)

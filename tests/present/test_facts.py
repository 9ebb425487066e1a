"""Names, days and figures of a story, and who gives them."""

from dataclasses import replace

import pytest

from firsthand.model import Annotation, Article, DateMention, Lineage, Mention, Reason
from firsthand.present.tables import Tables
from firsthand.present.views import Index
from firsthand.present.views.facts import Fact, facts, name_key
from tests.present.invented import Made


def found(*bodies: str, names: tuple[str, ...] = (), days: tuple[str, ...] = ()) -> set[tuple[str, str, str]]:
    """The facts of articles called a, b, c … with these bodies: kind, label, and the articles that give it."""
    made = Made()
    for key, body in zip("abcdef", bodies, strict=False):
        made.article(key, f"Outlet {key}", "2031-03-05", "Head", body)
    tables = made.tables()
    annotations = [_annotated(a, names, days) for a in tables.articles]
    index = Index(replace(tables, annotations=annotations))
    letters = {a.id: a.external_id or "" for a in tables.articles}
    return {(f.kind, f.label, "".join(sorted(letters[a] for a in f.articles))) for f in facts(index, tables.articles)}


def _annotated(article: Article, names: tuple[str, ...], days: tuple[str, ...]) -> Annotation:
    """Names and days where they stand; a name may be followed by another that it is the beginning of."""
    text, mentions = article.text, []
    for name in sorted(names, key=len, reverse=True):
        at = text.find(name)
        if at >= 0 and not any(m.start <= at < m.end for m in mentions):
            mentions.append(Mention(at, at + len(name), "person", name, name.lower()))
    dates = [DateMention(text.index(d), text.index(d) + len(d), "2031-03-05", "day") for d in days if d in text]
    return Annotation(article.id, tuple(sorted(mentions, key=lambda m: m.start)), tuple(dates), (), ())


def test_a_figure_is_the_same_however_its_thousands_are_parted() -> None:
    """The label shows what was counted, as the first article has it."""
    assert found("It cost 12,500 crowns.", "He paid 12500.", "It was 12.400.") == {
        ("figure", "12,500 crowns", "ab"),
        ("figure", "It was 12.400", "c"),
    }


def test_what_is_no_figure_is_left_out() -> None:
    """Single digits, years, clock times, parts of words, and the numbers of a date."""
    assert not found("On 15 March 2031 at 21:55 the A12 saw 3 cars, run 14-B.", days=("15 March 2031",)) - {
        ("day", "5 March 2031", "a")
    }


def test_a_surname_is_the_person_whose_name_ends_so() -> None:
    """Unless two in the story are called so."""
    names = ("Tessa Varga", "Varga")
    assert ("person", "Tessa Varga", "ab") in found("Tessa Varga came.", "Varga came.", names=names)
    both = found("Tessa Varga came.", "Varga came.", "Ole Varga left.", names=(*names, "Ole Varga"))
    assert {f for f in both if f[0] == "person"} == {
        ("person", "Tessa Varga", "a"),
        ("person", "Varga", "b"),
        ("person", "Ole Varga", "c"),
    }


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("She runs 22 ferries, all of them old.", "22 ferries"),
        ("“We sold 22 ferries.” He left.", "22 ferries"),
        ("They paid $22 a head.", "$22 a head"),
        ("Ole Varga, 54, left.", "Ole Varga, 54"),
        ("It is a town of 6,400, no more.", "It is a town of 6,400"),
        ("It rose by 22% since May.", "22% since May"),
        ("The ferries that they run\nare 22", "are 22"),
    ],
)
def test_a_figure_stands_with_what_it_counts(body: str, label: str) -> None:
    """The words after it up to the clause's end; where there are none, those before it."""
    assert [fact for _, fact, _ in found(body)] == [label]


def test_a_name_is_known_however_it_is_written() -> None:
    """A country by its short forms, a body by its words in another order; people are not."""
    forms = {
        "place": ("U.S.", "United States", "US"),
        "organisation": ("Department of Harbours", "Harbours Department"),
    }
    for kind, names in forms.items():
        assert len({name_key(kind, name) for name in names}) == 1  # type: ignore[arg-type]
    assert name_key("person", "Ole Varga") != name_key("person", "Varga Ole")


def test_a_day_of_an_unusable_clock_is_no_fact() -> None:
    """“Wednesday” is a day only by the day of publication; “5 March 2031” is one by itself."""
    made = Made()
    for key, body in (("a", "It was Wednesday."), ("b", "It was 5 March 2031.")):
        made.article(key, key, "2031-03-05", "Head", body)
    tables = made.tables()
    days = ("Wednesday", "5 March 2031")
    tables = replace(tables, annotations=[_annotated(a, (), days) for a in tables.articles])
    clock = Reason("clock", "Its clock cannot be right.")
    wrong = replace(
        tables, lineages=[Lineage(a.id, "s", "own", "independent", (), (), None, (clock,)) for a in tables.articles]
    )
    for shown, those in ((tables, "ab"), (wrong, "b")):
        (day,) = facts(index := Index(shown), shown.articles)
        assert day.label == "5 March 2031"
        assert "".join(sorted(index.name(a) for a in day.articles)) == those


def test_a_day_is_known_by_what_it_means() -> None:
    """“Wednesday” and “5 March” may be one day."""
    assert found("It was Wednesday.", "It was 5 March.", days=("Wednesday", "5 March")) == {
        ("day", "5 March 2031", "ab")
    }


def test_names_of_the_outlets_are_no_facts() -> None:
    """That a page names itself, or who wrote it, says nothing of the event."""
    assert not found("Outlet a was there.", names=("Outlet a",))


def test_those_that_most_articles_give_come_first() -> None:
    """And what was not annotated gives none."""
    made = Made()
    for key, body in (("a", "There were 40 ships and 50 boats."), ("b", "There were 50 boats.")):
        made.article(key, key, None, "Head", body)
    tables = made.tables()
    first, second = facts(Index(tables), tables.articles)
    assert (first.label, second.label) == ("50 boats", "40 ships and 50 boats")
    assert facts(Index(Tables(tables.articles)), tables.articles) == ()
    assert isinstance(first, Fact)

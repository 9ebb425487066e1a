"""What is told of two pictures of a corpus."""

from dataclasses import replace

from firsthand.model import Annotation, Article, Count, Difference, DifferenceKind, Lineage, Relation, Statement, Story
from firsthand.present.tables import Tables
from firsthand.watch.alerts import MAX_PARAGRAPHS, Alert, Picture, changes, compare, picture
from tests.factories import annotation, article, quotation

OLD = article("a", "The mayor said “the bridge is safe” on Monday.", headline="Bridge safe")
NEW = article("b", "“The bridge is quite safe”, Ols said.", headline="Ols on bridge")
SAID = quotation(OLD, "the bridge is safe", "Ols")
AGAIN = quotation(NEW, "The bridge is quite safe", "Ols")


def told(before: Tables, after: Tables) -> list[Alert]:
    return compare(picture(before), after)[0]


def kinds(before: Tables, after: Tables) -> list[str]:
    return [alert.kind for alert in told(before, after)]


def lineage(name: str, relation: Relation, *draws: str) -> Lineage:
    return Lineage(name, "s", "own", relation, draws, (), None, ())


def statement(name: str, *quotations: str) -> Statement:
    return Statement(name, "Ols", "ols", None, "the bridge is safe", 1, quotations)


def count(name: str, low: int) -> Count:
    return Count(name, ("Courier", "Gazette")[:low], low, low, ())


def stories(*members: tuple[str, ...]) -> list[Story]:
    return [Story("s" + "".join(m), "Bridge", m, None, None) for m in members]


def both() -> tuple[list[Article], list[Annotation]]:
    return [OLD, NEW], [annotation(OLD, SAID), annotation(NEW, AGAIN)]


def test_nothing_is_told_of_what_stays() -> None:
    articles, annotations = both()
    same = Tables(
        articles=articles,
        annotations=annotations,
        stories=stories(("a",), ("b",)),
        statements=[statement("t", SAID.id, AGAIN.id)],
        counts=[count("t", 2)],
        differences=[Difference("t", SAID.id, AGAIN.id, ("added words",))],
        lineages=[lineage("a", "original"), lineage("b", "cites", "a")],
    )
    assert told(same, same) == []


def test_a_story_is_new_when_all_its_articles_are() -> None:
    """Its id changes with each article that joins it, and with each that is split off: neither makes it new."""
    before = Tables(articles=[OLD], stories=stories(("a",)))
    assert kinds(before, Tables(articles=[OLD, NEW], stories=stories(("a",), ("b",)))) == ["new story"]
    assert kinds(before, Tables(articles=[OLD, NEW], stories=stories(("a", "b")))) == []
    joined = Tables(articles=[OLD, NEW], stories=stories(("a", "b")))
    assert kinds(joined, Tables(articles=[OLD, NEW], stories=stories(("a",), ("b",)))) == []


def test_a_second_origin_is_told_once_and_only_when_it_is_sure() -> None:
    """The lower bound decides: what may be one origin is no second. A third origin is not told."""
    articles, annotations = both()
    before = Tables(
        articles=[OLD],
        annotations=annotations[:1],
        statements=[statement("t1", SAID.id)],
        counts=[count("t1", 1)],
    )
    after = Tables(
        articles=articles,
        annotations=annotations,
        statements=[statement("t2", SAID.id, AGAIN.id)],
        counts=[count("t2", 2)],
    )
    (alert,) = told(before, after)
    assert (alert.kind, alert.subject, alert.articles) == ("second origin", "t2", ("a", "b"))
    assert "2 to 2 independent origins: Courier, Gazette" in alert.detail
    assert told(after, replace(after, counts=[count("t2", 3)])) == []
    assert told(before, replace(after, counts=[Count("t2", ("Courier",), 1, 2, ())])) == []


def test_an_article_that_drops_out_of_independence_is_told_with_whom_it_draws_on() -> None:
    before = Tables(articles=[OLD], lineages=[lineage("a", "original")])
    after = Tables(articles=[OLD, NEW], lineages=[lineage("a", "verbatim", "Gazette"), lineage("b", "original")])
    (alert,) = told(before, after)
    assert (alert.kind, alert.subject, alert.detail) == (
        "no longer independent",
        "a",
        ("verbatim: draws on Gazette",),
    )
    assert told(after, before) == []


def test_changed_wording_is_told_of_words_and_not_of_the_manner_of_quoting() -> None:
    articles, annotations = both()
    before = Tables(articles=[OLD], annotations=annotations[:1])

    def after(*found: DifferenceKind) -> Tables:
        differences = [Difference("t", SAID.id, AGAIN.id, found)]
        statements = [statement("t", SAID.id, AGAIN.id)]
        return Tables(articles=articles, annotations=annotations, statements=statements, differences=differences)

    (alert,) = told(before, after("added words"))
    assert alert.kind == "changed wording"
    assert alert.detail == ("added words: “the bridge is safe” / “The bridge is quite safe”",)
    assert told(before, after("same words")) == told(before, after("direct to indirect")) == []


def test_an_edit_is_told_with_what_it_took_out_and_put_in() -> None:
    first = replace(article("a", "Nine died.", "It rained."), url="https://example.org/x")
    later = replace(article("b", "Eight died.", "It rained."), url="https://example.org/x", fetched="2031-03-05")
    (alert,) = told(Tables(articles=[first]), Tables(articles=[later, first]))
    assert (alert.kind, alert.subject, alert.articles) == ("edited article", "b", ("a", "b"))
    assert alert.detail == ("- Nine died.", "+ Eight died.")


def test_versions_of_one_article_are_no_second_origin_no_copy_and_no_changed_wording() -> None:
    articles, annotations = both()
    versions = [replace(a, url="https://example.org/x", fetched=f"2031-03-0{k}") for k, a in enumerate(articles, 1)]
    before = Tables(articles=versions[:1], annotations=annotations[:1], lineages=[lineage("a", "original")])
    after = Tables(
        articles=versions,
        annotations=annotations,
        statements=[statement("t", SAID.id, AGAIN.id)],
        counts=[count("t", 2)],
        differences=[Difference("t", SAID.id, AGAIN.id, ("added words",))],
        lineages=[lineage("a", "verbatim", "b"), lineage("b", "original")],
    )
    assert kinds(before, after) == ["edited article"]


def test_three_versions_are_two_edits_in_the_order_of_their_fetching() -> None:
    versions = [
        replace(article(name, f"Version {name}."), url="https://example.org/x", fetched=f"2031-03-0{k}")
        for k, name in enumerate("cab", 1)
    ]
    alerts = told(Tables(articles=versions[:1]), Tables(articles=versions[::-1]))
    assert [alert.articles for alert in alerts] == [("c", "a"), ("a", "b")]


def test_a_picture_survives_being_kept_as_json() -> None:
    articles, annotations = both()
    seen = picture(Tables(articles=articles, annotations=annotations, lineages=[lineage("a", "original")]))
    assert Picture(**seen.plain()) == seen


def test_of_an_edited_paragraph_the_changed_words_are_shown() -> None:
    """With enough round them to know the place; words that are only added are an insertion."""
    old = "On Monday evening the council of Halden said that nine people died when the bridge fell into the Lind."
    assert changes(old, old.replace("nine", "eight")) == (
        "- … the council of Halden said that nine people died when the bridge fell …",
        "+ … the council of Halden said that eight people died when the bridge fell …",
    )
    assert changes("a b", "a b c") == ("- a b", "+ a b c")


def test_texts_too_long_to_compare_say_so() -> None:
    assert changes("a\n" * (MAX_PARAGRAPHS + 1), "b") == ("over 1,000 paragraphs: not compared",)
    assert changes("one  two", "one two") == ("only blanks changed",)

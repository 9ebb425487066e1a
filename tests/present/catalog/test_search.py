"""Search: words, phrases and fields; each hit with its sentence, and how the hits divide."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.present.catalog import search
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.hits import SHOWN
from firsthand.present.catalog.query import parse
from firsthand.present.catalog.rows import Found
from tests.present.catalog.conftest import catalog_with
from tests.present.invented import Made


def names(found: Found) -> set[str]:
    """The exported names of the articles that were found."""
    return {hit.article.name for hit in found.hits}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eels", {"recipe"}),
        ("EELS pipe", {"recipe"}),
        ("eels harbour", set()),
        ('"pipe two"', set()),
        ("smok*", {"recipe"}),
        ("quai décharge*", {"courrier"}),
        ("decharge", {"courrier"}),
        ("speaker:holt", {"gate", "phone"}),
        ('speaker:"maren holt" telephone', {"phone"}),
        ("speaker:varga speaker:brandt language:en", {"wire", "post", "today"}),
        ('outlet:"coastal daily"', {"coast", "recipe"}),
        ('outlet:"coastal daily" outlet:"valdoria today" after:2031-03-03', {"coast", "today", "phone"}),
        ("outlet:daily", {"coast", "recipe"}),
        ("origin:norwire", {"post", "coast", "times", "courrier"}),
        ("origin:unknown", {"blog"}),
        ("language:fr", {"courrier"}),
        ("after:2031-03-05", {"phone", "pier"}),
        ("before:2031-03-03", {"recipe"}),
        ("day:2031-03-04", {"blog", "gate"}),
        ("speaker:nobody", set()),
        ("", set()),
    ],
)
def test_what_is_found(catalog: Catalog, text: str, expected: set[str]) -> None:
    """All that is asked must hold; of several outlets one will do."""
    found = catalog.search(parse(text))
    assert names(found) == expected and found.total == len(expected)


def test_a_hit_shows_its_sentence_with_marks(catalog: Catalog) -> None:
    """The first one with the most of the words; marks are places in it, and it stands where it says."""
    (hit,) = (
        catalog.search(parse('cranes "before christmas" telephone* outlet:radio')).hits
        or catalog.search(parse('cranes "before christmas" outlet:radio')).hits
    )
    article = catalog.find(hit.article.id)
    assert [hit.sentence[a:b] for a, b in hit.marks] == ["cranes", "before Christmas"]
    assert getattr(article, "text")[hit.start :].startswith(hit.sentence)  # noqa: B009


def test_a_speaker_alone_shows_words_of_theirs(catalog: Catalog) -> None:
    """The sentence in which the first quotation begins."""
    (hit,) = catalog.search(parse("speaker:holt outlet:ellmar")).hits
    assert hit.sentence.startswith("“We are ready to talk at any hour")


def test_the_hits_divide_by_what_the_lists_have(catalog: Catalog) -> None:
    """By speaker, outlet, origin, day and language: all hits count, not only those of the page."""
    found = catalog.search(parse("harbour", limit=2))
    assert len(found.hits) == 2 < found.total
    assert dict(found.facets["speaker"])["Tessa Varga"] == 4
    assert sum(n for _, n in found.facets["day"]) == found.total
    assert [day for day, _ in found.facets["day"]] == sorted(day for day, _ in found.facets["day"])
    for facet in ("speaker", "outlet", "origin", "language"):
        for value, number in found.facets[facet]:
            assert catalog.search(parse(f'harbour {facet}:"{value}"')).total == number


def test_pages_of_hits_follow_each_other(catalog: Catalog) -> None:
    """No hit twice, none left out."""
    whole = [h.article.id for h in catalog.search(parse("ellmar", limit=200)).hits]
    parts = [h.article.id for n in range(0, 12, 3) for h in catalog.search(parse("ellmar", limit=3, offset=n)).hits]
    assert parts == whole and len(set(whole)) == len(whole)


def test_a_word_of_many_articles_shows_the_newest_first(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """How well each fits is not weighed then, and the page says so."""
    monkeypatch.setattr(search, "RANKED", 2)
    found = catalog.search(parse("ellmar"))
    times = [hit.article.published or "" for hit in found.hits]
    assert times == sorted(times, reverse=True)
    assert found.notes == ("The newest come first.",)


def test_comments_and_boilerplate_are_not_searched(tmp_path: Path) -> None:
    """Readers' words are nobody's reporting."""
    made = Made()
    made.article("a", "Post", "2031-03-03", "Quay open", "The quay is open.", comments=["A wonderful zeppelin."])
    catalog = catalog_with(made.tables(), tmp_path)
    assert catalog.search(parse("zeppelin")).total == 0
    assert catalog.search(parse("quay")).total == 1


def test_scripts_without_blanks_are_found_by_their_characters(tmp_path: Path) -> None:
    """A word of them is a phrase."""
    made = Made()
    made.article("a", "Post", "2031-03-03", "港", "港湾は冬の間も開いている。大臣は語った。", language="ja")
    catalog = catalog_with(made.tables(), tmp_path)
    (hit,) = catalog.search(parse("大臣")).hits
    assert (hit.sentence, hit.marks) == ("大臣は語った。", ((0, 2),))
    assert catalog.search(parse("臣大")).total == 0


def test_a_long_sentence_is_cut_around_its_words(tmp_path: Path) -> None:
    """Marks stay where they are."""
    made = Made()
    body = f"{'before ' * 400}quay {'behind ' * 400}"
    made.article("a", "Post", "2031-03-03", "Long", body.strip())
    (hit,) = catalog_with(made.tables(), tmp_path).search(parse("quay")).hits
    assert len(hit.sentence) <= SHOWN
    assert [hit.sentence[a:b] for a, b in hit.marks] == ["quay"]


def test_months_stand_for_many_days(tmp_path: Path) -> None:
    """A facet of days is bounded; articles without a time are in none."""
    made = Made()
    for n in range(40):
        made.article(f"a{n}", "Post", f"2031-{1 + n // 20:02}-{1 + n % 20:02}", "Quay", "The quay is open.")
    made.article("untimed", "Post", None, "Quay", "The quay is open.")
    found = catalog_with(made.tables(), tmp_path).search(parse("quay"))
    assert found.facets["day"] == [("2031-01", 20), ("2031-02", 20)] and found.total == 41


def test_marks_do_not_overlap(tmp_path: Path) -> None:
    """Also where a word stands in a phrase."""
    made = Made()
    made.article("a", "Post", "2031-03-03", "Quay", "The old quay wall, the old quay.")
    (hit,) = catalog_with(made.tables(), tmp_path).search(parse('quay "old quay wall" wall')).hits
    assert [hit.sentence[a:b] for a, b in hit.marks] == ["old quay wall", "quay"]


@settings(max_examples=60)
@given(text=st.text(max_size=60))
def test_any_question_has_an_answer(catalog: Catalog, text: str) -> None:
    """Whatever is typed: no error, and marks that lie in their sentence."""
    for hit in catalog.search(parse(text)).hits:
        assert all(0 <= a < b <= len(hit.sentence) for a, b in hit.marks)


def test_an_article_without_any_text_is_a_hit_without_a_sentence(tmp_path: Path) -> None:
    """It is found by its outlet."""
    made = Made()
    made.article("a", "Post", "2031-03-03", "Quay", "x")
    tables = made.tables()
    bare = replace(tables.articles[0], text="", segments=())
    (hit,) = catalog_with(replace(tables, articles=[bare]), tmp_path).search(parse("outlet:post")).hits
    assert (hit.sentence, hit.marks) == ("", ())

"""What is answered is what the views conclude: no field is lost, no id is a name, and large things are cut."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from firsthand.api import Corpus
from firsthand.errors import InputError, NotFound
from firsthand.model import Article, Count, Reason, Statement, Story
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.catalog.records import attributions, copies, edges_to, partners, records
from firsthand.present.export.argument import argument_row
from firsthand.present.export.checked import checked_row
from firsthand.present.export.pieces import SNIPPET
from firsthand.web.rest import answers, arguments, concluded


@pytest.fixture(scope="module")
def catalog(linked: Path) -> Catalog:
    return catalog_of(linked)


def names(cls: Any) -> set[str]:
    return {f.name for f in fields(cls)}


def test_the_argument_of_an_article_is_the_command_s(catalog: Catalog, linked: Path) -> None:
    """Field by field, but for the ids, which are firsthand's own, and texts, which are cut."""
    tables = arguments.nameless(Corpus(linked).tables())
    for row in catalog.articles(limit=100):
        told = argument_row(tables, row.id)
        assert set(told) == names(concluded.ArticleWhy)
        found = arguments.why(catalog, row.id).article
        assert found
        for name in ("outlet", "published", "authorship", "words", "news", "credited", "time_usable"):
            assert getattr(found, name) == told[name], name
        assert [r.text for r in found.reasons] == [r["text"] for r in told["reasons"]]
        assert [s.article for s in found.shared] == [s["article"] for s in told["shared"]][: arguments.PARTNERS]
        assert all(set(s) == names(concluded.SharedWith) for s in told["shared"])
        assert [(s.target, s.source, s.name) for s in found.chain] == [
            (s["target"], s["source"], s["name"]) for s in told["chain"]
        ]


def test_the_argument_of_a_count_is_the_command_s(catalog: Catalog, linked: Path) -> None:
    tables = arguments.nameless(Corpus(linked).tables())
    for row in (*catalog.stories(limit=100), *catalog.statements(limit=100)):
        told = argument_row(tables, row.id)
        assert set(told) - {"story", "statement"} == names(concluded.CountWhy)
        why = arguments.why(catalog, row.id)
        found = why.count
        assert found and why.left_out == 0
        assert (found.origins_low, found.origins_high, list(found.origins)) == (
            told["origins_low"],
            told["origins_high"],
            told["origins"],
        )
        for kind in ("standing", "merges", "apart", "by_hand"):
            assert [r.text for r in getattr(found, kind)] == [r["text"] for r in told[kind]]


def test_a_count_with_very_many_reasons_is_cut_and_says_so(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    story = catalog.stories()[0]
    (count,) = records(catalog, Count, "counts", [story.id])
    whole = len(count.reasons) + len(count.apart)
    monkeypatch.setattr(arguments, "REASONS", 1)
    cut = arguments.why(catalog, story.id)
    assert cut.count
    kept = sum(len(getattr(cut.count, kind)) for kind in ("standing", "merges", "apart", "by_hand"))
    assert all(len(getattr(cut.count, kind)) <= 1 for kind in ("standing", "merges", "apart", "by_hand"))
    assert kept + cut.left_out == whole > kept


def test_a_check_has_all_that_the_command_has(catalog: Catalog, linked: Path) -> None:
    (article,) = records(catalog, Article, "articles", [catalog.articles()[0].id])
    result = Corpus(linked).check(article.text)
    row = checked_row(result)
    assert set(row) == names(concluded.CheckAnswer)
    for part, cls in (("shared", concluded.CheckedShare), ("quotations", concluded.CheckedQuotation)):
        assert row[part] and all(set(item) == names(cls) for item in row[part])
    assert set(row["story"]) == names(concluded.ToldStory)
    assert arguments.checked(result).text is None and arguments.checked(result, with_text=True).text == article.text


def test_two_articles_are_compared_either_way(catalog: Catalog) -> None:
    """The passages are the same with their sides changed; words are those at the spans."""
    first = next(row.id for row in catalog.articles(limit=100) if partners(catalog, row.id, 1))
    other = partners(catalog, first, 1)[0]
    here, there = (arguments.compare(catalog, *pair, with_text=True) for pair in ((first, other), (other, first)))
    assert {(p.start, p.end, p.other_start, p.other_end) for p in here.passages} == {
        (p.other_start, p.other_end, p.start, p.end) for p in there.passages
    }
    texts = {a.id: a.text for a in records(catalog, Article, "articles", [first, other])}
    for p in here.passages:
        assert p.text == texts[first][p.start : p.end]
        for c in p.changes:
            assert (c.words, c.other_words) == (
                texts[first][c.start : c.end],
                texts[other][c.other_start : c.other_end],
            )
    cut = arguments.compare(catalog, first, other)
    assert max(len(p.text) for p in cut.passages) <= SNIPPET
    with pytest.raises(InputError, match="one article"):
        arguments.compare(catalog, first, first)


def test_single_records_are_those_of_the_tables(catalog: Catalog, linked: Path) -> None:
    tables = Corpus(linked).tables()
    ids = [a.id for a in tables.articles]
    assert records(catalog, Article, "articles", [*ids, "none"]) == sorted(tables.articles, key=lambda a: a.id)
    by_id = {a.quotation: a for a in tables.attributions}
    assert {a.quotation: a for a in attributions(catalog, by_id)} == by_id
    known = {(e.source, e.target, e.evidence) for e in edges_to(catalog, ids)}
    assert known == {(e.source, e.target, e.evidence) for e in tables.edges}
    for i in ids:
        own = copies(catalog, i, 500, 0)
        assert sorted(map(repr, own)) == sorted(repr(c) for c in tables.copies if i in (c.earlier, c.later))
        assert [c.characters for c in own] == sorted((c.characters for c in own), reverse=True)
        assert set(partners(catalog, i, 500)) == {c.later if c.earlier == i else c.earlier for c in own}
        assert [c for at in range(len(own)) for c in copies(catalog, i, 1, at)] == own


def test_one_kind_is_not_taken_for_another(catalog: Catalog) -> None:
    story = catalog.stories()[0].id
    assert answers.found(catalog, story, Story).id == story
    for cls, words in ((Article, "is a story"), (Statement, "is a story")):
        with pytest.raises(NotFound, match=words):
            answers.found(catalog, story, cls)


def test_a_reason_is_answered_as_it_is_stored(catalog: Catalog) -> None:
    story = catalog.stories()[0].id
    (count,) = records(catalog, Count, "counts", [story])
    found = arguments.why(catalog, story).count
    assert found
    told: set[Reason] = {*found.standing, *found.merges, *found.by_hand}
    assert told == set(count.reasons)

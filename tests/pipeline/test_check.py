"""A text held against a corpus: what the answer says is what the corpus has."""

from pathlib import Path

import pytest

from firsthand import sample
from firsthand.api import Corpus
from firsthand.errors import CorpusFormat, InputError
from firsthand.model import Article
from firsthand.present.catalog import catalog_of
from firsthand.present.views.check import check_view
from firsthand.store import Snapshot


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    made = Corpus(tmp_path_factory.mktemp("c"))
    made.trace([sample.path()])
    return made


@pytest.fixture(scope="module")
def articles(corpus: Corpus) -> dict[str, Article]:
    return {a.external_id or "": a for a in corpus.tables().articles}


def test_a_stored_text_is_found_with_all_who_have_it(corpus: Corpus, articles: dict[str, Article]) -> None:
    """The same articles, passages and story as the corpus has of the article itself."""
    text = articles["harbor-02-courier"].text
    tables, view = corpus.tables(), check_view(corpus.check(text))
    ours = articles["harbor-02-courier"].id
    known = {c.earlier if c.later == ours else c.later for c in tables.copies if ours in (c.earlier, c.later)}
    assert known | {ours} <= {s.row.article.id for s in view.shared}
    assert view.share > 0.95
    story = next(s for s in tables.stories if ours in s.articles)
    assert view.story and view.story.story.id == story.id
    assert view.story.count == next(c for c in tables.counts if c.subject == story.id)


def test_spans_stand_where_they_say(corpus: Corpus, articles: dict[str, Article]) -> None:
    """Both sides of a verbatim passage are the same words, each in its own text."""
    text = f"Something of our own comes first.\n\n{articles['harbor-02-courier'].text}"
    view = check_view(corpus.check(text))
    same = [(s, p) for s in view.shared for p in s.shared.passages if not p.changed]
    assert same
    for found, passage in same:
        here, there = passage.here.of(view.article.text), passage.other.of(found.row.article.text)
        assert here[:20].split() == there[:20].split()
    assert not any(view.article.text.startswith(r.text) and r.kind for p in view.paragraphs[:1] for r in p.runs)


def test_quotations_report_the_statements_of_the_corpus(corpus: Corpus, articles: dict[str, Article]) -> None:
    """Each with the statement that the corpus put it in, and its count."""
    tables, article = corpus.tables(), articles["harbor-02-courier"]
    home = {a.quotation: a.statement for a in tables.attributions}
    (note,) = (a for a in tables.annotations if a.article == article.id)
    stored = {(q.start, q.end): home[q.id] for q in note.quotations}
    view = check_view(corpus.check(article.text))
    found = {(s.quotation.start, s.quotation.end): s.statement.id for s in view.said if s.statement}
    assert stored and found == stored
    counts = {c.subject: c for c in tables.counts}
    assert all(s.count == counts[s.statement.id] for s in view.said if s.statement)


def test_words_are_found_where_another_is_said_to_have_spoken(corpus: Corpus, articles: dict[str, Article]) -> None:
    """A text may put somebody's words into another's mouth; the page says whose they are elsewhere."""
    tables = corpus.tables()
    statement = max(
        (s for s in tables.statements if s.speaker and len(s.wording) > 60), key=lambda s: (len(s.quotations), s.id)
    )
    ours = {a.article for a in tables.attributions if a.statement == statement.id}
    story = next(s for s in tables.stories if ours & set(s.articles))
    opening = next(a for a in articles.values() if a.id == story.articles[0]).text[:700]
    text = f"{opening}\n\n“{statement.wording},” said Bruno Sandlund, a neighbour, who had come to look."
    said = [s for s in check_view(corpus.check(text)).said if "Sandlund" in (s.quotation.speaker or "")]
    assert [(s.statement.id if s.statement else None, s.other) for s in said] == [(statement.id, statement.speaker)]


def test_an_event_retold_in_other_words_is_found_by_its_names_where_there_is_a_catalog(corpus: Corpus) -> None:
    text = (
        "Rescue off Port Halden\n\nEverybody aboard the Maren Skye was taken off after the ferry hit Gull Reef on "
        "Sunday night. Her steering had failed, the coastguard of Port Halden explained."
    )
    catalog_of(corpus.path)
    view = check_view(corpus.check(text))
    assert view.shared == () and view.story and "Port Halden" in view.story.story.headline


@pytest.mark.parametrize(
    "text",
    [
        "Smoke the eel over juniper wood for two hours and serve it with rye bread and a glass of cold cider.",
        "A ferry ran late on Monday.\n\nThe ferry to Brackmoor left an hour late, and nobody minded, its captain said.",
    ],
)
def test_what_the_corpus_does_not_know_has_no_story(corpus: Corpus, text: str) -> None:
    """Another ferry is another event."""
    catalog_of(corpus.path)
    view = check_view(corpus.check(text))
    assert (view.shared, view.story, view.earliest) == ((), None, None)


def test_nothing_is_stored_and_no_table_is_read_whole(
    corpus: Corpus, articles: dict[str, Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Snapshot(corpus.path).versions

    def refused(*_: object) -> None:
        raise AssertionError("a whole table was read")

    monkeypatch.setattr(Snapshot, "records", refused)
    monkeypatch.setattr(Snapshot, "column", refused)
    assert corpus.check(articles["harbor-02-courier"].text).story
    assert Snapshot(corpus.path).versions == before


def test_boilerplate_and_comments_match_nothing(corpus: Corpus, articles: dict[str, Article]) -> None:
    """A reader's comment under a page is not what the article says."""
    comment = next(a.text[c.start : c.end] for a in articles.values() for c in a.comments if c.end - c.start > 60)
    assert check_view(corpus.check(f"A letter.\n\n{comment}")).shared == ()


def test_a_corpus_that_was_not_linked_knows_nothing_yet(tmp_path: Path, articles: dict[str, Article]) -> None:
    added = Corpus(tmp_path / "c")
    added.add([sample.path() / "ferry"])
    view = check_view(added.check(articles["harbor-02-courier"].text))
    assert (view.shared, view.story) == ((), None)


def test_errors_say_what_is_wrong(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        corpus.check(tmp_path / "none.txt")
    with pytest.raises(InputError):
        corpus.check("")
    with pytest.raises(CorpusFormat):
        Corpus(tmp_path / "none").check("News of today, in a sentence that is long enough to be one.")

"""Stories, statements, arguments and data frames as the Python interface gives them."""

import re
import sys
from html.parser import HTMLParser

import pyarrow as pa
import pytest

import firsthand as fh
from firsthand.errors import MissingExtra, NotFound
from firsthand.notebook.argument import why_of
from firsthand.notebook.frames import arrow, pandas, polars
from firsthand.notebook.html import ROWS
from firsthand.notebook.statement import Statement, statement_of
from firsthand.notebook.story import Story, story_of
from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.schema import TABLES, schema
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from tests.laid_out import trace
from tests.present.invented import HARBOUR, PLEDGE, hostile, tables


def story(made: Tables, identity: str) -> Story:
    index = Index(made)
    return story_of(index, index.stories[identity])


def statement(made: Tables, identity: str) -> Statement:
    index = Index(made)
    return statement_of(index, index.statements[identity])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> fh.Corpus:
    return fh.open(trace(tmp_path_factory.mktemp("records")))


class Parts(HTMLParser):
    """The elements of a piece of HTML, and what they load or run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_story_has_its_count_its_articles_and_its_reasons() -> None:
    """The numbers are those of the count, the rows those of the articles, oldest first."""
    made = tables()
    found = story(made, HARBOUR)
    count = next(c for c in made.counts if c.subject == HARBOUR)
    assert (found.origins_low, found.origins_high, found.reasons) == (count.low, count.high, count.reasons)
    assert {a.id for a in found.articles} == {*next(s for s in made.stories if s.id == HARBOUR).articles}
    assert [a.published for a in found.articles] == sorted(a.published for a in found.articles if a.published)
    assert repr(found).startswith("<Story 57a0e1c2 “") and found.line in repr(found)


def test_a_statement_has_its_wordings_and_who_prints_them() -> None:
    """Every quotation is in one of the wordings."""
    found = statement(tables(), PLEDGE)
    assert found.speaker == "Tessa Varga" and found.speaker in repr(found)
    assert len([place for w in found.wordings for place in w.places]) >= len(found.articles) > 1
    assert "<del>" in found._repr_html_() or "<ins>" in found._repr_html_()


def test_what_was_not_counted_says_so() -> None:
    """No number stands for one that is not known."""
    made = tables()
    bare = Tables(articles=made.articles, annotations=made.annotations, stories=made.stories)
    found = story(bare, HARBOUR)
    assert (found.origins_low, found.origins_high) == (None, None) and "origins not counted" in repr(found)


def test_an_argument_is_the_one_of_the_command_line() -> None:
    """As text and as data; a name that nothing has is an error."""
    found = why_of(tables(), HARBOUR)
    assert str(found) == found.text and found.data["story"] == HARBOUR
    assert found.text.splitlines()[0] in repr(found)
    with pytest.raises(NotFound):
        why_of(tables(), "nothing")


@pytest.mark.parametrize("kind", ["story", "statement", "why"])
def test_html_is_whole_self_contained_and_never_a_documents(kind: str) -> None:
    """Of a corpus that tries everything: no element, address or script of a document, no mark that turns a line."""
    made = hostile()
    records = {
        "story": lambda: story(made, made.stories[0].id),
        "statement": lambda: statement(made, made.statements[0].id),
        "why": lambda: why_of(made, made.stories[0].id),
    }
    html = records[kind]()._repr_html_()
    parts = Parts(html)
    assert parts.open == [] and not parts.tags & {"script", "img", "iframe", "link", "style", "object"}
    loads = {name for name, _ in parts.attributes} - {"class", "style", "href", "rel"}
    assert loads == set()
    assert all(re.match(r"https?://", value or "") for name, value in parts.attributes if name == "href")
    assert "&lt;script&gt;" in html and not re.search("[\x00-\x08\x1b\u202a-\u202e]", html)


def test_html_stays_small_however_much_there_is() -> None:
    """A page of a notebook is kept with it: rows past a dozen are counted."""
    from tests.present.invented import reprints

    made = reprints(400)
    found = story(made, made.stories[0].id)
    html = found._repr_html_()
    assert html.count("<tr>") == ROWS + 1 and "more article" in html
    assert len(html) < 20_000 < len(found.articles) * 100


def test_data_frames_have_the_columns_and_rows_of_the_export() -> None:
    """The same table as Arrow, pandas and polars."""
    made = tables()
    for name in TABLES:
        rows = list(table_rows(Index(made), name))
        table = arrow(made, name)
        assert table.schema == schema(name) and table.num_rows == len(rows)
        assert pandas(made, name).shape == polars(made, name).shape == (len(rows), len(table.column_names))
    texts = arrow(made, "articles", with_text=True)
    assert {*texts["text"].to_pylist()} == {a.text for a in made.articles}
    assert pa.types.is_list(arrow(made, "stories").schema.field("articles").type)
    with pytest.raises(NotFound, match="there is no table 'story'; there are articles,"):
        arrow(made, "story")


@pytest.mark.parametrize(("name", "make"), [("pandas", pandas), ("polars", polars)])
def test_a_missing_extra_is_named(name: str, make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is needed for anything else."""
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'firsthand\[{name}\]'"):
        make(tables(), "stories")  # type: ignore[operator]


def test_a_corpus_gives_its_records_in_order(corpus: fh.Corpus) -> None:
    """The largest story first; a speaker in any case; a story's articles and statements."""
    stories = corpus.stories()
    assert [len(s.articles) for s in stories] == sorted((len(s.articles) for s in stories), reverse=True)
    assert {s.id for s in stories} == {s.id for s in corpus.tables().stories}
    first = stories[0]
    assert corpus.articles(story=first.id) == list(first.articles)
    assert len(corpus.articles()) == len(corpus.tables().articles)
    said = corpus.statements(speaker="LENA KORSVIK")
    assert said and {s.speaker for s in said} == {"Lena Korsvik"}
    assert {s.story for s in corpus.statements(story=first.id)} == {first.id}
    assert corpus.statements(speaker="Nobody At All") == []
    with pytest.raises(NotFound, match="no story has the id 'nothing'"):
        corpus.articles(story="nothing")


def test_data_frames_of_a_corpus_are_those_of_its_tables(corpus: fh.Corpus) -> None:
    """By the names of the data dictionary."""
    assert corpus.arrow("stories").num_rows == len(corpus.pandas("stories")) == corpus.polars("stories").height
    assert corpus.arrow("stories")["id"].to_pylist() == sorted(s.id for s in corpus.tables().stories)

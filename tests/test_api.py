"""The corpus as an object."""

import json
from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.errors import CorpusFormat, InputError, OutputError
from firsthand.store import Snapshot
from firsthand.store.ledger import Ledger

NOTICE = "Our newsroom's hotline is open day and night for all readers."


def facts(corpus: fh.Corpus) -> dict[str, list[str]]:
    """Everything but the order in which articles came."""
    tables = corpus.tables()
    return {name: sorted(map(repr, getattr(tables, name))) for name in tables.__slots__}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> fh.Corpus:
    corpus = fh.open(tmp_path_factory.mktemp("whole"))
    corpus.trace([sample.path()])
    return corpus


def test_adding_and_linking_is_tracing(whole: fh.Corpus, tmp_path: Path) -> None:
    """The main job in two steps gives the same corpus."""
    corpus = fh.open(tmp_path / "c")
    added = corpus.add([sample.path()])
    assert (added.stored, added.rejected) == (len(whole.tables().articles), 0)
    assert corpus.tables().stories == []
    corpus.link()
    assert facts(corpus) == facts(whole)


def test_the_order_and_number_of_runs_does_not_matter(whole: fh.Corpus, tmp_path: Path) -> None:
    """Folders added one by one, last first, end in the same corpus."""
    corpus = fh.open(tmp_path / "c")
    for folder in sorted(sample.path().iterdir(), reverse=True):
        corpus.trace([folder])
    assert facts(corpus) == facts(whole)


def test_workers_and_batches_do_not_change_the_result(whole: fh.Corpus, tmp_path: Path) -> None:
    """One worker or three, batches of five: the same corpus."""
    from firsthand.config import EngineConfig

    corpus = fh.open(tmp_path / "c", fh.Config(engine=EngineConfig(workers=3, batch=5)))
    corpus.trace([sample.path()])
    assert facts(corpus) == facts(whole)


def test_an_article_added_later_joins_its_story(tmp_path: Path) -> None:
    """A corpus grows."""
    news = sample.path() / "ferry"
    corpus = fh.open(tmp_path / "c")
    corpus.trace([news / "harbor-01-norda.txt"])
    corpus.trace([news / "harbor-05-skerry.txt"])
    assert [len(s.articles) for s in corpus.tables().stories] == [2]


def notices(folder: Path) -> list[Path]:
    """Nine pages of one outlet on nine events, with one notice on all."""
    things = ("barn", "school", "tram", "bakery", "choir", "pass", "ferry", "bridge", "well")
    places = ("Orrin", "Lind", "Halden", "Skarrow", "Brekka", "Vest", "Norda", "Marran", "Tolm")
    out = []
    for k, (thing, place) in enumerate(zip(things, places, strict=True)):
        text = f"The {thing} of {place}\n\nPeople in {place} talked of the {thing} and nothing else on Monday.\n\n"
        more = f"Nobody had seen case {k} coming, and the {thing} will stay closed until spring.\n\n"
        row = {"text": text + more + NOTICE, "publisher": "Halden Courier", "id": f"n{k}"}
        out.append(folder / f"{k}.jsonl")
        out[-1].write_text(json.dumps(row), encoding="utf-8")
    return out


def test_what_recurs_does_not_depend_on_when_pages_came(tmp_path: Path) -> None:
    """Linked after each part, or once at the end; every article is kept for those to come, once."""
    files = notices(tmp_path)
    whole, grown = fh.open(tmp_path / "whole"), fh.open(tmp_path / "grown")
    whole.trace(files)
    for part in (files[7:], files[2:7], files[:2]):
        grown.trace(part)
    grown.link()
    recurring = whole.tables().recurring
    assert len(recurring) == len(files)
    assert grown.tables().recurring == recurring
    seen = Snapshot(grown.path).column("paragraphs", "article")
    assert sorted(seen) == sorted(a.id for a in grown.tables().articles)


def test_linking_that_is_cut_off_is_done_again_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All tables are written, the ledger's row is not: the next run finds the pages new again."""
    files = notices(tmp_path)
    whole, cut = fh.open(tmp_path / "whole"), fh.open(tmp_path / "cut")
    whole.trace(files)
    cut.trace(files[:6])
    cut.add(files[6:])

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Ledger, "record", die)
        cut.link()
    assert len(cut.tables().recurring) == len(files[:6])
    cut.link()
    assert facts(cut) == facts(whole)


def test_opening_reads_nothing_and_says_what_is_missing(tmp_path: Path) -> None:
    """Errors come when something is asked for."""
    corpus = fh.open(tmp_path / "nothing")
    assert repr(corpus) == f"Corpus('{tmp_path / 'nothing'}')"
    with pytest.raises(CorpusFormat):
        corpus.tables()


def test_a_missing_input_is_an_error_before_anything_is_stored(tmp_path: Path) -> None:
    """A typing error in a path costs nothing."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "The ferry to Skarrow was late on Monday, passengers said."}))
    with pytest.raises(InputError, match="nowhere"):
        fh.open(tmp_path / "c").trace([tmp_path / "a.jsonl", tmp_path / "nowhere"])


def test_unknown_names_list_the_known_ones() -> None:
    """``firsthand.corpus`` is a slip of the pen."""
    with pytest.raises(AttributeError, match="it has Added, Article, Checked, Comparison, Config"):
        fh.corpus  # noqa: B018


TEXT = (
    "Bridge at Halden opens again\n\n"
    "The bridge over the Lind at Halden was opened again on Monday after two years of repairs.\n\n"
    "“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony.\n"
)
PAGE = (
    "<!doctype html><title>Bridge opens</title><nav><a href='/'>Home</a></nav><article><h1>Bridge opens</h1>"
    "<p>The bridge over the Lind at Halden was opened again on Monday after two years of repairs, and the first to "
    "cross it was a baker.</p>"
    "<p>“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony.</p></article>"
)


def test_a_text_is_cleaned_as_it_stands() -> None:
    """The article's text is the given one; what is known of it goes before what it says."""
    article = fh.clean(TEXT, url="https://example.org/bridge", publisher="Halden Courier", published="2031-03-04")
    assert (article.text, article.headline) == (TEXT, "Bridge at Halden opens again")
    assert (article.url, article.publisher, article.published) == (
        "https://example.org/bridge", "Halden Courier", "2031-03-04",
    )  # fmt: skip


def test_a_page_is_told_from_text_and_rendered() -> None:
    """By how it starts; quotations of its article are in its rendering."""
    article = fh.clean(PAGE)
    assert article.text.startswith("Bridge opens\n\nThe bridge over the Lind")
    (quotation,) = fh.quotations(article)
    assert quotation.speaker == "Greta Ols"
    assert quotation.words(article.text) == "We have waited for this day for a very long time"


def test_quotations_of_a_text_have_their_spans_in_it() -> None:
    """A shorthand for those who need no article."""
    (quotation,) = fh.quotations(TEXT)
    assert TEXT[quotation.start : quotation.end] == "We have waited for this day for a very long time"
    assert quotation.occasion == "at the ceremony"


def test_a_path_is_read_with_its_sidecar(tmp_path: Path) -> None:
    """What the caller gives wins."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.meta.json").write_text(json.dumps({"publisher": "Lind Gazette", "published": "2031-03-05"}))
    article = fh.clean(tmp_path / "a.txt", published="2031-03-04")
    assert (article.external_id, article.publisher, article.published) == ("a", "Lind Gazette", "2031-03-04")
    assert fh.quotations(tmp_path / "a.txt") == fh.quotations(fh.clean(tmp_path / "a.txt"))


def test_what_cannot_be_read_is_an_error_with_the_reason(tmp_path: Path) -> None:
    """Nothing, a file that is not there, a file that is no text, a file of two documents, a folder of none."""
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n" + bytes(range(256)))
    (tmp_path / "two.jsonl").write_text("\n".join([json.dumps({"text": TEXT})] * 2))
    (tmp_path / "empty").mkdir()
    for source, reason in (
        ("  \n", "the given text: the document is empty"),
        (tmp_path / "nowhere.txt", "there is no such file"),
        (tmp_path / "picture.txt", "a PNG image, which is not read"),
        (tmp_path / "two.jsonl", "holds several documents"),
        (tmp_path / "empty", "holds no document"),
    ):
        with pytest.raises(InputError, match=reason):
            fh.clean(source)


def test_an_unknown_field_is_an_error() -> None:
    """A slip of the pen is not taken for a fact about the document."""
    with pytest.raises(TypeError, match="publshed"):
        fh.clean(TEXT, publshed="2031-03-04")  # type: ignore[call-arg]


def test_a_public_function_stays_one_beside_a_room_of_its_name() -> None:
    """``firsthand.clean`` is a package too; importing from it does not hide the function."""
    from firsthand.clean import Clean

    assert Clean().clean is not None
    assert callable(fh.clean)


def test_what_cannot_be_written_to_is_named(whole: fh.Corpus, tmp_path: Path) -> None:
    """A file in the place of the folder is an error of firsthand's own, not the system's."""
    taken = tmp_path / "taken.txt"
    taken.write_text("mine")
    for write in (whole.export, whole.report):
        with pytest.raises(OutputError, match=r"taken\.txt: cannot be written"):
            write(taken)
    assert taken.read_text() == "mine"

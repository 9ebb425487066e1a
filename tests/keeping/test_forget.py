"""What is forgotten is in no file of the corpus any more, and the corpus is as if it had never been there."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from lance.file import LanceFileReader

import firsthand as fh
from firsthand import sample
from firsthand.cli import forget as command
from firsthand.cli import main
from firsthand.errors import NotFound
from firsthand.keeping.who import Kind, find
from firsthand.model import Article, Document, Rejected
from firsthand.store import Snapshot, Writer
from firsthand.store.watching import Entry, Feed, Watching
from tests.keeping.conftest import CONFIG, facts

FERRY = sample.path() / "ferry"


def holding(folder: Path, words: str) -> set[str]:
    """The files that hold words, as they are or as Lance decodes them: the first two parts of their paths."""
    found = set()
    for path in (p for p in folder.rglob("*") if p.is_file()):
        held = path.read_bytes()
        if path.suffix == ".lance":
            held += repr(LanceFileReader(str(path)).read_all().to_table().to_pylist()).encode()
        if words.encode() in held or json.dumps(words)[1:-1].encode() in held:
            found.add("/".join(path.relative_to(folder).parts[:2]))
    return found


def article(corpus: fh.Corpus, name: str) -> Article:
    (found,) = (a for a in corpus.tables().articles if Path(a.input).name == name)
    return found


def said(corpus: fh.Corpus, found: Article) -> str:
    """Words that the article alone has."""
    others = "".join(a.text for a in corpus.tables().articles if a.id != found.id)
    words = (found.text[at : at + 40] for at in range(len(found.text) - 40))
    return next(w for w in words if w not in others and w.isascii() and "\n" not in w and '"' not in w and "'" not in w)


def spread(corpus: fh.Corpus, found: Article) -> None:
    """Let an article's words be wherever the corpus folder can have them."""
    corpus.link()
    corpus.report()
    (corpus.path / "damaged").mkdir()
    (corpus.path / "damaged" / "articles-9.manifest").write_text(found.text)
    stories = corpus.tables().stories
    corpus.split(next(s.id for s in stories if found.id in s.articles), found.id, note=said(corpus, found))
    (corpus.path / "rejected.jsonl").write_text(found.text)
    document = Document("feed", "text", found.text, path=found.path, publisher=found.publisher, title=found.headline)
    with Watching(corpus.path) as watch:
        watch.polled(Feed("https://feed.example/rss"), [Entry("f", found.path or "", "d", document)])
        watch.stored(0, [(found.path or "", 1, 1), ("other", 1, 1)])
        alert = {"subject": found.id, "title": said(corpus, found), "articles": [found.id], "detail": []}
        picture = {"articles": [found.id, "b"], "places": {found.path or "": found.id, "else": "b"}}
        watch.alerted(
            [
                ("k", "2031-03-03", alert),
                ("l", "2031-03-03", {**alert, "subject": "b", "articles": ["b"], "title": ""}),
            ],
            picture,
        )


def test_nothing_of_an_article_is_left_in_any_file(corpus: fh.Corpus) -> None:
    """Not in tables, their old versions, the ledger's free pages, its log, the report, or what was put aside."""
    found = article(corpus, "harbor-05-skerry.txt")
    words = said(corpus, found)
    spread(corpus, found)
    assert holding(corpus.path, words) >= {
        "tables/articles.lance",
        "ledger.sqlite",
        "rejected.jsonl",
        "damaged/articles-9.manifest",
    }
    assert "report/stories" in holding(corpus.path, found.headline or "")
    gone = corpus.forget(found.id)
    assert {name: rows for name, rows in gone.rows.items() if rows} == {"articles": 1, "annotations": 1}
    for trace in (words, found.path or ""):
        assert trace
        assert holding(corpus.path, trace) == set()
    assert holding(corpus.path, found.id) <= {"ledger.sqlite", "ledger.sqlite-wal"}  # a hash: it is not added again
    assert corpus.verify() == []


def test_the_rest_is_as_if_it_had_never_been_there(corpus: fh.Corpus, tmp_path: Path) -> None:
    """Counts, stories, statements and the index are those of the other articles alone."""
    found = article(corpus, "harbor-01-norda.txt")
    corpus.forget(found.id)
    never = fh.open(tmp_path / "never", CONFIG)
    never.trace(
        [path for path in sorted(FERRY.iterdir()) if path.suffix in (".txt", ".html") and path.name not in found.input]
    )
    assert facts(corpus) == facts(never)
    assert len(never.tables().articles) > 10


def test_what_watch_keeps_of_others_stays(corpus: fh.Corpus) -> None:
    """Other alerts, files and places; corrections of others."""
    found, other = article(corpus, "harbor-05-skerry.txt"), article(corpus, "captain-02-norda.txt")
    spread(corpus, found)
    corpus.origin(other.id, "unknown", note="kept")
    corpus.forget(found.id)
    with Watching(corpus.path) as watch:
        assert watch.files() == {"other": (1, 1)}
        assert [a["key"] for a in watch.untold("printed")] == ["l"]
        assert watch.inbox() == (0, [])
        assert watch.picture() == {"articles": ["b"], "places": {"else": "b"}}
    assert [c.note for c in corpus.corrections()] == ["kept"]


def test_a_correction_of_many_loses_the_one(corpus: fh.Corpus) -> None:
    """What the user said of the others still holds, without what was quoted of the one."""
    found = article(corpus, "harbor-05-skerry.txt")
    stories = corpus.tables().stories
    corpus.merge(stories[0].id, stories[1].id)
    corpus.forget(found.id)
    (kept,) = corpus.corrections()
    assert found.id not in kept.members
    assert (len(kept.groups), kept.before) == (2, ())
    assert len(corpus.tables().stories) < len(stories)


def test_it_is_not_added_again_until_that_is_undone(corpus: fh.Corpus) -> None:
    """Nor is what it says kept with the refusal; an article that was never there is unknown."""
    found = article(corpus, "harbor-05-skerry.txt")
    before, words = facts(corpus), said(corpus, found)
    corpus.forget(found.id)
    added = corpus.trace([FERRY])
    assert (added.stored, added.rejected) == (0, 1)
    (refused,) = corpus.tables().rejected
    assert (refused.input, refused.reason) == (found.id, "forgotten")
    assert holding(corpus.path, words) == set()
    corpus.remember(found.id)
    assert corpus.trace([FERRY]).stored == 1
    assert {**facts(corpus), "rejected": []} == before
    with pytest.raises(NotFound, match="no forgotten article"):
        corpus.remember(found.id)


def test_all_of_a_publisher(corpus: fh.Corpus) -> None:
    """In any case of letters; what others say of it stays."""
    norda = {a.id for a in corpus.tables().articles if a.publisher == "Norda"}
    gone = corpus.forget("NORDA")
    assert (gone.what.kind, gone.what.ids) == ("publisher", norda)
    assert not norda.intersection(a.id for a in corpus.tables().articles)
    assert corpus.verify() == []


def test_all_that_name_a_person(corpus: fh.Corpus) -> None:
    """In the text, in marks or not, and as the one who speaks; no file has the name then."""
    snapshot = Snapshot(corpus.path)
    name = next(a.speaker for a in snapshot.records("attributions") if a.speaker and len(a.speaker.split()) == 2)
    with Writer(corpus.path) as writer:
        writer.step(
            "add",
            append={"rejected": [Rejected("p", "read", "empty", f"about {name}"), Rejected("q", "read", "empty", "")]},
        )
    assert holding(corpus.path, name)
    count = len(snapshot.records("articles"))
    gone = corpus.forget(name.upper(), "person")
    assert 0 < gone.rows["articles"] < count
    assert gone.rows["rejected"] == 1
    assert holding(corpus.path, name) == set()


def test_a_possessive_is_the_name_too_and_a_part_of_a_word_is_not(tmp_path: Path) -> None:
    """Names are compared word by word."""
    from tests.factories import article as make

    texts = {
        "a": "We met Ada Holm’s aunt.",
        "b": "ADA  HOLM, 40, left.",
        "c": "Ada Holmberg came.",
        "d": "Ada and Holm.",
    }
    with Writer(tmp_path) as writer:
        writer.step("add", append={"articles": [make(name, text) for name, text in texts.items()], "annotations": []})
    assert find(Snapshot(tmp_path), "Ada Holm").ids == {"a", "b"}
    with pytest.raises(NotFound):
        find(Snapshot(tmp_path), "Holm")  # a word of its own is no name of a person
    with Writer(tmp_path) as writer:
        writer.step("add", replace={"articles": [replace(make("e", "Who?"), bylines=("Holm",))]})
    assert find(Snapshot(tmp_path), "holm").ids == {"e"}


def test_a_run_that_is_cut_off_is_finished_by_the_next_writer(
    corpus: fh.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The step is there, old versions are not gone yet: it is told, and mended by whoever writes next."""
    found = article(corpus, "harbor-05-skerry.txt")
    words = said(corpus, found)
    monkeypatch.setattr(Writer, "purge", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        corpus.forget(found.id)
    monkeypatch.undo()
    assert holding(corpus.path, words)
    assert any("old versions hold what was forgotten" in f.what for f in corpus.verify())
    corpus.link()
    assert holding(corpus.path, words) == set()
    assert corpus.verify() == []


def test_the_last_article_can_go(tmp_path: Path) -> None:
    """What is left is a corpus of nothing."""
    corpus = fh.open(tmp_path, CONFIG)
    corpus.trace([FERRY / "harbor-05-skerry.txt"])
    corpus.forget(corpus.tables().articles[0].id)
    assert (corpus.tables().articles, corpus.tables().stories, corpus.verify()) == ([], [], [])


def test_the_command_asks_unless_told_not_to(corpus: fh.Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal there is nobody to ask, so nothing is removed."""
    corpus.report()
    found, path = article(corpus, "harbor-05-skerry.txt"), str(corpus.path)
    assert main(["forget", found.id, "--corpus", path]) == 2
    shown = capsys.readouterr()
    assert found.headline in shown.out
    assert "nothing was removed" in shown.err
    assert article(corpus, "harbor-05-skerry.txt") == found
    assert main(["forget", found.id, "--yes", "--corpus", path]) == 0
    out = capsys.readouterr().out
    assert "Removed for good: 1 articles, 1 annotations, and all that was made of them." in out
    assert f"firsthand report --corpus {path}" in out
    assert main(["forget", found.id, "--yes", "--corpus", path]) == 2
    assert main(["forget", found.id, "--undo", "--corpus", path]) == 0


def test_a_name_like_a_publisher_is_suggested(corpus: fh.Corpus) -> None:
    """And the kinds of the command are those that there are."""
    with pytest.raises(NotFound, match="publishers like it: Norda"):
        corpus.find("Nordaa")
    with pytest.raises(NotFound, match="no person"):
        corpus.find("Norda Tidings", "person")
    assert get_args(Kind) == command.KINDS


def test_the_ledger_keeps_no_deleted_words(tmp_path: Path) -> None:
    """SQLite leaves deleted rows in its pages and its log unless it is told not to."""
    with Writer(tmp_path) as writer:
        with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
            ledger.execute("INSERT INTO corrections (at, said) VALUES ('', 'tell-tale words')")
            ledger.commit()
            ledger.execute("DELETE FROM corrections")
        ledger.close()
        writer.purge()
        assert holding(tmp_path, "tell-tale") == set()

"""``merge``, ``split``, ``origin`` and ``corrections`` as their user meets them."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from firsthand import sample
from firsthand.api import Corpus
from firsthand.cli import main
from firsthand.cli.origin import RELATIONS
from firsthand.model import Relation
from firsthand.present.tables import Tables
from firsthand.store.ledger import Ledger
from tests.corpora import copied


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("linked")
    Corpus(folder).trace([sample.path() / "ferry"])
    return folder


@pytest.fixture
def folder(linked: Path, tmp_path: Path) -> Path:
    return copied(linked, tmp_path / "c")


def facts(tables: Tables) -> dict[str, list[str]]:
    """All tables but the list of corrections itself."""
    names = [name for name in tables.__slots__ if name != "corrections"]
    return {name: sorted(map(repr, getattr(tables, name))) for name in names}


def stories(folder: Path) -> list[str]:
    return [s.id for s in sorted(Corpus(folder).tables().stories, key=lambda s: (-len(s.articles), s.id))]


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main([*words, "--corpus", str(folder)]) == code
    captured = capsys.readouterr()
    return " ".join((captured.out if code == 0 else captured.err).split())


def said_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["corrections", "--json", "--corpus", str(folder)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def every_kind(folder: Path) -> list[list[str]]:
    """One correction of each sort that the sample has something for."""
    tables = Corpus(folder).tables()
    one, two, *_ = stories(folder)
    many = max(tables.statements, key=lambda s: (len(s.quotations), s.id))
    other = next(s.id for s in tables.statements if s.id != many.id)
    return [
        ["merge", one, two],
        ["split", one, "harbor-07-echo"],
        ["merge", many.id, other],
        ["split", many.id, many.quotations[0]],
        ["merge", "harbor-07-echo", "harbor-01-norda"],
        ["split", "harbor-01-norda", "harbor-05-skerry"],
        ["origin", "harbor-05-skerry", "own"],
        ["origin", "harbor-01-norda", "Sorvenpress"],
        ["origin", "harbor-07-echo", "Norda", "--relation", "cites"],
    ]


def test_each_counts_anew_at_once_as_linking_would_and_undo_leaves_no_trace(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the command the tables are those of a whole new linking; after its undo those of before."""
    before = facts(Corpus(folder).tables())
    for number, words in enumerate(every_kind(folder), start=1):
        run(capsys, folder, *words)
        now = facts(Corpus(folder).tables())
        assert now != before, words
        Corpus(folder).link()
        assert facts(Corpus(folder).tables()) == now, words
        assert "is taken back" in run(capsys, folder, "corrections", "--undo", str(number))
        assert facts(Corpus(folder).tables()) == before, words


def test_corrections_stay_when_articles_come(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They hold for the corpus that has grown."""
    ferry, river = sample.path() / "ferry", sample.path() / "river"
    corpus = Corpus(tmp_path / "c")
    corpus.trace([ferry / "harbor-01-norda.txt", ferry / "harbor-07-echo.txt", river / "river-04-norda.txt"])
    water = next(s.id for s in corpus.tables().stories if len(s.articles) == 1)
    harbour = next(s.id for s in corpus.tables().stories if len(s.articles) == 2)
    run(capsys, corpus.path, "split", harbour, "harbor-07-echo")
    run(capsys, corpus.path, "origin", "harbor-07-echo", "Norda", "--note", "by telephone")
    run(capsys, corpus.path, "merge", water, harbour)
    corpus.trace([ferry, river])
    tables = corpus.tables()
    names = {a.id: a.external_id for a in tables.articles}
    together = [{names[a] for a in s.articles} for s in tables.stories]
    assert any({"harbor-01-norda", "harbor-05-skerry", "river-04-norda"} <= story for story in together)
    assert not any({"harbor-01-norda", "harbor-07-echo"} <= story for story in together)
    assert [row["state"] for row in said_of(corpus.path, capsys)] == ["applies"] * 3
    assert "with the note “by telephone”" in run(capsys, corpus.path, "why", "harbor-07-echo")


def test_the_later_one_wins_and_the_command_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a line; the list says by which one."""
    one, two, *_ = stories(folder)
    run(capsys, folder, "merge", one, two)
    assert "This goes against correction 1" in run(capsys, folder, "split", one, two)
    assert [(row["state"], row["overruled_by"]) for row in said_of(folder, capsys)] == [
        ("overruled", 2), ("applies", None),
    ]  # fmt: skip
    assert {one, two} <= set(stories(folder))


def test_what_changed_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was so, what is so now, which counts are others, how to take it back."""
    out = run(capsys, folder, "origin", "harbor-07-echo", "Norda")
    for part in (
        "Correction 1: harbor-07-echo carries the words of Norda.",
        "was: Skarrow Echo (harbor-07-echo): Own reporting",
        "now: Skarrow Echo (harbor-07-echo): Carries Norda’s text",
        "Counted anew story “All 214 safe after ferry hits reef",
        "firsthand corrections --undo 1 --corpus",
    ):
        assert part in out, out


def test_corrections_are_seen_everywhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Summary, article, argument, report, export, Python."""
    run(capsys, folder, "origin", "harbor-07-echo", "Norda", "--note", "by telephone")
    assert "1 correction by hand stands" in run(capsys, folder, "show")
    assert "corrected by hand" in run(capsys, folder, "show", "harbor-07-echo")
    why = run(capsys, folder, "why", stories(folder)[0])
    assert re.search(
        r"corrected by hand on \d+ \w+ \d{4}, with the note “by telephone”: the words of Skarrow Echo", why
    )
    corpus = Corpus(folder)
    page = corpus.report(folder / "site").parent / "stories" / f"{stories(folder)[0]}.html"
    assert 'class="tag hand"' in page.read_text(encoding="utf-8")
    assert "by telephone" in (folder / "site" / "index.html").read_text(encoding="utf-8")
    corpus.export(folder / "out")
    (row,) = map(json.loads, (folder / "out" / "corrections.jsonl").read_text(encoding="utf-8").splitlines())
    assert (row["verb"], row["groups"], row["note"]) == ("origin", [["harbor-07-echo"]], "by telephone")
    assert [c.name for c in corpus.corrections()] == ["Norda"]


def test_a_count_that_was_cut_off_is_said_and_made_up_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The correction is kept though nothing was counted; linking, or the next correction, counts it."""

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "record", die)
        assert main(["origin", "harbor-07-echo", "Norda", "--corpus", str(folder)]) == 130
    assert [row["state"] for row in said_of(folder, capsys)] == ["uncounted"]
    assert "1 correction not counted yet" in run(capsys, folder, "show")
    run(capsys, folder, "merge", *stories(folder)[:2])
    assert [row["state"] for row in said_of(folder, capsys)] == ["applies", "applies"]
    now = facts(Corpus(folder).tables())
    Corpus(folder).link()
    assert facts(Corpus(folder).tables()) == now


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["merge", "harbor-07-ech", "harbor-01-norda"], "the nearest are harbor-07-echo"),
        (["merge", "harbor-07-echo"], "give two ids at least"),
        (["merge", "harbor-07-echo", "harbor-07-echo"], "the same is given twice"),
        (["merge", "harbor-07-echo", "STORY"], "an article and a story do not go together"),
        (["split", "STORY", "captain-02-norda"], "captain-02-norda is not in the story"),
        (["split", "harbor-07-echo", "STORY"], "do not go together"),
        (["origin", "STORY", "own"], "is a story; give the id of an article"),
        (["origin", "harbor-07-echo", " "], "no name is given"),
        (["origin", "harbor-07-echo", "own", "--relation", "cites"], "give the name of whom"),
        (["origin", "harbor-07-echo", "Norda", "--relation", "original"], "do not go together"),
        (["corrections", "--undo", "7"], "correction 7 was never made"),
    ],
)
def test_what_cannot_be_is_one_line_and_nothing_is_kept(
    words: list[str], message: str, linked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2."""
    story = stories(linked)[0]
    err = run(capsys, linked, *[story if w == "STORY" else w for w in words], code=2)
    assert message in err
    assert Corpus(linked).corrections() == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["origin", "harbor-07-echo", "N" * 201], "the name has 201 characters; 200 are the most"),
        (["origin", "harbor-07-echo", "Norda", "--note", "n" * 1_001], "the note has 1,001 characters"),
        (["origin", "harbor-07-echo", "\x1b\u202e"], "no name is given"),
    ],
)
def test_a_name_or_note_that_cannot_be_shown_is_not_kept(
    words: list[str], message: str, linked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They stand in every reason that the correction bears on."""
    assert message in run(capsys, linked, *words, code=2)
    assert Corpus(linked).corrections() == []


def test_what_cannot_be_seen_is_left_out_of_a_note(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters and direction marks; everything else stays as it was written."""
    run(capsys, folder, "origin", "harbor-07-echo", "own", "--note", "a\x1b[2J <b>\u202eb</b>\n c")
    assert [c.note for c in Corpus(folder).corrections()] == ["a[2J <b>b</b> c"]


def test_an_id_that_a_merge_took_away_stands_for_what_it_became(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To merge twice fails: one of the two is gone and leads to the other, so that one thing is given twice."""
    two = stories(folder)[:2]
    run(capsys, folder, "merge", *two)
    (gone,) = set(two).difference(stories(folder))
    assert "the same is given twice" in run(capsys, folder, "merge", *two, code=2)
    assert main(["show", gone, "--json", "--corpus", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["id"] in two


def test_an_origin_holds_for_the_whole_text_that_is_made_of_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The merge holds too, whichever came first."""
    both = ["harbor-07-echo", "harbor-08-kanalvest"]
    origin, merge = ["origin", both[0], "Norda"], ["merge", *both]
    found = []
    for words in (origin, merge), (merge, origin):
        for correction in words:
            run(capsys, folder, *correction)
        assert [row["state"] for row in said_of(folder, capsys) if row["state"] != "undone"] == ["applies"] * 2
        tables = Corpus(folder).tables()
        ids = {a.id for a in tables.articles if a.external_id in both}
        found.append({(line.article, line.origin, line.family) for line in tables.lineages if line.article in ids})
        for number in [row["number"] for row in said_of(folder, capsys) if row["state"] != "undone"]:
            run(capsys, folder, "corrections", "--undo", str(number))
    assert found[0] == found[1]
    assert {origin for _, origin, _ in found[0]} == {"Norda"}


def test_a_merge_that_two_origins_go_against_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is said of the origins of two articles goes before what is said of their text, whichever came first."""
    run(capsys, folder, "origin", "harbor-07-echo", "Norda")
    run(capsys, folder, "origin", "harbor-08-kanalvest", "own")
    said = run(capsys, folder, "merge", "harbor-07-echo", "harbor-08-kanalvest")
    assert "It does not hold: overruled by 2." in said
    assert [row["state"] for row in said_of(folder, capsys)] == ["applies", "applies", "overruled"]


def test_taking_an_article_out_of_a_story_is_said_as_that(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not as two equals that are not one."""
    story = stories(folder)[0]
    said = run(capsys, folder, "split", story, "harbor-07-echo", "harbor-08-kanalvest")
    assert f"harbor-07-echo and harbor-08-kanalvest are not of the story {story}." in said


def test_no_corpus_is_made_by_correcting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line that says how to make one."""
    for words in (["merge", "a", "b"], ["corrections"], ["corrections", "--undo", "1"]):
        assert "firsthand trace" in run(capsys, tmp_path / "c", *words, code=2)
    assert not (tmp_path / "c").exists()


def test_relations_are_those_of_the_model() -> None:
    """They are written down twice so that ``--help`` loads nothing."""
    assert set(RELATIONS) == set(get_args(Relation))


def test_a_mistake_in_the_settings_is_told_before_anything_is_kept(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of publishers that cannot be read would stop the count after the correction was recorded."""
    settings = tmp_path / "settings.toml"
    settings.write_text(f'[trace]\npublishers = "{tmp_path / "none.csv"}"\n', encoding="utf-8")
    run(capsys, folder, "merge", *stories(folder)[:2])
    for words in (["origin", "harbor-07-echo", "Norda"], ["corrections", "--undo", "1"]):
        assert "none.csv" in run(capsys, folder, *words, "--config", str(settings), code=2)
    assert [(row["verb"], row["state"]) for row in said_of(folder, capsys)] == [("merge", "applies")]

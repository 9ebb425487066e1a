"""``firsthand why`` as its user meets it: the conclusion, the reasons with the words that show them, the caveat."""

import json
import re
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.cli import main
from firsthand.errors import NotFound
from firsthand.present.labels import CAVEAT
from firsthand.present.tables import Tables
from firsthand.present.terminal_why import why
from tests.present.invented import ATTACK, HARBOUR, PLEDGE, STRIKE, hostile, tables

NEWS = (
    "Bridge at Halden opens again\n\n"
    "{slug}The bridge over the Lind at Halden was opened again on Monday after two years of repairs.\n\n"
    "“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony.\n\n"
    "The repairs cost nine million crowns, a third more than planned, the council said, and the toll will stay.\n"
)
# Words that would say what somebody had in mind.
MOTIVE = re.compile(r"\b(?:stole|stolen|plagiari\w+|hid|hide|conceal\w*|deliberate\w*|mislead\w*|in order to)\b", re.I)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why")
    rows = [
        {
            "id": "courier",
            "publisher": "Halden Courier",
            "published": "2031-03-04",
            "text": NEWS.format(slug="HALDEN (AP) — "),
        },
        {"id": "gazette", "publisher": "Lind Gazette", "published": "2031-03-05", "text": NEWS.format(slug="")},
    ]
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert main(["trace", str(folder / "news.jsonl"), "--corpus", str(folder / "c"), "--quiet"]) == 0
    return folder / "c"


def asked(identity: str, corpus: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["why", identity, "--corpus", str(corpus)]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_an_article_is_argued_from_the_words_it_shares(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Conclusion first, then numbered reasons with their passages and spans, the caveat last."""
    said = asked("gazette", corpus, capsys)
    in_order = ("Lind Gazette: ", "1. ", "Lind Gazette (gazette), characters ", CAVEAT)
    places = [said.index(part) for part in in_order]
    assert places == sorted(places)
    assert "“Bridge at Halden opens again The bridge over the Lind at Halden was opened again on Monday" in said
    assert said.endswith(CAVEAT)


def test_a_story_and_a_statement_are_argued_with_their_range(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each whole article that a reason rests on says what it rests on itself."""
    made = Corpus(corpus).tables()
    story = asked(made.stories[0].id, corpus, capsys)
    assert "1 independent origin" in story and "Origins: " in story
    assert "Halden Courier (courier): " in story and "Lind Gazette (gazette): " in story
    statement = next(s for s in made.statements if "waited for this day" in s.wording)
    said = asked(statement.id, corpus, capsys)
    assert said.startswith("Greta Ols: “We have waited for this day for a very long time” 1 independent origin")


def test_an_unknown_id_and_no_corpus_are_one_line(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The nearest ids are named; no corpus is made."""
    capsys.readouterr()
    assert main(["why", "gazete", "--corpus", str(corpus)]) == 2
    assert "the nearest are gazette" in capsys.readouterr().err
    assert main(["why", "gazette", "--corpus", str(tmp_path / "c")]) == 2
    assert "firsthand trace" in capsys.readouterr().err
    assert not (tmp_path / "c").exists()


def test_an_id_that_could_be_several_or_a_quotation_is_said(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A beginning that many ids have is not taken for one of them; a quotation leads to its statement."""
    with pytest.raises(NotFound, match=f"3 ids begin with '57a0', as {HARBOUR} and {STRIKE} do"):
        why(tables(), "57a0")
    told = Corpus(corpus).tables().attributions[0]
    assert main(["why", told.quotation, "--corpus", str(corpus)]) == 2
    assert f"is a quotation; give the id of the statement that it reports, {told.statement}" in capsys.readouterr().err


def test_every_reason_of_a_count_is_there_once_and_in_order() -> None:
    """Nothing that was concluded goes without its sentence."""
    made = tables()
    for subject in (HARBOUR, PLEDGE):
        said = " ".join(why(made, subject, width=200).split())
        (count,) = (c for c in made.counts if c.subject == subject)
        places = [said.index(f"{n}. {reason.text}") for n, reason in enumerate(count.reasons, start=1)]
        assert places and places == sorted(places)


def test_evidence_is_named_and_never_motive() -> None:
    """Of all articles, stories and statements of an invented corpus."""
    made = tables()
    for identity in [*(a.id for a in made.articles), *(s.id for s in (*made.stories, *made.statements))]:
        assert not MOTIVE.search(why(made, identity))


def test_what_was_not_counted_is_said() -> None:
    """A corpus that was not linked has no argument yet, and says how to get one."""
    made = tables()
    bare = Tables(articles=made.articles, annotations=made.annotations, stories=made.stories)
    assert "firsthand link" in why(bare, HARBOUR)
    assert "Not traced yet" in why(bare, made.articles[0].id)


def test_documents_cannot_steer_the_terminal() -> None:
    """No escape sequence and no direction mark comes through."""
    made = hostile()
    said = "".join([why(made, ATTACK), *(why(made, a.id) for a in made.articles)])
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)

"""The argument names evidence: what is shared and changed, the chain, what was taken together and kept apart."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.model import Copy, Correction, Passage, Reason
from firsthand.present.export.argument import argument_row
from firsthand.present.labels import CAVEAT, apart
from firsthand.present.tables import Tables
from firsthand.present.terminal import show, summary
from firsthand.present.terminal_why import why
from firsthand.present.views.index import Index
from firsthand.present.views.passages import changes, shared_passages
from tests.present.invented import HARBOUR, PLEDGE, tables


def copied(made: Tables) -> Tables:
    """The corpus with one passage between the agency and the rewrite of the Harbour Times, in which words differ."""
    by_name = {a.external_id: a for a in made.articles}
    wire, times = by_name["wire"], by_name["times"]
    spans = [(a.segments[1].start, a.segments[1].end) for a in (wire, times)]
    copy = Copy(wire.id, *spans[0], times.id, *spans[1], 120, "prose", 20, 9, 0.25, 0.5)
    return replace(made, copies=[copy])


def words(text: str) -> str:
    return " ".join(text.split())


def test_an_article_is_argued_from_whose_words_to_the_chain() -> None:
    """Whose words, whose news, the reasons, what it shares with how much of either, where it has it from."""
    said = words(why(copied(tables()), "times"))
    in_order = (
        "Harbour Times: rewrite · 3 March 2031, 12:15 UTC · times",
        "It has passages of Norwire in a text of its own, and it says so. The news in it goes back to Norwire.",
        "Reasons 1.",
        "Shared passages Norwire (wire), published 4 h earlier: 120 characters in 1 passage; "
        "50% of this article, 25% of that one; 9 words changed",
        "prose: 20 words, 9 words changed; characters ",
        "Where it has it from Harbour Times (times) ← Norwire (wire): credit, published 4 h earlier",
        CAVEAT,
    )
    places = [said.index(part) for part in in_order]
    assert places == sorted(places)


def test_changed_words_are_shown_as_they_are_here_and_were_there() -> None:
    """Every word that is not equal on both sides, and none that is."""
    made = copied(tables())
    index = Index(made)
    article = next(a for a in made.articles if a.external_id == "times")
    (shared,) = shared_passages(index, article)
    found = list(changes(article, shared.other, shared.passages[0]))
    assert found
    for change in found:
        assert set(change.other.lower().split()) != set(change.here.lower().split())
    assert shared_passages(index, shared.other)[0].share == 0.25


def test_a_count_has_its_origins_merges_and_what_was_kept_apart() -> None:
    """Each with who rests on it and the words that tell; numbered through."""
    made = tables()
    wire = made.articles[0]
    count = next(c for c in made.counts if c.subject == HARBOUR)
    stands = Reason("origin", "Norwire: 5 articles rest on it", (Passage(wire.id, 0, 12), Passage(wire.id, 0, 0)))
    merge, near = Reason("same-owner", "both belong to one house"), Reason("other-words", "each has its own words")
    counts = [replace(c, reasons=(stands, merge), apart=(near,)) if c is count else c for c in made.counts]
    said = words(why(replace(made, counts=counts), HARBOUR))
    in_order = (
        "2–3 independent origins", "Who rests on what 1. Norwire: 5 articles rest on it",
        "Norwire (wire): own reporting, 3 March 2031, 08:10 UTC “Ellmar harbo", "Taken together 2. both belong",
        "Kept apart 3. each has its own words", CAVEAT,
    )  # fmt: skip
    places = [said.index(part) for part in in_order]
    assert places == sorted(places)


def corrected(made: Tables) -> Tables:
    """The corpus after the user said that the rewrite's words are the agency's."""
    times = next(a for a in made.articles if a.external_id == "times")
    said = Reason("corrected", "the user says that its words are those of Norwire (corrected by hand on 5 March 2031)")
    lineages = [replace(n, reasons=(said, *n.reasons)) if n.article == times.id else n for n in made.lineages]
    correction = Correction(
        1, "2031-03-05T08:00:00+00:00", "origin", "text", ("times",), ((times.id,),), "Norwire", note="by telephone"
    )
    return replace(made, lineages=lineages, corrections=[correction])


def test_what_was_corrected_is_in_the_argument() -> None:
    """With the note, and whether it still applies."""
    said = words(why(corrected(tables()), "times"))
    assert "1. the user says that its words are those of Norwire (corrected by hand on 5 March 2031)" in said
    assert (
        "Corrections 1. times carries the words of Norwire (5 March 2031, with the note “by telephone”): applies"
        in said
    )
    assert "wire · corrected by hand" not in said
    assert "Harbour Times · 3 March 2031, 12:15 UTC · rewrite · corrected by hand" in words(
        show(corrected(tables()), "times")
    )
    assert "1 correction by hand stands" in summary(corrected(tables()))


def test_the_same_as_data() -> None:
    """JSON of an article and of a statement."""
    made = copied(tables())
    row = json.loads(json.dumps(argument_row(made, "times")))
    assert (row["article"], row["authorship"], row["rests_on"]) == ("times", "rewrite", ["Norwire"])
    (shared,) = row["shared"]
    assert (shared["article"], shared["time"], shared["share"], shared["other_share"]) == (
        "wire", "4 h earlier", 0.5, 0.25,
    )  # fmt: skip
    assert shared["passages"][0]["changes"]
    assert row["chain"] == [
        {
            "depth": 0,
            "target": "times",
            "source": "wire",
            "name": "Norwire",
            "evidence": "credit",
            "time": "4 h earlier",
        }
    ]
    row = argument_row(made, PLEDGE)
    assert (row["statement"], row["origins_low"], row["origins_high"]) == (PLEDGE, 2, 3)
    assert len(row["standing"]) + len(row["merges"]) == 3


def test_every_field_of_the_data_is_documented() -> None:
    """And no other."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "why.md").read_text(encoding="utf-8")
    made = copied(tables())
    article, statement = argument_row(made, "times"), argument_row(made, PLEDGE)
    (shared,) = article["shared"]
    passage = shared["passages"][0]
    rows = [article, statement, argument_row(made, HARBOUR), shared, passage, passage["changes"][0], *article["chain"]]
    assert {key for row in rows for key in row} <= set(re.findall(r"`(\w+)`", page))


def test_a_time_that_cannot_be_right_is_called_so() -> None:
    """Where tracing set a clock aside: no hours are counted from it, and it sorts behind those that tell."""
    made = copied(tables())
    wire = next(a for a in made.articles if a.external_id == "wire")
    clock = Reason("clock", "its clock says 2099-01-01, after it was fetched; its time orders nothing")
    made = replace(
        made,
        articles=[
            replace(a, published="2099-01-01", published_precision="day") if a is wire else a for a in made.articles
        ],
        lineages=[replace(n, reasons=(*n.reasons, clock)) if n.article == wire.id else n for n in made.lineages],
    )
    assert "Norwire · time not usable (it says 1 January 2099) · own reporting" in words(show(made, "wire"))
    said = words(why(made, "times"))
    assert "Norwire (wire): 120 characters" in said
    assert not re.search(r"published [\d,]+ (?:h|days?) (?:earlier|later)", said)
    assert Index(made).in_time(a.id for a in made.articles)[-1].id == wire.id


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("2031-03-04T12:00:00Z", "2031-03-04T09:00:00Z", "3 h earlier"),
        ("2031-03-04T12:00:00+02:00", "2031-03-04T12:30:00Z", "2 h later"),
        ("2031-03-04T12:00:00Z", "2031-03-04T12:20:00Z", "20 min later"),
        ("2031-03-04T12:00:00Z", "2031-03-04T12:00:30Z", "at the same time"),
        ("2031-03-04T12:00:00Z", "2031-03-09T12:00:00Z", "5 days later"),
        ("2031-03-04", "2031-03-03T23:00:00Z", "1 day earlier"),
        ("2031-03-04", "2031-03-04", "the same day"),
        ("2031-03-04", None, ""),
        ("sometime", "2031-03-04", ""),
    ],
)
def test_how_far_two_times_lie_apart_is_said_as_precisely_as_they_are_known(
    one: str, other: str | None, said: str
) -> None:
    """The other as seen from the one."""
    assert apart(one, other) == said

"""Publishers' relations: the file is consistent, and what it says is found in either direction."""

import pytest

from firsthand.data import Outlet, outlets, publisher_at, publisher_named
from firsthand.data.press import extended
from firsthand.data.relations import carried_by, newsroom, owner, relations_between, same_owner
from firsthand.data.tables import rows

KINDS = {"newspaper", "broadcaster", "website", "magazine", "aggregator", "platform", "government", "party"}
ROWS = rows("relations")


def is_listed(name: str) -> bool:
    known = publisher_named(name)
    return known is not None and known.name == name


def test_every_row_relates_publishers_or_groups_that_are_listed() -> None:
    """A misspelt name would be passed over in silence."""
    groups = {o.owner for o in outlets() if o.owner}
    assert [r for r in ROWS if not is_listed(r["other"])] == []
    assert [r for r in ROWS if not is_listed(r["name"]) and (r["kind"] != "carries" or r["name"] not in groups)] == []
    assert {r["kind"] for r in ROWS} == {"wire of", "carries"}
    assert {r["only"] for r in ROWS} <= {"", *KINDS}
    assert len({tuple(r.values()) for r in ROWS}) == len(ROWS)
    assert [r for r in ROWS if r["name"] == r["other"]] == []


def test_the_lists_of_owners_and_relations_are_as_long_as_they_must_be() -> None:
    """A truncated file is noticed."""
    owned = [o for o in outlets() if o.owner]
    assert len(owned) >= 1_800
    assert len({o.owner for o in owned}) >= 250
    assert len(ROWS) >= 200
    assert {o.kind for o in outlets()} <= KINDS


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("CNN Wire", "CNN", "passes on the texts of CNN"),
        ("Arizona Republic", "IndyStar", "belongs to Gannett, like Indianapolis Star"),
        ("WJXT", "CNN Newsource", "carries texts of CNN Newsource, as outlets of Graham Media Group do"),
        ("Yahoo News", "Reuters", "carries texts of Reuters"),
        ("Reuters", "Yahoo News", "carries texts of Reuters"),
    ],
)
def test_what_is_known_of_two_publishers_is_said(first: str, second: str, words: str) -> None:
    """By any of their names, in either direction."""
    assert words in [r.words for r in relations_between(first, second)]


def test_nothing_is_said_of_strangers_or_of_one_publisher_and_itself() -> None:
    """Two names of one publisher are no relation."""
    assert relations_between("Reuters", "Associated Press") == ()
    assert relations_between("AP", "Associated Press") == ()
    assert relations_between("No Such Paper", "Nor This One") == ()


def test_a_group_s_row_may_hold_for_its_stations_only() -> None:
    """Hearst's stations carry CNN Newsource, its papers do not."""
    assert "CNN Newsource" in [r.second for r in carried_by("WCVB")]
    assert "CNN Newsource" not in [r.second for r in carried_by("Houston Chronicle")]


def test_owners_and_newsrooms_are_looked_up_by_any_name() -> None:
    """A stranger is its own newsroom and has no owner."""
    assert owner("IndyStar") == "Gannett"
    assert (owner("Reuters"), owner("No Such Paper")) == ("", "")
    assert (newsroom("CNN Newsource"), newsroom("No Such Paper")) == ("CNN", "No Such Paper")
    assert same_owner(["Arizona Republic", "Indianapolis Star", "KTLA", "No Such Paper"]) == {
        "Gannett": ["Arizona Republic", "Indianapolis Star"]
    }


def test_what_a_user_adds_goes_before_what_is_shipped_and_is_gone_afterwards() -> None:
    """A row of a shipped name takes its place while the block lasts."""
    mine = (
        Outlet("Cape Herald", (), ("capeherald.example",), "", "Holm Group", "newspaper", ("Nordwire",)),
        Outlet("KTLA", (), ("ktla.com",), "", "Holm Group", "broadcaster"),
    )
    before = owner("KTLA")
    with extended(mine):
        assert owner("KTLA") == "Holm Group"
        assert publisher_at("https://www.capeherald.example/a") == mine[0]
        assert [r.kind for r in relations_between("Cape Herald", "KTLA")] == ["same owner"]
        assert [r.words for r in relations_between("Cape Herald", "Nordwire")] == ["carries texts of Nordwire"]
    assert owner("KTLA") == before
    assert publisher_named("Cape Herald") is None

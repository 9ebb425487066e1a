"""The invented lineage corpus is well-formed: every page has gold that agrees with itself and with the pages."""

import json
import re
from collections import defaultdict
from itertools import combinations
from typing import Any

import pytest
from benchmarks.lineage.invented import build

RELATIONS = {"original", "verbatim", "partial", "cites", "independent"}
NAMELESS = {"unknown", "many", "press-release"}
"""Origins that are no outlet."""
WORDS = 5
"""Pages of one family share, page to page through the family, at least one run of so many words."""


def read(name: str) -> list[dict[str, Any]]:
    lines = (build.HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


PAGES = {page["id"]: page for page in read("pages.jsonl")}
GOLD = read("gold.jsonl")


def text(row: dict[str, Any]) -> str:
    page = PAGES[row["id"]]
    return str(page.get("text") or re.sub(r"<[^>]*>", "", page["html"]))


def runs(row: dict[str, Any], n: int = WORDS) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text(row).lower())
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def families() -> dict[str, list[dict[str, Any]]]:
    members = defaultdict(list)
    for row in GOLD:
        if row["family"]:
            members[row["family"]].append(row)
    return members


def test_the_files_are_what_the_texts_build() -> None:
    pages, gold, bounds = build.build()
    assert pages == list(PAGES.values())
    assert gold == GOLD
    assert build.counted(gold, bounds) == json.loads((build.HERE / "stories.json").read_text(encoding="utf-8"))


def test_pages_and_gold_have_the_same_ids_once() -> None:
    assert [row["id"] for row in GOLD] == list(PAGES)
    assert len({row["key"] for row in GOLD}) == len(GOLD)


def test_every_page_has_text_or_html_and_a_publisher() -> None:
    for page in PAGES.values():
        assert ("text" in page) != ("html" in page)
        assert page["publisher"]
        assert set(page) <= {"id", "publisher", "scrape_time", "title", "url", "published", "language", "text", "html"}


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["key"])
def test_a_row_agrees_with_itself(row: dict[str, Any]) -> None:
    assert row["relation"] in RELATIONS
    assert row["note"] and row["cases"]
    assert row["confidence"] in {"high", "low"}
    assert row["origin_name"] == (row["outlet"] if row["origin"] == "own" else row["origin"])
    if row["relation"] == "verbatim":
        assert row["origin"] not in {"own", row["outlet"]}, "somebody else's text"
    else:
        assert row["origin"] == "own"
    if row["relation"] == "verbatim" and row["origin"] not in NAMELESS:
        assert row["origin"] in row["draws_on"]
    if row["relation"] == "cites":
        assert row["credit"] and row["draws_on"], "who is cited is named"
        assert set(row["rests_on"]) <= {*row["draws_on"], row["outlet"]}
    if row["relation"] in {"original", "independent"}:
        assert row["rests_on"] == [row["outlet"]]
    if row["origin"] in NAMELESS:
        assert row["confidence"] == "low"
    if row["credit"]:
        assert row["credit"] in text(row), "the credit is in the page's own words"


@pytest.mark.parametrize("name", sorted(families()))
def test_a_family_has_one_origin_and_hangs_together(name: str) -> None:
    members = families()[name]
    assert len(members) > 1 or members[0]["relation"] == "verbatim"
    assert len({row["origin_name"] for row in members}) == 1
    joined = {members[0]["id"]}
    shared = {row["id"]: runs(row) for row in members}
    for _ in members:
        joined |= {b for a in joined for b in shared if shared[a] & shared[b]}
    captions = {row["id"] for row in members if "captions" in row["cases"]}
    assert joined | captions == set(shared)


def test_an_original_is_carried_by_another_page() -> None:
    for row in GOLD:
        if row["relation"] == "original":
            whole = [r for r in GOLD if r["family"] and r["family"] == row["family"] and r["id"] != row["id"]]
            parts = [r for r in GOLD if "stitched" in r["cases"] and row["outlet"] in r["draws_on"]]
            assert whole or any(runs(row, 10) & runs(part, 10) for part in parts), row["key"]


def test_own_pages_of_different_families_share_no_long_run_unless_it_is_quoted_or_public() -> None:
    """Ten words in a row outside quotation marks are shared by independent pages only where the case says so."""
    public = {"filing", "public-notice", "public-post", "statement", "press-release-rewrite"}
    public |= {"look-alike", "set-phrases"}
    own = [row for row in GOLD if row["relation"] in {"independent", "original"} and row["page"] == "article"]
    bare = {row["id"]: plain(row) for row in own}
    for a, b in combinations(own, 2):
        if (a["family"] and a["family"] == b["family"]) or public & {*a["cases"], *b["cases"]}:
            continue
        assert not bare[a["id"]] & bare[b["id"]], (a["key"], b["key"])


def plain(row: dict[str, Any]) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub(r"[“\"][^”\"]*[”\"]", " ", text(row)).lower())
    return {tuple(words[i : i + 10]) for i in range(len(words) - 9)}


def test_publishers_are_listed() -> None:
    names = build.outlets()
    assert {page["publisher"] for page in PAGES.values()} <= set(names)
    for row in GOLD:
        assert names[PAGES[row["id"]]["publisher"]] == row["outlet"]
        known = {*names.values(), *NAMELESS, "own"}
        assert {row["origin"], *row["draws_on"], *row["rests_on"]} <= known

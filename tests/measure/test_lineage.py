"""Origins, relations, lists, families and ranges against gold."""

from typing import Any

from firsthand.measure.lineage import Placed, measure_counts, measure_lineage

Row = dict[str, Any]


def placed(gold: Row, found: Row | None, article: str = "a", outlet: str | None = "The Halden Courier") -> Placed:
    """One article."""
    return Placed(article, gold, found, outlet)


def test_an_outlets_own_words_are_own_however_they_are_written() -> None:
    """``own``, or the outlet's name with and without its article."""
    for gold, found in (("own", "Halden Courier"), ("The Halden Courier", "own"), ("NORDA", "Norda")):
        assert measure_lineage([placed({"origin": gold}, {"origin": found})])["origin right"] == 1


def test_names_that_the_lists_have_as_one_are_one() -> None:
    """An agency by its name and by its slug."""
    made = measure_lineage([placed({"origin": "AP"}, {"origin": "The Associated Press"})])
    assert made["origin right"] == 1


def test_an_article_without_lineage_is_wrong() -> None:
    """Nothing found is no origin, and no relation."""
    made = measure_lineage([placed({"origin": "own", "relation": "original"}, None)])
    assert (made["origin right"], made["relation right"]) == (0, 0)


def test_another_words_are_counted_apart() -> None:
    """Own words are many and easy."""
    made = measure_lineage(
        [
            placed({"origin": "own"}, {"origin": "own"}),
            placed({"origin": "Norda"}, {"origin": "own"}, "b"),
            placed({"origin": "unknown"}, {"origin": "own"}, "c"),
        ]
    )
    assert (made["articles with an origin"], made["origin right"]) == (2, 0.5)
    assert made["origin of another's words right"] == 0


def test_relations_have_a_figure_each() -> None:
    """Those that gold has, and their mean."""
    pairs = (("verbatim", "verbatim"), ("verbatim", "partial"), ("cites", "cites"))
    made = measure_lineage([placed({"relation": g}, {"relation": f}, str(n)) for n, (g, f) in enumerate(pairs)])
    assert (made["verbatim: F1"], made["cites: F1"]) == (2 / 3, 1)
    assert made["relation: mean F1"] == (2 / 3 + 1) / 2 and "partial: F1" not in made


def test_what_is_drawn_on_leaves_the_outlet_itself_out() -> None:
    """And what the news rests on does not."""
    gold, found = ["Norda", "The Halden Courier"], ["norda", "Kanal Vest"]
    drawn = measure_lineage([placed({"draws_on": gold}, {"draws_on": found})])
    assert (drawn["draws_on: precision"], drawn["draws_on: recall"]) == (0.5, 1)
    rests = measure_lineage([placed({"rests_on": ["own"]}, {"rests_on": ["Halden Courier"]})])
    assert rests["rests_on: F1"] == 1


def test_the_origins_behind_a_story_are_counted_over_its_articles() -> None:
    """One too many, in the one story that has several articles."""
    rows = [
        placed({"story": "s", "rests_on": ["Norda"]}, {"rests_on": ["NORDA"]}, "a"),
        placed({"story": "s", "rests_on": ["Norda"]}, {"rests_on": ["Kanal Vest", "unknown"]}, "b"),
        placed({"story": "t", "rests_on": ["Norda"]}, None, "c"),
    ]
    made = measure_lineage(rows)
    assert (made["origins of a story: mean error"], made["origins of a story: bias"]) == (1, 1)


def test_articles_without_a_family_are_alone() -> None:
    """Each by itself, and not together."""
    rows = [placed({"family": None}, {"family": None}, name) for name in "abc"]
    assert measure_lineage(rows)["families: BCubed F1"] == 1
    joined = [placed({"family": None}, {"family": "f"}, name) for name in "ab"]
    assert measure_lineage(joined)["families: BCubed precision"] == 0.5


def story(identity: str, low: int | None, high: int | None) -> Row:
    """A story of the corpus."""
    return {"id": identity, "origins_low": low, "origins_high": high}


def test_ranges_are_held_against_the_story_that_has_most_of_the_articles() -> None:
    """One meets and holds, one meets, one is not counted."""
    one, two, three = story("1", 1, 4), story("2", 1, 2), story("3", None, None)
    found = {"a": one, "b": one, "c": two, "d": two, "e": three}
    made = measure_counts({"s": (2, 3), "t": (2, 2), "u": (1, 1)}, {"s": "abc", "t": "d", "u": "e"}, found)
    assert (made["stories"], made["counted"]) == (3, 2)
    assert (made["ranges meet"], made["ranges hold gold's"], made["ranges are gold's"]) == (2 / 3, 2 / 3, 0)
    assert (made["low: mean error"], made["high: mean error"], made["width"]) == (1, 0.5, 2)
    assert made["middle: bias"] == -0.25

"""Stories are told anew from articles that are looked up together."""

from types import SimpleNamespace
from typing import Any

from firsthand.pipeline.placing import told_anew
from firsthand.pipeline.shelf import Shelf
from tests.link.copies.bodies import article

MEMBERS = {"s1": {"a", "b"}, "s2": {"c"}, "s3": {"d", "lost"}}


class Stored:
    """A corpus of four articles that notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def having(self, table: str, column: str, values: Any) -> list[Any]:
        del column
        self.asked.append((table, tuple(sorted(values))))
        return (
            [article(f"Text {name}.", name) for name in sorted(values) if name in "abcd"] if table == "articles" else []
        )


def told(names: list[str], stored: Stored) -> list[tuple[str, tuple[str, ...]]]:
    who: Any = SimpleNamespace(members=MEMBERS)
    live: Any = SimpleNamespace(central=lambda name: sorted(MEMBERS[name])[:1])
    return [(story.id, story.articles) for story in told_anew(who, live, Shelf(stored), names)]  # type: ignore[arg-type]


def test_stories_keep_their_ids_and_have_the_articles_that_are_there() -> None:
    """A story without any article is no more; an article that is gone is in none."""
    assert told(["s3", "s1", "unknown"], Stored()) == [("s1", ("a", "b")), ("s3", ("d",))]


def test_the_articles_of_all_are_looked_up_at_once() -> None:
    """A lookup costs a large corpus the same however little it is for."""
    stored = Stored()
    assert len(told(list(MEMBERS), stored)) == 3
    assert [names for table, names in stored.asked if table == "articles"] == [("a", "b", "c", "d", "lost")]

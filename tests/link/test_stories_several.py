"""Articles of several events have one home, join no stories, and are noted with the others they tell."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.config import LinkConfig
from firsthand.link.stories import link_stories
from firsthand.link.stories.several import also_told, apart, at_home
from firsthand.model import Article, Story
from tests.factories import article
from tests.link.test_stories import ELECTION, FIRE, OTHER_FIRE, groups, named, stories

FERRY = (
    "The ferry Sankt Marit ran aground off Holm Island on Friday with 212 passengers aboard. Captain Edvin Roth made "
    "for the shallows after the engine room flooded, the Norrland coastguard said.",
    "All 212 passengers left the ferry Sankt Marit unhurt on Friday after Captain Edvin Roth ran her aground off Holm "
    "Island. Water had come into the engine room, said the coastguard of Norrland.",
)
BEETLE = (
    "A beetle that was thought extinct has been netted in the Lower Marsh by Henk Obers of Quarrie University, where a "
    "motorway to Dunsel is planned. It is named after his daughter Wilma.",
    "Henk Obers of Quarrie University has found a beetle in the Lower Marsh that nobody had seen since the war. He "
    "called it after his daughter Wilma. The motorway to Dunsel would cross the marsh.",
)
EVENTS = {"fire": FIRE, "other": OTHER_FIRE, "vote": ELECTION, "ferry": FERRY, "beetle": BEETLE}


def reports() -> list[Article]:
    """Return two reports of each event."""
    return [a for name, texts in EVENTS.items() for a in named(name, texts[:2])]


def digest(name: str, *events: str, told: int = 0) -> Article:
    """Return a briefing with an item for each event."""
    return article(name, *(f"• {EVENTS[e][told]}" for e in events), headline="Morning briefing")


def linked(articles: Sequence[Article]) -> list[Story]:
    """Return the stories of the articles with what else tells them."""
    return also_told(stories(articles), {a.id: a for a in articles}, {})


def event(story: Story) -> str:
    """Return the event that a story's reports tell."""
    return next((a.rstrip("01") for a in story.articles if a.rstrip("01") in EVENTS), "")


def told_elsewhere(found: Sequence[Story]) -> set[tuple[str, str]]:
    """Return which article tells which further event."""
    return {(part.article, event(s)) for s in found for part in s.also}


def test_any_number_of_roundups_joins_no_two_stories() -> None:
    """Twenty digests of the same five events leave five stories as they are, and each is in one of them or alone."""
    digests = [digest(f"d{k:02}", *random.Random(k).sample(sorted(EVENTS), 4)) for k in range(20)]
    found = groups(stories([*reports(), *digests]))
    for name in EVENTS:
        (home,) = (g for g in found if f"{name}0" in g)
        assert f"{name}1" in home
        assert not any(f"{other}0" in home for other in EVENTS if other != name)
    assert sum(len(g) for g in found) == len(reports()) + len(digests)


def test_reports_of_a_story_do_not_move_for_a_roundup() -> None:
    """The stories of the reports are those found without it."""
    with_digest = groups(stories([*reports(), digest("d", "fire", "vote", "ferry")]))
    assert {g - {"d"} for g in with_digest} - {frozenset()} == groups(stories(reports()))


def test_an_opinion_piece_is_at_home_in_the_story_that_it_is_on() -> None:
    """As it was before, but that it brings nothing else in."""
    column = replace(
        article("column", f"{FIRE[1]} A town that lets its market burn has no fire brigade."), page="opinion"
    )
    assert frozenset({"fire0", "fire1", "column"}) in groups(stories([*reports(), column]))


def test_gathering_articles_alone_are_compared_with_each_other() -> None:
    """Two live blogs of an event that nobody else reports are one story."""
    blogs = [replace(a, page="liveblog") for a in named("fire", FIRE[:2])]
    assert groups(stories([*blogs, *named("vote", ELECTION)])) == {
        frozenset({"fire0", "fire1"}),
        frozenset({"vote0", "vote1"}),
    }


def test_each_further_story_is_noted_with_the_part_that_tells_it() -> None:
    """By article and span, with the words that they share; the home story has the article itself."""
    made = digest("d", "fire", "vote", "ferry", told=1)
    kept = [a for a in reports() if a.id not in ("fire1", "vote1", "ferry1")]
    found = linked([*kept, made])
    (home,) = (s for s in found if "d" in s.articles)
    assert told_elsewhere(found) == {("d", e) for e in ("fire", "vote", "ferry") if e != event(home)}
    assert not home.also
    vote = next(s for s in found if "vote0" in s.articles)
    (part,) = vote.also
    assert made.text[part.start : part.end] == f"• {ELECTION[1]}"
    assert part.reason.passages[0].start == part.start
    assert "Marwitz" in part.reason.text and "roundup" in part.reason.text


def test_look_alike_events_are_told_apart_by_parts() -> None:
    """A fire in one town is not that of another."""
    found = linked([*named("fire", FIRE[:1]), *named("other", OTHER_FIRE[:1]), digest("d", "vote", "fire", told=1)])
    assert told_elsewhere(found) <= {("d", "fire")}


def test_reports_tell_nothing_further() -> None:
    """Background on another event is no telling of it."""
    report = article("r", ELECTION[0], FIRE[0])
    assert not any(s.also for s in linked([*reports(), report]))


def test_parts_on_nothing_known_are_noted_nowhere() -> None:
    """An item on an event that nobody reports."""
    found = linked([*named("vote", ELECTION), digest("d", "beetle", "ferry", "fire")])
    assert not told_elsewhere(found)


def test_noting_changes_nothing_else_and_is_done_anew() -> None:
    """Twice is as once, in any order of the stories."""
    everything = [*reports(), digest("d", "fire", "vote", "ferry", told=1)]
    plain = stories(everything)
    by_id = {a.id: a for a in everything}
    once = also_told(plain, by_id, {})
    assert [replace(s, also=()) for s in once] == plain
    assert also_told(once, by_id, {}) == once
    back = also_told(plain[::-1], by_id, {})
    assert back[::-1] == once
    assert also_told(plain, {}, {}) == plain, "articles that are not there tell nothing"


def test_invented_digests_are_read_right() -> None:
    """Of all digests of three of the five events every further part is noted, and none wrongly."""
    for k, events in enumerate(combinations(EVENTS, 3)):
        made = digest(f"d{k}", *events, told=1)
        kept = [a for a in reports() if a.id.endswith("0")]
        found = linked([*kept, made])
        (home,) = (s for s in found if made.id in s.articles)
        expected = {(made.id, e) for e in events} - {(made.id, event(home))}
        assert told_elsewhere(found) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 9).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.sets(st.integers(0, n - 1)),
            st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=20),
        )
    )
)
def test_homes_are_one_each_and_reports_stay_together(made: tuple[int, set[int], list[tuple[int, int]]]) -> None:
    """Whatever the pairs: every row in one group, no group of reports grown together, pairs of reports kept."""
    n, wide, drawn = made
    pairs = sorted({(min(p), max(p)) for p in drawn if p[0] != p[1]})
    left, right = (np.array([p[k] for p in pairs], dtype=np.int64) for k in (0, 1))
    kept = apart(wide, left, right)
    assert list(zip(*(side.tolist() for side in kept), strict=True)) == [p for p in pairs if not wide & set(p)]
    before = [[k] for k in range(n)]
    after = at_home(before, wide, left, right, lambda i, _: np.ones(len(i)))
    assert sorted(row for group in after for row in group) == list(range(n))
    assert all(len(set(group) - wide) <= 1 for group in after)


def test_config_is_as_for_any_story() -> None:
    """Roundups in several languages of nothing at all are stories of one."""
    odd = [article(f"o{k}", text, headline="News in brief") for k, text in enumerate(("", "...", "写真", "Photos"))]
    assert len(link_stories(odd, {}, (), LinkConfig())) == len(odd)

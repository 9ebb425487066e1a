"""Stories while articles arrive. All news here is invented."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.config import LinkConfig
from firsthand.link.stories import link_stories
from firsthand.link.stories.live import LiveStories
from firsthand.model import Article, Copy
from tests.factories import article
from tests.link.test_stories import ELECTION, FIRE, OTHER_FIRE, WORDS, named
from tests.link.test_stories_meaning import ARTICLES, Fake


def read(articles: Iterable[Article], live: LiveStories | None = None) -> dict[str, str]:
    """Return the story of each article after all of them, by following assignments and changes."""
    live = LiveStories(LinkConfig()) if live is None else live
    out: dict[str, str] = {}
    for arriving in articles:
        told = live.add(arriving)
        out[told.article] = told.story
        for change in live.changes():
            assert all(out[a] == change.before for a in change.articles)
            out.update(dict.fromkeys(change.articles, change.after))
    return out


def groups(of: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(a for a in of if of[a] == story) for story in of.values()}


NEWS = named("fire", FIRE) + named("vote", ELECTION) + named("other", OTHER_FIRE)


def test_live_and_batch_agree() -> None:
    """Three events in turns, one by one, are the stories of batch mode."""
    turns = [NEWS[i] for i in (0, 3, 5, 1, 6, 4, 2)]
    assert groups(read(turns)) == {frozenset(s.articles) for s in link_stories(NEWS, {}, (), LinkConfig())}


def test_an_assignment_says_how_and_why() -> None:
    """The first article begins a story; the second joins it and names its nearest; a repeated one changes nothing."""
    live = LiveStories(LinkConfig())
    first, second, again = live.add(NEWS[0]), live.add(NEWS[1]), live.add(NEWS[1])
    assert (first.how, second.how) == ("new", "joined")
    assert second.story == first.story == again.story
    assert "fire0" in second.reason
    assert len(live) == 2


def test_a_reprint_is_no_article_of_its_own() -> None:
    """The same words, or four fifths copied, join the story of the first and weigh nothing more."""
    live = LiveStories(LinkConfig())
    text = FIRE[0]
    first = live.add(article("first", text))
    same = live.add(article("same", text))
    changed = article("changed", text.replace("bakery", "baker's"))
    copied = live.add(changed, None, [Copy("first", 0, len(text), "changed", 0, len(text), len(text) - 10, "prose")])
    assert [a.how for a in (first, same, copied)] == ["new", "reprint", "reprint"]
    assert len(live) == 1
    assert {name: set(members) for name, members in live.stories.items()} == {first.story: {"first", "same", "changed"}}


def test_two_stories_that_turn_out_to_be_one_are_merged_and_it_is_told() -> None:
    """Two short tellings share too little, until a third has what both have."""
    a = article("a", "Three traders died in the covered market of Tolvik, Ragna Oster said on Monday.")
    b = article("b", "Flames from a bakery in Salt Street swept stalls, and eleven people were hurt.")
    live = LiveStories(LinkConfig())
    before = {live.add(x).story for x in (a, b)}
    assert len(before) == 2
    told = []
    for k, text in enumerate(FIRE):
        live.add(article(f"c{k}", text))
        told += live.changes()
    if len(live.stories) == 1:  # what is merged is told, with its cause and figures
        assert told
    for change in told:
        assert change.articles and change.cause.startswith("c") and "affinity" in change.reason


def test_what_is_old_is_let_go() -> None:
    """Articles older than the active days leave, and their memory with them; a late telling begins anew."""
    live = LiveStories(LinkConfig(), active_days=10)
    live.add(article("old", FIRE[0], published="2031-03-01"))
    live.add(article("new", ELECTION[0], published="2031-03-20"))
    assert set().union(*live.stories.values()) == {"new"}
    assert live.add(article("late", FIRE[1], published="2031-03-20")).how == "new"


def test_the_number_of_active_articles_is_bounded() -> None:
    """Without times too."""
    live = LiveStories(LinkConfig(), active_articles=5)
    for k in range(40):
        live.add(article(f"a{k}", f"{WORDS[k % 7]} {k} harbour crane number{k} of Grauhafen dredged channel{k}"))
    assert len(live) == 5
    assert len(live._weighing._words) <= 5 * 12


def test_many_at_once_are_as_one_by_one() -> None:
    """A batch shares work, not conclusions."""
    live = LiveStories(LinkConfig())
    at_once = {a.article: a.story for a in live.add_all(NEWS, {})}
    for change in live.changes():
        at_once.update(dict.fromkeys(change.articles, change.after))
    assert groups(at_once) == groups(read(NEWS))


def test_ten_thousand_reprints_cost_nothing() -> None:
    """No work grows with the reprints of a text."""
    live = LiveStories(LinkConfig())
    live.add_all([article(f"r{k}", FIRE[0]) for k in range(50)], {})
    told = live.add_all([article(f"s{k}", FIRE[0]) for k in range(10_000)], {})
    assert {a.how for a in told} == {"reprint"}


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_arrival_makes_no_difference(seed: int) -> None:
    """What came late is clustered with what was there: in any order the stories are those of batch mode."""
    order = random.Random(seed).sample(NEWS, len(NEWS))
    assert groups(read(order)) == {frozenset(s.articles) for s in link_stories(NEWS, {}, (), LinkConfig())}


def test_the_earliest_stands_for_its_reprints() -> None:
    """As in batch, whichever came first; a page that has it as a report takes it out of the roundups."""
    live = LiveStories(LinkConfig())
    late = article("late", FIRE[0], published="2031-03-12", headline="Monday briefing: fire in Tolvik")
    live.add_all([late, article("other", FIRE[1], published="2031-03-12")], {})
    told = live.add(article("early", FIRE[0], published="2031-03-11"))
    assert told.how == "reprint"
    (node,) = (n for n in live._board.nodes.values() if n.reprints)
    assert (node.id, node.reprints, node.wide) == ("early", ["late"], False)
    assert groups({a: s for s, members in live.stories.items() for a in members}) == {
        frozenset({"late", "early", "other"})
    }


def test_an_encoder_joins_what_words_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headlines in two languages, one after the other, are the stories of batch mode with the encoder."""
    monkeypatch.setattr("firsthand.link.stories.meaning.FEW", 2)
    monkeypatch.setattr("firsthand.link.stories.weighing.load", lambda name: Fake() if name else None)
    assert len(groups(read(ARTICLES, LiveStories(LinkConfig())))) > 3
    live = LiveStories(LinkConfig(encoder="accurate"))
    assert groups(read(ARTICLES, live)) == {frozenset({"a0", "a1"}), frozenset({"a2", "a3"}), frozenset({"a4", "a5"})}
    live.forget("a0")
    assert frozenset({"a1"}) in groups({a: s for s, members in live.stories.items() for a in members})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), max_size=14))
def test_assignments_and_changes_lead_to_the_stories_as_they_are(texts: list[str]) -> None:
    """Whoever follows what is told has at any time what the reader has: each article in one story."""
    live = LiveStories(LinkConfig())
    followed = read(named("a", texts), live)
    assert groups(followed) == {frozenset(members) for members in live.stories.values()}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=8))
def test_any_text_is_taken(texts: list[str]) -> None:
    """No text, of any script or none, breaks the reading."""
    assert len(read(named("t", texts))) == len(texts)


def test_a_reading_that_is_taken_up_again_goes_on_as_the_one_before() -> None:
    """Stored stories keep their names; the articles after them go where they would have gone."""
    first = LiveStories(LinkConfig())
    known = read(NEWS[:4], first)
    again = LiveStories(LinkConfig())
    again.restore(NEWS[:4], {}, (), known)
    assert again.changes() == []
    assert again.stories == first.stories
    assert read(NEWS[4:], again) == read(NEWS[4:], first)


def test_with_an_encoder_the_meanings_of_all_are_looked_up_as_they_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some at a time, as the latest alone are remembered: each is held against those of its own time."""
    monkeypatch.setattr("firsthand.link.stories.meaning.FEW", 2)
    monkeypatch.setattr("firsthand.link.stories.recent.REACH", 2)
    monkeypatch.setattr("firsthand.link.stories.live.RESTORED", 2)
    monkeypatch.setattr("firsthand.link.stories.weighing.load", lambda name: Fake() if name else None)
    live = LiveStories(LinkConfig(encoder="accurate"))
    told = dict(zip((a.id for a in ARTICLES), "xyxyzz", strict=True))
    live.restore(ARTICLES, {}, (), told)
    assert groups({a: s for s, members in live.stories.items() for a in members}) == groups(told)
    nodes = {node.id: node for node in live._board.nodes.values()}
    numbers = {node.id: n for n, node in live._board.nodes.items()}
    assert numbers["a1"] in nodes["a0"].near, "though four came after them"


def test_stories_that_are_taken_up_are_those_told_and_not_what_reading_would_tell() -> None:
    """Batch mode, or the user, may have had reasons; a reprint elsewhere is no reprint here."""
    told = {a.id: name for a, name in zip(NEWS, "abcabca", strict=True)} | {"same": "z"}
    live = LiveStories(LinkConfig())
    live.restore([*NEWS, article("same", FIRE[0])], {}, (), told)
    assert groups({a: name for name, members in live.stories.items() for a in members}) == groups(told)


def test_a_forgotten_article_leaves_its_reprints_and_its_story() -> None:
    live = LiveStories(LinkConfig())
    story = live.add_all([article("first", FIRE[0]), article("same", FIRE[0]), article("other", FIRE[1])], {})[0].story
    live.forget("first")
    assert set(live.stories[story]) == {"same", "other"}
    live.forget("same")
    live.forget("never there")
    assert live.stories == {story: ("other",)}
    assert live.add(article("third", FIRE[2])).story == story


def test_the_central_article_comes_first() -> None:
    live = LiveStories(LinkConfig())
    odd = "Traders at the covered market of Tolvik ask the brigade for Ragna Oster's report on ovens and carts."
    (story, *_) = (a.story for a in live.add_all([*named("fire", FIRE), article("odd", odd)], {}))
    assert live.central(story)[-1] == "odd" or "odd" not in live.stories[story]
    assert live.central("no such story") == []


def test_an_article_of_several_events_joins_nothing_to_anything() -> None:
    """A roundup has a home, and the stories that it sums up stay two."""
    live = LiveStories(LinkConfig())
    live.add_all(NEWS[:5], {})
    before = {frozenset(m) for m in live.stories.values()}
    digest = article("digest", FIRE[0], ELECTION[0], headline="Monday briefing: fire in Tolvik, vote in Ostermark")
    live.add(digest)
    assert {frozenset(set(m) - {"digest"}) for m in live.stories.values()} - {frozenset()} == before

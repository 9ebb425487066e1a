"""Why articles are one story, in their own words: what holds each, what speaks against, what parts the nearest other
story. All news here is invented.
"""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotate
from firsthand.config import LinkConfig
from firsthand.link.stories import link_stories
from firsthand.link.stories.reasons import MOST, NEIGHBOURS, story_reasons
from firsthand.model import Article, Copy, Likeness, Passage, Reason, Story, StoryReasons
from tests.factories import article
from tests.link.test_stories_ground import CRASHES, QUAKES, TOLL

DAY = "2031-03-04T10:00:00Z"
FIRE = (
    "A fire in a warehouse in Tolvik killed four workers on Monday, the fire brigade said.\n\n"
    "“We heard two loud bangs before the roof came down on us,” said Greta Ols, a forklift driver, aged 34.\n\n"
    "The warehouse belongs to Nordvall Foods, which stores frozen meals there."
)
FIRE_AGAIN = (
    "Four workers died when a warehouse of Nordvall Foods in Tolvik burned down on Monday.\n\n"
    "“We heard two loud bangs before the roof came down on us,” said Greta Ols, 34, who drives a forklift there.\n\n"
    "Police have closed the road to Brandsund."
)


def reasons_for(articles: Sequence[Article], *copies: Copy, one: str | None = None) -> StoryReasons:
    """Return why the story of the article ``one``, the first by default, is one."""
    notes = {a.id: Annotate().annotate(a) for a in articles}
    stories = link_stories(articles, notes, copies, LinkConfig())
    story = next(s for s in stories if (one or articles[0].id) in s.articles)
    others = [s for s in stories if s is not story]
    return story_reasons(story, others, {a.id: a for a in articles}, notes, copies, LinkConfig())


def texts(several: Sequence[Reason]) -> str:
    return "; ".join(r.text for r in several)


def link_of(found: StoryReasons, name: str) -> Likeness:
    return next(link for link in found.links if link.article == name)


def test_what_both_articles_give_is_said_in_their_words() -> None:
    """Names as annotation has them, figures as they are written, what both quote; each with where it stands."""
    read = [article("a", FIRE, published=DAY), article("b", FIRE_AGAIN, published="2031-03-04T13:00:00Z")]
    link = link_of(reasons_for(read), "a")
    assert link.other == "b" and link.log_odds > 0
    rules = {r.rule: r for r in link.speaks_for}
    assert len(rules) <= MOST
    assert "Nordvall Foods" in rules["shared-names"].text and "Tolvik" in rules["shared-names"].text
    by_id = {a.id: a for a in read}
    cited = {by_id[p.article].text[p.start : p.end] for p in rules["shared-names"].passages}
    assert "Nordvall Foods" in cited


def test_a_copied_passage_is_told_by_its_characters() -> None:
    read = [article("a", FIRE, published=DAY), article("b", FIRE, published="2031-03-05T10:00:00Z")]
    copy = Copy("a", 0, len(FIRE), "b", 0, len(FIRE), len(FIRE), "prose", 60, 0, 1.0, 1.0)
    link = link_of(reasons_for(read, copy), "b")
    assert link.speaks_for[0] == Reason(
        "shared-text", f"They share {len(FIRE):,} characters of text", (Passage("b", 0, 0), Passage("a", 0, 0))
    )


def test_what_speaks_against_is_told_too() -> None:
    """A toll that rose: one event, and the counts differ."""
    read = [article(f"t{k}", text, published=f"2031-03-0{4 + k}T10:00:00Z") for k, text in enumerate(TOLL)]
    link = link_of(reasons_for(read), "t0")
    against = {r.rule: r.text for r in link.speaks_against}
    assert against["counts-differ"] == "They count otherwise: three people against nine people"


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (
            QUAKES,
            ("Chile, against Nepal", "three people against eight people", "6.2 earthquake against 5.7 earthquake"),
        ),
        (CRASHES, ("Tolvik, against Brandsund", "Six people against Eleven people")),
    ],
)
def test_what_parts_the_nearest_other_story_is_told(pair: Sequence[str], said: Sequence[str]) -> None:
    """The same kind of event elsewhere, in the same phrases, is nearest, and the veto names places and counts."""
    texts_ = [*pair, FIRE]
    read = [article(f"a{k}", text, published=DAY) for k, text in enumerate(texts_)]
    found = reasons_for(read)
    near = found.neighbours[0]
    assert near.nearest.other == "a1"
    assert [r.rule for r in near.apart] == ["other-ground"]
    assert all(part in near.apart[0].text for part in said)
    # What the veto says is not said again of the pair.
    assert not {"counts-differ", "no-name-shared"} & {r.rule for r in near.nearest.speaks_against}


def test_a_story_of_one_article_has_neighbours_and_no_links() -> None:
    found = reasons_for([article("a", FIRE, published=DAY), article("q", QUAKES[0], published=DAY)])
    assert found.links == ()
    assert [r.rule for r in found.neighbours[0].apart] in (["too-little"], ["other-ground"], ["other-names"])


def test_few_neighbours_and_what_was_not_looked_at() -> None:
    """The nearest others only; members without a text are counted, not passed over."""
    read = [article("a", FIRE, published=DAY)] + [
        article(f"q{k}", QUAKES[0].replace("Chile", name), published=DAY)
        for k, name in enumerate(("Chile", "Peru", "Nepal", "Japan", "Turkey"))
    ]
    notes = {a.id: Annotate().annotate(a) for a in read}
    story = Story("s", "Fire", ("a", "gone"), None, None)
    others = [Story(f"s{k}", "Quake", (f"q{k}",), None, None) for k in range(5)]
    found = story_reasons(story, others, {a.id: a for a in read}, notes, [], LinkConfig())
    assert len(found.neighbours) == NEIGHBOURS and found.left_out == 1


def test_headlines_alone_are_reasoned_too() -> None:
    """Of two short texts the words and the time are told."""
    read = [
        article("a", "Warehouse fire in Tolvik kills four workers", kinds=("headline",), published=DAY),
        article("b", "Four workers killed in Tolvik warehouse fire", kinds=("headline",), published=DAY),
    ]
    link = link_of(reasons_for(read), "a")
    assert "shared-words" in {r.rule for r in link.speaks_for} and link.speaks_against == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=2, max_size=5), st.booleans())
def test_any_texts_are_held_against_each_other(several: list[str], timed: bool) -> None:
    """Whatever stands in them: passages lie in the texts, and no reason is empty."""
    read = [article(f"a{k}", text, published=DAY if timed else None) for k, text in enumerate(several)]
    notes = {a.id: Annotate().annotate(a) for a in read}
    story = Story("s", "", ("a0", "a1"), None, None)
    others = [Story("o", "", tuple(a.id for a in read[2:]), None, None)]
    by_id = {a.id: a for a in read}
    found = story_reasons(story, others, by_id, notes, [], LinkConfig())
    told = [*found.links, *(n.nearest for n in found.neighbours)]
    reasons = [r for link in told for r in (*link.speaks_for, *link.speaks_against)]
    assert len(found.links) == 2
    assert all(r.text and r.rule for r in reasons)
    assert all(0 <= p.start <= p.end <= len(by_id[p.article].text) for r in reasons for p in r.passages)

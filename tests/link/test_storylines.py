"""Storylines: stories of one running matter. All news here is invented."""

import re
from collections.abc import Sequence

from firsthand.link.storylines import link_storylines
from firsthand.model import Annotation, Article, Mention, Story, Storyline
from tests.factories import article

GROUNDED = (
    "The ferry Alma Brenner ran aground off Tolvik on Monday with 212 passengers aboard, the coastguard said. Fishing "
    "crews took them ashore in thick fog, nobody was hurt, and divers found a tear of nine metres in the hull. It had "
    "left Grauhafen at dawn under Ragna Oster, its captain for six years, and struck Kessel Rock at full speed."
)
CHARGED = (
    "A captain left the bridge to telephone her bank, prosecutors told a judge on Friday as they charged Ragna Oster "
    "with endangering a vessel. The charge carries up to four years in prison. Her lawyer called it absurd and asked "
    "for the voice recorder of the Alma Brenner to be played in court when the trial opens in Tolvik in October."
)
ELECTION = (
    "Voters in Ostermark chose Ilse Marwitz as their first woman governor on Sunday, giving the Harbour Union 54 "
    "percent of the vote. Her rival Jonas Thelander conceded at midnight in a hotel in Grauhafen."
)
FRENCH_STRIKE = (
    "Railway workers across France began a strike over pensions on Friday, and four of five fast trains were "
    "cancelled. The government of France asked the unions to return to talks before the holidays."
)
FRENCH_WINE = (
    "Winegrowers in France expect the smallest harvest in forty years after hail and drought. Exports from France fell "
    "by a tenth in the spring, and cellars are asking for credit."
)


def note(told: Article) -> Annotation:
    """Return an annotation with each run of two names as a person."""
    mentions = tuple(
        Mention(m.start(), m.end(), "person", m.group(), m.group().lower())
        for m in re.finditer(r"Ragna Oster|Ilse Marwitz|Jonas Thelander", told.text)
    )
    return Annotation(told.id, mentions, (), (), ())


def lines(articles: Sequence[Article]) -> list[Storyline]:
    """Return the storylines of stories of one article each."""
    stories = [Story(f"story-{a.id}", a.id, (a.id,), a.published, a.published) for a in articles]
    return link_storylines(stories, {a.id: a for a in articles}, {a.id: note(a) for a in articles})


def test_stories_of_one_matter_follow_each_other() -> None:
    """A grounding and the charge against the captain are two stories of one line, oldest first."""
    articles = [
        article("charge", CHARGED, published="2031-05-20"),
        article("ground", GROUNDED, published="2031-03-03"),
        article("vote", ELECTION, published="2031-03-02"),
    ]
    (line,) = lines(articles)
    assert line.stories == ("story-ground", "story-charge")


def test_a_link_says_what_both_stories_name() -> None:
    """The reason names the shared names, and cites where each stands in both."""
    articles = [article("ground", GROUNDED), article("charge", CHARGED)]
    (line,) = lines(articles)
    (reason,) = line.reasons
    assert reason.rule == "shared-names"
    assert reason.text.startswith("Both stories name ") and "Ragna Oster" in reason.text
    texts = {a.id: a.text for a in articles}
    assert {p.article for p in reason.passages} == set(texts)
    for passage in reason.passages:
        words = texts[passage.article][passage.start : passage.end]
        assert words and words[0].isupper()
        assert any(part in reason.text for part in words.split())


def test_a_country_in_common_is_no_storyline() -> None:
    """Two matters of one country stay apart."""
    found = lines([article("strike", FRENCH_STRIKE), article("wine", FRENCH_WINE)])
    assert found == []


def test_undated_stories_link_too_and_order_does_not_matter() -> None:
    """Without any date the line is there, the same for any order of input."""
    articles = [article("charge", CHARGED), article("ground", GROUNDED), article("vote", ELECTION)]
    expected = lines(articles)
    assert len(expected) == 1
    assert lines(articles[::-1]) == expected


def test_each_story_is_in_one_line_at_most_and_lines_have_two() -> None:
    """Lines are disjoint and never of one story."""
    articles = [
        article(f"{k}", text) for k, text in enumerate((GROUNDED, CHARGED, ELECTION, FRENCH_STRIKE, FRENCH_WINE))
    ]
    found = lines(articles)
    used = [s for line in found for s in line.stories]
    assert len(used) == len(set(used))
    assert all(len(line.stories) >= 2 and len(line.reasons) == len(line.stories) - 1 for line in found)


def test_no_stories_no_lines() -> None:
    """An empty corpus has no storylines."""
    assert lines([]) == []

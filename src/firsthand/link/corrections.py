"""What the user says of stories and statements, put over what was linked. See ``model.correction`` for the rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.link.statements.said import Said
from firsthand.link.stories import make_story, story_order
from firsthand.model import Article, Correction, Story
from firsthand.model.correction import regrouped, standing


@dataclass(frozen=True, slots=True)
class CorrectedStories:
    """All stories as the user has them, and of those that linking had otherwise what it had (``inferred``)."""

    stories: list[Story]
    inferred: list[Story]


def correct_stories(
    linked: Sequence[Story], articles: Mapping[str, Article], corrections: Iterable[Correction]
) -> CorrectedStories:
    """Return the linked stories with the merges and splits of the user.

    A joined story has the headline of the largest story in it; of a story that was parted the first headline goes with
    the article that it is from, other parts have that of their first article.
    """
    told = standing(corrections, "story")
    if not told:
        return CorrectedStories(list(linked), [])
    before = {story.articles: story for story in linked}
    groups = [tuple(group) for group in regrouped(before, told)]
    made = [group for group in groups if group not in before]
    moved = {article for group in made for article in group}
    kept = [story for story in linked if not moved.intersection(story.articles)]
    new = [_story([articles[a] for a in group], linked) for group in made]
    return CorrectedStories(
        sorted([*kept, *new], key=story_order), [story for story in linked if moved.intersection(story.articles)]
    )


def as_linked(stories: Sequence[Story], inferred: Sequence[Story]) -> list[Story]:
    """Return the stories as linking had them, from what ``correct_stories`` returned."""
    moved = {article for story in inferred for article in story.articles}
    kept = (story for story in stories if not moved.intersection(story.articles))
    return sorted([*kept, *inferred], key=story_order)


def correct_statements(linked: Sequence[Sequence[Said]], corrections: Iterable[Correction]) -> Sequence[Sequence[Said]]:
    """Return the linked groups of quotations with the merges and splits of the user, in order."""
    told = standing(corrections, "statement")
    if not told:
        return linked
    said = {s.quotation.id: s for group in linked for s in group}
    groups = regrouped(([s.quotation.id for s in group] for group in linked), told)
    corrected = (sorted((said[q] for q in group), key=lambda s: s.order) for group in groups)
    return sorted(corrected, key=lambda group: group[0].order)


def _story(articles: Sequence[Article], linked: Iterable[Story]) -> Story:
    """Return a story of the user's, under a headline of the linked story that most of its articles are from."""
    ids = {a.id for a in articles}
    largest = max(linked, key=lambda story: len(ids.intersection(story.articles)))
    ordered = sorted(articles, key=lambda a: a.order)
    own = [a.headline for a in ordered if a.headline]
    whole = ids.issuperset(largest.articles)
    return make_story(articles, largest.headline if whole or largest.headline in own or not own else own[0])

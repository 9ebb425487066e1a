"""A story in a line: the day of its event, and sentences of its articles with the article that each is from."""

from dataclasses import dataclass

from firsthand.model import Article, Passage, Story
from firsthand.present.labels import when
from firsthand.present.views.index import Index
from firsthand.text import squeeze


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, and where it stands."""

    text: str
    article: Article
    passage: Passage


@dataclass(frozen=True, slots=True)
class Summary:
    """``date`` is for reading, None where the articles name no date of the event: no other stands in for it."""

    date: str | None
    sentences: tuple[Sentence, ...]


def summary_of(index: Index, story: Story) -> Summary:
    """Return the summary of ``story``; sentences of articles that are not stored are left out."""
    found = ((p, a) for p in story.summary if (a := index.articles.get(p.article)))
    return Summary(
        when(story.happened, story.happened_precision) if story.happened else None,
        tuple(Sentence(squeeze(a.text[p.start : p.end]), a, p) for p, a in found),
    )

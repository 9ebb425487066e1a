"""Stories with the date of their event and a summary."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.link.summaries.clocks import usable
from firsthand.link.summaries.dates import event_date
from firsthand.link.summaries.sentences import summary
from firsthand.model import Annotation, Article, Story


def describe(
    stories: Sequence[Story], articles: Mapping[str, Article], annotations: Mapping[str, Annotation]
) -> list[Story]:
    """Return the stories with ``summary``, ``happened``, its precision and ``dates`` filled anew from their articles.

    Articles that a story names and ``articles`` lacks are left out. Linear in the text of the leads.
    """
    timed = usable(stories, articles)
    out = []
    for story in stories:
        members = [articles[a] for a in story.articles if a in articles]
        dated = event_date(members, annotations, timed)
        out.append(
            replace(
                story,
                summary=summary(story.headline, members),
                happened=dated.value if dated else None,
                happened_precision=dated.precision if dated else None,
                dates=dated.passages if dated else (),
            )
        )
    return out

"""Event dates and summaries on invented cases read by hand: ``python -m benchmarks.stories.dates [--all]``.

``dates.jsonl`` has a case a line: articles, each with its time of publication and text, the date of the event with its
precision (null where the words tell none, or only one to come), and how the first sentence of the summary begins (null
where several will do). Prints how many are right, and each that is wrong; with ``--all`` every case.
"""

import json
import sys
from pathlib import Path
from typing import Any

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.link.stories import make_story
from firsthand.link.summaries import describe
from firsthand.model import Article, Document, Story

CASES = Path(__file__).with_name("dates.jsonl")


def cases() -> list[dict[str, Any]]:
    """Return the cases."""
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def described(case: dict[str, Any]) -> tuple[Story, dict[str, Article]]:
    """Return the story of a case's articles as firsthand describes it, and the articles by id."""
    articles: dict[str, Article] = {}
    for n, (published, text) in enumerate(case["articles"]):
        made = Clean().clean(Document(input=str(n), kind="text", content=text, external_id=str(n), published=published))
        if not isinstance(made, Article):
            raise ValueError(f"{case['case']}: {made}")
        articles[made.id] = made
    annotations = {key: Annotate().annotate(a) for key, a in articles.items()}
    first = next(iter(articles.values()))
    (story,) = describe([make_story(list(articles.values()), first.headline or "")], articles, annotations)
    return story, articles


def dated_right(case: dict[str, Any], story: Story) -> bool:
    """Tell whether day and precision are the case's."""
    return (story.happened, story.happened_precision) == (case["happened"], case["precision"])


def first_sentence(story: Story, articles: dict[str, Article]) -> str:
    """Return the first sentence of the summary, empty without one."""
    return next((articles[p.article].text[p.start : p.end] for p in story.summary), "")


def main() -> None:
    """Print accuracy, and what is wrong."""
    dates = summaries = told = 0
    found = cases()
    for case in found:
        story, articles = described(case)
        sentence = first_sentence(story, articles)
        right = dated_right(case, story)
        well = case["summary"] is None or sentence.startswith(case["summary"])
        dates, summaries, told = dates + right, summaries + well * bool(case["summary"]), told + bool(case["summary"])
        if not (right and well) or "--all" in sys.argv:
            print(
                f"{case['case']}: {story.happened} ({story.happened_precision}), gold {case['happened']}; {sentence!r}"
            )
    print(f"dates {dates} of {len(found)} ({dates / len(found):.3f}), summaries {summaries} of {told}")


if __name__ == "__main__":
    main()

"""Why a story of a corpus is one, asked of the corpus as it is stored."""

from functools import cache
from pathlib import Path

from firsthand.config import LinkConfig
from firsthand.errors import NotFound
from firsthand.model import Annotation, Article, Story, StoryReasons
from firsthand.pipeline.reasons import sharing_names, why_one
from firsthand.present.catalog.near import latest, near
from firsthand.store import Snapshot

# Articles on the matter of one that neighbouring stories are looked for among. Ours.
NEAR = 40


def reasons_of(corpus: Path, identity: str, config: LinkConfig) -> StoryReasons:
    """Return why the story with the id is one; the catalog, where there is one, says which articles are near.

    Raises NotFound where no story has the id, CorpusFormat where there is no corpus.
    """
    snapshot = Snapshot(corpus)
    story: Story | None = next(iter(snapshot.having("stories", "id", [identity])), None)
    if story is None:
        raise NotFound(f"no story has the id {identity!r}; firsthand show lists the stories")
    catalog = latest(corpus)

    @cache
    def annotations() -> list[Annotation]:
        return snapshot.records("annotations")

    def on_the_matter(article: Article, annotation: Annotation) -> list[str]:
        return near(catalog, article, annotation, NEAR) if catalog else sharing_names(annotations(), annotation)

    return why_one(story, snapshot, config, on_the_matter)

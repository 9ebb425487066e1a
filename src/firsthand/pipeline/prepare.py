"""The document stages as one, for the workers: it loads what they need and nothing of linking."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.config import Config
from firsthand.data import tables
from firsthand.model import Annotation, Article, Document, Rejected
from firsthand.pipeline import plugged


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the document stages make of one document."""

    article: Article
    annotation: Annotation
    problems: tuple[Rejected, ...] = ()  # what plug-ins could not do with it


class Prepare:
    """Clean and annotate as one document stage, so that each document walks through one process once."""

    def __init__(self, config: Config) -> None:
        """Prepare the two stages with their settings, and tell of plug-ins that cannot be used."""
        self._clean = Clean(config.clean)
        self._annotate = Annotate(config.annotate)
        plugged.check()
        tables.check()

    def process(self, batch: Sequence[Document]) -> list[Prepared | Rejected]:
        """Return a prepared document or a rejection for each document, in order."""
        return [self._one(document) for document in batch]

    def _one(self, document: Document) -> Prepared | Rejected:
        article = self._clean.process([document])[0]
        if isinstance(article, Rejected):
            return article
        article, problems = plugged.staged(article)
        if isinstance(article, Rejected):
            return article
        annotation = self._annotate.process([article])[0]
        return annotation if isinstance(annotation, Rejected) else Prepared(article, annotation, problems)

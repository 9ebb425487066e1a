"""The annotation stage: one article in, all that its text says of people, dates, credits and speech out."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.annotate import chains, dates, names, occasions
from firsthand.annotate import credits as sources
from firsthand.annotate.layout import Paragraph, furniture, paragraphs
from firsthand.annotate.quotations.detect import drafts
from firsthand.annotate.quotations.draft import Draft, Follows
from firsthand.annotate.speakers import Resolver
from firsthand.config import AnnotateConfig
from firsthand.model import Annotation, Article, Quotation, Rejected, Span
from firsthand.text import short_hash

if TYPE_CHECKING:
    from firsthand.annotate.tagger.model import Model


_TAGGED = ("en", None)  # the languages that the tagger knows, and what is too short to tell


class Annotate:
    """Annotates articles one at a time. Holds settings only: one instance serves any number of articles."""

    def __init__(self, config: AnnotateConfig | None = None) -> None:
        """Take the settings. Raises ConfigError where they name a tagger that cannot be read."""
        self.config = config or AnnotateConfig()
        if self.config.quote_model:
            _tagger(self.config.quote_model)

    def process(self, batch: Sequence[Article]) -> list[Annotation | Rejected]:
        """Return the annotation of each article of the batch, in its order."""
        return [self.annotate(article) for article in batch]

    def annotate(self, article: Article) -> Annotation:
        """Return the annotation of one article.

        The first ``config.max_quotations`` quotations are kept, those beyond them counted in ``left_out``.
        """
        text, read = article.text, paragraphs(article)
        named = names.find(text, read)
        detected = self._drafts(article, read)
        found = list(islice(detected, self.config.max_quotations))
        return Annotation(
            article=article.id,
            mentions=names.mentions(named),
            dates=dates.find(article, read),
            credits=sources.find(text, read, furniture(article), article.language),
            quotations=tuple(_quotations(article, found, Resolver(text, named))),
            left_out=sum(1 for _ in detected),
        )

    def _drafts(self, article: Article, read: Sequence[Paragraph]) -> Iterator[Draft]:
        if not self.config.quote_model or article.language not in _TAGGED:
            return drafts(article.text, read)
        from firsthand.annotate.tagger import detect  # numpy takes longer to load than the rules to read a page

        by_rules, tagger = list(drafts(article.text, read)), _tagger(self.config.quote_model)
        return iter(detect.combined(article.text, read, by_rules, tagger, everything=self.config.attributions))


def _tagger(name: str) -> "Model":
    """Return the model that the settings name; once read it is kept."""
    from firsthand.annotate.tagger import model

    return model.shipped() if name == model.SHIPPED else model.load(Path(name))


def _quotations(article: Article, found: Sequence[Draft], resolver: Resolver) -> list[Quotation]:
    out: list[Quotation] = []
    for _, group in groupby(found, key=lambda draft: draft.sentence):
        drafted = list(group)
        quoted = sorted(fragment for draft in drafted for fragment in draft.fragments)
        for draft in drafted:
            speaker = resolver.resolve(draft)
            out.append(_quotation(article, draft, speaker, quoted, out[-1] if out else None))
    return sorted(out, key=lambda q: (q.start, q.end))


def _quotation(
    article: Article, draft: Draft, speaker: str | None, quoted: Sequence[Span], before: Quotation | None
) -> Quotation:
    same = before if draft.follows is Follows.SAME else None
    text, beside, cue = article.text, draft.speaker, draft.cue
    return Quotation(
        id=short_hash(article.id, str(draft.start), str(draft.end), draft.type),
        article=article.id,
        type=draft.type,
        start=draft.start,
        end=draft.end,
        fragments=draft.fragments,
        speaker=speaker,
        speaker_start=same.speaker_start if same else beside.start if beside else None,
        speaker_end=same.speaker_end if same else beside.end if beside else None,
        cue=same.cue if same else text[cue.start : cue.end] if cue else None,
        cue_start=same.cue_start if same else cue.start if cue else None,
        cue_end=same.cue_end if same else cue.end if cue else None,
        occasion=same.occasion if same else occasions.occasion(text, draft, quoted),
        via=same.via if same else chains.via(text, draft, speaker, quoted),
    )

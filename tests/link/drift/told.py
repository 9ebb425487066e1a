"""Articles that quote: each quotation in fragments, with a reporting clause between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.link.statements.drift import Drift
from firsthand.link.statements.said import Said
from firsthand.link.statements.wording import wording
from firsthand.model import Annotation, Article, Difference, Mention, Quotation, QuotationType, Span
from firsthand.text import squeeze

CLAUSE = "” she said. “"


@dataclass
class Press:
    """What outlets print of one statement; the first quotation said stands for it."""

    texts: dict[str, str] = field(default_factory=dict)
    quotations: list[Quotation] = field(default_factory=list)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)

    def say(self, article: str, *fragments: str, kind: QuotationType = "direct") -> str:
        """Add a quotation at the end of an article, and return its id."""
        text = self.texts.get(article, "The town. ") + "“"
        spans = []
        for n, words in enumerate(fragments):
            text += CLAUSE if n else ""
            spans.append(Span(len(text), len(text) + len(words)))
            text += words
        self.texts[article] = text + "” And so on. "
        identity = f"{article}-{len(self.quotations)}"
        self.quotations.append(
            Quotation(
                *(identity, article, kind, spans[0].start, spans[-1].end, tuple(spans), "Ada Holm", None, None),
                *("said", None, None, None, ()),
            )
        )
        return identity

    def name(self, article: str, name: str) -> None:
        """Say that every ``name`` in an article is one."""
        text, start = self.texts[article], -1
        while (start := text.find(name, start + 1)) >= 0:
            mention = Mention(start, start + len(name), "person", name, name.lower())
            self.mentions.setdefault(article, []).append(mention)

    def differences(self) -> list[Difference]:
        """Return how the other quotations differ from the first."""
        articles = {name: _article(name, text) for name, text in self.texts.items()}
        annotations = {
            name: Annotation(name, tuple(self.mentions.get(name, ())), (), (), self._of(name)) for name in self.texts
        }
        said = [self._said(q) for q in self.quotations]
        return Drift("s", said[0], articles, annotations).differences(said)

    def told(self) -> list[list[tuple[str, str, str]]]:
        """Return the differences' changes as kind and words."""
        article = {q.id: q.article for q in self.quotations}
        return [
            [
                (
                    c.kind,
                    self.texts[article[d.quotation]][c.start : c.end],
                    self.texts[article[d.other]][c.other_start : c.other_end],
                )
                for c in d.parts
            ]
            for d in self.differences()
        ]

    def _of(self, article: str) -> tuple[Quotation, ...]:
        return tuple(q for q in self.quotations if q.article == article)

    def _said(self, quotation: Quotation) -> Said:
        text = squeeze(quotation.words(self.texts[quotation.article]))
        order = ("", quotation.article, quotation.start, quotation.id)
        return Said(quotation, text, wording(text), "ada holm", "story", order, None)


def _article(name: str, text: str) -> Article:
    return Article(
        *(name, name, f"{name}.txt", None, None, None, text, None, None, (), None, None, None, None, "en", ""),
        *("article", (), ()),
    )


def fragments(press: Press) -> Mapping[str, tuple[Span, ...]]:
    """Return the fragments of each quotation."""
    return {q.id: q.fragments for q in press.quotations}

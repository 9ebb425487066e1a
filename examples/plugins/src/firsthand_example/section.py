"""An article stage: the section of an article from its address, where nothing else names one."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from firsthand.model import Article, Rejected


class Section:
    """Takes the first part of the path for the section: ``https://courier.example/sport/ferry`` → ``sport``."""

    def process(self, batch: Sequence[Article]) -> list[Article | Rejected]:
        """Return the articles with their sections; nothing else of them is changed."""
        return [self.one(article) for article in batch]

    def one(self, article: Article) -> Article:
        """Return one article with its section."""
        parts = urlsplit(article.url or "").path.split("/")
        return article if article.section or len(parts) < 3 or not parts[1] else replace(article, section=parts[1])

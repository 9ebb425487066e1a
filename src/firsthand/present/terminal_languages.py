"""What languages of a corpus lack, as lines for the terminal."""

from collections import Counter
from collections.abc import Iterable

from rich.text import Text

from firsthand.model import Article
from firsthand.present.console import Lines, line
from firsthand.present.views.languages import unread


def languages(articles: Iterable[Article]) -> Lines:
    """Yield a line for each language of the articles in which something is not read, none where nothing lacks."""
    said = unread(Counter(a.language or "" for a in articles))
    if said:
        yield Text("")
    yield from (line(text, "yellow") for text in said)

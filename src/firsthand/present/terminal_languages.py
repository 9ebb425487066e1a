"""What languages of a corpus lack: no article is left out without a word."""

from collections import Counter
from collections.abc import Iterable

from rich.text import Text

from firsthand.data.languages import lacking, name_of, read
from firsthand.model import Article
from firsthand.present.console import Lines, line, more
from firsthand.present.labels import counted, listed, shorten

_LANGUAGES = 6  # that are named, the most frequent first


def languages(articles: Iterable[Article]) -> Lines:
    """Yield a line for each language of the articles in which something is not read, none where nothing lacks."""
    found = Counter(name_of(a.language) for a in articles if a.language and lacking(a.language))
    codes = {name_of(a.language): a.language for a in articles if a.language}
    if found:
        yield Text("")
    ranked = sorted(found, key=lambda name: (-found[name], name))
    for name in ranked[:_LANGUAGES]:
        yield line(f"{counted(found[name], 'article')} in {shorten(name, 40)}: {_reads(codes[name])}", "yellow")
    yield from more(len(ranked) - _LANGUAGES, "language", "of which not all is read")


def _reads(language: str) -> str:
    """Return what is read in a language, and what is not."""
    known, not_read = read(language), lacking(language)
    has = f"{listed(known)} only" if known else "words only"
    return f"{has}; not read: {', '.join(not_read)}"

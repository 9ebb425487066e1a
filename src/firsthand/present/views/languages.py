"""What languages of some articles lack: no article is left out without a word."""

from collections import Counter
from collections.abc import Mapping

from firsthand.data.languages import lacking, name_of, read
from firsthand.present.labels import counted, listed, plural, shorten

# Ours: languages that are named, the most frequent first.
_LANGUAGES = 6


def unread(articles: Mapping[str, int]) -> tuple[str, ...]:
    """Return a line for each language in which something is not read, none where nothing lacks; ``articles`` are the
    numbers of articles by the code of their language, empty where it is not known.
    """
    given = {code: n for code, n in articles.items() if code and lacking(code)}
    found = Counter[str]()
    for code, n in given.items():
        found[name_of(code)] += n
    codes = {name_of(code): code for code in given}
    ranked = sorted(found, key=lambda name: (-found[name], name))
    said = [f"{counted(found[n], 'article')} in {shorten(n, 40)}: {_reads(codes[n])}" for n in ranked[:_LANGUAGES]]
    more = len(ranked) - _LANGUAGES
    rest = f"and {more} more {plural(more, 'language')}, of which not all is read"
    return (*said, rest) if more > 0 else tuple(said)


def _reads(language: str) -> str:
    """Return what is read in a language, and what is not."""
    known, not_read = read(language), lacking(language)
    has = f"{listed(known)} only" if known else "words only"
    return f"{has}; not read: {', '.join(not_read)}"

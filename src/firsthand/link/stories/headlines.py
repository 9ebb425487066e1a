"""The headline that a story goes by: that of its most central article, if it is a headline of the event.

An article near the centre may still be an odd page: a roundup, a gallery, a live log, or a page whose headline was cut.
So a headline must be at home in the story: the other articles' headlines say much the same.
"""

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.link.stories.profiles import spans
from firsthand.link.stories.words import IGNORED, stem
from firsthand.model import Article, PageKind
from firsthand.text import plain, squeeze, words

OPENING_CHARACTERS = 120  # of an article's first words, where no article of a story has a headline
# Of the agreement that the best headline finds, what the most central article's must find to be taken. Ours.
AT_HOME = 0.5
# Different headlines that are held against each other: work goes by the square, and the commonest speak for a story.
MAX_HEADLINES = 200
MAX_CHARACTERS = 300  # of a headline that are read
# Pages that report an event under a headline of their own.
_REPORTS: frozenset[PageKind] = frozenset({"article"})
# Headlines of pages on many events, of pictures, and of sections: at the head, or all there is.
_MANY = re.compile(
    r"(?:the )?(?:morning|evening|midday|daily|weekly|weekend|nightly|world|local|news|sports|business|today's|"
    r"this week's) (?:news )?(?:briefing|briefs?|digest|roundup|round-up|recap|wrap|headlines|update|rundown|news)\b"
    r"|(?:news )?(?:roundup|round-up|briefs?|briefing|digest|recap|in brief|top (?:stories|headlines))\b"
    r"(?: ?[:|-]|$| of the (?:day|week)\b| for \w+day\b)"
    r"|.{0,80}\b(?:in brief|news round-?up|week in review|top stories)$"
    r"|(?:\d+ )?(?:photos?|pictures?|gallery|slideshow|in pictures|in photos|watch|videos?|audio|listen|live|"
    r"live updates?|live blog|photos of the (?:day|week))(?: ?[:|-]|$)"
    r"|.{0,150}[|:–—-] ?(?:in pictures|in photos|photos|gallery|slideshow|live updates?|as it happened)$"
    r"|(?:things|stories) (?:to know|you need to know)\b|\d+ things\b"
    r"|(?:home|news|local news|latest news|breaking news|world|politics|opinion|sports?|untitled|page not found)$"
)
_LETTER = re.compile(r"[^\W\d_]")


def central_headline(articles: Sequence[Article]) -> str:
    """Return the headline of a story whose ``articles`` come most central first; else its first words.

    It is the first that is a report's and at home among all headlines, each article's counted once. Where none is a
    report's it is the first there is. Empty where the articles have neither headline nor words.
    """
    counted = Counter(key for a in articles if (key := _key(a)))
    own = [a for a in articles if is_report(a)]
    support = _support(Counter(dict(counted.most_common(MAX_HEADLINES))), {_key(a) for a in own})
    least = AT_HOME * max(support.values(), default=0.0)
    for article in own:
        if article.headline and support.get(_key(article), 0.0) >= least:
            return article.headline
    return next((a.headline for a in articles if a.headline), "") or _opening(articles)


def is_report(article: Article) -> bool:
    """Tell whether an article's headline is one of an event: not a roundup's, a gallery's, a log's or a section's."""
    headline = squeeze(article.headline or "")
    if article.page not in _REPORTS or len(_LETTER.findall(headline)) < 4:
        return False
    # "Ferry aground; mayor resigns; rain ahead" heads three reports.
    return headline.count(";") < 2 and not _MANY.match(plain(headline[:MAX_CHARACTERS]))


def _support(counted: Counter[str], candidates: set[str]) -> dict[str, float]:
    """Return for each candidate the likeness to every headline of the story, summed over the articles."""
    stems = {key: frozenset(key.split()) for key in counted}
    return {
        key: sum(count * _likeness(stems[key], stems[other]) for other, count in counted.items())
        for key in counted
        if key in candidates
    }


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _key(article: Article) -> str:
    """Return the telling stems of a headline, sorted; all of its words where none is telling."""
    said = [stem(w) for w in words((article.headline or "")[:MAX_CHARACTERS])]
    return " ".join(sorted(set(said) - IGNORED or set(said)))


def _opening(articles: Sequence[Article]) -> str:
    for article in articles:
        start, end = next(((start, end) for start, end, _ in spans(article)), (0, 0))
        if opening := squeeze(article.text[start : min(end, start + OPENING_CHARACTERS)]):
            return opening
    return ""

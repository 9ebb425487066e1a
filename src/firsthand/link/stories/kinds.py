"""Which articles tell of several events: roundups, live blogs, opinion, newsletters, lists of links.

The kind of page that cleaning found says it (``Article.page``), or the headline does ("Monday briefing", "News in
brief"), or what the page says of itself ("want this briefing by email?", "the views expressed are the author's"), or
lines that hold nothing but the time of an entry, or the parts of the text: many, each with names of its own, of which
few hang together.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from firsthand.link.stories.profiles import spans
from firsthand.link.stories.words import IGNORED, stem
from firsthand.model import Article, PageKind, Span
from firsthand.stage import Spread, here, portions
from firsthand.text import fold, plain, squeeze

Gathering = Literal["live blog", "opinion", "list of links", "roundup"]

PAGES: dict[PageKind, Gathering] = {"liveblog": "live blog", "opinion": "opinion", "index": "list of links"}

READ_AT_ONCE = 256  # articles of a piece of work
CHARACTERS = 60_000  # of an article, from the top, in which parts are looked for
MAX_PARTS = 60
LEAST_PART_WORDS = 12  # a shorter part tells no event
# Headings, bullets, numbers or rules that open parts: from so many on they are the article's own division.
LEAST_OPENINGS = 3
# A roundup is told by its parts alone where it has so many of so many words, most of them with two names or more, and
# at most this share of them hangs together by a name or so many telling words. Of 6,271 articles of single events 25
# are taken for one, and stay at home in their story (python -m benchmarks.stories.several).
LEAST_PARTS, LEAST_OWN_WORDS, LEAST_LONG, LEAST_NAMED = 5, 25, 0.6, 0.75
SHARED, MOST_TOGETHER = 3, 0.4

_HEADLINE_CHARACTERS = 300
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN = rf"(?:morning|midday|evening|night(?:ly)?|daily|weekly|weekend|{_DAY}(?:'s)?|today's|this week's|your)"
_HEADLINE = re.compile(
    rf"^(?:the |your )?(?:{_WHEN} ){{1,3}}(?:\w+ )?(?:briefing|briefs?|digest|round-?up|recap|wrap(?:-up)?|rundown|"
    r"newsletter|headlines)\b"
    r"|^(?:\w+ ){0,2}(?:news )?(?:round-?up|briefs|digest|newsletter|in brief|top (?:stories|headlines)|headlines)"
    rf"(?: ?[:|–—-]| (?:of|for) (?:the )?(?:day|week|month|\w+day)\b|$)"
    rf"|[:|–—-] ?(?:your |the )?(?:{_WHEN} )?(?:briefing|news briefs?|digest|newsletter|round-?up)$"
    r"|\b(?:in brief|news round-?up|(?:week|month|day) in review|top stories|news briefs)$"
    r"|^(?:in brief|news in brief|briefs|week in review|the week in|what (?:else )?(?:we're|we are) reading)\b"
)
# What a page says of itself, in its first and last words, furniture and all.
_BRIEFING = re.compile(
    r"(?:\bget|sign up (?:for|to)|subscribe to|receive|reading) (?:this|our|the) (?:[\w'-]+ ){0,2}"
    r"(?:briefing|newsletter|digest)\b[^.!?\n]{0,40}(?:e-?mail|inbox|here'?s the sign-?up|here\.)"
    r"|\bwelcome to (?:your|the|our) (?:[\w'-]+ ){0,2}(?:briefing|newsletter|digest|round-?up)\b"
    r"|\bhere(?:'s| is) (?:what(?: else)? (?:you need to know|is happening|happened)|the latest (?:today|this "
    r"(?:morning|evening|week)))\b(?! about| before| in )",
)
_VIEWS = re.compile(
    r"\b(?:views?|opinions?) (?:and opinions? )?(?:expressed|in this (?:article|column|commentary|piece))[^.!?\n]{0,60}"
    r"\b(?:author|writer|columnist|own|not necessarily)"
    r"|^(?:opinion|perspective) (?:interpretation of the news|piece)?\b(?=[^\n]{0,60}(?:$|interpretation))"
    r"|\bis (?:a|an) (?:[\w-]+ )?(?:opinion (?:writer|columnist|contributor|editor)|(?:syndicated )?columnist)\b",
    re.MULTILINE,
)
_LIVE = re.compile(r"\blive (?:blog|coverage|updates)\b|\bwhat we're covering here\b|\bfollow(?:ing)? .{0,40} live\b")
_ENTRY = re.compile(
    r"^\W{0,3}(?:(?:posted|updated) (?:at )?)?"
    r"(?:\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?|\d{1,2} ?[ap]\.?m\.?|"
    r"(?:\d{1,2} h(?:ou)?rs? )?\d{1,2} (?:min(?:ute)?s?|h(?:ou)?rs?) ago)"
    r"(?:,? (?:on )?(?:\w+ \d{1,2}|\d{1,2} \w+)(?:,? \d{4})?)?\W{0,3}$",
    re.MULTILINE,
)
FRAME = 1_500  # characters of the top and of the end of a page in which it speaks of itself
LEAST_ENTRIES, LEAST_ENTRIES_LIVE = 5, 2  # lines with a time alone; where the page's top also speaks of live coverage
_RULE = re.compile(r"(?:[_*=~–—·•#-] ?){3,}$")
_BULLET = re.compile(r"[•■▪●◆►▶*–—-] ?(?=[^\W\d_])|\(?\d{1,2}[.)] (?=[^\W\d_])|\d{1,2}[:.]\d\d\b")
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ][^\W_]+)*")
_SENTENCE_OPENS = re.compile(r"(?:[.!?:]|^|\n)[\s\"'“”‘’«»()\[\]\-–—•*■▪●\d]*$")


def gathering(article: Article) -> Gathering | None:
    """Return as what an article may tell of several events, None for the report of one. Linear in its text."""
    if article.page in PAGES:
        return PAGES[article.page]
    if article.page != "article":
        return None
    top, end = (fold(text).lower() for text in (article.text[:FRAME], article.text[-FRAME:]))
    headline = plain(squeeze((article.headline or "")[:_HEADLINE_CHARACTERS]))
    entries = len(_ENTRY.findall(fold(article.text[:CHARACTERS]).lower()))
    live = _LIVE.search(headline) or (entries >= LEAST_ENTRIES_LIVE and _LIVE.search(top))
    if live or entries >= LEAST_ENTRIES:
        return "live blog"
    if _HEADLINE.search(headline) or _BRIEFING.search(top):
        return "roundup"
    if _VIEWS.search(top) or _VIEWS.search(end):
        return "opinion"
    return "roundup" if _unlike(article, parts(article)) else None


def gatherings(articles: Iterable[Article], spread: Spread = here) -> dict[str, Gathering]:
    """Return as what articles may tell of several events, by article; those that do not are left out."""
    return {name: kind for read in spread(_read, portions(articles, READ_AT_ONCE)) for name, kind in read}


def _read(portion: Sequence[Article]) -> list[tuple[str, Gathering]]:
    return [(article.id, kind) for article in portion if (kind := gathering(article))]


def parts(article: Article) -> list[Span]:
    """Return the parts of an article's own words: what stands between headings, bullets or rules, else paragraphs.

    Parts of less than ``LEAST_PART_WORDS`` words are left out, and those beyond ``MAX_PARTS``.
    """
    lines = _lines(article)
    divided = sum(opens for _, opens in lines) >= LEAST_OPENINGS
    out: list[Span] = []
    for span, opens in lines:
        if out and divided and not opens:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return [p for p in out if len(_WORD.findall(p.of(article.text))) >= LEAST_PART_WORDS][:MAX_PARTS]


def names(text: str) -> frozenset[str]:
    """Return the stems of the words that stand with a capital inside sentences."""
    found = _WORD.finditer(text)
    return (
        frozenset(
            stem(plain(m.group()))
            for m in found
            if m.group()[0].isupper() and not _SENTENCE_OPENS.search(text[max(0, m.start() - 8) : m.start()])
        )
        - IGNORED
    )


def _lines(article: Article) -> list[tuple[Span, bool]]:
    """Return the paragraphs of the article's own words, and whether each opens a part."""
    out: list[tuple[Span, bool]] = []
    ruled = False
    for start, end, kind in spans(article):
        if kind not in ("body", "subheading") or start >= CHARACTERS:
            continue
        for paragraph in article.paragraphs(start, min(end, CHARACTERS)):
            text = paragraph.of(article.text)
            if _RULE.match(text):
                ruled = True
                continue
            out.append((paragraph, ruled or kind == "subheading" or bool(_BULLET.match(text))))
            ruled = False
    return out


def _unlike(article: Article, found: list[Span]) -> bool:
    """Tell whether the parts are of unlike matters: each has names of its own, and few hang together."""
    texts = [text for part in found if len(_WORD.findall(text := part.of(article.text))) >= LEAST_OWN_WORDS]
    if len(texts) < max(LEAST_PARTS, LEAST_LONG * len(found)):
        return False
    named = [names(text) for text in texts]
    if sum(len(n) > 1 for n in named) < LEAST_NAMED * len(texts):
        return False
    told = [frozenset(stem(plain(w)) for w in _WORD.findall(text)) - IGNORED for text in texts]
    return _largest(told, named) <= MOST_TOGETHER * len(texts)


def _largest(told: Sequence[frozenset[str]], named: Sequence[frozenset[str]]) -> int:
    """Return how many parts hang together at most, each with another by a name or by ``SHARED`` telling words."""
    of = list(range(len(told)))
    for i, j in combinations(range(len(told)), 2):
        if named[i] & named[j] or len(told[i] & told[j]) >= SHARED:
            of = [of[i] if group == of[j] else group for group in of]
    return max(Counter(of).values(), default=0)

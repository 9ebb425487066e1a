"""Citations that carry an article: whom its headline or lead has the news from.

A write-up of an interview or a scoop says so at once. An article that cites somebody further down, an analysis, a
briefing or a log draws on them and rests on nobody but its own outlet.
"""

import re
from collections.abc import Iterable

from firsthand.model import Credit
from firsthand.trace.evidence.clauses import looks_back, told_together
from firsthand.trace.evidence.tellings import CITATIONS, Telling

# The lead: the first characters of the body, and of an article that is short throughout its first three quarters.
# Ours, after the citations in the lineage dev set: write-ups name theirs within 732 characters, analyses later.
LEAD_CHARACTERS = 750
SHORT_CHARACTERS = 1_500
SHORT_SHARE = 0.75
# A report of another outlet's that carries the news is named in one of the first paragraphs; of a detail, later. Ours.
LEAD_PARAGRAPHS = 3
# A lead that names its broadcaster this early is about that interview, whoever else was on air. Ours.
FIRST_CHARACTERS = 300
# Characters behind the words that name an interview in which what was said there begins.
_SENTENCE = 40
# From so many broadcasters an article is a roundup of what was said on air and rests on all. Ours.
ROUNDUP = 3
# More outlets than this cited for reports in one lead are a page's own gathering. Ours.
MANY_CITED = 3
# Kickers and titles of pages that look at the news from above: they cite in passing.
_WIDE_KICKER = re.compile(
    r"^\W*(?:analysis|opinions?|perspective|commentary|editorial|op-ed|column|fact[- ]check(?:er)?|the take|"
    r"newsletter|briefing)\b",
    re.IGNORECASE,
)
_WIDE_TITLE = re.compile(
    r"\b(?:newsletter|briefing|playbook|takeaways|what (?:to know|we know|you need to know)|5 things|five things)\b|"
    r"^the (?:daily|morning|evening|weekly|\w+security)\s?\d*\b|^(?:analysis|opinion)\b",
    re.IGNORECASE,
)
_WIDE_PAGES = ("opinion", "index")
_HEAD_LINES, _HEAD = 4, 600


def load_bearing(telling: Telling) -> list[Credit]:
    """Return the citations of others that the article's news was had from, in text order."""
    cited = [c for c in _citations(telling) if not told_together(telling, c) and not looks_back(telling, c)]
    lead = [c for c in cited if _in_lead(telling, c)]
    if not lead or is_wide(telling):
        return [c for c in lead if _offset(telling, c) < 0]
    spoken = lead[0].kind == "interview"
    if spoken and any(_offset(telling, c) <= _offset(telling, lead[0]) for c in _own_interviews(telling)):
        return []
    on_air = _first_of_each(c for c in cited if c.kind == "interview")
    if len(on_air) >= ROUNDUP and spoken and _offset(telling, lead[0]) >= FIRST_CHARACTERS:
        return on_air
    # A report that is had from one outlet, and quotes an interview of another further down, rests on the first.
    return [c for c in lead if c.kind == lead[0].kind or c.kind == "attribution"]


def rests_on(telling: Telling, origin: str | None = None) -> list[str]:
    """Return the names that an article's news was had from, but for its publisher and ``origin``.

    A page that gathers what many report rests on none of them alone.
    """
    found = load_bearing(telling)
    if len({c.publisher for c in found if c.kind == "attribution"}) > MANY_CITED:
        return []
    return list(dict.fromkeys(c.publisher for c in found if c.publisher not in (origin, telling.name)))


def _citations(telling: Telling) -> list[Credit]:
    """Return the citations of others in the article's own words: captions and furniture cite for nobody."""
    spans = telling.article.parts("headline", "dek", "body", "subheading")
    found = (c for c in telling.mentions_of_sources() if c.kind in CITATIONS)
    return [c for c in found if any(s.start <= c.start < s.end for s in spans)]


def _own_interviews(telling: Telling) -> list[Credit]:
    """Return where an article names its own outlet as where the words were said: then the news is its own."""
    return [c for c in telling.annotation.credits if c.kind == "interview" and c.publisher == telling.name]


def _in_lead(telling: Telling, credit: Credit) -> bool:
    length = telling.body_characters()
    reach = max(LEAD_CHARACTERS, SHORT_SHARE * length) if length <= SHORT_CHARACTERS else LEAD_CHARACTERS
    if _offset(telling, credit) >= reach:
        return False
    if _paragraphs_before(telling, credit) <= LEAD_PARAGRAPHS:
        return True
    return credit.kind == "interview" and not _others_spoke(telling, credit)


def _others_spoke(telling: Telling, credit: Credit) -> bool:
    """Tell whether somebody else has the article's first marked words, and who was interviewed none before.

    Then the article has a speaker of its own, and the interview is one voice among several.
    """
    said = [q for q in telling.annotation.quotations if q.speaker]
    here = next((q for q in said if q.end >= credit.start and q.start <= credit.end + _SENTENCE), None)
    heard = [q.speaker for q in said if q.type != "indirect" and q.start < credit.start and not q.via]
    return here is not None and bool(heard) and here.speaker not in heard


def _offset(telling: Telling, credit: Credit) -> int:
    """Return how many characters of the body stand before a credit; -1 in a headline or dek."""
    if any(s.start <= credit.start < s.end for s in telling.article.parts("headline", "dek")):
        return -1
    return sum(min(s.end, credit.start) - s.start for s in telling.article.parts("body") if s.start < credit.start)


def _paragraphs_before(telling: Telling, credit: Credit) -> int:
    """Return how many paragraphs of the body start before a credit."""
    body = (s for s in telling.article.parts("body") if s.start < credit.start)
    return sum(len(telling.article.paragraphs(s.start, min(s.end, credit.start))) for s in body)


def is_wide(telling: Telling) -> bool:
    """Tell whether a page looks at the news from above: opinion, analysis, a briefing, a log."""
    article = telling.article
    if article.page in _WIDE_PAGES or telling.own.log:
        return True
    head = article.text[:_HEAD].split("\n")[:_HEAD_LINES]
    if any(_WIDE_KICKER.match(line) for line in (article.section or "", article.headline or "", *head)):
        return True
    return bool(_WIDE_TITLE.search(article.headline or ""))


def _first_of_each(credits: Iterable[Credit]) -> list[Credit]:  # noqa: A002
    seen: dict[str, Credit] = {}
    for credit in credits:
        seen.setdefault(credit.publisher, credit)
    return list(seen.values())

"""The publishers of a corpus as a gazetteer of its own: one spelling for each, and the credits that name them.

The lists that firsthand ships cannot hold every local paper. What the corpus's own articles say of their publishers
fills the gap: "told Kanal Vest" is an interview once some article was published by Kanal Vest.
"""

import re
from collections.abc import Iterable, Iterator

from firsthand.data import publisher_at, publisher_named
from firsthand.model import Article, Credit, CreditKind, Segment, Span
from firsthand.text import plain, squeeze
from firsthand.trace.evidence.sites import site_names

# Shorter names are too often ordinary words.
_SHORTEST = 4
_NO_PRESS = ("platform", "government", "party")
# How far around a name the words may stand that make it a credit.
_BEFORE, _AFTER = 70, 40
# Behind these words an outlet is no longer the one that was told.
_OTHERS = r"(?:(?!\b(?:that|he|she|they|we|who|was|were|had|has|is|to|his|her|their|reporters|journalists)\b)[^.!?])*$"
_INTERVIEW = re.compile(
    r"\b(?:told|interview(?:ed)?(?:\s+\w+)?\s+(?:with|by|to|on)|spoke\s+to|speaking\s+to|appear\w+\s+on)\b" + _OTHERS
)
_CITED = re.compile(
    r"\b(?:according to|citing"
    r"|(?:quoted|cited|reported|published|obtained|seen|reviewed|broadcast|aired)\s+(?:\w+\s+)?by)\b"
    r"[^.!?,;]*$"
    # "a report in the Valley Post", "an investigation by the Valley Post".
    r"|\b(?:reports?|stor(?:y|ies)|articles?|investigations?|interview|column)\s+(?:in|by)\s+(?:the\s+)?$"
    # "…, reports the Valley Post", "… in Saturday's Valley Post".
    r"|(?<=[”\",] )(?:reports?|reported|writes|wrote)\s+(?:the\s+)?$"
    r"|\bin\s+(?:today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[’']s\s+(?:edition of\s+(?:the\s+)?)?$"
)
_REPORTS = re.compile(
    r"^(?:\s+\w+){0,2}?\s+"
    r"(?:reported|reports|first reported|has reported|wrote|writes|has learned|disclosed|revealed|published)\b"
)
_SIGNED = re.compile(
    r"^[\s(\[—–-]*(?:by|from|source:?|reporting|editing|edited|written|additional|with|copyright|©|\(c\))\b",
    re.IGNORECASE,
)
# A broadcast by its channel and title: on CNN's "State of the Union".
_ON_AIR = re.compile(r"^(?:[’']s?)?\s+[“\"‘][A-Z]")
# "in a CBS News interview", "said yesterday on CBS News": the bar stands for the name.
_APPEARED = re.compile(r"\b[Ii]n\s+an?\s+(?:\w+\s+){0,2}\|\s+interview\b|\bsaid\s+(?:[\w,]+\s+){0,4}on\s+(?:the\s+)?\|")
# A credit line at the end of a text is a line of its own, no longer than this.
_CREDIT_LINE = 160
# "Source: Kanal Vest press release"
_LINE_ENDS = re.compile(r"(?:\s+(?:press|news|media)\s+release|\s+statement)?[\s.)\]/]*")


_ADDED = re.compile(r"^[\s(\[—–-]*(?:with|additional)\b", re.IGNORECASE)


class Publishers:
    """The publishers' names of one corpus."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """Learn the names from what the articles came with, and from what they call each other's addresses."""
        articles = list(articles)
        given = {name: self._listed(name) for name in sorted({a.publisher for a in articles if a.publisher})}
        written = site_names(articles, [name for name, listed in given.items() if not listed and "." in name])
        self._names: dict[str, str] = {}
        for name, listed in given.items():
            self._names.setdefault(_key(name), listed or written.get(name) or name)
        for name in written.values():
            self._names.setdefault(_key(name), name)
        known = sorted(filter(_may_be_cited, self._names.values()), key=lambda n: (-len(n), n))
        body = "|".join(re.escape(n.removeprefix("The ")) for n in known)
        self._pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w)") if known else None

    def canonical(self, name: str) -> str:
        """Return the one spelling of a publisher's name: the shipped lists', else the corpus's, else as it is."""
        return self._names.get(_key(name)) or self._listed(name) or name

    def of(self, article: Article) -> str | None:
        """Return the name of an article's publisher, from its record or its address, or None."""
        if article.publisher:
            return self.canonical(article.publisher)
        known = publisher_at(article.url) if article.url else None
        return known.name if known else None

    def credits(self, article: Article, known: Iterable[Credit]) -> list[Credit]:
        """Return an article's credits with canonical names, and those that only the corpus's names give away."""
        out = [Credit(c.start, c.end, self.canonical(c.publisher), c.kind) for c in known]
        taken = {i for c in out for i in range(c.start, c.end)}
        out.extend(c for c in self._found(article) if c.start not in taken and c.end - 1 not in taken)
        return sorted(out, key=lambda c: (c.start, c.end, c.publisher))

    def _found(self, article: Article) -> Iterator[Credit]:
        if self._pattern is None:
            return
        for segment in article.segments:
            if segment.kind in ("comment", "caption"):
                continue
            for match in self._pattern.finditer(article.text, segment.start, segment.end):
                credit = _credit(article.text, segment, Span(match.start(), match.end()))
                if credit:
                    kind, span = credit
                    yield Credit(span.start, span.end, self.canonical(match.group()), kind)

    @staticmethod
    def _listed(name: str) -> str | None:
        known = publisher_named(name) or (publisher_at(name) if "." in name else None)
        return known.name if known else None


def _credit(text: str, segment: Segment, name: Span) -> tuple[CreditKind, Span] | None:
    """Return what the words around a publisher's name make of it, and where they stand; most mentions are nothing."""
    line_start = text.rfind("\n", segment.start, name.start) + 1 or segment.start
    line_end = text.find("\n", name.end, segment.end)
    line = Span(line_start, segment.end if line_end < 0 else line_end)
    before = text[max(line.start, name.start - _BEFORE) : name.start]
    after = text[name.end : min(line.end, name.end + _AFTER)]
    if segment.kind == "byline":
        return "byline", line
    if len(line) <= _CREDIT_LINE and _LINE_ENDS.fullmatch(after) and _SIGNED.match(line.of(text)):
        return ("contribution" if _ADDED.match(line.of(text)) else "footer"), line
    if segment.kind == "boilerplate":
        return None
    if found := _INTERVIEW.search(before):
        return "interview", Span(name.end - len(before) - len(name) + found.start(), name.end)
    if found := _APPEARED.search(before + "|" + after):
        return "interview", Span(name.start - len(before) + found.start(), name.end)
    if before.endswith("on ") and _ON_AIR.match(after):
        return "interview", Span(name.start - len("on "), name.end)
    if found := _CITED.search(before):
        return "attribution", Span(name.end - len(before) - len(name) + found.start(), name.end)
    if found := _REPORTS.match(after):
        return "attribution", Span(name.start, name.end + found.end())
    return None


def _may_be_cited(name: str) -> bool:
    """Tell whether a name is long enough to be told from words, and no platform's or state's, which report nothing."""
    if getattr(publisher_named(name), "kind", "") in _NO_PRESS:
        return False
    return len(name) >= _SHORTEST or (len(name) == _SHORTEST - 1 and name.isupper())


def _key(name: str) -> str:
    return plain(squeeze(name)).removeprefix("the ")

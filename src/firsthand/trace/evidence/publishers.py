"""The publishers of a corpus as a gazetteer of its own: one spelling for each, and the credits that name them.

The lists that firsthand ships cannot hold every local paper. What the corpus's own articles say of their publishers
fills the gap: "told Kanal Vest" is an interview once some article was published by Kanal Vest.
"""

import re
from collections import defaultdict
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
# What was said to an outlet, in German, French and Spanish: "sagte Quell dem „Kanal Vest“", "a-t-il dit à Kanal Vest".
_INTERVIEW_ABROAD = re.compile(
    r"\b(?:(?:sagte?n?|erklärten?|erzählten?)\s+(?:[\w.-]+\s+){0,4}?(?:dem|der)"
    r"|[Ii]m\s+(?:Interview|Gespräch)\s+mit\s+(?:dem|der)|[Gg]egenüber\s+(?:dem|der)"
    r"|(?:dite?|déclarée?|confiée?|racontée?|expliquée?|affirmée?)\s+(?:(?:à|au)|.{0,30}?\sau)"
    r"|[Ee]ntretien\s+(?:accordé\s+)?(?:à|au|avec)"
    r"|(?:dijo|declaró|explicó|aseguró|afirmó)\s+(?:[\w.]+\s+){0,3}?(?:a|al)"
    r"|(?:entrevista|declaraciones)\s+(?:con|a|al))\s*"
    r"(?:(?:Zeitung|Tageszeitung|Magazin|Sender|Nachrichtenagentur|quotidien|journal|chaîne|diario|periódico|cadena|le"
    r"|la|el)\s+|l[’'])?[«„“\"]?\s?$"
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
# "The Orrin Echo says that …" and "…, the Orrin Echo says.": news, unless the outlet speaks of itself.
_SAYS = re.compile(r"^\s+(?:says|said|claims|claimed|notes|noted|confirms|confirmed)\b")
_OF_ITSELF = re.compile(
    r"^(?:\s+\w+day)?(?:\s+on\s+\w+)?(?:\s+in\s+an?\s+(?:statement|e-?mail|post|message)\b|[,:]?\s+[“\"‘«„]"
    r"|(?:\s+that)?\s+(?:its?|their|they|the\s+(?:paper|newspaper|company|station|broadcaster|publisher))\b"
    r"(?!\s+(?:has|had)\s+(?:seen|obtained|learned|learnt|reviewed|found)\b))"
)
_ITSELF_BEFORE = re.compile(
    r"(?:^|[.!?][”\"]?\s+)(?:“|\")?(?:It|Its|We|Our|They|Their|The\s+(?:paper|newspaper|company|station|broadcaster))\b"
    r"[^.!?]*$"
)
_SUBJECT = re.compile(r"(?:^|[.!?,;:—–][”\"]?\s+|\b(?:and|but|as|while)\s+)(?:[Tt]he\s+)?$")
# Names that are a newspaper's or a broadcaster's: a company or a ministry with pages of its own speaks for itself.
_NEWS_NAME = re.compile(
    r"\b(?:Argus|Advertiser|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Examiner|Gazette|Globe|Guardian|Herald"
    r"|Journal|Ledger|Mail|Mercury|News|Observer|Post|Press|Radio|Record|Register|Review|Sentinel|Standard|Star|Sun"
    r"|Telegraph|Television|Times|Tribune|TV|Weekly|Kanal|\w*(?:[Bb]latt|[Zz]eitung|[Kk]urier|[Bb]ote|[Aa]nzeiger))\b"
)
_OUTLETS = ("newspaper", "broadcaster", "magazine", "website")
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


# What a name begins with: its letters and digits up to another character, or that other character.
_START = re.compile(r"(?<!\w)(?:\w+|\W)")
_WORD = re.compile(r"\w")
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
        known = {name.removeprefix("The ") for name in filter(_may_be_cited, self._names.values())} - {""}
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for name in sorted(known, key=lambda n: (-len(n), n)):
            self._by_start[_START.match(name).group()].append(name)  # type: ignore[union-attr]

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
        for segment in article.segments:
            if segment.kind in ("comment", "caption"):
                continue
            for name in self._named(article.text, segment.start, segment.end):
                credit = _credit(article.text, segment, name)
                if credit:
                    kind, span = credit
                    yield Credit(span.start, span.end, self.canonical(name.of(article.text)), kind)

    def _named(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Yield where names stand as whole words, the longest at each place; the work does not grow with the names."""
        after = start
        for first in _START.finditer(text, start, end):
            if first.start() < after:
                continue  # within the last name
            for name in self._by_start.get(first.group(), ()):
                after = first.start() + len(name)
                if text.startswith(name, first.start(), end) and not _WORD.match(text, after, end):
                    yield Span(first.start(), after)
                    break
            else:
                after = first.start()

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
    if found := _INTERVIEW_ABROAD.search(before):
        return "interview", Span(name.end - len(before) - len(name) + found.start(), name.end)
    if found := _APPEARED.search(before + "|" + after):
        return "interview", Span(name.start - len(before) + found.start(), name.end)
    if before.endswith("on ") and _ON_AIR.match(after):
        return "interview", Span(name.start - len("on "), name.end)
    if found := _CITED.search(before):
        return "attribution", Span(name.end - len(before) - len(name) + found.start(), name.end)
    if found := _REPORTS.match(after):
        return "attribution", Span(name.start, name.end + found.end())
    if (found := _SAYS.match(after)) and _tells_news(text, Span(line.start, name.start), name, after[found.end() :]):
        return "attribution", Span(name.start, name.end + found.end())
    return None


def _tells_news(text: str, before: Span, name: Span, after: str) -> bool:
    """Tell whether an outlet that "says" something tells news: it is one by its name, and does not speak of itself."""
    known = publisher_named(name.of(text))
    news = getattr(known, "kind", "") in _OUTLETS if known else _NEWS_NAME.search(name.of(text)) is not None
    if not news or _OF_ITSELF.match(after):
        return False
    earlier = text[max(before.start, before.end - _CREDIT_LINE) : before.end]
    return _SUBJECT.search(earlier) is not None and _ITSELF_BEFORE.search(earlier) is None


def _may_be_cited(name: str) -> bool:
    """Tell whether a name is long enough to be told from words, and no platform's or state's, which report nothing."""
    if getattr(publisher_named(name), "kind", "") in _NO_PRESS:
        return False
    return len(name) >= _SHORTEST or (len(name) == _SHORTEST - 1 and name.isupper())


def _key(name: str) -> str:
    return plain(squeeze(name)).removeprefix("the ")

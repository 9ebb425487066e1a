"""The publishers of a corpus as a gazetteer of its own: one spelling for each, and the credits that name them.

The lists that firsthand ships cannot hold every local paper. What the corpus's own articles say of their publishers
fills the gap: "told Kanal Vest" is an interview once some article was published by Kanal Vest.
"""

import re
from collections.abc import Iterable, Iterator

from firsthand.data import publisher_at, publisher_named
from firsthand.model import Article, Credit, CreditKind, Segment, Span
from firsthand.text import plain, squeeze

# Shorter names are too often ordinary words.
_SHORTEST = 4
# How far around a name the words may stand that make it a credit.
_BEFORE, _AFTER = 70, 40
_INTERVIEW = re.compile(
    r"\b(?:told|interview(?:ed)?(?:\s+\w+)?\s+(?:with|by|to|on)|spoke\s+to|speaking\s+to|appear\w+\s+on)\b[^.!?]*$"
)
_CITED = re.compile(
    r"\b(?:according to|citing|(?:quoted|cited|reported|published|obtained|broadcast|aired)\s+(?:\w+\s+)?by)\b"
    r"[^.!?,;]*$"
)
_REPORTS = re.compile(
    r"^(?:\s+\w+){0,2}?\s+(?:reported|reports|first reported|has reported|wrote|disclosed|revealed|published)\b"
)
_SIGNED = re.compile(
    r"^[\s(\[—–-]*(?:by|from|source:?|reporting|editing|edited|written|additional|with|copyright|©|\(c\))\b",
    re.IGNORECASE,
)
# Feeds put the origin's name on a line of its own above the text: "The Hill•", "NBC News — Jane Roe".
_LABELS_WITHIN, _LABEL = 2_000, 40
_LABEL_TRIM = re.compile(r"^(?:by|from|via|source:)\s+|\s+videos?$", re.IGNORECASE)
# Outlets in the lists whose name alone on a line is a button or a bookmark.
_NOT_LABELS = ("aggregator", "platform", "party", "government")
_LABEL_ENDS = re.compile(r"\s*[•·|]|\s+[—–-]\s")
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
        """Learn the names from what the articles came with."""
        self._names: dict[str, str] = {}
        for name in sorted({a.publisher for a in articles if a.publisher}):
            self._names.setdefault(_key(name), self._listed(name) or name)
        known = sorted(filter(_distinctive, self._names.values()), key=lambda n: (-len(n), n))
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
        found = (*self._labels(article), *self._found(article))
        out.extend(c for c in found if c.start not in taken and c.end - 1 not in taken)
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

    def _labels(self, article: Article) -> Iterator[Credit]:
        """Yield the lines above the body that are a publisher's name and no more: feeds label texts so."""
        body = next((s.start for s in article.segments if s.kind == "body"), 0)
        start = 0
        for line in article.text[: min(body, _LABELS_WITHIN)].split("\n"):
            known = _labelled(_LABEL_ENDS.split(line, maxsplit=1)[0]) if line != article.headline else None
            if known:
                yield Credit(start, start + len(line), known, "byline")
            start += len(line) + 1

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


def _labelled(line: str) -> str | None:
    """Return the publisher whose name or address is all that a line says, written as publishers write it."""
    label = _LABEL_TRIM.sub("", line.strip(" ()[]")).strip()
    if not _SHORTEST <= len(label) <= _LABEL:
        return None
    known = publisher_named(label) or (publisher_at(label) if "." in label and " " not in label else None)
    if known is None or getattr(known, "kind", "") in _NOT_LABELS:
        return None
    names = {known.name, *known.aliases, *known.domains}
    # "Print" is a button, "Washington Post" is not.
    if " " in label:
        names |= {n.removeprefix("The ") for n in names} | {f"The {n}" for n in names}
    return known.name if label in names else None


def _distinctive(name: str) -> bool:
    return len(name) >= _SHORTEST or (len(name) == _SHORTEST - 1 and name.isupper())


def _key(name: str) -> str:
    return plain(squeeze(name)).removeprefix("the ")

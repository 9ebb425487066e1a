"""What each article shows of its own provenance: its publisher's name, its credits, and the text it shares."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.data import Outlet, publisher_named
from firsthand.model import Annotation, Article, Copy, Credit, Span
from firsthand.model.copies import Copies
from firsthand.model.span import covered
from firsthand.trace.evidence.distributors import is_distributor
from firsthand.trace.evidence.own_words import NOTHING, OwnWords
from firsthand.trace.evidence.sites import names_address

# Credits that say whose words the text is.
TEXT_CREDITS = ("dateline", "byline", "footer")
# Agencies that sell pictures: a line that names one is no credit for a text.
PICTURES_ONLY = ("Getty Images", "European Pressphoto Agency", "Sipa Press", "Zuma Press")
# "Associated Press writer Jane Roe contributed": the agency's own staff sign the agency's own text.
_ITS_WRITER = re.compile(r"\b(?:writer|reporter|correspondent)s?\b")
_RIGHTS = re.compile(r"\W{0,2}(?:copyright|©|\(c\))", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\W_]+")
_SHORTEST_SLUG = 4
_NETWORK = re.compile(r"(?P<name>ABC|CBS|NBC|FOX|Fox|CW)\s?(?P<channel>\d{1,2}\b)?")
# Credits that say whom a fact or a quotation in it was had from.
CITATIONS = ("attribution", "interview")
# A page is without a body if what is left of it is short, and little of its text. Ours.
MAX_BODY = 400
MAX_BODY_SHARE = 0.4
# Words between marks, as far as a quotation of some paragraphs reaches.
_MARKED = re.compile(r"“[^“”]{1,1500}”|\"[^\"\n]{1,1500}\"")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is often asked of a telling, and follows from its article, its annotation and its name alone.

    ``quoted`` is what stands between quotation marks, ``body`` the characters of its body.
    """

    quoted: list[Span]
    body: int
    bodyless: bool
    text_credits: list[Credit]
    sources: list[Credit]
    distributors: list[Credit]


@dataclass(slots=True)
class Telling:
    """One article with its evidence.

    ``name`` is its publisher's name, None where nothing tells; ``own`` is what was read of its own words, ``facts``
    what ``read`` returns.
    """

    article: Article
    annotation: Annotation
    name: str | None
    copies: Sequence[Copy] = ()
    own: OwnWords = NOTHING
    facts: Facts | None = None

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def label(self) -> str:
        """A name for the outlet even where none is known, so that two unknown outlets are not taken for one."""
        return self.name or f"unnamed outlet of {self.article.external_id or self.article.id}"

    @property
    def order(self) -> tuple[str, str]:
        """A key that sorts by time, unknown last."""
        return self.article.order

    def quoted_spans(self) -> list[Span]:
        """Return what stands between quotation marks, whoever said it, as disjoint spans in order."""
        return self.read().quoted

    def body_characters(self) -> int:
        """Return how long its body is."""
        return self.read().body

    def is_bodyless(self) -> bool:
        """Tell whether a page's body was lost, and captions are left."""
        return self.read().bodyless

    def text_credits(self) -> list[Credit]:
        """Return the credits that name somebody else as the author of the words."""
        return self.read().text_credits

    def mentions_of_sources(self) -> list[Credit]:
        """Return all credits of others that are not for pictures, wherever they stand; who distributes has no text."""
        return self.read().sources

    def distributors(self) -> list[Credit]:
        """Return the credits of a text that name who distributes press releases."""
        return self.read().distributors

    def read(self) -> Facts:
        """Return what is often asked of it, which is worked out once."""
        if self.facts is None:
            body = sum(s.end - s.start for s in self.article.parts("body"))
            credits = [c for c in self.annotation.credits if not is_distributor(c.publisher)]  # noqa: A001
            foreign = [c for c in credits if c.kind != "photo" and not self._own(c)]
            self.facts = Facts(
                quoted=self._quoted(),
                body=body,
                bodyless=self._is_bodyless(body),
                text_credits=[c for c in foreign if self._is_text_credit(c)],
                sources=foreign,
                distributors=[
                    c for c in self.annotation.credits if c.kind in TEXT_CREDITS and is_distributor(c.publisher)
                ],
            )
        return self.facts

    def _quoted(self) -> list[Span]:
        marked = [Span(m.start(), m.end()) for m in _MARKED.finditer(self.article.text)]
        said = [f for q in self.annotation.quotations if q.type != "indirect" for f in q.fragments]
        return covered([*marked, *said])

    def _is_bodyless(self, body: int) -> bool:
        least = min(MAX_BODY, MAX_BODY_SHARE * len(self.article.text))
        return body < least and bool(self.article.parts("caption"))

    @property
    def gathers(self) -> bool:
        """Whether its publisher only passes on what others publish."""
        known = publisher_named(self.name) if self.name else None
        return is_distributor(self.name or "") or (isinstance(known, Outlet) and known.kind == "aggregator")

    def _is_text_credit(self, credit: Credit) -> bool:
        if credit.publisher in PICTURES_ONLY:
            return False
        if credit.kind == "contribution":
            return bool(_ITS_WRITER.search(self.article.text[max(0, credit.start - 40) : credit.end + 40]))
        return credit.kind in TEXT_CREDITS

    def _own(self, credit: Credit) -> bool:
        if self.name is None:
            return False
        return (
            credit.publisher.casefold() == self.name.casefold()
            or names_address(credit.publisher, self.article.publisher or "")
            or self._is_station(credit)
            or self._is_network(credit)
        )

    def _is_station(self, credit: Credit) -> bool:
        """Tell whether a dateline is the page's own station's: "(Kanal3)" on kanal3.example, "(CBS4)", "(CBS SF)".

        A station that no list knows by its slug signs with its network's name and its channel or its town.
        """
        if credit.kind != "dateline" or self.name is None:
            return False
        address = self.article.publisher or self.name
        slug, name = (_PUNCTUATION.sub("", words).casefold() for words in (credit.publisher, address))
        if "." in address and len(slug) >= _SHORTEST_SLUG and slug in name:
            return True
        known, network = publisher_named(self.name), _NETWORK.match(credit.publisher)
        if network is None or publisher_named(credit.publisher) or getattr(known, "kind", "") != "broadcaster":
            return False
        theirs = publisher_named(network["name"])
        return bool(network["channel"]) or getattr(theirs, "owner", None) == getattr(known, "owner", "")

    def _is_network(self, credit: Credit) -> bool:
        """Tell whether a station signs with its network's name: "(CBS)", "© 2031 CBS" on a page of CBS's station."""
        words = self.article.text[credit.start : credit.end]
        if credit.kind != "dateline" and not (credit.kind == "footer" and _RIGHTS.match(words)):
            return False
        mine, theirs = (publisher_named(name) for name in (self.name or "", credit.publisher))
        if not isinstance(mine, Outlet) or not isinstance(theirs, Outlet):
            return False
        return mine.kind == theirs.kind == "broadcaster" and bool(mine.owner) and mine.owner == theirs.owner


def with_copies(tellings: dict[str, Telling], copies: Copies) -> dict[str, Telling]:
    """Return the tellings with these copies in place of those that they had."""
    for telling in tellings.values():
        telling.copies = copies.shared_by(telling.id)
    return tellings


def unquoted_characters(telling: Telling, copies: Iterable[Copy]) -> int:
    """Return how many characters of the shared passages stand outside quotation marks in the telling."""
    shared = covered(span_in(c, telling.id) for c in copies if c.kind == "prose")
    return sum(map(len, shared)) - common(shared, telling.quoted_spans())


def span_in(copy: Copy, article: str) -> Span:
    """Return where a copy stands in one of its two articles."""
    if article == copy.later:
        return Span(copy.later_start, copy.later_end)
    return Span(copy.earlier_start, copy.earlier_end)


def other_of(copy: Copy, article: str) -> str:
    """Return the other article of a copy."""
    return copy.earlier if article == copy.later else copy.later


def common(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """Return how many characters two lists of disjoint, sorted spans have in common."""
    total = i = j = 0
    while i < len(spans) and j < len(others):
        total += max(0, min(spans[i].end, others[j].end) - max(spans[i].start, others[j].start))
        if spans[i].end < others[j].end:
            i += 1
        else:
            j += 1
    return total


def by_pair(copies: Iterable[Copy]) -> dict[tuple[str, str], list[Copy]]:
    """Return copies by their two articles."""
    out: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in copies:
        out[copy.earlier, copy.later].append(copy)
    return out

"""What each article shows of its own provenance: its publisher's name, its credits, and the text it shares."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.data import Outlet, publisher_named
from firsthand.model import Annotation, Article, Copy, Credit, Span
from firsthand.model.span import covered
from firsthand.trace.publishers import Publishers

# Credits that say whose words the text is.
TEXT_CREDITS = ("dateline", "byline", "footer")
# Agencies that sell pictures: a line that names one is no credit for a text.
PICTURES_ONLY = ("Getty Images", "European Pressphoto Agency", "Sipa Press", "Zuma Press")
# "Associated Press writer Jane Roe contributed": the agency's own staff sign the agency's own text.
_ITS_WRITER = re.compile(r"\b(?:writer|reporter|correspondent)s?\b")
# Credits that say whom a fact or a quotation in it was had from.
CITATIONS = ("attribution", "interview")
# A citation is load-bearing in the headline or within this share of the body, or its first characters. Ours.
LEAD_SHARE = 0.25
LEAD_CHARACTERS = 700
# Outlets named within this many characters as those that were spoken to were spoken to together. Ours.
JOINT_CHARACTERS = 250


# "an interview with A, B and C", read up to the outlet in question, and the words that go on from it.
_LIST_REACH = 90
_LISTED_BEFORE = re.compile(r"\b(?:interviews? (?:with|to)|told|spoke to)\s[^.;:“\"]*?\S(?: and|,)\s[^.;:“\"]*$")
_LISTED_AFTER = re.compile(
    r"\s+and\s+(?:the\s+)?[A-Z]\w*(?:\s+(?:TV|News|Television|Radio|Channel|[A-Z]{2,}))?\b(?!\s+(?:said|told))"
)


# Words between marks, as far as a quotation of some paragraphs reaches.
_MARKED = re.compile(r"“[^“”]{1,1500}”|\"[^\"\n]{1,1500}\"")


@dataclass(slots=True)
class Telling:
    """One article with its evidence. ``name`` is its publisher's name, None where nothing tells."""

    article: Article
    annotation: Annotation
    name: str | None
    copies: list[Copy] = field(default_factory=list)
    _quoted: list[Span] | None = None

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
        if self._quoted is None:
            marked = [Span(m.start(), m.end()) for m in _MARKED.finditer(self.article.text)]
            said = [f for q in self.annotation.quotations if q.type != "indirect" for f in q.fragments]
            self._quoted = covered([*marked, *said])
        return self._quoted

    def body_characters(self) -> int:
        """Return how long its body is."""
        return sum(s.end - s.start for s in self.article.parts("body"))

    def text_credits(self) -> list[Credit]:
        """Return the credits that name somebody else as the author of the words."""
        return [c for c in self.annotation.credits if self._is_text_credit(c) and not self._own(c)]

    def citations(self) -> list[Credit]:
        """Return the load-bearing citations of others: in the headline or the lead."""
        body = self.article.parts("body")
        if not body:
            return []
        reach = max(LEAD_CHARACTERS, LEAD_SHARE * self.body_characters())
        limit = body[0].start + reach
        cited = [c for c in self.annotation.credits if c.kind in CITATIONS and c.start < limit and not self._own(c)]
        return [c for c in cited if not self._is_joint_interview(c)]

    def mentions_of_sources(self) -> list[Credit]:
        """Return all credits of others that are not for pictures, wherever they stand."""
        return [c for c in self.annotation.credits if c.kind != "photo" and not self._own(c)]

    @property
    def gathers(self) -> bool:
        """Whether its publisher only passes on what others publish."""
        known = publisher_named(self.name) if self.name else None
        return isinstance(known, Outlet) and known.kind == "aggregator"

    def _is_text_credit(self, credit: Credit) -> bool:
        if credit.publisher in PICTURES_ONLY:
            return False
        if credit.kind == "contribution":
            return bool(_ITS_WRITER.search(self.article.text[max(0, credit.start - 40) : credit.end + 40]))
        return credit.kind in TEXT_CREDITS

    def _is_joint_interview(self, credit: Credit) -> bool:
        """Tell whether several outlets were told it at once: then it rests on none of them alone."""
        near = (
            c.publisher
            for c in self.annotation.credits
            if c.kind == credit.kind == "interview" and abs(c.start - credit.start) < JOINT_CHARACTERS
        )
        return len(set(near)) > 1 or (credit.kind == "interview" and self._in_a_list(credit))

    def _in_a_list(self, credit: Credit) -> bool:
        """Tell whether the words name others beside the credited outlet, whether or not the others are known."""
        text = self.article.text
        before, after = (
            text[max(0, credit.start - _LIST_REACH) : credit.end],
            text[credit.end : credit.end + _LIST_REACH],
        )
        return bool(_LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after))

    def _own(self, credit: Credit) -> bool:
        return self.name is not None and credit.publisher.casefold() == self.name.casefold()


def gather(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], copies: Iterable[Copy]
) -> dict[str, Telling]:
    """Return every article with its evidence, by id; publishers go by one spelling each."""
    publishers = Publishers(articles.values())
    out = {
        key: Telling(article, _credited(article, annotations.get(key), publishers), publishers.of(article))
        for key, article in articles.items()
    }
    for copy in copies:
        out[copy.earlier].copies.append(copy)
        out[copy.later].copies.append(copy)
    return out


def _credited(article: Article, annotation: Annotation | None, publishers: Publishers) -> Annotation:
    annotation = annotation or Annotation(article.id, (), (), (), ())
    quotations = tuple(
        replace(q, via=tuple(map(publishers.canonical, q.via))) if q.via else q for q in annotation.quotations
    )
    return replace(annotation, credits=tuple(publishers.credits(article, annotation.credits)), quotations=quotations)


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

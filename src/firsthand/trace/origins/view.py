"""All that judging one text looks at beyond the text: who else is in the corpus, and what is known of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.data import is_agency, publisher_named
from firsthand.model import Credit
from firsthand.text import words
from firsthand.trace.evidence.clocks import Clocks
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.families.group import Family

# A headline of so many words is not written twice. Ours.
HEADLINE_WORDS = 6
# Texts kept of an author at one origin.
_SIGNED_TEXTS = 2


@dataclass(slots=True)
class View:
    """The corpus as seen from one text. ``known`` is the origin by credit or own page, by article."""

    tellings: Mapping[str, Telling]
    family_of: Mapping[str, Family]
    clocks: Clocks
    known: dict[str, str] = field(default_factory=dict)
    headlines: dict[tuple[str, ...], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    authors: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    addresses: dict[str, str] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)  # publishers' names by the stems of their addresses

    def learn(self, article: str, origin: str) -> None:
        """Note whose text an article shows to carry: its headline and its authors are evidence for other pages."""
        self.known[article] = origin
        telling = self.tellings[article]
        headline = headline_key(telling)
        if headline:
            self.headlines[headline].setdefault(origin, article)
        for author in authors(telling):
            self._sign(author, origin, article)

    def _sign(self, author: str, origin: str, article: str) -> None:
        """Note one more text that an author signs for an origin: two, so that of any text there is another."""
        signed = self.authors[author].setdefault(origin, [])
        if len(signed) < _SIGNED_TEXTS and self.text_of(article) not in map(self.text_of, signed):
            signed.append(article)

    def text_of(self, article: str) -> str:
        """Return the id of an article's text: its family's, else its own."""
        family = self.family_of.get(article)
        return family.id if family else article


def principal(credits: Sequence[Credit]) -> Credit:  # noqa: A002
    """Return which of a text's credits says whose it is: a slug in the dateline, else an agency, else the first.

    Agency over syndicating outlet over a feed's label (guidelines of the lineage data, 2).
    """
    return min(credits, key=lambda c: (c.kind != "dateline", not is_agency(c.publisher), c.start))


def headline_key(telling: Telling) -> tuple[str, ...]:
    """Return a headline's words, or none if it is too short to tell texts apart."""
    found = tuple(words(telling.article.headline or ""))
    return found if len(found) >= HEADLINE_WORDS else ()


def authors(telling: Telling) -> list[str]:
    """Return the persons in an article's byline, in one form each: names of two words and more, no publishers.

    Who is named in a caption took the picture.
    """
    captions = [telling.article.text[s.start : s.end] for s in telling.article.parts("caption")]
    return [
        " ".join(found)
        for name in telling.article.bylines
        if 2 <= len(found := words(name)) <= 4
        and publisher_named(name) is None
        and not any(name in caption for caption in captions)
    ]


def members_of(family: Family, tellings: Mapping[str, Telling]) -> list[Telling]:
    """Return a family's tellings by time."""
    return [tellings[key] for key in family.members]


def family_index(groups: Iterable[Family]) -> dict[str, Family]:
    """Return the family of each article that has one."""
    return {key: family for family in groups for key in family.members}

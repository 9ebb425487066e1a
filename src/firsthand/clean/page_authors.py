"""Who a page says wrote it: JSON-LD, meta elements, and what is marked as byline, in this order."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from firsthand.clean import bylines, jsonld
from firsthand.clean.markup import BESIDE, classes, short_text, tags_above
from firsthand.text import squeeze, words

_AUTHORS = ("author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl")
_BYLINE_WORDS = classes(
    """
    byline by-line author authors article-author article__author article-byline article__byline post-author
    entry-author author-name authorname byline-name byline__name byline__author contributor writer
    """
)
_BYLINE_PARTS = classes("author authors authorline autor autoren byline textauthor auteur redakteur")
_NO_BYLINE_PARTS = classes(
    "bio box image picture avatar photo related more title social comment about card description"
)
_AUTHOR_PAGE = re.compile(r"/(?:author|authors|autor|autoren|auteur|profile|by)/[^/?#]+(?:/[^/?#]+)?/?$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z]+")
_BY = re.compile(
    r"^(?:(?:written|posted|published|story|words|text)\s+)?(?:by|von|par|por|di|door|av)[:\s]\s*"
    r"|^\w+ by(?=(?-i:[A-Z]))",
    re.I,
)
_WRITTEN = re.compile(
    r"(?:written by|author|by|verfasst von|geschrieben von|von|écrit par|auteur|escrito por|autor|scritto da|"
    r"geschreven door|skrevet av|skrevet af|skriven av|napisane przez|yazan|автор)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|\||/|,)\s*|\s+(?:and|und|et|y|e|og|och|en|ve|&)\s+", re.I)
_NO_AUTHOR = re.compile(r"https?:|www\.|@|^\d+$|^(?:admin|administrator|editor|staff|none|null|undefined)$", re.I)
_LONGEST_NAME = 60
_STEPS = 3  # from rel=author up to what holds all authors: each may be in a list's item or an address
_LONGEST_BYLINE = 160
_BYLINE_LENGTH = 16  # words of a line that is a byline, with role and day
_MOST_BYLINES = 100
_MOST_AUTHORS = 20
_PICTURES = frozenset(("figure", "figcaption"))  # name who took the picture
_MOST_MARKED = 1_000  # elements that are looked at


def read(
    article: jsonld.Object, found: list[jsonld.Object], metas: dict[str, str], shown: Sequence[str], host: str
) -> tuple[str, ...]:
    """Return the authors; the site's own name, which ``host`` may tell, counts only where the page names nobody else.

    ``found`` are all JSON-LD objects, ``article`` the one of the page, ``shown`` the texts marked as bylines.
    """
    given = jsonld.strings(jsonld.resolved(article.get("author") or article.get("creator"), found))
    named = [_names(given), *(_names([metas[name]]) for name in _AUTHORS if name in metas), _labelled(metas)]
    site = next((jsonld.first(o.get("name")) for o in found if "WebSite" in jsonld.types(o)), None)
    sites = (site, jsonld.first(article.get("publisher")), metas.get("og:site_name"), host, host.partition(".")[0])
    own = {_bare(site) for site in sites if site}
    named += [_without_own(bylines.read(text) or _marked_name(text), own) for text in shown]
    somebody = (names for names in named if names and not all(_bare(name) in own for name in names))
    return next(somebody, next((names for names in named if names), ()))


def below(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in the first line that says "by" among the short lines below the headline."""
    signed = (bylines.read(text) for text in texts if len(text.split()) <= _BYLINE_LENGTH and _BY.match(text))
    return next(filter(None, signed), ())


def _labelled(metas: dict[str, str]) -> tuple[str, ...]:
    """Return the names of the card that blog software writes for social media: label "Written by", data the name."""
    cards = ((metas.get(f"twitter:label{n}", ""), metas.get(f"twitter:data{n}", "")) for n in (1, 2))
    return next((_names([data]) for label, data in cards if _WRITTEN.match(label)), ())


def _without_own(names: tuple[str, ...], own: set[str]) -> tuple[str, ...]:
    """Leave out the site's own offices behind a name: ``Jane Roe, Example North``."""
    return tuple(n for n in names if not any(_bare(n.split()[0]) == o for o in own)) or names


def _marked_name(text: str) -> tuple[str, ...]:
    """Return the names in an element marked as the author's, where it is nothing but names and what stands by them."""
    names = _names([text])
    return names if all(bylines.is_name(name) for name in names) else bylines.names(text)


def _bare(name: str) -> str:
    return "".join(words(name))


def marked(tree: HtmlElement) -> list[str]:
    """Return the texts of the elements that are marked as naming the author, in page order.

    Those that stand side by side are joined: each may be one of several authors.
    """
    marked = [e for e in tree.iter("a", "address", "div", "li", "p", "section", "span") if _is_byline(e)]
    marked = [e for e in marked[:_MOST_MARKED] if tags_above(e).isdisjoint(_PICTURES)]
    marked = [e for e in marked if tags_above(e).isdisjoint(BESIDE)] or marked
    texts: dict[HtmlElement | None, list[str]] = {}
    for element in marked[:_MOST_BYLINES]:
        if text := short_text(element, _LONGEST_BYLINE):
            texts.setdefault(_home(element), []).append(text)
    return [", ".join(dict.fromkeys(several)) for several in texts.values()]


def _home(element: HtmlElement) -> HtmlElement | None:
    """Return the element within which several authors are one byline: the parent, a few steps up for sure marks."""
    steps = _STEPS if _is_author(element) else 1
    return next(islice(element.iterancestors(), steps - 1, None), element.getparent())


def _is_author(element: HtmlElement) -> bool:
    rel, itemprop = element.get("rel"), element.get("itemprop")
    return bool(rel or itemprop) and "author" in f"{rel} {itemprop}".split()


def _is_byline(element: HtmlElement) -> bool:
    names = element.get("class")
    if (names and _is_byline_class(names)) or _is_author(element):
        return True
    return element.tag == "a" and bool(_AUTHOR_PAGE.search(element.get("href") or ""))


@lru_cache(maxsize=8192)
def _is_byline_class(names: str) -> bool:
    """Tell whether a class marks a byline: one of the usual ones, or one built of such words (``authorsList-item``)."""
    if _BYLINE_WORDS & frozenset(names.lower().split()):
        return True
    parts = {part for name in _CAMEL.sub("-", names).lower().split() for part in _PARTS.split(name)}
    return bool(parts & _BYLINE_PARTS) and not parts & _NO_BYLINE_PARTS


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in author fields: several in one string are told apart, addresses and placeholders left out."""
    given = [text for text in texts if not _NO_AUTHOR.search(text)]
    names = [squeeze(_BY.sub("", name)) for text in given for name in _BETWEEN.split(_BY.sub("", text))]
    good = [n for n in names if n and len(n) <= _LONGEST_NAME and not _NO_AUTHOR.search(n)]
    return tuple(dict.fromkeys(good))[:_MOST_AUTHORS]

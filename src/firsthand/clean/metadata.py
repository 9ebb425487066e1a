"""What a page says of itself: headline, authors, time, publisher, language, address.

JSON-LD goes before meta elements, these before what the page shows; each was the better witness where they differ on
the pages of html_news_by_country (``python benchmarks/clean/pages.py``).
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from firsthand.clean import dates, jsonld, page_authors, page_dates, page_facts
from firsthand.clean.markup import classes, short_text, words_of
from firsthand.model import PageKind
from firsthand.text import squeeze, words

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
_PAGES: dict[str, PageKind] = {"LiveBlogPosting": "liveblog", "OpinionNewsArticle": "opinion"}
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_SUFFIX = re.compile(r"\s+(?:\||-|–|—|·|»|::|•)\s+")
_KICKER = re.compile(r"^.{1,60}[:–—|.]\s{1,3}$")
_SITE_WORDS = 5
_HEADLINE_WORDS = 3  # fewer may be the name of a site or section
_HEADLINE_TAGS = ("h2", "h3", "b", "strong", "font", "p", "div", "span", "td")
_MASTHEAD = classes("logo site-title site-name site-logo blog-title brand masthead")
_LONGEST_HEADLINE = 400
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*$", re.I)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself.

    ``descriptions`` may repeat its dek, ``bylines`` are the texts marked as such, ``body`` is JSON-LD's text.
    ``signed`` are the names in a byline that nothing marks, below the headline, where there are no ``authors``.
    """

    headline: str | None
    descriptions: tuple[str, ...]
    authors: tuple[str, ...]
    signed: tuple[str, ...]
    bylines: tuple[str, ...]
    published: dates.Published | None
    updated: dates.Published | None
    section: str | None
    paywalled: bool | None
    publisher: str | None
    url: str | None
    language: str | None
    page: PageKind | None
    body: str | None
    comments: tuple[jsonld.Object, ...]


def read(tree: HtmlElement, url: str | None, fetched: str | None) -> Metadata:
    """Return what the page's JSON-LD, meta elements and head say; ``fetched`` bounds the time of publication."""
    metas = _metas(tree)
    titles = [t for t in (metas.get("og:title"), metas.get("twitter:title"), _title(tree)) if t]
    found = jsonld.objects(tree)
    article = _article(found, titles)
    shown = page_authors.marked(tree)
    types = jsonld.types(article)
    headline = _headline(tree, article, metas, titles)
    published, updated = page_dates.stated(tree, article, metas, fetched), None
    authors = page_authors.read(article, found, metas, shown, _host(url or _url(tree, metas)))
    below = page_dates.below(tree, headline) if published is None or not authors else []
    if published is None:
        published = page_dates.searched(tree, _SUFFIX.split(_title(tree) or "")[1:], below, url, fetched)
        updated = page_dates.changed(below, fetched)
    return Metadata(
        headline=headline,
        descriptions=_descriptions(article, metas),
        authors=authors,
        signed=() if authors else page_authors.below(below),
        bylines=tuple(shown),
        published=published,
        updated=page_facts.updated(tree, article, metas, published, fetched) or updated,
        section=page_facts.section(article, found, metas),
        paywalled=page_facts.paywalled(article, metas),
        publisher=jsonld.first(article.get("publisher")) or metas.get("og:site_name") or metas.get("application-name"),
        url=_url(tree, metas),
        language=_language(tree, article, metas),
        page=next((_PAGES[t] for t in sorted(types) if t in _PAGES), None),
        body=article["articleBody"] if isinstance(article.get("articleBody"), str) else None,
        comments=tuple(c for c in _listed(article.get("comment")) if isinstance(c, dict)),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the meta elements by their names in small letters; the first of a name counts."""
    out: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = squeeze(meta.get("content") or "")
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop"), meta.get("http-equiv")):
            if name and content:
                out.setdefault(name.strip().lower(), content)
    return out


def _article(found: Iterable[jsonld.Object], titles: list[str]) -> jsonld.Object:
    """Return the object that describes the page's article: of an article's type, and with the page's own headline.

    Pages also describe the articles that they link to.
    """
    candidates = [o for o in found if any(_ARTICLE.search(t) for t in jsonld.types(o)) and _says_something(o)]
    keys = [frozenset(words(title)) for title in titles]

    def fit(data: jsonld.Object) -> float:
        own = frozenset(words(jsonld.first(data.get("headline")) or jsonld.first(data.get("name")) or ""))
        overlap = max((len(own & key) / len(own | key) for key in keys if own | key), default=0.0)
        is_page = all(t.endswith("WebPage") for t in jsonld.types(data))
        return overlap - is_page

    return max(candidates, key=fit, default={})


def _says_something(data: jsonld.Object) -> bool:
    return any(data.get(key) for key in ("headline", "author", "datePublished", "articleBody"))


def _headline(tree: HtmlElement, article: jsonld.Object, metas: dict[str, str], titles: list[str]) -> str | None:
    """Return the headline that two witnesses share, else JSON-LD's, else the shown one that the titles agree with."""
    given = jsonld.first(article.get("headline"))
    social = metas.get("og:title")
    headings = [(h1, text) for h1 in tree.iter("h1") if (text := short_text(h1, _LONGEST_HEADLINE))]
    shown = [text for h1, text in headings if not (_is_masthead(h1) or _is_site(text, titles, metas))]
    if given and "WebPage" not in jsonld.types(article):
        return _shared(given, social, shown, _title(tree)) or given
    best = max(shown, key=lambda text: _agreement(text, titles), default=None)
    if best and (not titles or _agreement(best, titles) >= 0.5):
        return best
    title = titles[-1] if titles else None
    named = social or (title and (_shown_part(tree, title) or _without_site(title, metas))) or best
    is_site = named and any(words(named) == words(text) for h1, text in headings if _is_masthead(h1))
    return (_first_heading(tree) if is_site else None) or named


def _is_site(text: str, titles: Sequence[str], metas: Mapping[str, str]) -> bool:
    """Tell whether a shown heading is the site's name, which old templates and blogs put into an ``h1``.

    That is what ``og:site_name`` says, or what a title has as its last part behind a headline.
    """
    own = words(text)
    if not own or len(own) > _SITE_WORDS:
        return False
    parts = [[words(part) for part in _SUFFIX.split(title)] for title in titles]
    behind = (p[-1] == own and max(map(len, p[:-1])) >= max(_HEADLINE_WORDS, len(own) + 1) for p in parts if len(p) > 1)
    return own == words(metas.get("og:site_name", "")) or any(behind)


def _is_masthead(h1: HtmlElement) -> bool:
    """Tell whether an ``h1`` is the site's name by its class or by its link to the site's front page."""
    if _MASTHEAD & words_of(h1):
        return True
    link = h1.find(".//a")
    try:
        return link is not None and urlsplit(link.get("href") or "#").path in ("/", "/index.html", "/index.php")
    except ValueError:
        return False


def _shared(given: str, social: str | None, shown: Sequence[str], title: str | None) -> str | None:
    """Return the headline where others are better witnesses than JSON-LD, which some sites write for search engines.

    These are the title for social media where the shown headline says the same and the page's title something else;
    the former where it is JSON-LD's without the kicker before a colon; and the shown headline where JSON-LD puts the
    name of the site or section behind it.
    """
    if social and not (title or "").startswith(social) and any(words(h1) == words(social) for h1 in shown):
        return social
    if social and given.endswith(social) and _KICKER.search(given.removesuffix(social)):
        return social
    return next((h1 for h1 in shown if _is_suffixed(given, h1)), None)


def _is_suffixed(title: str, shown: str) -> bool:
    rest = title.removeprefix(shown)
    return rest != title and bool(_SUFFIX.match(rest)) and len(words(rest)) <= _SITE_WORDS


def _agreement(text: str, titles: list[str]) -> float:
    own = frozenset(words(text))
    return max((len(own & key) / len(own) for t in titles if (key := frozenset(words(t))) and own), default=0.0)


def _title(tree: HtmlElement) -> str | None:
    title = tree.find(".//title")
    return squeeze(title.text_content()) or None if title is not None else None


def _shown_part(tree: HtmlElement, title: str) -> str | None:
    """Return the longest part of the page's title that stands alone somewhere on the page: old pages use no ``h1``."""
    parts = {" ".join(words(part)): part for part in _SUFFIX.split(title) if len(words(part)) >= _HEADLINE_WORDS}
    lines = (short_text(e, _LONGEST_HEADLINE) for e in tree.iter(*_HEADLINE_TAGS)) if parts else ()
    shown = {key for line in lines if line and (key := " ".join(words(line))) in parts}
    return parts[max(shown, key=len)] if shown else None


def _first_heading(tree: HtmlElement) -> str | None:
    """Return the page's only ``h2`` of a headline's length, for pages whose title and ``h1`` just name the site.

    Several would be subheadings, or a front page; and a link leads to another page.
    """
    texts = ((h2, short_text(h2, _LONGEST_HEADLINE) or "") for h2 in tree.iter("h2"))
    long = list(islice(((h2, text) for h2, text in texts if len(words(text)) > _HEADLINE_WORDS), 2))
    return long[0][1] if len(long) == 1 and long[0][0].find(".//a") is None else None


def _without_site(title: str, metas: dict[str, str]) -> str:
    """Return the title without the site's name behind (or before) a bar or dash."""
    parts = _SUFFIX.split(title)
    if len(parts) < 2:
        return title
    site = words(metas.get("og:site_name", ""))
    if site and words(parts[0]) == site:
        return title[title.index(parts[1], len(parts[0])) :]
    return title[: title.rindex(parts[-1])].rstrip(" |-–—·»:•") if len(words(parts[-1])) <= _SITE_WORDS else title


def _descriptions(article: jsonld.Object, metas: dict[str, str]) -> tuple[str, ...]:
    given = (jsonld.first(article.get("description")), *(metas.get(name) for name in _DESCRIPTIONS))
    return tuple(dict.fromkeys(squeeze(html.unescape(text)) for text in given if text))


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _url(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    for link in [*links, metas.get("og:url")]:
        if link and _is_address(link.strip()):
            return str(link.strip())
    return None


def _is_address(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in link)


def _language(tree: HtmlElement, article: jsonld.Object, metas: dict[str, str]) -> str | None:
    tags = (tree.get("lang"), tree.get("xml:lang"), jsonld.first(article.get("inLanguage")), metas.get("og:locale"),
            metas.get("content-language"), metas.get("language"))  # fmt: skip
    return next((m[1].lower() for tag in tags if tag and (m := _LANGUAGE.match(tag.strip()))), None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]

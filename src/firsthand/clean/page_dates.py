"""When a page was published: what it states, else the date it shows below its headline, else htmldate's search.

Dates above the headline are left alone: a site's head shows the day on which the page was fetched.
"""

from collections.abc import Mapping
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from firsthand.clean import dates, jsonld
from firsthand.clean.markup import short_text
from firsthand.text import words

_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "article.published", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_MOST_MARKS = 3
_MOST_BELOW = 80  # elements below the headline in which the date may stand
_LONGEST_LINE, _LONGEST_HEADLINE = 120, 400  # characters
_TITLES = ("h1", "h2", "h3", "b", "strong", "font", "p", "div", "span", "td")


def published(
    tree: HtmlElement,
    article: jsonld.Object,
    metas: Mapping[str, str],
    *,
    title_parts: list[str],
    headline: str | None,
    url: str | None,
    fetched: str | None,
) -> dates.Published | None:
    """Return the time of publication, never finer than it was seen; ``fetched`` bounds it and gives missing years.

    ``title_parts`` are the parts of the page's title behind its first: some sites put the date there.
    """
    given = [jsonld.first(article.get("datePublished")), jsonld.first(article.get("dateCreated"))]
    given += [metas[name] for name in _NAMES if name in metas]
    given += [e.get("datetime") or e.get("content") for e in tree.iterfind(".//*[@itemprop='datePublished']")][:3]
    given += [e.get("datetime") for e in islice(tree.iterfind(".//time[@datetime]"), _MOST_MARKS)]
    for value in given:
        if value and (found := dates.parse(value, fetched)):
            return found
    in_title = (dates.find(part, fetched) for part in title_parts if dates.is_line(part))
    return next(filter(None, in_title), None) or _shown(tree, headline, fetched) or _searched(tree, url, fetched)


def _shown(tree: HtmlElement, headline: str | None, fetched: str | None) -> dates.Published | None:
    """Return the date in the first line below the headline that says hardly anything else, to the day or finer."""
    lines = (text for e in _below(tree, headline) if (text := short_text(e, _LONGEST_LINE)))
    found = (dates.find(line, fetched) for line in lines if dates.is_line(line))
    return next((time for time in found if time and len(time[0]) >= len("2031-03-03")), None)


def _below(tree: HtmlElement, headline: str | None) -> list[HtmlElement]:
    """Return the elements that follow the one that shows the headline; none where none shows it."""
    key = words(headline or "")
    if not key:
        return []
    elements = list(tree.iter("*"))
    titles = (n for n, e in enumerate(elements) if e.tag in _TITLES and words(_short(e)) == key)
    first = next(titles, None)
    return [] if first is None else elements[first + 1 : first + 1 + _MOST_BELOW]


def _short(element: HtmlElement) -> str:
    return short_text(element, _LONGEST_HEADLINE) or ""


def _searched(tree: HtmlElement, url: str | None, fetched: str | None) -> dates.Published | None:
    """Ask htmldate, which also reads addresses and footers: a day, never a time."""
    latest = fetched[:10] if fetched and dates.parse(fetched[:10]) else None
    found = find_date(tree, url=url, original_date=True, extensive_search=False, max_date=latest)
    return (str(found), "day") if found else None

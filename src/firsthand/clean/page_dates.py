"""When a page was published: what it states, else the date it shows below its headline, else htmldate's search.

Dates above the headline are left alone: a site's head shows the day on which the page was fetched.
"""

from collections.abc import Mapping
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from firsthand.clean import dates, jsonld
from firsthand.clean.markup import BESIDE, short_text, tags_above
from firsthand.text import squeeze, words

_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "article.published", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_MOST_MARKS = 3
_MOST_TIMES = 100  # time elements that are looked at
_MOST_BELOW = 80  # elements below the headline in which the date may stand
_LONGEST_LINE, _LONGEST_HEADLINE = 120, 400  # characters
_TITLES = ("h1", "h2", "h3", "b", "strong", "font", "p", "div", "span", "td")


def stated(
    tree: HtmlElement, article: jsonld.Object, metas: Mapping[str, str], fetched: str | None
) -> dates.Published | None:
    """Return the time of publication that the page states to machines; ``fetched`` gives the year where none is."""
    given = [jsonld.first(article.get("datePublished")), jsonld.first(article.get("dateCreated"))]
    given += [metas[name] for name in _NAMES if name in metas]
    marked = islice(tree.iterfind(".//*[@itemprop='datePublished']"), _MOST_MARKS)
    given += [e.get("datetime") or e.get("content") for e in marked]
    times = (e for e in islice(tree.iterfind(".//time[@datetime]"), _MOST_TIMES) if not _is_elsewhere(e))
    given += [e.get("datetime") for e in islice(times, _MOST_MARKS)]
    return next((found for value in given if value and (found := dates.parse(value, fetched))), None)


def _is_elsewhere(element: HtmlElement) -> bool:
    """Tell whether a time is another report's beside the page's own, or today's in the head of the site."""
    above = tags_above(element)
    return not above.isdisjoint(BESIDE) or ("header" in above and above.isdisjoint(("article", "main")))


def searched(
    tree: HtmlElement, title_parts: list[str], below: list[str], url: str | None, fetched: str | None
) -> dates.Published | None:
    """Return the time of publication that the page shows, never finer than it was seen.

    ``title_parts`` are the parts of the page's title behind its first, where some sites put the date, ``below`` the
    lines below its headline. What htmldate finds in addresses and footers comes last: a day, never a time.
    """
    in_title = (dates.find(part, fetched) for part in title_parts if dates.is_line(part))
    shown = (dates.find(line, fetched) for line in below if dates.is_line(line))
    precise = (time for time in shown if time and len(time[0]) >= len("2031-03-03"))
    found = next(filter(None, in_title), None) or next(precise, None)
    if found:
        return found
    latest = fetched[:10] if fetched and dates.parse(fetched[:10]) else None
    day = find_date(tree, url=url, original_date=True, extensive_search=False, max_date=latest)
    return (str(day), "day") if day else None


def changed(below: list[str], fetched: str | None) -> dates.Published | None:
    """Return the time of the last change that a line below the headline shows."""
    lines = (line for line in below if dates.is_line(line))
    return next((found for line in lines if (found := dates.updated(line, fetched))), None)


def below(tree: HtmlElement, headline: str | None) -> list[str]:
    """Return the short lines of the page that follow the element that shows the headline; none where none shows it."""
    key = words(headline or "")
    if not key:
        return []
    elements = list(tree.iter("*"))
    titles = (n for n, e in enumerate(elements) if e.tag in _TITLES and words(_short(e)) == key)
    first = next(titles, None)
    following = [] if first is None else elements[first + 1 : first + 1 + _MOST_BELOW]
    return [text for e in following for text in _lines(e)]


def _lines(element: HtmlElement) -> list[str]:
    """Return the text of an element where it is short, its lines where line breaks part them."""
    if element.find("br") is None:
        text = short_text(element, _LONGEST_LINE)
        return [text] if text else []
    lines = [element.text or ""]
    for child in islice(element.iterchildren(), _MOST_BELOW):
        if child.tag == "br":
            lines.append("")
        else:
            lines[-1] += " " + (short_text(child, _LONGEST_LINE) or "")
        lines[-1] += child.tail or ""
    return [text for line in lines if 0 < len(text := squeeze(line)) <= _LONGEST_LINE]


def _short(element: HtmlElement) -> str:
    return short_text(element, _LONGEST_HEADLINE) or ""

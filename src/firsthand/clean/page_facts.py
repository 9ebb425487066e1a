"""What a page says of the article beside who wrote it and when: its section, its last change, who may read it.

Only what a page states counts. A class named ``paywall`` states nothing: pages that anybody may read have it too.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from lxml.html import HtmlElement

from firsthand.clean import dates, jsonld
from firsthand.text import squeeze

_SECTIONS = ("article:section", "og:article:section", "section", "articlesection", "parsely-section", "page-section",
             "cxenseparse:recs:category", "sailthru.section", "dc.subject.section")  # fmt: skip
_CHANGES = ("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dateupdated",
            "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "article.updated",
            "article_date_updated", "revision_date")  # fmt: skip
_TIERS = {"free": False, "metered": True, "locked": True, "premium": True, "paid": True, "subscriber": True}
_TIER_NAMES = ("article:content_tier", "og:article:content_tier", "content_tier")
_LONGEST_SECTION = 80
_HOME = frozenset(("home", "homepage", "start", "startseite", "accueil", "inicio", "frontpage", "главная", "news"))
# What the page says where it stops.
_CLOSED = re.compile(
    r"\b(?:subscribe(?: now)?|log ?in|sign (?:in|up)|register|become a (?:member|subscriber))\b.{0,40}\bto "
    r"(?:continue|keep|read|unlock|access)\b"
    r"|\b(?:continue|keep) reading (?:with|by) (?:a|your) (?:\w+ ){0,3}(?:subscription|account|trial)\b"
    r"|\b(?:article|story|content|report) is (?:(?:only|exclusively) )?(?:available (?:only |exclusively )?(?:to|for)|"
    r"(?:reserved )?for|exclusive to) (?:\w+ ){0,3}(?:subscribers|members)\b"
    r"|\b(?:weiterlesen|lesen sie weiter) mit\b|\bnur für abonnenten\b|\bjetzt abonnieren und weiterlesen\b"
    r"|\b(?:article|contenu) réservé (?:à nos|aux) abonnés\b|\bla suite est réservée aux abonnés\b"
    r"|\b(?:contenido|artículo) exclusivo para suscriptores\b|\bsuscríbete para (?:seguir|continuar) leyendo\b"
    r"|\bcontenuto riservato agli abbonati\b|\bconteúdo exclusivo para assinantes\b",
    re.IGNORECASE,
)
_LAST_LINES = 4
_LONGEST_NOTICE = 300  # characters: a longer paragraph is a report about subscriptions


def section(article: jsonld.Object, found: Sequence[jsonld.Object], metas: Mapping[str, str]) -> str | None:
    """Return the section that JSON-LD or a meta element names, else the last step above the page in its breadcrumbs."""
    given = [jsonld.first(article.get("articleSection")), *(metas.get(name) for name in _SECTIONS)]
    for value in given:
        if value and (name := squeeze(value)) and len(name) <= _LONGEST_SECTION:
            return name
    return next((above for data in found if (above := _above_page(data))), None)


def updated(
    tree: HtmlElement,
    article: jsonld.Object,
    metas: Mapping[str, str],
    published: dates.Published | None,
    fetched: str | None,
) -> dates.Published | None:
    """Return the time of the last change that the page names, None where it names none or none after publication."""
    marked = [e.get("datetime") or e.get("content") for e in tree.iterfind(".//*[@itemprop='dateModified']")][:3]
    given = [jsonld.first(article.get("dateModified")), *(metas.get(name) for name in _CHANGES), *marked]
    found = next((time for value in given if value and (time := dates.parse(value, fetched))), None)
    return found if found and (published is None or is_after(found[0], published[0])) else None


def is_after(later: str, earlier: str) -> bool:
    """Tell whether one ISO 8601 time is after another; in doubt of a day or a zone that is not named, it is not."""
    size = min(len(later), len(earlier))
    if size <= len("2031-03-04"):
        return later[:size] > earlier[:size]
    try:
        one, other = datetime.fromisoformat(later), datetime.fromisoformat(earlier)
    except ValueError:
        return False
    if (one.tzinfo is None) != (other.tzinfo is None):
        return later[:10] > earlier[:10]
    return one.astimezone(UTC) > other.astimezone(UTC) if one.tzinfo else one > other


def paywalled(article: jsonld.Object, metas: Mapping[str, str]) -> bool | None:
    """Return whether the page says that readers must pay or register for all of it; None where it does not say."""
    parts = article.get("hasPart")
    listed = [article, *(parts if isinstance(parts, list) else [parts])]
    said = [free for data in listed if isinstance(data, dict) and (free := _is_free(data)) is not None]
    if said:
        return not all(said)
    return next((_TIERS[tier] for name in _TIER_NAMES if (tier := metas.get(name, "").lower()) in _TIERS), None)


def ends_closed(lines: Iterable[str]) -> bool:
    """Tell whether the last lines of an article invite to subscribe in order to read on."""
    last = [line for line in lines if line.strip()][-_LAST_LINES:]
    return any(len(line) <= _LONGEST_NOTICE and bool(_CLOSED.search(line)) for line in last)


def _is_free(data: jsonld.Object) -> bool | None:
    value = data.get("isAccessibleForFree")
    if isinstance(value, bool):
        return value
    text = str(value or "").rsplit("/", 1)[-1].strip().lower()
    return {"true": True, "false": False}.get(text)


def _above_page(data: jsonld.Object) -> str | None:
    """Return the name of the step before the last in JSON-LD breadcrumbs, the last itself being the page."""
    steps = data.get("itemListElement")
    if "BreadcrumbList" not in jsonld.types(data) or not isinstance(steps, list):
        return None
    named = [_step(step) for step in steps[:20] if isinstance(step, dict)]
    names = [name for name in named[:-1] if name and name.casefold() not in _HOME and len(name) <= _LONGEST_SECTION]
    return names[-1] if names else None


def _step(step: jsonld.Object) -> str | None:
    item = step.get("item")
    return jsonld.first(step.get("name")) or (jsonld.first(item.get("name")) if isinstance(item, dict) else None)

"""Section, last change and paywall: only what a page states."""

import json

import pytest

from firsthand.clean import Clean, page_facts
from firsthand.model import Article, Document

BODY = "<p>" + "The ferry to Hillford will stop in May, the harbour office said on Monday. " * 6 + "</p>"


def page(*, head: str = "", data: object = None, foot: str = "") -> Article:
    """A page with what its head and its JSON-LD say."""
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if data else ""
    markup = f"<html><head><title>Ferry to stop</title>{head}{script}</head><body><h1>Ferry to stop</h1>{BODY}{foot}"
    article = Clean().clean(Document("page", "html", markup))
    assert isinstance(article, Article)
    return article


def news(**more: object) -> dict[str, object]:
    """An article in JSON-LD."""
    return {"@type": "NewsArticle", "headline": "Ferry to stop", "datePublished": "2031-03-03T10:00:00+01:00", **more}


def test_the_section_is_json_ld_s_else_a_meta_element_s_else_the_last_breadcrumb_above_the_page() -> None:
    """A page that names none has none: its address is not asked."""
    meta = "<meta property='article:section' content='Harbour'>"
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"name": "Home"}, {"item": {"name": "Region"}}, {"name": "Ferry to stop"}],
    }
    assert page(head=meta, data=news(articleSection=["Coast", "Ships"])).section == "Coast"
    assert page(head=meta, data=trail).section == "Harbour"
    assert page(data=trail).section == "Region"
    assert page(data={"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"name": "x"}]}).section is None
    assert page().section is None


def test_the_last_change_is_told_with_its_precision_and_only_where_it_is_later() -> None:
    """Publishing systems write a time of change into every page."""
    changed = page(data=news(dateModified="2031-03-03T12:30:05+01:00"))
    assert (changed.updated, changed.updated_precision) == ("2031-03-03T12:30:05+01:00", "second")
    day = page(head="<meta name='lastmod' content='2031-03-05'>", data=news())
    assert (day.updated, day.updated_precision) == ("2031-03-05", "day")
    assert page(data=news(dateModified="2031-03-03T09:00:00+00:00")).updated is None
    assert page(data=news(dateModified="2031-03-03")).updated is None
    assert page(data=news()).updated is None


@pytest.mark.parametrize(
    ("later", "earlier", "after"),
    [
        ("2031-03-04", "2031-03-03", True),
        ("2031-03", "2031-02-28", True),
        ("2031-03-03", "2031-03-03T10:00", False),
        ("2031-03-03T10:01", "2031-03-03T10:00", True),
        ("2031-03-03T10:01", "2031-03-03T10:00+02:00", False),
        ("2031-03-03T10:01+02:00", "2031-03-03T09:00+00:00", False),
    ],
)
def test_a_time_is_after_another_only_where_precision_and_zone_leave_no_doubt(
    later: str, earlier: str, after: bool
) -> None:
    """Half known times are not compared by what is not known of them."""
    assert page_facts.is_after(later, earlier) is after


@pytest.mark.parametrize(
    ("more", "head", "paywalled"),
    [
        ({"isAccessibleForFree": False}, "", True),
        ({"isAccessibleForFree": "http://schema.org/False"}, "", True),
        ({"isAccessibleForFree": "True"}, "", False),
        ({"isAccessibleForFree": True, "hasPart": {"isAccessibleForFree": "False"}}, "", True),
        ({}, "<meta property='article:content_tier' content='locked'>", True),
        ({}, "<meta property='article:content_tier' content='free'>", False),
        ({}, "<div class='paywall'></div>", None),
    ],
)
def test_a_paywall_is_what_the_page_says_of_itself(more: dict[str, object], head: str, paywalled: bool | None) -> None:
    """A class of that name says nothing."""
    assert page(data=news(**more), head=head).paywalled is paywalled


@pytest.mark.parametrize(
    ("lines", "closed"),
    [
        (["The ferry stops.", "Subscribe now to continue reading."], True),
        (["The ferry stops.", "This article is only available to subscribers."], True),
        (["Die Fähre fährt nicht mehr.", "Jetzt abonnieren und weiterlesen"], True),
        (["The ferry stops.", "The union said members must register to vote."], False),
        (["Subscribe to keep reading.", *["The ferry stops."] * 5], False),
        (["The paper told readers to subscribe to continue reading." + " It lost many of them over it." * 12], False),
    ],
)
def test_an_article_that_ends_in_an_invitation_to_subscribe_is_closed(lines: list[str], closed: bool) -> None:
    """Only short lines at its end count: reports about newspapers speak of subscriptions too."""
    assert page_facts.ends_closed(lines) is closed

"""Error pages and consent walls are no articles; reports about them are."""

import pytest

from firsthand.clean import Clean
from firsthand.clean.refusals import refusal
from firsthand.model import Article, Document, Rejected

SHORT = "Sorry, something went wrong. Please try again from the home page."
REPORT = "The ferry office's site was down for nine hours on Monday, its head said. " * 30


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Page not found", "an error message"),
        ("404 - Page Not Found | Hillford Tribune", "an error message"),
        ("404 Not Found", "an error message"),
        ("403 Forbidden", "an error message"),
        ("Access Denied", "an error message"),
        ("Seite nicht gefunden", "an error message"),
        ("503 Service Temporarily Unavailable", "an error message"),
        ("Just a moment...", "a check against robots"),
        ("Are you a robot?", "a check against robots"),
        ("Please enable JavaScript to view this page", "a check against robots"),
        ("We value your privacy", "a consent or legal notice"),
        ("Cookie Policy", "a consent or legal notice"),
        ("Terms of use", "a consent or legal notice"),
        ("Court finds cookie policy of ferry company unlawful", None),
        ("Access denied: how the harbour shut out reporters", None),
        ("Privacy fears over new ferry tickets", None),
        ("Ferry to stop in May", None),
        ("404", None),
        ("", None),
        (None, None),
    ],
)
def test_a_headline_that_is_nothing_but_a_message_tells(headline: str | None, kind: str | None) -> None:
    """A headline that says more is a report's."""
    assert refusal(headline, SHORT) == kind


@pytest.mark.parametrize("headline", ["Access denied", "Just a moment...", "Page not found"])
def test_under_a_headline_like_a_message_a_long_text_is_a_report(headline: str) -> None:
    """Columns have such titles."""
    assert refusal(headline, REPORT) is None


def test_a_body_that_is_hardly_more_than_a_message_tells_whatever_its_headline() -> None:
    """Sites put their own name above it; a report that quotes one goes on."""
    message = "We are sorry. The page you were looking for does not exist."
    assert refusal("Hillford Tribune", message) == "an error message"
    assert refusal("Hillford Tribune", message + REPORT) is None


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_refusal_is_rejected_with_a_line_that_says_so(kind: str) -> None:
    """It is counted and reported as every rejection."""
    content = f"<html><body><h1>Page not found</h1><p>{SHORT}</p>" if kind == "html" else f"Page not found\n\n{SHORT}\n"
    found = Clean().clean(Document("a", kind, content))  # type: ignore[arg-type]
    assert isinstance(found, Rejected)
    assert (found.stage, found.reason) == ("clean", "no-article")
    assert "an error message" in found.detail and "Page not found" in found.detail
    assert isinstance(Clean().clean(Document("a", "text", f"Ferry site down\n\n{REPORT}")), Article)


@pytest.mark.parametrize("text", ["todo", "draft three\n", "Ferry at noon", "桥梁关闭", "4711"])
def test_a_file_of_a_few_words_is_no_article(text: str) -> None:
    """It is told, with what keeps it if it is news."""
    found = Clean().clean(Document("a.txt", "text", text, path="a.txt"))
    assert isinstance(found, Rejected)
    assert found.reason == "too-short"
    assert "title" in found.detail


@pytest.mark.parametrize(
    "document",
    [
        Document("a.txt", "text", "Bridge over Lind closes today", path="a.txt"),
        Document("a.txt", "text", "林德河上的桥梁关闭", path="a.txt"),
        Document("a.txt", "text", "Bridge closes", path="a.txt", title="Bridge closes"),
        Document("a.jsonl:1", "text", "Bridge closes"),
        Document("feed#1", "text", "Bridge closes", title="Bridge closes", url="https://lind.example/1"),
    ],
    ids=["a sentence", "ideographs", "a title", "a line of JSON", "an entry of a feed"],
)
def test_headlines_alone_stay(document: Document) -> None:
    """Feeds and exports have them."""
    assert isinstance(Clean().clean(document), Article)


def test_a_text_that_somebody_asks_about_may_be_short() -> None:
    """Three words may be what a reporter wants to find again; nothing at all is still no text."""
    short = Document("a.txt", "text", "Never, she said", path="a.txt")
    assert isinstance(Clean(asked=True).clean(short), Article)
    assert isinstance(Clean(asked=True).clean(Document("a.txt", "text", " \n", path="a.txt")), Rejected)

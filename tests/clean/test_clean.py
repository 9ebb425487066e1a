"""The stage: from documents to articles."""

import hashlib

import pytest

from firsthand.clean import Clean
from firsthand.model import Article, Document, Rejected
from firsthand.text import short_hash

TITLE = "Ferry Service To The Island Ends In May"
LEAD = "The ferry to the island will stop in May, the harbour office said on Monday."
MORE = "The office said that the boat was too old and that there was no money for a new one."
TEXT = f"{TITLE}\n\n{LEAD}\n\n{MORE}\n"


def clean(content: str = TEXT, **given: str) -> Article:
    """Return the article of a text with what its carrier says."""
    article = Clean().clean(Document(input="page", kind="text", content=content, **given))
    assert isinstance(article, Article)
    return article


def test_the_text_is_the_input() -> None:
    """Offsets of a user's own hold, and the hash is of that text."""
    article = clean()
    assert article.text == TEXT
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_id_is_of_origin_and_text() -> None:
    """URL before path before external id; never a position."""
    assert clean(url="https://a.example/1", path="x.txt").id == short_hash("https://a.example/1", TEXT)
    assert clean(path="x.txt", external_id="7").id == short_hash("x.txt", TEXT)
    assert clean(external_id="7").id == short_hash("7", TEXT)


def test_what_the_carrier_gives_wins() -> None:
    """Title, publisher, time and language of the document go before what the text says."""
    article = clean(title="Another title", publisher="Island Post", published="3 May 2021", language="no")
    assert article.headline == "Another title"
    assert not article.parts("headline")
    assert (article.publisher, article.language) == ("Island Post", "no")
    assert (article.published, article.published_precision) == ("2021-05-03", "day")


def test_the_language_is_told_from_the_body() -> None:
    """And unknown where there is too little of it."""
    assert clean().language == "en"
    assert clean("Ja.\n").language is None


def test_a_batch_keeps_its_order() -> None:
    """One result for each document; what is empty is rejected with a reason."""
    documents = [
        Document(input=str(n), kind="text", content=c) for n, c in enumerate((TEXT, " \n", "Home\n\nLog in\n"))
    ]
    first, second, third = Clean().process(documents)
    assert isinstance(first, Article)
    assert isinstance(second, Rejected)
    assert isinstance(third, Rejected)
    assert (second.stage, second.reason, third.reason) == ("clean", "no-text", "no-body")
    # The input is named beside the detail already.
    assert not any(r.detail.startswith(f"{r.input}:") for r in (second, third))


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"{TITLE}\n\nOSLO, September 22. /TASS/. {LEAD}\n\n{MORE}", "TASS"),
        (f"{TITLE}\n\nOSLO (AP) — {LEAD}\n\n{MORE}", None),
        (f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\nOSLO, September 22. /TASS/. {MORE}", None),
    ],
)
def test_an_agency_signs_its_own_page_between_slashes(text: str, publisher: str | None) -> None:
    """Only its own form of dateline at the very beginning names the publisher; brackets are used by subscribers too."""
    assert clean(text).publisher == publisher


def test_the_address_names_the_publisher() -> None:
    """By the gazetteer, else the bare domain; a slug does not overrule it."""
    text = f"{TITLE}\n\nOSLO, September 22. /TASS/. {LEAD}"
    assert clean(text, url="https://www.reuters.com/world/1").publisher == "Reuters"
    assert clean(text, url="https://www.island.example:8080/1").publisher == "island.example"


def test_lone_surrogates_and_nul_are_borne() -> None:
    """Hashing and every rule take any text."""
    article = clean(f"A title \ud800\n\n{LEAD}\0\n\n{MORE}\n")
    assert len(article.sha256) == 64


@pytest.mark.parametrize(
    ("text", "given", "page"),
    [
        (TEXT + MORE * 4, {}, "article"),
        (f"{TITLE}\n\n{LEAD}\n", {}, "stub"),
        (f"Opinion: {TITLE}\n\n{LEAD}\n\n{MORE * 4}", {}, "opinion"),
        (TEXT + MORE * 4, {"url": "https://a.example/opinion/1"}, "opinion"),
        (f"Island ferry: live updates\n\n{LEAD}\n\n{MORE}", {}, "liveblog"),
        (f"{TITLE}\n\n" + "\n\n".join(f"1{n}:05 GMT {LEAD}" for n in range(6)), {}, "liveblog"),
        (f"{TITLE}\n\n" + "\n\n".join(f"{who}: {LEAD}" for who in ("ROE", "DOE") * 4), {}, "transcript"),
        (f"{TEXT}\nRead the full story at the Island Post\n", {}, "aggregator"),
    ],
)
def test_the_kind_of_page_follows_plain_rules(text: str, given: dict[str, str], page: str) -> None:
    """Each rule is one that a reader can check."""
    assert clean(text, **given).page == page

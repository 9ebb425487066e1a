"""What a telling shows of its own provenance: whose words its credits say they are."""

import pytest

from firsthand.model import Annotation, Article, Credit, CreditKind, Segment
from firsthand.trace.evidence.tellings import Telling


def telling(line: str, publisher: str, kind: CreditKind, *, name: str | None) -> Telling:
    """Return a telling of an article by ``name`` that ends with a line which is a credit."""
    text = f"It rained all day in the town of Orrin.\n\n{line}"
    article = Article(
        id="a1", external_id=None, input="a1", url=None, path=None, publisher=name, text=text, headline=None,
        dek=None, bylines=(), dateline=None, published=None, published_precision=None, fetched=None, language="en",
        sha256="", page="article", segments=(Segment("body", 0, len(text)),), comments=(),
    )  # fmt: skip
    start = text.index(line)
    return Telling(article, Annotation("a1", (), (), (Credit(start, len(text), publisher, kind),), ()), name)


@pytest.mark.parametrize(
    ("line", "publisher", "kind", "name"),
    [
        ("(AP)", "Associated Press", "dateline", "KYW"),
        ("(CNN)", "CNN", "dateline", "KYW"),
        ("(Kanal3)", "Kanal3", "dateline", "KYW"),
        ("(CBS4)", "CBS4", "dateline", "Orrin Echo"),
        ("By Reuters", "Reuters", "byline", "Orrin Echo"),
        ("© 2031 CBS", "CBS News", "footer", "Orrin Echo"),
        ("This story first appeared on CBS News.", "CBS News", "footer", "KYW"),
        ("By Jane Roe, USA TODAY", "USA Today", "byline", "Tennessean"),
        ("© 2031 USA TODAY", "USA Today", "footer", "Tennessean"),
        ("Associated Press writer Jane Roe contributed to this report.", "Associated Press", "contribution", "KYW"),
        ("(CBS)", "CBS News", "dateline", None),
    ],
)
def test_credits_of_others(line: str, publisher: str, kind: CreditKind, name: str | None) -> None:
    """Datelines, bylines and footers say whose the words are, and agencies' writers sign the agency's text."""
    assert [c.publisher for c in telling(line, publisher, kind, name=name).text_credits()] == [publisher]


@pytest.mark.parametrize(
    ("line", "publisher", "kind", "name"),
    [
        ("(CBS)", "CBS News", "dateline", "KYW"),
        ("© 2031 CBS Broadcasting Inc.", "CBS News", "footer", "WBBM"),
        ("(KYW)", "KYW", "dateline", "KYW"),
        ("(CBS4)", "CBS4", "dateline", "KYW"),
        ("(Kanal3)", "Kanal3", "dateline", "kanal3.example"),
        ("© 2031 Orrin Echo", "Orrin Echo", "footer", "Orrin Echo"),
        ("Photo: Reuters", "Reuters", "photo", "Orrin Echo"),
        ("Getty Images", "Getty Images", "byline", "Orrin Echo"),
        ("Reuters contributed to this report.", "Reuters", "contribution", "Orrin Echo"),
        ("according to Reuters", "Reuters", "attribution", "Orrin Echo"),
        ("told CNN", "CNN", "interview", "Orrin Echo"),
    ],
)
def test_what_says_nothing_of_whose_words_they_are(line: str, publisher: str, kind: CreditKind, name: str) -> None:
    """The outlet's own name, its network's slug, pictures, shares in a report, and citations."""
    assert telling(line, publisher, kind, name=name).text_credits() == []


def test_a_photo_credit_is_no_mention() -> None:
    """Who took the picture was not drawn on for the text; who is cited was."""
    assert telling("Photo: Reuters", "Reuters", "photo", name="Orrin Echo").mentions_of_sources() == []
    assert telling("told CNN", "CNN", "interview", name="Orrin Echo").mentions_of_sources() != []

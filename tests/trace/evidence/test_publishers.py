"""The publishers of a corpus as a gazetteer: one spelling for each name, and credits that only they give away."""

import pytest

from firsthand.model import Article, Credit, Segment, SegmentKind
from firsthand.trace.evidence.publishers import Publishers


def article(
    text: str, *, publisher: str | None = "Orrin Echo", kind: SegmentKind = "body", url: str | None = None
) -> Article:
    """Return an article of one segment."""
    return Article(
        id="a1", external_id=None, input="a1", url=url, path=None, publisher=publisher, text=text, headline=None,
        dek=None, bylines=(), dateline=None, published=None, published_precision=None, fetched=None, language="en",
        sha256="", page="article", segments=(Segment(kind, 0, len(text)),), comments=(),
    )  # fmt: skip


OTHERS = [article("", publisher=name) for name in ("Kanal Vest", "The Orrin Courier", "YouTube", "WaPo")]


def credited(text: str, *, kind: SegmentKind = "body", known: tuple[Credit, ...] = ()) -> list[tuple[str, str]]:
    """Return publisher and kind of the credits of an article in a corpus with Kanal Vest and the Orrin Courier."""
    page = article(text, kind=kind)
    return [(c.publisher, c.kind) for c in Publishers([page, *OTHERS]).credits(page, known)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It rose,” she told Kanal Vest.", ("Kanal Vest", "interview")),
        ("In an interview with Kanal Vest she smiled.", ("Kanal Vest", "interview")),
        ("She spoke to the Orrin Courier.", ("The Orrin Courier", "interview")),
        ("She said yesterday on Kanal Vest that it rose.", ("Kanal Vest", "interview")),
        ("In a Kanal Vest interview she smiled.", ("Kanal Vest", "interview")),
        (
            "On Kanal Vest's “Evening Hour” she smiled. She was on Kanal Vest’s “Night Hour”.",
            ("Kanal Vest", "interview"),
        ),
        ("It rose, according to Kanal Vest.", ("Kanal Vest", "attribution")),
        ("It rose, Kanal Vest reported.", ("Kanal Vest", "attribution")),
        ("It rose, reports Kanal Vest.", ("Kanal Vest", "attribution")),
        ("“It rose,” writes the Orrin Courier.", ("The Orrin Courier", "attribution")),
        ("She said in Saturday's Orrin Courier that it rose.", ("The Orrin Courier", "attribution")),
        ("Papers seen by Kanal Vest show it.", ("Kanal Vest", "attribution")),
        ("A report in the Orrin Courier shows it.", ("The Orrin Courier", "attribution")),
        ("The Orrin Courier first reported it.", ("The Orrin Courier", "attribution")),
        ("Forty slept in the school, the Orrin Courier says.", ("The Orrin Courier", "attribution")),
        ("The Orrin Courier claims that forty slept in the school.", ("The Orrin Courier", "attribution")),
        ("Kanal Vest says it has seen the letter.", ("Kanal Vest", "attribution")),
        ("«Es stieg», sagte Quell dem «Kanal Vest» (Samstag).", ("Kanal Vest", "interview")),
        ("« Il montait », a-t-elle dit dans un entretien au journal Kanal Vest.", ("Kanal Vest", "interview")),
        ("«Subió», dijo Quell a Kanal Vest.", ("Kanal Vest", "interview")),
        ("Papers obtained by Kanal Vest show it.", ("Kanal Vest", "attribution")),
        ("By Jane Roe, Kanal Vest", ("Kanal Vest", "footer")),
        ("Source: Kanal Vest press release", ("Kanal Vest", "footer")),
        ("With files from Kanal Vest", ("Kanal Vest", "contribution")),
    ],
)
def test_names_of_the_corpus(text: str, found: tuple[str, str]) -> None:
    """A publisher that no list knows is known once it published an article of the corpus."""
    assert found in credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "She told reporters that they had seen it on Kanal Vest.",
        "She told him he was to wait for Kanal Vest.",
        "The tower of Kanal Vest is tall.",
        "Kanal Vest is hiring.",
        "She reports to Kanal Vest, and writes to the Orrin Courier.",
        "She said in a statement posted on YouTube that it rose.",
        "It rose, according to YouTube.",
    ],
)
def test_mentions_that_credit_nobody(text: str) -> None:
    """Most mentions of an outlet are only that, and platforms report nothing."""
    assert credited(text) == []


@pytest.mark.parametrize("kind", ["caption", "comment"])
def test_captions_and_comments_name_nobody(kind: SegmentKind) -> None:
    """What a reader or a caption says of an outlet is no credit."""
    assert credited("She told Kanal Vest.", kind=kind) == []


def test_a_credit_that_was_read_before_stays() -> None:
    """Where annotation has read the words, the corpus adds nothing."""
    assert credited("She told Kanal Vest.", known=(Credit(4, 19, "Kanal Vest", "interview"),)) == [
        ("Kanal Vest", "interview")
    ]


def test_one_spelling() -> None:
    """The lists' name goes before the corpus's, and the corpus's before the text's."""
    publishers = Publishers(OTHERS)
    assert [publishers.canonical(n) for n in ("AP", "orrin courier", "Nobody Knows")] == [
        "Associated Press",
        "The Orrin Courier",
        "Nobody Knows",
    ]


def test_a_publisher_is_told_by_its_address() -> None:
    """Where the record names none, the domain does; without either nobody is made up."""
    publishers = Publishers([])
    assert publishers.of(article("", publisher=None, url="https://www.reuters.com/river")) == "Reuters"
    assert publishers.of(article("", publisher=None, url="https://river.example/")) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Orrin Courier says it will close its shop.",
        "It will close its shop, the Orrin Courier says.",
        "The Orrin Courier said in a statement that forty had left.",
        "The Orrin Courier said: “Forty have left us.”",
        "Readers of the Orrin Courier say that it rose.",
        "Halden Lamps says that forty lamps are lit.",
    ],
)
def test_what_a_publisher_says_of_itself_is_no_news_that_it_reports(text: str) -> None:
    """Nor what a company says that has pages of its own in the corpus: it speaks, and reports nothing."""
    lamps = article("", publisher="Halden Lamps")
    assert Publishers([article(text), lamps, *OTHERS]).credits(article(text), ()) == []

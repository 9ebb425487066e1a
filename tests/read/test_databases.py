"""Exports of Nexis and Factiva: one file, many articles, each with its fields."""

import pytest

from firsthand.clean import Clean
from firsthand.model import Article, Document, Rejected
from tests.read import exports
from tests.read.conftest import Read

HEADLINES = ["Ferry stays in harbour after night of storm", "Storm damage is put at two million"]
FORMS = {
    "nexis.txt": exports.NEXIS,
    "nexis-uni.txt": exports.NEXIS_UNI,
    "nexis.html": exports.NEXIS_HTML,
    "factiva.txt": exports.FACTIVA,
    "factiva.html": exports.FACTIVA_HTML,
}


def documents(found: list[Document | Rejected]) -> list[Document]:
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


@pytest.mark.parametrize("name", FORMS)
def test_each_article_has_its_headline_outlet_day_and_text(read: Read, name: str) -> None:
    """What the database wrote around an article is in its fields and not in its text."""
    first, second = documents(read(name, FORMS[name].encode()))
    assert [first.title, second.title] == HEADLINES
    assert [first.publisher, second.publisher] == ["The Halden Courier", "The Orrin Post"]
    assert (first.authors, second.authors) == (("Ada Holm",), ())
    assert (first.language, first.url) == ("en", None)
    assert "The ferry to Orrin stayed in the harbour on Monday." in first.content
    assert second.content.startswith("The storm cost the town two million crowns")
    for word in ("LENGTH", "48 words", "Copyright", "LOAD-DATE", "Load-Date", "Document HALCOU", "Classification"):
        assert word not in first.content


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_days_are_read_as_precise_as_they_are(read: Read, name: str, codec: str) -> None:
    """A time of day is only there where the export has one."""
    found = Clean().process(documents(read(name, FORMS[name].replace("\n", "\r\n").encode(codec))))
    articles = [item for item in found if isinstance(item, Article)]
    days = [(a.published, a.published_precision) for a in articles]
    exact = ("2031-03-03T05:30", "minute") if name == "factiva.txt" else ("2031-03-03", "day")
    assert days == [exact, ("2031-03-04", "day")]
    assert articles[0].bylines == ("Ada Holm",)
    assert [a.headline for a in articles] == HEADLINES


def test_lines_that_were_broken_for_paper_are_joined(read: Read) -> None:
    """So is a word that was parted at a line's end; the dateline stands above the text."""
    first, _ = documents(read("x.txt", exports.NEXIS.encode()))
    assert first.content.startswith("HALDEN\n\nThe ferry")
    assert "torn two of its mooring lines" in first.content
    assert first.content.endswith("who runs the line. Nobody was hurt.")
    assert first.section == "NEWS"


def test_the_fields_of_factiva_are_read_by_their_codes(read: Read) -> None:
    (found,) = documents(read("x.txt", exports.FACTIVA_FIELDS.encode()))
    assert (found.title, found.publisher, found.section) == (HEADLINES[0], "The Halden Courier", "News")
    assert (found.published, found.authors, found.external_id) == (
        "3 March 2031 05:30",
        ("Ada Holm",),
        "HALCOU0020310303ea330001x",
    )
    assert found.content.startswith("The ferry to Orrin") and found.content.endswith("who runs the line.")


def test_the_same_words_in_two_outlets_are_two_articles(read: Read) -> None:
    """Exports have no addresses: what tells articles apart is outlet, day and headline, wherever they were exported."""
    twice = exports.NEXIS.replace("The Orrin Post\n", "The Halden Courier\n", 1)
    first, second = Clean().process(documents(read("a.txt", exports.NEXIS.encode())))
    again, other = Clean().process(documents(read("b.txt", twice.encode())))
    assert isinstance(first, Article) and isinstance(again, Article) and first.id == again.id
    assert isinstance(second, Article) and isinstance(other, Article) and second.id != other.id


def test_an_article_without_text_is_told_and_the_others_read(read: Read) -> None:
    empty = exports.NEXIS.replace("The storm cost the town two million crowns, its council said.\n", "")
    found = read("x.txt", empty.encode())
    assert [getattr(item, "reason", "read") for item in found] == ["read", "no-text"]
    assert "Storm damage" in found[1].detail  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "Councillors read 3 of 10 documents.\n\nThe end of document reviews is near.\n",
        "Document ABC is secret.\n\nIt has 612 words\n",
        "Body\n\nEnd of the line\n",
    ],
)
def test_news_that_speaks_of_documents_is_no_export(read: Read, text: str) -> None:
    (found,) = documents(read("x.txt", text.encode()))
    assert found.content == text

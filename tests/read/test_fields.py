"""What a carrier says of a document, and what becomes of it in the article."""

from typing import Any

import pytest

from firsthand.clean import Clean
from firsthand.model import Article, Document
from firsthand.read.fields import fields, given, language_code


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("By Ada Holm", ("By Ada Holm",)),
        (["Ada Holm", " ", 7, None, "Nils Berg"], ("Ada Holm", "7", "Nils Berg")),
        ([], None),
        ({"name": "Ada Holm"}, None),
        (None, None),
    ],
)
def test_authors_are_a_string_or_a_list_of_them(value: Any, names: tuple[str, ...] | None) -> None:
    for key in ("author", "authors"):
        assert fields({key: value}).get("authors") == names


def test_what_has_no_value_is_not_given() -> None:
    assert given(title=" ", url=None, authors=("", " "), section="News ") == {"section": "News"}


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("pt_BR", "pt"), ("eng", None), ("", None), (None, None)])
def test_language_tags(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


@pytest.mark.parametrize(
    ("authors", "bylines"),
    [
        (("By ADA HOLM, Staff Writer",), ("ADA HOLM",)),
        (("Ada Holm and Nils Berg", "Ada Holm"), ("Ada Holm", "Nils Berg")),
        (("李明",), ("李明",)),
        ((), ("Kari Moe",)),
        ((" ",), ("Kari Moe",)),
    ],
)
def test_authors_that_a_carrier_names_go_before_those_of_the_text(
    authors: tuple[str, ...], bylines: tuple[str, ...]
) -> None:
    """As names, each once; a script without capitals is left as it is."""
    text = "Ferry stays\n\nBy Kari Moe\n\nThe ferry to Orrin stayed in the harbour on Monday, the office said.\n"
    article = Clean().clean(Document("x", "text", text, authors=authors, section=" News "))
    assert isinstance(article, Article)
    assert (article.bylines, article.section) == (bylines, "News")

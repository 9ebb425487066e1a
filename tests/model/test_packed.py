"""A packed record is to its readers what it was before, wherever it is read."""

import pickle
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Annotation, Article, Credit, Segment
from firsthand.model.packed import Sealed, packed

TEXT = "The harbour “opens” on Monday.\n\nThe mayor said so. " * 40


def article(text: str = TEXT, name: str = "a1") -> Article:
    return Article(
        id=name, external_id=None, input="in.txt", url="https://kanal.example/1", path=None, publisher="Kanal Vest",
        text=text, headline="Harbour opens", dek=None, bylines=("Ada Lind",), dateline=None, published="2031-03-04",
        published_precision="day", fetched=None, language="en", sha256="0" * 64, page="article",
        segments=(Segment("body", 0, len(text)),), comments=(),
    )  # fmt: skip


@given(st.text(st.characters(codec="utf-8")))
def test_all_fields_are_as_they_were(text: str) -> None:
    """And so is what is made of them."""
    plain = article(text)
    made = packed(plain)
    assert isinstance(made, Article)
    assert [getattr(made, f.name) for f in fields(Article)] == [getattr(plain, f.name) for f in fields(Article)]
    assert (made.order, made.parts("body"), made.characters) == (plain.order, plain.parts("body"), plain.characters)


def test_it_takes_less_memory() -> None:
    """A page of text, packed and sent to another process, is smaller than the page itself."""
    assert len(pickle.dumps(packed(article()))) < len(TEXT) / 2


def test_changed_and_sent_elsewhere_it_is_plain() -> None:
    """``replace`` and pickle give what they give of a plain record."""
    plain = article()
    assert replace(packed(plain), text="Other") == replace(plain, text="Other")
    assert pickle.loads(pickle.dumps(packed(plain))) == plain


def test_annotations_are_packed_too() -> None:
    """Records of any class, each as its own."""
    note = Annotation("a1", (), (), (Credit(0, 2, "Kanal Vest", "byline"),), ())
    assert packed(note).credits == note.credits
    assert pickle.loads(pickle.dumps(packed(note))) == note


def test_what_would_not_come_back_the_same_stays_plain() -> None:
    """Lone surrogates cannot be packed, and a kind that this version does not know would be refused."""
    for odd in (article("lone \ud800"), replace(article(), page="hologram")):  # type: ignore[arg-type]
        assert packed(odd) is odd


def test_packed_twice_is_packed_once() -> None:
    """What is packed stays the object that it is."""
    made = packed(article())
    assert packed(made) is made


def test_a_sealed_record_stays_packed_where_it_comes_to() -> None:
    """Whether it was packed or not; what could not be packed comes plain."""
    for plain in (article(), article("lone \ud800")):
        for record in (plain, packed(plain)):
            sent = pickle.loads(pickle.dumps(Sealed.of(record), protocol=pickle.HIGHEST_PROTOCOL)).opened()
            assert [getattr(sent, f.name) for f in fields(Article)] == [getattr(plain, f.name) for f in fields(Article)]
            assert hasattr(sent, "_packed") == hasattr(packed(plain), "_packed")

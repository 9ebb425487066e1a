"""Records to bytes and back: fast where they are as the hints have it, and lenient where they are not."""

from typing import Any

import pytest

from firsthand.model import Annotation, Article, Credit, Quotation, Span
from firsthand.store import codec

SPOKEN = Quotation("q1", "a1", "direct", 0, 4, (Span(0, 4),), "Tessa Varga", 6, 17, "said", 18, 22, None, ("Norwire",))
NOTED = Annotation("a1", (), (), (Credit(0, 9, "Norwire", "dateline"),), (SPOKEN,))


def test_a_record_is_what_it_was() -> None:
    """By way of bytes, and by way of lists and dictionaries."""
    assert codec.decoded(Annotation, codec.encoded(NOTED)) == NOTED
    assert codec.decoded(Annotation, codec.encoded(codec.plain(NOTED))) == NOTED
    assert codec.record(Annotation, codec.plain(NOTED)) == NOTED


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"credits": None}, {"credits": ()}),
        ({"of_tomorrow": 1}, {}),
    ],
)
def test_what_is_not_quite_as_today_is_read(change: dict[str, Any], expected: dict[str, Any]) -> None:
    """Null for an empty list, a field that is unknown today."""
    fields = {**codec.plain(NOTED), **change}
    for made in (codec.record(Annotation, fields), codec.decoded(Annotation, codec.encoded(fields))):
        assert codec.plain(made) == {**codec.plain(NOTED), **{k: list(v) for k, v in expected.items()}}


def test_a_literal_of_another_version_is_read() -> None:
    """It is shown as it is, like any other."""
    fields = codec.plain(NOTED)
    fields["credits"][0]["kind"] = "watermark"
    assert codec.decoded(Annotation, codec.encoded(fields)).credits[0].kind == "watermark"


def test_a_lone_surrogate_survives() -> None:
    """Hostile text is kept as it came."""
    odd = Credit(0, 9, "Nor\ud800wire", "dateline")
    assert codec.decoded(Credit, codec.encoded(odd)) == odd
    assert codec.decoded(Credit, codec.encoded(codec.plain(odd))) == odd


def test_what_lacks_a_field_has_its_default() -> None:
    """A table of an earlier shape lacks columns."""
    article = codec.record(
        Article,
        {**dict.fromkeys(("id", "input", "text", "sha256"), "x"), "page": "article", "segments": [], "comments": []}
        | dict.fromkeys(("external_id", "url", "path", "publisher", "headline", "dek", "dateline", "published"))
        | dict.fromkeys(("published_precision", "fetched", "language"))
        | {"bylines": []},
    )
    assert article.paywalled is None and article.links == ()


@pytest.mark.parametrize("rows", [0, 1, 2, 5])
def test_a_table_is_the_same_however_many_rows_are_taken_apart_at_once(
    rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one piece, all rows in their order."""
    notes = [Annotation(f"a{k}", (), (), (Credit(0, k, "Norwire", "dateline"),), ()) for k in range(rows)]
    at_once = codec.table(Annotation, notes)
    monkeypatch.setattr(codec, "PLAIN", 2)
    by_twos = codec.table(Annotation, iter(notes))
    assert by_twos.equals(at_once)
    assert codec.records(Annotation, by_twos) == notes
    assert by_twos.column("article").num_chunks <= 1

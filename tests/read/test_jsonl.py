"""JSON Lines: a document a line, a rejection for each bad one, and the rest goes on."""

import gzip
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from tests.read.conftest import Read


def test_the_fields_of_the_contract_are_kept(read: Read) -> None:
    line = {
        "text": "The river rose.", "id": "a1", "url": "https://a.example/1", "publisher": "The Example",
        "title": "Flood", "published": "2021-05-04", "fetched": "2021-05-05T01:02:03Z", "language": "en",
        "unknown": {"x": 1},
    }  # fmt: skip
    (document,) = read("x.jsonl", json.dumps(line).encode())
    assert isinstance(document, Document)
    assert document.input.endswith("x.jsonl:1")
    assert (document.kind, document.content, document.external_id) == ("text", "The river rose.", "a1")
    assert (document.url, document.publisher, document.title) == ("https://a.example/1", "The Example", "Flood")
    assert (document.published, document.fetched) == ("2021-05-04", "2021-05-05T01:02:03Z")
    assert (document.language, document.path) == ("en", None)


def test_synonyms_count_where_the_field_itself_is_not_given(read: Read) -> None:
    line = {"html": "<p>One.</p>", "date": "2021", "scrape_time": "2022", "domain": "a.example", "published": ""}
    (document,) = read("x.jsonl", json.dumps(line).encode())
    assert isinstance(document, Document) and document.kind == "html"
    assert (document.published, document.fetched, document.publisher) == ("2021", "2022", "a.example")


def test_each_bad_line_is_rejected_by_its_number_and_the_rest_goes_on(read: Read) -> None:
    lines = [b'{"text": "One."}', b"{broken", b"[1]", b'{"text": "  "}', b"", b"\xff\xfe\xfd", b'{"text": "Two."}']
    found = read("x.jsonl", b"\r\n".join(lines))
    assert [f"{d.input[-1]} {d.content}" for d in found if isinstance(d, Document)] == ["1 One.", "7 Two."]
    assert [(r.input[-1], r.reason) for r in found if isinstance(r, Rejected)] == [
        ("2", "bad-json"), ("3", "not-an-object"), ("4", "no-text"), ("6", "bad-json"),
    ]  # fmt: skip


def test_a_line_too_long_is_rejected_without_being_held(read: Read) -> None:
    data = b'{"text": "' + b"a" * 3_000_000 + b'"}\n{"text": "Two."}\n'
    long, short = read("x.jsonl", data, config=ReadConfig(max_line_characters=1000))
    assert isinstance(long, Rejected) and long.reason == "line-too-long" and "max_line_characters" in long.detail
    assert isinstance(short, Document) and short.content == "Two."


def test_lone_surrogates_become_replacement_characters(read: Read) -> None:
    (document,) = read("x.jsonl", rb'{"text": "a \ud800 b \ud83d\ude00", "title": "\udfff"}')
    assert isinstance(document, Document)
    assert (document.content, document.title) == ("a \ufffd b 😀", "\ufffd")


def test_utf16_lines_are_read(read: Read) -> None:
    found = read("x.jsonl", '{"text": "Žižkov."}\n{"text": "Two."}\n'.encode("utf-16"))
    assert [d.content for d in found if isinstance(d, Document)] == ["Žižkov.", "Two."]


def test_deep_nesting_is_a_bad_line(read: Read) -> None:
    (found,) = read("x.jsonl", b'{"text":' + b"[" * 200_000)
    assert isinstance(found, Rejected) and found.reason == "bad-json"


def test_a_cut_gzip_keeps_what_was_read_before(read: Read) -> None:
    lines = b"".join(json.dumps({"text": f"Item {n} " + str(hash(str(n)))}).encode() + b"\n" for n in range(500))
    whole = gzip.compress(lines)
    found = read("x.jsonl.gz", whole[: len(whole) // 2])
    assert sum(isinstance(d, Document) for d in found) > 100
    assert [r.reason for r in found if isinstance(r, Rejected)] == ["truncated"]


def test_a_damaged_gzip_keeps_what_was_read_before(read: Read) -> None:
    good, bad = gzip.compress(b'{"text": "One."}\n'), bytearray(gzip.compress(b'{"text": "Two."}\n'))
    bad[-8] ^= 0xFF
    found = read("x.jsonl.gz", good + bytes(bad))
    assert [r.reason for r in found if isinstance(r, Rejected)] == ["broken-gzip"]
    assert [d.content for d in found if isinstance(d, Document)][:1] == ["One."]


def test_a_gzip_bomb_is_stopped(read: Read) -> None:
    bomb = gzip.compress(b"a" * 5_000_000)
    bounds = ReadConfig(max_document_bytes=100_000, max_line_characters=1000)
    (found,) = read("x.jsonl.gz", bomb, config=bounds)
    assert isinstance(found, Rejected) and found.reason == "too-large"
    (text,) = read("x.txt.gz", bomb, config=bounds)
    assert isinstance(text, Rejected) and text.reason == "too-large"


def test_a_json_file_may_be_one_object_or_a_list(read: Read) -> None:
    (one,) = read("x.json", b'{\n "text": "One."\n}')
    assert isinstance(one, Document) and one.content == "One."
    two, bad = read("x.json", b'[{"text": "Two."}, 3]')
    assert isinstance(two, Document) and two.input.endswith("x.json#1")
    assert isinstance(bad, Rejected) and (bad.reason, bad.input[-2:]) == ("not-an-object", "#2")


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.dictionaries(st.sampled_from(["text", "html", "id", "url"]), _JSON).map(
    lambda d: json.dumps(d).encode()
))  # fmt: skip
def test_any_bytes_give_documents_or_rejections(read: Read, data: bytes) -> None:
    for item in read("x.jsonl", data):
        assert isinstance(item, (Document, Rejected))
        if isinstance(item, Rejected):
            assert 0 < len(item.detail) <= 200 and item.detail.isprintable()


def test_a_number_too_long_for_python_is_said_so(read: Read) -> None:
    """What Python suggests to its programmers is no help to a reader of ``rejected.jsonl``."""
    (found,) = read("x.jsonl", b'{"text": "One.", "n": ' + b"9" * 6000 + b"}")
    assert isinstance(found, Rejected) and found.reason == "bad-json" and "sys." not in found.detail

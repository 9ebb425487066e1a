"""What is asked is read strictly, refused in one shape, and answered within bounds."""

import http.client
import json
from contextlib import closing
from pathlib import Path
from typing import get_args, get_type_hints
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.export.formats import FORMATS
from firsthand.present.export.pieces import SNIPPET
from firsthand.web.rest.asked import Exported, Searched
from firsthand.web.rest.encoding import encoded
from firsthand.web.rest.openapi import PREFIX, document
from firsthand.web.rest.operations import OPERATIONS
from tests.web.conftest import OURS, client_of
from tests.web.rest.conftest import BEARER, V1, refused
from tests.web.test_server import running, status

HUGE = "9" * 400
HOSTILE = ["\x00", "\n", "..", "../../etc/passwd", "<script>", "' OR 1=1 --", "%", "é" * 99, "\u202e", HUGE[:190], "*"]


@pytest.fixture(scope="module")
def catalog(linked: Path) -> Catalog:
    return catalog_of(linked)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("path", ["/articles/{}", "/stories/{}/lineage", "/why/{}", "/speakers/{}", "/outlets/{}"])
def test_a_name_that_nothing_has_is_not_found(api: TestClient, path: str, name: str) -> None:
    answer = api.get(V1 + path.format(quote(name, safe="")))
    assert refused(answer, 404, "not-found")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("limit=0", ">= 1"),
        ("limit=201", "<= 200"),
        (f"limit={HUGE}", "whole number"),
        ("limit=-1", ">= 1"),
        ("limit=1.5", "whole number"),
        ("limit=1e3", "whole number"),
        ("limit=٣", "whole number"),
        ("limit=", "whole number"),
        ("limit=1&limit=2", "given twice"),
        ("order=secret", "order"),
        ("with_text=1", "true or false"),
        ("with_text=TRUE", "true or false"),
        ("offset=3", "no parameter is called 'offset'"),
        ("id=x", "no parameter is called 'id'"),
        ("cursor=", "cursor"),
        ("&".join(f"a{n}=1" for n in range(40)), "more than 32"),
    ],
)
def test_a_parameter_that_does_not_fit_is_named(api: TestClient, query: str, words: str) -> None:
    assert words in refused(api.get(f"{V1}/stories?{query}"), 400, "bad-parameter")


@settings(deadline=None, max_examples=60)
@given(q=st.text(max_size=120), limit=st.text(max_size=6), order=st.text(max_size=20))
def test_whatever_is_asked_there_is_an_answer_of_one_of_two_shapes(
    api: TestClient, q: str, limit: str, order: str
) -> None:
    for path, query in (("/search", {"q": q}), ("/stories", {"limit": limit}), ("/statements", {"order": order})):
        given_ = {name: value.encode("utf-8", "surrogatepass") for name, value in query.items()}
        answer = api.get(V1 + path, params=given_)  # type: ignore[arg-type]
        assert answer.status_code in (200, 400)
        assert "items" in answer.json() or answer.json()["status"] == 400


def test_long_addresses_and_heads_are_refused_in_the_same_shape(api: TestClient) -> None:
    refused(api.get(f"{V1}/stories/{'a' * 500}"), 414, "refused")
    refused(api.get(f"{V1}/search?q={'a' * 9_000}"), 414, "refused")
    refused(api.get(f"{V1}/stories", headers={"x-a": "a" * 17_000}), 431, "refused")


def test_a_question_of_ten_megabytes_is_cut_off(linked: Path) -> None:
    """The server does not read it, stays, and answers the next one."""
    with running(linked) as server:
        sent = b"GET /api/v1/search?q=" + b"a" * 10_000_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        try:
            told = server.raw(sent)
        except (BrokenPipeError, ConnectionResetError):
            told = b""
        assert status(told) in (0, 400)
        code, body = server.get(f"{V1}/search?q=ferry")
        assert code == 200 and json.loads(body)["total"] > 0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused_and_those_that_there_are_named(api: TestClient, method: str) -> None:
    """So is what a browser asks before it lets another site's page send something: CORS is off."""
    answer = api.request(method, f"{V1}/corrections", headers=OURS)
    refused(answer, 405, "method")
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert not [name for name in answer.headers if name.startswith("access-control")]
    answer = api.post(f"{V1}/stories", json={})
    refused(answer, 405, "method")
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize(
    "path", ["", "/", "/nothing", "/stories/", "/openapi.yaml", "//stories", "/stories/a/b/c", "/%0a"]
)
def test_an_address_that_there_is_not_says_where_all_are(api: TestClient, path: str) -> None:
    assert "openapi.json" in refused(api.get(V1 + path), 404, "not-found")


@pytest.mark.parametrize("host", ["attack.example", "attack.example:8000", "127.0.0.1:80"])
def test_a_name_of_another_site_is_answered_with_a_problem(api: TestClient, host: str) -> None:
    refused(api.get(f"{V1}/stories", headers={"Host": host}), 421, "refused")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://attack.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"},
        {**OURS, "Origin": "http://attack.example"},
    ],
)
def test_a_page_of_another_site_reads_nothing_and_sends_nothing(api: TestClient, headers: dict[str, str]) -> None:
    refused(api.get(f"{V1}/stories", headers=headers), 403, "refused")
    for path in ("/check", "/corrections"):
        refused(api.post(V1 + path, json={"text": "x"}, headers={**headers, **BEARER}), 403, "refused")


def test_our_own_pages_and_programs_may_ask(api: TestClient) -> None:
    for headers in ({}, OURS, {"Sec-Fetch-Site": "none"}):
        assert api.get(f"{V1}/stories", headers=headers).status_code == 200
    refused(api.post(f"{V1}/check", json={"text": "x"}, headers={"Sec-Fetch-Site": "none"}), 403, "refused")


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", ""])
def test_what_a_form_can_send_is_not_taken(api: TestClient, kind: str) -> None:
    """A form of another site can send these kinds without being asked; JSON it cannot."""
    answer = api.post(f"{V1}/check", content=b'{"text": "x"}', headers={"Content-Type": kind})
    refused(answer, 415, "bad-body")


@pytest.mark.parametrize(
    ("sent", "code", "kind"),
    [
        (b"", 400, "bad-body"),
        (b"{", 400, "bad-body"),
        (b"[]", 400, "bad-body"),
        (b"\xff\xfe", 400, "bad-body"),
        (b'{"text": 1}', 400, "bad-body"),
        (b'{"text": ""}', 400, "bad-body"),
        (b'{"text": "x", "other": 1}', 400, "bad-body"),
        (b'{"text": "\\ud800"}', 400, "bad-body"),
        (b'{"a": ' * 5_000 + b"1" + b"}" * 5_000, 400, "bad-body"),
        (b'{"text": "' + b"a" * 200_001 + b'"}', 400, "bad-body"),
        (b'{"text": "' + b"a" * 2_000_001 + b'"}', 413, "too-large"),
        (b"{}", 422, "not-done"),
        (b'{"text": "x", "url": "http://news.example/"}', 403, "not-allowed"),
        (b'{"url": "http://news.example/"}', 403, "not-allowed"),
        (b'{"text": " "}', 422, "not-done"),
    ],
)
def test_a_body_that_does_not_fit_is_told_why(api: TestClient, sent: bytes, code: int, kind: str) -> None:
    assert refused(api.post(f"{V1}/check", content=sent, headers={"Content-Type": "application/json"}), code, kind)


def test_what_a_browser_or_program_has_already_is_not_sent_again(api: TestClient, catalog: Catalog) -> None:
    """The tag is of the step: it stays while the corpus does (RFC 9110)."""
    first = api.get(f"{V1}/stories")
    tag = first.headers["etag"]
    assert catalog.path.stem in tag and first.headers["cache-control"] == "no-cache"
    for header in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        answer = api.get(f"{V1}/stories", headers={"If-None-Match": header})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert api.get(f"{V1}/stories", headers={"If-None-Match": '"x"'}).content == first.content
    assert api.get(f"{V1}/articles/none", headers={"If-None-Match": "*"}).status_code == 404
    assert "etag" not in api.get(f"{V1}/corpus").headers


def test_texts_are_cut_unless_they_are_asked_for(api: TestClient, catalog: Catalog) -> None:
    """No answer has a longer piece of a document than an export has; with leave there are all of them."""
    article = max(catalog.articles(limit=100), key=lambda a: a.characters)
    assert api.get(f"{V1}/articles/{article.id}").json()["text"] is None
    whole = api.get(f"{V1}/articles/{article.id}", params={"with_text": "true"}).json()["text"]
    assert len(whole) == article.characters > SNIPPET
    for path in (f"/articles/{article.id}/quotations", "/statements", "/search?q=ferry", "/stories"):
        told = api.get(V1 + path).json()["items"]
        texts = [item.get(name, "") for item in told for name in ("words", "wording", "sentence", "summary")]
        assert any(texts) and max(map(len, texts)) <= SNIPPET


def test_spans_are_where_the_words_are(api: TestClient, catalog: Catalog) -> None:
    for row in catalog.articles(limit=100):
        text = api.get(f"{V1}/articles/{row.id}", params={"with_text": "true"}).json()["text"]
        for said in api.get(f"{V1}/articles/{row.id}/quotations?with_text=true").json()["items"]:
            assert said["words"] == " ".join(text[f["start"] : f["end"]] for f in said["fragments"])
    for hit in api.get(f"{V1}/search?q=ferry&with_text=true").json()["items"]:
        text = api.get(f"{V1}/articles/{hit['article']['id']}?with_text=true").json()["text"]
        assert text[hit["start"] :].startswith(hit["sentence"])


def test_a_lone_surrogate_is_answered_as_the_mark_of_what_is_no_character() -> None:
    assert json.loads(encoded({"a": ["x\ud800y", "\udfff"]})) == {"a": ["x\ufffdy", "\ufffd"]}


def test_the_description_is_openapi_and_its_schemas_are_schemas(api: TestClient) -> None:
    told = api.get(f"{V1}/openapi.json").json()
    assert told == json.loads(encoded(document())) and told["openapi"] == "3.1.0"
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    assert {o.path for o in OPERATIONS} == set(told["paths"]) and told["servers"] == [{"url": PREFIX}]
    names = [o.name for o in OPERATIONS]
    assert len(set(names)) == len(names)


def test_the_formats_are_those_of_the_export() -> None:
    assert list(get_args(get_type_hints(Exported)["format"])) == list(FORMATS)


def test_a_parameter_is_described_by_its_class() -> None:
    """Fields of the path and those without a default must be given."""
    found = {p["name"]: p for p in document()["paths"]["/search"]["get"]["parameters"]}
    assert set(found) == set(Searched.__dataclass_fields__)
    assert [name for name, p in found.items() if p["required"]] == ["q"]
    assert found["limit"]["schema"] == {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}


def test_before_the_first_catalog_is_there_the_reader_is_told_to_come_back(
    linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with client_of(linked) as client:
        monkeypatch.setattr("firsthand.web.rest.doing.Desk.catalog", _none)
        answer = client.get(f"{V1}/stories")
        refused(answer, 503, "getting-ready")
        assert answer.headers["retry-after"]


def _none(*_: object) -> Catalog:
    from firsthand.web.rest.problems import Refused

    raise Refused(503, "getting-ready", "It is being built.", {"Retry-After": "2"})


def test_a_fault_of_ours_is_a_problem_and_tells_nothing(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("firsthand.present.catalog.Catalog.speakers", fails)
    with client_of(linked) as client:
        assert "secret" not in refused(client.get(f"{V1}/speakers"), 500, "failed")


def test_a_head_is_a_get_without_a_body(linked: Path) -> None:
    with running(linked) as server, closing(http.client.HTTPConnection("127.0.0.1", server.port)) as connection:
        connection.request("HEAD", f"{V1}/stories")
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"") and answer.getheader("ETag")

"""Who is answered: requests under our own name, writes from our own pages, and nothing for other sites' pages."""

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from firsthand.web.security import HEADERS, Hosts, Session, same_origin
from tests.web.conftest import BASE, OURS, token


@pytest.mark.parametrize(
    ("bound", "header", "answered"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "LOCALHOST:8000", True),
        ("::1", "[::1]:8000", True),
        ("news.example", "news.example:8000", True),
        ("0.0.0.0", "192.0.2.7:8000", True),
        ("::", "[2001:db8::7]:8000", True),
        ("127.0.0.1", "attack.example:8000", False),
        ("0.0.0.0", "attack.example:8000", False),
        ("127.0.0.1", "192.0.2.7:8000", False),
        ("127.0.0.1", "127.0.0.1:8001", False),
        ("127.0.0.1", "127.0.0.1", False),
        ("127.0.0.1", "127.0.0.1:8000@attack.example", False),
        ("127.0.0.1", "127.0.0.1.attack.example:8000", False),
        ("127.0.0.1", "localhost:8000:8000", False),
        ("127.0.0.1", "localhost:٨٠٠٠", False),
        ("127.0.0.1", "", False),
    ],
)
def test_a_name_of_another_site_is_not_ours(bound: str, header: str, answered: bool) -> None:
    """A name that was made to mean this machine brings a page of another site no nearer."""
    assert Hosts(bound, 8000).allows(header) == answered


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"origin": BASE}, True),
        ({"origin": BASE, "sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({}, False),
        ({"origin": "null"}, False),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, False),
        ({"origin": "https://127.0.0.1:8000"}, False),
        ({"origin": "http://127.0.0.1:9000"}, False),
        ({"origin": "http://attack.example"}, False),
        ({"origin": BASE, "sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none"}, False),
    ],
)
def test_a_form_of_another_site_is_told_by_its_browser(headers: dict[str, str], ours: bool) -> None:
    assert same_origin(Headers({"host": "127.0.0.1:8000", **headers})) == ours


def test_the_token_is_another_in_each_run_and_is_not_shown_by_accident() -> None:
    one, other = Session(), Session()
    assert one.knows(one.token) and not one.knows(other.token) and not one.knows("") and not one.knows("é\ud800")
    assert one.token not in repr(one)


@pytest.mark.parametrize(
    "path", ["/", "/check.html", "/search.html?q=ferry", "/assets/site.css", "/state.json", "/nothing", "/assets/no"]
)
def test_every_answer_says_what_a_page_may_do(client: TestClient, path: str) -> None:
    answer = client.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in HEADERS["Content-Security-Policy"] and "*" not in HEADERS["Content-Security-Policy"]
    assert answer.headers["cache-control"] == ("no-cache" if path == "/assets/site.css" else "no-store")
    assert "set-cookie" not in answer.headers and "access-control-allow-origin" not in answer.headers


def test_a_wrong_name_is_answered_with_nothing(client: TestClient) -> None:
    for name in ("attack.example", "attack.example:8000", "127.0.0.1:80"):
        answer = client.get("/", headers={"Host": name})
        assert answer.status_code == 421
        assert "token" not in answer.text and "Norda" not in answer.text
        assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_not_known(client: TestClient, method: str) -> None:
    assert client.request(method, "/", headers=OURS).status_code == 405


def test_a_page_of_another_site_may_link_to_us_and_not_embed_us(client: TestClient) -> None:
    """A link is followed by the user; a picture, script or frame with our address would tell that site something."""
    other = {"Sec-Fetch-Site": "cross-site"}
    assert client.get("/", headers={**other, "Sec-Fetch-Mode": "navigate"}).status_code == 200
    for mode in ("no-cors", "cors", "same-origin", "websocket"):
        assert client.get("/search.html?q=x", headers={**other, "Sec-Fetch-Mode": mode}).status_code == 403


@pytest.mark.parametrize("path", ["/check.html", "/corrections"])
@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "http://attack.example"}, {"Origin": "null"}, {**OURS, "Sec-Fetch-Site": "cross-site"}]
)
def test_what_another_site_sends_is_refused_even_with_the_token(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    form = {"token": token(client), "text": "x", "verb": "merge", "id": "a"}
    assert client.post(path, data=form, headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["/check.html", "/corrections"])
@pytest.mark.parametrize("given", [None, "", "wrong", "\ud800".encode("utf-8", "surrogatepass"), "x" * 5_000])
def test_without_the_token_nothing_is_done(client: TestClient, path: str, given: object) -> None:
    form = {"text": "x", "verb": "merge", "id": "a"} | ({} if given is None else {"token": given})
    answer = client.post(path, data=form, headers=OURS)
    assert answer.status_code == 403
    assert "earlier run" in answer.text


def test_long_addresses_are_not_read(client: TestClient) -> None:
    assert client.get("/" + "a" * 500).status_code == 414
    assert client.get("/search.html?q=" + "a" * 9_000).status_code == 414

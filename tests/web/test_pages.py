"""Each address shows its page, and whatever else is asked for is said not to be there."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.present.catalog import catalog_of
from firsthand.present.report.environment import rendered
from firsthand.present.report.pages import page
from tests.web.conftest import client_of


def links(text: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'(?:href|src|action)="([^"#?]+)', text)]


def reached(client: TestClient, start: str, most: int) -> Iterator[tuple[str, str]]:
    """Pages and files that links lead to, in the order in which they are met, and what each says."""
    waiting, seen = [start], {start}
    while waiting and most:
        path = waiting.pop(0)
        answer = client.get(path)
        assert answer.status_code == 200, path
        most -= 1
        yield path, answer.text
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for link in links(answer.text):
            if link.startswith("http"):
                continue
            target = str(answer.url.join(link).path)
            if target not in seen and target != "/corrections":
                seen.add(target)
                waiting.append(target)


def test_every_link_leads_somewhere(client: TestClient) -> None:
    """From the first page on, through all kinds of pages."""
    kinds = {re.sub(r"[^/]+$", "", path) or path for path, _ in reached(client, "/", 120)}
    assert {"/", "/stories/", "/compare/", "/speakers/", "/outlets/", "/lists/", "/assets/"} <= kinds


def test_a_served_page_is_the_one_on_disk_with_what_only_a_server_can(client: TestClient, linked: Path) -> None:
    """Whoever reads the folder reads the same."""
    # A page asks a server why it is one story; on disk it names the command that answers.
    only_served = re.compile(r"<form.*?</form>|<p class=\"soft one-story\">.*?</p>")
    catalog = catalog_of(linked)
    for path in (f"stories/{catalog.stories()[0].id}.html", "lists/stories-1.html"):
        found = page(catalog, path)
        assert found
        told = [
            re.sub(r"<[^>]+>", " ", only_served.sub(" ", text[text.index("<main") : text.index("</main>")]))
            for text in (client.get(f"/{path}").text, rendered(found, path))
        ]
        assert told[0].split() == told[1].split()


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/search.html", "/search.html?q=ferry&page=2", "/check.html", "/corrections.html"]
)
def test_these_are_always_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert client.head(path).status_code == 200


HOSTILE = [
    "stories/0000000000000000.html",
    "stories/%2e%2e%2findex.html",
    "..%2f..%2f..%2fetc%2fpasswd",
    "assets/..%2ftemplates%2fbase.html",
    "assets/site.css/",
    "assets/.html",
    "templates/base.html",
    "ledger.sqlite",
    "catalog/",
    "stories/<script>alert(1)</script>.html",
    "stories/%00.html",
    "stories/' OR 1=1 --.html",
    "compare/a~b~c.html",
    "compare/~.html",
    "lists/stories-0.html",
    "lists/stories-999999999.html",
    "lists/stories--1.html",
    "lists/users-1.html",
    "speakers/%F0%9F%92%A9.html",
    "corrections/1.html",
    "corrections/99999999999999999999999.html",
    "check.html/",
    "index.html\\",
    "//attack.example/",
    "http://attack.example/",
    "a/" * 150,
]


@pytest.mark.parametrize("path", HOSTILE)
def test_what_is_not_there_is_said_in_a_page_that_repeats_nothing(client: TestClient, path: str) -> None:
    answer = client.get(f"/{path}")
    assert answer.status_code == 404, path
    assert "Not here" in answer.text and "alert(1)" not in answer.text and "root:" not in answer.text
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    "question",
    [
        '"', "*", "(", "NEAR(a b)", "headline:x", "a AND", "NOT", "-" * 400, "\0", "' OR 1=1 --", "{a b}: c", "^x",
        "speaker:", "after:9999-99-99", "day:0000", "before:" + "9" * 300, "<script>alert(1)</script>", "\ud800",
        "a" * 3_000,
    ],
)  # fmt: skip
def test_a_question_is_read_by_us_and_breaks_nothing(client: TestClient, question: str) -> None:
    given = question.encode("utf-8", "surrogatepass")
    answer = client.get("/search.html", params={"q": given, "page": "-1"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("number", ["0", "99999999", "1e9", "٣", "", "'"])
def test_a_page_of_hits_that_is_not_there_is_empty(client: TestClient, number: str) -> None:
    assert client.get("/search.html", params={"q": "ferry", "page": number}).status_code == 200


def test_assets_are_sent_once(client: TestClient) -> None:
    answer = client.get("/assets/site.css")
    assert answer.headers["content-type"].startswith("text/css")
    again = client.get("/assets/site.css", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_fails_says_so_and_no_more(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer has the headers of all others, and nothing of the error."""

    def fails(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("firsthand.web.kept.page", fails)
    answer = client.get("/lists/stories-77.html")
    assert (answer.status_code, "secret" in answer.text, "fault" in answer.text) == (500, False, True)
    assert "content-security-policy" in answer.headers


def test_without_a_catalog_a_page_says_that_it_is_being_built(folder: Path) -> None:
    for path in (folder / "catalog").iterdir():
        path.unlink()
    with client_of(folder) as fresh:
        answer = fresh.get("/stories/x.html")
        if answer.status_code != 404:  # it may be there by now
            assert (answer.status_code, answer.headers["refresh"]) == (503, "2")
            assert "being built" in answer.text and 'href="../index.html"' in answer.text

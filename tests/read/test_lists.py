"""Lists of addresses, and tables with texts: Media Cloud, GDELT, sitemaps, references, plain lists."""

import gzip
import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from firsthand.read import Fetched, Unfetched, read_inputs
from tests.read import exports
from tests.read.conftest import Read

FERRY = "https://halden.example/ferry"
PAGE = b"<!doctype html><title>A page</title><p>The ferry stayed in the harbour on Monday.</p>"
LISTS = {
    "media-cloud.csv": exports.MEDIA_CLOUD,
    "media-cloud-new.csv": exports.MEDIA_CLOUD_NEW,
    "article-list.csv": exports.GDELT_DOC,
    "gkg.csv": exports.gkg(FERRY),
    "events.CSV": exports.event(FERRY),
    "events1.tsv": exports.event(FERRY, 58),
    "mentions.csv": exports.mention(FERRY),
    "gkg1.csv": f"DATE\tNUMARTS\tCOUNTS\tSOURCES\tSOURCEURLS\n20310303\t1\t\thalden.example\t{FERRY}\n",
    "sitemap.xml": exports.SITEMAP,
    "library.json": json.dumps(exports.CSL, indent=1),
    "library-zotero.json": json.dumps(exports.ZOTERO, indent=1),
    "library-line.json": json.dumps(exports.ZOTERO),
    "list.txt": f"# ferries\n{FERRY}\n",
}


@pytest.fixture
def asked(tmp_path: Path) -> Callable[..., list[Document | Rejected]]:
    """Read a list with a server that has one page at every address; what was asked for stands in ``asked.log``."""

    def read(name: str, text: str, answer: bytes = PAGE, **settings: int) -> list[Document | Rejected]:
        path = tmp_path / name
        path.write_bytes(text.encode())

        def fetch(address: str) -> Fetched:
            with (tmp_path / "asked.log").open("a") as log:
                log.write(f"{address}\n")
            return Fetched(address, answer)

        return list(read_inputs([path], ReadConfig(**settings), fetch=fetch))

    return read


@pytest.mark.parametrize("name", LISTS)
def test_a_list_without_fetching_says_that_it_holds_addresses_and_how_to_fetch_them(
    read: Read, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Once a list, and also at once to whoever runs this."""
    with caplog.at_level(logging.WARNING, "firsthand"):
        found = read(name, LISTS[name].encode())
    last = found[-1]
    assert not any(isinstance(item, Document) for item in found)
    assert isinstance(last, Rejected) and last.reason == "addresses-only" and last.input.endswith(name)
    assert "no text; to ask for the pages: firsthand add --fetch FILE" in last.detail
    assert [last.detail in record.message for record in caplog.records] == [True]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("packed", [False, True])
def test_with_fetching_each_address_is_a_document_with_what_the_list_says(
    asked: Callable[..., list[Document | Rejected]], tmp_path: Path, name: str, packed: bool
) -> None:
    """Under the address that the list gives."""
    if packed:
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(LISTS[name].encode()))
        found = list(read_inputs([tmp_path / f"{name}.gz"], fetch=lambda a: Fetched(a, PAGE)))
    else:
        found = asked(name, LISTS[name])
    first = next(item for item in found if isinstance(item, Document))
    assert (first.url, first.kind, first.content) == (FERRY, "html", PAGE.decode())
    assert first.fetched and first.fetched[:2] == "20"
    assert tmp_path.name not in (first.external_id or "")


def test_what_lists_say_is_kept(asked: Callable[..., list[Document | Rejected]]) -> None:
    cloud = [d for d in asked("a.csv", exports.MEDIA_CLOUD) if isinstance(d, Document)]
    assert [(d.title, d.publisher, d.published, d.language, d.external_id) for d in cloud] == [
        ("Ferry stays, again", "Halden Courier", "2031-03-03 05:12:00", "en", "17"),
        ("Storm cost", "Orrin Post", "2031-03-04", "en", "18"),
    ]
    news = next(d for d in asked("b.xml", exports.SITEMAP) if isinstance(d, Document))
    assert (news.title, news.publisher, news.language) == ("Ferry stays & waits", "The Halden Courier", "en")
    assert news.published == "2031-03-03T05:12:00Z"
    paper = next(d for d in asked("c.json", json.dumps(exports.CSL, indent=1)) if isinstance(d, Document))
    assert (paper.title, paper.publisher) == ("Ferry stays in harbour", "The Halden Courier")
    assert (paper.published, paper.authors, paper.language) == ("2031-03", ("Ada Holm", "Nordwire"), "en")
    kept = next(d for d in asked("d.json", json.dumps(exports.ZOTERO)) if isinstance(d, Document))
    assert (kept.authors, kept.section, kept.published) == (("Ada Holm",), "News", "2031-03-03")


def test_gdelt_says_when_and_what_of_the_page_where_it_knows(asked: Callable[..., list[Document | Rejected]]) -> None:
    """The time of a batch counts as a day; the page's own time, title and authors go before it."""
    extras = (
        "<PAGE_TITLE>Ferry &amp; storm</PAGE_TITLE><PAGE_PRECISEPUBTIMESTAMP>20310303051200</PAGE_PRECISEPUBTIMESTAMP>"
    )
    extras += "<PAGE_AUTHORS>Ada Holm;Nils Berg</PAGE_AUTHORS>"
    plain, full = asked("g.csv", exports.gkg(f"{FERRY}/1") + exports.gkg(f"{FERRY}/2", extras, "srclc:fra;eng:x"))
    assert isinstance(plain, Document) and isinstance(full, Document)
    assert (plain.published, plain.title, plain.language) == ("2031-03-03", None, None)
    assert (full.published, full.title, full.language) == ("20310303051200", "Ferry & storm", "fr")
    assert full.authors == ("Ada Holm", "Nils Berg")


def test_rows_without_an_address_are_told(read: Read) -> None:
    rows = exports.gkg("BBC Monitoring/halden", kind="2") + exports.mention("A book", kind="2") + "1\t2\n"
    found = read("g.csv", rows.encode())
    assert [item.reason for item in found if isinstance(item, Rejected)] == [
        "not-an-address",
        "not-an-address",
        "bad-row",
    ]
    table = read("m.csv", exports.MEDIA_CLOUD.encode())
    assert isinstance(table[0], Rejected) and (table[0].reason, table[0].input[-2:]) == ("no-text", ":4")
    assert [
        r.reason for r in read("l.txt", b"https://a.example/1\n" * 2_000 + b"no address\n") if isinstance(r, Rejected)
    ] == [
        "not-an-address",
        "addresses-only",
    ]
    library = read("l.json", json.dumps(exports.CSL, indent=1).encode())
    assert isinstance(library[0], Rejected) and library[0].reason == "no-address" and "On harbours" in library[0].detail


def test_a_table_with_texts_is_read_a_row_a_document(read: Read) -> None:
    """Cells may hold lines and quotation marks; rows without a text are addresses."""
    found = read("t.csv", exports.TEXTS_CSV.encode())
    document, rest = found
    assert isinstance(document, Document) and isinstance(rest, Rejected)
    assert document.content == 'The ferry stayed in the harbour.\n\n"Nobody was hurt," said Nils Berg.'
    assert (document.title, document.url, document.published) == ("Ferry stays", FERRY, "2031-03-03")
    assert rest.detail.startswith("holds an address without text beside what was read")


@pytest.mark.parametrize(
    ("head", "reason"), [("a,b,c\n1,2,3\n", "unknown-columns"), ("", "empty"), ('text,url\n"open\n', None)]
)
def test_tables_that_hold_no_news_are_told(read: Read, head: str, reason: str | None) -> None:
    (found,) = read("t.csv", head.encode())
    assert getattr(found, "reason", None) == reason


def test_an_address_is_asked_for_once_and_so_many_at_most(
    asked: Callable[..., list[Document | Rejected]], tmp_path: Path
) -> None:
    """The rest is counted, with the setting that mends it."""
    lines = "".join(f"https://a.example/{n % 4}\n" for n in range(12))
    found = asked("l.txt", lines, max_fetched=3)
    assert len([d for d in found if isinstance(d, Document)]) == 3
    assert (tmp_path / "asked.log").read_text().splitlines() == [f"https://a.example/{n}" for n in range(3)]
    last = found[-1]
    assert isinstance(last, Rejected) and last.reason == "not-asked" and "max_fetched" in last.detail
    assert last.detail.startswith("3 more addresses")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n", "binary"),
        (b"https://a.example/1\n", "addresses-only"),
        (exports.SITEMAP.encode(), "addresses-only"),
    ],
)
def test_an_address_that_is_no_page_is_told(
    asked: Callable[..., list[Document | Rejected]], answer: bytes, reason: str
) -> None:
    (found,) = asked("l.txt", f"{FERRY}\n", answer)
    assert isinstance(found, Rejected) and found.reason == reason and found.input.endswith("l.txt:1")


def test_an_index_leads_to_sitemaps_and_no_deeper(tmp_path: Path) -> None:
    """An index that names itself ends."""
    pages = {
        "https://a.example/news.xml": exports.SITEMAP.encode(),
        "https://b.example/news.xml": exports.INDEX.format(address="https://c.example").encode(),
        "https://c.example/news.xml": exports.INDEX.format(address="https://b.example").encode(),
    }

    def fetch(address: str) -> Fetched:
        if address in pages:
            return Fetched(address, pages[address])
        return Fetched(address, PAGE)

    (tmp_path / "i.xml").write_text(exports.INDEX.format(address="https://a.example"))
    found = [d for d in read_inputs([tmp_path / "i.xml"], fetch=fetch) if isinstance(d, Document)]
    assert [d.url for d in found] == [FERRY, "https://halden.example/storm?a=1&b=2"]
    (tmp_path / "i.xml").write_text(exports.INDEX.format(address="https://b.example"))
    (deep,) = read_inputs([tmp_path / "i.xml"], fetch=fetch)
    assert isinstance(deep, Rejected) and deep.reason == "too-deep"


def test_an_address_may_be_the_input_itself() -> None:
    """A page, or a list; only where something asks for it."""
    (page,) = read_inputs([FERRY], fetch=lambda a: Fetched(a, PAGE))
    assert isinstance(page, Document) and page.url == FERRY
    many = list(
        read_inputs(
            ["https://a.example/m.xml"],
            fetch=lambda a: Fetched(a, exports.SITEMAP.encode() if a.endswith("xml") else PAGE),
        )
    )
    assert [d.url for d in many if isinstance(d, Document)] == [FERRY, "https://halden.example/storm?a=1&b=2"]


def test_what_a_server_refuses_is_told_in_its_words() -> None:
    def fetch(address: str) -> Fetched:
        del address
        raise Unfetched("refused", "robots.txt does not allow it")

    (found,) = read_inputs([FERRY], fetch=fetch)
    assert isinstance(found, Rejected)
    assert (found.reason, found.detail) == ("refused", f"{FERRY}: robots.txt does not allow it")

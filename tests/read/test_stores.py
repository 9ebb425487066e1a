"""Inputs named by URL and by manifest are read as files are."""

import gzip
from pathlib import Path

import pytest

from firsthand.config import ReadConfig
from firsthand.errors import InputError
from firsthand.model import Document, Rejected
from firsthand.read import read_inputs

PAGE = "<html><body><p>The lantern was lit.</p></body></html>"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder with pages, one of them gzipped, one hidden."""
    root = tmp_path / "store"
    (root / "inner").mkdir(parents=True)
    (root / "a.html").write_text(PAGE)
    (root / "inner" / "b.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (root / ".hidden.html").write_text(PAGE)
    return root


def documents(*inputs: str, base: str = "") -> list[Document | Rejected]:
    return list(read_inputs(inputs, ReadConfig(base=base)))


def test_a_file_by_url_is_the_file(store: Path) -> None:
    """Its id is its name; the URL is its input."""
    (found,) = documents((store / "a.html").as_uri())
    (plain,) = documents(str(store / "a.html"))
    assert isinstance(found, Document)
    assert isinstance(plain, Document)
    assert (found.content, found.kind, found.external_id) == (plain.content, plain.kind, plain.external_id)
    assert found.input == (store / "a.html").as_uri()


def test_a_folder_by_url_is_walked_in_the_order_of_names(store: Path) -> None:
    """Hidden files are left out."""
    assert [d.external_id for d in documents(store.as_uri()) if isinstance(d, Document)] == ["a", "b"]


@pytest.mark.parametrize("name", ["month.paths", "month.paths.gz"])
def test_a_manifest_names_inputs(store: Path, name: str) -> None:
    """Paths are taken from the base, URLs as they are; blank lines and comments say nothing."""
    lines = f"# the month\n\na.html\n{(store / 'inner' / 'b.html.gz').as_uri()}\n".encode()
    manifest = store / name
    manifest.write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    for base in (store.as_uri(), str(store)):
        found = documents(str(manifest), base=base)
        assert [d.external_id for d in found if isinstance(d, Document)] == ["a", "b"]


def test_what_is_not_there_is_rejected_and_the_rest_is_read(store: Path) -> None:
    """A store is asked when its turn comes."""
    gone, there = documents((store / "gone").as_uri(), (store / "a.html").as_uri())
    assert isinstance(gone, Rejected)
    assert (gone.reason, gone.detail) == ("unreadable", "there is no such file or folder in the store")
    assert isinstance(there, Document)


def test_a_damaged_manifest_is_an_error(store: Path) -> None:
    (store / "cut.paths.gz").write_bytes(gzip.compress(b"a.html\n" * 1000)[:-9])
    with pytest.raises(InputError, match="ends in the middle"):
        documents(str(store / "cut.paths.gz"))


@pytest.mark.parametrize(
    ("item", "said"), [("https://news.example/a", "firsthand watch"), ("ftp://news.example/a", "s3, gs")]
)
def test_other_addresses_say_what_can_be_done(item: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        documents(item)

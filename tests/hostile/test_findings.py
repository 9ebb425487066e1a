"""What fuzzing has found, each as small as it can be."""

import asyncio
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from firsthand.api import Corpus
from firsthand.errors import CorpusFormat, OutputError
from firsthand.keeping.backup import backup
from firsthand.keeping.verify import verify
from firsthand.model import Rejected
from firsthand.read import read_inputs
from firsthand.store import Snapshot, Writer
from firsthand.store.array_files import ArrayFiles
from firsthand.store.disk import panics_told
from firsthand.watch.fetch import Failed, Fetcher, Limits
from tests.watch.server import Page, Site


@pytest.mark.parametrize(
    "entry",
    [
        b"<description>&#1114112;</description>",
        b"<link/><enclosure/><link>x</link><description>&#x110000;</description>",
        b"<description>&#99999999999999999999;</description>",
    ],
)
def test_a_feed_that_its_parser_stops_at_is_rejected(entry: bytes) -> None:
    """One bad reference ended the whole run."""
    data = b"<rss><channel><item><title>a</title>" + entry + b"</item></channel></rss>"
    (found,) = read_inputs(["-"], stdin=io.BytesIO(data))
    assert isinstance(found, Rejected) and found.reason == "broken-feed"
    assert "mend the feed" in found.detail


def test_a_zip_of_a_file_without_a_name_is_damage(tmp_path: Path) -> None:
    """Its name is asked for its last letter."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a", b"The river rose.")
    data = (tmp_path / "a.zip").read_bytes()
    at = data.index(b"PK\x01\x02")
    (tmp_path / "a.zip").write_bytes(
        data[: at + 28] + b"\0\0\1\0" + data[at + 32 :]  # the letter of the name becomes one of a further field
    )
    (found,) = read_inputs([tmp_path / "a.zip"])
    assert isinstance(found, Rejected) and found.reason == "broken-zip"


@pytest.mark.parametrize("place", ["http://[x", "//[::1", "http://[64:ff9b:\u202e1]/"])
def test_a_redirect_to_what_is_no_address_fails(site: Site, place: str) -> None:
    """It ended the round of all other feeds too."""
    site.pages = {"/a": Page(status=302, headers={"Location": place.encode("utf-8").decode("latin-1")})}
    with pytest.raises(Failed, match="no address"):
        Fetcher(Limits(private=True, gap=0.0)).get(f"{site.address}/a")


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    with Writer(folder) as writer:
        rows = [Rejected(f"{n}", "read", "empty", "words " * 9) for n in range(50)]
        writer.step("add", append={"rejected": rows}, arrays={"fingerprints": [{"numbers": np.arange(9)}]})
    return folder


def test_a_manifest_whose_sizes_lie_is_damage(stored: Path) -> None:
    """Lance panics at some, which is no Exception: every length that it may read is made a lie in turn."""
    (manifest,) = (stored / "tables" / "rejected.lance" / "_versions").glob("*.manifest")
    whole = manifest.read_bytes()
    seen: set[str] = set()
    for at in (0, *range(len(whole) - 20, len(whole) - 3)):
        manifest.write_bytes(whole[:at] + b"\xff\xff\xff\x1f" + whole[at + 4 :])
        try:
            Snapshot(stored).records("rejected")
            seen.add("read")
        except CorpusFormat as e:
            assert "\n" not in str(e)
            seen.add("damage")
        assert all("\n" not in str(fault) for fault in verify(stored))
    assert "damage" in seen


def test_a_panic_is_damage_and_other_errors_stay_what_they_are() -> None:
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(OSError, match="damaged: range end 9 out of range"), panics_told():
        raise panic("range end 9\nout of range")
    with pytest.raises(OSError, match="damaged: Task was aborted"), panics_told():  # where a thread of Lance panicked
        raise RuntimeError("Task was aborted")
    for other in (KeyboardInterrupt, NotImplementedError):
        with pytest.raises(other), panics_told():
            raise other


@pytest.mark.parametrize(
    "header",
    [
        b"{'descr': '<i8', 'fortran_order': False, 'shape': (99999999999999,), }",
        b"{'descr': '<i8', 'fortran_order': False, 'shape': (9, 9, 9, 9, 9, 9, 9, 9, 9), }",
        b"{'descr': '|O', 'fortran_order': False, 'shape': (9,), }",
        b"{'descr': '<i8', 'fortran_order': False, 'shape': (9,",
        b"{'descr': '<i8', 'fortran_order': False, 'shape': (0, -5), }",
        b"((((((((((((((((((((((((((((((",
        b"",
    ],
)
def test_an_array_whose_header_lies_is_damage(stored: Path, header: bytes) -> None:
    """Nothing is allocated by what it says."""
    (file,) = (stored / "tables").rglob("*.npy")
    padded = header.ljust(118)[:117] + b"\n"
    file.write_bytes(b"\x93NUMPY\x01\x00" + len(padded).to_bytes(2, "little") + padded + bytes(72))
    with pytest.raises(CorpusFormat, match="cannot be read"):
        Snapshot(stored).arrays("fingerprints")
    assert any(fault.where == "fingerprints" for fault in verify(stored))


@pytest.mark.parametrize("names", [["../../../outside"], ["/outside"], "1-0", [7], {"1-0": 1}, ["1-0/.."]])
def test_a_set_of_arrays_names_nothing_outside_its_folder(stored: Path, tmp_path: Path, names: object) -> None:
    """A backup would carry it off, and the next writer remove it."""
    (tmp_path / "outside").mkdir()
    np.save(tmp_path / "outside" / "secret.npy", np.arange(3))
    (version,) = (stored / "tables" / "fingerprints.arrays").glob("*.json")
    version.write_text(json.dumps(names), encoding="utf-8")
    with pytest.raises(ValueError, match="does not name its segments"):
        ArrayFiles(stored / "tables").files("fingerprints", int(version.stem))
    with pytest.raises((CorpusFormat, OutputError)):
        backup(stored, tmp_path / "copy")
    assert not list(tmp_path.glob("copy*")) and (tmp_path / "outside" / "secret.npy").exists()


def test_an_address_that_is_no_unicode_is_refused_like_any_other(folder: Path) -> None:
    """What says that there is no such page failed at the question in its address."""
    pytest.importorskip("starlette", reason="the extra serve is not installed")
    from firsthand.web.app import Settings, create_app

    said: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        said.append(message)

    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": "/assets/none",
        "raw_path": b"", "root_path": "", "query_string": b"q=\xc3(", "headers": [(b"host", b"127.0.0.1:8000")],
        "server": None, "client": ("127.0.0.1", 1),
    }  # fmt: skip
    asyncio.run(create_app(Corpus(folder), Settings())(scope, receive, send))
    assert said[0]["status"] == 404

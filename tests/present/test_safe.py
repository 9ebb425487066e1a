"""Text from documents is made fit to show before it is shown."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.safe import slug, visible, web_address, write_whole


@given(st.text(st.characters()))
def test_visible_text_has_no_controls_and_can_be_encoded(text: str) -> None:
    """Whatever comes in, what goes out can neither steer a terminal nor break an encoder."""
    shown = visible(text)
    shown.encode("utf-8")
    assert not [c for c in shown if unicodedata.category(c) == "Cc"]


def test_direction_marks_are_removed() -> None:
    """A name cannot be made to read backwards."""
    assert visible("abc\u202edef\u2066") == "abcdef"


@pytest.mark.parametrize("url", ["https://news.example/a?b=1&c=2", "http://news.example:8080/ä"])
def test_web_addresses_are_linked(url: str) -> None:
    """Absolute http and https addresses stay as they are."""
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:,x", "//h/x", "https://", "/a", "ht\ntp://a", "https://[", 'https://a/"', "", None],
)  # fmt: skip
def test_other_addresses_are_not(url: str | None) -> None:
    """A scheme that runs something, a relative or a broken address is no link."""
    assert web_address(url) is None


@given(st.text())
def test_file_names_are_hexadecimal(identity: str) -> None:
    """No text of a document can name a file."""
    assert set(slug(identity)) <= set("0123456789abcdef") and len(slug(identity)) >= 8


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """A reader sees the old file or the new one, never a part."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def broken() -> object:
        yield b"new"
        raise ValueError("in the middle")

    with pytest.raises(ValueError, match="in the middle"):
        write_whole(path, broken())  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]

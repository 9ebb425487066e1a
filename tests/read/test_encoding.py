"""Bytes become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.read.encoding import decode, decode_html

GERMAN = "Der Minister erklärte, die Gespräche würden am Montag fortgeführt. Größere Fortschritte seien möglich. "
RUSSIAN = "Министр заявил, что переговоры будут продолжены в понедельник. "


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(lambda t: not t.startswith("\ufeff")))
def test_utf8_is_unchanged_and_a_mark_before_it_is_left_out(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN])
def test_utf16_is_known_with_and_without_its_mark(codec: str, text: str) -> None:
    assert decode(text.encode(codec)) == text
    assert decode((text * 5000).encode(codec)) == text * 5000


def test_newlines_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize(("text", "codec"), [(GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r")])
def test_text_of_a_lost_encoding_is_guessed(text: str, codec: str) -> None:
    assert decode((text * 5).encode(codec)) == text * 5


def test_a_short_text_falls_back_to_windows_1252() -> None:
    assert decode("Café “Prag”".encode("cp1252")) == "Café “Prag”"


def test_the_declared_charset_is_used_where_the_bytes_are_not_utf8() -> None:
    page = b'<meta charset="windows-1251"><p>' + RUSSIAN.encode("cp1251")
    assert decode_html(page) == page[:32].decode() + RUSSIAN
    assert decode_html(RUSSIAN.encode("cp1251"), "windows-1251") == RUSSIAN
    assert decode_html("外務大臣".encode("cp932"), "Shift_JIS") == "外務大臣"


@pytest.mark.parametrize("wrong", ["iso-8859-1", "no-such-charset", "utf-7", "hex", "\0"])
def test_a_wrong_declaration_does_not_spoil_utf8(wrong: str) -> None:
    assert decode_html(RUSSIAN.encode(), wrong) == RUSSIAN


def test_a_character_cut_in_half_does_not_spoil_a_page_of_utf8() -> None:
    text = decode((RUSSIAN * 50).encode() + b"\xd0")
    assert text == RUSSIAN * 50 + "\ufffd"


def test_latin1_means_windows_1252_as_browsers_have_it() -> None:
    assert decode(b"\x93Yes,\x94 she said.", "ISO-8859-1") == "“Yes,” she said."


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_any_bytes_are_text_or_binary(data: bytes, declared: str | None) -> None:
    text = decode_html(data, declared)
    assert text is None or isinstance(text.encode("utf-8"), bytes)

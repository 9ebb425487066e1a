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


FRENCH = "Le maire a déclaré lundi que les écoles resteraient fermées jusqu’à mercredi à cause de la rivière. "
JAPANESE = "外務大臣は月曜日の記者会見で、両国の協議を来週も続けると述べた。川の水位は水曜日までに下がる見通しだ。"
CHINESE = "外交部長星期一在記者會上表示，兩國的談判將於下週繼續。河水預計星期三退去。"
GREEK = "Το ποτάμι ανέβηκε δύο μέτρα τη νύχτα της Δευτέρας και έκλεισε τις γέφυρες της πόλης. "
ARABIC = "أعلن وزير الخارجية يوم الاثنين أن بلاده ستوقع اتفاقا جديدا. "
WORDS = [
    (FRENCH, "cp1252"),
    (GERMAN, "cp1252"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (GREEK, "cp1253"),
    (ARABIC, "cp1256"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (CHINESE, "big5"),
]


@pytest.mark.parametrize(("text", "codec"), WORDS)
@pytest.mark.parametrize("wrong", ["utf-8", "iso-8859-1", "hex", "punycode", "utf-16"])
def test_a_declaration_that_the_bytes_speak_against_is_passed_over(text: str, codec: str, wrong: str) -> None:
    """Names that only Python knows (hex, punycode) are none: they would fail, or take the square of the time."""
    page = f'<meta charset="{wrong}"><p>'.encode() + (text * 6).encode(codec)
    assert (decode_html(page) or "").endswith(text * 6)


@pytest.mark.parametrize(("text", "codec"), [(FRENCH, "cp1252"), (GERMAN, "cp1252")])
@pytest.mark.parametrize("wrong", ["windows-1251", "Shift_JIS", "windows-1253", "gb2312"])
def test_text_of_a_latin_alphabet_is_no_other_whatever_is_declared(text: str, codec: str, wrong: str) -> None:
    assert decode_html((text * 6).encode(codec), wrong) == text * 6


@pytest.mark.parametrize(("text", "codec"), WORDS)
def test_the_page_declares_what_a_header_gets_wrong(text: str, codec: str) -> None:
    """Servers add a charset of their own to every page; where the bytes speak against it the page is asked."""
    page = f'<meta charset="{codec}"><p>{text * 2}'.encode(codec)
    wrong = "windows-1251" if codec == "cp1252" else "iso-8859-1"
    assert (decode_html(page, wrong) or "").endswith(text)


def test_a_header_goes_before_the_page_where_both_may_be_right() -> None:
    page = b'<meta charset="windows-1251"><p>' + RUSSIAN.encode("koi8-r")
    assert (decode_html(page, "koi8-r") or "").endswith(RUSSIAN)


def test_a_byte_order_mark_goes_before_all_declarations() -> None:
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}'
    assert decode_html(b"\xef\xbb\xbf" + page.encode(), "koi8-r") == page
    assert decode_html(page.encode("utf-16"), "koi8-r") == page


def test_a_declaration_is_found_past_the_first_kilobyte() -> None:
    page = b"<!--" + b" x" * 10_000 + b'--><meta charset="koi8-r"><p>' + RUSSIAN.encode("koi8-r")
    assert (decode_html(page) or "").endswith(RUSSIAN)


def test_a_few_bad_bytes_do_not_spoil_a_declared_charset() -> None:
    text = JAPANESE * 30
    assert decode_html(text.encode("cp932") + b"\x81", "Shift_JIS") == text + "\ufffd"


def test_zeros_all_over_a_text_are_not_utf16() -> None:
    """UTF-16 has its zeros at every other byte; a text with zeros put between its words is damaged."""
    assert decode((GERMAN * 50).encode().replace(b" ", b" \0")) is None


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_any_bytes_are_text_or_binary(data: bytes, declared: str | None) -> None:
    text = decode_html(data, declared)
    assert text is None or isinstance(text.encode("utf-8"), bytes)

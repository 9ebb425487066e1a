"""From bytes to text.

The order, each step only where the one before does not settle it: byte order mark; zero bytes that show UTF-16;
UTF-8, if (nearly) every byte agrees; the charset that the HTTP header declares; the one that the page declares; a guess
by charset-normalizer; windows-1252. UTF-8 comes before the declarations because text that is not UTF-8 hardly ever
happens to be valid UTF-8, while wrong declarations are common. A declaration that the bytes speak against is passed
over: of a Latin alphabet where whole words stand beyond ASCII, or of another where only single letters do. Labels are
read as browsers do (WHATWG Encoding Standard): ``latin-1`` means windows-1252, and what no browser reads counts for
nothing: Python would take ``hex`` or ``punycode``, and fail or take the square of the time.
"""

import codecs
import re
from collections.abc import Sequence

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALIASES = {
    "latin-1": "cp1252", "latin1": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
}  # fmt: skip
# Encodings of Latin alphabets: single letters of a word are beyond ASCII. In all others words are as a whole.
_LATIN = {
    "cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-10",
    "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "mac-roman",
}  # fmt: skip
_OTHERS = {
    "cp1251", "cp1253", "cp1255", "cp1256", "cp866", "cp874", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
    "koi8-r", "koi8-u", "mac-cyrillic", "big5", "big5hkscs", "cp932", "cp949", "euc_jp", "gb18030", "iso2022_jp",
}  # fmt: skip
# What charset-normalizer may answer: the encodings of the web before UTF-8. Left open it names EBCDIC and Mac ones.
_GUESSES = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u", "iso8859_2",
    "iso8859_5", "gb18030", "big5", "cp932", "euc_jp", "euc_kr", "cp874",
]  # fmt: skip
_SAMPLE = 1 << 16
# A guess needs evidence: with fewer bytes beyond ASCII the western default is right more often (ours).
MIN_GUESS_BYTES = 8
# Text has next to no control characters; packed or compiled data has one byte in nine (29 of 256).
MAX_CONTROL_SHARE = 0.02
# A page cut or spliced in the middle of a character is still UTF-8: at most one bad byte in this many others.
BYTES_PER_BAD_BYTE = 500
# A few bad bytes do not speak against a declared encoding either: at most one in this many of those beyond ASCII.
HIGH_BYTES_PER_BAD_BYTE = 20
# Shares of the bytes beyond ASCII that stand four or more together. Invented news in 13 languages has none in those of
# Latin alphabets, .63 and more in the others, but .29 in Big5 (``pytest tests/read/test_encoding.py``). Ours.
MOST_OF_LATIN, LEAST_OF_OTHERS = 0.2, 0.05
# Zero bytes of UTF-16 stand at one of two places; at most one in this many may be elsewhere (U+0100, U+4E00 …). Ours.
ZEROS_PER_STRAY_ZERO = 4
# Matches whose "chaos" (charset-normalizer's measure of mess, 0 to 1) differs by less than this are ties.
CHAOS_TIE = 0.02
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\f\r\v\x1b") + b"\x7f"
# Not counting no-break spaces, with which old pages indent.
_RUN = re.compile(rb"[\x80-\x9f\xa1-\xff]{4,}")
_BELOW_RUN = bytes((*range(128), 0xA0))
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,30})", re.I)
_XML_ENCODING = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,30})", re.I)


def decode(data: bytes, declared: str | None = None) -> str | None:
    """Return the text of ``data`` without its byte order mark, or None where it is not text (binary).

    ``declared`` is the charset that a header names. Nothing but the encoding is changed: newlines stay as they are.
    """
    return _decoded(data, (declared,))


def decode_html(data: bytes, declared: str | None = None) -> str | None:
    """Return the text of a page; its ``<meta>`` or XML declaration counts where the HTTP header's charset does not."""
    return _decoded(data, (declared, declared_charset(data)))


def declared_charset(data: bytes) -> str | None:
    """Return the charset that a page or feed declares in its first bytes (64 kB), as written.

    Browsers look at 1,024 bytes first, and read anew where a declaration comes later.
    """
    head = data[:_SAMPLE]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def _decoded(data: bytes, declared: Sequence[str | None]) -> str | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if b"\0" in data and (wide := _utf16_without_mark(data)) is not None:
        return wide
    if _is_binary(data):
        return None
    named = [codec for label in declared if (codec := _codec(label))]
    if "iso2022_jp" in named and b"\x1b" in data:
        return data.decode("iso2022_jp", "replace")
    return _strictly(data, "utf-8") or _otherwise(data, named)


def _otherwise(data: bytes, named: Sequence[str]) -> str:
    text = _nearly_utf8(data)
    fitting = (_nearly(data, codec) for codec in named if _may_be(data, codec))
    text = text if text is not None else next((t for t in fitting if t is not None), None)
    if text is None:
        text = _guessed(data)
    return data.decode("cp1252", "replace") if text is None else text


def _may_be(data: bytes, codec: str) -> bool:
    """Tell whether the bytes do not speak against an encoding: whole words beyond ASCII, or single letters."""
    high = len(data.translate(None, _BELOW_RUN))
    if high < MIN_GUESS_BYTES:
        return True
    share = sum(len(run) for run in _RUN.findall(data)) / high
    return share <= MOST_OF_LATIN if codec in _LATIN else share >= LEAST_OF_OTHERS


def _nearly(data: bytes, codec: str) -> str | None:
    """Return the text in an encoding that a few bytes at most are not of."""
    text = data.decode(codec, "replace")
    bad = text.count("\ufffd")
    high = len(data.translate(None, _BELOW_RUN))
    return text if bad * BYTES_PER_BAD_BYTE <= len(data) and bad * HIGH_BYTES_PER_BAD_BYTE <= high else None


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """Return the text of UTF-8 with a few bad bytes, which most other readers would turn to mojibake throughout."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond_ascii = sum(1 for c in text[:_SAMPLE] if c > "\x7f") - bad
    return text if bad * BYTES_PER_BAD_BYTE <= len(data) and beyond_ascii > bad else None


def _guessed(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    if len(sample.translate(None, bytes(range(128)))) < MIN_GUESS_BYTES:
        return _strictly(data, "cp1252")
    found = from_bytes(sample, cp_isolation=_GUESSES, enable_fallback=False)
    best = found.best()
    if best is None:
        return None
    western = next((m for m in found if m.encoding == "cp1252"), best)
    # Of Latin alphabets that read equally well, the western one: the others share most of its bytes.
    is_tie = western.coherence >= best.coherence and western.chaos - best.chaos < CHAOS_TIE
    return data.decode((western if is_tie else best).encoding, "replace")


def _codec(label: str | None) -> str | None:
    """Return Python's name of the encoding, other than Unicode's, that ``label`` means to a browser, None of others."""
    if label is None:
        return None
    name = label.strip().lower()
    try:
        codec = codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return codec if codec in _LATIN or codec in _OTHERS else None


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the text where one byte order reads as text with blanks: ``U+0020`` is common, ``U+2000`` is not."""
    best = None
    for codec, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[1 - place :: 2].count(0) * ZEROS_PER_STRAY_ZERO > data[place::2].count(0):
            continue
        text = _strictly(data[: len(data) // 2 * 2], codec)
        if text and not _has_controls(text) and _ascii(text) * 10 > min(len(text), _SAMPLE):
            best = text if best is None or _ascii(text) > _ascii(best) else best
    return best


def _ascii(text: str) -> int:
    return sum(1 for c in text[:_SAMPLE] if c < "\x7f")


def _has_controls(text: str) -> bool:
    sample = text[:_SAMPLE]
    return sum(1 for c in sample if c < " " and c not in "\t\n\f\r\v") > MAX_CONTROL_SHARE * len(sample)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROL_BYTES)) > MAX_CONTROL_SHARE * len(sample)

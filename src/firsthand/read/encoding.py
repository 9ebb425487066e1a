"""From bytes to text.

The order, each step only where the one before does not settle it: byte order mark; zero bytes that show UTF-16;
UTF-8, if every byte agrees; the charset that the carrier declares; a guess by charset-normalizer; windows-1252.
UTF-8 comes before the declaration because text that is not UTF-8 hardly ever happens to be valid UTF-8, while wrong
declarations are common. Labels are read as browsers do (WHATWG Encoding Standard): ``latin-1`` means windows-1252.
"""

import codecs
import re

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
# Matches whose "chaos" (charset-normalizer's measure of mess, 0 to 1) differs by less than this are ties.
CHAOS_TIE = 0.02
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\f\r\v\x1b") + b"\x7f"
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,30})", re.I)
_XML_ENCODING = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,30})", re.I)


def decode(data: bytes, declared: str | None = None) -> str | None:
    """Return the text of ``data`` without its byte order mark, or None where it is not text (binary).

    ``declared`` is the charset that a header names. Nothing but the encoding is changed: newlines stay as they are.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if b"\0" in data and (wide := _utf16_without_mark(data)) is not None:
        return wide
    if _is_binary(data):
        return None
    codec = _codec(declared)
    if codec is not None and codec.startswith("iso2022") and b"\x1b" in data:
        return data.decode(codec, "replace")
    return _strictly(data, "utf-8") or _otherwise(data, codec)


def decode_html(data: bytes, declared: str | None = None) -> str | None:
    """Return the text of a page; its ``<meta>`` or XML declaration counts where the HTTP header names no charset."""
    return decode(data, declared or declared_charset(data))


def declared_charset(data: bytes) -> str | None:
    """Return the charset that a page or feed declares in its first bytes (16 kB), as written."""
    head = data[:16384]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def _otherwise(data: bytes, codec: str | None) -> str:
    text = _nearly_utf8(data)
    if text is None and codec is not None and codec not in ("utf-8", "ascii") and not codec.startswith("utf-"):
        text = _strictly(data, codec)
    if text is None:
        text = _guessed(data)
    return data.decode("cp1252", "replace") if text is None else text


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
    """Return Python's name of the encoding that ``label`` means to a browser, None for one that does not exist."""
    if label is None:
        return None
    name = label.strip().lower()
    try:
        return codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the text where one byte order reads as text with blanks: ``U+0020`` is common, ``U+2000`` is not."""
    best = None
    for codec in ("utf-16-le", "utf-16-be"):
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

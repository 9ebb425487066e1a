"""The fields that a JSON line, a sidecar or another carrier may give a document."""

import re
from collections.abc import Mapping
from typing import Any, TypedDict

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SYNONYMS = {
    "external_id": ("id",),
    "url": ("url",),
    "publisher": ("publisher", "domain"),
    "title": ("title",),
    "published": ("published", "date"),
    "fetched": ("fetched", "scrape_time"),
    "language": ("language",),
    "section": ("section",),
}
_AUTHORS = ("authors", "author")
_MOST_AUTHORS = 50
# Languages as databases of news name them.
_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "dutch": "nl", "italian": "it", "portuguese": "pt", "norwegian": "no", "danish": "da", "swedish": "sv",
    "polish": "pl", "russian": "ru", "arabic": "ar", "chinese": "zh", "turkish": "tr",
}  # fmt: skip


class Fields(TypedDict, total=False):
    """What a carrier may say of a document; see ``Document`` for the meanings."""

    external_id: str | None
    url: str | None
    publisher: str | None
    title: str | None
    published: str | None
    fetched: str | None
    language: str | None
    section: str | None
    authors: tuple[str, ...]


def fields(data: Mapping[str, Any]) -> Fields:
    """Return the fields that ``data`` gives; the first synonym that has a value wins, unknown keys are left.

    Synonyms: ``date`` for ``published``, ``scrape_time`` for ``fetched``, ``domain`` for ``publisher`` (taken as it
    is), ``author`` for ``authors``, which is a string or a list of them. Numbers become strings; blank values and
    values of other types count as not given.
    """
    out = Fields()
    for name, keys in _SYNONYMS.items():
        value = next((v for key in keys if (v := string(data.get(key))) is not None), None)
        if value is not None:
            out[name] = value  # type: ignore[literal-required]
    if names := next((n for key in _AUTHORS if (n := strings(data.get(key)))), ()):
        out["authors"] = names
    return out


def given(**values: str | tuple[str, ...] | None) -> Fields:
    """Return the fields that have a value, without blanks around it."""
    out = Fields()
    for name, value in values.items():
        kept = strings(value) if isinstance(value, tuple) else string(value)
        if kept:
            out[name] = kept  # type: ignore[literal-required]
    return out


def well_formed(text: str) -> str:
    """Return ``text`` with lone surrogates, which JSON can smuggle in and UTF-8 cannot hold, as U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def string(value: Any) -> str | None:
    """Return a string or number as a string without blanks around it, None for anything else and for blanks."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return well_formed(str(value)).strip() or None


def strings(value: Any) -> tuple[str, ...]:
    """Return a string, or the strings of a list, without blanks around them; what is none is left out."""
    items = value if isinstance(value, (list, tuple)) else (value,)
    return tuple(text for item in items[:_MOST_AUTHORS] if (text := string(item)))


def language_code(tag: str | None) -> str | None:
    """Return the ISO 639-1 code of a language tag (``en-GB`` → ``en``), None where it has none."""
    code = (tag or "").strip().replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def language_named(name: str | None) -> str | None:
    """Return the ISO 639-1 code of a language by its name in English, or in itself for some; None of others."""
    return _LANGUAGES.get((name or "").strip().lower())

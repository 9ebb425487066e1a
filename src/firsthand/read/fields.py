"""The fields that a JSON line or a sidecar may give a document."""

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
}


class Fields(TypedDict, total=False):
    """What a carrier may say of a document; see ``Document`` for the meanings."""

    external_id: str | None
    url: str | None
    publisher: str | None
    title: str | None
    published: str | None
    fetched: str | None
    language: str | None


def fields(data: Mapping[str, Any]) -> Fields:
    """Return the fields that ``data`` gives; the first synonym that has a value wins, unknown keys are left.

    Synonyms: ``date`` for ``published``, ``scrape_time`` for ``fetched``, ``domain`` for ``publisher`` (taken as it
    is). Numbers become strings; blank values and values of other types count as not given.
    """
    out = Fields()
    for name, keys in _SYNONYMS.items():
        value = next((v for key in keys if (v := _string(data.get(key))) is not None), None)
        if value is not None:
            out[name] = value  # type: ignore[literal-required]
    return out


def well_formed(text: str) -> str:
    """Return ``text`` with lone surrogates, which JSON can smuggle in and UTF-8 cannot hold, as U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _string(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return well_formed(str(value)).strip() or None

"""Answers as JSON."""

import json

import msgspec

from firsthand.present.export.pieces import unicode


def encoded(value: object) -> bytes:
    """Return an answer as JSON in UTF-8; lone surrogates, which it cannot hold, are U+FFFD."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return unicode(json.dumps(msgspec.to_builtins(value), ensure_ascii=False)).encode()

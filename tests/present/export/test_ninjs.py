"""ninjs items against a schema of our own.

IPTC's schema is not on any registry of packages, so this is the part of ninjs 3.0 that is written here, set down from
the standard: names, types, required fields, and that nothing else is allowed.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest

from firsthand.present.export.ninjs import export
from firsthand.present.tables import Tables
from tests.present.export.test_formats import rich
from tests.present.invented import hostile

Row = dict[str, Any]
TEXT = {"type": "string"}
ADDRESS = {"type": "string", "format": "uri"}
TIME = {"type": "string", "format": "date-time"}


def rows(*names: str, required: tuple[str, ...] = (), **more: Row) -> Row:
    """A list of objects that have these fields and no others."""
    known = {**dict.fromkeys(names, TEXT), **more}
    item = {"type": "object", "additionalProperties": False, "properties": known, "required": list(required)}
    return {"type": "array", "items": item}


ITEM: Row = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "required": ["uri"],
    "properties": {
        "uri": ADDRESS,
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
        "representationType": {"enum": ["full", "partial"]},
        "standard": rows("name", "version", schema=ADDRESS)["items"],
        "contentCreated": TIME,
        "versionCreated": TIME,
        **dict.fromkeys(("language", "by", "located", "copyrightHolder", "usageTerms"), TEXT),
        "headlines": rows("role", "contentType", "value", required=("value",)),
        "descriptions": rows("role", "contentType", "value", required=("value",)),
        "bodies": rows(
            "role", "contentType", "value", required=("value",), charCount={"type": "integer"}, wordCount={}
        ),
        "people": rows("name", "rel", "literal", uri=ADDRESS),
        "organisations": rows("name", "rel", "literal", uri=ADDRESS),
        "subjects": rows("name", "rel", "literal", uri=ADDRESS),
        "events": rows("id", "name", "rel", "literal", uri=ADDRESS),
        "infoSources": rows("name", "role", "literal", uri=ADDRESS),
        "associations": rows("name", "title", required=("name", "uri"), uri=ADDRESS),
        "altIds": rows("role", "value"),
    },
}
FORMATS = jsonschema.FormatChecker(())


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """RFC 3986: a scheme, and no blanks."""
    return bool(urlsplit(str(value)).scheme) and not any(c.isspace() for c in str(value))


@FORMATS.checks("date-time", raises=ValueError)
def is_time(value: object) -> bool:
    """RFC 3339: a day, a time of day to the second, a zone."""
    return "T" in str(value) and datetime.fromisoformat(str(value)).tzinfo is not None and len(str(value)) >= 20


def items(made: Tables, folder: Path, *, with_text: bool = False) -> list[Row]:
    """The items of a corpus."""
    export(made, folder, with_text=with_text)
    return [json.loads(line) for line in (folder / "items.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("with_text", [False, True])
@pytest.mark.parametrize("corpus", [rich, hostile])
def test_every_item_keeps_to_the_schema(tmp_path: Path, corpus: Any, with_text: bool) -> None:
    """With and without texts."""
    found = items(corpus(), tmp_path, with_text=with_text)
    assert len(found) == len(corpus().articles)
    check = jsonschema.Draft202012Validator(ITEM, format_checker=FORMATS)
    for item in found:
        assert list(check.iter_errors(item)) == []
        assert (item["representationType"], "bodies" in item) == (("full", True) if with_text else ("partial", False))


def test_the_schema_is_one_that_can_fail() -> None:
    """An item with a day for a time, one without a name, one with a field more."""
    check = jsonschema.Draft202012Validator(ITEM, format_checker=FORMATS)
    for bad in ({"uri": "urn:a:b", "contentCreated": "2031-03-03"}, {"type": "text"}, {"uri": "urn:a:b", "mood": "x"}):
        assert not check.is_valid(bad)


def test_an_item_says_where_it_comes_from(tmp_path: Path) -> None:
    """Publisher, origin, what it rests on, the articles that it draws on, its story."""
    found = {i["altIds"][0]["value"]: i for i in items(rich(), tmp_path)}
    post = found["post"]
    sources = [(s["role"].rpartition(":")[2], s["name"]) for s in post["infoSources"]]
    assert sources == [("publisher", "The Ellmar Post"), ("origin", "Norwire"), ("rests-on", "Norwire")]
    assert post["associations"] == [{"name": "Norwire", "uri": found["wire"]["uri"], "title": "draws on (copied)"}]
    assert post["events"][0]["name"] == "Ellmar harbour to stay open through winter, minister says"
    assert [p["name"] for p in post["people"]] == ["Tessa Varga"]
    assert [s["name"] for s in post["subjects"]] == ["Ilo Brandt"]


def test_a_time_that_is_not_known_to_the_second_is_kept_as_it_is(tmp_path: Path) -> None:
    """The schema has no place for a day alone."""
    blog = next(i for i in items(rich(), tmp_path) if i["altIds"][0]["value"] == "blog")
    assert "contentCreated" not in blog
    assert {"role": "firsthand-published", "value": "2031-03-04"} in blog["altIds"]

"""FollowTheMoney entities: the part of its model that is written here, and its own validation where it is installed.

Its package needs ICU to be built, so it is in a group of its own in pyproject.toml (``ftm``), and not with what every
checkout installs.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from firsthand.present.export.ftm import export
from firsthand.present.tables import Tables
from tests.present.export.test_formats import rich
from tests.present.invented import hostile

Row = dict[str, Any]
# The properties that are written, by schema.
PROPERTIES = {
    "Article": "title fileName author publisher publishedAt modifiedAt retrievedAt language sourceUrl keywords notes "
    "bodyText",
    "Organization": "name",
    "Person": "name",
    "LegalEntity": "name",
    "Documentation": "document entity role summary date recordId sourceUrl",
    "UnknownLink": "subject object role description proof",
}
REQUIRED = {
    "Article": {"fileName"},
    "Organization": {"name"},
    "Person": {"name"},
    "LegalEntity": {"name"},
    "Documentation": {"document", "entity"},
    "UnknownLink": {"subject", "object"},
}


def entities(made: Tables, folder: Path, *, with_text: bool = False) -> list[Row]:
    """The entities of a corpus."""
    export(made, folder, with_text=with_text)
    return [json.loads(line) for line in (folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("corpus", [rich, hostile])
def test_entities_have_the_properties_of_their_schema(tmp_path: Path, corpus: Any) -> None:
    """Lists of texts, all that is required, and links that lead to an entity that is there."""
    found = entities(corpus(), tmp_path, with_text=True)
    by_id = {e["id"]: e for e in found}
    assert len(by_id) == len(found)
    for entity in found:
        properties = entity["properties"]
        assert REQUIRED[entity["schema"]] <= set(properties) <= set(PROPERTIES[entity["schema"]].split())
        assert all(isinstance(v, str) and v for values in properties.values() for v in values)
        for name in ("document", "entity", "subject", "object", "proof"):
            assert set(properties.get(name, ())) <= set(by_id)


@pytest.mark.parametrize("corpus", [rich, hostile])
def test_followthemoney_accepts_them(tmp_path: Path, corpus: Any) -> None:
    """Schemata, properties, values, ranges of links: by its own model."""
    ftm = pytest.importorskip("followthemoney", reason="group ftm of pyproject.toml; needs ICU")
    found = entities(corpus(), tmp_path, with_text=True)
    schemata = {e["id"]: ftm.model.get(e["schema"]) for e in found}
    for entity in found:
        schema = schemata[entity["id"]]
        schema.validate(entity)
        proxy = ftm.model.get_proxy(entity)
        assert set(proxy.properties) == set(entity["properties"])
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            assert all(schemata[v].is_a(prop.range) for v in values) if prop.range else True


def test_who_is_quoted_where(tmp_path: Path) -> None:
    """A document, a speaker of the kind that the names tell, and the words."""
    found = entities(rich(), tmp_path)
    by_id = {e["id"]: e for e in found}
    (varga,) = [e for e in found if e["properties"].get("name") == ["Tessa Varga"]]
    assert varga["schema"] == "Person"
    said = [e for e in found if e["properties"].get("entity") == [varga["id"]]]
    assert len(said) == 11
    assert {by_id[e["properties"]["document"][0]]["properties"]["fileName"][0] for e in said} >= {"wire", "post"}


def test_what_draws_on_what(tmp_path: Path) -> None:
    """From the article to what it has its text or news from."""
    found = entities(rich(), tmp_path)
    name = {e["id"]: e["properties"]["fileName"][0] for e in found if e["schema"] == "Article"}
    links = [e["properties"] for e in found if e["schema"] == "UnknownLink"]
    assert ("radio", "today") in {(name[p["subject"][0]], name.get(p["object"][0])) for p in links}

"""Web Annotations: what the W3C model asks of one, and that its selectors find the words in the text."""

import json
from pathlib import Path
from typing import Any

import pytest

from firsthand.model import Article
from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.pieces import SNIPPET
from firsthand.present.export.webannotation import export
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from tests.present.export.test_formats import rich
from tests.present.invented import hostile

Row = dict[str, Any]
# https://www.w3.org/TR/annotation-vocab/#named-individuals
MOTIVATIONS = {"classifying", "describing", "identifying", "linking"}


def page(made: Tables, folder: Path, *, with_text: bool = False) -> Row:
    """The page of annotations."""
    export(made, folder, with_text=with_text)
    read: Row = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    return read


def targets(annotation: Row) -> list[Row]:
    """The targets of an annotation."""
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def chosen(text: str, selector: Row) -> list[tuple[int, int]]:
    """Every place in a text that a selector can mean: what a reader of annotations would do with it."""
    if selector["type"] == "TextPositionSelector":
        return [(selector["start"], selector["end"])]
    if selector["type"] == "RangeSelector":
        starts, ends = (chosen(text, selector[side]) for side in ("startSelector", "endSelector"))
        return [(a, c) for a, _ in starts for c, _ in ends if a < c]
    before, words, after = selector["prefix"], selector["exact"], selector["suffix"]
    whole = before + words + after
    found = [at for at in range(len(text) - len(whole) + 1) if text.startswith(whole, at)]
    return [(at + len(before), at + len(before) + len(words)) for at in found]


@pytest.mark.parametrize("with_text", [False, True])
def test_each_is_an_annotation_of_the_model(tmp_path: Path, with_text: bool) -> None:
    """Its context, type, id, body, target and motivation; ids are those of one annotation each."""
    read = page(rich(), tmp_path, with_text=with_text)
    assert (read["@context"], read["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len({a["id"] for a in read["items"]}) == len(read["items"]) > 0
    for annotation in read["items"]:
        assert set(annotation) == {"id", "type", "motivation", "body", "target"}
        assert annotation["type"] == "Annotation" and annotation["motivation"] in MOTIVATIONS
        assert annotation["body"]["type"] == "TextualBody" and annotation["body"]["value"]
        for target in targets(annotation):
            assert target["source"].startswith(("https://", "urn:firsthand:article:"))
            kinds = [selector["type"] for selector in target["selector"]]
            assert kinds[0] == "TextPositionSelector" and kinds[1] in ("TextQuoteSelector", "RangeSelector")
            assert not (with_text and kinds[1] == "RangeSelector")


def test_both_selectors_find_the_span(tmp_path: Path) -> None:
    """The words are at the offsets, and the words with what is around them are found there."""
    texts = {a.url: a for a in rich().articles}
    for annotation in page(rich(), tmp_path)["items"]:
        for target in targets(annotation):
            article: Article = texts[target["source"]]
            position, words = (chosen(article.text, selector) for selector in target["selector"])
            assert position[0] in words, annotation


def test_every_span_of_the_export_is_annotated(tmp_path: Path) -> None:
    """Table by table."""
    made = rich()
    counts = export(made, tmp_path)
    index = Index(made)
    quotations = list(table_rows(index, "quotations"))
    assert counts.pop("speakers") == counts.pop("cues") == sum(q["cue_start"] is not None for q in quotations) > 0
    assert counts.pop("fragments") == sum(len(q["fragments"]) for q in quotations if len(q["fragments"]) > 1) > 0
    for table, count in counts.items():
        rows = list(table_rows(index, table))
        assert count == len([r for r in rows if table == "copies" or r["start"] < r["end"]]), table
    assert counts["quotations"] and counts["segments"] and counts["credits"]


def test_no_selector_holds_more_than_a_snippet(tmp_path: Path) -> None:
    """A body is selected by its first words and by what follows it."""
    for annotation in page(rich(), tmp_path)["items"]:
        for target in targets(annotation):
            assert len(target["selector"][1].get("exact", "")) <= SNIPPET


def test_hostile_pages_are_annotated_under_a_name_of_ours(tmp_path: Path) -> None:
    """An address that is none is no source."""
    sources = {t["source"] for a in page(hostile(), tmp_path)["items"] for t in targets(a)}
    assert sources and all(source.startswith("urn:firsthand:article:") for source in sources)

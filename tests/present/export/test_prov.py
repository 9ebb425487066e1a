"""PROV-JSON, read back by the prov package."""

from dataclasses import replace
from pathlib import Path

import pytest
from prov.model import PROV, ProvDerivation, ProvDocument, ProvEntity, ProvMembership

from firsthand.model import Superseded
from firsthand.present.export.prov import export
from firsthand.present.tables import Tables
from tests.present.export.test_formats import rich
from tests.present.invented import PLEDGE, hostile


def read(made: Tables, folder: Path, *, with_text: bool = False) -> ProvDocument:
    """The corpus as the package reads it."""
    export(made, folder, with_text=with_text)
    document: ProvDocument = ProvDocument.deserialize(folder / "provenance.json", format="json")
    return document


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> ProvDocument:
    """The invented corpus."""
    return read(rich(), tmp_path_factory.mktemp("prov"))


def article(key: str) -> str:
    """What an article is called."""
    return f"fh:article-{next(a.id for a in rich().articles if a.external_id == key)}"


def derived(document: ProvDocument, kind: str) -> set[tuple[str, str]]:
    """The pairs of what was made and what was used, of one kind of derivation."""
    found = document.get_records(ProvDerivation)
    return {(str(r.args[0]), str(r.args[1])) for r in found if PROV[kind] in r.get_asserted_types()}


def test_quotations_were_quoted_from_their_utterance(document: ProvDocument) -> None:
    """``wasQuotedFrom`` of PROV-O."""
    pairs = derived(document, "Quotation")
    assert sum(used == f"fh:statement-{PLEDGE}" for _, used in pairs) == 7
    assert len(pairs) == sum(len(a.quotations) for a in rich().annotations)


def test_copied_articles_were_revised_from_what_they_copy(document: ProvDocument) -> None:
    """``wasRevisionOf``; who only cites is derived, and revises nothing."""
    pairs = derived(document, "Revision")
    assert {(article("post"), article("wire")), (article("times"), article("wire"))} <= pairs
    assert (article("radio"), article("today")) not in pairs
    everything = {(str(r.args[0]), str(r.args[1])) for r in document.get_records(ProvDerivation)}
    assert (article("radio"), article("today")) in everything


def test_an_edited_page_is_a_revision_of_what_stood_there_before(tmp_path: Path) -> None:
    """Where both say when they were changed or fetched; the clock's zone is heeded."""
    made = rich()
    times = {"gate": "2031-03-05T09:30:00+01:00", "phone": "2031-03-05T09:00:00Z", "pier": None}
    strike = [
        replace(a, url="https://post.example/strike", fetched=times[a.external_id])
        for a in made.articles
        if a.external_id in times
    ]
    document = read(replace(made, articles=strike, edges=[]), tmp_path)
    assert derived(document, "Revision") == {(article("phone"), article("gate"))}


def test_a_version_is_a_revision_of_that_whose_place_it_took(tmp_path: Path) -> None:
    """Whatever their times say."""
    made = rich()
    gate, phone = (next(a for a in made.articles if a.external_id == key) for key in ("gate", "phone"))
    both = replace(made, articles=[gate, phone], edges=[], superseded=[Superseded(phone.id, gate.id)])
    assert derived(read(both, tmp_path), "Revision") == {(article("gate"), article("phone"))}


def test_articles_have_their_origins_first_report_as_primary_source(document: ProvDocument) -> None:
    """``hadPrimarySource``."""
    pairs = derived(document, "PrimarySource")
    labels = {str(e.identifier): str(e.label) for e in document.get_records(ProvEntity)}
    assert {labels[used] for made, used in pairs if made == article("post")} == {"Norwire"}


def test_everything_that_is_related_is_defined(document: ProvDocument) -> None:
    """No relation leads to an entity or agent without a record, and no name stands for two."""
    names = [str(r.identifier) for r in document.get_records() if r.is_element()]
    assert len(names) == len(set(names))
    for record in document.get_records():
        if record.is_relation():
            assert {str(arg) for arg in record.args if arg is not None} <= set(names), record


def test_stories_have_their_articles_as_members(document: ProvDocument) -> None:
    """A story is a collection."""
    made = rich()
    assert len(list(document.get_records(ProvMembership))) == sum(len(s.articles) for s in made.stories)


def test_a_hostile_corpus_is_a_document_too(tmp_path: Path) -> None:
    """Names are hashed where they are no names, and read back as they are written."""
    document = read(hostile(), tmp_path, with_text=True)
    assert ProvDocument.deserialize(content=document.serialize(format="json"), format="json") == document

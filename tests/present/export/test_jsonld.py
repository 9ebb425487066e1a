"""JSON-LD, read back as a graph by rdflib, in the words of schema.org."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from firsthand.present.export.jsonld import export
from firsthand.present.export.pieces import SNIPPET
from tests.present.export.test_formats import rich
from tests.present.invented import PLEDGE, hostile

SCHEMA = Namespace("https://schema.org/")
OWN = Namespace("urn:firsthand:")
# The properties that schema.org has for each type that is written; that it has them at all is asked of rdflib's list.
KNOWN = {
    "NewsArticle": "identifier url headline alternativeHeadline author publisher dateline datePublished dateModified "
    "inLanguage isAccessibleForFree isBasedOn creditText articleBody",
    "Quotation": "text inLanguage spokenByCharacter isPartOf isBasedOn",
    "Claim": "text author firstAppearance appearance",
    "CreativeWork": "publisher",
    "Person": "name",
    "Organization": "name",
    "Thing": "name",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The invented corpus."""
    folder = tmp_path_factory.mktemp("jsonld")
    export(rich(), folder)
    return Graph().parse(folder / "corpus.jsonld", format="json-ld")


def test_the_words_are_in_the_vocabulary() -> None:
    """rdflib has a list of what schema.org defines."""
    from rdflib import SDO  # here, because pytest asks everything at the top of a module whether it is a mock

    assert {word for kind, words in KNOWN.items() for word in (kind, *words.split())} <= set(SDO.__annotations__)


def article(key: str) -> URIRef:
    """The name of an article in the graph."""
    return URIRef(next(a.url for a in rich().articles if a.external_id == key) or "")


def test_there_is_one_node_for_each_record(graph: Graph) -> None:
    """Articles, quotations, utterances."""
    made = rich()
    assert len(set(graph.subjects(RDF.type, SCHEMA.NewsArticle))) == len(made.articles)
    assert len(set(graph.subjects(RDF.type, SCHEMA.Quotation))) == sum(len(a.quotations) for a in made.annotations)
    assert len(set(graph.subjects(RDF.type, SCHEMA.Claim))) == len(made.statements)


def test_only_words_of_schema_org_are_used(tmp_path: Path) -> None:
    """For each type its own; what it lacks is in a namespace of ours."""
    export(rich(), tmp_path, with_text=True)

    def check(node: Any) -> None:
        if isinstance(node, dict):
            allowed = set(KNOWN[node["@type"]].split())
            assert {k for k in node if k[0] != "@" and not k.startswith("firsthand:")} <= allowed
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            if isinstance(inner, dict | list):
                check(inner)

    check(json.loads((tmp_path / "corpus.jsonld").read_text(encoding="utf-8"))["@graph"])


def test_an_article_is_based_on_what_it_draws_on(graph: Graph) -> None:
    """By address."""
    assert set(graph.objects(article("post"), SCHEMA.isBasedOn)) == {article("wire")}
    assert set(graph.objects(article("wire"), SCHEMA.isBasedOn)) == set()
    assert graph.value(article("post"), SCHEMA.creditText) == Literal("Norwire")


def test_an_origin_without_an_article_is_a_work_of_its_publisher(graph: Graph) -> None:
    """So that what something is based on has a name."""
    (work,) = graph.subjects(RDF.type, SCHEMA.CreativeWork)
    assert list(graph.subjects(SCHEMA.isBasedOn, work)) != []
    assert graph.value(graph.value(work, SCHEMA.publisher), SCHEMA.name) == Literal("Agentur Nord")


def test_a_quotation_has_its_words_its_speaker_and_its_page(graph: Graph) -> None:
    """A speaker whom the names tell for a person is a Person."""
    words = Literal("The money is there, and it will be spent here", lang=None)
    found = [s for s in graph.subjects(SCHEMA.text, words) if (s, RDF.type, SCHEMA.Quotation) in graph]
    assert {graph.value(s, SCHEMA.isPartOf) for s in found} == {article(k) for k in ("wire", "post", "coast")}
    speaker = graph.value(found[0], SCHEMA.spokenByCharacter)
    assert graph.value(speaker, SCHEMA.name) == Literal("Tessa Varga")
    assert graph.value(speaker, RDF.type) == SCHEMA.Person


def test_a_claim_has_where_it_appeared_and_its_range(graph: Graph) -> None:
    """First and everywhere; origins in our namespace, since schema.org has no word for them."""
    claim = URIRef(f"urn:firsthand:statement:{PLEDGE}")
    assert graph.value(claim, SCHEMA.firstAppearance) == article("wire")
    assert len(set(graph.objects(claim, SCHEMA.appearance))) == 7
    assert (graph.value(claim, OWN.originsLow), graph.value(claim, OWN.originsHigh)) == (Literal(2), Literal(3))


def test_long_words_are_cut(tmp_path: Path) -> None:
    """After a snippet's length."""
    made = rich()
    long = replace(made.statements[0], wording="word " * 100)
    export(replace(made, statements=[long]), tmp_path)
    rows = json.loads((tmp_path / "corpus.jsonld").read_text(encoding="utf-8"))["@graph"]
    (text,) = [row["text"] for row in rows if row["@type"] == "Claim"]
    assert len(text) == SNIPPET and text.endswith("…")


def test_a_bad_address_names_nothing(tmp_path: Path) -> None:
    """``javascript:`` is no address of an article."""
    export(hostile(), tmp_path)
    read = Graph().parse(tmp_path / "corpus.jsonld", format="json-ld")
    names = {str(s) for s in read.subjects(RDF.type, SCHEMA.NewsArticle)}
    assert len(names) == 2 and all(name.startswith("urn:firsthand:article:") for name in names)

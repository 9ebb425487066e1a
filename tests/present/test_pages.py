"""The front page, speakers and outlets, read from the catalog; and what stands behind a number."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.model import Count, Passage, Reason
from firsthand.present.catalog import Catalog
from firsthand.present.report import filters
from firsthand.present.report.environment import Served, rendered
from firsthand.present.report.pages import page
from firsthand.present.tables import Tables
from firsthand.present.views.front import front_view
from firsthand.present.views.index import Index
from firsthand.present.views.outlet import outlet_view
from firsthand.present.views.speaker import STATEMENTS, speaker_view
from firsthand.present.views.why import RULES, caveats, count_why, rule_name
from firsthand.text import short_hash
from tests.present.invented import COST, HARBOUR, PLEDGE, reprints, tables
from tests.present.paired import WIRE_AND_COAST, attacked, catalog_of, paired

DOCS = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "counting.md"
PAIR = "compare/{}~{}.html".format(*WIRE_AND_COAST)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The catalog of the invented corpus."""
    return catalog_of(paired(), tmp_path_factory.mktemp("catalog"))


def html(catalog: Catalog, path: str, served: Served | None = None) -> str:
    """A page as it is written or served."""
    found = page(catalog, path)
    assert found is not None
    return rendered(found, path, served)


def key(catalog: Catalog, name: str) -> str:
    """The key of a speaker or outlet."""
    rows = [*catalog.speakers(100), *catalog.outlets(100)]
    return next(row.key for row in rows if row.name == name)


def test_the_front_leads_with_what_many_print_and_one_said(catalog: Catalog) -> None:
    """Statements of one origin only, then stories by articles, by origins, by growth."""
    view = front_view(catalog)
    assert [row.id for row in view.one_source] == [COST]
    assert view.spread[0].id == HARBOUR and all(row.articles > 1 for row in view.spread)
    assert [row.low for row in view.origins] == sorted((row.low for row in view.origins), reverse=True)
    assert all(row.growth for row in view.growing)
    assert {reason for reason, _, _ in view.skipped} == {"bad-json", "binary"}


def test_the_front_page_leads_to_everything(catalog: Catalog) -> None:
    """To stories, statements, speakers, outlets, what was left out, and to the search."""
    text = html(catalog, "index.html")
    for part in (
        f'href="stories/{HARBOUR}.html"',
        f'href="stories/{HARBOUR}.html#statement-{COST}"',
        f'href="stories/{HARBOUR}.html#why-{COST}"',
        f'href="speakers/{key(catalog, "Tessa Varga")}.html"',
        f'href="outlets/{key(catalog, "Norwire")}.html"',
        'href="lists/rejected-1.html"',
        'role="search"',
        "Independent does not mean true",
    ):
        assert part in text, part


def test_a_corpus_without_articles_says_so(tmp_path: Path) -> None:
    """And offers no list that is empty."""
    text = html(catalog_of(Tables(), tmp_path), "index.html")
    assert "no articles yet" in text and 'id="stories"' not in text


def test_a_speaker_page_goes_story_by_story(catalog: Catalog) -> None:
    """Statements in order of time, how their words drifted, and where later ones differ from earlier ones."""
    view = speaker_view(catalog, key(catalog, "Tessa Varga"))
    assert view is not None
    (topic,) = view.topics
    assert topic.story is not None and topic.story.id == HARBOUR
    assert {said.row.id for said in topic.said} == {PLEDGE, COST}
    pledge = next(said for said in topic.said if said.row.id == PLEDGE)
    assert {"changed words", "changed tense", "other translation"} <= set(pledge.drift.kinds)
    assert pledge.count is None, "the story's page has the reasons"
    assert any(p.dropped == "a single" for w in pledge.drift.wordings for p in w.pieces or ())
    (differing,) = view.differing
    assert (differing.earlier.id, differing.later.id, differing.turn.reversal) == (PLEDGE, COST, True)
    text = html(catalog, f"speakers/{view.row.key}.html")
    assert f'stories/{HARBOUR}.html#why-{PLEDGE}">why?' in text
    assert "apparent reversal" in text and "it is not told why they differ" in text


def test_a_speaker_of_much_has_the_latest_and_says_how_many_more(tmp_path: Path) -> None:
    """A page has a bound."""
    made = catalog_of(reprints(2, STATEMENTS + 7), tmp_path)
    (row,) = made.speakers(2)
    view = speaker_view(made, row.key)
    assert view is not None
    assert sum(len(topic.said) for topic in view.topics) == STATEMENTS and view.more == 7


def test_outlets_that_nobody_names_are_said_in_one_wording(tmp_path: Path) -> None:
    """On every page what the terminal says; no page counts none."""
    made = tables()
    unnamed = replace(made, articles=[replace(a, publisher=None, url=None) for a in made.articles])
    one = replace(
        made, articles=[replace(a, publisher=None, url=None) if a.external_id == "wire" else a for a in made.articles]
    )
    for corpus, said in ((unnamed, "outlets not named"), (one, "6 outlets (1 not named)")):
        (folder := tmp_path / str(len(said))).mkdir()
        catalog = catalog_of(corpus, folder)
        speaker = key(catalog, "Tessa Varga")
        for path in ("index.html", "lists/statements-1.html", f"speakers/{speaker}.html", f"stories/{HARBOUR}.html"):
            text = re.sub("<[^>]+>", "", html(catalog, path))
            assert said in text and not re.search(r"\b0 outlets", text), path


def test_an_outlet_page_divides_its_articles(catalog: Catalog) -> None:
    """By whose they are, with whom it carries."""
    view = outlet_view(catalog, key(catalog, "Coastal Daily"))
    assert view is not None
    assert (view.row.articles, view.row.own, view.row.wire) == (2, 1, 1)
    assert view.carries == (("Norwire", 1),) and len(view.articles) == 2 and not view.more
    text = html(catalog, f"outlets/{view.row.key}.html")
    assert "Own reporting</b>" in text and "50%" in text and "Whose texts and news it has" in text


def test_pages_of_nobody_are_not_there(catalog: Catalog) -> None:
    """A key, a pair or an order that nothing has."""
    one, other = WIRE_AND_COAST
    for path in (f"speakers/{'0' * 16}.html", f"outlets/{'0' * 16}.html", f"compare/{other}~{one}.html"):
        assert page(catalog, path) is None, path


def test_corrections_are_offered_only_where_they_can_be_kept(catalog: Catalog) -> None:
    """Not on disk, and not where reading is all that is allowed."""
    assert "<form" not in html(catalog, PAIR)
    assert "<form" not in html(catalog, PAIR, Served("secret", may_fetch=False, may_correct=False))
    text = html(catalog, PAIR, Served("secret", may_fetch=False, may_correct=True))
    assert re.findall("<button>(.*?)</button>", text) == ["Confirm", "Wrong", "Not the same event"]
    assert text.count('value="secret"') == 3 and text.count('method="post"') == 3


def test_a_pair_needs_no_script(catalog: Catalog) -> None:
    """Each number leads to the same passage in the other text; each passage has an address of its own."""
    text = html(catalog, PAIR)
    for number in (1, 2, 3):
        assert f'id="a{number}" href="#b{number}"' in text and f'id="b{number}" href="#a{number}"' in text
        assert f'<li id="p{number}">' in text
    assert "the other text has another word here" in text and "Independent does not mean true" in text


def test_texts_of_documents_are_text(tmp_path: Path) -> None:
    """On each of these pages, whatever stands in a headline, a name or a quotation."""
    made = catalog_of(attacked(), tmp_path)
    one, other = sorted(attacked().articles, key=lambda a: a.order)
    paths = ["index.html", filters.compare_path(one, other)]
    paths += [f"speakers/{row.key}.html" for row in made.speakers()] + [f"outlets/{r.key}.html" for r in made.outlets()]
    assert len(paths) == 4
    for path in paths:
        text = html(made, path)
        assert "&lt;script&gt;" in text and not re.search("<script>|<img|javascript:window", text), path


def test_a_count_tells_what_joins_and_what_parts() -> None:
    """Origins, merges, near merges and the user's word each by themselves; caveats once."""
    seen = (Passage("a", 0, 3),)
    said = Reason("corrected", "The user said so")
    given = [Reason("origin", "o", seen), Reason("same-words", "w"), Reason("one-speaker", "s"), said]
    count = Count("x", ("A",), 1, 2, tuple(given), (Reason("same-utterance", "u"),))
    found = count_why(count)
    assert [r.rule for r in found.merges] == ["same-words", "one-speaker"]
    assert (found.origins[0].text, found.apart[0].text, found.by_hand) == ("o", "u", (said,))
    assert [rule.name for rule in found.caveats] == ["same utterance", "one speaker"]
    assert caveats([Reason("never-heard-of", "")]) == () and rule_name("never-heard-of") == "never heard of"


def test_every_rule_that_is_documented_has_a_name() -> None:
    """The table of the explanation, and the rules of what was nearly merged."""
    text = DOCS.read_text(encoding="utf-8")
    rules = set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)) | set(re.findall(r"\(`([a-z-]+)`", text))
    assert len(rules) > 15 and not rules - set(RULES)


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0%"), (0.004, "under 1%"), (0.5, "50%"), (0.999, "over 99%"), (1.0, "100%")]
)
def test_a_share_is_never_rounded_to_none_or_all(share: float, words: str) -> None:
    """One article of a thousand is not none."""
    assert filters.percent(share) == words


def test_a_speaker_leads_to_a_page_only_where_there_is_one() -> None:
    """Who is anonymous or not resolved has none."""
    made = tables()
    index = Index(replace(made, statements=[*made.statements, replace(made.statements[0], id="5e", speaker=None)]))
    lead = filters.page_filters(index)["speaker_page"]
    assert lead("Tessa Varga") == f"speakers/{short_hash('Tessa Varga')}.html"
    assert lead(None) == lead("anonymous") == lead("Nobody Here") == ""


def test_bars_divide_all_articles(catalog: Catalog) -> None:
    """Their parts stand one after the other, and together are the whole."""
    for row in catalog.stories(limit=9):
        for slices in (filters.authored(row), filters.shares(row)):
            assert sum(s.articles for s in slices) == row.articles
            assert sum(s.width for s in slices) == pytest.approx(100, abs=0.01)
            assert [s.x for s in slices] == sorted(s.x for s in slices)

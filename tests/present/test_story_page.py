"""The page of a story, as it is written to disk."""

import re
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files

import pytest

from firsthand.model import Copy, Evidence, Position, Reason, StoryPart, Turn
from firsthand.present.report.environment import rendered
from firsthand.present.report.pages import Page
from firsthand.present.tables import Tables
from firsthand.present.views import Index, story_view
from tests.present.invented import COST, HARBOUR, PLEDGE, STRIKE, TALKS, Made, tables


def page(made: Tables, story: str = HARBOUR) -> str:
    """The HTML of a story's page."""
    index = Index(made)
    view = story_view(index, index.stories[story])
    return rendered(Page("story.html", {"view": view}, index), f"stories/{story}.html")


def part(html: str, identity: str) -> str:
    """A section, from its id to the next section."""
    return re.split(r"<section|</main>", html[html.index(f'id="{identity}"') :])[0]


def card(html: str, statement: str) -> str:
    """The card of a statement."""
    return html[html.index(f'<article class="statement" id="statement-{statement}"') :].split("</article>")[0]


def text(html: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture(scope="module")
def harbour() -> str:
    """The page of the harbour's story."""
    return page(tables())


def test_the_count_stands_over_the_bar_and_the_outlets_below_it(harbour: str) -> None:
    """Seen without a click; the caveat stands beside the count."""
    lead = part(harbour, "origins").split('<details class="why"')[0]
    assert lead.index("8 articles · 8 outlets · 2–3 independent origins") < lead.index('<svg class="bar"')
    assert lead.index('<svg class="bar"') < re.sub("</?bdi>", "", lead).index("Norwire, The Ellmar Post, Coastal Daily")
    assert "Independent does not mean true" in harbour.split('<nav class="jump"')[0]


def test_the_sections_can_be_jumped_to_in_their_order(harbour: str) -> None:
    """Every link of the list leads to a section, in the order of the page."""
    jump = harbour.split('<nav class="jump"')[1].split("</nav>")[0]
    names = re.findall(r'href="#([a-z]+)"', jump)
    assert names == ["origins", "statements", "lineage", "coverage", "timeline", "articles"]
    places = [harbour.index(f'id="{name}"') for name in names]
    assert places == sorted(places)


def test_a_card_says_who_when_what_and_how_many_origins(harbour: str) -> None:
    """Before it is opened."""
    closed = text(card(harbour, PLEDGE).split('<details class="wordings"')[0])
    assert closed == (
        "Tessa Varga 2–3 independent origins 7 articles · 7 outlets "
        "“We will not close a single quay before the last ship has been unloaded”"
    )
    assert "<summary>5 wordings: who prints which, and from whom</summary>" in card(harbour, PLEDGE)


def test_an_opened_card_has_a_row_for_each_outlet_with_its_chain(harbour: str) -> None:
    """Back to the root, by what evidence; who rests on nobody says what it is."""
    rows = [text(row) for row in re.findall(r"<li>(<a href=.*?)</li>", card(harbour, PLEDGE), re.DOTALL)]
    assert rows == [
        "Norwire 3 March 2031, 08:10 UTC own reporting",
        "The Ellmar Post 3 March 2031, 09:02 UTC ← from Norwire credit",
        "Coastal Daily 3 March 2031, 10:40 UTC ← from Norwire copied",
        "Valdoria Today 3 March 2031, 08:55 UTC own reporting",
        "Le Courrier du Littoral 3 March 2031, 11:05 UTC ← from Norwire credit",
        "blog.example 4 March 2031 ← from Coastal Daily inferred ← from Norwire copied",
        "Harbour Times 3 March 2031, 12:15 UTC ← from Norwire credit",
    ]


def test_whom_the_words_are_said_to_come_from_is_told_where_the_chain_does_not() -> None:
    """The text credits one, the evidence leads to another."""
    made = tables()
    annotations = [
        replace(a, quotations=tuple(replace(q, via=("Radio Ostrava",)) if q.via else q for q in a.quotations))
        for a in made.annotations
    ]
    assert "says it has the words from Radio Ostrava" in card(page(replace(made, annotations=annotations)), PLEDGE)


def test_cells_of_the_matrix_are_words(harbour: str) -> None:
    """The style sheet draws a sign in their place: without it, and by ear, they are read."""
    cells = re.findall(r'<td class="([vpau])">([a-z]+)</td>', part(harbour, "coverage"))
    assert set(cells) == {("v", "verbatim"), ("v", "given"), ("p", "paraphrased"), ("a", "absent")}


def test_the_drawing_is_silent_and_the_list_says_the_same(harbour: str) -> None:
    """The drawing's links lead into the list, and stand out of the order of focus."""
    lineage = part(harbour, "lineage")
    svg = lineage.split("<defs>")[1].split("</svg>")[0]
    assert lineage.split("<defs>")[0].rstrip().endswith('aria-hidden="true">')
    links = re.findall(r'<a class="(?:curve|box[^"]*)" href="#([en]-\d+)"( tabindex="-1")?', svg)
    assert len(links) == 6 + 8 and all(out for _, out in links)
    listed = lineage.split('<div class="tree">')[1]
    assert all(f'id="{name}"' in listed or f"id={name}>" in listed for name, _ in links)


def test_evidence_leads_to_both_articles_side_by_side() -> None:
    """Where they share a passage; the earlier is named first."""
    made = tables()
    one, other = (next(a.id for a in made.articles if a.external_id == key) for key in ("wire", "coast"))
    html = page(replace(made, copies=[Copy(one, 60, 160, other, 50, 150, 100, "prose", 20, 0, 0.3, 0.6)]))
    link = f'href="../compare/{one}~{other}.html"'
    assert f"<a {link}>Both side by side</a>" in part(html, "lineage")
    assert part(html, "articles").count(link) == 2
    assert "compare/" not in page(made)


def test_every_article_and_statement_says_when_for_the_filter(harbour: str) -> None:
    """In bins of the timeline; a day alone is a span of them."""
    assert re.search(r'<li id="a-[0-9a-f]+" class="unknown" data-when="\d+-\d+">', part(harbour, "articles"))
    assert part(harbour, "articles").count("data-when=") == 8
    assert part(harbour, "statements").count("data-when=") == 3


@pytest.mark.parametrize("reversal", [False, True])
def test_a_speaker_who_says_otherwise_is_quoted_twice_and_not_explained(reversal: bool) -> None:
    """What differs, with both wordings and a link to the other story; no word of why."""
    made = tables()
    position = Position("Tessa Varga", (PLEDGE, TALKS), (Turn(PLEDGE, TALKS, ("changed number",), reversal),))
    (line,) = made.storylines
    said = part(page(replace(made, storylines=[replace(line, positions=(position,))]), STRIKE), "positions")
    assert f'href="../stories/{HARBOUR}.html#statement-{PLEDGE}"' in said and f'href="#statement-{TALKS}"' in said
    assert "changed number" in said and ("apparent reversal" in said) == reversal
    assert "it does not say why" in said
    assert not re.search(r"contradict|lied|flip|because|claim", text(said))
    assert 'id="positions"' not in page(made, STRIKE)


def test_links_to_statements_and_counts_of_a_story_lead_there(harbour: str) -> None:
    """Lists on other pages link to both."""
    for statement in (PLEDGE, COST):
        assert f'id="statement-{statement}"' in harbour and f'id="why-{statement}"' in harbour
    assert f'id="why-{HARBOUR}"' in harbour


def test_a_story_without_statements_and_times_is_whole() -> None:
    """Sections that would be empty are not there, and not linked to."""
    made = Made()
    made.article("only", "The Ellmar Post", None, "Head", "Text.")
    made.story("5700000000000007", "Head", "only")
    html = page(made.tables(), "5700000000000007")
    assert 'href="#statements"' not in html and 'href="#coverage"' not in html
    assert "No article here has a time that can be used." in html
    assert "<defs>" not in html and "The Ellmar Post" in part(html, "lineage")


EVIDENCE: Sequence[Evidence] = ("credit", "copied", "inferred")


def crowded(n: int = 500) -> Tables:
    """A story of n articles in which everything is much: wordings, statements of one outlet, sources, reasons."""
    made, story = Made(), "5700000000000008"
    for i in range(n):
        said = [
            f"Point {k} of the plan for the harbour is to rebuild quay {k} and to pay {k + 10} crowns{' now' * (i % 7)}"
            for k in range(60)
            if (i * 7 + k * 11) % 13 < 4
        ]
        own = [f"In parish {i} we counted {j + 100} other ships, and {i} of them came from the north" for j in range(2)]
        body = "(Norwire) — The plan. " + " ".join(f"“{words},” Varga said." for words in (*said, *own))
        time = f"2031-03-{1 + i % 20:02}T{8 + i % 12:02}:{i % 60:02}:00+00:00"
        key = f"o{i:04}"
        made.article(
            key, f"The Town Gazette of Parish {i}", time, f"The plan for the harbour, seen from parish {i}", body
        )
        for words in said:
            made.quote(key, f"5e{int(words.split()[1]):014x}", "Tessa Varga", words)
        for j, words in enumerate(own):
            made.quote(key, f"5f{i * 10 + j:014x}", f"Ada Holm {i}", words)
        reason = f"Its dateline names Norwire; {300 + i} characters are the same as in the earliest copy."
        made.trace(key, story, "Norwire" if i % 3 else f"Agency {i % 40}", "partial", ("Norwire",), "fa01", reason)
        for s in (i % 60, (i * 7) % 60) if i > 60 else ():
            seen = made.passage(key, "(Norwire) — The plan.")
            made.edge(story, f"o{s:04}", key, EVIDENCE[(i + s) % 3], f"Shares {300 + i} characters with it.", seen)
    made.story(story, "The plan", *made.articles)
    for subject in (story, *made.statements):
        made.count(subject, ("Norwire",), 1, 2, "All articles share one wording.")
    return made.tables()


def test_a_crowded_story_stays_light() -> None:
    """1.5 MB with style sheets and scripts; every article stands on the page; further pages have what is left out."""
    made = crowded()
    html = page(made, "5700000000000008")
    loaded = re.findall(r'(?:href|src)="\.\./(assets/[a-z.-]+)"', html.split("</head>")[0])
    report = files("firsthand.present.report")
    size = len(html.encode()) + sum(len(report.joinpath(name).read_bytes()) for name in loaded)
    assert len(loaded) >= 4 and size < 1_500_000
    assert all(f'id="a-{a.id}"' in html for a in made.articles)
    for number in (12, 760):
        more = html.split(f"And {number} statements more, on ")[1].split("</")
        assert more[0] == '<a href="../stories/5700000000000008~1.html">further page 1'


def test_parts_of_articles_elsewhere_that_tell_the_story_are_named() -> None:
    """With their words and where they are at home; that they count for no origin here is said."""
    made = tables()
    radio = next(a for a in made.articles if a.external_id == "pier")
    told = StoryPart(radio.id, 0, 20, Reason("several", "It tells several events."))
    stories = [replace(s, also=(told,)) if s.id == HARBOUR else s for s in made.stories]
    html = page(replace(made, stories=stories))
    said = text(part(html, "also"))
    assert "counted for no origin here" in said and "It tells several events." in said
    assert f'href="../stories/{STRIKE}.html#a-{radio.id}"' in part(html, "also")
    assert 'id="also"' not in page(made)


def test_what_is_not_read_in_a_language_is_said(harbour: str) -> None:
    """As the terminal says it."""
    assert "1 article in French: names, quotations, speakers and credits only; not read: dates" in text(harbour)

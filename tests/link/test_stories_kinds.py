"""Articles of several events are told from reports of one. All news here is invented."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.stories.kinds import MAX_PARTS, gathering, gatherings, names, parts
from firsthand.model import Article, PageKind, SegmentKind
from tests.factories import article

ITEMS = (
    "A fire destroyed the covered market of Tolvik early on Monday. Chief fire officer Ragna Oster said three traders "
    "were killed when the flames spread from a bakery in Salt Street to the hall.",
    "Voters in Ostermark chose Ilse Marwitz as governor on Sunday with 54 percent. Jonas Thelander, whom she beat, "
    "conceded at midnight in a Grauhafen hotel, surrounded by members of the Harbour Union.",
    "The ferry Sankt Marit ran aground off Holm Island with 212 passengers aboard. Captain Edvin Roth steered for the "
    "shallows after the engine room flooded, the Norrland coastguard reported, and nobody was hurt.",
    "Striker Bela Kostner will leave Vantia United for Port Avel next summer, her agent Pia Lund confirmed. The fee is "
    "believed to be the highest that a women's club of the Eastern League has ever paid.",
    "Scientists at Quarrie University found a beetle thought extinct since the war. Doctor Henk Obers netted it in the "
    "Lower Marsh, where a motorway to Dunsel is planned, and named it after his daughter Wilma.",
)
REPORT = (
    "A fire destroyed the covered market of Tolvik early on Monday, killing three traders. Chief fire officer Ragna "
    "Oster said the flames had spread from a bakery in Salt Street to the hall.",
    "Oster, who has led the brigade of Tolvik for nine years, said her crews had reached the market within four "
    "minutes. The bakery in Salt Street had burned before, she told Radio Tolvik in the morning.",
    "Mayor Dag Hellan promised the traders of the market new stalls by the autumn. He spoke in front of the ruins in "
    "Salt Street, where people of Tolvik had laid flowers for the three who died.",
    "Investigators from Grauhafen are looking at an oven of the bakery. Their report on the fire in the market of "
    "Tolvik is expected within two weeks, Inspector Lise Tarn told Ragna Oster's brigade.",
    "The covered market was built in 1911 by Gustav Elm and was the oldest of Tolvik. A fire in the winter of 1946 "
    "spared it, since the wind from the harbour drove the flames the other way, old traders say.",
)


def roundup(*items: str, headline: str | None = None) -> Article:
    """Return an article of the items, each a paragraph."""
    return article("digest", *items, headline=headline)


@pytest.mark.parametrize("page", ["liveblog", "opinion", "index"])
def test_the_kind_of_page_that_cleaning_found_stands(page: PageKind) -> None:
    """Whatever the text is like."""
    assert gathering(replace(article("a", *REPORT), page=page)) is not None


@pytest.mark.parametrize("page", ["stub", "aggregator", "transcript", "other"])
def test_pages_of_one_event_or_none_gather_nothing(page: PageKind) -> None:
    """A stub has one thing to say, and an aggregator's page passes on one report."""
    assert gathering(replace(roundup(*ITEMS), page=page)) is None


@pytest.mark.parametrize(
    "headline",
    [
        "Morning briefing: fire in Tolvik, a vote in Ostermark",
        "Tolvik, Ostermark and a beetle: Your Monday Briefing",
        "News in brief",
        "World news roundup",
        "The week in review",
        "Top stories of the day",
        "Harbour business digest",
        "Today's headlines",
        "Weekend newsletter",
    ],
)
def test_headlines_of_roundups(headline: str) -> None:
    """Even over two paragraphs."""
    assert gathering(roundup(*REPORT[:2], headline=headline)) == "roundup"


@pytest.mark.parametrize(
    "headline",
    [
        "Minister skips security briefing on Tolvik fire",
        "Fire officer's briefing: what we know of the market blaze",
        "Police round up twelve after riot in Tolvik",
        "Newsletter editor killed in Tolvik market fire",
        "Legal brief filed over the Tolvik market",
        "Mayor of Tolvik makes headlines with vow to rebuild",
    ],
)
def test_the_same_words_in_headlines_of_reports(headline: str) -> None:
    """Briefings are held, suspects rounded up, and papers report on papers."""
    assert gathering(roundup(*REPORT, headline=headline)) is None


def test_a_newsletter_says_what_it_is() -> None:
    """In its first words."""
    first = "(Want to get this briefing by email? Here's the sign-up.) Good morning, and take an umbrella."
    assert gathering(roundup(first, *REPORT)) == "roundup"


def test_opinion_says_whose_it_is() -> None:
    """Below the text."""
    last = "The views expressed in this article are the author's own and not those of the Tolvik Courier."
    assert gathering(roundup(*REPORT, last)) == "opinion"


def test_lines_with_a_time_alone_make_a_live_blog() -> None:
    """Five of them, whatever their form; two where the page says that it is live."""
    times = ("9:14 a.m.", "10.02 GMT", "34 min ago", "1 hr 3 min ago", "11:30 ET, March 4")
    entries = [line for pair in zip(times, REPORT, strict=True) for line in pair]
    assert gathering(roundup(*entries)) == "live blog"
    assert gathering(roundup(*entries[:4])) is None
    assert gathering(roundup("Our live coverage of the fire", *entries[:4])) == "live blog"


def test_unlike_parts_make_a_roundup_without_any_headline() -> None:
    """Each with its own place and people; a report's paragraphs hang together."""
    assert gathering(roundup(*ITEMS)) == "roundup"
    assert gathering(roundup(*REPORT)) is None
    assert gathering(roundup(*ITEMS[:2], *REPORT)) is None


def test_few_unlike_parts_prove_nothing() -> None:
    """An article may end with two paragraphs on something else."""
    assert gathering(roundup(*ITEMS[:4])) is None


def test_parts_are_paragraphs_or_what_opens_with_a_mark() -> None:
    """Headings, bullets and rules part a text; what follows one belongs to it."""
    assert [p.of(roundup(*ITEMS).text) for p in parts(roundup(*ITEMS))] == list(ITEMS)
    kinds: list[SegmentKind] = ["subheading", "body", "body"] * 3
    headed = article("h", *(t for k in range(3) for t in (f"Part {k} of the news", ITEMS[k], REPORT[k])), kinds=kinds)
    assert [p.of(headed.text)[:6] for p in parts(headed)] == ["Part 0", "Part 1", "Part 2"]
    marked = roundup(*(t for k in range(3) for t in (f"• {ITEMS[k]}", REPORT[k])))
    assert [p.of(marked.text)[:3] for p in parts(marked)] == [f"• {ITEMS[k][0]}" for k in range(3)]
    ruled = roundup(*(t for k in range(4) for t in (ITEMS[k], REPORT[k], "_____")))
    assert len(parts(ruled)) == 4 and "_____" not in parts(ruled)[0].of(ruled.text)


def test_of_many_articles_those_that_gather_are_told() -> None:
    """In pieces of work, and of each what it is said to be alone."""
    some = [replace(roundup(*(ITEMS if k % 3 else REPORT)), id=f"a{k}") for k in range(600)]
    pieces: list[int] = []

    def spread(work: Any, given: Any) -> Any:
        for piece in given:
            pieces.append(len(piece))
            yield work(piece)

    assert gatherings(some, spread) == {a.id: kind for a in some if (kind := gathering(a))}
    assert len(pieces) > 1 and sum(pieces) == 600


def test_parts_are_bounded() -> None:
    """However long the page."""
    assert len(parts(roundup(*(ITEMS[k % 5] for k in range(500))))) == MAX_PARTS


def test_names_are_capitals_inside_sentences() -> None:
    """Not those that open one."""
    assert names("Flames hit Tolvik. Firemen came from Salt Street.") == {"tolvik", "salt", "street"}


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=12), st.text(max_size=60))
def test_any_text_is_taken(paragraphs: list[str], headline: str) -> None:
    """And parts lie in the text, in order, without overlap."""
    made = article("a", *paragraphs, headline=headline)
    gathering(made)
    found = parts(made)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= p.start < p.end <= len(made.text) for p in found)

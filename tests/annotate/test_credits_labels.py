"""Labels of feeds and blogs of excerpts, and the lines of pictures that look like bylines."""

import pytest

from firsthand.model import SegmentKind
from tests.annotate.made import annotated

REPORT = """It rained all day in the town of Orrin and the river rose over the old wall by the mill.

The bridge was closed by noon, and nobody could say on Monday when it would be opened again.

It will open again in the spring of the next year, the mayor thought."""
CAPTION = "The bridge at Orrin, left, on Monday, March 3, 2031. (AP Photo/Jane Roe)"


def credited(
    *above: tuple[SegmentKind, str], headline: str = "River rises in Orrin", body: str = REPORT
) -> list[tuple[str, str]]:
    """Return publisher and kind of each credit of a report with the given lines above it."""
    return [(c.publisher, c.kind) for c in annotated(body, headline=headline, segments=above)[1].credits]


@pytest.mark.parametrize(
    ("label", "publisher"),
    [
        ("The Hill•", "The Hill"),
        ("The Hill •", "The Hill"),
        ("CBS News Videos •", "CBS News"),
        ("CBS News Videos", "CBS News"),
        ("Newser — Jane Roe", "Newser"),
        ("NBC News — Jane Roe", "NBC News"),
        ("NBC News", "NBC News"),
        ("Los Angeles Times — Jane Roe Los Angeles Times", "Los Angeles Times"),
        ("The Associated Press | Monday, July 16, 2031, 9:06 a.m.", "Associated Press"),
        ("Associated Press Monday, July 16, 2031", "Associated Press"),
        ("Washington Post, March 3, 2031", "Washington Post"),
        ("from The Conversation", "The Conversation"),
        ("From The Guardian", "The Guardian"),
        ("via The Daily Beast", "Daily Beast"),
        ("https://www.oneindia.com•", "Oneindia"),
        ("reuters.com", "Reuters"),
        ("CDN – http://www.conservativedailynews.com", "Conservative Daily News"),
        ("NR – https://www.nationalreview.com/", "National Review"),
        ("feedback@motor1.com (Jane Roe)", "Motor1"),
        ("Jane Roe, jroe@usatoday.com", "USA Today"),
        ("Jane Roe jroe@freep.com", "Detroit Free Press"),
    ],
)
def test_labels_above_a_text(label: str, publisher: str) -> None:
    """A feed says in a line above the text whose it is."""
    assert credited(("boilerplate", label)) == [(publisher, "byline")]


@pytest.mark.parametrize(
    ("label", "publisher"),
    [
        ("Authored by Jane Roe via The Daily Beast,", "Daily Beast"),
        ("Authored by Jane Roe via Medium.com,", "Jane Roe"),
        ("Authored by Jane Roe via Orrin Review,", "Orrin Review"),
        ("Submitted by Jane Roe and John Doe of Roe Research", "Roe Research"),
        ("Submitted by Jane Roe from Substack", "Jane Roe"),
        ("Written by Jane Roe for The Guardian", "The Guardian"),
        ("This post was authored by Jane Roe at Reason.com", "Reason"),
        ("Posted by Jane Roe via Axios", "Axios"),
        ("Authored by Jane Roe, originally at The American Conservative", "The American Conservative"),
    ],
)
def test_whose_the_reposted_text_is(label: str, publisher: str) -> None:
    """The site that had it first, listed or not; of a platform that anybody writes on, the writer."""
    assert credited(body=f"{label}\n\n{REPORT}")[0] == (publisher, "byline")


@pytest.mark.parametrize(
    "label",
    [
        "Print",
        "Medium",
        "Facebook",
        "Twitter •",
        "Yahoo News",
        "Posted by Jane Roe",
        "Jane Roe",
        "Jane Roe — Orrin",
        "jroe@mail.example",
        "Submitted by Jane Roe of Berlin",
        "Authored by Jane Roe",
        "News",
        "Time",
        "from Orrin",
        "White House •",
        "Send us mail: see our page about Reuters and others who write for us",
        "Orrin – http://www.orrin.example",
    ],
)
def test_lines_that_label_nothing(label: str) -> None:
    """Buttons, platforms, states, people and places are no labels."""
    assert credited(("boilerplate", label)) == []


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("River rises in Orrin: New at Reason", [("Reason", "byline")]),
        ("CBS News Videos •", [("CBS News", "byline")]),
        ("Associated Press Monday, July 16, 2031", [("Associated Press", "byline")]),
        ("Mayor has low expectations for the bridge: CBS News", [("CBS News", "attribution")]),
        ("Mayor wants a new bridge - Yonhap", [("Yonhap", "attribution")]),
        ("Reuters: Mayor wants a new bridge", [("Reuters", "attribution")]),
        ("Mayor wants a new bridge, CNN reports", [("CNN", "attribution")]),
        ("Mayor tells BBC he wants a new bridge", [("BBC", "interview")]),
        ("River rises in Orrin | Reuters", []),
        ("Mayor wants a new bridge: report", []),
        ("Mayor: we need a bridge", []),
        ("Time: the fourth dimension", []),
        ("White House: no comment", []),
        ("Orrin - a town in the rain", []),
    ],
)
def test_headlines(headline: str, found: list[tuple[str, str]]) -> None:
    """A headline may name whom the news is had from; what stands behind a bar is the page's own name."""
    assert credited(headline=headline) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("washingtonpost.com/opinions/river/2031/03/03/river_story.html", [("Washington Post", "footer")]),
        ("https://www.nationalreview.com/corner/river/", [("National Review", "footer")]),
        ("Source: http://www.theguardian.com/river", [("The Guardian", "footer")]),
        ("Jane Roe can be reached at jroe@freep.com.", [("Detroit Free Press", "byline")]),
        ("jroe@nydailynews.com", [("New York Daily News", "byline")]),
        ("By Jane Roe and John Doe jroe@newsday.com , jdoe@newsday.com", [("Newsday", "byline")]),
        ("https://www.youtube.com/watch", []),
        ("pic.twitter.com/abc", []),
        ("https://river.example/some/page", []),
        ("Write to the mayor at mayor@orrin.example", []),
    ],
)
def test_addresses_below_a_text(line: str, found: list[tuple[str, str]]) -> None:
    """An address alone below an excerpt is where it is from, and a writer's mail tells the outlet."""
    assert credited(body=f"{REPORT}\n\n{line}") == found


def test_many_addresses_are_a_list_of_links() -> None:
    """A text is from one or two places; three addresses of three outlets are further reading."""
    links = "\n\n".join(f"http://www.{site}/river" for site in ("reuters.com", "cnn.com", "bbc.com"))
    assert credited(body=f"{REPORT}\n\n{links}") == []


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ([("boilerplate", "Modal Trigger")], "Reuters"),
        ([("boilerplate", "Enlarge")], "AP"),
        ([("boilerplate", "Hide caption")], "Jane Roe/AP"),
        ([], "Reuters / Lehtikuva"),
        ([], "Jane Roe / Reuters"),
        ([], "Jane Roe/AFP"),
        ([("caption", CAPTION)], "Jane Roe, AP"),
        ([("byline", "By John Doe"), ("byline", "March 3, 2031")], "Credit: The Associated Press"),
    ],
)
def test_lines_of_pictures(above: list[tuple[SegmentKind, str]], line: str) -> None:
    """A picture's credit is never the text's, though cleaning took it for a byline."""
    found = credited(*above, ("byline", line), ("caption", CAPTION))
    assert {kind for _, kind in found} == {"photo"}


def test_a_gallery_has_no_text_credit() -> None:
    """Captions with photographers and agencies under each say nothing of whose the page is."""
    shown: list[tuple[SegmentKind, str]] = []
    for place in ("bridge", "mill", "square"):
        shown += [("body", f"The {place} of Orrin was under water on Monday."), ("byline", "Jane Roe, AP")]
    assert {kind for _, kind in credited(*shown)} == {"photo"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By Jane Roe, AP", [("Associated Press", "byline")]),
        ("By Jane Roe, CNN, AFP", [("CNN", "byline"), ("Agence France-Presse", "byline")]),
        ("Jane Roe, Associated Press", [("Associated Press", "byline")]),
        ("Jane Roe, The Washington Post", [("Washington Post", "byline")]),
        ("By Jane Roe / Tribune News Service", [("Tribune News Service", "byline")]),
        ("Jane Roe/Tribune News Service", [("Tribune News Service", "byline")]),
        ("By Reuters", [("Reuters", "byline")]),
        ("Reuters", [("Reuters", "byline")]),
    ],
)
def test_bylines_stay_bylines(line: str, found: list[tuple[str, str]]) -> None:
    """Right under the headline a name with its agency signs the text, whatever picture comes next."""
    assert credited(("byline", line), ("caption", CAPTION)) == [*found, ("Associated Press", "photo")]


@pytest.mark.parametrize(
    "line",
    [
        "© 2031 Thomson/Reuters. All rights reserved.",
        "Copyright Reuters / Kanal Vest",
        "Copyright 2031 Reuters/AFP",
    ],
)
def test_rights_are_no_pictures(line: str) -> None:
    """A notice of rights with a slash is the text's."""
    assert ("Reuters", "footer") in credited(body=f"{REPORT}\n\n{line}")


def test_a_byline_with_its_time_is_no_caption() -> None:
    """Whatever cleaning took the line for."""
    line = "Jane Roe and John Doe , USA TODAY Published 3:55 a.m. ET March 3, 2031"
    assert credited(("caption", line)) == [("USA Today", "byline")]

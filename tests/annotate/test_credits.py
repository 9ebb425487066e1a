"""Credits: lines that name whose the words are, and pictures' credits, which say nothing of the words."""

from dataclasses import replace

import pytest

from firsthand.annotate import Annotate
from firsthand.model import SegmentKind
from tests.annotate.made import article

REPORT = """It rained all day in the town of Orrin and the river rose.

The bridge was closed by noon, people there told this newspaper.

It will open again in the spring of the next year, they said.

The last flood was ten years ago."""


def credited(body: str = REPORT, *, kind: SegmentKind = "body", **options: object) -> list[tuple[str, str]]:
    """Return publisher and kind of each credit; the last segment, ``body``, is of ``kind``."""
    made = article(body, **options)  # type: ignore[arg-type]
    made = replace(made, segments=(*made.segments[:-1], replace(made.segments[-1], kind=kind)))
    return [(c.publisher, c.kind) for c in Annotate().annotate(made).credits]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("(Reporting by Jane Roe; Editing by John Doe)", []),
        ("Reporting by Jane Roe in Orrin; Editing by John Doe", []),
        ("Additional reporting by Jane Roe, Reuters", [("Reuters", "contribution")]),
        ("Additional reporting by Reuters", [("Reuters", "contribution")]),
        (
            "Additional reporting by AFP and Reuters",
            [("Agence France-Presse", "contribution"), ("Reuters", "contribution")],
        ),
        ("Additional reporting from PA", [("PA Media", "contribution")]),
        (
            "Copyright 2018 The Associated Press. All rights reserved. This material may not be published.",
            [("Associated Press", "footer")],
        ),
        ("© 2031 AFP", [("Agence France-Presse", "footer")]),
        ("© AFP", [("Agence France-Presse", "footer")]),
        ("(c) 2031 AFP", [("Agence France-Presse", "footer")]),
        ("© Copyright 2031 Reuters", [("Reuters", "footer")]),
        ("Copyright © 2031 The Canadian Press", [("The Canadian Press", "footer")]),
        ("Copyright (c) 2031 dpa", [("Deutsche Presse-Agentur", "footer")]),
        ("©2031 Bloomberg L.P.", [("Bloomberg", "footer")]),
        ("via Reuters", [("Reuters", "footer")]),
        ("Via: AFP", [("Agence France-Presse", "footer")]),
        ("via CNN.com", [("CNN", "footer")]),
        ("The Washington Post contributed to this report.", [("Washington Post", "contribution")]),
        ("The Associated Press contributed to this report.", [("Associated Press", "contribution")]),
        (
            "The Associated Press and Reuters contributed to this report.",
            [("Associated Press", "contribution"), ("Reuters", "contribution")],
        ),
        (
            "Associated Press writer Jane Roe in Orrin contributed to this report.",
            [("Associated Press", "contribution")],
        ),
        ("AP writers Jane Roe and John Doe contributed to this story.", [("Associated Press", "contribution")]),
        ("CNN's Jane Roe contributed to this report.", [("CNN", "contribution")]),
        ("CNN’s Jane Roe and John Doe contributed to this report", [("CNN", "contribution")]),
        ("Reuters contributed to this article", [("Reuters", "contribution")]),
        ("Information from The Associated Press was used in this report.", [("Associated Press", "contribution")]),
        ("Material from The Associated Press was used in this report.", [("Associated Press", "contribution")]),
        ("This report includes information from Reuters.", [("Reuters", "contribution")]),
        ("This article contains material from The Associated Press.", [("Associated Press", "contribution")]),
        ("This story includes reporting from the Associated Press.", [("Associated Press", "contribution")]),
        ("With files from The Canadian Press", [("The Canadian Press", "contribution")]),
        ("— With files from Reuters", [("Reuters", "contribution")]),
        (
            "With files from The Canadian Press and Reuters",
            [("The Canadian Press", "contribution"), ("Reuters", "contribution")],
        ),
        ("With reporting by Reuters", [("Reuters", "contribution")]),
        ("With reporting from AFP", [("Agence France-Presse", "contribution")]),
        ("(With inputs from ANI)", [("Asian News International", "contribution")]),
        ("With inputs from ANI", [("Asian News International", "contribution")]),
        (
            "With inputs from PTI and ANI",
            [("Press Trust of India", "contribution"), ("Asian News International", "contribution")],
        ),
        ("With agency inputs", []),
        ("(With PTI inputs)", [("Press Trust of India", "contribution")]),
        ("PTI inputs", [("Press Trust of India", "contribution")]),
        ("Avec AFP", [("Agence France-Presse", "contribution")]),
        ("(avec AFP)", [("Agence France-Presse", "contribution")]),
        ("Mit Material von dpa", [("Deutsche Presse-Agentur", "contribution")]),
        ("Mit Agenturmaterial", []),
        ("Con información de EFE", [("EFE", "contribution")]),
        ("Com informações da Reuters", [("Reuters", "contribution")]),
        ("Source: Reuters", [("Reuters", "footer")]),
        ("Source: AFP/Reuters", [("Agence France-Presse", "footer"), ("Reuters", "footer")]),
        ("Sources: AP, Reuters", [("Associated Press", "footer"), ("Reuters", "footer")]),
        ("(Source: Reuters)", [("Reuters", "footer")]),
        ("SOURCE: AFP", [("Agence France-Presse", "footer")]),
        ("SOURCE Example Corp.", []),
        ("Source: Example Ministry of Health", []),
        ("Quelle: dpa", [("Deutsche Presse-Agentur", "footer")]),
        ("Quelle: dpa, AFP", [("Deutsche Presse-Agentur", "footer"), ("Agence France-Presse", "footer")]),
        ("Quellen: Reuters, dpa", [("Reuters", "footer"), ("Deutsche Presse-Agentur", "footer")]),
        ("Fuente: EFE", [("EFE", "footer")]),
        ("Fonte: ANSA", [("ANSA", "footer")]),
        ("Bron: ANP", [("Algemeen Nederlands Persbureau", "footer")]),
        ("Kilde: NTB", [("Norsk Telegrambyrå", "footer")]),
        ("Источник: ТАСС", [("TASS", "footer")]),
        ("(dpa/lno)", [("Deutsche Presse-Agentur", "footer")]),
        ("(dpa)", [("Deutsche Presse-Agentur", "footer")]),
        ("(AFP)", [("Agence France-Presse", "footer")]),
        ("(AP)", [("Associated Press", "footer")]),
        ("(Reuters)", [("Reuters", "footer")]),
        ("-AFP", [("Agence France-Presse", "footer")]),
        ("– AFP", [("Agence France-Presse", "footer")]),
        ("— Reuters", [("Reuters", "footer")]),
        ("AFP", [("Agence France-Presse", "footer")]),
        ("AFP/Reuters", [("Agence France-Presse", "footer"), ("Reuters", "footer")]),
        ("(AFP/Reuters)", [("Agence France-Presse", "footer"), ("Reuters", "footer")]),
        ("PTI", [("Press Trust of India", "footer")]),
        ("Press Association 2031", [("PA Media", "footer")]),
        ("PA Media", [("PA Media", "footer")]),
        ("This story was originally published by Reuters.", [("Reuters", "footer")]),
        ("This article was first published by The Guardian.", [("The Guardian", "footer")]),
        ("This article originally appeared on USA TODAY: River rises in Orrin", [("USA Today", "footer")]),
        ("This article originally appeared in The Guardian.", [("The Guardian", "footer")]),
        ("Originally published in The Guardian", [("The Guardian", "footer")]),
        ("Originally published on CNN.com", [("CNN", "footer")]),
        ("This story was first published on NBC News", [("NBC News", "footer")]),
        (
            "Republished from The Conversation under a Creative Commons licence. Read the original article.",
            [("The Conversation", "footer")],
        ),
        (
            "This article is republished from The Conversation under a Creative Commons license.",
            [("The Conversation", "footer")],
        ),
        ("This story was produced by KFF Health News.", [("KFF Health News", "footer")]),
        ("This report was provided by Reuters.", [("Reuters", "footer")]),
        ("Distributed by Tribune Content Agency, LLC.", [("Tribune News Service", "footer")]),
        ("Reprinted with permission from ProPublica.", [("ProPublica", "footer")]),
        ("Read the original article on Business Insider.", [("Business Insider", "footer")]),
        ("First published by Deutsche Welle", [("Deutsche Welle", "footer")]),
        ("The river had risen for days, as first reported by The Guardian.", [("The Guardian", "attribution")]),
        ("The closing was first reported by Reuters.", [("Reuters", "attribution")]),
        ("Reuters first reported the closing.", [("Reuters", "attribution")]),
    ],
)
def test_closing_lines(line: str, named: list[tuple[str, str]]) -> None:
    """Each way in which a report's end names agencies and outlets has its kind."""
    assert credited(f"{REPORT}\n\n{line}") == named


@pytest.mark.parametrize(
    ("ending", "publisher"),
    [
        (" (dpa/lno)", "Deutsche Presse-Agentur"),
        (" (AFP)", "Agence France-Presse"),
        (" – Reuters", "Reuters"),
        (" —AFP", "Agence France-Presse"),
        (" PTI", "Press Trust of India"),
        (" AFP/PTI", "Agence France-Presse"),
    ],
)
def test_slugs_behind_the_last_sentence(ending: str, publisher: str) -> None:
    """Agencies and their subscribers sign behind the full stop."""
    assert (publisher, "footer") in credited(REPORT + ending)


@pytest.mark.parametrize("ending", [" (2031)", " – They left.", " NATO", " (Orrin)", " USA"])
def test_other_words_behind_the_last_sentence(ending: str) -> None:
    """Only an agency's name signs."""
    assert credited(REPORT + ending) == []


@pytest.mark.parametrize("kind", ["body", "boilerplate", "caption"])
@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Roe/AFP",
        "(AP Photo/John Doe)",
        "REUTERS/Jane Roe",
        "Image: Getty",
        "Foto: dpa",
        "AFP via Getty Images",
        "Jane Roe/Reuters",
        "Photo by Jane Roe/Getty Images",
        "Image source, Getty Images",
        "© Jane Roe/AFP",
        "Photo courtesy of Reuters",
        "Photograph: Jane Roe/The Guardian",
        "Video: Reuters",
        "Graphic: AFP",
        "Image source: Reuters",
        "Image credit: AFP",
        "The river at Orrin. (Photo by Jane Roe / AFP)",
        "Bild: dpa",
        "Fotos: AFP",
        "Crédit photo : AFP",
        "Video via Reuters",
        "Photo via AP",
        "The river at Orrin on Monday (AP)",
        "Picture credit: Reuters",
        "Infographic: Reuters",
        "Photo source: AFP",
        "Map: AFP",
        "Cover photo: AFP",
        "Featured image: Reuters",
        "Image via Reuters",
        "The river on Monday. Photo: AFP",
        "The river on Monday. © AFP",
        "EPA-EFE/JANE ROE",
        "Photos: AP, Reuters",
        "Archivfoto: dpa",
        "Handout via Reuters",
        "Screenshot: Reuters",
    ],
)
def test_a_pictures_credit_is_never_the_texts(line: str, kind: SegmentKind) -> None:
    """Wherever it stands, and whatever cleaning took it for."""
    found = credited(f"{REPORT}\n\n{line}") if kind == "body" else credited(segments=[(kind, line)])
    assert [made for _, made in found if made != "photo"] == []
    assert found or kind != "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The bank is a source of Reuters data for many traders in the town.",
        "The mayor went by AFP office and via Orrin to the sea.",
        "He contributed to the fund.",
        "The report from the Roads Agency was used by the mayor.",
        "The show was produced by the BBC.",
        "The interview with AFP was cut short.",
        "The paper was sold in 2031 to Gannett.",
        "The study was published in Nature, it said.",
        "The book, originally published by Penguin, sold well.",
        "The picture, originally published by Reuters, won a prize.",
        "Follow us on Reuters",
        "His photo, provided by Reuters, was shared.",
        "The AP photo was shared widely.",
    ],
)
def test_prose_that_reads_alike(line: str) -> None:
    """Sentences about agencies and publishing credit nobody."""
    assert credited(f"{REPORT}\n\n{line}") == []


@pytest.mark.parametrize(
    ("dateline", "publisher"),
    [
        ("Berlin (dpa/bb) -", "Deutsche Presse-Agentur"),
        ("KYIV. March 1 (Interfax-Ukraine)", "Interfax-Ukraine"),
        ("TOKYO, March 3, Kyodo -", "Kyodo News"),
        ("Washington CNN —", "CNN"),
        ("МОСКВА, 24 февраля. /ТАСС/.", "TASS"),
        ("Москва. 24 февраля. ИНТЕРФАКС -", "Interfax"),
        ("RIYADH, SPA --", "Saudi Press Agency"),
        ("ORRIN (Norvapress) —", "Norvapress"),
    ],
)
def test_datelines(dateline: str, publisher: str) -> None:
    """A dateline's slug is read in brackets, between slashes, and without either."""
    assert credited(segments=[("dateline", dateline)]) == [(publisher, "dateline")]


@pytest.mark.parametrize(
    "dateline",
    [
        "OKLAHOMA CITY —",
        "ORRIN (March 3, 2031) –",
        "ORRIN (Brooklyn) –",
        "OSLO —",
        "BOSTON, Mass. —",
        "NEW YORK, March 3 —",
        "ATHENS, Greece —",
    ],
)
def test_datelines_without_a_slug(dateline: str) -> None:
    """A place is no agency, though one may be called after it."""
    assert credited(segments=[("dateline", dateline)]) == []


def test_a_byline_whose_first_name_is_an_agency_s_letters_credits_nobody() -> None:
    """The agency's own name, in its letters, does."""
    assert credited(f"By Ansa Lind\n\n{REPORT}") == []
    assert credited(f"By ANSA\n\n{REPORT}") == [("ANSA", "byline")]


def test_a_dash_and_a_name_under_the_last_paragraph_sign_the_text() -> None:
    """Though cleaning took the short line for a picture's; the same line above the text is one."""
    assert credited("– Reuters", segments=(("body", REPORT),), kind="caption") == [("Reuters", "footer")]
    assert ("Reuters", "footer") not in credited(segments=(("caption", "– Reuters"),))


def test_the_slug_of_a_distributor_of_releases_is_read_in_small_letters() -> None:
    """German releases have it; other words in brackets are none."""
    assert credited("Orrin (ots) - Es regnete den ganzen Tag.") == [("ots", "dateline")]
    assert credited("Orrin (alt) - Es regnete den ganzen Tag.") == []

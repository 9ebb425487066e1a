"""Markup-less text: what each line is. All texts are invented."""

import pytest

from firsthand.clean import plain
from firsthand.clean.rendered import Rendered
from firsthand.config import CleanConfig
from firsthand.model import Document

LEAD = "The ferry to the island will stop in May, the harbour office said on Monday."
SECOND = "The office said that the boat was too old and that there was no money for a new one."
THIRD = "Nobody on the island had been asked about it, its forty inhabitants said."
TITLE = "Ferry Service To The Island Ends In May"


def render(*lines: str, title: str | None = None, fetched: str | None = None, gap: str = "\n\n") -> Rendered:
    """Render lines with a blank line between them."""
    text = gap.join(lines)
    return plain.render(Document(input="page", kind="text", content=text, title=title, fetched=fetched), CleanConfig())


def kinds(rendered: Rendered) -> dict[str, str]:
    """Return the kind of each line."""
    return {
        line.strip(): segment.kind
        for segment in rendered.segments
        for line in rendered.text[segment.start : segment.end].split("\n")
        if line.strip()
    }


def test_a_title_and_paragraphs() -> None:
    """The first line that reads like one is the headline, the rest is body."""
    rendered = render(TITLE, LEAD, SECOND)
    assert rendered.headline == TITLE
    assert kinds(rendered) == {TITLE: "headline", LEAD: "body", SECOND: "body"}


def test_a_text_that_starts_with_its_lead_has_no_headline() -> None:
    """A sentence is a paragraph, not a headline."""
    rendered = render(LEAD, SECOND)
    assert rendered.headline is None
    assert set(kinds(rendered).values()) == {"body"}


def test_a_given_title_is_found_in_the_text() -> None:
    """Whatever else stands above the report; case and marks aside."""
    rendered = render("The Island Post", TITLE.upper(), LEAD, SECOND, title=TITLE)
    assert kinds(rendered)[TITLE.upper()] == "headline"
    assert kinds(rendered)[LEAD] == "body"


def test_the_headline_said_again_is_furniture() -> None:
    """Once, or twice run together, as titles of pages and pictures are."""
    rendered = render(TITLE, TITLE + TITLE, LEAD, SECOND)
    assert kinds(rendered) == {TITLE: "headline", TITLE + TITLE: "boilerplate", LEAD: "body", SECOND: "body"}


def test_section_labels_above_the_headline_are_furniture() -> None:
    """A menu's word is no headline."""
    rendered = render("All news", TITLE, LEAD, SECOND)
    assert kinds(rendered)["All news"] == "boilerplate"
    assert rendered.headline == TITLE


def test_dek_and_dateline() -> None:
    """A sentence-like line between headline and dateline is the dek; the dateline leaves slug and dash out."""
    dek = "The harbour office says that the boat is too old, and that there is no money for another"
    rendered = render(TITLE, dek, f"OSLO, March 3 (AFP) - {LEAD}", SECOND)
    assert rendered.dek == dek
    assert rendered.dateline == "OSLO, March 3"
    spans = [(s.kind, rendered.text[s.start : s.end]) for s in rendered.segments if s.kind in ("dateline", "body")]
    assert spans[0] == ("dateline", "OSLO, March 3 (AFP) - ")
    assert spans[1][1].startswith(LEAD)


def test_a_dateline_may_stand_on_its_own_line() -> None:
    """``Place (AGENCY)`` above the report."""
    rendered = render(TITLE, "Oslo (AP)", LEAD, SECOND, gap="\n")
    assert rendered.dateline == "Oslo"
    assert kinds(rendered)["Oslo (AP)"] == "dateline"


def test_bylines_and_times_in_the_head() -> None:
    """Who wrote it and when, between headline and report."""
    rendered = render(
        TITLE, "By Jane Roe and John Doe, Associated Press", "Updated 7:18 PM, March 4, 2021", LEAD, SECOND
    )
    assert rendered.bylines == ("Jane Roe", "John Doe")
    assert (rendered.published, rendered.published_precision) == ("2021-03-04T19:18", "minute")
    assert kinds(rendered)["Updated 7:18 PM, March 4, 2021"] == "byline"


def test_subheadings_stand_between_paragraphs() -> None:
    """Short, without full stop, a paragraph above and below."""
    rendered = render(TITLE, LEAD, SECOND, "No money left", THIRD)
    assert kinds(rendered)["No money left"] == "subheading"


def test_captions_within_the_report() -> None:
    """Credits alone or at the end."""
    caption = "The ferry leaves the port on Monday. (AP Photo/Jane Roe)"
    rendered = render(TITLE, "© Jane Roe/TASS", LEAD, caption, SECOND)
    assert kinds(rendered)["© Jane Roe/TASS"] == "caption"
    assert kinds(rendered)[caption] == "caption"


def test_notices_within_the_report_are_furniture_and_it_goes_on() -> None:
    """An advert does not end the article."""
    rendered = render(TITLE, LEAD, "- Advertisement -", SECOND, "Subscribe to our newsletter")
    assert kinds(rendered)["- Advertisement -"] == "boilerplate"
    assert kinds(rendered)["Subscribe to our newsletter"] == "boilerplate"
    assert kinds(rendered)[SECOND] == "body"


def test_headlines_of_other_pages_are_furniture() -> None:
    """What follows "Related stories" belongs to other pages, until prose goes on."""
    rendered = render(TITLE, LEAD, "Related stories", "Bridge To Be Painted Green", "Mayor Buys A Boat", SECOND, THIRD)
    found = kinds(rendered)
    assert found["Bridge To Be Painted Green"] == found["Mayor Buys A Boat"] == "boilerplate"
    assert found[SECOND] == found[THIRD] == "body"


def test_menus_around_the_report_are_left_out() -> None:
    """The stretch of prose is the article, the line above it that shares its words the headline."""
    menu = ["Home", "News", "Sport", "Weather", "Jobs", "Cars", "Contact us", "Log in", "Most read"]
    teasers = ["Bridge painted green", "Mayor buys a boat", "Ten walks for the spring", "Who won the cup"]
    rendered = render(*menu, TITLE, LEAD, SECOND, THIRD, *menu, *teasers, gap="\n")
    assert rendered.headline == TITLE
    assert [line for line, kind in kinds(rendered).items() if kind == "body"] == [LEAD, SECOND, THIRD]


def test_the_lead_stays_though_a_list_follows_it() -> None:
    """A table or menu between lead and report does not cost the lead."""
    table = [f"Boat {n}" for n in range(15)]
    rendered = render("Home", "Log in", TITLE, LEAD, *table, SECOND, THIRD, SECOND[:-1] + " soon.", gap="\n")
    assert kinds(rendered)[LEAD] == "body"


def test_a_cut_last_line_stays() -> None:
    """Texts that were cut break off in mid-sentence."""
    cut = "The office did not say what would become of the boat or of the"
    rendered = render("Home", TITLE, LEAD, SECOND, cut)
    assert kinds(rendered)[cut] == "body"


def test_the_agencys_last_line_belongs_to_the_report() -> None:
    """Credits are read off it."""
    last = "(Reporting by Jane Roe; Editing by John Doe)"
    rendered = render("Home", TITLE, LEAD, SECOND, last, "Log in")
    assert kinds(rendered)[last] == "body"


def test_a_text_without_furniture_is_kept_whole() -> None:
    """Short wire items of tables and names have no sentence; nothing tells that they are no article."""
    rendered = render("Shr 23 cts vs 14 cts", "Net 439,100 vs 259,948", "NOTE: Share adjusted.", gap="\n")
    assert kinds(rendered)["Net 439,100 vs 259,948"] in ("body", "subheading")


@pytest.mark.parametrize(
    "text",
    [
        "عنوان\n\nقال الوزير إن العبارة ستتوقف في مايو، وإن الأمر لا رجعة فيه الآن.",
        "題名\n\n渡し船は五月に終わると港の役所が月曜日に述べた。",
    ],
)
def test_other_scripts_are_read(text: str) -> None:
    """From right to left, and without blanks between words."""
    rendered = plain.render(Document(input="page", kind="text", content=text), CleanConfig())
    assert any(segment.kind == "body" for segment in rendered.segments)


@pytest.mark.parametrize(
    "line",
    [
        "# Ferry Service To The Island Ends In May",
        "Subject: Fwd: Ferry Service To The Island Ends In May",
        "## **Ferry Service To The Island Ends In May**",
    ],
)
def test_a_headline_is_shown_without_the_marks_of_its_carrier(line: str) -> None:
    """Markdown and mail mark headings; the text stays as it is, the headline is the words."""
    rendered = render(line, LEAD, SECOND)
    assert rendered.headline == TITLE and rendered.text.startswith(line)


def test_a_headline_may_open_with_a_quotation() -> None:
    """A paragraph that opens with a quotation is a closed sentence; a headline that does is not."""
    headline = "“I Sleep Badly”: Harbour Master On The Last Ferry"
    assert render(headline, LEAD, SECOND).headline == headline
    assert render("“I sleep badly,” the harbour master said on Monday.", LEAD, SECOND).headline is None


def test_a_byline_in_emphasis_is_read() -> None:
    """Markdown sets bylines in italics."""
    assert render(TITLE, "*By **Jane Roe***", LEAD, SECOND).bylines == ("Jane Roe",)


def test_a_box_of_notices_does_not_end_a_short_report() -> None:
    """What goes on behind an invitation to subscribe is the report's, though it shares few words with its beginning."""
    fourth = "Ships with grain will be sent to the southern docks until engineers have finished their survey in autumn."
    box = ("Get the Harbour newsletter", "Sign up for our newsletter here.", "Enter your email address", "Sign up")
    text = render(TITLE, "By Jane Roe", LEAD, SECOND, *box, "By signing up you agree to our terms.", fourth)
    found = kinds(text)
    assert [found[line] for line in (LEAD, SECOND, fourth)] == ["body"] * 3
    assert {found[line] for line in box} == {"boilerplate"}


def test_a_second_report_with_its_own_head_is_not_the_first_ones_body() -> None:
    """Pages that load the next report below: its words and its author are another article's."""
    other = [
        "The council of Torrin voted on Monday to keep the tram line that runs from the station to the lake.",
        "The line will be paid for by a new levy on parking, the council said after the vote in the town hall.",
        "Opponents said that they would bring the question before the voters of the town in autumn.",
    ]
    head = ("Council Of Torrin Votes To Keep Tram Line", "By John Doe", "March 3, 2031")
    rendered = render(TITLE, "By Jane Roe", "March 4, 2031", LEAD, SECOND, THIRD, *head, *other)
    found = kinds(rendered)
    assert rendered.bylines == ("Jane Roe",)
    assert {found[line] for line in (LEAD, SECOND, THIRD)} == {"body"}
    assert {found[line] for line in (*head, *other)} == {"boilerplate"}


def test_bare_names_below_the_headline_are_the_byline() -> None:
    """Where nobody else signed and a given name tells that it is a person; elsewhere a name is just a name."""
    assert render(TITLE, "Jane Roe and John Doe", LEAD, SECOND).bylines == ("Jane Roe", "John Doe")
    assert render(TITLE, "Jane Roe", "March 4, 2031", LEAD, SECOND).bylines == ("Jane Roe",)
    assert render(TITLE, "By Ann Poe", "Jane Roe", LEAD, SECOND).bylines == ("Ann Poe",)
    assert render(TITLE, "Norland", LEAD, SECOND).bylines == ()
    assert render(TITLE, LEAD, "Jane Roe", SECOND).bylines == ()


def test_a_host_and_the_minutes_of_reading_are_a_reader_views() -> None:
    """Copies from reader views open with the site's address, which is no headline."""
    rendered = render("harbour-post.example", TITLE, "Jane Roe", "4-5 minutes", LEAD, SECOND)
    assert (rendered.headline, rendered.bylines) == (TITLE, ("Jane Roe",))


def test_a_printed_pages_running_head_dates_the_report() -> None:
    """The paper's name and the day stand on one line, columns apart; a paragraph cut by the page is no headline."""
    running = "Harbour Post                                Wednesday, 5 March 2031"
    cut = (
        "Ships bound for the island will be sent to the southern docks until all of the engineers have finished their "
    )
    cut += "work, which is to"
    rendered = render(running, TITLE, "By Jane Roe", LEAD, SECOND, cut, running, "take a year.", THIRD, "Page 4 of 16")
    assert (rendered.headline, rendered.published) == (TITLE, "2031-03-05")


def test_a_dateline_with_its_year_dates_a_report_that_nothing_else_dates() -> None:
    """As press releases do."""
    rendered = render(TITLE, f"VELMORA, March 4, 2031 — {LEAD}", SECOND)
    assert (rendered.published, rendered.published_precision) == ("2031-03-04", "day")
    assert render(TITLE, f"VELMORA, March 4 — {LEAD}", SECOND).published is None


def test_front_matter_gives_title_author_and_day() -> None:
    """As exports to Markdown write them above the text."""
    rendered = render(
        "---", f'title: "{TITLE}"', "author: Jane Roe", "date: 2031-03-05", "---", f"# {TITLE}", LEAD, SECOND
    )
    assert (rendered.headline, rendered.bylines, rendered.published) == (TITLE, ("Jane Roe",), "2031-03-05")


def test_a_page_of_captions_alone_is_a_title_and_captions() -> None:
    """Its body was lost on the way; whose pictures it has still tells of it."""
    shown = [f"Keeper {name} looks at the ferry in May. (AP Photo/Jane Roe)" for name in ("Holm", "Lind", "Quist")]
    numbered = [line for k, caption in enumerate(shown, 1) for line in (f"{k} of 3", caption)]
    found = kinds(render(f"2 boats, 11 lamps in the fog; {TITLE.lower()}", *numbered))
    assert [line for line, kind in found.items() if kind == "caption"] == shown
    assert set(found.values()) <= {"headline", "caption", "boilerplate"}

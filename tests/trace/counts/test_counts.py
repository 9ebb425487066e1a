"""How many origins stand behind a story: what the low number merges, what the high one does not, and why."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Annotation, Article, Count
from firsthand.trace.counts.ground import MOST_CITED
from tests.factories import annotation, article, credit, quotation
from tests.trace.counting import REPORTS, counted, ends, rules, utterance

SAID = "We shall have the lamp burning again before the first ships of the autumn fleet are due"
OTHER = "I counted eleven panes and then I stopped counting because there was no glass left to count"
ELSE = "The harbour is no place for a bakery and so I have told the council since my father had it"
PAPERS = ("Orrin Post", "Valley News (Orrin)", "Hill Gazette", "Cape Herald")


def paper(number: int, *more: str, publisher: str | None = None, published: str | None = None) -> Article:
    """Return a report in words of its own by an invented outlet."""
    name = publisher or PAPERS[number]
    return article(f"p{number}", REPORTS[number], *more, publisher=name, published=published)


def cites(whose: str, *speakers: str) -> tuple[Article, Annotation]:
    """Return a report that has its news from another outlet, and quotes the speakers."""
    lines = [f"“{words},” {speaker} said." for speaker, words in zip(speakers, (SAID, OTHER), strict=False)]
    text = article(
        "cites", f"The lighthouse went dark, according to {whose}.", REPORTS[1], *lines, publisher="Orrin Post"
    )
    spoken = [quotation(text, words, speaker) for speaker, words in zip(speakers, (SAID, OTHER), strict=False)]
    return text, annotation(text, credit(text, f"according to {whose}", whose, "attribution"), *spoken)


def test_reports_in_words_of_their_own_are_as_many_origins() -> None:
    """Nothing shows that they are one, nothing that they could be; both ends are the same."""
    count = counted(paper(0), paper(1), paper(2))
    assert ends(count) == (3, 3)
    assert rules(count) == []


def test_every_text_of_unknown_origin_may_be_another_at_the_high_end_and_none_at_the_low_end() -> None:
    """Two texts on a page that only passes on what others publish, beside an outlet's own report."""
    count = counted(
        paper(0),
        article("a1", REPORTS[1], publisher="Yahoo News"),
        article("a2", REPORTS[2], publisher="Yahoo News"),
    )
    assert ends(count) == (1, 3)
    assert rules(count) == ["origin-unknown", "origin-unknown"]
    assert count.origins == ("Orrin Post", "unknown", "unknown")


def test_one_unknown_text_on_two_pages_is_one() -> None:
    """Copies of a text that nobody signs do not multiply it."""
    pages = [article(f"a{k}", REPORTS[1], REPORTS[2], publisher="Yahoo News") for k in range(3)]
    assert ends(counted(paper(0), *pages)) == (1, 2)


@pytest.mark.parametrize(("page", "word"), [("opinion", "judges"), ("aggregator", "gathers"), ("index", "gathers")])
def test_a_page_that_does_not_report_counts_at_the_high_end_only(page: str, word: str) -> None:
    """Who judges or gathers what others report need not have an origin of its own; nothing shows that it has none."""
    count = counted(paper(0), replace(paper(1), page=page))  # type: ignore[arg-type]
    assert ends(count) == (1, 2)
    assert rules(count) == ["not-reporting"]
    assert word in count.reasons[-1].text


def test_pages_that_do_not_report_are_counted_where_there_is_nothing_else() -> None:
    """A story of two columns has an origin."""
    pages = [replace(paper(k), page="opinion") for k in range(2)]
    assert ends(counted(*pages)) == (1, 2)


def test_an_outlet_that_has_its_news_from_another_and_quotes_several_may_have_reporting_of_its_own() -> None:
    """At the high end it is an origin besides the one that it cites; one that quotes one speaker only is not."""
    many, note = cites("Reuters", "Ada Holm", "Ben Krall")
    one, short = cites("Reuters", "Ada Holm")
    assert ends(counted(many, notes=[note])) == (1, 2)
    assert ends(counted(one, notes=[short])) == (1, 1)


def test_a_merge_argues_for_one_origin_and_what_it_adds_is_not_called_reporting() -> None:
    """The low end merges since the write-up could have nothing else; its origin's line says no more than is shown."""
    many, note = cites("Reuters", "Ada Holm", "Ben Krall")
    texts = [r.text for r in counted(many, notes=[note]).reasons]
    assert "Orrin Post has its news from Reuters, and quotes others too: it could rest on Reuters alone" in texts
    assert "Orrin Post: own writing on the news of Reuters; nothing shows where what it adds is from" in texts


def test_what_stands_around_another_s_passages_is_not_called_reporting() -> None:
    """It is the outlet's own writing, and from where nothing shows."""
    one = article("one", *REPORTS[:2], publisher="Reuters", published="2031-03-04T06:00:00Z")
    own = "The mayor walked to the cape at noon with the schoolchildren and promised them a holiday. " * 9
    part = article("part", REPORTS[0], own, publisher="Orrin Post", published="2031-03-04T09:00:00Z")
    texts = [r.text for r in counted(one, part).reasons]
    assert "Orrin Post: own writing around passages of Reuters; nothing shows where the rest is from" in texts
    assert "Orrin Post: own reporting, as far as its text shows" in [r.text for r in counted(paper(0)).reasons]


def test_of_many_articles_on_one_origin_its_own_page_is_cited_first() -> None:
    """And how many are left out is said."""
    wire = article("zz", REPORTS[0], REPORTS[1], publisher="Reuters", published="2031-03-04T06:00:00Z")
    copies = [
        replace(wire, id=f"c{k:02d}", publisher=f"Paper {k}", published=f"2031-03-05T{k:02d}:00:00Z") for k in range(20)
    ]
    (standing,) = [r for r in counted(wire, *copies).reasons if r.rule == "origin"]
    assert standing.passages[0].article == "zz"
    assert len(standing.passages) == MOST_CITED
    assert standing.text.endswith("; 9 of these articles are not listed")


def test_outlets_that_quote_one_speaker_only_could_rest_on_one_occasion() -> None:
    """Each lives on what Ada Holm said: whoever heard her once could have written both."""
    first, second = paper(0, f"“{SAID},” Ada Holm said."), paper(1, f"“{OTHER},” Ada Holm said.")
    notes = [
        annotation(first, quotation(first, SAID, "Ada Holm")),
        annotation(second, quotation(second, OTHER, "Ada Holm")),
    ]
    count = counted(first, second, notes=notes)
    assert ends(count) == (1, 2)
    assert rules(count) == ["one-speaker"]
    spans = {(p.article, p.start, p.end) for p in count.reasons[-1].passages}
    assert spans == {(q.article, q.start, q.end) for note in notes for q in note.quotations}


def test_a_text_that_reports_nobody_s_words_at_length_could_be_written_from_others() -> None:
    """A column of some pages has heard nobody; a short report may quote nobody."""
    column = article("column", *(f"{REPORTS[k]} " * 2 for k in (1, 2, 3)), REPORTS[1][::-1] * 2, publisher=PAPERS[1])
    count = counted(paper(0), column)
    assert ends(count) == (1, 2)
    assert rules(count) == ["nobody-heard"]


def test_a_line_is_too_short_to_be_told_apart() -> None:
    """A text too short for a family shows nothing of its own."""
    count = counted(paper(0), article("line", "The lighthouse is dark.", publisher=PAPERS[1]))
    assert (ends(count), rules(count)) == ((1, 2), ["too-short"])


def test_a_wire_is_the_newsroom_that_passes_it_on() -> None:
    """CNN Newsource has CNN's texts: one origin at both ends."""
    count = counted(
        article("a", REPORTS[0], publisher="CNN"),
        article("b", REPORTS[1], publisher="CNN Newsource"),
    )
    assert (ends(count), rules(count)) == ((1, 1), ["same-newsroom"])


def test_an_unsigned_page_of_a_station_could_be_a_text_of_its_group_s_service() -> None:
    """WJXT carries texts of CNN Newsource; the same page with a byline is the station's."""
    cnn = article("cnn", REPORTS[0], publisher="CNN")
    station = article("w", REPORTS[1], publisher="WJXT")
    count = counted(cnn, station)
    assert (ends(count), rules(count)) == ((1, 2), ["carried"])
    assert ends(counted(cnn, replace(station, bylines=("Ada Holm",)))) == (2, 2)


def test_a_paper_that_carries_an_agency_is_nearly_merged_with_it() -> None:
    """An unsigned page of a paper shares nothing with the agency's: two origins, and why is said."""
    count = counted(
        article("ap", REPORTS[0], publisher="Associated Press"), article("p", REPORTS[1], publisher="New York Post")
    )
    assert ends(count) == (2, 2)
    assert [r.rule for r in count.apart] == ["carries"]


def test_a_text_of_strangers_that_nobody_credits_could_be_an_agency_s() -> None:
    """Two papers of two owners have one text, and time alone makes it the first one's; a sister paper may have it."""
    agency = article("ap", REPORTS[0], publisher="Reuters")
    first = article("first", *REPORTS[1:3], publisher="Indianapolis Star", published="2031-03-04T06:00:00Z")
    stranger = replace(first, id="second", publisher="Hill Gazette", published="2031-03-04T08:00:00Z")
    count = counted(agency, first, stranger)
    assert (ends(count), rules(count)) == ((1, 2), ["uncredited"])
    assert ends(counted(agency, first, replace(stranger, publisher="Arizona Republic"))) == (2, 2)


def test_a_page_that_uses_two_texts_in_part_does_not_make_one_of_them() -> None:
    """What it adds could come from one of the two; that they are two stays."""
    one = article("one", REPORTS[0], REPORTS[1], publisher="Reuters", published="2031-03-04T06:00:00Z")
    two = article("two", REPORTS[2], REPORTS[3], publisher="TASS", published="2031-03-04T06:00:00Z")
    own = "The mayor walked to the cape at noon with the schoolchildren and promised them a holiday. " * 6
    both = article("both", REPORTS[0], own, REPORTS[2], publisher="Orrin Post", published="2031-03-04T09:00:00Z")
    count = counted(one, two, both)
    assert {"Reuters", "TASS"} <= set(count.origins)
    assert count.low == 2


def test_a_name_in_passing_is_a_merge_that_was_nearly_made() -> None:
    """An article names another's origin far below its lead: they stay two, and its words are cited."""
    filler = "The road along the shore stayed shut for a week and the buses went round by the valley. " * 12
    first = article("first", REPORTS[0], publisher="Reuters")
    second = paper(1, filler, "The lamp is old, Reuters reported last year.")
    note = annotation(second, credit(second, "Reuters reported", "Reuters", "attribution"))
    count = counted(first, second, notes=[note])
    passing = [r for r in count.apart if r.rule == "named-in-passing"]
    assert [second.text[p.start : p.end] for r in passing for p in r.passages] == ["Reuters reported"]


def test_one_utterance_in_two_reports_with_more_than_that_is_nearly_a_merge() -> None:
    """Both heard Ada Holm, and each heard somebody else at length."""
    notes, articles = [], []
    for number, (speaker, words) in enumerate((("Ben Krall", OTHER), ("Cy Dorn", ELSE))):
        text = paper(number, "Rain fell. " * 60, f"“{SAID},” Ada Holm said.", f"“{words},” {speaker} said.")
        articles.append(text)
        notes.append(annotation(text, quotation(text, SAID, "Ada Holm"), quotation(text, words, speaker)))
    said = utterance(notes[0].quotations[0], notes[1].quotations[0])
    count = counted(*articles, notes=notes, statements=[said])
    assert ends(count) == (2, 2)
    assert {"shared-quotation", "same-utterance"} & {r.rule for r in count.apart}


REPORT = st.tuples(st.integers(0, 3), st.sampled_from([*PAPERS, "Yahoo News", "Reuters", None]))


def corpus(reports: list[tuple[int, str | None]]) -> list[Article]:
    return [
        article(f"d{k}", REPORTS[text], publisher=name, published=f"2031-03-04T{k:02d}:00:00Z")
        for k, (text, name) in enumerate(reports)
    ]


def seen(count: Count) -> tuple[object, ...]:
    return count.origins, count.low, count.high, count.reasons, count.apart


@settings(max_examples=40, deadline=None)
@given(st.lists(REPORT, min_size=1, max_size=6), st.randoms())
def test_the_order_of_articles_does_not_matter(reports: list[tuple[int, str | None]], random: Random) -> None:
    """The same articles in any order give the same count, reasons and all."""
    articles = corpus(reports)
    shuffled = list(articles)
    random.shuffle(shuffled)
    count = counted(*articles)
    assert seen(count) == seen(counted(*shuffled))
    assert 1 <= count.low <= count.high == len(count.origins)


@settings(max_examples=40, deadline=None)
@given(st.lists(REPORT, min_size=1, max_size=5), st.data())
def test_an_exact_reprint_never_raises_the_high_end(reports: list[tuple[int, str | None]], data: st.DataObject) -> None:
    """What stands on one page more is no origin more."""
    articles = corpus(reports)
    reprinted = articles[data.draw(st.integers(0, len(articles) - 1))]
    copy = article("copy", reprinted.text, publisher="Cape Courier", published="2031-03-05T09:00:00Z")
    assert counted(*articles, copy).high <= counted(*articles).high


@settings(max_examples=40, deadline=None)
@given(st.lists(REPORT, min_size=1, max_size=6))
def test_every_merge_has_a_reason_whose_spans_lie_in_the_texts(reports: list[tuple[int, str | None]]) -> None:
    """As many reasons as the names at the start are more than the low number; no passage is out of a text."""
    articles = {a.id: a for a in corpus(reports)}
    count = counted(*articles.values())
    names = sum(r.rule == "origin" for r in count.reasons)
    assert len(rules(count)) >= names - count.low
    for reason in (*count.reasons, *count.apart):
        for passage in reason.passages:
            assert 0 <= passage.start <= passage.end <= len(articles[passage.article].text)

"""Where words come from: the chain of a quotation, its occasion, and an article's credits."""

import pytest

from tests.annotate.made import annotated, quotations


def via(body: str) -> tuple[str, ...]:
    """Return the chain of the first quotation."""
    return quotations(body)[0].via


def credited(body: str, **options: object) -> list[tuple[str, str]]:
    """Return publisher and kind of each credit."""
    return [(c.publisher, c.kind) for c in annotated(body, **options)[1].credits]


class TestChains:
    def test_quoted_by_an_agency(self) -> None:
        """An agency that quotes is the chain, and the speaker stays the speaker."""
        found = quotations("“We tried,” Halden was quoted as saying by Reuters news agency on Sunday.")[0]
        assert (found.speaker, found.cue, found.via) == ("Halden", "saying", ("Reuters",))

    def test_according_to_an_agency(self) -> None:
        """An agency after the reported clause is the chain, not a second speaker."""
        body = "Erik Halden told reporters that the talks had failed, according to the state-run news agency ANSA."
        found = quotations(body)
        assert [(q.speaker, q.via) for q in found] == [("Erik Halden", ("ANSA",))]

    def test_agency_that_speaks_itself(self) -> None:
        """An outlet that is the speaker is no chain."""
        found = quotations("Three bridges were closed, according to Reuters.")[0]
        assert (found.speaker, found.via) == ("Reuters", ())

    def test_nearest_first(self) -> None:
        """The outlet that the reader is nearest to comes first."""
        body = "“We tried,” Halden said, according to ANSA, citing Interfax."
        assert via(body) == ("ANSA", "Interfax")

    def test_agency_that_no_list_knows(self) -> None:
        """The words "news agency" make an outlet of an unknown name."""
        assert via("“We tried,” Halden said, according to the Norvapress news agency.") == ("Norvapress",)

    def test_told_an_outlet_is_no_chain(self) -> None:
        """Words said to an outlet did not come by it: they are an interview."""
        assert via("“We tried,” Erik Halden told Reuters.") == ()
        assert credited("“We tried,” Erik Halden told Reuters.") == [("Reuters", "interview")]

    def test_none(self) -> None:
        """Most quotations name no outlet."""
        assert via("“We tried,” Erik Halden said.") == ()


class TestOccasions:
    @pytest.mark.parametrize(
        ("sentence", "occasion"),
        [
            ("“We tried,” Halden said in a statement on Thursday.", "in a statement on Thursday"),
            ("“We tried,” Halden said in an interview with Radio Orrin.", "in an interview with Radio Orrin"),
            (
                "“We tried,” Halden said during the news conference that followed the talks in Kerrin.",
                "during the news conference that followed the talks in Kerrin",
            ),
            ("“We tried,” Halden told reporters in Kerrin.", "told reporters in Kerrin"),
            ("“We tried,” Halden wrote on Twitter.", "wrote on Twitter"),
            ("“We tried,” Halden said.", None),
            ("“We met at a conference in Kerrin,” Halden said.", None),
        ],
    )
    def test_words(self, sentence: str, occasion: str | None) -> None:
        """The occasion is the sentence's own words, never the speaker's."""
        assert quotations(sentence)[0].occasion == occasion

    def test_hosts(self) -> None:
        """A list of hosts belongs to the interview."""
        found = quotations(
            "The talks failed, Erik Halden said in an interview with TV One, Radio Orrin and Kerrin TV."
        )[0]
        assert found.occasion == "in an interview with TV One, Radio Orrin and Kerrin TV"


class TestCredits:
    @pytest.mark.parametrize(
        ("body", "credit"),
        [
            ("ORRIN, March 3 /ANSA/. It rained.", ("ANSA", "dateline")),
            ("ORRIN (AP) — It rained.", ("Associated Press", "dateline")),
            ("ORRIN (Norvapress) — It rained.", ("Norvapress", "dateline")),
            ("By Reuters\n\nIt rained.", ("Reuters", "byline")),
            ("By Norda\n\nORRIN (Norda) — It rained.", ("Norda", "byline")),
            ("It rained, according to ANSA.", ("ANSA", "attribution")),
            ("It rained, Reuters reported on Monday.", ("Reuters", "attribution")),
            ("It rained.\n\nThe Associated Press contributed to this report.", ("Associated Press", "contribution")),
            ("It rained.\n\nCopyright 2018 The Associated Press. All rights reserved.", ("Associated Press", "footer")),
            ("It rained.\n\nSource: Reuters", ("Reuters", "footer")),
        ],
    )
    def test_kinds(self, body: str, credit: tuple[str, str]) -> None:
        """Each place that names a publisher has its kind."""
        assert credit in credited(body)

    def test_photo_is_no_text_credit(self) -> None:
        """A caption's credit is the picture's."""
        assert credited("It rained.", segments=[("caption", "© Ada Quell/ANSA")]) == [("ANSA", "photo")]

    def test_a_first_name_is_no_agency(self) -> None:
        """An agency's name that is a given name too is the agency where it stands alone or in its full form."""
        assert credited("It rained.", segments=[("byline", "By Petra Okonjo-Lind")]) == []
        for byline in ("By Petra", "Petra News Agency"):
            assert credited("It rained.", segments=[("byline", byline)]) == [("Petra", "byline")]

    def test_byline_segment(self) -> None:
        """A byline names the agency beside the writer."""
        assert credited("It rained.", segments=[("byline", "Ada Quell, Associated Press")]) == [
            ("Associated Press", "byline")
        ]

    def test_interview(self) -> None:
        """An interview is credited to who led it."""
        assert credited("“We tried,” Halden said in an interview with CBS News.") == [("CBS News", "interview")]

    def test_comments_credit_nothing(self) -> None:
        """What readers write names no source."""
        assert credited("It rained.", segments=[("comment", "Copyright 2018 Reuters. ANSA reported it.")]) == []

    def test_footer_in_page_furniture(self) -> None:
        """Page furniture is read for what a footer says, and for nothing else."""
        line = "Copyright 2018 The Associated Press. All rights reserved."
        assert credited("It rained.", segments=[("boilerplate", line)]) == [("Associated Press", "footer")]
        assert credited("It rained.", segments=[("boilerplate", "ANSA reported it")]) == []

    def test_the_same_agency(self) -> None:
        """An agency that "the same agency" goes back to is credited; "the" is no name."""
        quoting = "The same agency quoted Robert Halden as saying that the road was closed."
        named = f"It rained, according to the Norvapress news agency.\n\n{quoting}"
        assert credited(named) == [("Norvapress", "attribution"), ("Norvapress", "attribution")]
        assert quotations(named)[-1].via == ("Norvapress",)
        assert credited(quoting) == []
        assert credited(f"ANSA reported it. The Roads Agency slept. {quoting}") == [("ANSA", "attribution")]

    @pytest.mark.parametrize(
        "body",
        [
            "Paper maker Orrin will close its mill, it said.",
            "The Paper maker said the road was closed.",
            "People said it rained.",
            "The Kerrin Academy of Science reported that it rained.",
            "It rained, the national news agency reported.",
            "The national news agency reported that it rained.",
            "Gordon said it rained.",
        ],
    )
    def test_ordinary_words_are_no_outlets(self, body: str) -> None:
        """An outlet named by ordinary words needs its capitals, and is no word of a phrase."""
        assert credited(body) == []

    def test_outlets_of_ordinary_words(self) -> None:
        """Written as names, they are outlets."""
        assert credited("It rained, The Independent reported on Monday.") == [("The Independent", "attribution")]
        assert credited("It rained, according to Lebanon’s National News Agency.") == [
            ("National News Agency", "attribution")
        ]

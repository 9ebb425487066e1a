"""Whom a description means: somebody named, somebody without a name, or the article's own words."""

import pytest

from tests.annotate.speakers.made import meant


class TestPeople:
    @pytest.mark.parametrize(
        ("before", "words"),
        [
            ("Ada Holm, the head of the harbour office, slept.", "the harbour chief"),
            ("Ada Holm, who heads the harbour office, slept.", "the harbour chief"),
            ("The movement’s negotiator, Ada Holm, slept.", "the negotiator"),
            ("Her sister, Ada Holm, slept.", "his sister"),
            ("Ada Holm, a beekeeper from Kerrin, slept.", "the beekeeper"),
            ("Ada Holm, 54, slept. Bo Halse, 31, came.", "the 54-year-old"),
            ("Congresswoman Ada Holm slept.", "the lawmaker"),
            ("Dr. Ada Holm slept.", "the doctor"),
        ],
    )
    def test_by_what_stands_beside_the_name(self, before: str, words: str) -> None:
        """Before or after the name, as an apposition or a relative clause; offices stand for each other."""
        assert meant(f"{before} Tom Brand came. [{words}] said no.") == "Ada Holm"

    def test_other_gender(self) -> None:
        """A word for a woman means no man."""
        assert meant("Committee chairman Robert Halden slept. [The chairwoman] said no.") is None

    def test_of_two(self) -> None:
        """The other words choose between two of one role."""
        text = "Finance Minister Ada Holm met Trade Minister Bo Halse."
        assert meant(f"{text} [The finance minister] said no.") == "Ada Holm"
        assert meant(f"{text} [The trade minister] said no.") == "Bo Halse"

    @pytest.mark.parametrize("words", ["The secretary of state", "The mayor", "The state police lieutenant in charge"])
    def test_office_of_nobody_named(self, words: str) -> None:
        """An office belongs to somebody whom another article may name: it is not given to whoever spoke before."""
        assert meant(f"Ada Holm said yes. [{words}] said no.") is None


class TestWithoutAName:
    @pytest.mark.parametrize(
        "words",
        [
            "his attorney",
            "her lawyers",
            "a neighbour",
            "one product manager",
            "several",
            "nobody",
            "everyone in the room",
        ],
    )
    def test_anonymous(self, words: str) -> None:
        """Somebody's own people, one of many, and people counted but not named."""
        assert meant(f"Ada Holm slept. [{words}] said no.") == "anonymous"

    @pytest.mark.parametrize("words", ["Officials", "Local officials", "The authorities", "Police", "Witnesses"])
    def test_in_general(self, words: str) -> None:
        """A group that speaks in general is called by its own words."""
        said = meant(f"It rained, and officials, police and witnesses came, and the authorities. [{words}] said no.")
        assert said is not None and said.lower() == words.lower().removeprefix("the ")

    def test_some_of_a_group(self) -> None:
        """Those whom a text counts, or tells the rank of, are left unnamed, and so are "the officials" after them."""
        assert meant("It rained. [Two officials] said no.") == "anonymous"
        assert meant("It rained. [Senior officials] said no.") == "anonymous"
        assert meant("Two officials came. [The officials] said no.") == "anonymous"

    def test_somebody_by_whose_they_are(self) -> None:
        """One person is told by a named owner, though not named; "his lawyer" and "a lawyer" may be anybody."""
        assert meant("Tom Battle left. [Battle’s lawyer] said no.") == "Battle’s lawyer"
        text = "Tom Battle left. Battle’s lawyer said it rained. [The lawyer] said no."
        assert meant(text, said="Battle’s lawyer|it rained") == "Battle’s lawyer"
        assert meant("Tom Battle left. Battle’s lawyer, Rita Sand, came. [Battle’s lawyer] said no.") == "Rita Sand"
        assert meant("Tom Battle left. [The mayor’s lawyer] said no.") == "anonymous"

    def test_owner_is_somebody_else(self) -> None:
        """Whose client it is is not the client."""
        assert meant("Boone’s lawyer, Rita Sand, said [her client] had told police no.") is None

    def test_brought_in_before(self) -> None:
        """ "The woman" is the woman whom the text brought in, who has no name; a name given later is hers."""
        assert meant("A woman was hurt. [The woman] said no.") == "anonymous"
        assert meant("A spokesman came. A spokesman, Bo Halse, left. [The spokesman] said no.") == "Bo Halse"


class TestBodies:
    @pytest.mark.parametrize(
        ("before", "words", "name"),
        [
            ("The Paper Workers’ Union met.", "The union", "Paper Workers’ Union"),
            ("The National Bank of Osteria met.", "The bank", "National Bank of Osteria"),
            ("The Norvanian Finance Ministry met.", "The ministry", "Norvanian Finance Ministry"),
            ("The council met Ada Holm.", "Kerrin Council", "Kerrin Council"),
            ("Velkart Tarn fell by 3 percent.", "The company", "Velkart Tarn"),
        ],
    )
    def test_goes_back_to_a_name(self, before: str, words: str, name: str) -> None:
        """A body's noun means the one body with it in its name, "the company" whose shares the text is about."""
        assert meant(f"{before} [{words}] said no.") == name

    @pytest.mark.parametrize(
        "words", ["fire service", "government", "opposition", "event website", "Home Office letter"]
    )
    def test_own_words(self, words: str) -> None:
        """A body of which there is one, a document or a thing is called by the article's words."""
        assert meant(f"Ada Holm slept. [The {words}] said no.") == words

    @pytest.mark.parametrize(
        "words", ["The company", "The ministry", "The department", "Its foreign ministry", "The first"]
    )
    def test_unresolved(self, words: str) -> None:
        """What may be some body with a name, and cannot be told, is not guessed."""
        assert meant(f"Ada Holm slept. [{words}] said no.") is None

    def test_two_of_a_kind(self) -> None:
        """Nor is one of two chosen."""
        assert meant("The Finance Ministry met the Health Ministry. [The ministry] said no.") is None

    def test_words_end_before_who_wrote_them(self) -> None:
        """What was done with a document is no part of what it is called."""
        assert meant("[Planning documents reviewed by Kanal Vest] show it.") == "Planning documents"

"""Whom "he", "she", "they" and "it" mean: the one whom the text is about there, or nobody."""

import pytest

from tests.annotate.speakers.made import meant


class TestWho:
    @pytest.mark.parametrize(
        "before",
        [
            "Robert Halden spoke to Tom Brand.",  # the subject, not whom he spoke to
            "Tom Brand slept. Robert Halden left.",  # the last sentence's subject
            "Tom Brand slept.\n\nFor two years Tom Brand slept. In Kerrin, Robert Halden left.",
            "Tom Brand's lawyer, Robert Halden, left.",  # an owner is not whom the sentence is about
            "Robert Halden left. “Ask Tom Brand,” a sign read.",  # nor is who stands in marks
        ],
    )
    def test_subject(self, before: str) -> None:
        """The subject of the sentence before is meant, whoever else stands in it."""
        assert meant(f"{before} [He] said no.") == "Robert Halden"

    def test_same_sentence(self) -> None:
        """A subject before the reporting clause is nearer than any other."""
        assert meant("Tom Brand said yes. Robert Halden had not slept, [he] said.") == "Robert Halden"

    @pytest.mark.parametrize("lead", ["when", "because", "if", "as", "that", "while"])
    def test_subordinate_clause(self, lead: str) -> None:
        """A clause that depends on the sentence is about somebody in it, whoever spoke before."""
        text = "Dana Lusk told the Orrin Post that it rained. Many trust Governor Linda Pruett"
        assert meant(f"{text} {lead} [she] says it.") == "Linda Pruett"

    def test_subordinate_clause_of_nobody_who_fits(self) -> None:
        """Where nobody in the sentence can be meant, it is who was meant without it."""
        assert meant("Dana Lusk left early. It rained when [she] said no.") == "Dana Lusk"
        assert meant("Dana Lusk left early. Robert Halden slept when [she] said no.") == "Dana Lusk"

    def test_object_is_somebody_else(self) -> None:
        """Whom somebody quotes is not who quotes."""
        assert meant("Tom Brand left. Robert Halden quoted [him] as saying no.") == "Tom Brand"

    def test_somebody_without_a_name(self) -> None:
        """Who was brought in without a name is meant before somebody named earlier, and has none."""
        assert meant("Tom Brand left. A diplomat said yes. [He] said no.") == "anonymous"
        assert meant("Tom Brand left. The driver slept. [He] said no.") is None

    def test_two_alike(self) -> None:
        """Where nothing tells two apart, neither is guessed."""
        assert meant("It rained on Ixo Varn, 40, and on Eno Vask, 50. [She] said no.") is None


class TestGender:
    def test_title(self) -> None:
        """A title tells it."""
        assert meant("Mr. Varn came with Ms. Vask. Ixo Varn, 40, met Eno Vask, 50. [She] said no.") == "Eno Vask"

    def test_given_name(self) -> None:
        """So does a given name."""
        assert meant("Robert Halden met Greta Ols. [She] said no.") == "Greta Ols"

    def test_pronoun_before(self) -> None:
        """A pronoun that can mean one only tells it of a name that does not."""
        text = "Ixo Varn, 40, said she was tired. Eno Vask, 50, came. He left with Ixo Varn. [She] said no."
        assert meant(text) == "Ixo Varn"


class TestGroups:
    @pytest.mark.parametrize(
        ("before", "name"),
        [
            ("Prosecutors left early.", "prosecutors"),
            ("The residents of Kerrin left.", "residents"),
            ("The Paper Workers’ Union met.", "Paper Workers’ Union"),
        ],
    )
    def test_they(self, before: str, name: str) -> None:
        """Several are meant, or a body."""
        assert meant(f"{before} [They] said no.") == name

    def test_it(self) -> None:
        """A body that is the subject is meant by "it"."""
        assert meant("The Harbour Council met on Monday. [It] said no.") == "Harbour Council"

    def test_agency_of_a_dateline(self) -> None:
        """An agency that signs a text is no subject of it."""
        assert meant("ALDMOOR, May 7. /NORDA/. A paper maker will close its mill, [it] said on Monday.") is None

    def test_far_off(self) -> None:
        """What was named long before is not meant."""
        far = "It rained in Kerrin. " * 8
        assert meant(f"The Harbour Council met. {far}[They] said no.") is None

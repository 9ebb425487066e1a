"""Whom a source means, however whoever marked it has cut it: rules and taggers are resolved alike."""

import pytest

from tests.annotate.made import told
from tests.annotate.speakers.made import meant


class TestCuts:
    @pytest.mark.parametrize(
        "marked",
        [
            "In March [Ada Quell] said it would rain.",
            "In March [Mayor Ada Quell] said it would rain.",
            "In March [Ada Quell, the mayor of Kerrin,] said it would rain.",
            "In March [the mayor, Ada Quell,] said it would rain.",
            "In March [the mayor], Ada Quell, said it would rain.",
            "In March Ada Quell, [the mayor of Kerrin], said it would rain.",
            "“It will rain,” said [its mayor], Ada Quell.",
            "In March Ada Quell, the mayor, [who] said it would rain, left.",
            "In March [Ada Quell, who runs the harbour,] said it would rain.",
            "In March [Ada Quell’s] words were that it would rain.",
        ],
    )
    def test_one_person(self, marked: str) -> None:
        """A name with its title, its apposition or its relative clause is the name; so is the apposition alone."""
        assert meant(marked) == "Ada Quell"

    @pytest.mark.parametrize(
        "marked", ["In March [the pollster, Ixo Varn,] said no.", "In May [the pollster], Ixo Varn, said no."]
    )
    def test_unknown_name_in_an_apposition(self, marked: str) -> None:
        """A name that nothing else shows to be one counts beside its description."""
        assert meant(marked) == "Ixo Varn"

    def test_rules_and_sources_agree(self) -> None:
        """The same words beside a cue give the same speaker whoever found them."""
        text = "Ada Quell met Tom Brand. “We tried,” he said."
        assert told(text)[0][2] == meant(text.replace(" he ", " [he] ")) == "Tom Brand"

    def test_no_words(self) -> None:
        """A source of marks alone is nobody."""
        assert meant("It was [“] there.") is None


class TestNames:
    def test_the_name_of_two(self) -> None:
        """Two who speak together are both named, and "they" means them."""
        assert meant("[Ada Quell and Tom Brand] said no.") == "Ada Quell and Tom Brand"
        assert meant("Ada Quell and Tom Brand left. [They] said no.") == "Ada Quell and Tom Brand"

    def test_sir_and_a_given_name(self) -> None:
        """A knight is called by the given name."""
        assert meant("Sir Robert Halden left. Tom Brand came. [Sir Robert] said no.") == "Robert Halden"

    def test_unknown_name_keeps_its_capitals(self) -> None:
        """A name of several words is no ordinary noun, whatever its first word is elsewhere."""
        assert meant("We like sugar. [The Sugar Growers’ Circle] said no.") == "Sugar Growers’ Circle"


class TestRelatives:
    def test_who_after_a_description(self) -> None:
        """A relative pronoun means the description that ends before it."""
        assert meant("It angered the mayors of seaside towns, [who] said no.") == "mayors of seaside towns"

    def test_which_after_an_outlet(self) -> None:
        """So does "which"."""
        assert meant("The rudder failed, according to Kanal Vest, [which] said no.") == "Kanal Vest"

    def test_which_of_a_preposition(self) -> None:
        """Without a comma it joins clauses and speaks for nobody."""
        assert meant("He gave a talk in [which] he said no.") is None


class TestFirstPerson:
    def test_within_a_quotation(self) -> None:
        """Who says "I" within a quotation is its speaker."""
        marked = "“It is wet, [I] say,” Ada Quell told us."
        assert meant(marked, said="Ada Quell|It is wet, I say") == "Ada Quell"

    def test_elsewhere(self) -> None:
        """The article's own author is no speaker."""
        assert meant("Ada Quell left. [I] say no.") is None

    def test_another_within_a_quotation(self) -> None:
        """Whom a speaker tells of within marks is somebody else."""
        marked = "Tom Brand was late. “[He] said no,” Robert Halden told us."
        assert meant(marked, said="Robert Halden|He said no") == "Tom Brand"

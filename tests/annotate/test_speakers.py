"""Who is said to speak, as far as the article tells."""

import pytest

from tests.annotate.made import annotated, told


def speakers(body: str, **options: object) -> list[str | None]:
    """Return the speaker of each quotation."""
    return [found[2] for found in told(body, **options)]


class TestNames:
    def test_surname_gets_the_full_name(self) -> None:
        """A surname stands for the person whom the article names in full, before or after."""
        text = "Norvanian Foreign Minister Erik Halden said the talks failed.\n\n“We tried,” Halden said."
        assert speakers(text) == ["Erik Halden", "Erik Halden"]

    def test_name_without_titles(self) -> None:
        """Titles, countries and offices in front are no part of the name."""
        assert speakers("White House press secretary Sarah Quell said the talks failed.") == ["Sarah Quell"]
        assert speakers("Norvania’s Foreign Minister Erik Halden said the talks failed.") == ["Erik Halden"]

    def test_two_of_one_surname(self) -> None:
        """A title keeps apart those who share a surname."""
        text = (
            "President Paul Reve met his wife, First Lady Anna Reve. President Reve said the talks had failed.\n\n"
            "“It was late,” Mrs. Reve said."
        )
        assert speakers(text) == ["Paul Reve", "Anna Reve"]

    def test_unknown_single_name_stays(self) -> None:
        """A lone surname that nothing explains is exported as it stands."""
        assert speakers("“We tried,” Halden said.") == ["Halden"]

    def test_name_after_a_title_with_a_place(self) -> None:
        """The name at the end of a long title is the speaker."""
        assert speakers("U.S. Ambassador to France Jon Halden said the talks had failed.") == ["Jon Halden"]

    def test_lawyer_of_somebody(self) -> None:
        """Who speaks for a person is not that person."""
        assert speakers("Erik Halden is ill. A lawyer for Erik Halden said the talks had failed.") == ["anonymous"]

    def test_two_speakers_together(self) -> None:
        """Two names with one verb are both the speaker."""
        assert speakers("Erik Halden and Anna Reve said the talks had failed.") == ["Erik Halden and Anna Reve"]


class TestAppositions:
    @pytest.mark.parametrize(
        ("sentence", "speaker"),
        [
            (
                "Mara Quill, a spokeswoman for the operator, Orrin Coast Ferries, said the road was closed.",
                "Mara Quill",
            ),
            ("Tom Halse, 44, a fisherman from Orrin, told reporters that the road was closed.", "Tom Halse"),
            ("“We tried,” Orrin’s managing director, Dagny Halse, told the workers.", "Dagny Halse"),
            ("The chief executive, Mara Quill, wrote: “We tried to.”", "Mara Quill"),
            ("The road will open, its chair, Bram Halse, said Monday.", "Bram Halse"),
            ("“It failed,” the head of the Orrin Safety Board, Tove Halse, told reporters.", "Tove Halse"),
            ("In Kerrin, a spokesman for the operator, Orrin Lines, said the road was closed.", "anonymous"),
        ],
    )
    def test_name_beside_its_description(self, sentence: str, speaker: str) -> None:
        """Of a name and what stands in apposition to it, on either side, the name is the speaker."""
        assert speakers(sentence) == [speaker]

    def test_relative_clause_before_the_cue(self) -> None:
        """The last word of a relative clause is no speaker: whoever it describes is."""
        text, annotation = annotated("The captain of the ferry that ran aground off Orrin last week said he had slept.")
        quotation = annotation.quotations[0]
        assert text[quotation.speaker_start : quotation.speaker_end] == "The captain of the ferry"

    @pytest.mark.parametrize(
        "sentence",
        [
            "“Ten days,” said Osric Halse of the Kerrin Growers.",
            "“Ten days,” said the union’s Osric Halse.",
            "Osric Halse of the Paper Workers’ Union told reporters that the road was closed.",
            "Osric Halse, who heads the union, said the road was closed.",
        ],
    )
    def test_body_beside_a_name(self, sentence: str) -> None:
        """Whom a speaker belongs to is no part of the name, before or after it."""
        assert speakers(sentence) == ["Osric Halse"]

    def test_initial(self) -> None:
        """A name with an initial is the full name that the article gives."""
        text = "Nineteen-year-old Freya Moss won. “I tried,” she said.\n\nResult: 1 F. Moss 4h 11m"
        assert speakers(text) == ["Freya Moss"]


class TestShips:
    @pytest.mark.parametrize("ship", ["the Mary Skye", "the ferry Mary Skye", "HMS Mary Skye"])
    def test_ship_is_nobody(self, ship: str) -> None:
        """A ship that bears a person's name takes no pronoun."""
        assert speakers(f"Robert Halden left {ship}. Everyone on {ship} slept. “We tried,” he said.") == [
            "Robert Halden"
        ]

    def test_article_of_another_noun(self) -> None:
        """In "the Anna Reve case" the article belongs to the case: she stays a person."""
        assert speakers("Anna Reve came. The judge in the Anna Reve case left. “We tried,” she said.") == ["Anna Reve"]


class TestPronouns:
    def test_subject_after_an_adverbial(self) -> None:
        """A name after "On the quay," is the subject of its sentence all the same."""
        text = "Robert Halden slept. On the quay, commander Tom Reve gave numbers. “It held,” he said."
        assert speakers(text) == ["Tom Reve"]

    def test_unknown_name_that_a_pronoun_goes_back_to(self) -> None:
        """Two unknown words that open the sentence before "she said" are her name, even a paragraph before."""
        assert speakers("Anna Reve wrote it. Inga Brusk was there. “I told them,” she said.") == ["Inga Brusk"]
        assert speakers("Inga Brusk was in the front row.\n\n“I told them,” she said.") == ["Inga Brusk"]

    def test_he_is_who_spoke_last(self) -> None:
        """A pronoun stands for the last speaker."""
        text = "Erik Halden said the talks failed. “We tried,” he added."
        assert speakers(text) == ["Erik Halden", "Erik Halden"]

    def test_he_is_the_subject(self) -> None:
        """A pronoun stands for the person whom the sentences before are about."""
        assert speakers("Erik Halden arrived late. He said the talks had failed.") == ["Erik Halden"]

    def test_she_is_no_man(self) -> None:
        """Gender keeps a pronoun from the wrong person."""
        text = "Anna Reve met the press. Robert Halden was with her. “We tried,” she said."
        assert speakers(text) == ["Anna Reve"]

    def test_nobody_to_stand_for(self) -> None:
        """A pronoun without anybody stays unresolved."""
        assert speakers("“We tried,” he said.") == [None]

    def test_who(self) -> None:
        """A relative clause has the subject before it."""
        assert speakers("It came from Erik Halden, who said the talks had failed.") == ["Erik Halden"]

    def test_apposition_between_name_and_cue(self) -> None:
        """What describes a speaker may stand before the cue."""
        text = "Anna Reve, who has lived there for two years, said the street was quiet."
        assert speakers(text) == ["Anna Reve"]


class TestDescriptions:
    INTRODUCED = "Norvanian Foreign Minister Erik Halden met Kerrin’s President Anna Reve.\n\n"

    @pytest.mark.parametrize(
        "words", ["the foreign minister", "the minister", "the top diplomat", "Norvania’s top diplomat"]
    )
    def test_role(self, words: str) -> None:
        """A description stands for the person whose role it is."""
        assert speakers(f"{self.INTRODUCED}“We tried,” {words} said.") == ["Erik Halden"]

    def test_other_role(self) -> None:
        """Another role, another person."""
        assert speakers(f"{self.INTRODUCED}“We tried,” the president said.") == ["Anna Reve"]

    def test_role_that_nobody_has(self) -> None:
        """A description that fits nobody stays unresolved."""
        assert speakers(f"{self.INTRODUCED}“We tried,” the coroner said.") == [None]

    def test_organisation_without_article(self) -> None:
        """Organisations speak under their name without "the"."""
        assert speakers("The White House said the talks had failed.") == ["White House"]
        assert speakers("The Kerrin-led coalition claimed that the talks had failed.") == ["Kerrin-led coalition"]

    def test_name_like_a_pronoun_or_with_of(self) -> None:
        """The WHO is no relative pronoun, and "of" does not cut a body's name short."""
        assert speakers("The WHO said the road was closed.") == ["WHO"]
        assert speakers("The Church of Orrin said the road was closed.") == ["Church of Orrin"]

    def test_police(self) -> None:
        """Groups that need no name are named by their word."""
        assert speakers("Police said the road was closed. It will open soon, police said.") == ["police", "police"]

    def test_described_group(self) -> None:
        """A group that the text tells apart is named by its own words."""
        assert speakers("Norvanian opposition sources reported that the road was closed.") == [
            "Norvanian opposition sources"
        ]

    @pytest.mark.parametrize(
        "sentence",
        [
            "A senior official said on condition of anonymity that the road was closed.",
            "Senior officials said the road was closed.",
            "The road was closed, sources said.",
            "“It is closed,” said a person who asked not to be named.",
            "Two officials familiar with the inquiry said the road was closed.",
            "Two officials familiar with the talks, who asked not to be named, said the road was closed.",
            "People close to the talks said the road was closed.",
            "A person with knowledge of the deal said the road was closed.",
        ],
    )
    def test_anonymous(self, sentence: str) -> None:
        """Officials and sources without a name are anonymous."""
        assert speakers(sentence) == ["anonymous"]

    def test_one_of_them(self) -> None:
        """One of several without names has none either."""
        text = "Two officials said the road was closed. One of them said the talks had failed."
        assert speakers(text) == ["anonymous", "anonymous"]

    def test_body_of_name_and_noun(self) -> None:
        """A proper name before a common noun names a body."""
        assert speakers("The Brennholm yard said that it stood by its work.") == ["Brennholm yard"]

    def test_the_company(self) -> None:
        """The company is the one company that the text has named, or nobody."""
        said = "The company confirmed that two letters had been received."
        assert speakers(f"Orrin Coast Ferries lost a ship. {said}") == ["Orrin Coast Ferries"]
        assert speakers(f"Orrin Coast Ferries met Kerrin Motors. {said}") == [None]
        assert speakers(f"Anna Reve slept. {said}") == [None]

    def test_title_in_an_apposition(self) -> None:
        """A title goes back to the person whose apposition gives it, else to nobody."""
        said = "“We tried,” the managing director said."
        assert speakers(f"Dagny Halse, Orrin’s managing director, was there. {said}") == ["Dagny Halse"]
        assert speakers(f"It rained. {said}") == [None]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The agency quoted Robert Halden as saying that the road was closed.",
            "Robert Halden left. “It is closed,” the agency quoted him as saying.",
        ],
    )
    def test_quoted_by_an_agency(self, sentence: str) -> None:
        """Whoever is quoted speaks, not the agency that quotes."""
        assert speakers(sentence) == ["Robert Halden"]

    def test_mention_is_kept(self) -> None:
        """The words beside the cue stay with the quotation."""
        text, annotation = annotated(f"{self.INTRODUCED}“We tried,” the foreign minister said.")
        quotation = annotation.quotations[0]
        assert text[quotation.speaker_start : quotation.speaker_end] == "the foreign minister"
        assert text[quotation.cue_start : quotation.cue_end] == "said"


class TestMentions:
    def test_kinds(self) -> None:
        """People, organisations and places are told apart."""
        _, annotation = annotated("Anna Reve of the Kerrin Housing Council flew to France.")
        assert {(m.name, m.kind) for m in annotation.mentions} >= {
            ("Anna Reve", "person"),
            ("Kerrin Housing Council", "organisation"),
            ("France", "place"),
        }

    def test_one_entity_of_several_forms(self) -> None:
        """Full name and surname share the fullest name and its folded key."""
        _, annotation = annotated("Élise Reve came. Reve left.")
        assert {(m.name, m.entity) for m in annotation.mentions} <= {("Élise Reve", "elise reve")}

    def test_comments_and_boilerplate_are_not_read(self) -> None:
        """Names outside the article's own parts are no mentions."""
        _, annotation = annotated(
            "It rained.", segments=[("comment", "Anna Reve lies."), ("boilerplate", "By Anna Reve")]
        )
        assert annotation.mentions == ()

    def test_surname_like_a_capital(self) -> None:
        """Somebody surnamed like a capital is meant by it, but not where a preposition makes it the town."""
        _, annotation = annotated("Greta Paris came. Paris said no. She had flown from Paris.")
        assert [(m.name, m.kind) for m in annotation.mentions] == [
            ("Greta Paris", "person"),
            ("Greta Paris", "person"),
            ("Paris", "place"),
        ]

    def test_weekday_before_a_name(self) -> None:
        """A weekday or a month in front is no part of a name."""
        _, annotation = annotated("On Monday Ada Quell came. In March Tom Brand left. It was May Quell who stayed.")
        assert [m.name for m in annotation.mentions] == ["Ada Quell", "Tom Brand", "May Quell"]

    def test_body_with_a_plural_owner(self) -> None:
        """A plural possessive before a body's noun belongs to its name."""
        _, annotation = annotated("He joined the Paper Workers’ Union.")
        assert [(m.name, m.kind) for m in annotation.mentions] == [("Paper Workers’ Union", "organisation")]

    def test_office_of_somebody_else(self) -> None:
        """Who speaks for an office, or is married to its holder, does not hold it."""
        said = "“We tried,” the mayor said."
        assert speakers(f"Ada Quell, a spokeswoman for the mayor, slept. {said}") == [None]
        assert speakers(f"Ada Quell, the mayor’s wife, slept. {said}") == [None]

"""What counts as a quotation, of which type, and where it begins and ends."""

import pytest

from tests.annotate.made import quotations, told

NAMED = "Mayor Ada Quell opened the bridge. "


class TestDirect:
    def test_words_then_name_and_cue(self) -> None:
        """The span leaves the marks out, and the comma with which the sentence goes on."""
        assert told("“The bridge is safe,” Ada Quell said.") == [("direct", "The bridge is safe", "Ada Quell", "said")]

    def test_cue_before_the_name(self) -> None:
        """The clause may be turned round."""
        assert told('"The bridge is safe," said Ada Quell.') == [("direct", "The bridge is safe", "Ada Quell", "said")]

    def test_turned_clause_with_apposition(self) -> None:
        """What describes the speaker after the name is no part of the name."""
        found = told('"It is safe," said Ada Quell, the mayor of Orrin, who opened it.')
        assert found == [("direct", "It is safe", "Ada Quell", "said")]

    def test_name_and_cue_then_words(self) -> None:
        """A comma or a colon leads in what follows."""
        assert told("Ada Quell said: “The bridge is safe.”") == [("direct", "The bridge is safe.", "Ada Quell", "said")]
        assert told("Ada Quell said, “The bridge is safe.”") == [("direct", "The bridge is safe.", "Ada Quell", "said")]

    def test_two_sentences_about_one_clause_are_two_quotations(self) -> None:
        """What stands after the clause as a sentence of its own has the same speaker and cue."""
        found = told("“The bridge is safe,” Ada Quell said. “We tested it twice.”")
        assert found == [
            ("direct", "The bridge is safe", "Ada Quell", "said"),
            ("direct", "We tested it twice.", "Ada Quell", "said"),
        ]

    def test_clause_inside_a_sentence_makes_fragments(self) -> None:
        """One sentence that the clause interrupts is one quotation of two fragments."""
        found = told("“The bridge,” Ada Quell said, “is safe.”")
        assert found == [("direct", "The bridge … is safe.", "Ada Quell", "said")]

    def test_question_and_exclamation(self) -> None:
        """A mark of question or exclamation inside does not end the sentence before its clause."""
        assert told("“Is it safe?” Ada Quell asked.") == [("direct", "Is it safe?", "Ada Quell", "asked")]
        assert told("“It is safe!” he shouted.")[0][1] == "It is safe!"

    def test_bracketed_insertion_stays(self) -> None:
        """Editors' brackets are words of the quotation."""
        assert told("“They [the engineers] tested it,” Ada Quell said.")[0][1] == "They [the engineers] tested it"

    def test_sentence_before_names_the_speaker(self) -> None:
        """A quoted sentence without a clause takes the subject of the sentence before it, with no cue."""
        found = told("Ada Quell was not impressed. “We tested the bridge twice.”")
        assert found == [("direct", "We tested the bridge twice.", "Ada Quell", None)]

    def test_colon_at_the_end_of_a_paragraph(self) -> None:
        """A paragraph that ends in a colon leads in the quotation of the next."""
        found = told("Ada Quell had a message for the town:\n\n“We tested the bridge twice.”")
        assert found == [("direct", "We tested the bridge twice.", "Ada Quell", None)]

    def test_quoted_paragraph_goes_on_from_the_one_before(self) -> None:
        """A quotation alone in its paragraph has the speaker of the paragraph before, and no cue."""
        found = told("“The bridge is safe,” Ada Quell said.\n\n“We tested it twice.”")
        assert found[1] == ("direct", "We tested it twice.", "Ada Quell", None)

    def test_nothing_to_go_on_from(self) -> None:
        """A quotation alone in its article has no speaker: unknown is a value."""
        assert told("“We tested the bridge twice this winter.”")[0][2] is None


class TestMarks:
    @pytest.mark.parametrize(
        ("left", "right"),
        [
            ("“", "”"),
            ('"', '"'),
            ("«", "»"),
            ("„", "“"),
            ("‘", "’"),
            ("'", "'"),
            ("``", "''"),
            ("''", "''"),
            ("”", "”"),
            ("‹", "›"),
        ],
    )
    def test_every_pair_of_marks(self, left: str, right: str) -> None:
        """All pairs that news uses enclose a quotation."""
        found = told(f"{left}The bridge is safe,{right} Ada Quell said.")
        assert found == [("direct", "The bridge is safe", "Ada Quell", "said")]

    def test_mixed_pair(self) -> None:
        """A curly mark may be closed by a straight one."""
        assert told('“The bridge is safe," Ada Quell said.')[0][1] == "The bridge is safe"

    def test_apostrophes_are_no_marks(self) -> None:
        """Contractions, possessives and plural possessives open and close nothing."""
        found = told("The workers' leader didn't come. Ada Quell said the engineers’ report wasn’t ready.")
        assert [f[0] for f in found] == ["indirect"]

    def test_nested_marks_belong_to_the_words(self) -> None:
        """A quotation inside a quotation is part of it."""
        found = told("“He told me ‘never again,’ and left,” Ada Quell said.")
        assert found == [("direct", "He told me ‘never again,’ and left", "Ada Quell", "said")]

    def test_opening_mark_missing(self) -> None:
        """Without an opening mark the words begin after the cue that leads them in."""
        found = told("Ada Quell said this is the bridge that the whole town depends on,” she emphasized.")
        assert found == [("direct", "this is the bridge that the whole town depends on", "Ada Quell", "said")]

    def test_opening_mark_missing_at_the_start(self) -> None:
        """Without an opening mark or a lead-in the words begin with their sentence."""
        found = told("It rained. The bridge is safe for everyone,” Ada Quell said.")
        assert found[0][1] == "The bridge is safe for everyone"

    def test_closing_mark_missing(self) -> None:
        """Without a closing mark the words end before the reporting clause."""
        found = told("“The bridge is safe for everyone, Ada Quell said.")
        assert found == [("direct", "The bridge is safe for everyone", "Ada Quell", "said")]

    def test_paragraphs_of_one_quotation(self) -> None:
        """A quotation over paragraphs, reopened in each and closed in the last, is one with a fragment for each."""
        found = told("“The bridge is safe,” Ada Quell said. “We tested it.\n\n“Then we tested it again.”")
        assert found[1][1] == "We tested it. … Then we tested it again."
        assert found[1][2] == "Ada Quell"

    def test_inches_are_no_marks(self) -> None:
        """A measure in inches opens nothing."""
        assert told('The beam is 6" wide, Ada Quell said.')[0][0] == "indirect"


class TestIndirect:
    def test_that_clause(self) -> None:
        """The word "that" stays out."""
        assert told("Ada Quell said that the bridge was safe.") == [
            ("indirect", "the bridge was safe", "Ada Quell", "said")
        ]

    def test_bare_clause(self) -> None:
        """A clause needs no "that"."""
        assert told("Ada Quell says the bridge will open.") == [
            ("indirect", "the bridge will open", "Ada Quell", "says")
        ]

    def test_clause_before_the_speaker(self) -> None:
        """What is said may come first."""
        assert told("The bridge was safe, Ada Quell said on Monday.")[0][:3] == (
            "indirect",
            "The bridge was safe",
            "Ada Quell",
        )

    def test_clause_before_an_occasion(self) -> None:
        """Time, place and occasion after the cue are not what was said."""
        found = told("The bridge was safe, Ada Quell said in an interview with Radio Orrin, the town’s station.")
        assert found[0][1] == "The bridge was safe"

    def test_speaker_in_the_middle(self) -> None:
        """A reporting clause inside the words leaves two fragments."""
        assert told("The bridge, Ada Quell said, was safe.")[0][1] == "The bridge … was safe"

    def test_time_between_cue_and_clause(self) -> None:
        """A time between the cue and "that" is passed over."""
        found = told("Ada Quell announced in December that the bridge would close.")
        assert found == [("indirect", "the bridge would close", "Ada Quell", "announced")]

    def test_told_somebody(self) -> None:
        """Whom it was told is not what was told."""
        found = told("Ada Quell told the town council the bridge would close.")
        assert found == [("indirect", "the bridge would close", "Ada Quell", "told")]

    def test_according_to_first(self) -> None:
        """The source may lead the sentence."""
        found = told("According to Ada Quell, the bridge was safe.")
        assert found == [("indirect", "the bridge was safe", "Ada Quell", "According to")]

    def test_according_to_last(self) -> None:
        """The source may end the sentence, and a leading adverbial stays out."""
        found = told("In addition, the bridge will close this week, according to the White House.")
        assert found == [("indirect", "the bridge will close this week", "White House", "according to")]

    def test_participle_goes_on(self) -> None:
        """A second cue of the same speaker makes a second quotation."""
        found = told("Ada Quell said the bridge was safe, adding that it would open soon.")
        assert [(f[1], f[2]) for f in found] == [
            ("the bridge was safe", "Ada Quell"),
            ("it would open soon", "Ada Quell"),
        ]

    def test_participle_of_the_subject(self) -> None:
        """A participle takes the subject of its sentence."""
        found = told("Ada Quell praised the engineers, saying they had worked hard")
        assert found == [("indirect", "they had worked hard", "Ada Quell", "saying")]

    def test_two_speakers_in_a_sentence(self) -> None:
        """Each of two reporting clauses keeps its own words."""
        found = told("While the company claimed that the beam was sound, town sources reported that it had cracked.")
        assert [f[1] for f in found] == ["the beam was sound", "it had cracked"]

    def test_need_stressed(self) -> None:
        """To stress a need is to say that there is one."""
        found = told("Ada Quell has stressed a need for new beams.")
        assert found == [("indirect", "a need for new beams", "Ada Quell", "stressed")]

    def test_reporting_inside_reported_words(self) -> None:
        """A cue inside the reported words reports what somebody else said, not what the speaker said before."""
        assert len(told("Ada Quell said Tom Brand had told the council that the beam was sound.")) == 2
        assert len(told("Ada Quell said she had told the council that the beam was sound.")) == 1

    def test_writers_own_clause(self) -> None:
        """The writer's ", but …" is not the speaker's."""
        found = told("Ada Quell said the bridge was safe, but the engineers were not convinced.")
        assert found[0][1] == "the bridge was safe"

    def test_two_word_cues(self) -> None:
        """ "Pointed out" and "went on" are cues."""
        assert told("Ada Quell pointed out that the bridge was old.")[0][3] == "pointed out"
        assert told("The bridge will open soon, she went on.")[0][3] == "went on"

    @pytest.mark.parametrize(
        "sentence",
        [
            "Ada Quell did not say that the bridge was safe.",
            "Ada Quell declined to say whether the bridge was safe.",
            "Ada Quell would say that.",
            "The company reported earnings of two million crowns.",
            "The town added 20 jobs last year.",
            "The United States has supported the bridge that the town built.",
            "Many people believe that the bridge will fall.",
            "Ada Quell did not rule out the possibility of repairs.",
            "He published a report on the bridge last year.",
        ],
    )
    def test_not_speech(self, sentence: str) -> None:
        """Refusals, beliefs and other uses of the verbs are no quotations."""
        assert told(sentence) == []


class TestMixed:
    def test_whole_clause(self) -> None:
        """The span is the reported clause, its last mark and full stop left out."""
        found = told("Ada Quell said that the bridge was “perfectly safe”.")
        assert found == [("mixed", "the bridge was “perfectly safe", "Ada Quell", "said")]

    def test_marks_first(self) -> None:
        """The clause may begin with the marked words."""
        found = told("Ada Quell added that “some cracks remain” where the beams meet.")
        assert found == [("mixed", "some cracks remain” where the beams meet", "Ada Quell", "added")]

    def test_clause_first(self) -> None:
        """The marked words may end a clause that stands before its speaker."""
        found = told("Still, the beams made it possible “to carry the heaviest load”, the mayor said.")
        assert found[0][:2] == ("mixed", "the beams made it possible “to carry the heaviest load")

    def test_called(self) -> None:
        """A naming verb reports the words that it marks."""
        assert told("Ada Quell called the bridge “a marvel” on Monday.")[0][:2] == ("mixed", "the bridge “a marvel")

    def test_scare_quotes_and_titles(self) -> None:
        """Marked words that nobody is said to have said are no quotation."""
        assert told("The “old” bridge is in the film “The Long Way Home” of 1962.") == []


class TestWhere:
    def test_headlines_and_deks(self) -> None:
        """A headline's "…: Quell" needs a Quell in the text; in a dek only marked words count."""
        assert told("It rained.", headline="Bridge Is Safe And Sound: Quell") == []
        assert len(told("Mayor Ada Quell went home.", headline="Bridge Is Safe And Sound: Quell")) == 1
        assert told("It rained.", segments=[("dek", "The bridge is safe, Ada Quell said")]) == []
        found = told("It rained.", segments=[("dek", "“The bridge is safe,” Ada Quell said")])
        assert [f[1] for f in found] == ["The bridge is safe"]

    @pytest.mark.parametrize("kind", ["comment", "boilerplate", "caption", "subheading", "byline"])
    def test_other_parts_hold_none(self, kind: str) -> None:
        """Nothing outside headline, dek and body is a quotation."""
        assert quotations("It rained.", segments=[(kind, "“The bridge is safe,” Ada Quell said.")]) == []

    def test_dateline_is_passed_over(self) -> None:
        """The slug in front of a report is no part of what is reported."""
        found = told("ORRIN, March 3 (AP) — The bridge was safe, Ada Quell said.")
        assert found[0][1] == "The bridge was safe"

    def test_lines_in_columns_are_one_paragraph(self) -> None:
        """A line break inside a column of text ends nothing."""
        text = (
            "“The bridge is perfectly safe for everyone who wants to cross it now\n"
            "and for everyone who wants to cross it in the years that lie ahead of\n"
            "us all,” Ada Quell said in the town hall of Orrin, where many people\n"
            "had come to hear what the engineers had found out about the old beams\n"
            "and what it would cost to mend them before the winter.\n"
        )
        assert len(told(text)) == 1


class TestOtherLanguages:
    @pytest.mark.parametrize(
        ("sentence", "speaker"),
        [
            ("„Für die Rüben reicht es“, sagte die Bäuerin Gerta Wildmoor unserer Zeitung.", "Gerta Wildmoor"),
            ("« Nous avons tout essayé », a déclaré le ministre Jean Halden.", "Jean Halden"),
            ("«Hemos intentado todo», dijo Ana Halden.", "Ana Halden"),
            ("«Мы пытались сделать это», — сказал Иван Петров.", "Иван Петров"),
            ("„Es regnet sehr“, sagte der Minister.", None),
        ],
    )
    def test_marked_words_before_a_verb(self, sentence: str, speaker: str | None) -> None:
        """Marked words before a reporting verb of another language are a quotation; a bare noun names nobody."""
        assert [(kind, who) for kind, _, who, _ in told(sentence)] == [("direct", speaker)]

    def test_english_words_alike(self) -> None:
        """Such a verb reports nothing without marked words right before it."""
        assert told("The “old” loaded dice Halden threw were sold.") == []


class TestCoordination:
    def test_second_cue_with_marks(self) -> None:
        """A second verb of the same speaker that leads in marked words begins a quotation of its own."""
        found = told("Halden said it was too early to blame anybody, but added: “The yard signed for it.”")
        assert [(kind, words) for kind, words, _, _ in found] == [
            ("indirect", "it was too early to blame anybody"),
            ("direct", "The yard signed for it."),
        ]

    def test_next_deed(self) -> None:
        """What the speaker did next was not said."""
        found = told("Halden said the master was on deck with the lights on, and offered everyone a free return.")
        assert [words for _, words, _, _ in found] == ["the master was on deck with the lights on"]

    def test_colon_without_a_cue(self) -> None:
        """A colon after a person reports as a cue does; after a thing it does not."""
        found = told("Robert Halden would have none of it: “That was rock and a broken rudder.”")
        assert found == [("direct", "That was rock and a broken rudder.", "Robert Halden", None)]
        assert told("A sign at the gate has two lines: “Closed until further notice.”") == []

    def test_wish_to_stay_unnamed(self) -> None:
        """Asking not to be named is no speech."""
        assert told("Two officials, who asked not to be named, left.") == []

"""What stands on a page as someone else's words is seen by the look of the page."""

import pytest

from firsthand.link.copies.body import body
from firsthand.link.copies.speech import NAMED, POSTED, REPORTED
from tests.link.copies.bodies import article, words_of


def having(text: str, what: int) -> str:
    """The words of a text that have a mark."""
    side = words_of(text)
    return " ".join(norm for norm, flags in zip(side.norms, side.speech.tolist(), strict=True) if flags & what)


@pytest.mark.parametrize(
    "text",
    [
        "He said: “We will wait.” Then he left.",
        'He said: "We will wait." Then he left.',
        "He said: «We will wait.» Then he left.",
        "Er sagte: „We will wait.“ Dann ging er.",
        "He said: ‘‘We will wait.’’ Then he left.",
        "‘We’ll see, and we will wait here,’ he said.",
    ],
)
def test_words_between_marks_are_reported(text: str) -> None:
    """In the marks of any country; single ones where the clause ends with them."""
    assert having(text, REPORTED) in ("we will wait", "we'll see and we will wait here")


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union met the masters' guild in the harbour, and nobody spoke.",
        "It was 6' 2\" tall and 4' 1\" wide, the harbour said.",
        "An open mark: \"We will wait, he said\nand the next paragraph is nobody's speech.",
    ],
)
def test_apostrophes_inches_and_open_marks_are_no_speech(text: str) -> None:
    """A mark opens before a word and closes behind one, in one paragraph."""
    assert having(text, REPORTED) == ""


@pytest.mark.parametrize(
    "text",
    [
        '"We will wait," Quist tweeted on Monday.',
        'In a statement, Quist said: "We will wait."',
        'Quist wrote on Facebook: "We will wait."',
        'The indictment says: "We will wait."',
        '"We will wait," the harbour said in a written statement.',
    ],
)
def test_speech_is_named_public_by_its_own_sentence(text: str) -> None:
    """A post, a statement, a filing."""
    assert having(text, NAMED) == "we will wait"


@pytest.mark.parametrize(
    "text",
    [
        '"We will wait." Quist later tweeted a picture of the quay.',
        'She had tweeted before. "We will wait," she told the radio.',
        '"We will wait," Quist told the court on the day of the indictment.',
    ],
)
def test_the_next_sentence_does_not_name_it(text: str) -> None:
    """What else the speaker posted says nothing of these words."""
    assert having(text, NAMED) == ""


def test_a_signed_post_is_public_from_where_its_paragraph_begins() -> None:
    """Signed in its own paragraph, or in a line below."""
    text = "Quist was angry.\n\nNo ship will enter!\n\n— Tilda Quist (@quist) March 4, 2031\n\nThe port was closed."
    assert having(text, POSTED) == "no ship will enter tilda quist quist march 4 2031"
    text = "Quist was angry.\n\nNo ship will enter! — Tilda Quist (@quist)\n\nThe port was closed."
    assert having(text, POSTED) == "no ship will enter tilda quist quist"


def test_a_transcript_is_public() -> None:
    """Lines with speakers who come again; a label in capitals that stands once makes no transcript."""
    text = "QUIST: No ship will enter.\nQ: When?\nQUIST: In May.\nQ: Why?\nShe left."
    assert having(text, POSTED).endswith("q why")
    assert having("IN SHORT: The port is closed.\nWHAT NEXT: It opens.\nIN NUMBERS: Two cranes.", POSTED) == ""


def test_hostile_pages_are_read_in_bounded_time() -> None:
    """Marks and signatures by the thousand: each is looked at, and as far as a quotation or a post may reach."""
    for piece in ('"a ', "‘a ", "‘‘a’ ", "— a (@a) ", "A: b\n", '“a said in a statement" '):
        assert len(body(article(piece * 5_000)).norms) >= 5_000


@pytest.mark.parametrize(
    "notice",
    [
        "...FOG WARNING REMAINS IN EFFECT UNTIL 6 AM...\n* WHAT...Dense fog.\n* WHERE...From Halden to the Cape.",
        "Consumers should immediately stop using the lamps and return them.",
        "The recall involves lamps with model numbers L-1 and L-2.",
        "The glass can crack, posing cut and fire hazards.",
        "About 900 units were sold at stores from May 2029 through June 2030 for $9.",
        "Anyone with information about the lamps is asked to call the warden.",
        "Mariners are advised to stay in port.",
    ],
)
def test_a_notice_to_the_public_is_out_for_anyone_to_print(notice: str) -> None:
    """A bulletin, a recall, a call: papers that print it have it from who put it out."""
    around = "The keeper was at his lamp all night."
    assert having(f"{around}\n\n{notice}\n\n{around}", POSTED) == " ".join(words_of(notice).norms)


def test_a_report_of_what_somebody_should_do_is_no_notice() -> None:
    """The words stand within a sentence of the report, or are one line in capitals."""
    for words in ("The board said that consumers should wait.", "...AND THE LAMP WENT OUT AGAIN..."):
        assert having(words, POSTED) == ""

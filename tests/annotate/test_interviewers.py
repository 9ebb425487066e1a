"""Who asks in an interview is the outlet, by whatever label it goes: its questions are no quotations."""

import pytest

import firsthand as fh

ANSWERS = (
    "It was old, and nobody had looked at it for twenty years.",
    "The town pays half of it, and the skippers pay the rest in fees.",
)


@pytest.mark.parametrize(
    "label", ["THE GAZETTE", "The Lindmouth Gazette", "Moderator", "MODERATOR", "Host", "Interviewer", "Q"]
)
def test_questions_have_no_speaker(label: str) -> None:
    """No list knows every small paper."""
    text = (
        "Mayor on the harbour wall\n\nWe spoke with mayor Ada Holm about the harbour on Monday.\n\n"
        f"{label}: Why did the wall fall last winter?\n\nADA HOLM: {ANSWERS[0]}\n\n"
        f"{label}: Who will pay for the work?\n\nADA HOLM: {ANSWERS[1]}"
    )
    assert [(q.speaker, text[q.start : q.end]) for q in fh.quotations(text)] == [("Ada Holm", a) for a in ANSWERS]


def test_a_moderator_leads_on_without_a_question_mark() -> None:
    """Thanks and prompts are no statements of anybody's."""
    text = (
        "Debate on the harbour\n\nThe two candidates met on Monday.\n\nModerator: Tell us who is to pay.\n\n"
        f"Ada Holm: {ANSWERS[1]}\n\nModerator: And you?\n\nPell Orrin: The state should pay all of it, as in the north."
        "\n\nModerator: Thank you both."
    )
    assert [q.speaker for q in fh.quotations(text)] == ["Ada Holm", "Pell Orrin"]

"""French sets the reporting clause inside the marks."""

import pytest

import firsthand as fh


def found(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    """The speaker, the cue and the words of each quotation."""
    quotations = fh.quotations(f"Le port rouvre lundi\n\n{text}", language="fr")
    whole = f"Le port rouvre lundi\n\n{text}"
    return [(q.speaker, q.cue, [whole[f.start : f.end] for f in q.fragments]) for q in quotations]


@pytest.mark.parametrize(
    ("clause", "speaker", "cue"),
    [
        ("a affirmé Jean Morel", "Jean Morel", "a affirmé"),
        ("explique le maire Jean Morel", "Jean Morel", "explique"),
        ("a assuré la ministre de la Santé Anne Brel", "Anne Brel", "a assuré"),
    ],
)
def test_the_clause_parts_the_words_and_names_the_speaker(clause: str, speaker: str, cue: str) -> None:
    """It is none of the words that are quoted."""
    ((who, told, words),) = found(f"« Nous avons perdu trois bateaux, {clause}, mais personne n'est blessé. »")
    assert (who, told) == (speaker, cue)
    assert [w.rstrip(",.") for w in words] == ["Nous avons perdu trois bateaux", "mais personne n'est blessé"]


@pytest.mark.parametrize("clause", ["dit-il", "a-t-il dit", "ajoute-t-elle"])
def test_a_pronoun_behind_a_hyphen_is_a_clause_too(clause: str) -> None:
    """Whoever it means."""
    ((_, _, words),) = found(f"« Nous avons compté chaque pierre, {clause}, et nous continuerons demain matin. »")
    assert clause not in " ".join(words)
    assert words[-1].startswith("et nous continuerons")


def test_a_clause_behind_the_marks_goes_before_one_within_them() -> None:
    """It names the speaker; the other has a pronoun."""
    text = "« Nous avons compté chaque pierre, dit-il, et nous continuerons », a déclaré Jean Morel."
    assert [(who, cue) for who, cue, _ in found(text)] == [("Jean Morel", "a déclaré")]


def test_words_behind_a_clause_in_marks_of_their_own_belong_to_it() -> None:
    """As in English."""
    ((_, _, words),) = found("« Les travaux du nouveau quai », dit-il, « commenceront en avril ».")
    assert words == ["Les travaux du nouveau quai", "commenceront en avril"]


def test_a_verb_that_goes_on_with_the_sentence_is_no_clause() -> None:
    """ "Explique pourquoi" has no speaker behind it."""
    text = "« Le rapport, explique pourquoi le quai a cédé, et rien de plus », a déclaré Jean Morel."
    ((_, _, words),) = found(text)
    assert words == ["Le rapport, explique pourquoi le quai a cédé, et rien de plus"]

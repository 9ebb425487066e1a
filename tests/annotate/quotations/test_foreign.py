"""The verbs of other languages: what their gazetteer holds."""

from firsthand import data
from firsthand.annotate.tokens import tokenize


def test_forms_are_looked_up_as_they_are_tokenised() -> None:
    """A form is one word in lower case, so that the norm of an item finds it; French "s'indigne" is one too."""
    for form in data.foreign_cues():
        assert [token.norm for token in tokenize(form, 0, len(form))] == [form]


def test_languages() -> None:
    """Each language that the reference page names has verbs."""
    assert set(data.foreign_cues().values()) >= {"de", "fr", "es", "it", "pt", "ru", "ar"}

"""The verbs of other languages: what their gazetteer holds."""

from firsthand import data


def test_forms_are_looked_up_as_they_are_tokenised() -> None:
    """A form is one word in lower case, so that the norm of an item finds it."""
    assert all(form == form.lower() and form.isalpha() for form in data.foreign_cues())


def test_languages() -> None:
    """Each language that the reference page names has verbs."""
    assert set(data.foreign_cues().values()) >= {"de", "fr", "es", "it", "pt", "ru", "ar"}

"""Quotations of two languages: the encoder joins them, and an amount, a denial or a name parts them. All invented."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.statements.encoder import Vectors
from firsthand.link.statements.group import Said, group
from firsthand.link.statements.meaning_across import amounts, denies, parted
from tests.link.test_statements_judge import said


class Near:
    """An encoder that finds all texts to mean the same: only vetoes part anything."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text."""
        return np.ones((len(texts), 1), dtype=np.float32)


def spoken(words: str, language: str, article: str = "") -> Said:
    """Return a quotation of an article in a language."""
    return replace(said(words, article or language), language=language)


def together(one: Said, other: Said) -> bool:
    """Tell whether two quotations become one statement with an encoder that sees no difference."""
    return len(group([one, other], days=7, encoder=Near())) == 1


SAME = [
    ("The harbour has 14 cranes,", "de", "Der Hafen hat 14 Kräne,"),
    ("The harbour has fourteen cranes,", "fr", "Le port a 14 grues,"),
    ("It costs 2.5 million crowns,", "de", "Es kostet 2,5 Millionen Kronen,"),
    ("It costs 2.5 million crowns,", "ru", "Это стоит 2,5 миллиона крон,"),
    ("It costs 2,500 crowns a day,", "es", "Cuesta 2.500 coronas al día,"),
    ("Twelve ships are waiting,", "fr", "Douze navires attendent,"),
    ("Five thousand people came,", "ar", "جاء 5 آلاف شخص،"),
    ("We will not leave the harbour,", "fr", "Nous ne quitterons pas le port,"),
    ("We will never sell the docks,", "ru", "Мы никогда не продадим доки,"),
    ("Not only the docks are for sale,", "de", "Nicht nur die Docks stehen zum Verkauf,"),
    ("A person came to the harbour in the night,", "fr", "Une personne est venue au port dans la nuit,"),
    ("We are unable to leave the harbour,", "fr", "Nous ne pouvons pas quitter le port,"),
    ("We met Ada Quell at the harbour,", "ru", "Мы встретили в порту Аду Квелл,"),
    ("We met Ada Quell at the harbour,", "fr", "Nous avons rencontré Ada Quell au port,"),
    ("The mayor met the French in the harbour,", "es", "La alcaldesa vio a los franceses en el puerto,"),
    ("We asked the White House for help,", "fr", "Nous avons demandé l'aide de la Maison Blanche,"),
]
OTHER = [
    ("The harbour has 40 cranes,", "de", "Der Hafen hat 14 Kräne,"),
    ("It costs 2.5 billion crowns,", "de", "Es kostet 2,5 Millionen Kronen,"),
    ("Ten ships are waiting,", "fr", "Douze navires attendent,"),
    ("The harbour has forty cranes,", "ru", "В порту 14 кранов,"),
    ("The harbour will be closed on Monday,", "de", "Der Hafen wird am Montag nicht geschlossen,"),
    ("We will leave the harbour,", "fr", "Nous ne quitterons jamais le port,"),
    ("We shall never sell the docks,", "es", "Venderemos los muelles,"),
    ("We shall sell the docks,", "ar", "لن نبيع الأرصفة،"),
    ("We shall sell the docks,", "uk", "Ми не продамо доки,"),
    ("We met Ada Quell at the harbour,", "ru", "Мы встретили в порту Тессу Варгу,"),
    ("We met Ada Quell at the harbour,", "fr", "Nous avons rencontré Ilo Brandt au port,"),
]


@pytest.mark.parametrize(("english", "language", "foreign"), SAME)
def test_translations_are_one_statement(english: str, language: str, foreign: str) -> None:
    """Numbers in digits, words and other marks, denials of each language, names in other letters and cases."""
    assert together(spoken(english, "en"), spoken(foreign, language))


@pytest.mark.parametrize(("english", "language", "foreign"), OTHER)
def test_what_the_encoder_does_not_see_parts_two_statements(english: str, language: str, foreign: str) -> None:
    """Another amount, a denial more or less, other names: in either order."""
    assert not together(spoken(english, "en"), spoken(foreign, language))
    assert not together(spoken(foreign, language), spoken(english, "en"))


def test_names_that_both_have_outweigh_no_veto() -> None:
    """Words in common bring two wordings near, also without an encoder's translation."""
    for english, language, foreign in (
        ("Ada Quell has 40 cranes in Tolvik,", "fr", "Ada Quell a 14 grues à Tolvik,"),
        ("Ada Quell will close Tolvik with Ilo Brandt,", "fr", "Ada Quell ne fermera pas Tolvik avec Ilo Brandt,"),
        ("Dr. Brandt operated Tessa Varga in Tolvik,", "de", "Dr. Brandt operierte Tessa Varga in Tolvik nicht,"),
    ):
        assert not together(spoken(english, "en"), spoken(foreign, language))
        assert len(group([spoken(english, "en"), spoken(foreign, language)], days=7)) == 2


def test_two_languages_other_than_english_are_held_against_each_other() -> None:
    """French and German, Spanish and Russian."""
    assert together(spoken("Nous ne partirons pas,", "fr"), spoken("Wir werden nicht gehen,", "de"))
    assert not together(spoken("Nous partirons,", "fr"), spoken("Wir werden nicht gehen,", "de"))
    assert not together(spoken("Son 12 barcos,", "es"), spoken("Это 20 кораблей,", "ru"))


def test_what_one_side_leaves_out_parts_nothing() -> None:
    """A number or a name on one side only, and words of a language without a list."""
    assert together(spoken("The harbour has 14 cranes,", "en"), spoken("Le port a des grues,", "fr"))
    assert together(spoken("The mayor saw us,", "en"), spoken("Nous avons été vus par Ada Quell,", "fr"))
    assert denies(spoken("Satama ei sulkeudu,", "fi")) is None
    assert together(spoken("The harbour will close,", "en"), spoken("Satama ei sulkeudu,", "fi"))


def test_german_nouns_are_no_names() -> None:
    """They all have capitals."""
    assert together(spoken("We met Ada Quell,", "en"), spoken("Wir haben die Meisterin im Hafen gesehen,", "de"))


def test_amounts_are_read_as_a_language_writes_them() -> None:
    """Points and blanks between thousands, commas before decimals, scales."""
    assert amounts(spoken("1.200.000 oder 3,5 Prozent", "de")) == {"1200000", "3.5"}
    assert amounts(spoken("1 200 000 personnes", "fr")) == {"1200000"}
    assert amounts(spoken("40 млрд рублей", "ru")) == {"40000000000"}
    assert amounts(spoken("vierzig Schiffe", "de")) == {"40"}


@settings(max_examples=80, deadline=None)
@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.sampled_from(["en", "de", "fr", "ru", "ar", "xx", "", "pt-BR"]),
    st.sampled_from(["en", "es", "it", "uk"]),
)
def test_any_text_is_taken_and_the_order_does_not_matter(a: str, b: str, one: str, other: str) -> None:
    """And nothing parts a text from itself."""
    x, y = spoken(a, one, "a"), spoken(b, other, "b")
    assert parted(x, y) == parted(y, x)
    assert not parted(x, replace(x, quotation=y.quotation))

"""Pieces of words: what inflected forms, compounds and many names in other languages have in common.

Character n-grams of four as terms, within words and with their edges marked (McNamee and Mayfield 2004 find them as
good as stemmers in eight languages). Cyrillic and Greek are written in Latin letters first, so that names can meet.
"""

from collections.abc import Iterable

LENGTH = 4

# Letter and Latin letters by turns; signs that only soften (ь, ъ) are left out of the table and dropped.
_LETTERS = """
а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e
ю yu я ya є e і i ї i ґ g ј j љ lj њ nj ћ c ђ dj џ dz
α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
"""
_LATIN = str.maketrans(dict(zip(_LETTERS.split()[::2], _LETTERS.split()[1::2], strict=True)) | {"ь": "", "ъ": ""})


def pieces(words: Iterable[str]) -> frozenset[str]:
    """Return the pieces of words in normal form, written in Latin letters as far as tables without context can."""
    return frozenset(piece for word in words for piece in _pieces(word.translate(_LATIN)))


def _pieces(word: str) -> list[str]:
    edged = f" {word} "
    return [edged[k : k + LENGTH] for k in range(max(1, len(edged) - LENGTH + 1))]

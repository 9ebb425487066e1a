"""Names and roles that stand alone beside a colon or a dash: whether "Quell" or "mayor" there tells who speaks."""

import re

from firsthand.annotate import gazetteer
from firsthand.annotate.grammar import MONTHS, WEEKDAYS, word_set

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_BODIES = word_set(
    "police prosecutors authorities officials experts analysts sources ministry government report study poll"
)
_SPEAKS = r"(?:said|says|told|added|wrote|warned|asked|tweeted|announced|insisted|argued|according to)"
_MAX_WORDS = 6


def speaker(text: str, label: str) -> bool:
    """Tell whether a label names who speaks: a role, a body that speaks, a person whom the article names.

    Reads the whole text for a surname: for headlines, of which there are few.
    """
    return known(label) or (_nameable(label) and speaks(text, _WORD.findall(label)[-1]))


def known(label: str) -> bool:
    """Tell whether a label by itself names who speaks: a role, a body that speaks, a person's full name."""
    words = _words(label)
    if words and (gazetteer.role(words[-1].lower()) or words[-1].lower() in _BODIES):
        return True
    return _nameable(label) and len(words) > 1 and full_name(words)


def _nameable(label: str) -> bool:
    """Tell whether a label can be a person's name: capitals, no place, no day."""
    words = _words(label)
    if not words or not all(w[0].isupper() for w in words) or words[-1].lower() in WEEKDAYS | MONTHS:
        return False
    return not gazetteer.place(label) and gazetteer.country(label) is None


def _words(label: str) -> list[str]:
    """Return the words of a label, none where it is too long or holds anything else."""
    words = _WORD.findall(label)
    return words if len(words) <= _MAX_WORDS and len(" ".join(words)) >= len(label) - 3 else []


def full_name(words: list[str]) -> bool:
    """Tell whether words are a person's full name, titles before it passed over."""
    names = [w for w in words if not gazetteer.role(w.lower())]
    return len(names) > 1 and all(w[0].isupper() for w in names) and gazetteer.given(names[0])


def speaks(text: str, name: str) -> bool:
    """Tell whether the article reports speech of somebody so named, or gives the name with a title or a first name."""
    own = re.escape(name)
    told = rf"\b{own},? (?:\w+ )?{_SPEAKS}\b|\b{_SPEAKS} (?:[\w.’'-]+ ){{0,4}}{own}\b"
    if re.search(told, text):
        return True
    before = (m.group(1) for m in re.finditer(rf"\b([A-Z][\w’'-]+) {own}\b", text))
    return any(gazetteer.given(word) or gazetteer.role(word.lower()) for word in before)

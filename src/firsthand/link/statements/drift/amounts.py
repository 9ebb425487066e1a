"""Numbers however they are written: "2,000", "two thousand", "$1.5 million", "a dozen", "3rd"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = {word: n for n, word in enumerate([*_UNITS.split(), "seventeen", "eighteen", "nineteen"])}
_TENS_IN_ORDER = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * n for n, word in enumerate(_TENS_IN_ORDER.split(), 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
_AFTER_DIGITS = _SCALES | _SHORT_SCALES
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: str(n) for n, word in enumerate(_ORDINALS.split(), 1)}
_CURRENCIES = {
    "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "dollar": "dollar", "dollars": "dollar", "euro": "euro",
    "euros": "euro", "pound": "pound", "pounds": "pound", "yen": "yen",
}  # fmt: skip
_PERCENT = {"percent", "%"}
# Longer rows of digits are no amounts that anybody wrote out: they are compared as they stand.
_LONGEST = 18
# As many words as a number has at most ("nine hundred and ninety-nine thousand nine hundred and ninety-nine").
_MOST_WORDS = 10
_DIGITS = re.compile(r"([$€£¥]?)([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)([a-z]*)( ?%)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the words ``[at, at + length)``: its value in digits, and its unit ("dollar", "%", or none).

    ``sure`` is False where the word may be no number: "one", and ordinals ("second").
    """

    length: int
    value: str
    unit: str
    sure: bool = True


def amount(norms: Sequence[str], at: int, close: Callable[[int], bool]) -> Amount | None:
    """Return the number that begins at word ``at``, or None; ``close(n)`` tells whether words n and n + 1 stand
    together, with no more than a blank or a hyphen between them.
    """
    first = norms[at]
    if first in ORDINALS:
        return Amount(1, ORDINALS[first], "", sure=False)
    digits = _DIGITS.fullmatch(first)
    if digits:
        return _of_digits(norms, at, digits, close)
    length, value = _of_words(norms, at, close)
    if not length:
        return None
    return _with_unit(norms, at, length, str(value), "", close, sure=first != "one" or length > 1)


def same_amount(a: str, b: str) -> bool:
    """Tell whether two values are one; a year may be written short ("2021-22", "the 70s")."""
    return a == b or (len(a) + len(b) == 6 and (a.endswith(b) or b.endswith(a)))


def _of_digits(norms: Sequence[str], at: int, digits: re.Match[str], close: Callable[[int], bool]) -> Amount | None:
    symbol, figures, suffix, percent = digits.groups()
    value = figures.replace(",", "")
    if len(value) > _LONGEST:
        return Amount(1, value, "")
    unit = _CURRENCIES.get(symbol, "%" if percent else "")
    if suffix in ("st", "nd", "rd", "th"):
        return Amount(1, value, unit, sure=False)
    money = symbol or (norms[at + 1 : at + 2] and norms[at + 1] in _CURRENCIES)
    scale = _SHORT_SCALES.get(suffix) or (10**6 if suffix == "m" and money else 1)
    length = 1
    while at + length < len(norms) and norms[at + length] in _AFTER_DIGITS and close(at + length - 1):
        scale *= _AFTER_DIGITS[norms[at + length]]
        length += 1
        if length > 3:
            break
    plain = suffix == "s" or scale > 1 or not suffix
    return _with_unit(norms, at, length, _plain(Decimal(value) * scale), unit if plain else suffix, close)


def _of_words(norms: Sequence[str], at: int, close: Callable[[int], bool]) -> tuple[int, int]:
    """Return how many words from ``at`` on are one number, and its value; 0 words where none begins."""
    total = current = 0
    place, last = at, "start"
    while place < min(len(norms), at + _MOST_WORDS) and (place == at or close(place - 1)):
        word = norms[place]
        if word in ("a", "an") and last == "start" and norms[place + 1 : place + 2] and norms[place + 1] in _SCALES:
            current, last = 1, "article"
        elif word in _TENS and last in ("start", "scale"):
            current, last = current + _TENS[word], "tens"
        elif word in _SMALL and (last in ("start", "scale") or (last == "tens" and 0 < _SMALL[word] < 10)):
            current, last = current + _SMALL[word], "small"
        elif word in _SCALES and last != "start":
            small = word in ("hundred", "dozen")
            current, total = (max(current, 1) * _SCALES[word], total) if small else (0, total + current * _SCALES[word])
            last = "scale"
        elif not (word == "and" and last == "scale" and {*norms[place + 1 : place + 2]} & (_TENS.keys() | _SMALL)):
            break
        place += 1
    return place - at, total + current


def _with_unit(
    norms: Sequence[str],
    at: int,
    length: int,
    value: str,
    unit: str,
    close: Callable[[int], bool],
    *,
    sure: bool = True,
) -> Amount:
    """Return the amount with the unit that follows it, if any."""
    after = [*norms[at + length : at + length + 2], "", ""]
    if unit or after[0] == "" or not close(at + length - 1):
        return Amount(length, value, unit, sure)
    if after[0] in _PERCENT:
        return Amount(length + 1, value, "%")
    if after[:2] == ["per", "cent"]:
        return Amount(length + 2, value, "%")
    if after[0] in _CURRENCIES:
        return Amount(length + 1, value, _CURRENCIES[after[0]])
    return Amount(length, value, unit, sure)


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")

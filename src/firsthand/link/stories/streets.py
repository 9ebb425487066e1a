"""The streets that a report names: local events of one kind and one day lie in different streets."""

import re

from firsthand.text import plain

# Past so many the text names where something else was. Ours.
MAX_STREETS = 8
_PROPER = r"[A-ZÀ-Þ][\w'’]{1,20}"
# "the 1200 block of North 5th Street", "Elm Grove Ave."; what kind of street it is, outlets write in many ways. A Court
# is mostly one of law, and a Place or Way none.
_AFTER = re.compile(
    rf"\b(?:(?:[NSEW]\.?|North|South|East|West) )?((?:\d{{1,3}}(?:st|nd|rd|th)|{_PROPER})(?: {_PROPER})?) "
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Ct|Pl|Parkway|Pkwy|Highway|Hwy|Terrace|Circle|Pike|"
    r"Square)\b(?![’'\w-])"
)
# "rue de la Gare", "calle Mayor", "via Dante", "rua Augusta"; "улица Ленина".
_BEFORE = re.compile(
    rf"\b(?:rue|avenue|boulevard|calle|avenida|plaza|via|viale|piazza|rua|praça|ул\.|улиц[аеыу]) "
    rf"(?:(?:de|del|de la|de l['’]|du|des|da|do|dos|das|di|della) ?)?({_PROPER}(?:[ -]{_PROPER})?|[А-Я][а-я]{{2,20}})",
)
# "Hauptstraße", "Berliner Allee".
_WITHIN = re.compile(r"\b([A-ZÄÖÜ][a-zäöüß]{2,20})(?:straße|strasse|allee|gasse)\b")
# Words before a street that begin a sentence, or tell its end of the town.
_BESIDE = frozenset(
    {"north", "south", "east", "west", "the", "on", "in", "at", "near", "along", "from", "to", "off", "and", "police"}
)


def streets(text: str, start: int = 0, end: int | None = None) -> dict[str, tuple[int, int]]:
    """Return the streets of a part of a text, the first 8, and where each is named first.

    A street goes by its name in small letters, without what kind of street it is.
    """
    part = (text, start, len(text) if end is None else end)
    out: dict[str, tuple[int, int]] = {}
    for m in sorted((m for form in (_AFTER, _BEFORE, _WITHIN) for m in form.finditer(*part)), key=lambda m: m.start()):
        name = " ".join(w for w in plain(m[1]).split() if w not in _BESIDE)
        if name and len(out) < MAX_STREETS:
            out.setdefault(name, m.span())
    return out

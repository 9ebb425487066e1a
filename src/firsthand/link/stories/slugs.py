"""The words of a URL: many outlets write the headline into the address of the page.

They stand in for the words of a page that has hardly any: a picture, a video, a text behind a wall. Beside a text they
are not used: as headlines of the texts of ecbplus, which have none, they cost 0.009 BCubed.
"""

import re
from urllib.parse import unquote, urlsplit

LEAST_WORDS = 4  # of a headline in an address; fewer are a section ("world-news") or a name
MOST_CHARACTERS = 300
_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp|amp|ece|cms|story)$", re.IGNORECASE)
_BREAKS = re.compile(r"[-_+\s]+")
# Numbers of pages and dates of filing ("20310314", "a1b2c3d4e5") tell no event; a number of people is shorter.
_NUMBER = re.compile(r"\d{4,}$|(?=[^\d]*\d)(?=\d*[^\W\d_])\w{6,}$")


def slug(url: str | None) -> str:
    """Return the words of the longest part of a URL's path that reads like a headline, "" where none does.

    Never raises: an address that cannot be taken apart has no words.
    """
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return ""
    parts = [_ENDING.sub("", part) for part in path.split("/") if len(part) <= MOST_CHARACTERS]
    best: list[str] = []
    for part in parts:
        best = max(best, _words(part), key=len)
    return " ".join(best)


def _words(part: str) -> list[str]:
    words = [w for w in _BREAKS.split(part) if w and not _NUMBER.match(w)]
    return words if sum(w.isalpha() for w in words) >= LEAST_WORDS else []

"""Captions and picture credits among the lines of a text."""

import re

from firsthand.data import is_agency

_MAX_CAPTION = 600
_CREDIT = re.compile(
    r"\s{0,2}(?:©|\(c\)|ⓒ)\s{0,2}[^\W\d_].{0,100}$"  # © Name/AGENCY, and not "© 2018 …", which is a footer
    r"|(?:photo(?:graph)?s?|image|picture|pic|video|illustration|credit|photo credit|image credit|foto|bild|crédit)"
    r"(?:\s(?:by|courtesy(?:\sof)?|credits?|from))?\s{0,2}[:/|©]\s{0,2}\S.{0,160}$"
    r"|(?:photo|image|picture|video|illustration)(?:graph)?s?\s(?:by|courtesy)\s.{1,120}$"
    r"|courtesy(?:\sof|:)\s.{1,120}$|credit(?=[A-Z])\S.{1,120}$"
    r"|(?:FILE|HANDOUT)(?:\sPHOTO)?\s{0,2}(?:[-–—:]|\()\s{0,2}.{1,560}$"
    r"|In this .{1,60}\bphoto\b.{1,500}$"
    r"|(?:photo|image|picture|video|view image|enlarge(?: image)?|click photo to enlarge|image caption|photo caption|"
    r"media caption|play video)\s{0,3}$",
    re.IGNORECASE,
)
_NAMED = r"[^()\n]{0,80}"
_TAIL_CREDIT = re.compile(
    rf"\((?:{_NAMED}(?:AP\sPhoto|Getty|Reuters|AFP|EPA|Associated\sPress|Shutterstock|/\s?(?:AP|TASS|File|Pool)\b|"
    rf"photo|Photo|image\s(?:via|from|by)|Courtesy|courtesy|Handout|handout|File\b){_NAMED})\)\s{{0,2}}$"
    r"|(?:AP\sPhoto|AFP\sPhoto|Getty\sImages|AFP/Getty|REUTERS)/\s?[^\W\d_].{0,80}$"
    r"|(?:—|–|-|\|)\s{0,2}(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Shutterstock)\s{0,2}$"
)
_PICTURE_AGENCY = re.compile(
    r"\b(?:getty|shutterstock|epa|pool|nurphoto|sipa|zuma|wireimage|imago|istock|alamy|ap photo|afp/|handout|via)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"[(\[](?:pics?|photos?|image|picture)?\s?[:/]?\s?(?P<name>[^()\[\]]{2,40})[)\]]$", re.IGNORECASE
)
_SIGNS = re.compile(r"\s{0,2}[|/©,]\s{0,2}|\s[—–-]\s")
_CREDIT_WORDS = 14  # a bare agency line ("Jane Roe, AFP/Getty Images") is no longer than this


def is_caption(text: str, words: int) -> bool:
    """Tell whether a line (with its count of words) is a picture's caption or credit."""
    if len(text) > _MAX_CAPTION:
        return False
    if _CREDIT.match(text):
        return True
    if _TAIL_CREDIT.search(text[-120:]):
        return True
    if words > _CREDIT_WORDS:
        return False
    return _is_photographer(text) or _is_signed(text)


def _is_photographer(text: str) -> bool:
    """Tell whether a line is a name and an agency: ``Jane Roe/AFP``, ``Jane Roe | TASS``, ``Jane Roe, Getty Images``.

    After a comma only a picture agency counts: ``Jane Roe, Associated Press`` may have written the report.
    """
    name, sign, agency = _first_sign(text)
    if not sign or not 1 <= len(name.split()) <= 5 or not all(word[:1].isupper() for word in name.split()):
        return False
    if _PICTURE_AGENCY.search(agency):
        return True
    return sign != "," and any(is_agency(part.strip()) for part in _SIGNS.split(agency))


def _first_sign(text: str) -> tuple[str, str, str]:
    found = _SIGNS.search(text)
    return (text[: found.start()].strip(), found.group().strip(), text[found.end() :]) if found else (text, "", "")


def _is_signed(text: str) -> bool:
    """Tell whether a short line ends in an agency's name in brackets, as captions do (``Jane Roe (AFP)``)."""
    found = _BRACKETED.search(text[-60:])
    return found is not None and any(is_agency(name.strip()) for name in found["name"].split("/"))


def is_credit_only(text: str, words: int) -> bool:
    """Tell whether a line is a credit with no words on the picture: the caption proper stands beside it."""
    return words <= _CREDIT_WORDS and is_caption(text, words)

"""Captions and picture credits among the lines of a text.

A credit names who took the picture and who sells it (``Jane Roe/AFP``, ``Photo: Jane Roe``, ``AFP via Getty Images``).
Two agencies alone (``AFP/Reuters``) name whose the words are, and so does ``Jane Roe, Associated Press``.
"""

import re
from functools import lru_cache

from firsthand.data import is_agency

_MAX_CAPTION = 600
_MAX_SENTENCE = 300  # characters of a caption whose credit follows without brackets; longer lines are paragraphs
_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|videos?|illustrations?|(?:info)?graphics?|cartoons?|screenshots?"
    r"|fotos?|bild(?:er)?|(?:archiv|symbol)(?:bild|foto)s?|grafik|imagen|immagine|imagem|фото)"
)
_OF = r"(?:\s(?:by|courtesy(?:\sof)?|credits?|from|source|caption))?"
_CREDIT = re.compile(
    r"\s{0,2}(?:©|\(c\)|ⓒ)\s{0,2}[^\W\d_].{0,100}$"  # © Name/AGENCY, and not "© 2018 …", which is a footer
    rf"|[(\[]?{_PICTURE}{_OF}\s{{0,2}}[:/|©]\s{{0,2}}\S.{{0,160}}$"
    r"|(?:photo |image )?credit\s{0,2}[:/|©]\s{0,2}(?-i:[^\sa-z]|dpa|epd).{0,160}$"
    r"|cr[ée]dit (?:photo|image)\s?:.{1,120}$"
    rf"|{_PICTURE}\s(?:by|courtesy)\s.{{1,120}}$|image (?:source|caption),\s.{{1,300}}$"
    r"|courtesy(?:\sof|:)\s.{1,120}$|credit(?=[A-Z])\S.{1,120}$"
    r"|(?:FILE|HANDOUT)(?:\sPHOTO)?\s{0,2}(?:[-–—:]|\()\s{0,2}.{1,560}$"
    r"|In this .{1,60}\bphoto\b.{1,500}$"
    r"|(?:photo|image|picture|video|view image|enlarge(?: image)?|click photo to enlarge|image caption|photo caption|"
    r"media caption|play video|(?:archiv|symbol)(?:bild|foto))\s{0,3}$",
    re.IGNORECASE,
)
_NAMED = r"[^()\n]{0,80}"
_TAIL_CREDIT = re.compile(
    rf"\((?:{_NAMED}(?:AP\sPhoto|Getty|Reuters|AFP|EPA|Associated\sPress|Shutterstock|/\s?(?:AP|TASS|File|Pool)\b|"
    rf"photo|Photo|Foto\b|image\s(?:via|from|by)|Courtesy|courtesy|Handout|handout|File\b){_NAMED})\)\s{{0,2}}$"
    r"|(?:AFP\sPhoto|Getty\sImages|AFP/Getty|REUTERS)\s?/\s?[^\W\d_].{0,80}$|\b[A-Z]{2,10}\s(?i:photo)\s?/\s?[^\W\d_].{0,80}$"
    r"|(?:—|–|-|\|)\s{0,2}(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Shutterstock)\s{0,2}$"
)
# What stands behind the last sentence of a caption: "… on Monday. Photo: Jane Roe", "… on Monday. Jane Roe/AFP".
_BEHIND = re.compile(
    rf"(?:[.!?”\"’)]\s{{1,3}}(?:[|–—-]\s)?|\s[|–—]\s)(?:(?P<picture>(?i:{_PICTURE}{_OF})\s?[:/|©]\s?|©\s?)|(?=[^\s(]))"
    r"(?P<names>[^.:;!?\n]{2,80})$"
)
_PICTURE_AGENCY = re.compile(
    r"\b(?:getty|shutterstock|epa|pool|nurphoto|sipa|zuma|wireimage|imago|istock|alamy|ap photo|afp/|handout|via)\b",
    re.IGNORECASE,
)
_HOUSES = re.compile(
    r"(?:[A-Z]{2,5}(?:/| via ))?(?:getty images|shutterstock|istock(?:photo)?|alamy|imago|nurphoto|picture alliance|"
    r"unsplash|adobe stock|depositphotos|wikimedia commons|file photo|handout|pool)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"[(\[](?:pics?|photos?|image|picture)?\s?[:/]?\s?(?P<name>[^()\[\]]{2,40})[)\]]$", re.IGNORECASE
)
_SIGNS = re.compile(r"\s{0,2}[|/©,]\s{0,2}|\s[—–-]\s|\svia\s")
_PICTURE_OF = re.compile(
    rf"[(\[]?(?:{_PICTURE}|фото|fotos){_OF}\s{{0,2}}[:/|©]\s{{0,2}}\S.{{0,160}}$"
    rf"|[(\[]?{_PICTURE}\s(?:by|courtesy(?:\sof)?)\s(?-i:[A-Z])[^.!?]{{1,80}}$",
    re.IGNORECASE,
)
_CREDIT_WORDS = 14  # a bare agency line ("Jane Roe, AFP/Getty Images") is no longer than this
_NAME_WORDS = 5
_MOST_SHARED = 3  # names that share a credit; rows of links have more


@lru_cache(maxsize=8192)  # menus are alike on all pages of an outlet
def is_caption(text: str, words: int) -> bool:
    """Tell whether a line (with its count of words) is a picture's caption or credit."""
    if len(text) > _MAX_CAPTION:
        return False
    if _CREDIT.match(text):
        return True
    if _TAIL_CREDIT.search(text[-120:]):
        return True
    if len(text) <= _MAX_SENTENCE and (found := _BEHIND.search(text, max(0, len(text) - 120))):
        names = found["names"].strip()
        if _is_names(names) if found["picture"] else _is_shared(names):
            return True
    if words > _CREDIT_WORDS:
        return False
    return _is_photographer(text) or _is_shared(text) or _is_signed(text)


def _is_photographer(text: str) -> bool:
    """Tell whether a line is a name and an agency: ``Jane Roe/AFP``, ``Jane Roe | TASS``, ``Jane Roe, Getty Images``.

    After a comma only a picture agency counts: ``Jane Roe, Associated Press`` may have written the report.
    """
    name, sign, agency = _first_sign(text)
    if not sign or not _is_one_name(name):
        return bool(_HOUSES.match(text))
    if _PICTURE_AGENCY.search(agency):
        return True
    if sign == "|" and " " not in name:
        return False  # a row of links
    return sign != "," and any(is_agency(part.strip()) for part in _SIGNS.split(agency)) and not is_agency(name)


def _is_shared(text: str) -> bool:
    """Tell whether words are names parted by slashes, one a person's and one an agency's: ``TASS/Jane Roe``."""
    parts = [part.strip(" ()[]") for part in re.split(r"\s?[/|]\s?|\svia\s", text)]
    if not 2 <= len(parts) <= _MOST_SHARED or not all(map(_is_one_name, parts)):
        return False
    known = [is_agency(part) or bool(_HOUSES.match(part)) or _is_joint(part) for part in parts]
    people = [" " in part for part, agency in zip(parts, known, strict=True) if not agency]
    return any(known) and (any(people) or (not people and any(map(_HOUSES.match, parts))))


def _is_joint(part: str) -> bool:
    """Tell whether a part is two agencies: ``EPA-EFE``."""
    return "-" in part and all(is_agency(name) for name in part.split("-"))


def _is_names(text: str) -> bool:
    return all(is_agency(part) or _is_one_name(part) for part in _SIGNS.split(text) if part.strip())


def _is_one_name(part: str) -> bool:
    words = part.split()
    return 1 <= len(words) <= _NAME_WORDS and all(w[:1].isupper() or w in ("de", "van", "von", "der") for w in words)


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


def is_picture_credit(text: str, words: int) -> bool:
    """Tell whether a line names a picture's maker and says that it is a picture: ``Photo: Jane Roe/AFP``.

    ``© Jane Roe/AFP`` does not say so, and may be the text's own credit.
    """
    return words <= _CREDIT_WORDS and bool(_PICTURE_OF.match(text))

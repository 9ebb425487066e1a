"""The lines of a page that credit a picture, though they look like bylines or credit lines of the text.

    Kevin Lamarque / Reuters        names parted by a slash
    Modal Trigger ↵ Reuters         an outlet right under a picture's button
    Jane Roe, AP                    under a caption, in a gallery, or below the byline and above a caption
    Credit: The Associated Press    beside a caption, or more than once

A line that says "by" is nobody's picture.
"""

import re
from collections.abc import Sequence

from firsthand.annotate import closing, outlets
from firsthand.annotate.grammar import word_set
from firsthand.annotate.layout import Paragraph

_MOST = 600  # lines of a page that are looked at
_LINE = 120  # characters of the longest line that is a credit and no caption
_GALLERY = 3  # lines of the shape "Jane Roe, AP" that make a page a gallery of pictures
_BY = re.compile(
    r"\W{0,3}(?:by|from|story|words|written|posted|published|copyright|special to|source)\b|\W{0,2}(?:©|\(c\)) ?\d{4}",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\W{0,2}credits?\s?:", re.IGNORECASE)
_SLASHED = re.compile(r"[^\n/|:]{2,60}/[^\n/|:]{2,40}(?:/[^\n/|:]{2,40})?$")
_SERVICE = re.compile(r"\b(?:news service|TNS|MCT|newspapers|wire|agency|tribune|staff|bureau)\b", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_][\w.’' -]{2,40}, ?(?:[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})(?:/[A-Z][\w -]{1,30}){0,2}$")
_BUTTONS = word_set(
    "modal_trigger fullscreen full_screen enlarge enlarge_image click_to_enlarge image images photo photos "
    "hide_caption toggle_caption view_photos view_photo view_gallery back_to_gallery view_full_image previous_image "
    "next_image slideshow gallery photo_gallery caption expand zoom open_image_modal open_gallery show_caption "
    "image_caption image_source play_video view_slideshow photo_credit"
)
# A caption tells the code of its picture, or shows who stands where.
_CODED = re.compile(
    r"\bORG XMIT\b|\bFILE ID\b|\b(?:AP|AFP|EPA|REUTERS|Getty) ?(?:Photo|PHOTO|Images?)\b|\bREUTERS/|^\(L-?R\)|^FILE\b"
    r"|\bfile photo\b|,\s(?:left|right|cent(?:er|re)|second (?:left|right))\b|\bIn this \w+\.? \d{1,2}, \d{4}"
)


def lines(text: str, page: Sequence[Paragraph]) -> frozenset[int]:
    """Return where the lines begin that credit a picture; ``page`` holds all lines of the page in text order."""
    page = page[:_MOST]
    short = [n for n, p in enumerate(page) if p.end - p.lead <= _LINE and not _BY.match(text, p.lead, p.end)]
    named = [n for n in short if _NAMED.match(_said(text, page[n])) and _agency_behind(text, page[n])]
    credited = [n for n in short if _CREDIT.match(text, page[n].lead, page[n].end)]
    found = {n for n in short if _is_slashed(text, page[n])}
    found.update(n for n in short if _under_button(text, page, n) and _is_outlet(text, page[n]))
    if len(named) >= _GALLERY:
        found.update(named)
    found.update(n for n in named if _beside_caption(text, page, n))
    found.update(n for n in credited if len(credited) > 1 or _is_caption(text, page, n - 1, n + 1))
    return frozenset(page[n].lead for n in found)


def _said(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.lead : paragraph.end].strip()


def _is_slashed(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a line above or between paragraphs is names parted by a slash, none of them a news service."""
    line = _said(text, paragraph)
    if paragraph.kind in ("body", "dateline") or not _SLASHED.match(line) or _SERVICE.search(line):
        return False
    return " / " in line or (" " in line.split("/", 1)[0] and _agency_behind(text, paragraph))


def _agency_behind(text: str, paragraph: Paragraph) -> bool:
    cut = max(text.rfind(mark, paragraph.lead, paragraph.end) for mark in ",/")
    first = text.find(",", paragraph.lead, paragraph.end)
    return any(outlets.listed(text, at + 1, paragraph.end) for at in (cut, first) if at >= 0)


def _under_button(text: str, page: Sequence[Paragraph], n: int) -> bool:
    above = _said(text, page[n - 1]).lower().replace(" ", "_") if n else ""
    return above.strip("_:.") in _BUTTONS


def _is_outlet(text: str, paragraph: Paragraph) -> bool:
    found = outlets.first(text, paragraph.lead, paragraph.end)
    return found is not None and found.end - found.start >= 0.4 * (paragraph.end - paragraph.lead)


def _beside_caption(text: str, page: Sequence[Paragraph], n: int) -> bool:
    """Tell whether a caption stands above, or one below where the byline stood before."""
    if _is_caption(text, page, n - 1):
        return True
    signed = any(p.kind == "byline" and p.lead != page[n].lead for p in page[:n])
    return signed and _is_caption(text, page, n + 1)


def _is_caption(text: str, page: Sequence[Paragraph], *numbers: int) -> bool:
    return any(
        page[n].kind == "caption" or _CODED.search(text, page[n].lead, page[n].end) is not None
        or closing.is_picture(text, page[n].lead, page[n].end)
        for n in numbers
        if 0 <= n < len(page) and page[n].end - page[n].lead > _LINE // 3
    )  # fmt: skip

"""The lines that close a report and name whose work is in it: contributors, owners, sources, agencies' slugs.

    With files from Reuters                      contribution
    Copyright 2031 The Associated Press          footer
    Source: AFP/Reuters, Quelle: dpa             footer
    This story was first published by …          footer
    … he said. (dpa/lno)                         footer: a slug behind the last sentence, or alone

A line that credits a picture says nothing of the text: ``is_picture`` tells.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.annotate import outlets
from firsthand.model import Credit, CreditKind

PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|videos?|illustrations?|(?:info)?graphics?|maps?|cartoons?|screenshots?"
    r"|handouts?|fotos?|bild(?:er)?|(?:archiv|symbol)(?:bild|foto)s?|grafik|imagen|immagine|imagem|фото)"
)
_PICTURE_LINE = re.compile(
    rf"(?i:[(\[]?(?:\w+ )?{PICTURE}(?: (?:by|courtesy(?: of)?|credits?|from|source|via))?"
    r"\s?(?:[:/|©,]|(?<= via)|(?<= by)))"
    r"|(?i:handout via |credit:? ?getty|crédit photo)|.{0,300}\((?i:photo|foto)|.{0,300}\b(?:AP|AFP|EPA) (?i:photo)\b"
    r"|.{0,300}\b(?i:getty images|shutterstock|via getty)\s?[)\]]?$"
    r"|.{0,300}[.|] (?:©|(?i:photo|foto|image|bild):) ?\S.{0,60}$"
    r"|© ?[^\W\d]+ [^\n/]{1,40}/|.{0,300}\bREUTERS/ ?[A-Z]"
    r"|(?:[A-Z][\w.’'-]{1,30} ){1,3}[A-Z][\w.’'-]{1,30} ?/ ?[A-Z][\w ]{1,30}$"
    r"|[A-Z-]{2,10}/[A-Z][\w.’'-]{1,30} [A-Z][\w ]{1,30}$"
)
# The same at the end of a line, however long: "(Jane Roe/Agency via AP)", "Pool via REUTERS".
_PICTURE_TAIL = re.compile(
    r"\([^()\n]{2,80} via [A-Z][\w ./-]{1,30}\)?\W{0,2}$|\b(?i:pool|handout|courtesy)\b[^.\n]{0,20} via "
    r"[A-Z][\w ]{1,30}\W{0,2}$|\S/\S[^\n.]{0,40} via [A-Z][\w ]{1,30}\W{0,2}$"
    r"|\((?:AP|AFP|EPA) (?i:photo)[^()\n]{0,60}\)?\W{0,2}$"
    r"|\((?i:photo|foto|image|picture)[^()\n]{0,80}\)?\W{0,2}$|\bREUTERS/ ?[A-Z][^\n]{0,60}$"
)
_THIS = r"\b(?:this|the) (?:story|article|report|piece|column|content|post|interview|dispatch|essay|text)"
_WORK = r"(?:files?|reporting|material|information|reports?|inputs?|agency inputs|content)"
# Whose work is in it too: named behind these words, or ("contributed to this report") before them.
_BEHIND = re.compile(
    rf"\b(?:with|includes?|including|contains?) (?:additional )?{_WORK} (?:from|by) "
    r"|\badditional reporting (?:by|from) "
    rf"|^\W{{0,3}}{_WORK} (?:from|by) (?=.{{2,80}} (?:was|were) (?:also )?used\b)|^\W{{0,3}}information from:? "
    r"|\bin (?:partnership|collaboration|cooperation) with (?=.{2,60}\W{0,2}$)"
    r"|\bmit (?:material|informationen|inhalten) (?:von|der|des) |\bcon (?:información|datos|material) de "
    r"|\bcom (?:informações|conteúdo|agências?) d[aeo]s? |\bcon (?:informazioni|contributi) (?:di|da) "
    r"|\bavec (?:des informations de |l['’])?(?=[A-Z][\w -]{1,20}\W{0,2}$)"
    r"|^\W?(?:with|mit|con|com) (?=[\w/, -]{2,30}\W{0,2}$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:also )?contributed (?:to|reporting|information)\b|\bcontributed(?=\W{0,2}$)| inputs(?=\W{0,2}$)"
    r"| (?:material|copy|reports?|content) (?:was|were) (?:also )?used (?:in|for) (?:this|the) ",
    re.IGNORECASE,
)
# Whose it is, or where it was first.
_OWNED = re.compile(
    r"(?:copyright|©|\(c\)) ?(?:\(c\)|©|copyright)? ?(?:\d{4}(?:-\d{2,4})?,?)? ?(?:by )?"
    r"|\b(?:source|via|credit|quelle|fuente|fonte|bron|kilde|källa|źródło|zdroj|forrás|kaynak|lähde|sumber|источник)"
    r"(?:s|n|es|i)?\s?: ?|^\W?via (?=[\w. ]{2,40}\W?$)|^special to (?=.{2,40}$)|^\W{0,2}(?:story|report|text)(?: by|:) "
    r"|\bappeared first (?:on|in|at) |\bcross-?posted (?:from|at|on|to|with) |\b(?:is|was)? ?excerpt(?:ed)? from "
    r"|^\W{0,2}visit (?=.{3,60} (?:online )?at (?:https?://|www\.))"
    rf"|(?:^\W{{0,3}}|{_THIS} (?:was |is |has been |had )?)"
    r"(?:(?:originally|first|initially) (?:published|appeared|reported|ran)"
    r"|re-?published|reprinted|re-?posted|syndicated|(?:produced|provided|supplied|distributed|written)(?= (?:by|for)))"
    r"(?: with (?:the )?permission)?(?: here)?,? (?:by|in|on|at|from|for) "
    r"|\bread the (?:full |original |whole |entire )(?:story|article|report|version|thing|piece|post)(?: here)? "
    r"(?:on|at|in) |^\W{0,3}(?:continue reading|read the rest)(?: (?:of )?(?:this|the) (?:story|article|post|piece))?"
    r"(?: here)? (?:on|at) "
    r"|\bversion of this (?:story|article|report|column|essay|piece|post) (?:was )?"
    r"(?:(?:originally|first|also|previously) )?(?:appeared|ran|published) (?:in|on|at|by) "
    r"|\bzuerst (?:erschienen|veröffentlicht) (?:bei|in|auf) |\bpublicado originalmente (?:en|por|em) "
    r"|\bpublié (?:initialement|à l['’]origine|d['’]abord) (?:par|sur|dans) ",
    re.IGNORECASE,
)
# Agencies that are meant and not named: "With Post wires", "Staff and wire reports", "Wire services contributed".
_UNNAMED = re.compile(
    r"\W{0,2}(?:with |from |compiled from |combined )?(?:[\w'’]+ ){0,3}?(?:news |wire )?"
    r"(?:wires?|wire (?:services?|reports?)|agency (?:reports?|inputs)|agencies)"
    r"(?: (?:contributed|reports?).{0,40})?\W{0,2}$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[\n|]|[.;:](?=\s|$)| (?:was|were) | under ")
_SLUG_LINE = re.compile(r"^\W{0,3}(?P<names>[^\W\d_][\w/&,. -]{1,40}?)(?: (?:19|20)\d\d)?\W{0,2}$")
_SLUG_END = re.compile(
    r"(?:[.!?]|[.!?,]?[”\"’»])\s{1,2}(?:[(\[](?P<round>[^()\n]{2,30})[)\]]|[–—-]{1,2} ?(?P<dash>[\w/ -]{2,30})|"
    r"(?P<bare>[A-Z]{2,5}(?:/[A-Z]{2,5}){0,2}))\W?$"
)
_RIGHTS = re.compile(r"\W{0,2}copyright\b|\W{0,2}(?:©|\(c\)) ?\d{4}", re.IGNORECASE)  # a text's, or a page's
_PICTURE_CREDIT = 120  # characters at the end of a caption in which its credit stands
_MAX_NAMES = 160  # characters in which contributors or owners are named
_MAX_OWNER = 60  # characters in which the owner or source is named
_TAIL = 60  # characters at the end of a report in which a slug stands
_REMEMBERED = 64  # lines of which it is asked again whether they are a picture's: by pictures, bodies and closing lines


@lru_cache(maxsize=_REMEMBERED)
def is_picture(text: str, start: int, end: int) -> bool:
    """Tell whether a line is a picture's credit, or a caption that ends in one."""
    if _RIGHTS.match(text, start, end):
        return False
    if _PICTURE_LINE.match(text[start : min(end, start + 600)]):
        return True
    return _PICTURE_TAIL.search(text, max(start, end - _PICTURE_CREDIT), end) is not None


def find(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield the contributors and owners that ``text[start:end]``, one paragraph, names; none of a picture's."""
    if is_picture(text, start, end):
        return
    line = text[start:end]
    if _UNNAMED.match(line):
        return
    for m in _BEHIND.finditer(line):
        stop = _stop(text, start + m.end(), end, _MAX_NAMES)
        yield from _named_behind(text, start + m.start(), start + m.end(), stop, "contribution")
    for m in _BEFORE.finditer(line):
        before = max(start, text.rfind(". ", start, start + m.start()) + 1, start + m.start() - _MAX_NAMES)
        named = outlets.listed(text, before, start + m.start())
        last = len(named) - 1
        for n, o in enumerate(named):
            yield Credit(o.start, start + m.end() if n == last else o.end, o.name, "contribution")
    for m in _OWNED.finditer(line):
        stop = _stop(text, start + m.end(), end, _MAX_OWNER)
        yield from _named_behind(text, start + m.start(), start + m.end(), stop, "footer")


def slug(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield the agencies whose slugs stand alone in a paragraph of the body, or behind its last sentence."""
    if is_picture(text, start, end):
        return
    base = max(start, end - _TAIL)
    patterns = (_SLUG_LINE, _SLUG_END) if base == start else (_SLUG_END,)
    for found in (pattern.search(text[base:end]) for pattern in patterns):
        group = str(found.lastgroup) if found else ""
        named = outlets.slugs(text, base + found.start(group), base + found.end(group)) if found else []
        if named:
            yield from (Credit(o.start, o.end, o.name, "footer") for o in named)
            return


def _named_behind(text: str, begin: int, start: int, stop: int, kind: CreditKind) -> Iterator[Credit]:
    for n, outlet in enumerate(outlets.listed(text, start, stop)):
        yield Credit(begin if n == 0 else outlet.start, outlet.end, outlet.name, kind)


def _stop(text: str, start: int, end: int, most: int) -> int:
    limit = min(end, start + most)
    border = _STOP.search(text, start, limit)
    return border.start() if border else limit

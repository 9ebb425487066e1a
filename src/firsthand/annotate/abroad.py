"""Attributions in other languages than English: the words that announce an agency or outlet, and its name behind them.

"По данным ТАСС", "laut dpa", "selon l'AFP", "según EFE", "نقلا عن رويترز". The words are of one
language each, and only a name of the gazetteer behind them makes a credit, so no language has to be known first.
"""

import re
from collections.abc import Iterator

from firsthand.annotate import gazetteer
from firsthand.annotate.outlets import Outlet
from firsthand.model import Credit

# What announces whom a report is had from (ours; the usual words of agencies' subscribers in each language).
_LEADS = {
    "ru": r"(?:по|согласно) (?:данным|сообщени[юя]м?|информации|сведениям|словам)|(?:сообща|переда|информиру)[её]т"
    r"|пишет|сообщают|передают|пишут|сообщил[аои]?|со ссылкой на|ссылаясь на|цитирует|цитата по|в интервью"
    r"|рассказал[аи]?",
    "uk": r"за (?:даними|інформацією|повідомленням)|повідомля[єю](?:ть)?|передає|пише|з посиланням на",
    "de": r"laut|nach (?:Angaben|Informationen|Berichten) (?:von|der|des|de[rs] Nachrichtenagentur)"
    r"|wie(?= (?:die|der|das) )|(?:berichte|melde)(?:te|t|n)?|schreib(?:t|en)|unter Berufung auf|zitiert"
    r"|sagte?(?= (?:der|dem) )",
    "fr": r"selon|d['’]après|rapport(?:e|ent|ait)|a rapporté|a (?:indiqué|déclaré|affirmé|confié|dit|précisé) (?:à|au)"
    r"|citant|cité[es]* par|relaie|révèle|interrog[ée]+ par|contacté[es]* par",
    "es": r"según|de acuerdo (?:con|a)|inform(?:ó|a|aron)|report(?:ó|a)|citando a|citad[oa] por|recoge|publicó"
    r"|(?:dijo|declaró|explicó|confirmó|señaló|aseguró) a|en (?:una )?entrevista (?:con|a|en)",
    "pt": r"segundo|de acordo com|conforme|informou|(?:disse|declarou|afirmou) (?:à|ao)|citad[oa] (?:pel[oa])",
    "it": r"secondo|riferisc(?:e|ono)|riporta|scrive|citando|citat[oa] da|(?:detto|dichiarato) (?:a|all['’]|al|alla)",
    "nl": r"volgens|meldt|melden|aldus|bericht|tegenover",
    "pl": r"jak (?:podaje|podała|informuje|pisze)|podaje|podała|według|informuje|poinformował[ao]?|cytowan[ya] przez",
    "sv": r"enligt|rapporterar|uppger|skriver|ifølge|melder|opplyser til|säger till|sier til|siger til",
    "ar": r"نقلا(?:ً)? عن|نقلًا عن|بحسب|حسب|وفقا? ل|وفقاً ل|وفق|(?:و)?(?:ذكرت|أفادت|نقلت|قالت|أوردت|أعلنت)(?= وكالة)"
    r"|(?:و)?(?:ذكرت|أفادت|نقلت|أوردت)",
}
_LEAD = re.compile(r"(?<!\w)(?:" + "|".join(_LEADS.values()) + r")(?:\s+|(?<=['’ل]))", re.IGNORECASE)
# Small words and kinds of outlets that may stand before the name.
_BETWEEN = re.compile(
    r"(?:(?:агентств[оауе]м?|информагентств[оауе]м?|телеканал[ауе]?|газет[аеуы]|издани[еяю]|радиостанци[яией]|портал[ауе]?|"
    r"агенція|агенції|die|der|das|dem|den|des|Nachrichtenagentur|Zeitung|Sender|Deutschen?|Agentur|l['’]|la|le|les|el|los|"
    r"lo|il|un|une|una|del?|do|da|o|a|agence|agencia|agenzia|agência|agentur|agencja|agencji|nyhetsbyrån|diario|diário|"
    r"journal|quotidien|chaîne|cadena|het|de|persbureau|krant|omroep|وكالة|صحيفة|قناة|الأنباء|موقع|شبكة)(?:\s+|(?<=['’]))"
    r"|[«„“\"]){0,3}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w&.+-]{2,30}")
_LONGEST = 4  # words of the longest name that is tried
# Endings of the cases in which Russian and Ukrainian name an agency: "Интерфаксу", "Интерфаксом".
_CASES = re.compile(r"(?:[ауеыи]|ом|ой)$")


def find(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield the attributions in ``text[start:end]`` that are worded in one of the languages known here."""
    for lead in _LEAD.finditer(text, start, end):
        between = _BETWEEN.match(text, lead.end(), end)
        at = between.end() if between else lead.end()
        outlet = _named(text, at, end) or (_named(text, lead.end(), end) if at > lead.end() else None)
        if outlet is not None:
            yield Credit(lead.start(), outlet.end, outlet.name, "attribution")


def _named(text: str, start: int, end: int) -> Outlet | None:
    """Return the outlet whose name begins at ``start``, the longest that the gazetteer knows."""
    ends: list[int] = []
    at = start
    while len(ends) < _LONGEST and (word := _WORD.match(text, at, end)) is not None:
        ends.append(word.end())
        at = word.end() + 1 if text[word.end() : word.end() + 1] == " " else end
    for stop in reversed(ends):
        name = text[start:stop].rstrip(".")
        found = gazetteer.slug(name) or gazetteer.publisher(name)
        if found is None and not name.isascii():
            found = gazetteer.publisher(_CASES.sub("", name))
        if found is not None and gazetteer.press(found):
            return Outlet(start, start + len(name), found)
    return None

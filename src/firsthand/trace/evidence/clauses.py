"""Where in its sentence a citation stands: beside a quotation, with other outlets, or in a clause that looks back.

"She resigned, two days after she told Kanal Vest that she would stay": the interview is the clause's matter. The news
of the article, and all else that it quotes, was not had from there.
"""

import re

from firsthand.model import Credit, Quotation
from firsthand.trace.evidence.tellings import Telling

# Characters of a sentence that are read before a citation, and between it and a quotation. Ours.
_REACH = 200
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s|\n")
_AMOUNT = (
    r"(?:(?:seconds|minutes|hours|days?|weeks?|months?|years?|fortnight|decades?|shortly|just|long|soon)\s+"
    r"(?:after|before)|(?:stunden|tage|wochen|monate|jahre),?\s+nachdem|(?:heures|jours|semaines|mois|ans)\s+après"
    r"|(?:horas|días|semanas|meses|años)\s+después\s+de(?:\s+que)?)"
)
# What stands before the words that name the outlet: "two days after she", "having", "who last week".
_LOOKS_BACK = re.compile(
    rf"\b{_AMOUNT}\b[^.;:,“”\"]*$|\bhaving\s+(?:\w+\s+){{0,2}}$"
    r"|\b(?:last|a)\s+(?:week|month|year|spring|summer|autumn|fall|winter)(?:\s+ago)?\s+$",
    re.IGNORECASE,
)
# Said to an outlet: with these words too, since what was reported before the news may be its cause.
_TOLD_BEFORE = re.compile(
    r"\b(?:after|before|nachdem|bevor|après\s+(?:avoir|que)|después\s+de|tras)\b[^.;:,“”\"]*$"
    r"|\b(?:had|has|hatte)\s+(?:(?:once|earlier|previously|already|last\s+\w+)\s+){1,2}$|\bhad\s+$",
    re.IGNORECASE,
)
# "told Kanal Vest last year", "told Kanal Vest in 2029".
_THEN = re.compile(
    r"[\s,]{1,2}(?:last\s+(?:month|year|spring|summer|autumn|fall|winter)|(?:back\s+)?in\s+(?:19|20)\d\d)\b"
)

# "an interview with A, B and C", read up to the outlet in question, and the words that go on from it.
_LIST_REACH = 90
_LISTED_BEFORE = re.compile(r"\b(?:interviews? (?:with|to)|told|spoke to)\s[^.;:“\"]*?\S(?: and|,)\s[^.;:“\"]*$")
_LISTED_AFTER = re.compile(
    r"(?:,\s+(?:the\s+)?(?:[A-Z]\w*[’']s\s+)?[A-Z]\w*(?:\s[A-Z]\w*){0,3}){0,3},?"
    r"\s+and\s+(?:the\s+)?(?:[A-Z]\w*[’']s\s+)?[A-Z]\w*(?:\s+(?:TV|News|Television|Radio|Channel|[A-Z]{2,}))?\b"
    r"(?!\s+(?:said|told))"
)
_JOINT_REACH = 250


def looks_back(telling: Telling, credit: Credit) -> bool:
    """Tell whether a citation stands in a clause of time: it tells what came before the article's news."""
    text = telling.article.text
    before = _SENTENCE_END.split(text[max(0, credit.start - _REACH) : credit.start])[-1]
    if _LOOKS_BACK.search(before) or _THEN.match(text, credit.end):
        return True
    return credit.kind == "interview" and _TOLD_BEFORE.search(before) is not None


def beside(quotation: Quotation, credit: Credit, telling: Telling) -> bool:
    """Tell whether a citation stands in a quotation's sentence; one that looks back is about what follows it only."""
    if quotation.start < credit.end and credit.start < quotation.end:
        return True
    first, last = sorted(((quotation.start, quotation.end), (credit.start, credit.end)))
    if last[0] - first[1] > _REACH or _SENTENCE_END.search(telling.article.text, first[1], last[0]):
        return False
    return credit.start < quotation.start or not looks_back(telling, credit)


def told_together(telling: Telling, credit: Credit) -> bool:
    """Tell whether several outlets were told it at once: then it rests on none of them alone."""
    if credit.kind != "interview":
        return False
    text = telling.article.text
    before, after = text[max(0, credit.start - _LIST_REACH) : credit.end], text[credit.end : credit.end + _LIST_REACH]
    if _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after):
        return True
    near = (
        c
        for c in telling.annotation.credits
        if c.kind == "interview" and c.publisher != credit.publisher and abs(c.start - credit.start) < _JOINT_REACH
    )
    return any(not _SENTENCE_END.search(text, min(c.end, credit.end), max(c.start, credit.start)) for c in near)

"""Whose words an article lives on, and whether anybody could have had them.

A report that quotes hardly anyone but one speaker could have been written by whoever heard or read that speaker once:
two such reports could rest on one appearance, one filing, one post, whatever else their words differ in.
"""

import re
from collections import Counter
from collections.abc import Iterable

from firsthand.model import Quotation
from firsthand.text import squeeze
from firsthand.trace.counts.ground import Ground
from firsthand.trace.evidence.clauses import beside, told_together
from firsthand.trace.evidence.tellings import Telling

_LISTED = re.compile(r",| and |/")
# An interview is named beside the words that were said in it. Ours.
_NEAR = 400
# "in an interview", "during a recent interview that aired on Sunday": nothing in it is a name but a day's.
_UNNAMED_INTERVIEW = re.compile(
    r"[A-Za-z]+ (?:an?|the|his|her|their) (?:[a-z]+ )*interview\b"
    r"(?:[^A-Z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)*"
)
# Occasions at which words are put out as a text that anybody can copy.
_PUT_OUT = ("statement", "press release", "news release", "tweet", "wrote on", "posted", "filing", "social media")
# The share of the characters that an article quotes which one speaker has where it lives on that speaker. Ours, set on
# the lineage development pages (benchmarks/lineage): between .6 and .8 the same stories are held.
ONE_VOICE = 0.67
# A quotation that starts within so many characters of the body's start is one that the article leads with. Ours.
LEAD = 400


def voice(article: str, ground: Ground) -> str | None:
    """Return the one speaker on whom an article lives, "" where it quotes nobody, None where it quotes several."""
    said: Counter[str] = Counter()
    for quotation in ground.tellings[article].annotation.quotations:
        said[ground.speaker(quotation)] += quotation.end - quotation.start
    if not said:
        return ""
    speaker, characters = min(said.items(), key=lambda item: (-item[1], item[0]))
    one = speaker not in ("", "anonymous") and characters >= ONE_VOICE * said.total()
    return speaker if one else None


def common_voice(articles: Iterable[str], ground: Ground) -> str | None:
    """Return the one speaker on whom all of the articles live that quote anybody, or None."""
    voices = {v for a in articles if (v := voice(a, ground)) != ""}
    return next(iter(voices)) if len(voices) == 1 else None


def leads(article: str, ground: Ground) -> dict[str, Quotation]:
    """Return the statements that an article has in marks in its headline or lead, each with its first quotation."""
    telling = ground.tellings[article]
    body = telling.article.parts("body")
    if not body:
        return {}
    limit = body[0].start + LEAD
    out: dict[str, Quotation] = {}
    for quotation in telling.annotation.quotations:
        statement = ground.statement(quotation)
        if statement and quotation.type != "indirect" and quotation.start < limit:
            out.setdefault(statement, quotation)
    return out


def words_of(speaker: str, article: str, ground: Ground) -> Quotation:
    """Return the first quotation of a speaker in an article that has one."""
    return next(q for q in ground.tellings[article].annotation.quotations if ground.speaker(q) == speaker)


def is_put_out(quotation: Quotation) -> bool:
    """Tell whether the words were put out as a text: a post, a release, a filing."""
    occasion = (quotation.occasion or "").casefold()
    return any(word in occasion for word in _PUT_OUT)


def is_interview(quotation: Quotation) -> bool:
    """Tell whether the words were said in an interview that the occasion names no outlet for."""
    return bool(_UNNAMED_INTERVIEW.fullmatch(squeeze(quotation.occasion or "")))


def said_to(quotation: Quotation, telling: Telling) -> str | None:
    """Return the outlet to which words were said, as their occasion or sentence has it: CNN of "told CNN"; else None.

    Also None where others are listed beside it: what several heard at once rests on none of them alone.
    """
    occasion = squeeze(quotation.occasion or "")
    if _LISTED.search(occasion):
        return None
    near = [
        credit
        for credit in telling.annotation.credits
        if credit.kind == "interview" and quotation.start - _NEAR < credit.start < quotation.end + _NEAR
    ]
    text = telling.article.text
    named = {c.publisher for c in near if occasion and _overlap(squeeze(text[c.start : c.end]), occasion)}
    if not occasion or (not named and is_interview(quotation)):
        named = {c.publisher for c in near if beside(quotation, c, telling) and not told_together(telling, c)}
    return named.pop() if len(named) == 1 else None


def _overlap(credit: str, occasion: str) -> bool:
    return credit in occasion or occasion in credit

"""What one article brings to the comparison: its words, names, lead and figures, each a small bag of strings."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import NamedTuple

from firsthand.link.stories.gazetteer import itself, wider
from firsthand.link.stories.pieces import pieces
from firsthand.link.stories.slugs import slug
from firsthand.link.stories.streets import streets
from firsthand.link.stories.words import IGNORED, NUMERALS, stem
from firsthand.model import Annotation, Article, SegmentKind
from firsthand.text import plain

# Comments and boilerplate never match anything, captions tell of pictures; bylines name who wrote, not what happened.
_KINDS: tuple[SegmentKind, ...] = ("headline", "dek", "dateline", "body", "subheading")
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ][^\W_]+)*|[^\W_]")
# What may stand before the first word of a sentence, where a capital does not tell a name.
_BREAK = re.compile(r"(?:[.!?:]|^|\n)[\s\"'“”‘’«»()\[\]\-–—•*]*$")
# Scripts that are written without blanks are compared by pairs of characters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
# Words in quotation marks, on one line; shorter ones are names and ironies.
_MARKED = re.compile(r"[“„«\"]([^“”„«»\"\n]{20,600})[”“»\"]")
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_MONTH_DAY = re.compile(rf"\b(?:{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH})\b")
# "20-year-old", "aged 20", "Roe, 20,".
_AGE = re.compile(r"\b(\d{1,3})[ -]years?[ -]old\b|(?<=\w), (\d{1,2}),|\baged? (\d{1,2})\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"

# Fields count by place: against 1 and 1 they bring 0.005 BCubed on ecbplus and triplets, nothing on the others.
HEADLINE_WEIGHT, LEAD_WEIGHT = 2.0, 1.5
LEAD_WEIGHT_WORDS = 80
LEAD_WORDS = 60  # compared on their own: headline and the first sentences, where news says what happened
OPENING_WORDS = 120  # where the counts and dates of the event itself stand
# News is written from the top; what stands past this many words is background, and bounds the cost of one document.
MAX_WORDS = 3_000
ANCHOR_WORDS = 12  # of the body at least, before its first sentence may end: not at an initial, or after a greeting
LEAST_WORDS = 4  # telling words; less ("Photos", "Subscribe now") says nothing of an event
STREETS_WORDS = 300  # from the top, where the street of the event stands
AGES_WORDS = 1_000  # from the top, in which ages are those of the people of the event
# Texts of fewer different telling words are short: a headline has about eight, two sentences have more than this.
SHORT = 16
LEAST_UTTERANCE, MAX_UTTERANCES = 4, 12  # in telling words; utterances of one article, from the top


@dataclass(frozen=True, slots=True)
class Profile:
    """The comparable side of one article.

    ``words`` maps stems to saturated, field-weighted frequencies; ``names`` are the stems written as names, and the
    numbers. ``figures`` are numbers with the word they count ("4 victim", "route 9"), ``counts`` those of the opening.
    ``utterances`` are the stems of each quotation, ``speakers`` the folded surnames of those whose words the lead
    reports. ``dates`` are the days named in the opening ("12-08": the year is mostly left out). ``day`` is the time of
    publication in days since 1970, None where unknown, ``fetched`` that of fetching. ``phrases`` are two names side by
    side ("elm street"), ``ages`` the ages given. ``pieces`` are those of the words of a short text, none
    of a longer one. ``language`` is the language by ISO 639-1, "" where unknown. ``anchors`` are the names of the
    headline and the first sentence (``gazetteer`` tells places by their many names), ``places`` those that stand
    anywhere, and those around them. ``streets`` are those named near the top (``streets``).
    """

    words: dict[str, float]
    names: frozenset[str]
    lead: frozenset[str]
    figures: frozenset[str]
    counts: frozenset[str]
    utterances: tuple[frozenset[str], ...]
    speakers: frozenset[str]
    dates: frozenset[str]
    day: float | None
    fetched: float | None = None
    phrases: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    pieces: frozenset[str] = frozenset()
    language: str = ""
    anchors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()


class _Word(NamedTuple):
    stem: str
    capital: bool
    opens: bool  # a sentence
    headline: bool
    dateline: bool = False


def profile(article: Article, annotation: Annotation | None) -> Profile:
    """Return the profile of one article; without an annotation, names are told by capitals alone."""
    words = list(_words(article))
    if len({w.stem for w in words} - IGNORED) < LEAST_WORDS:
        words = list(_words_of(slug(article.url), headline=True))
    names = _names(words) | _mentioned(article, annotation)
    weights = _weights(words)
    full = {m.name for m in annotation.mentions} if annotation else set()
    return Profile(
        words=weights,
        names=frozenset(w.stem for w in words if w.stem in names or w.stem[0].isdigit()) - IGNORED,
        lead=frozenset(w.stem for w in words[:LEAD_WORDS]) - IGNORED,
        figures=frozenset(_figures(words, names)),
        counts=frozenset(_figures(words[:OPENING_WORDS], frozenset())),
        utterances=_utterances(article, annotation),
        speakers=_speakers(article, annotation),
        dates=_dates(article, annotation),
        day=days(article.published),
        fetched=days(article.fetched),
        phrases=_phrases(words, names),
        ages=_ages(article),
        pieces=pieces(weights) if len(weights) < SHORT else frozenset(),
        language=(article.language or "")[:2],
        anchors=_anchors(words, names),
        places=wider(names, full),
        streets=frozenset(streets_of(article)),
    )


def days(time: str | None) -> float | None:
    """Return an ISO 8601 time as days since 1970 (no zone means UTC), None if it is none or not ISO 8601."""
    if not time:
        return None
    if re.fullmatch(r"\d{4}(-\d\d)?", time):
        time = (time + "-01-01")[:10]
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / 86_400


def order(article: Article) -> tuple[bool, float, str]:
    """Return a key that sorts articles by the time of publication, else of fetching; those without come last."""
    moment = days(article.published)
    moment = days(article.fetched) if moment is None else moment
    return moment is None, moment or 0.0, article.id


def spans(article: Article) -> list[tuple[int, int, SegmentKind]]:
    """Return the spans of the article's own words and what each is; a text without segments is all body."""
    if not article.segments:
        return [(0, len(article.text), "body")]
    return [(s.start, s.end, s.kind) for s in article.parts(*_KINDS)]


def _words(article: Article) -> Iterator[_Word]:
    parts = [(article.text[start:end], kind) for start, end, kind in spans(article)]
    if article.headline and not any(kind == "headline" for _, kind in parts):
        parts.insert(0, (article.headline, "headline"))
    found = (_words_of(text, kind == "headline", kind == "dateline") for text, kind in parts)
    return islice(chain.from_iterable(found), MAX_WORDS)


def _words_of(text: str, headline: bool, dateline: bool = False) -> Iterator[_Word]:
    for m in _WORD.finditer(text):
        raw, start = m.group(), m.start()
        if not raw.isascii() and _UNSPACED.search(raw):
            yield from (_Word(raw[k : k + 2], False, False, headline, dateline) for k in range(max(1, len(raw) - 1)))
            continue
        # Most words stand behind a word and a blank, which need no second look.
        inside = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()
        opens = not inside and bool(_BREAK.search(text[max(0, start - 6) : start]))
        yield _Word(_stemmed(raw), raw[0].isupper(), opens, headline, dateline)


@lru_cache(maxsize=65_536)
def _stemmed(word: str) -> str:
    return stem(plain(word)) or word  # plain() may leave nothing of a letter that is all combining marks


def _names(words: list[_Word]) -> frozenset[str]:
    """Return the stems that are mostly written with a capital where a capital means something."""
    telling = [w for w in words if not w.headline and not w.opens]
    if not telling:  # headlines alone: unless they are in title case, their capitals are those of names
        telling = [w for w in words[1:] if w.stem not in IGNORED]
        if 2 * sum(w.capital for w in telling) > len(telling):
            return frozenset()
    capital = Counter(w.stem for w in telling if w.capital)
    small = Counter(w.stem for w in telling if not w.capital)
    return frozenset(w for w, count in capital.items() if count > small[w])


def _mentioned(article: Article, annotation: Annotation | None) -> frozenset[str]:
    if annotation is None:
        return frozenset()
    texts = {article.text[m.start : m.end] for m in annotation.mentions}
    return frozenset(stem(plain(w)) for text in texts for w in _WORD.findall(text) if w[0].isupper())


def _anchors(words: list[_Word], names: frozenset[str]) -> frozenset[str]:
    """Return what the headline and the first sentence name: stems, of places the places; a dateline is no matter."""
    told = {w.stem for w in _prominent(words) if len(w.stem) > 1 and not w.stem[0].isdigit()} & names - IGNORED
    return frozenset(anchor for word in told for anchor in itself(word) or (word,))


def _prominent(words: list[_Word]) -> Iterator[_Word]:
    """Yield the words of the headline and of the first sentence; a dateline tells where someone wrote."""
    told = 0
    for word in words[:LEAD_WORDS]:
        if word.opens and told >= ANCHOR_WORDS:
            return
        if not word.dateline:
            yield word
            told += not word.headline


def _weights(words: list[_Word]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for position, word in enumerate(words):
        if word.stem not in IGNORED and len(word.stem) > 1:
            lead = LEAD_WEIGHT if position < LEAD_WEIGHT_WORDS else 1.0
            counts[word.stem] += HEADLINE_WEIGHT if word.headline else lead  # type: ignore[assignment]
    return {w: 1 + math.log(c) for w, c in counts.items()}


def _figures(words: list[_Word], names: frozenset[str]) -> Iterator[str]:
    """Yield numbers with the word that follows ("4 victim"), or the name before ("flight 17"); years count nothing."""
    for before, after in pairwise(words):
        number = NUMERALS.get(before.stem, before.stem)
        if number[0].isdigit() and not _is_year(number) and after.stem not in IGNORED and not after.stem[0].isdigit():
            yield f"{number} {after.stem}"
        if after.stem[0].isdigit() and before.stem in names:
            yield f"{before.stem} {after.stem}"


def _phrases(words: list[_Word], names: frozenset[str]) -> frozenset[str]:
    """Return each two words side by side that are both names or numbers."""
    named = [w.stem[0].isdigit() or (w.capital and w.stem in names) for w in words]
    pairs = zip(pairwise(words), pairwise(named), strict=True)
    telling = ((a.stem, b.stem) for (a, b), both in pairs if all(both))
    return frozenset(f"{a} {b}" for a, b in telling if a not in IGNORED and b not in IGNORED)


def _ages(article: Article) -> frozenset[str]:
    end = _end(article, AGES_WORDS)
    found = (
        m for start, stop, _ in spans(article) for m in _AGE.finditer(article.text, start, min(stop, max(start, end)))
    )
    return frozenset(m[1] or m[2] or m[3] for m in found)


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.startswith(("19", "20"))


def streets_of(article: Article) -> dict[str, tuple[int, int]]:
    """Return the streets that an article names near its top, and where in its text."""
    end = _end(article, STREETS_WORDS)
    out: dict[str, tuple[int, int]] = {}
    for start, stop, _ in spans(article):
        out = streets(article.text, start, max(start, min(stop, end))) | out
    return out


def lead_end(article: Article) -> int:
    """Return the offset in the text where the lead ends: the first sentences of the body."""
    return _end(article, LEAD_WORDS, "body")


def _end(article: Article, words: int, *kinds: str) -> int:
    """Return the offset in the text where the first words (of six characters) of the article end."""
    left = words * 6
    for start, end, kind in spans(article):
        if kinds and kind not in kinds:
            continue
        if end - start >= left:
            return start + left
        left -= end - start
    return len(article.text)


def _utterances(article: Article, annotation: Annotation | None) -> tuple[frozenset[str], ...]:
    """Return the stems of each quotation, or without annotation of what is in marks; a word or two is none."""
    if annotation is not None:
        texts = [q.words(article.text) for q in annotation.quotations]
    else:
        texts = [m.group(1) for start, end, _ in spans(article) for m in _MARKED.finditer(article.text, start, end)]
    stems = (frozenset(stem(plain(w)) for w in _WORD.findall(text)) - IGNORED for text in texts)
    return tuple(islice((s for s in stems if len(s) >= LEAST_UTTERANCE), MAX_UTTERANCES))


def _speakers(article: Article, annotation: Annotation | None) -> frozenset[str]:
    """Return the folded surnames of the people whose words the lead reports, and the article then goes on with."""
    if annotation is None:
        return frozenset()
    end = lead_end(article)
    people = {m.name for m in annotation.mentions if m.kind == "person"}
    quoted = Counter(q.speaker for q in annotation.quotations)
    lead = {q.speaker for q in annotation.quotations if q.start < end and quoted[q.speaker] > 1}
    return frozenset(plain(name.split()[-1]) for name in lead & people if name)


def _dates(article: Article, annotation: Annotation | None) -> frozenset[str]:
    end = _end(article, OPENING_WORDS)
    dates = annotation.dates if annotation else ()
    days = {d.value[5:10] for d in dates if d.precision in ("day", "minute", "second") and d.start < end}
    for start, stop, _ in spans(article):
        for m in _MONTH_DAY.finditer(article.text, start, max(start, min(stop, end))):
            month, day = (m[1], m[2]) if m[1] else (m[4], m[3])
            days.add(f"{_MONTHS.index(month[:3].lower()) // 4 + 1:02}-{int(day):02}")
    return frozenset(days)

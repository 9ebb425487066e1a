"""What the model of lines sees of a line: names of features, among them what the rules say of it.

Features of the line alone are here; the model itself looks at the two lines on either side too (``line_model``).
Numbers become coarse steps, so that a weight is learned from many lines. ``VERSION`` changes with every change of what
a name means: a model is only read by the features that it was trained with.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import accumulate

from firsthand.clean import authors, comments, furniture
from firsthand.clean.calendars import word_set
from firsthand.clean.labels import Page
from firsthand.clean.lines import Line, same
from firsthand.model import SegmentKind

VERSION = 2

_WORDS = (1, 2, 3, 4, 6, 9, 13, 20, 35, 60)
_SIZES = (10, 25, 50, 100, 200, 400)
_SHARES = (0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8)
_STEPS = (1, 2, 3, 5, 9, 17, 40, 100)
_LONG_WORD = 5  # letters of a word that tells what a line is about
_ABOUT = 0.3  # of a paragraph's long words are said in the article, too, where it is about the same
_SAID = 400  # characters of a line that words are compared in
_LEAST_SHARED = 3  # long words of a line whose share with the article or the headline is told
_FEW = 5  # words of a line each of which is a feature
_FORM = 60  # characters by which lines are held to be the same
_RUN = 12  # lines of one sort in a row that are counted
# A comment speaks of itself and to others. English, German, French, Spanish, Dutch; ours.
_SELF = word_set(
    "i i'm i've i'd my me myself u you your you're yours we're lol imo thanks ich mein meine mir mich du dein deine",
    "dir dich danke je j'ai mon ma moi tu ton ta toi vous votre merci yo mi mis tú usted ustedes gracias ik mijn mij",
    "jij jouw",
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_AUTHOR_WORDS = 14
_AUTHOR_HINT = word_set(
    "says say said wrote writes posted commented by sagt schreibt meint dit écrit dice dijo zegt schreef"
)
_NEAR = 8  # lines up and down in which an author line or a button is looked for
_DEEP = 8  # lines from the next prose on which a line that the rules leave out is in a menu: nothing else is looked at
_MENU = ["menu"]
_AROUND = 5  # lines up and down in which words of comments are counted
# Words and signs that mark a line, each by the mark that it makes.
_MARK_WORDS = {
    word: mark
    for mark, several in {
        "rights": "copyright rights rechte droits derechos rechten reserved reservados réservés vorbehalten",
        "photo": "photo photos foto fotos image bild picture pictured getty credit reuters afp ap dpa archivbild beeld",
        "reply": "reply antworten répondre responder reageer abuse flag permalink melden signaler denunciar zitieren",
        "vote": "likes like votes rating recommend upvote empfehlungen bewerten",
        "by": "by von par por door text autor author",
        "age": "ago vor hace geleden il",
        "more": "more mehr plus más meer read lesen lire leer lees related",
        "form": "required name e-mail email website login logged register registrieren anmelden",
        "shop": "subscribe newsletter abo abonnieren abonnement suscríbete boletín nieuwsbrief cookies cookie",
    }.items()
    for word in several.split()
}
_MARKING = frozenset(_MARK_WORDS)
_MARK_SIGNS = {
    "©": "rights",
    "@": "at",
    "http": "link",
    "www.": "link",
    ".com": "link",
    "|": "bar",
    "»": "quoted",
    "“": "quoted",
}
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b|\d\s?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a page: each line's kind, the headline's line, the article's lines."""

    kinds: Sequence[SegmentKind]
    headline: int | None
    body: range


def features(page: Page, rules: Verdict, idle: Container[int] = ()) -> list[list[str]]:
    """Return the names of each line's features; bounded for each line, so linear in the number of lines.

    Nothing is looked up for the lines in ``idle``.
    """
    whole = _Whole(page, rules)
    return [_of(page, rules, whole, line) if line.number not in idle else [] for line in page.lines]


def _of(page: Page, rules: Verdict, whole: "_Whole", line: Line) -> list[str]:
    return _MENU if whole.menu[line.number] else _features(page, rules, whole, line)


class _Whole:
    """What is looked up of the whole page for each of its lines."""

    def __init__(self, page: Page, rules: Verdict) -> None:
        lines = page.lines
        self.forms = [line.text[:_FORM].casefold() for line in lines]
        self.count = Counter(self.forms)
        prose = [line.prose for line in lines]
        above, below = _since(prose, _DEEP), _since(prose[::-1], _DEEP)[::-1]
        far = [min(up, down) >= _DEEP for up, down in zip(above, below, strict=True)]
        self.menu = [deep and kind == "boilerplate" for deep, kind in zip(far, rules.kinds, strict=True)]
        self.said = [
            [] if menu else _WORD.findall(line.text[:_SAID].casefold().replace("’", "'"))
            for line, menu in zip(lines, self.menu, strict=True)
        ]
        self.long = [frozenset(word for word in said if len(word) >= _LONG_WORD) for said in self.said]
        self.about = frozenset[str]().union(*(self.long[n] for n in rules.body if rules.kinds[n] == "body"))
        title = rules.headline
        self.title = self.long[title] if title is not None else frozenset[str]()
        self.title_form = same(lines[title].text) if title is not None else ""
        top = rules.body.start  # comments stand below the first paragraph: what tells them is not looked for above
        self.announces = [line.number > top and comments.is_heading(line) for line in lines]
        self.announced = next((n for n, announces in enumerate(self.announces) if announces), len(lines))
        self.discussed = next((n for n, kind in enumerate(rules.kinds) if kind == "comment"), len(lines))
        below_top = (line.number for line in lines[max(0, top) :] if furniture.reserves_rights(line))
        self.rights = next(below_top, len(lines))
        self.runs = _runs(prose)
        self.authors = [
            "" if menu or line.number <= top else _author(line, said)
            for line, said, menu in zip(lines, self.said, self.menu, strict=True)
        ]
        named = [bool(author) for author in self.authors]
        self.above, self.below = _since(named, _NEAR), _since(named[::-1], _NEAR)[::-1]
        self.shared = [len(own & self.about) / len(own) if own else 0.0 for own in self.long]
        told = [reads and shared >= _ABOUT for reads, shared in zip(prose, self.shared, strict=True)]
        self.told_above, self.told_below = _since(told, _NEAR), _since(told[::-1], _NEAR)[::-1]
        self.own = [len(_SELF.intersection(said)) for said in self.said]
        self.talk = [0, *accumulate(self.own)]

    def talked(self, n: int) -> int:
        """Return how many words of those by which people speak of themselves and to others stand around a line."""
        return self.talk[min(n + _AROUND + 1, len(self.talk) - 1)] - self.talk[max(0, n - _AROUND)]


def _author(line: Line, said: Sequence[str]) -> str:
    """Return what an author line or a comment's button is told by, or nothing."""
    if line.words > _AUTHOR_WORDS or line.prose:
        return ""
    if not (_AUTHOR_HINT.intersection(said) or _DIGIT.search(line.text) or line.text[-1] == ":"):
        return "meta" if authors.is_button(line.text) else ""
    found = authors.author(line.text)
    if found and found.sure:
        return f"author {found.timed} {found.cued}"
    return "meta" if authors.is_meta(line.text) else ""


def _since(marked: Sequence[bool], most: int) -> list[int]:
    """Return for each line how far above it the last marked one stands, at most ``most``."""
    out, far = [], most
    for is_marked in marked:
        out.append(far)
        far = 1 if is_marked else min(far + 1, most)
    return out


def _runs(prose: Sequence[bool]) -> list[int]:
    """Return for each line how many lines of its sort, prose or not, stand together with it."""
    out = [0] * len(prose)
    start = 0
    for n in range(1, len(prose) + 1):
        if n == len(prose) or prose[n] != prose[start]:
            out[start:n] = [min(n - start, _RUN)] * (n - start)
            start = n
    return out


def _features(page: Page, rules: Verdict, whole: _Whole, line: Line) -> list[str]:
    n, kind, place = line.number, rules.kinds[line.number], _place(rules, line.number)
    looks = f"{'p' if line.prose else 's'}{'.' if line.closed else ''}"
    out = [
        "any",
        f"rules {kind}",
        f"looks {looks}",
        f"rules {kind} {looks}",
        f"words {bisect_right(_WORDS, line.words)} {looks}",
        f"size {bisect_right(_SIZES, line.size)} {kind}",
        f"lower {bisect_right(_SHARES, line.lower)} {looks}",
        f"run {looks} {bisect_right(_STEPS, whole.runs[n])}",
        f"indent {min(line.indent, 9) // 2} {bool(line.marker)}",
        f"gap {min(line.gap, 3)}",
        place,
        f"{place} {looks}",
        f"top {bisect_right(_STEPS, n)}",
        f"end {bisect_right(_STEPS, len(page.lines) - n)}",
        f"times {min(whole.count[whole.forms[n]], 4)} {looks}",
        f"first {_sort(line.text[0])} last {_sort(line.text[-1])}",
    ]
    if n > whole.announced or n > whole.discussed:
        out.append(f"under comments {n > whole.discussed} {looks}")
    if n > whole.rights:
        out.append(f"under rights {looks}")
    out += [name for name, holds in _flags(page, n) if holds]
    out += [f"near author {whole.above[n]} {whole.below[n]}", f"author above {whole.above[n]} {looks}"]
    out.append(f"told {whole.told_above[n]} {whole.told_below[n]} {looks}")
    out.append(f"talk {bisect_right(_STEPS, whole.talked(n))} {looks}")
    if whole.announces[n]:
        out.append("announces")
    if whole.authors[n]:
        out.append(whole.authors[n])
    _add_words(out, whole, line, looks)
    return out


def _place(rules: Verdict, n: int) -> str:
    """Tell where a line stands by the article and its headline, as the rules see them."""
    if n in rules.body:
        return f"in {bisect_right(_STEPS, n - rules.body.start)}"
    if n >= rules.body.stop:
        return f"below {bisect_right(_STEPS, n - rules.body.stop + 1)}"
    if rules.headline is not None and n > rules.headline:
        return f"under headline {bisect_right(_STEPS, n - rules.headline)}"
    return f"above {bisect_right(_STEPS, (rules.body.start if rules.headline is None else rules.headline) - n)}"


def _sort(character: str) -> str:
    if character.isalpha():
        return "A" if character.isupper() else "a"
    return "0" if character.isdigit() else character


def _flags(page: Page, n: int) -> tuple[tuple[str, bool], ...]:
    line = page.lines[n]
    return (
        ("furniture", page.furniture[n]),
        ("list", page.lists[n]),
        ("caption", page.captions[n]),
        ("dated", page.dated[n]),
        ("byline", bool(page.bylines[n])),
        ("capitals", line.words > 1 and line.text.isupper()),
    )


def _add_words(out: list[str], whole: _Whole, line: Line, looks: str) -> None:
    """Add what a line's words tell: whom it speaks of, what it shares with the article, words of a short line."""
    text, said = line.text, whole.said[line.number]
    marks = {_MARK_WORDS[word] for word in _MARKING.intersection(said)}
    marks |= {mark for sign, mark in _MARK_SIGNS.items() if sign in text}
    digits = len(_DIGIT.findall(text, 0, _SAID))
    if digits:
        out.append(f"digits {bisect_right(_SHARES, digits / min(len(text), _SAID))}")
        marks |= {name for name, pattern in (("clock", _CLOCK), ("year", _YEAR)) if pattern.search(text, 0, _SAID)}
    out += [f"mark {name} {looks}" for name in sorted(marks)]
    if said and line.words >= _LEAST_SHARED:
        out.append(f"self {min(3, whole.own[line.number])} {looks}")
        out.append(f"shouts {min(3, text.count('!') + text.count('...') + text.count('??'))} {looks}")
    own = whole.long[line.number]
    if len(own) >= _LEAST_SHARED:
        out.append(f"about {bisect_right(_SHARES, whole.shared[line.number])} {looks}")
        if whole.title:
            out.append(f"title {bisect_right(_SHARES, len(own & whole.title) / len(own))} {looks}")
    if whole.title_form and line.size <= 3 * len(whole.title_form) and same(text) == whole.title_form:
        out.append("says the headline")
    if line.words <= _FEW:
        out += [f"has {word}" for word in said]
    elif said:
        out += [f"starts {said[0]}", f"ends {said[-1]}"]

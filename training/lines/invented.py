"""Invented pages: text with the label of each line, made up from lists of words in five languages.

Menus, teasers, bylines, captions, paragraphs and footers in the many orders that pages of news have them in, and
threads of comments in the shapes of many systems. The same number gives the same page.
"""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from firsthand.clean.lines import split
from firsthand.model import SegmentKind
from training.lines.perceptron import Example
from training.lines.threads import thread
from training.lines.writer import Writer

_WORDS = Path(__file__).parent / "words"
_LANGUAGES = ("en", "en", "de", "fr", "es", "nl")  # half as often again in English: it has most shapes
_WITH_COMMENTS = 0.6
_ALONE = 0.2  # of the pages are nothing but the report, as feeds and copies carry it


def examples(count: int) -> Iterator[Example]:
    """Yield so many invented pages as examples."""
    from training.lines.examples import of_text

    for number in range(count):
        text, labels = page(number)
        found = of_text(f"invented {number % 40}", text, labels)
        if found is not None:
            yield found


def page(number: int) -> tuple[str, list[SegmentKind]]:
    """Return the text of an invented page, and the label of each of its lines that is not blank."""
    chance = random.Random(number)
    writer = Writer(chance, _words(_LANGUAGES[number % len(_LANGUAGES)]))
    alone = chance.random() < _ALONE
    if not alone:
        _header(writer)
    _top(writer)
    _body(writer)
    if alone:
        writer.some("boilerplate", "notices", 0, 2)
    else:
        _below(writer)
    if chance.random() < (_WITH_COMMENTS / 2 if alone else _WITH_COMMENTS):
        thread(writer)
    if not alone and chance.random() < 0.9:
        _footer(writer)
    text = writer.text()
    labels = [label for _, label in writer.lines]
    # a column that is narrow enough is read as one paragraph: such a page has no label for each of its lines
    return text, labels if len(split(text)) == len(labels) else []


@cache
def _words(language: str) -> dict[str, Any]:
    return tomllib.loads((_WORDS / f"{language}.toml").read_text(encoding="utf-8"))


def _header(w: Writer) -> None:
    if w.chance.random() < 0.2:
        return
    if w.chance.random() < 0.5:
        w.add("boilerplate", f"{w.title} {w.chance.choice('-|–')} {w.site}")
    w.some("boilerplate", "top", 0, 6)
    if w.chance.random() < 0.15:
        w.add("boilerplate", " | ".join(w.pick("menu") for _ in range(w.chance.randint(4, 12))))
    w.some("boilerplate", "menu", 0, 45)
    if w.chance.random() < 0.3:
        _teasers(w)
    w.maybe(0.2, "boilerplate", w.filled("dates"))
    w.maybe(0.2, "boilerplate", f"{w.pick('menu')} > {w.pick('menu')}")


def _teasers(w: Writer) -> None:
    """A list of other reports: their titles, with or without the first sentence, an age, a section."""
    w.maybe(0.7, "boilerplate", w.filled("related"))
    sentence, label, aged, signed, pointed = (w.chance.random() < p for p in (0.3, 0.2, 0.2, 0.15, 0.1))
    for number in range(w.chance.randint(2, 9)):
        if label:
            w.add("boilerplate", w.pick("menu"))
        w.add("boilerplate", w.chance.choice(("", "", f"{number + 1}. ")) + w.headline())
        if signed:
            w.add("boilerplate", w.filled("bylines"))
        if sentence:
            w.add("boilerplate", w.sentence())
        if aged:
            w.add("boilerplate", w.filled("ago") if w.chance.random() < 0.5 else w.filled("dates"))
        if pointed:
            w.add("boilerplate", w.filled("inline"))


def _feed(w: Writer) -> None:
    """What a site says elsewhere: a name, a time, a sentence, again and again, and yet no thread."""
    name = "@" + w.site.replace(" ", "")
    for _ in range(w.chance.randint(2, 6)):
        w.add("boilerplate", name)
        w.add("boilerplate", w.fill(w.chance.choice(("{date}, {clock}", "- {date} {clock}", "{small}h"))))
        w.add("boilerplate", f"{w.headline()} - https://news.example/{w.chance.randint(100, 999)}")


def _top(w: Writer) -> None:
    """The headline with dek, byline, date, buttons and the first picture, in one of several orders."""
    w.maybe(0.2, "boilerplate", w.pick("menu"))
    parts = ["headline", "byline", "date"]
    for part, share in (("dek", 0.35), ("share", 0.5), ("caption", 0.4)):
        parts += [part] if w.chance.random() < share else []
    rest = parts[1:]
    w.chance.shuffle(rest)
    if w.chance.random() < 0.1:
        rest.remove("byline")
    if "dek" in rest and w.chance.random() < 0.8:
        rest.remove("dek")
        rest.insert(0, "dek")
    for part in ["headline", *rest]:
        _part(w, part)


def _part(w: Writer, part: str) -> None:
    match part:
        case "headline":
            w.add("headline", w.title)
        case "dek":
            w.add("dek", w.sentence() if w.chance.random() < 0.6 else w.sentence().rstrip("."))
        case "byline":
            w.add("byline", w.filled("bylines"))
        case "date":
            w.add("byline", w.filled("dates"))
        case "caption":
            w.add("caption", w.filled("captions"))
            w.maybe(0.2, "caption", w.filled("captions"))
        case _:
            w.some("boilerplate", "share", 1, 7)


def _body(w: Writer) -> None:
    """The report: paragraphs with a dateline, subheadings, and what stands between them."""
    count = w.chance.choice((2, 4, 6, 8, 10, 14, 20, 30))
    longest = w.chance.randint(1, 5)
    titled = w.chance.random() < 0.3
    own_voice = 0.5 if w.chance.random() < 0.25 else 0.0  # a column or an interview speaks as a comment does
    dash = w.chance.choice(("", "- ", "– ")) if own_voice else ""
    disturbed = w.chance.choice((0.0, 0.0, 0.05, 0.15))
    for number in range(count):
        if titled and number > 1 and w.chance.random() < 0.25:
            w.add("subheading", w.pick("sections"))
        if number == 0 and w.chance.random() < 0.1:
            w.add("body", w.fill("{town} ({agency})"))
        several = range(w.chance.randint(1, longest))
        text = " ".join(w.voice() if w.chance.random() < own_voice else w.sentence() for _ in several)
        w.add("body", (w.dateline() if number == 0 else dash) + text)
        if w.chance.random() < disturbed:
            _disturbance(w)
    w.maybe(0.1, "body", w.sentence()[: w.chance.randint(40, 70)].rstrip(" .,"))
    w.maybe(0.2, "body", w.filled("credits"))


def _disturbance(w: Writer) -> None:
    kind = w.chance.choice(("inline", "inline", "caption", "list", "share"))
    if kind == "inline":
        w.add("boilerplate", w.filled("inline"))
    elif kind == "caption":
        w.add("caption", w.filled("captions"))
    elif kind == "list":
        _teasers(w)
    else:
        w.some("boilerplate", "share", 1, 4)


def _below(w: Writer) -> None:
    """Buttons, notices and lists of other reports, in any order."""
    parts = ["share", "notices", *["teasers"] * w.chance.randint(0, 3), *["feed"] * (w.chance.random() < 0.1)]
    w.chance.shuffle(parts)
    for part in parts:
        if part == "teasers":
            _teasers(w)
        elif part == "feed":
            _feed(w)
        else:
            w.some("boilerplate", part, 0, 6 if part == "share" else 3)


def _footer(w: Writer) -> None:
    if w.chance.random() < 0.3:
        _teasers(w)
    w.some("boilerplate", "notices", 0, 2)
    w.some("boilerplate", "menu", 0, 25)
    w.some("boilerplate", "footer", 2, 12)

"""Invented threads of comments: each thread has a shape of its own, made of the parts that systems put together.

Above the words stand a picture's letters, a number, the name with or without a cue, a badge, a time; below them votes
and buttons. Or the words come first, and a line that signs them.
"""

from dataclasses import dataclass

from training.lines.writer import Writer

_MOST = 18
_DEEPEST = 3
_NAMES = (
    "{says}",
    "{says}",
    "{posted}",
    "{posted}",
    "{name}",
    "{name}",
    "{name}",
    "{name} | {clock}",
    "{name}, {date}",
)
_SIGNATURES = ("{posted}", "{posted}", "{name}, {town}", "– {name}, {town}", "{name}")
_TIMES = ("{ago}", "{ago}", "{date}", "{date} {clock}", "{date}, {clock}", "({clock})")
_VOTES = ("{small}", "+{small}", "{small} / {count}", "▲ {small} ▼")


@dataclass(frozen=True, slots=True)
class _Shape:
    """The patterns of the lines above and below a comment's words, the same throughout a thread."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    marked: bool
    indented: bool


def thread(w: Writer) -> None:
    """Add a thread: its heading, its comments in one shape, the form below it."""
    w.maybe(0.7, "boilerplate", w.filled("comment_heads"))
    if w.chance.random() < 0.2:
        w.some("boilerplate", "comment_tails", 1, 3)
    shape = _shape(w)
    depth = 0
    for number in range(w.chance.randint(1, _MOST)):
        depth = max(0, min(_DEEPEST, depth + w.chance.choice((-2, -1, 0, 0, 1)))) if number else 0
        margin = " " * (2 + 2 * depth) if shape.indented or shape.marked else ""
        for place, line in enumerate(_comment(w, shape, number + 1)):
            mark = ("• " if place == 0 else "  ") if shape.marked else ""
            w.add("comment", margin + mark + line)
    w.some("boilerplate", "comment_tails", 0, 5)


def _shape(w: Writer) -> _Shape:
    chance = w.chance
    buttons = tuple(w.pick("buttons") for _ in range(chance.choice((0, 0, 1, 1, 2, 3))))
    votes = (chance.choice(_VOTES),) if chance.random() < 0.15 else ()
    marked, indented = chance.random() < 0.2, chance.random() < 0.3
    if chance.random() < 0.25:
        return _Shape((), (_name(w, chance.choice(_SIGNATURES)), *buttons), marked, indented)
    above = [_name(w, chance.choice(_NAMES))]
    if chance.random() < (0.85 if above[0] == "{name}" else 0.4):
        time = chance.choice(_TIMES)
        above.append(w.pick("ago") if time == "{ago}" else time)
    for part, share in ((w.pick("badges"), 0.25), ("{initials}", 0.12), ("#{number}", 0.12)):
        if chance.random() < share:
            above.insert(chance.randint(0, len(above)), part)
    if len(above) > 1 and chance.random() < 0.2:
        return _Shape(tuple(above[:-1]), (*votes, above[-1], *buttons), marked, indented)
    return _Shape(tuple(above), (*votes, *buttons), marked, indented)


def _name(w: Writer, pattern: str) -> str:
    """Return a line that names the author, with one of the language's cues where it has one."""
    known = {"{says}": "says", "{posted}": "posted"}
    return w.pick(known[pattern]).replace("{nick}", "{name}") if pattern in known else pattern


def _comment(w: Writer, shape: _Shape, number: int) -> list[str]:
    name = w.nick()
    below = shape.below if w.chance.random() < 0.9 else shape.below[:1]
    above = [_line(w, pattern, name, number) for pattern in shape.above]
    return [*above, *_words(w), *(_line(w, pattern, name, number) for pattern in below)]


def _line(w: Writer, pattern: str, name: str, number: int) -> str:
    """Return a pattern filled; the first name in it is the comment's own."""
    initials = "".join(word[0] for word in name.split()).upper()
    for part, text in (("{name}", name), ("{initials}", initials), ("{number}", str(number))):
        pattern = pattern.replace(part, text)
    return w.fill(pattern)


def _words(w: Writer) -> list[str]:
    """Return a comment's paragraphs: opinions, with sentences like a report's among them."""
    if w.chance.random() < 0.03:
        return [w.pick("removed")]
    return [w.opinion() for _ in range(w.chance.choice((1, 1, 1, 1, 2, 3, 5)))]

"""Targets that read texts: segmenters, the tagger of quotations, the aligner, the comparison of two wordings."""

from firsthand.annotate import Annotate
from firsthand.clean import Clean, plain
from firsthand.config import AnnotateConfig, CleanConfig
from firsthand.link.copies.find import find_copies
from firsthand.link.statements.drift import Side, compare
from firsthand.model import Annotation, Article, Document, Rejected
from fuzz import seeds
from fuzz.target import Run, Target, require

_BOUNDS = CleanConfig(max_characters=15_000, max_comments=50)
_PARTED = b"\n=====\n"  # between the two texts of a target that takes two


def _text(data: bytes) -> str:
    """Return text as the readers give it: storable as UTF-8."""
    return data.decode("utf-8", "replace")


def article_of(text: str, name: str = "a") -> Article:
    """Return the article of a text without markup; where it is rejected, of a stand-in."""
    made = Clean().clean(Document(input=name, kind="text", content=text, publisher=name))
    if isinstance(made, Rejected):
        made = Clean().clean(Document(input=name, kind="text", content=seeds.TEXT))
    require(isinstance(made, Article), f"the seed is rejected: {made}")
    assert isinstance(made, Article)
    return made


def check_article(made: Article | Rejected) -> None:
    """Hold an article against what the model promises: parts sorted and apart, comments a forest."""
    if isinstance(made, Rejected):
        require(made.reason and made.detail, "a rejection without a reason")
        return
    made.text.encode()
    at = 0
    for s in made.segments:
        require(at <= s.start < s.end <= len(made.text), f"segment {s} after {at} of {len(made.text)}")
        at = s.end
    for number, c in enumerate(made.comments):
        require(c.number == number and 0 <= c.start <= c.end <= len(made.text), f"comment {c}")
        require(c.parent is None or c.parent < number, f"comment {c} answers a later one")


def check_annotation(made: Article, found: Annotation) -> None:
    """Hold an annotation against what the model promises: every span within the text, cues as they stand there."""
    for q in found.quotations:
        require(0 <= q.start < q.end <= len(made.text), f"quotation {q.start}:{q.end}")
        require(q.fragments and q.fragments[0].start == q.start, f"fragments {q.fragments}")
        require(all(a.end <= b.start for a, b in zip(q.fragments, q.fragments[1:], strict=False)), f"{q.fragments}")
        require(q.cue is None or made.text[q.cue_start : q.cue_end] == q.cue, f"cue {q.cue!r}")
        require(q.speaker is None or q.speaker == q.speaker.strip() != "", f"speaker {q.speaker!r}")
    for row in (found.mentions, found.dates, found.credits):
        require(all(0 <= x.start < x.end <= len(made.text) for x in row), f"{row}")


def _clean() -> Run:
    stage = Clean(_BOUNDS)
    return lambda data: check_article(
        stage.clean(Document(input="a", kind="html", content=_text(data), url="https://a.example/"))
    )


def _segment() -> Run:
    def run(data: bytes) -> None:
        text = _text(data)
        rendered = plain.render(Document(input="a", kind="text", content=text), _BOUNDS)
        require(rendered.text == text, "the text was changed")
        at = 0
        for s in rendered.segments:
            require(at <= s.start < s.end and not text[at : s.start].strip(), f"segment {s} after {at}")
            at = s.end
        require(not text[at:].strip(), "an end that is in no segment")

    return run


def _quotes() -> Run:
    stage = Annotate(AnnotateConfig(max_quotations=100))

    def run(data: bytes) -> None:
        made = article_of(_text(data))
        check_annotation(made, stage.annotate(made))

    return run


def _two(data: bytes) -> tuple[str, str]:
    first, _, second = data.partition(_PARTED)
    return _text(first), _text(second or first[::2])


def _align() -> Run:
    def run(data: bytes) -> None:
        both = [article_of(text, name) for text, name in zip(_two(data), ("a", "b"), strict=True)]
        by_id = {a.id: a for a in both}
        for c in find_copies(list(by_id.values()), {}):
            require(0 <= c.earlier_start < c.earlier_end <= len(by_id[c.earlier].text), f"{c}")
            require(0 <= c.later_start < c.later_end <= len(by_id[c.later].text), f"{c}")
            require(c.earlier != c.later, f"a copy of itself: {c}")

    return run


def _drift() -> Run:
    def run(data: bytes) -> None:
        first, second = _two(data)
        for c in compare(Side(first, "direct"), Side(second, "indirect")):
            require(0 <= c.start <= c.end <= len(first), f"{c}")
            require(0 <= c.other_start <= c.other_end <= len(second), f"{c}")

    return run


_ONE = "The harbour master closed the northern basin on Tuesday after two cranes were found leaning over the quay."
_OTHER = "On Tuesday 4 March the harbour master shut the northern basin, after three cranes had been found to lean."
_QUOTED = "“We will not pay 20 million crowns,” he said.\n=====\n“We will never pay two million kroner”, she said."

TARGETS = (
    Target("clean", _clean, (seeds.PAGE.encode(), b"<p>" + seeds.TEXT.encode()), seeds.HTML_WORDS),
    Target("segment", _segment, (seeds.TEXT.encode(), seeds.QUOTED.encode()), seeds.TEXT_WORDS),
    Target("quotes", _quotes, (seeds.TEXT.encode(), seeds.QUOTED.encode()), seeds.TEXT_WORDS),
    Target("align", _align, tuple((a * n + "\n=====\n" + b * m).encode() for a, b, n, m in (
        (_ONE, _OTHER, 1, 1), (_ONE, _ONE, 3, 1), (_ONE + _OTHER, _OTHER + _ONE, 1, 1), (seeds.TEXT, seeds.TEXT, 1, 1),
    )), seeds.TEXT_WORDS),
    Target("drift", _drift, (_QUOTED.encode(), (_ONE + "\n=====\n" + _OTHER).encode()),
           (b"20 million", b"never", b"may", b"[", b"]", b"40%", b"$", b"1,000", b"two", b"'s", *seeds.TEXT_WORDS)),
)  # fmt: skip

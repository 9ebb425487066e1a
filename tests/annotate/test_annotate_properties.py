"""What holds of every annotation, whatever the text."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotate
from firsthand.config import AnnotateConfig
from firsthand.model import Annotation, Article
from tests.annotate.made import article

PIECES = [
    *("Ada Quell", "Quell", "he", "the minister", "said", "told reporters", "that", "the bridge was safe", "Police"),
    *(
        "according to",
        "Reuters",
        "on Monday",
        "and",
        "but",
        "March 3",
        "(AP) —",
        "is",
        "safe",
        "in an interview with TV One",
    ),
    *("“", "”", '"', "'", "‘", "’", "«", "»", "''", ",", ".", "?", "!", ":", ";", "—", "(", ")", "[", "]"),
    *("\n\n", "\n", "\u00a0", "é", "😀"),
]
HOSTILE = (
    *('"', "“", "”", "'x ", "“a ", 'x" ', '"x, ', "said ", "he said, ", "said that ", "according to ", ", who ", "("),
    *("Quell ", "Ada Quell of ", "A. ", "the ", "in an interview with X ", "Reuters reported ", "x"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200)


def check(made: Article, annotation: Annotation) -> None:
    """Hold an annotation against the rules that the model states."""
    body = made.parts("headline", "dek", "body")
    previous = (-1, -1)
    for q in annotation.quotations:
        assert 0 <= q.start < q.end <= len(made.text)
        assert (q.start, q.end) >= previous
        previous = (q.start, q.end)
        assert q.fragments and q.fragments[0].start == q.start and max(f.end for f in q.fragments) == q.end
        assert all(a.end <= b.start for a, b in zip(q.fragments, q.fragments[1:], strict=False))
        assert all(any(s.start <= f.start and f.end <= s.end for s in body) for f in q.fragments)
        assert (q.cue is None) == (q.cue_start is None) == (q.cue_end is None)
        assert q.cue is None or made.text[q.cue_start : q.cue_end] == q.cue
        assert q.speaker is None or q.speaker == q.speaker.strip() != ""
    for row in (annotation.mentions, annotation.dates, annotation.credits):
        assert all(0 <= x.start < x.end <= len(made.text) for x in row)
        assert [x.start for x in row] == sorted(x.start for x in row)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_spans_hold(text: str) -> None:
    """Spans lie in the text, are sorted, and quotations stand in body, headline or dek only."""
    made = article(text or " ", headline="Bridge “Safe,” Quell Said")
    check(made, Annotate().annotate(made))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["The bridge is safe,", "We tested it,", "It will open soon,"]), min_size=1, max_size=5)
)
def test_shape_of_marks_changes_nothing(words: list[str]) -> None:
    """Straight and curly marks give the same quotations."""
    curly = "\n\n".join(f"“{w}” Ada Quell said." for w in words)
    straight = curly.replace("“", '"').replace("”", '"')
    assert len(Annotate().annotate(article(curly)).quotations) == len(words)
    assert [(q.start, q.end) for q in Annotate().annotate(article(curly)).quotations] == [
        (q.start, q.end) for q in Annotate().annotate(article(straight)).quotations
    ]


@settings(max_examples=100, deadline=None)
@given(texts)
def test_deterministic(text: str) -> None:
    """The same article is annotated alike each time, ids included."""
    made = article(text or " ")
    assert Annotate().annotate(made) == Annotate().annotate(made)


def test_ids_differ() -> None:
    """Two quotations of an article never share an id."""
    quotations = Annotate().annotate(article("“We tried,” Halden said. “We tried,” he added.")).quotations
    assert len({q.id for q in quotations}) == 2


def test_order_of_a_batch() -> None:
    """A batch gives one annotation for each article, in order."""
    batch = [article("“We tried,” Halden said."), article("It rained.")]
    assert [len(a.quotations) for a in Annotate().process(batch) if isinstance(a, Annotation)] == [1, 0]


def test_bound_on_quotations() -> None:
    """No more quotations than the settings allow are kept, the first ones; the rest are counted."""
    made = article("“We tried,” Halden said.\n\n" * 20)
    annotation = Annotate(AnnotateConfig(max_quotations=5)).annotate(made)
    assert (len(annotation.quotations), annotation.left_out) == (5, 15)
    assert annotation.quotations[-1].end < len(made.text) // 2


def test_hostile_texts_take_linear_time() -> None:
    """Marks, cues, capitals or nothing but one word, a hundred thousand times: done in seconds."""
    for piece in HOSTILE:
        made = article(piece * (100_000 // len(piece)))
        begin = time.process_time()
        check(made, Annotate().annotate(made))
        assert time.process_time() - begin < 8, piece

"""What holds for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.clean import plain
from firsthand.config import CleanConfig
from firsthand.model import Document

_PIECES = st.sampled_from(
    [
        "The ferry will stop in May, the office said on Monday.",
        "Ferry Ends In May",
        "  • ferryfan",
        "    I liked it.",
        "    • Jane Roe",
        "      • me2",
        "  1. Jane Roe says:",
        "Posted by Jane at 7:18 PM",
        "Comments (3)",
        "Jane Roe",
        "1 year ago",
        "Jane Roe, Oslo",
        "Reply",
        "Home",
        "- Advertisement -",
        "Related stories",
        "OSLO (AP) — A boat sank on Monday.",
        "OSLO (AP)",
        "By Jane Roe",
        "March 3, 2021",
        "© Jane Roe/AFP",
        "",
        " \t",
        "\x00",
        "\ud800 x",
        "عنوان الخبر",
    ]
)
_LINES = st.lists(st.one_of(_PIECES, st.text(max_size=40)), max_size=30)
_ENDINGS = st.sampled_from(["\n", "\n\n", "\r\n", "\r"])


@settings(max_examples=300, deadline=None)
@given(_LINES, _ENDINGS, st.integers(0, 5))
def test_segments_and_comments_of_any_text(lines: list[str], ending: str, limit: int) -> None:
    """Segments are sorted, disjoint, and cover all but blanks; the text stays; comments form a forest in page order."""
    text = ending.join(lines)
    rendered = plain.render(Document(input="page", kind="text", content=text), CleanConfig(max_comments=limit))
    assert rendered.text == text
    at = 0
    for segment in rendered.segments:
        assert at <= segment.start < segment.end
        assert not text[at : segment.start].strip()
        at = segment.end
    assert not text[at:].strip()
    assert len(rendered.comments) <= limit
    for number, comment in enumerate(rendered.comments):
        assert comment.number == number
        assert 0 <= comment.start <= comment.end <= len(text)
        if comment.parent is None:
            assert comment.depth == 0
        else:
            assert comment.parent < number
            assert comment.depth == rendered.comments[comment.parent].depth + 1

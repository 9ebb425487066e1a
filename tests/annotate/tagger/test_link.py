"""Which content, source and cue belong together. Marks as in ``training/quotes``: {S1|…}, {C1|…}, {Q1|…}."""

import pytest
from training.quotes import inline
from training.quotes.rows import true_marks

from firsthand.annotate.tagger.link import Run, attributions
from firsthand.annotate.tagger.tags import encode
from firsthand.annotate.tokens import tokenize


def linked(marked: str) -> list[tuple[list[str], str | None, str | None]]:
    """Content, source and cue of each attribution that is found in a paragraph with perfect tags."""
    article = inline.parse(marked, "made")
    tokens = tokenize(article.text, 0, len(article.text))
    truth = true_marks(article.row())
    tags = encode([truth.get(t.start, (0, -1)) for t in tokens])

    def said(run: Run | None) -> str | None:
        return article.text[tokens[run.first].start : tokens[run.stop - 1].end] if run else None

    return [([said(c) or "" for c in f.content], said(f.source), said(f.cue)) for f in attributions(tokens, tags)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{S1|Ada Holm} {C1|said} {Q1|the ferry would stop}.", [(["the ferry would stop"], "Ada Holm", "said")]),
        ("{Q1|The ferry would stop}, {C1|said} {S1|Ada Holm}.", [(["The ferry would stop"], "Ada Holm", "said")]),
        ("{C1|According to} {S1|her}, {Q1|the ferry will stop}.", [(["the ferry will stop"], "her", "According to")]),
        (
            '{Q1|"No money,"} {S1|she} {C1|said}. {Q1|"No way."}',
            [(['"No money,"', '"No way."'], "she", "said")],
        ),
        (
            "{S1|Holm} {C1|said} {Q1|it would stop}, and {S2|Brandt} {C2|denied} {Q2|that it was late}.",
            [(["it would stop"], "Holm", "said"), (["that it was late"], "Brandt", "denied")],
        ),
        (
            "{S1|{S2|She}} {C1|said} {Q1|it would stop} and {C2|promised} {Q2|a bus}.",
            [(["it would stop"], "She", "said"), (["a bus"], "She", "promised")],
        ),
        ("{Q1|The bridge} {C1a|is expected} {Q1|to close}.", [(["The bridge", "to close"], None, "is expected")]),
        (
            '{Q1|"We lost. We lost it all. Nobody came to help,"} {S1|Holm} {C1|said}.',
            [(['"We lost. We lost it all. Nobody came to help,"'], "Holm", "said")],
        ),
        (
            "{C1|Praising} {Q1|the crews}, {S1|{S2|she}} {C2|said} {Q2|the fire was out}.",
            [(["the crews"], "she", "Praising"), (["the fire was out"], "she", "said")],
        ),
    ],
)
def test_parts_are_put_together(marked: str, expected: list[tuple[list[str], str | None, str | None]]) -> None:
    """Cues before, between and after; content that goes on; a source that two cues share."""
    assert linked(marked) == expected


@pytest.mark.parametrize(
    "source", ["Sen. Ada Holm (D-Wis.)", "The N.R.O.", "Holm, who led the U.S. office until 2012,"]
)
def test_a_full_stop_within_a_name_ends_no_sentence(source: str) -> None:
    """What stands behind it still belongs to what stands before."""
    assert linked(f"{{S1|{source}}} {{C1|said}} {{Q1|the ferry would stop}}.")[0][1] == source


def test_content_in_marks_without_a_cue_stands_alone() -> None:
    """Who said it is for others to tell."""
    assert linked("{C1|said} {Q1|x y z}. The end of it came. Then more. And more. {Q1|“No way,”}")[-1][1] is None

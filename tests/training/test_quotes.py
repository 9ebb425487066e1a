"""The marked articles: every file is read, and marks that do not fit are told."""

from pathlib import Path

import pytest
from training.quotes import inline

TEXTS = sorted((Path(inline.__file__).parent / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_every_article_is_marked_soundly(path: Path) -> None:
    """And has attributions, with text between the marks."""
    for article in inline.articles(path):
        assert article.attributions, article.name
        assert not set("{}|") & set(article.text)


def test_marks_become_spans_of_the_text_without_them() -> None:
    """Pieces of one part are in order; ``a`` says that it is no speech."""
    marked = '{Q1|"No,"} {S1|{S2|Ada Holm}} {C1|said}, {C2a|hoping} {Q2|for help}. {Q1|"Never."}'
    article = inline.parse(marked, "made")
    assert article.text == '"No," Ada Holm said, hoping for help. "Never."'
    first, second = article.row()["quotes"]
    assert [article.text[a:b] for a, b in first["fragments"]] == ['"No,"', '"Never."']
    assert first["speech_cue"] and not second["speech_cue"]
    assert (second["speaker_start"], second["speaker_end"]) == (first["speaker_start"], first["speaker_end"])


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("{S1|Holm said no.", "not closed"),
        ("Holm} said no.", "closes nothing"),
        ("{X1|Holm} said no.", "opens no mark"),
        ("{S1|} said no.", "marks nothing"),
        ("{S1|Holm} {C1|said} no.", "has no Q"),
    ],
)
def test_marks_that_do_not_fit_are_told(marked: str, why: str) -> None:
    """With the article and the place."""
    with pytest.raises(inline.MarkError, match=f"made.*{why}"):
        inline.parse(marked, "made")

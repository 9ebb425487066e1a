"""What a tagger adds to the rules: everything of theirs stays, only what is new comes on top."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest
from training.quotes import inline
from training.quotes.rows import true_marks

from firsthand.annotate import Annotate
from firsthand.annotate.layout import paragraphs
from firsthand.annotate.quotations.detect import drafts
from firsthand.annotate.tagger import detect, model
from firsthand.annotate.tagger.features import Ints
from firsthand.annotate.tagger.model import Model
from firsthand.annotate.tagger.network import Network
from firsthand.annotate.tagger.tags import encode
from firsthand.annotate.tokens import tokenize
from firsthand.config import AnnotateConfig
from firsthand.errors import ConfigError
from tests.annotate.tagger.made import VOCABULARY, weights
from tests.factories import article


class Told:
    """A network that gives the tags it was told."""

    def __init__(self, tags: list[list[int]]) -> None:
        self.tags = tags

    def tag(self, sequences: Sequence[Ints]) -> list[list[int]]:
        """Return them."""
        assert [len(s) for s in sequences] == [len(t) for t in self.tags]
        return self.tags


def added(*marked: str, everything: bool = False) -> list[tuple[str, list[str], str | None]]:
    """Type, words and source of what a perfect tagger adds to paragraphs."""
    texts, tags = [], []
    for n, paragraph in enumerate(marked):
        one = inline.parse(paragraph, str(n))
        truth = true_marks(one.row())
        tokens = tokenize(one.text, 0, len(one.text))
        texts.append(one.text)
        tags.append(encode([truth.get(t.start, (0, -1)) for t in tokens]))
    made = article("a", *texts)
    read = paragraphs(made)
    told = Model(VOCABULARY, cast(Network, Told(tags)))
    found = detect.added(made.text, read, list(drafts(made.text, read)), told, everything=everything)
    return [(d.type, [f.of(made.text) for f in d.fragments], d.speaker and d.speaker.of(made.text)) for d in found]


def test_what_the_rules_have_is_not_added_again() -> None:
    """They name speaker and cue better."""
    assert not added("{S1|Ada Holm} {C1|said} {Q1|that the ferry would stop in May}.", everything=True)


def test_speech_that_the_rules_leave_out_is_added() -> None:
    """With its source."""
    found = added("{Q1|That the quay would sink}, {S1|Holm} had {C1|said} at length to all who asked, was plain.")
    assert ("indirect", ["That the quay would sink"], "Holm") in found


def test_thoughts_and_wishes_are_added_only_when_asked_for() -> None:
    """They are no words of anybody's."""
    marked = "{S1|The union} {C1a|opposes} {Q1|the sale of all four ships}."
    assert not added(marked)
    assert added(marked, everything=True) == [("indirect", ["the sale of all four ships"], "The union")]


@pytest.mark.parametrize(
    ("content", "kind"),
    [("“the end of it all here”", "direct"), ("the “end of it” all here", "mixed"), ("the end of it all", "indirect")],
)
def test_the_type_is_told_by_the_marks(content: str, kind: str) -> None:
    """A direct quotation's span leaves them out."""
    (found,) = added(f"Of {{S1|Holm}} some {{C1a|feared}} {{Q1|{content}}} and nothing else at all.", everything=True)
    assert found[0] == kind
    assert not found[1][0].startswith("“")


def test_a_model_is_used_where_the_settings_name_one(tmp_path: Path) -> None:
    """And whatever it adds, the rules' quotations are all there, in text order."""
    model.save(tmp_path / "m", VOCABULARY, weights())
    made = article("a", "Ada Holm said that the ferry would stop in May. “No money,” she said.", "The end.")
    plain = Annotate().annotate(made).quotations
    settings = AnnotateConfig(quote_model=str(tmp_path / "m"), attributions=True)
    more = Annotate(settings).annotate(made).quotations
    assert {(q.start, q.end, q.speaker) for q in plain} <= {(q.start, q.end, q.speaker) for q in more}
    assert [q.start for q in more] == sorted(q.start for q in more)


def test_a_model_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    """Not an annotation without it."""
    with pytest.raises(ConfigError, match="cannot be read as a model"):
        Annotate(AnnotateConfig(quote_model=str(tmp_path / "none"))).annotate(article("a", "Ada Holm said no."))

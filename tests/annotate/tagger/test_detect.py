"""Tagger and rules together: for speech the rules lead and the tagger adds, for all attributions the tagger leads."""

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
        """Return those of the paragraphs that it is asked about."""
        left = iter(self.tags)
        return [next(t for t in left if len(t) == len(s)) for s in sequences]


Read = list[tuple[str, list[str], str | None]]


def read_with(perfect: Sequence[str], *, everything: bool = False) -> tuple[Read, Read]:
    """Type, words and source of what rules find in paragraphs alone, and together with a perfect tagger."""
    texts, tags = [], []
    for n, paragraph in enumerate(perfect):
        one = inline.parse(paragraph, str(n))
        truth = true_marks(one.row())
        tokens = tokenize(one.text, 0, len(one.text))
        texts.append(one.text)
        tags.append(encode([truth.get(t.start, (0, -1)) for t in tokens]))
    made = article("a", *texts)
    read = paragraphs(made)
    told = Model(VOCABULARY, cast(Network, Told(tags)))
    by_rules = list(drafts(made.text, read))
    both = detect.combined(made.text, read, by_rules, told, everything=everything)
    shown = [
        [(d.type, [f.of(made.text) for f in d.fragments], d.speaker and d.speaker.of(made.text)) for d in found]
        for found in (by_rules, both)
    ]
    return shown[0], shown[1]


def test_what_the_rules_have_is_not_added_again() -> None:
    """Nor is anything of theirs lost."""
    rules, both = read_with(["{S1|Ada Holm} {C1|said} {Q1|that the ferry would stop in May}."])
    assert both == rules != []


def test_speech_that_the_rules_leave_out_is_added() -> None:
    """With its source."""
    _, both = read_with(
        ["{Q1|That the quay would sink}, {S1|Holm} had {C1|said} at length to all who asked, was plain."]
    )
    assert ("indirect", ["That the quay would sink"], "Holm") in both


def test_past_a_bound_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book is no news: its beginning is tagged, all of it is read."""
    marked = "{Q1|That the quay would sink}, {S1|Holm} had {C1|said} at length to all who asked, was plain."
    alone, both = read_with([marked, "Then nothing more was heard of it.", marked])
    assert len(both) - len(alone) == 2
    monkeypatch.setattr(detect, "MOST_TOKENS", 30)
    alone, both = read_with([marked, "Then nothing more was heard of it.", marked])
    assert len(both) - len(alone) == 1


def test_a_phrase_of_time_is_no_part_of_a_source() -> None:
    """Though the tagger takes it in."""
    _, both = read_with(["After {S1|the storm, Holm} {C1|warned} {Q1|that the quay would sink}."], everything=True)
    assert both == [("indirect", ["that the quay would sink"], "Holm")]


@pytest.mark.parametrize(
    "marked",
    [
        "{S1|The union} {C1a|opposes} {Q1|the sale of all four ships}.",
        "Of the quay {S1|Holm} had not {C1|said} {Q1|whether it would sink}, of the ferry neither.",
        "In Harwick {S1|Holm} {C1|announced} {Q1|a sale of four ships}.",
    ],
)
def test_what_is_no_speech_is_added_only_when_asked_for(marked: str) -> None:
    """Thoughts and wishes, what was left unsaid, things that are named and not told."""
    rules, speech = read_with([marked])
    assert speech == rules
    _, all_of_it = read_with([marked], everything=True)
    (content,) = inline.parse(marked, "made").row()["quotes"][0]["fragments"]
    assert any(words == [inline.parse(marked, "made").text[slice(*content)]] for _, words, _ in all_of_it)


def test_where_all_is_asked_for_the_rules_fill_in_what_the_tagger_leaves_out() -> None:
    """And name the speaker of what it found without one."""
    _, both = read_with(["Ada Holm said that the ferry would stop in May."], everything=True)
    assert both == [("indirect", ["the ferry would stop in May"], "Ada Holm")]
    _, both = read_with(["Ada Holm said {Q1|that the ferry would stop in May}{C1|.}"], everything=True)
    assert both == [("indirect", ["that the ferry would stop in May"], "Ada Holm")]


@pytest.mark.parametrize(
    ("content", "kind"),
    [("“the end of it all here”", "direct"), ("the “end of it” all here", "mixed"), ("the end of it all", "indirect")],
)
def test_the_type_is_told_by_the_marks(content: str, kind: str) -> None:
    """A direct quotation's span leaves them out."""
    marked = f"Of {{S1|Holm}} some {{C1a|feared}} {{Q1|{content}}} and nothing else at all."
    _, (found,) = read_with([marked], everything=True)
    assert found[0] == kind
    assert not found[1][0].startswith("“")


def test_a_model_is_used_where_the_settings_name_one(tmp_path: Path) -> None:
    """And whatever it adds, the rules' quotations are all there, in text order."""
    model.save(tmp_path / "m", VOCABULARY, weights())
    made = article("a", "Ada Holm said that the ferry would stop in May. “No money,” she said.", "The end.")
    plain = Annotate().annotate(made).quotations
    settings = AnnotateConfig(quote_model=str(tmp_path / "m"))
    more = Annotate(settings).annotate(made).quotations
    assert {(q.start, q.end, q.speaker) for q in plain} <= {(q.start, q.end, q.speaker) for q in more}
    assert [q.start for q in more] == sorted(q.start for q in more)


def test_a_model_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    """Not an annotation without it."""
    with pytest.raises(ConfigError, match="cannot be read as a model"):
        Annotate(AnnotateConfig(quote_model=str(tmp_path / "none"))).annotate(article("a", "Ada Holm said no."))

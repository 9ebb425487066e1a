"""Rules and model together: who decides what, and what neither may break."""

import numpy as np

from firsthand.clean import line_labels, plain
from firsthand.clean.line_model import LABELS, PLACES, Model
from firsthand.config import CleanConfig
from firsthand.model import Document, SegmentKind

TEXT = """Home
News
Ferry stops again
By Orla Quillfeather
The ferry to Saltby stopped for the second time this week, the port said on Tuesday.
An engine failed at dawn, and the boat had to be towed back to the harbour by two tugs.
Nobody was hurt, and the port wants to say on Friday when the boat will go again.
Share
Print
Contact us
Imprint
"""
SHORT = TEXT[: TEXT.index("Share")]
THREAD = """2 comments
Ivo Ostergard says:
March 3, 2012 at 5:00 pm
It is always the same with this boat, and I have seen it for years.
Maren says:
March 3, 2012 at 6:00 pm
You should have taken the train then, shouldn't you?
"""


def model(label: SegmentKind, weight: int = 1) -> Model:
    """Return a model that wants every line to be ``label``."""
    count = len(LABELS)
    weights = np.zeros((1, PLACES, count), dtype=np.int64)
    weights[0, PLACES // 2, LABELS.index(label)] = weight
    none = np.zeros(count, dtype=np.int64)
    return Model({"any": 0}, weights, np.zeros((count, count), dtype=np.int64), none, none)


def decided(text: str, label: SegmentKind, margin: int = 0, title: str | None = None) -> list[SegmentKind]:
    page, found, rules = plain.by_rules(text, title, CleanConfig())
    return line_labels.decide(page, rules, found.owner, titled=title is not None, margin=margin, model=model(label))


def test_the_model_has_its_way_where_it_is_sure_enough() -> None:
    assert decided(TEXT, "body") == ["body"] * 11


def test_a_text_of_few_lines_is_left_to_the_rules() -> None:
    """The model learned from whole pages."""
    _, _, rules = plain.by_rules(SHORT, None, CleanConfig())
    assert decided(SHORT, "caption") == list(rules.kinds)


def test_a_dek_stands_near_the_report_or_is_its_lead() -> None:
    """A model that sees deks everywhere, as sure as may be, leaves the body no line that could follow one."""
    assert "dek" not in decided(TEXT, "dek")


def test_the_rules_stay_where_the_model_is_less_sure() -> None:
    page, _, rules = plain.by_rules(TEXT, None, CleanConfig())
    assert decided(TEXT, "body", margin=1) == list(rules.kinds)
    assert len(rules.kinds) == len(page.lines)


def test_a_model_that_leaves_no_body_is_not_heard() -> None:
    assert "body" in decided(TEXT, "boilerplate")


def test_lines_of_a_thread_stay_comments() -> None:
    _, found, _ = plain.by_rules(TEXT + THREAD, None, CleanConfig())
    kinds = decided(TEXT + THREAD, "body")
    assert found.owner
    assert all(kinds[n] == "comment" for n in found.owner)


def test_a_given_headline_stays_and_no_other_line_becomes_one() -> None:
    kinds = decided(TEXT, "headline", title="Ferry stops again")
    assert [n for n, kind in enumerate(kinds) if kind == "headline"] == [2]


def test_there_is_one_headline_at_most() -> None:
    assert decided(TEXT, "headline").count("headline") <= 1


def test_a_text_of_one_line_or_none_is_labelled() -> None:
    for text in ("", "\n", "One line, which is all that there is of this report today."):
        rendered = plain.render(Document("x", "text", text), CleanConfig())
        assert rendered.text == text

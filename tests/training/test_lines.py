"""The training of the model of lines: repeatable to the byte, and its labels where the lines are."""

import json

import numpy as np
from training.lines import align, flatten, invented
from training.lines.pages import Truth
from training.lines.perceptron import Example, train

from firsthand.clean import line_features, line_model
from firsthand.clean.lines import split

HTML = """<html><head><title>Ferry Stops Again | Harwick Courier</title><script>var a = 1;</script></head><body>
<ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul><h1>Ferry Stops <b>Again</b></h1>
<div class="by">By Orla Quillfeather</div>
<p>The ferry to Saltby stopped for the second time this week, the port said.</p>
<h2>What happened</h2><p>An engine failed at dawn, and the boat had to be towed back to the harbour.</p>
<p>Nobody<br>was hurt on the way back to the harbour.</p><div>Share</div>
<p>Ivo42 says: it is always the same with them!</p></body></html>"""
TRUTH = Truth(
    headline="Ferry stops again",
    body=(
        "The ferry to Saltby stopped for the second time this week, the port said.",
        "An engine failed at dawn, and the boat had to be towed back to the harbour.",
        "Nobody was hurt on the way back to the harbour.",
    ),
    subheadings=("What happened",),
    deks=(),
    captions=(),
    bylines=(),
    authors=("Orla Quillfeather",),
    comments=("Ivo42 says: it is always the same with them!",),
)


def examples(count: int) -> list[Example]:
    return list(invented.examples(count))


def test_the_same_pages_give_the_same_bytes() -> None:
    """Pages are made up anew and learned anew, and the weights' file is the same."""
    first, second = (line_model.dump(train(examples(8), 2, sites=1)) for _ in range(2))
    assert first == second


def test_the_file_names_the_features_it_was_trained_with() -> None:
    header = json.loads(line_model.dump(train(examples(3), 1, sites=1)).split(b"\n")[0])
    assert header["features"] == line_features.VERSION
    assert tuple(header["labels"]) == line_model.LABELS


def test_what_was_learned_holds_on_other_pages() -> None:
    """Trained on forty pages that were made up, it labels others better than by the label that most lines have."""
    several = examples(60)
    model = train(several[:40], 3, sites=2)
    right = most = total = 0
    for example in several[40:]:
        got, _ = line_model.decode(model, model.scores(example.features))
        right += int(np.sum(got == example.labels))
        most += int(np.sum(example.labels == line_model.LABELS.index("boilerplate")))
        total += len(got)
    assert right > most + 0.5 * (total - most)


def test_an_invented_page_has_a_label_for_each_of_its_lines() -> None:
    for number in range(30):
        text, labels = invented.page(number)
        assert len(labels) == len(split(text))
        assert "headline" in labels
        assert "body" in labels


def test_a_page_is_flattened_to_a_line_a_block() -> None:
    blocks = list(flatten.shapes(HTML))[2].split("\n")
    assert blocks[:4] == ["Home", "News", "Ferry Stops Again", "By Orla Quillfeather"]
    assert not any("var a" in block for block in blocks)


def test_lines_are_told_by_the_texts_of_the_parts() -> None:
    """A paragraph that was broken is body in both its lines; the heading and the comment are found too."""
    text = list(flatten.shapes(HTML))[2]
    lines = split(text)
    labels = align.labels(text, lines, TRUTH)
    assert labels is not None
    assert [label for label in labels if label != "boilerplate"][:5] == [
        "headline",
        "byline",
        "body",
        "subheading",
        "body",
    ]
    told = {line.text: label for line, label in zip(lines, labels, strict=True)}
    assert told["was hurt on the way back to the harbour."] == "body"
    assert told["Ivo42 says: it is always the same with them!"] == "comment"
    assert told["Home"] == "boilerplate"


def test_a_text_that_lost_its_article_is_no_example() -> None:
    text = "Home\nNews\nSign in to read what stands here"
    assert align.labels(text, split(text), TRUTH) is None

"""Resolution on the articles whose sources are known by hand: what it must not fall below."""

from collections import Counter

import pytest
from benchmarks.quotes import speakers as benchmark

from training import speakers


@pytest.fixture(scope="module")
def outcomes() -> Counter[tuple[str, str]]:
    """How many sources of each class are right, unresolved and wrong."""
    return Counter((kind, outcome) for row in speakers.rows() for kind, outcome, _ in benchmark.alone(row))


@pytest.mark.parametrize(("kind", "least"), [("name", 0.96), ("pronoun", 0.82), ("nominal", 0.76)])
def test_sources_are_resolved(outcomes: Counter[tuple[str, str]], kind: str, least: float) -> None:
    """Of the sources of a class at least so many go to the right person, body or group."""
    of = {outcome: n for (k, outcome), n in outcomes.items() if k == kind}
    assert sum(of.values()) >= 20
    assert of["right"] >= least * sum(of.values())


def test_hardly_any_is_guessed(outcomes: Counter[tuple[str, str]]) -> None:
    """Of those that are answered nearly all are right: what cannot be told stays unresolved."""
    told = Counter(outcome for (_, outcome), n in outcomes.items() for _ in range(n))
    assert told["right"] >= 0.95 * (told["right"] + told["wrong"])


def test_every_answer_belongs_to_a_source() -> None:
    """Every number that is answered is an attribution with a source of its article."""
    for row, told in zip(speakers.rows(), speakers.answers().values(), strict=True):
        known = [quote for quote in row["quotes"] if quote["speaker_cluster"] is not None]
        assert len(known) == len(told), row["doc_id"]
        assert all(quote["speaker_start"] is not None for quote in known), row["doc_id"]

"""An article in one word."""

import pytest

from firsthand.model import Authorship, Lineage, Relation
from firsthand.trace.authorship import authorship


@pytest.mark.parametrize(
    ("origin", "relation", "said"),
    [
        ("own", "independent", "own"),
        ("own", "original", "own"),
        ("own", "verbatim", "own"),
        ("Norwire", "verbatim", "wire"),
        ("The Orrin Post", "verbatim", "wire"),
        ("own", "cites", "rewrite"),
        ("own", "partial", "rewrite"),
        ("Norwire", "partial", "rewrite"),
        ("unknown", "verbatim", "unknown"),
        ("unknown", "independent", "unknown"),
    ],
)
def test_origin_and_relation_tell(origin: str, relation: Relation, said: Authorship) -> None:
    """Another's words whole are wire, whoever it is; what nothing tells is unknown."""
    assert authorship(Lineage("a", "s", origin, relation, (), (), None, ())) == said

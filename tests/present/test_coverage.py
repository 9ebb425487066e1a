"""Statements and facts by outlets: what is absent is said only where absence means something."""

from dataclasses import replace

import pytest

from firsthand.model import Annotation, Article, Mention
from firsthand.present.tables import Tables
from firsthand.present.views import CoverageMatrix, Index, story_view
from tests.present.invented import COST, HARBOUR, PLEDGE, Made, reprints, tables

STORY, SAID = "5700000000000005", "5e00000000000051"


def of_harbour(made: Tables) -> CoverageMatrix:
    """The matrix of the harbour's story."""
    index = Index(made)
    return story_view(index, index.stories[HARBOUR]).matrix


def changed(made: Tables, key: str, **fields: object) -> Tables:
    """The corpus with one article otherwise."""
    return replace(made, articles=[_other(a, fields) if a.external_id == key else a for a in made.articles])


def _other(article: Article, fields: dict[str, object]) -> Article:
    return replace(article, **fields)  # type: ignore[arg-type]


def status(matrix: CoverageMatrix, outlet: str, statement: str) -> str:
    """What an outlet does with a statement."""
    column = next(c for c in matrix.columns if outlet in c.names)
    return column.statuses[[s.id for s in matrix.statements].index(statement)]


@pytest.mark.parametrize(
    "fields",
    [
        {"page": "stub"},
        {"page": "index"},
        {"paywalled": True},
        {"text": "Cranes may fail before Christmas\n\nThe cranes of Ellmar might fail before …"},
        {"text": "Cranes may fail before Christmas\n\nThe cranes of Ellmar might fail before [+2140 chars]"},
        {"segments": ()},
    ],
)
def test_what_was_not_read_whole_is_unknown(fields: dict[str, object]) -> None:
    """Behind a paywall, cut off by a feed, no report: it may have had it."""
    made = tables()
    assert status(of_harbour(made), "Radio Lakeland", PLEDGE) == "absent"
    if text := fields.get("text"):
        radio = next(a for a in made.articles if a.external_id == "radio")
        body = replace(radio.segments[-1], end=len(str(text)))
        fields = {**fields, "segments": (*radio.segments[:-1], body)}
    assert status(of_harbour(changed(made, "radio", **fields)), "Radio Lakeland", PLEDGE) == "unknown"


def test_an_article_with_more_quotations_than_are_kept_is_unknown() -> None:
    """What was left out may be the one."""
    made = tables()
    radio = next(a.id for a in made.articles if a.external_id == "radio")
    annotations = [replace(a, left_out=3) if a.article == radio else a for a in made.annotations]
    assert status(of_harbour(replace(made, annotations=annotations)), "Radio Lakeland", PLEDGE) == "unknown"


def test_an_outlet_is_one_column() -> None:
    """What either of its articles has, it has."""
    made = changed(tables(), "radio", publisher="Norwire")
    matrix = of_harbour(made)
    assert matrix.outlets == "7 outlets" and len(matrix.columns) == 7
    assert status(matrix, "Norwire", PLEDGE) == "verbatim"
    assert sorted(len(c.articles) for c in matrix.columns) == [1, 1, 1, 1, 1, 1, 2]


def test_rows_count_the_outlets_that_have_them() -> None:
    """Rarity is what the table is sorted by."""
    matrix = of_harbour(tables())
    assert dict(zip((s.id for s in matrix.statements), matrix.reach, strict=True))[COST] == 4
    assert all(len(column.facts) == len(matrix.facts) for column in matrix.columns)


def alone(*bodies: str, speaker: str | None = "Ada Holm", said: str = "We go on to Ellmar") -> CoverageMatrix:
    """A story of outlets a, b, c … of which those whose text has the words report them, each with a name in it."""
    made = Made()
    for key, body in zip("abcdef", bodies, strict=False):
        made.article(key, key, None, "Head", body)
        if said in body:
            made.quote(key, SAID, speaker, said)
    made.story(STORY, "x", *made.articles)
    index = Index(named(made.tables(), "Ole Varga"))
    return story_view(index, index.stories[STORY]).matrix


def test_what_one_outlet_alone_has_is_said() -> None:
    """Statements and facts; of the others it must be known that they have it not."""
    matrix = alone("“We go on to Ellmar,” she said of 44 ships.", "Nothing.", "Nothing.")
    ((only,), missing) = matrix.only, matrix.missing
    assert (only.outlet, [s.id for s in only.statements], [f.kind for f in only.facts]) == ("a", [SAID], ["figure"])
    assert missing == ()
    unread = alone("“We go on to Ellmar,” she said of 44 ships.", "Nothing …", "Nothing …")
    assert unread.only == ()


def named(made: Tables, name: str) -> Tables:
    """The tables, the name found in the first article that has it, and in no other."""
    first = next((a for a in made.articles if name in a.text), None)
    at = first.text.index(name) if first else 0
    mention = Mention(at, at + len(name), "person", name, name.lower())
    annotations = [replace(a, mentions=(mention,)) if first and a.article == first.id else a for a in made.annotations]
    return replace(made, annotations=annotations)


@pytest.mark.parametrize(
    ("speaker", "said"), [(None, "We go on to Ellmar"), ("b", "We go on to Ellmar"), ("Ada", "So it is")]
)
def test_what_says_nothing_alone_is_only_counted(speaker: str | None, said: str) -> None:
    """Words of nobody in particular, of an outlet, and too few of them."""
    (only,) = alone(f"“{said},” it said of 44 ships.", "Nothing.", "None.", speaker=speaker, said=said).only
    assert (only.statements, only.more, len(only.facts)) == ((), 1, 1)


def test_a_name_that_another_text_has_is_not_alone() -> None:
    """It was not found there as a name, which says nothing of the outlets."""
    assert alone("Ole Varga came.", "The ship of Ole Varga left.", "Nothing.").only == ()
    (only,) = alone("Ole Varga came.", "The ship left.", "Nothing.").only
    assert [fact.label for fact in only.facts] == ["Ole Varga"]


def test_what_all_but_one_have_is_said() -> None:
    """Of two outlets it is not: there the other one alone has it."""
    words = "“We go on to Ellmar,” she said of 44 ships."
    ((missing,), only) = alone(words, "Nothing.", words).missing, alone(words, "Nothing.", words).only
    assert (missing.outlet, [s.id for s in missing.statements], len(missing.facts)) == ("b", [SAID], 1)
    assert only == ()
    pair = alone(words, "Nothing.")
    assert pair.missing == () and pair.only == ()


def test_many_outlets_of_one_text_are_one_column() -> None:
    """None is lost, and those of another family stay apart."""
    made = reprints(60, 4)
    index = Index(made)
    matrix = story_view(index, next(iter(index.stories.values()))).matrix
    assert len(matrix.columns) < 20 and matrix.outlets == "60 outlets"
    assert sorted(name for c in matrix.columns for name in c.names) == sorted(a.publisher or "" for a in made.articles)
    own = {line.article for line in made.lineages if line.family is None}
    assert all(len(c.articles) == 1 for c in matrix.columns if own.intersection(c.articles))


def test_an_article_that_was_not_annotated_says_nothing() -> None:
    """Neither of statements nor of facts."""
    made = tables()
    radio = next(a.id for a in made.articles if a.external_id == "radio")
    annotations = [a if a.article != radio else Annotation("other", (), (), (), ()) for a in made.annotations]
    matrix = of_harbour(replace(made, annotations=annotations))
    column = next(c for c in matrix.columns if c.label == "Radio Lakeland")
    assert set(column.statuses) | set(column.facts) == {"unknown"}

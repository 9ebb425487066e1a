"""The user's own list of people and organisations; every name is invented."""

from pathlib import Path

import pytest

from firsthand.config import LinkConfig
from firsthand.errors import ConfigError
from firsthand.link.statements import link_statements
from firsthand.link.statements.speakers import load_entities
from tests.factories import annotation, article, quotation

LIST = """\ufeffid,name,aliases,kind,description,colour
P1,Ada Holm,Ada B. Holm|Addie Holm,person,"minister, of late",red
P2,Sergei Malkov,,person,,
P3,Bram Okoro,,person,,
P4,Bram Okoro,Bram Okoro of Halden,person,,
O1,World Grain Council,WGC|Grain Council,organisation,,
X1,Holm,,,,
"""


def listed(folder: Path, text: str = LIST) -> str:
    path = folder / "entities.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("speaker", "entity"),
    [
        ("Ada Holm", "P1"),
        ("ADA HOLM", "P1"),
        ("Addie Holm", "P1"),
        ("Holm", "X1"),
        ("Sergey Malkov", "P2"),
        ("Сергей Мальков", "P2"),
        ("S. Malkov", None),
        ("Andrei Malkov", None),
        ("Bram Okoro", None),
        ("Bram Okoro of Halden", "P4"),
        ("the World Grain Council", "O1"),
        ("WGC", "O1"),
        ("Grain Bureau", None),
        ("anonymous", None),
        (None, None),
    ],
)
def test_a_speaker_has_the_id_of_the_one_whose_name_it_is(tmp_path: Path, speaker: str, entity: str | None) -> None:
    """By letters, whatever their script; two of a name, an initial or a like name give none."""
    assert load_entities(listed(tmp_path)).find(speaker) == entity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,kind\nAda Holm,person\n", "no 'id'"),
        ("", "no 'id'"),
        ("id,name\nP1,Ada Holm\nP1,Bram Okoro\n", "line 3: a second 'P1'"),
        ("id,name\nP1,\n", "line 2: no id or name"),
        ("id,name,kind\nP1,Ada Holm,ship\n", "line 2: no id or name, or a kind"),
        ('id,name\nP1,"Ada Holm\n', "cannot be read as a list"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(tmp_path: Path, text: str, message: str) -> None:
    """With the file and the line."""
    with pytest.raises(ConfigError, match=message) as caught:
        load_entities(listed(tmp_path, text))
    assert str(caught.value).startswith(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_text_or_not_there(tmp_path: Path) -> None:
    """One clear error each."""
    (tmp_path / "b").write_bytes(b"id,name\n\xff\xfe,\x00\n")
    with pytest.raises(ConfigError, match="CSV in UTF-8"):
        load_entities(str(tmp_path / "b"))
    with pytest.raises(ConfigError, match="No such file"):
        load_entities(str(tmp_path / "none"))


def test_attributions_carry_the_entity(tmp_path: Path) -> None:
    """Of every quotation, by the speaker it turned out to have; without a list there is none."""
    one, two = article("a", "“It rained a lot.”"), article("b", "“It rained a lot.”")
    articles = {a.id: a for a in (one, two)}
    annotations = {
        "a": annotation(one, quotation(one, "It rained a lot.", "Sergey Malkov")),
        "b": annotation(two, quotation(two, "It rained a lot.", "anonymous")),
    }
    links = link_statements(articles, annotations, [], LinkConfig(entities=listed(tmp_path)))
    assert {(a.article, a.entity) for a in links.attributions} == {("a", "P2"), ("b", None)}
    assert {a.entity for a in link_statements(articles, annotations, [], LinkConfig()).attributions} == {None}

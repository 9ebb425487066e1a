"""A user's list of publishers: it is read whole, a mistake is told in one line, and counts follow it."""

import json
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.config import Config, TraceConfig
from firsthand.data import publisher_named
from firsthand.errors import ConfigError
from firsthand.trace import load_publishers, own_publishers
from tests.factories import article
from tests.trace.counting import REPORTS, counted, ends, rules


def listed(folder: Path, text: str) -> str:
    path = folder / "papers.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_no_file_is_no_publisher() -> None:
    """The setting's default."""
    assert load_publishers("") == ()


def test_a_name_is_enough_and_lists_are_parted_by_bars(tmp_path: Path) -> None:
    """What is not given is empty; a publisher is a website unless the list says otherwise; www. is let be."""
    assert load_publishers(listed(tmp_path, "name\nCape Herald\n"))[0].kind == "website"
    (row,) = load_publishers(
        listed(
            tmp_path,
            "name,aliases,domains,country,owner,kind,carries\n"
            "Cape Herald,Herald (Cape)|CH,WWW.capeherald.example,Norlandia,Holm Group,newspaper,Nordwire | Post\n",
        )
    )
    assert (row.aliases, row.domains) == (("Herald (Cape)", "CH"), ("capeherald.example",))
    assert (row.owner, row.kind, row.carries) == ("Holm Group", "newspaper", ("Nordwire", "Post"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("paper\nCape Herald\n", "has a column 'name'"),
        ("", "has a column 'name'"),
        ("name,ovner\nCape Herald,Holm\n", "unknown column 'ovner'; known are name, aliases"),
        ("name,owner\n,Holm\n", "line 2: no name"),
        ("name,kind\nCape Herald,gazette\n", "line 2: unknown kind 'gazette'; known are newspaper"),
        ("name\nCape Herald\ncape herald\n", "line 3: a second 'cape herald'"),
        ("name,domains\nCape Herald,https://capeherald.example/\n", "is no domain; write it like example.org"),
        ("name,owner\nCape Herald,Holm, Ada\n", "line 2: more cells than columns"),
        ('name\n"Cape Herald\n', "cannot be read as a list of publishers"),
    ],
)
def test_a_mistake_is_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    """The file, the line, and how to mend it."""
    path = listed(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        load_publishers(path)
    assert str(error.value).startswith(path)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_or_is_no_text_is_told(tmp_path: Path) -> None:
    """Before anything is read."""
    (tmp_path / "bytes.csv").write_bytes(b"name\n\xff\xfe\n")
    for name in ("none.csv", "bytes.csv", "."):
        with pytest.raises(ConfigError, match="cannot be read as a list of publishers"):
            load_publishers(str(tmp_path / name))


def test_counts_follow_the_list(tmp_path: Path) -> None:
    """Two outlets of one owner, that only the user's list knows, could share a report."""
    papers = [article(f"p{k}", REPORTS[k], publisher=name) for k, name in enumerate(("Cape Herald", "Orrin Post"))]
    assert ends(counted(*papers)) == (2, 2)
    with own_publishers(listed(tmp_path, "name,owner\nCape Herald,Holm Group\nOrrin Post,Holm Group\n")):
        count = counted(*papers)
    assert (ends(count), rules(count)) == ((1, 2), ["same-owner"])
    assert "Holm Group" in count.reasons[-1].text
    assert publisher_named("Cape Herald") is None


def test_a_mistake_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """No corpus is made of inputs that would be read for hours and then not traced."""
    config = Config(trace=TraceConfig(publishers=listed(tmp_path, "nom\nCape Herald\n")))
    with pytest.raises(ConfigError, match="has a column 'name'"):
        Corpus(tmp_path / "corpus", config).trace([tmp_path])
    assert not (tmp_path / "corpus").exists()


def test_a_corpus_is_counted_with_the_list_of_its_settings(tmp_path: Path) -> None:
    """The range of a story says which owner two of its outlets have."""
    reports = {
        "Cape Herald": "Mayor Ilse Marran of Orrin said on Tuesday that Cape Orrin’s lighthouse will be lit again.",
        "Orrin Post": "At Cape Orrin the lighthouse will burn once more, mayor Ilse Marran told the council.",
    }
    for name, text in reports.items():
        page = {"text": f"Cape Orrin lighthouse: Ilse Marran\n\n{text}", "publisher": name, "published": "2031-03-04"}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(page), encoding="utf-8")
    papers = listed(tmp_path, "name,owner\nCape Herald,Holm Group\nOrrin Post,Holm Group\n")
    corpus = Corpus(tmp_path / "corpus", Config(trace=TraceConfig(publishers=papers)))
    corpus.trace(sorted(tmp_path.glob("*.jsonl")))
    merged = [r.text for count in corpus.tables().counts for r in count.reasons if r.rule == "same-owner"]
    assert set(merged) == {"Cape Herald and Orrin Post belong to Holm Group: they could share one report"}

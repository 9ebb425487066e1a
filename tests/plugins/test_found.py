"""Which plug-ins there are, and what becomes of those that are broken."""

import logging
from pathlib import Path

import pytest

from firsthand import plugins
from firsthand.cli import main
from firsthand.errors import PluginError
from tests.plugins.packages import install

CODE = """
class Good:
    def encode(self, texts):
        return [[1.0, 0.0] for _ in texts]

class Bad:
    def __init__(self):
        raise ValueError("no licence\\nfor this")

number = 7
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with one good plug-in and several that are not."""
    points = {
        "good": "found_example:Good",
        "bad": "found_example:Bad",
        "number": "found_example:number",
        "gone": "found_example:Gone",
        "nowhere": "no_such_module:X",
    }
    made = install(tmp_path / "site", "found-example", {"firsthand.encoders": points}, CODE, version="2.5")
    monkeypatch.syspath_prepend(str(made))
    return made


@pytest.mark.usefixtures("site")
def test_plug_ins_are_listed_by_name_and_none_is_imported() -> None:
    found = plugins.installed("encoder")
    assert [p.name for p in found] == ["bad", "gone", "good", "nowhere", "number"]
    assert found[2].package == "found-example 2.5"
    assert plugins.names("exporter") == [p.name for p in plugins.installed("exporter")]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bad", "ValueError: no licence for this"),
        ("number", "must give something that can be called, not int"),
        ("gone", "has no attribute 'Gone'"),
        ("nowhere", "No module named 'no_such_module'"),
    ],
)
def test_what_cannot_be_used_says_why_in_one_line(name: str, why: str) -> None:
    """With the plug-in and its package."""
    with pytest.raises(PluginError) as e:
        plugins.load("encoder", name)
    said = str(e.value)
    assert said.startswith(f"plug-in {name} (encoder of found-example 2.5) is left out: ")
    assert why in said and "\n" not in said


@pytest.mark.usefixtures("site")
def test_the_command_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    """It fails where one cannot be used, and still lists the others."""
    assert main(["plugins"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "encoder        good  (found-example 2.5)" in lines
    assert any(line.startswith("encoder        bad  (found-example 2.5): ") for line in lines)
    assert main(["plugins", "--json"]) == 1
    assert '"name": "good"' in capsys.readouterr().out


@pytest.mark.usefixtures("site")
def test_all_may_be_left_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv(plugins.SWITCH, "off")
    assert plugins.installed() == []
    assert main(["plugins"]) == 0
    assert capsys.readouterr().out == "Plug-ins are left out: FIRSTHAND_PLUGINS=off\n"


def test_a_line_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "firsthand"):
        for _ in range(3):
            plugins.tell("plug-in x is left out: it is no good (test_a_line_is_said_once)")
    assert len(caplog.records) == 1


def test_no_command_looks_for_plug_ins_to_show_its_help() -> None:
    """The look through all packages takes longer than all else of it."""
    import subprocess
    import sys

    code = (
        "import sys\nfrom firsthand.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "from firsthand.plugins import found\nprint(found._found.cache_info().currsize)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"

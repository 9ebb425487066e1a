"""Settings are checked: nothing is silently ignored."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from firsthand.config import Config, from_mapping, load
from firsthand.errors import ConfigError

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "config.md"


def test_no_file_gives_the_defaults() -> None:
    """Nothing needs to be set."""
    assert load(None) == Config()


def test_a_file_sets_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    """Other settings keep their defaults."""
    path = tmp_path / "f.toml"
    path.write_text("[engine]\nworkers = 3\nseconds = 2\n")
    config = load(path)
    assert (config.engine.workers, config.engine.seconds) == (3, 2)
    assert config.read == Config().read


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"engin": {}}, "unknown key 'engin'; known are annotate, clean, engine, link, read, trace"),
        ({"engine": {"worker": 1}}, "unknown key 'worker'; known are address, batch, megabytes, seconds, workers"),
        ({"engine": {"workers": "two"}}, "workers must be a int"),
        ({"engine": {"workers": True}}, "workers must be a int"),
        ({"engine": 3}, "must be a table"),
    ],
)
def test_what_is_wrong_is_named(data: dict[str, object], message: str) -> None:
    """The error names the setting and what would be right."""
    with pytest.raises(ConfigError, match=re.escape(message)):
        from_mapping(data)


def test_text_that_is_no_toml_is_one_clear_error(tmp_path: Path) -> None:
    """The file is named."""
    path = tmp_path / "f.toml"
    path.write_text("= nonsense")
    with pytest.raises(ConfigError, match=r"f\.toml: cannot be read as settings"):
        load(path)


def test_the_reference_lists_every_setting_with_its_default() -> None:
    """The table in the docs cannot drift from the code."""
    text = REFERENCE.read_text(encoding="utf-8")
    for section in fields(Config):
        assert f"`[{section.name}]`" in text
        for name in (f.name for f in fields(section.default_factory)):  # type: ignore[arg-type, misc]
            value = getattr(getattr(Config(), section.name), name)
            plain = str(value).lower() or "none"
            shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else plain
            assert re.search(rf"\| `{name}` \| {re.escape(shown)} \|", text), name


@pytest.mark.parametrize(("value", "fits"), [("true", True), ("1", False), ('"yes"', False)])
def test_a_switch_is_true_or_false(tmp_path: Path, value: str, fits: bool) -> None:
    """And a number is no switch."""
    path = tmp_path / "f.toml"
    path.write_text(f"[annotate]\nattributions = {value}\n")
    if fits:
        assert load(path).annotate.attributions is True
    else:
        with pytest.raises(ConfigError, match="attributions must be a bool"):
            load(path)

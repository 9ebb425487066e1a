"""Options that several commands share, and what they stand for. Heavy modules are imported by the commands that run."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from firsthand.cli.output import add_output

if TYPE_CHECKING:
    from firsthand.api import Corpus
    from firsthand.config import Config

# What ``--quote-model`` says for the rules alone.
NO_MODEL = "none"
MOST_SECONDS = 24 * 3600  # of waiting for another writer
# What ``ArgumentParser.add_subparsers`` returns has no public name.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def described(docstring: str | None) -> str:
    """Return a command's description: what its module says of it, without its name."""
    _, _, text = (docstring or "").partition(": ")
    return " ".join(f"{text[:1].upper()}{text[1:]}".split())


def add_corpus(parser: argparse.ArgumentParser) -> None:
    """Add ``--corpus`` and ``--config``."""
    parser.add_argument("--corpus", metavar="DIR", required=True, type=Path, help="the corpus folder")
    add_config(parser)


def add_writing(parser: argparse.ArgumentParser) -> None:
    """Add ``--wait``."""
    parser.add_argument(
        "--wait",
        metavar="SECONDS",
        type=_seconds,
        default=0.0,
        help="how long to wait for another process that writes to the corpus (default: not at all)",
    )


def add_config(parser: argparse.ArgumentParser) -> None:
    """Add ``--config``."""
    parser.add_argument("--config", metavar="FILE", type=Path, help="settings (TOML); see docs/reference/config.md")


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add the inputs and how strict to be with them."""
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="files or folders (text, HTML, JSON Lines, WARC, RSS or Atom, and what docs/reference/inputs.md lists, "
        "each also .gz), s3://, gs:// or file:// URLs, lists of them (.paths), or - for standard input",
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 if any input was rejected")
    add_output(parser)


def add_quote_model(parser: argparse.ArgumentParser) -> None:
    """Add ``--quote-model``."""
    parser.add_argument(
        "--quote-model",
        metavar="MODEL",
        help="the tagger that adds to what the rules find: shipped, none, or a file of weights (default: as the "
        "settings say, else shipped)",
    )


def add_engine(parser: argparse.ArgumentParser) -> None:
    """Add ``--engine``."""
    parser.add_argument(
        "--engine",
        metavar="ADDRESS",
        help="where the stages run: local, ray (a cluster on this machine) or ray://HOST:PORT (default: as the "
        "settings say, else local)",
    )


def open_corpus(options: argparse.Namespace) -> "Corpus":
    """Return the corpus that the options name. Raises ConfigError."""
    from firsthand.api import Corpus

    return Corpus(options.corpus, settings(options), wait=getattr(options, "wait", 0.0))


def settings(options: argparse.Namespace) -> "Config":
    """Return the settings that the options name; an option goes before the file. Raises ConfigError."""
    from dataclasses import replace

    from firsthand.config import load
    from firsthand.errors import ConfigError

    config = load(options.config)
    annotate = config.annotate
    model: str | None = getattr(options, "quote_model", None)
    if model == "":
        raise ConfigError(f"--quote-model: no model is named; give a file, shipped or {NO_MODEL}")
    if model is not None:
        annotate = replace(annotate, quote_model="" if model == NO_MODEL else model)
    if getattr(options, "attributions", False):
        annotate = replace(annotate, attributions=True)
    engine = config.engine
    if (address := getattr(options, "engine", None)) is not None:
        engine = replace(engine, address=address)
    return replace(config, annotate=annotate, engine=engine)


def _seconds(given: str) -> float:
    seconds = float(given)
    if not 0 <= seconds <= MOST_SECONDS:
        raise argparse.ArgumentTypeError(f"0 to {MOST_SECONDS}")
    return seconds

"""The command line: one module a command, each a thin skin over the Python interface.

Exit codes are in ``cli/codes.py``; errors are one line on standard error.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from firsthand.cli.codes import Code
from firsthand.cli.parsing import Parser, complete
from firsthand.errors import FirsthandError

COMMANDS = (
    "trace", "add", "link", "watch", "demo", "show", "why", "check", "merge", "split", "origin", "corrections",
    "export", "report", "serve", "eval", "clean", "quotes", "verify", "compact", "backup", "restore", "forget",
    "plugins", "completion", "mcp",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = _parser()
    complete(parser)
    options = parser.parse_args(arguments)
    if sys.stdout is None:  # the shell closed it: ``firsthand show >&-``
        print("firsthand: standard output is closed: nothing could be printed", file=sys.stderr)
        return Code.NOTHING
    try:
        code: int = options.run(options)
        sys.stdout.flush()  # here, where a reader that went away is no error, and not when the process ends
    except FirsthandError as e:
        if getattr(options, "verbose", False):
            traceback.print_exc()
        print(f"firsthand: {' '.join(str(e).split())}", file=sys.stderr)
        return Code.NOTHING
    except KeyboardInterrupt:
        print(
            "firsthand: stopped; what finished batches held is stored, run the same command to go on", file=sys.stderr
        )
        return Code.STOPPED
    except BrokenPipeError:
        # The reader of our output went away (``firsthand show … | head``): nothing to say, and nobody to say it to.
        # What is still in the buffer would fail once more when the process ends, which then ends in 120.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Code.DONE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="firsthand",
        description="Count sources, not articles: who said what, where each text comes from, and how many independent "
        "origins stand behind each story and statement.",
        epilog="Exit codes: 0 done; 1 --strict and something was rejected, or verify found faults; 2 nothing could be "
        "done; 130 stopped by Ctrl-C.",
    )
    parser.add_argument("--version", action="version", version=f"firsthand {version('firsthand')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        import_module(f"firsthand.cli.{name}").register(commands)
    return parser

"""``firsthand mcp``: the corpus as tools for agents, over the Model Context Protocol on standard input and output."""

import argparse
import sys

from firsthand.cli.options import Commands, add_corpus, described, open_corpus


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("mcp", help="the corpus as tools for agents (MCP)", description=described(__doc__))
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until standard input is closed."""
    from firsthand.errors import MissingExtra
    from firsthand.present.safe import visible

    try:
        from firsthand.mcp.server import serve
    except ModuleNotFoundError as e:
        if e.name is None or e.name.partition(".")[0] == "firsthand":
            raise
        raise MissingExtra(f"the tools for agents need {e.name}: pip install 'firsthand[mcp]'") from e

    def say(text: str) -> None:
        print(f"firsthand: {visible(text)}", file=sys.stderr, flush=True)

    serve(open_corpus(options), say)
    return 0

"""``firsthand demo``: the main job on the sample news that comes with firsthand."""

import argparse
from pathlib import Path

from firsthand.cli.options import Commands, add_config, described, open_corpus
from firsthand.cli.output import add_output, hint
from firsthand.cli.progress import progress


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("demo", help="trace the invented sample news", description=described(__doc__))
    parser.add_argument(
        "--corpus", metavar="DIR", type=Path, default=Path("demo-corpus"), help="where to (default: ./demo-corpus)"
    )
    add_output(parser)
    add_config(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Trace the sample."""
    from firsthand import sample
    from firsthand.cli.trace import finish

    corpus = open_corpus(options)
    hint(options, "Invented news: every name, outlet and place in it is made up.\n")
    with progress(quiet=options.quiet, verbose=options.verbose) as show:
        added = corpus.trace([sample.path()], progress=show)
    return finish(options, corpus, added, strict=False)

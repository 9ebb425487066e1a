"""``firsthand watch``: poll feeds and folders, trace what is new, and tell what that changes."""

import argparse
import sys
from pathlib import Path

from firsthand.cli.options import Commands, add_corpus, add_quote_model, described, open_corpus
from firsthand.cli.output import add_output

EVERY = 300.0


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "watch", help="poll feeds and folders, and tell what changes", description=described(__doc__)
    )
    parser.add_argument("sources", metavar="FEED_OR_FOLDER", nargs="*", help="addresses of RSS or Atom, and folders")
    add_corpus(parser)
    add_quote_model(parser)
    parser.add_argument("--once", action="store_true", help="one round, and end")
    parser.add_argument(
        "--every", metavar="SECONDS", type=_seconds, default=EVERY, help="time between rounds (default: %(default)g)"
    )
    add_output(parser, "print alerts as lines of JSON")
    parser.add_argument("--webhook", metavar="URL", help="post each alert there as JSON")
    parser.add_argument("--rss", metavar="FILE", type=Path, help="write the last alerts there as RSS")
    parser.add_argument(
        "--no-pages", action="store_true", help="read entries as the feed has them, not the pages that they link to"
    )
    parser.add_argument("--log", action="store_true", help="print how stories were split and merged, and end")
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="also ask addresses that are not of the public network: this machine, a local one",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Watch; return 2 where ``--once`` found no source that could be read.

    Raises InputError where there is no source to watch.
    """
    from firsthand.cli.documents import write
    from firsthand.errors import InputError
    from firsthand.present.safe import visible
    from firsthand.watch.deliver import repair_line
    from firsthand.watch.fetch import Limits
    from firsthand.watch.rounds import Outlets, Watch, watching
    from firsthand.watch.rounds import run as run_for_ever

    outlets = Outlets(
        say=lambda text: write([text]),
        warn=lambda text: print(f"firsthand: {visible(text)}", file=sys.stderr),
        json=options.json,
        webhook=options.webhook,
        rss=options.rss,
    )
    corpus = open_corpus(options)
    if options.log:
        write(repair_line(repair) for repair in corpus.repairs())
        return 0
    if not options.sources:
        raise InputError("nothing to watch: name a feed or folder")
    with watching(corpus) as state:
        limits = Limits(private=options.allow_private)
        watch = Watch(corpus, options.sources, state, outlets, limits, pages=not options.no_pages)
        if options.once:
            return 2 if watch.round().failed == len(set(options.sources)) else 0
        run_for_ever(watch, options.every)
    return 0


def _seconds(given: str) -> float:
    seconds = float(given)
    if not 1 <= seconds <= 7 * 24 * 3600:
        raise argparse.ArgumentTypeError("1 to 604800 seconds")
    return seconds

"""``firsthand forget``: remove texts for good, and count anew."""

import argparse
import shlex
import sys
from typing import TYPE_CHECKING

from firsthand.cli.codes import Code
from firsthand.cli.options import Commands, add_corpus, add_writing, open_corpus
from firsthand.cli.output import add_output, hint, result
from firsthand.cli.progress import progress

if TYPE_CHECKING:
    from firsthand.api import Doomed

# The kinds of ``keeping.who``, which is not loaded for ``--help``; a test holds them against each other.
KINDS = ("article", "publisher", "person")
SHOWN = 10  # articles that are listed before the question


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "forget",
        help="remove an article, or all of a publisher or person, for good",
        description="Remove an article, all articles of a publisher, or all in which a person's name stands: the "
        "texts, all that was made of them, what watch keeps of them, and old versions and the report, so that nothing "
        "of them is left in the corpus folder. Then link and count anew. What was forgotten is not added again. Files "
        "outside the corpus, other copies and exports stay.",
    )
    parser.add_argument("name", metavar="ARTICLE|PUBLISHER|PERSON", help="an id, address or path, or a name")
    parser.add_argument("--as", dest="kind", choices=KINDS, help="what the name is (default: the first of these)")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument(
        "--undo", action="store_true", help="let the article of this id be added again; it does not come back by itself"
    )
    add_corpus(parser)
    add_writing(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say what goes, ask, forget, and say what went; return 2 where it was not to be."""
    from firsthand.cli.documents import write

    corpus = open_corpus(options)
    if options.undo:
        corpus.remember(options.name)
        result(options, f"{options.name} can be added again", {"remembered": options.name})
        return Code.DONE
    doomed = corpus.find(options.name, options.kind)
    if not options.json:
        write(_listed(doomed))
    # A question would be in the way of what reads JSON.
    if not (options.yes or (not options.json and _agreed())):
        print("firsthand: nothing was removed; to remove it without a question, give --yes", file=sys.stderr)
        return Code.NOTHING
    had_report = (corpus.path / "report").is_dir()
    with progress(quiet=options.quiet, verbose=options.verbose) as show:
        gone = corpus.forget(options.name, doomed.kind, progress=show)
    rows = ", ".join(f"{count:,} {name}" for name, count in gone.rows.items() if count)
    row = {"kind": doomed.kind, "name": doomed.name, "articles": [a.id for a in doomed.articles], "removed": gone.rows}
    result(options, f"Removed for good: {rows}, and all that was made of them.", row)
    if had_report:
        hint(options, f"The report went too: firsthand report --corpus {shlex.quote(str(corpus.path))}")
    return Code.DONE


def _listed(doomed: "Doomed") -> list[str]:
    from firsthand.present.safe import visible

    lines = [f"{doomed.kind} {visible(doomed.name)}: {len(doomed.articles):,} articles\n"]
    for a in doomed.articles[:SHOWN]:
        lines.append(f"  {a.id}  {visible(a.publisher or 'unknown publisher')}: {visible(a.headline or a.input)}\n")
    more = len(doomed.articles) - SHOWN
    return [*lines, f"  and {more:,} more\n"] if more > 0 else lines


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    return input("Remove them for good? [y/N] ").strip().lower() in ("y", "yes")

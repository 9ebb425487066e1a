"""``firsthand verify``: is the corpus whole?"""

import argparse
import shlex
from typing import TYPE_CHECKING, Any

from firsthand.cli.codes import Code
from firsthand.cli.options import Commands, add_corpus, add_writing, open_corpus
from firsthand.cli.output import add_output, result

if TYPE_CHECKING:
    from firsthand.api import Fault


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "verify",
        help="check that the corpus is whole",
        description="Read all that the corpus holds, and print a line for each fault: files that are missing or cannot "
        "be read, rows that name what is not there, an index that does not fit. What a writer that was cut off has "
        "left behind is told and is no fault: nobody sees it, and compact removes it. Exit codes: 0 whole, "
        "1 there are faults, 2 there is no corpus.",
    )
    add_corpus(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help="mend what can be mended: remove what nothing needs, drop damaged conclusions (to be linked anew), go "
        "back to the last whole step where documents cannot be read",
    )
    add_writing(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Verify, and mend if asked to; return 1 where faults are left."""
    corpus = open_corpus(options)
    if options.repair:
        repaired = corpus.repair()
        found, done, still = repaired.found, repaired.done, repaired.left
    else:
        found, done, still = corpus.verify(), [], None
    left = [fault for fault in (found if still is None else still) if not fault.leftover]
    row = {
        "whole": not left,
        "found": [_row(fault) for fault in found],
        "mended": done,
        "left": [_row(fault) for fault in left],
    }
    lines = [*map(str, found), *(f"mended: {line}" for line in done)]
    if still is not None:
        lines += [f"not mended: {fault.where}: {fault.what}" for fault in left]
    result(options, _text(lines, str(corpus.path), faults=len(left), repaired=options.repair), row)
    return Code.FOUND if left else Code.DONE


def _row(fault: "Fault") -> dict[str, Any]:
    return {"where": fault.where, "what": fault.what, "mend": fault.mend, "leftover": fault.leftover}


def _text(lines: list[str], path: str, *, faults: int, repaired: bool) -> str:
    from firsthand.present.safe import visible

    if not faults:
        last = f"{path}: whole"
    elif not repaired:
        last = f"{path}: {faults} faults; to mend them: firsthand verify --repair --corpus {shlex.quote(path)}"
    else:
        last = f"{path}: {faults} faults are left"
    return "".join(f"{line}\n" for line in (*map(visible, lines), last))

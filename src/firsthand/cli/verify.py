"""``firsthand verify``: is the corpus whole?"""

import argparse
import shlex

from firsthand.cli.options import Commands, add_corpus, add_writing, open_corpus


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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Verify, and mend if asked to; return 1 where faults are left."""
    corpus = open_corpus(options)
    if options.repair:
        repaired = corpus.repair()
        lines = [*map(str, repaired.found), *(f"mended: {line}" for line in repaired.done)]
        left = [fault for fault in repaired.left if not fault.leftover]
        lines += [f"not mended: {fault.where}: {fault.what}" for fault in left]
    else:
        found = corpus.verify()
        lines = list(map(str, found))
        left = [fault for fault in found if not fault.leftover]
    _print(lines, str(corpus.path), faults=len(left), repaired=options.repair)
    return 1 if left else 0


def _print(lines: list[str], path: str, *, faults: int, repaired: bool) -> None:
    from firsthand.cli.documents import write
    from firsthand.present.safe import visible

    write(f"{visible(line)}\n" for line in lines)
    if not faults:
        write([f"{path}: whole\n"])
    elif not repaired:
        write([f"{path}: {faults} faults; to mend them: firsthand verify --repair --corpus {shlex.quote(path)}\n"])
    else:
        write([f"{path}: {faults} faults are left\n"])

"""The parser of the command line: argparse with errors of one line, and shell completion where a shell asks for it."""

import argparse
import os
from typing import NoReturn

from firsthand.cli.codes import Code


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, as every other error of firsthand is said."""

    def error(self, message: str) -> NoReturn:
        """Print the error and leave."""
        self.exit(Code.NOTHING, f"{self.prog}: {' '.join(message.split())}; see {self.prog} --help\n")


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks how a line could go on, and leave; do nothing, and load nothing, otherwise.

    The shell sets ``_ARGCOMPLETE`` (argcomplete's protocol); ``firsthand completion`` prints what makes it ask.
    """
    if "_ARGCOMPLETE" in os.environ:
        from argcomplete import autocomplete

        autocomplete(parser)

"""``firsthand completion``: what makes a shell complete commands, options and files."""

import argparse

from firsthand.cli.options import Commands

SHELLS = ("bash", "zsh", "fish")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "completion",
        help="print what makes a shell complete firsthand's commands",
        description="Print what makes a shell complete firsthand's commands and options. bash and zsh: put "
        '`eval "$(firsthand completion bash)"` (or zsh) into ~/.bashrc (or ~/.zshrc). fish: firsthand completion fish '
        "> ~/.config/fish/completions/firsthand.fish",
    )
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print it."""
    from argcomplete.shell_integration import shellcode

    from firsthand.cli.documents import write

    write([shellcode(["firsthand"], shell=options.shell).strip() + "\n"])
    return 0

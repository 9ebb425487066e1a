"""Completion: what the shell is given, and what it is answered."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.cli import COMMANDS, main
from firsthand.cli.completion import SHELLS


def answered(line: str, shell: str = "bash") -> list[str]:
    """Return what firsthand answers a shell that asks how ``line`` could go on, by argcomplete's protocol."""
    asked = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": shell, "COMP_LINE": line, "COMP_POINT": str(len(line))}
    asked |= {"_ARGCOMPLETE_IFS": "\n", "_ARGCOMPLETE_SUPPRESS_SPACE": "1", "COMP_TYPE": "9"}
    # The answer goes to the eighth file, so that nothing else that is printed gets into it.
    command = ["bash", "-c", f'exec 8>&1 9>&2 1>/dev/null; exec "{sys.executable}" -m firsthand']
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    return [word.split(":")[0].strip() for word in done.stdout.split("\n") if word.strip()]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_given_code_that_asks_firsthand(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The code names the program; where the shell is here it also takes it."""
    assert main(["completion", shell]) == 0
    code = capsys.readouterr().out
    assert "firsthand" in code and "_ARGCOMPLETE" in code
    if program := shutil.which(shell):
        assert subprocess.run([program, "-n"], input=code, text=True, capture_output=True, check=False).stderr == ""


def test_commands_and_options_are_completed() -> None:
    """By their beginnings."""
    assert set(answered("firsthand ")) >= set(COMMANDS)
    assert answered("firsthand cor") == ["corrections"]
    assert {"--json", "--corpus", "--quiet"} <= set(answered("firsthand show --"))
    assert "cites" in answered("firsthand origin ID NAME --relation ")


def test_bash_completes_a_command_with_it(tmp_path: Path) -> None:
    """The code that is printed, in a shell, from the line to the word."""
    program = tmp_path / "firsthand"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m firsthand "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(firsthand completion bash)"\n'
        'COMP_LINE="firsthand quo" COMP_POINT=13 COMP_TYPE=9 COMP_WORDS=(firsthand quo) COMP_CWORD=1\n'
        'compopt() { :; }\n_python_argcomplete firsthand quo firsthand\necho "${COMPREPLY[@]}"\n'
    )
    path = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], env=path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["quotes"]


def test_nothing_is_loaded_for_it_unless_a_shell_asks() -> None:
    """Start-up pays nothing."""
    code = (
        "import sys\nfrom firsthand.cli import _parser, complete\ncomplete(_parser())\n"
        "print('argcomplete' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

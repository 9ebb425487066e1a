"""Records as HTML for a notebook: small, self-contained, every text of a document escaped and made fit to show."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from firsthand.present import labels
from firsthand.present.safe import visible, web_address

# Ours: rows of each kind, characters of a text and pieces of a passage that are written out. A cell of a notebook is
# stored with it, so a record of a thousand articles must not make a page of a thousand rows.
ROWS, CHARACTERS, PIECES = 12, 600, 40


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("firsthand.notebook"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters |= {
        "address": web_address,
        "counted": lambda n, noun: labels.counted(n, noun),
        "short": lambda text: labels.shorten(visible(text), CHARACTERS),
        "speaker": labels.speaker_name,
        "kind": labels.copy_name,
        "run": _run,
    }
    made.globals |= {"ROWS": ROWS, "PIECES": PIECES}
    return made


def part(share: float) -> str:
    """Return a share (0 to 1) for reading."""
    return f"{share:.0%}" if share >= 0.01 else "under 1%"


def _run(text: str) -> str:
    """Return a piece of a passage, shortened, with a blank wherever it begins or ends with one."""
    return f"{' ' * text[:1].isspace()}{labels.shorten(visible(text), CHARACTERS)}{' ' * text[-1:].isspace()}"


def _shown(value: Any) -> Any:
    """Return a value without what could turn a line round; markup that a template made stays as it is."""
    return visible(value) if type(value) is str else value


def rendered(template: str, **given: Any) -> str:
    """Return one of the room's templates with what it is given."""
    return _environment().get_template(f"{template}.html").render(**given).strip() + "\n"

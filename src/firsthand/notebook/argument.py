"""The argument for a conclusion as the Python interface gives it."""

from dataclasses import dataclass
from typing import Any

from firsthand.model import StoryReasons
from firsthand.notebook.html import rendered
from firsthand.present.export.argument import argument_row
from firsthand.present.tables import Tables
from firsthand.present.terminal_why import why


@dataclass(frozen=True, slots=True, repr=False)
class Why:
    """Why firsthand says what it says of an article, a story or a statement.

    ``text`` is the argument for reading, what ``firsthand why`` prints; ``data`` the same as ``firsthand why --json``
    has it, with spans in code points into the articles' texts. Reasons name evidence, never motive.

    >>> why = corpus.why("harbor-02-courier")
    >>> why
    <Why harbor-02-courier: Maren Skye on the rocks: 214 safe after Gull Reef grounding>
    >>> why.data["rests_on"]
    ['Norda']
    """

    id: str
    text: str
    data: dict[str, Any]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Why {self.id}: {self.text.splitlines()[0]}>"

    def _repr_html_(self) -> str:
        return rendered("why", lines=self.text.splitlines())


def why_of(tables: Tables, identity: str, together: StoryReasons | None = None) -> Why:
    """Return the argument for what has the id; ``together`` tells why a story is one. Raises NotFound, which names the
    nearest ids.
    """
    return Why(identity, why(tables, identity, together=together), argument_row(tables, identity, together))

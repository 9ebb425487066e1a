"""A statement as the Python interface gives it."""

from dataclasses import dataclass

from firsthand.model import Reason
from firsthand.model import Statement as Linked
from firsthand.notebook.html import rendered
from firsthand.notebook.story import counted_line
from firsthand.present.labels import counted, shorten, speaker_name
from firsthand.present.safe import visible
from firsthand.present.views.index import Index
from firsthand.present.views.statement import Wording, statement_view

_WORDS = 60  # characters of the wording in one line


@dataclass(frozen=True, slots=True, repr=False)
class Statement:
    """One utterance, with all who report it and how many independent origins stand behind it.

    ``speaker`` is a name, ``"anonymous"``, or None for unresolved. ``wording`` is the best-attested direct wording;
    ``wordings`` has each different one with its ``text``, ``type`` (direct, indirect, mixed), ``places`` (article,
    outlet, via) and ``kinds`` (how it differs from the first). ``articles`` are ids, oldest first; ``story`` is the id
    of the story that most of them are in. The range is as a story's.

    >>> statement = corpus.statements(speaker="Lena Korsvik")[0]
    >>> statement
    <Statement ... Lena Korsvik: “The bridge did what it is trained to do: ...” · ... independent origin...>
    >>> statement.wordings[0].type, statement.outlets[0]
    ('direct', 'Norda')
    """

    id: str
    speaker: str | None
    occasion: str | None
    wording: str
    wordings: tuple[Wording, ...]
    articles: tuple[str, ...]
    story: str | None
    origins: tuple[str, ...]
    origins_low: int | None
    origins_high: int | None
    reasons: tuple[Reason, ...]
    apart: tuple[Reason, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that report it, each once, those with the first wording first."""
        return tuple(dict.fromkeys(place.outlet for wording in self.wordings for place in wording.places))

    @property
    def line(self) -> str:
        """How many wordings, outlets and origins, for reading."""
        told = counted(len(self.wordings), "wording"), counted(len(self.outlets), "outlet")
        return " · ".join((*told, counted_line(self.id, self.origins_low, self.origins_high)))

    def __repr__(self) -> str:
        said = f"{visible(speaker_name(self.speaker))}: “{shorten(visible(self.wording), _WORDS)}”"
        return f"<Statement {self.id[:8]} {said} · {self.line}>"

    def _repr_html_(self) -> str:
        return rendered("statement", statement=self)


def statement_of(index: Index, statement: Linked) -> Statement:
    """Return the record of a statement; quotations of articles that are not stored are left out."""
    view, count = statement_view(index, statement), index.counts.get(statement.id)
    return Statement(
        id=view.id,
        speaker=view.speaker,
        occasion=view.occasion,
        wording=view.wording,
        wordings=view.wordings,
        articles=view.articles,
        story=view.story,
        origins=tuple(index.origin(name) for name in count.origins) if count else (),
        origins_low=count.low if count else None,
        origins_high=count.high if count else None,
        reasons=count.reasons if count else (),
        apart=count.apart if count else (),
    )

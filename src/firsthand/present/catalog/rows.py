"""What the catalog's lists hold: a row says enough of a thing to choose it, without reading its records.

Times are ISO 8601 as the articles give them, None where no article has one that can be used. ``low`` and ``high`` are
the ends of a count of independent origins, both 0 where nothing was counted. Keys of speakers and outlets name their
pages; they are empty where there is nobody to have a page: a speaker who is anonymous or not resolved, an article
whose outlet nothing names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.model import Authorship, Precision, Relation
from firsthand.present.views.outlets import OriginKind


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a story's articles go back to one origin: a part of its bar."""

    kind: OriginKind
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story.

    ``summary`` is a sentence of its articles that tells the event, ``told`` a sentence of ours on where the texts come
    from; ``own``, ``wire``, ``rewrite`` and ``unknown`` count articles by authorship. ``unnamed`` articles name no
    outlet. ``growth`` counts those of the corpus's last 24 hours. ``storyline`` is empty where it stands in none,
    ``corrected`` is set where the user's word bears on the count. ``statements`` are those that its articles report,
    ``repeated`` of them several articles.
    """

    id: str
    headline: str
    summary: str
    first: str | None
    last: str | None
    articles: int
    outlets: int
    low: int
    high: int
    own: int
    wire: int
    rewrite: int
    unknown: int
    growth: int
    languages: tuple[str, ...]
    storyline: str
    unnamed: int = 0
    told: str = ""
    shares: tuple[Share, ...] = ()
    corrected: bool = False
    statements: int = 0
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement. ``story`` is the one that most of its articles are in, empty where they are in none.

    ``quoted`` tells whether ``wording`` are the speaker's own words, ``language`` is that of the wording. ``part`` is
    the number of the further page of its story that shows it, 0 for the story's page itself. ``unnamed`` of its
    articles name no outlet.
    """

    id: str
    story: str
    speaker: str | None
    speaker_key: str
    wording: str
    occasion: str | None
    articles: int
    outlets: int
    wordings: int
    low: int
    high: int
    first: str | None
    quoted: bool = True
    language: str = ""
    corrected: bool = False
    part: int = 0
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker with a name. ``articles`` and ``outlets`` are those that report words of theirs, ``unnamed``
    the articles that name no outlet."""

    key: str
    name: str
    statements: int
    articles: int
    outlets: int
    first: str | None
    last: str | None
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet with a name, its articles by authorship; ``stories`` are those that it has an article in."""

    key: str
    name: str
    articles: int
    stories: int
    own: int
    wire: int
    rewrite: int
    unknown: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article. ``name`` is the id that it is exported under, ``origin`` whose text or news it has ("" for its own or
    an unknown one), ``relation`` None where it was not traced, ``story`` empty where it stands in none.
    """

    id: str
    name: str
    headline: str
    outlet: str
    outlet_key: str
    published: str | None
    precision: Precision | None
    language: str
    authorship: Authorship
    origin: str
    relation: Relation | None
    story: str
    characters: int
    comments: int


@dataclass(frozen=True, slots=True)
class StorylineRow:
    """A storyline: its stories in order of time, with their headlines."""

    id: str
    stories: tuple[str, ...]
    headlines: tuple[str, ...]
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, with a sentence of it.

    ``marks`` are half-open spans of code points in ``sentence``; ``start`` is where the sentence stands in the text.
    """

    article: ArticleRow
    sentence: str
    marks: tuple[tuple[int, int], ...]
    start: int


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what a search found of ``total`` articles, and how these divide.

    ``facets`` are values with their numbers of articles under speaker, outlet, origin, day and language, the most
    frequent first, days in order of time. ``notes`` say which part of a query was not understood.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: Mapping[str, list[tuple[str, int]]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """What the corpus holds. ``unlinked`` articles came after linking was last run; ``unnamed`` ones name no outlet."""

    articles: int = 0
    outlets: int = 0
    stories: int = 0
    storylines: int = 0
    statements: int = 0
    quotations: int = 0
    rejected: int = 0
    first: str | None = None
    last: str | None = None
    speakers: int = 0
    duplicates: int = 0
    unlinked: int = 0
    unnamed: int = 0
    comments: int = 0
    shared_stories: int = 0  # of more than one article
    repeated: int = 0  # statements that more than one article reports
    one_origin: int = 0  # of these, those with one independent origin

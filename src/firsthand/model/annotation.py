"""What one article's text says of people, dates and sources, each standing off the text."""

from dataclasses import dataclass
from typing import Literal

from firsthand.model.article import Precision
from firsthand.model.quotation import Quotation

MentionKind = Literal["person", "organisation", "place"]
CreditKind = Literal[
    "dateline",  # "(AP) —", "/TASS/": the words that follow are the agency's
    "byline",  # "By Reuters", "Jane Roe, Associated Press"
    "footer",  # "Copyright 2018 The Associated Press", "Reporting by …", "Source: TASS"
    "contribution",  # "The Associated Press contributed to this report"
    "attribution",  # "according to TASS", "TASS reported", "was quoted as saying by TASS"
    "interview",  # "told CNN", "in an interview with CBS"
    "photo",  # "AP Photo/…", "© Name/TASS": never a text credit
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``name`` is the fullest form that the article gives it, ``entity`` the folded key of that."""

    start: int
    end: int
    kind: MentionKind
    name: str
    entity: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, resolved against the day of publication: ISO 8601, as precise as ``precision`` says."""

    start: int
    end: int
    value: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that name where a text, a passage or a picture comes from; ``publisher`` is the gazetteer's name if any."""

    start: int
    end: int
    publisher: str
    kind: CreditKind


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that annotation found in one article (``article`` is its id). Everything is sorted by position.

    ``left_out`` counts the quotations beyond the setting ``annotate.max_quotations``, which are not kept.
    """

    article: str
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    credits: tuple[Credit, ...]
    quotations: tuple[Quotation, ...]
    left_out: int = 0

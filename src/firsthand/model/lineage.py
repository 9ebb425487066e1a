"""Where each article's text and news come from."""

from dataclasses import dataclass
from typing import Literal

from firsthand.model.reason import Reason

Relation = Literal["original", "verbatim", "partial", "cites", "independent"]
Evidence = Literal["credit", "copied", "inferred", "corrected"]
# Own reporting; another's words, whole; another's news in own words or in part; nothing tells.
Authorship = Literal["own", "wire", "rewrite", "unknown"]


@dataclass(frozen=True, slots=True)
class Lineage:
    """One article's place in its story's lineage.

    ``origin`` is who first had the words: an agency's or outlet's name, or ``"own"``. ``draws_on`` names whose text or
    facts it uses, ``rests_on`` whom the news in it goes back to, ``family`` the group of one underlying text (an id, or
    None if alone). ``authorship`` sums it up in one word.
    """

    article: str
    story: str
    origin: str
    relation: Relation
    draws_on: tuple[str, ...]
    rests_on: tuple[str, ...]
    family: str | None
    reasons: tuple[Reason, ...]
    authorship: Authorship = "unknown"


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow of the lineage graph.

    ``source`` is an article's id or an origin's name, ``target`` an article's id.
    """

    story: str
    source: str
    target: str
    evidence: Evidence
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many independent origins stand behind a story or statement (``subject`` is its id).

    ``low`` merges all that could be one, ``high`` only what is shown to be one; ``reasons`` has one for every merge,
    ``apart`` one for every merge that was nearly made.
    """

    subject: str
    origins: tuple[str, ...]
    low: int
    high: int
    reasons: tuple[Reason, ...]
    apart: tuple[Reason, ...] = ()

"""What became of a story or statement whose id is none any more: of which it is part now.

An id is made of the member that came first when it was given, so every member tells which id it once may have given;
how stories were joined since stands in the repairs, and what the user named in the corrections.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from firsthand.model import Correction
from firsthand.text import short_hash

if TYPE_CHECKING:  # an index asks here
    from firsthand.present.views.index import Index

# Ours: so many joins are followed; more have not been seen.
STEPS = 50


def story_begun_by(article: str) -> str:
    """Return the id of the story that an article was the first of; see ``link.stories.make_story``."""
    return short_hash("story", article)


def statement_begun_by(quotation: str) -> str:
    """Return the id of the statement that a quotation was the first of; see ``link.statements``."""
    return short_hash("statement", quotation)


def moved(index: "Index", identity: str) -> str:
    """Return the id of the story or statement that what had ``identity`` is part of now; empty where nothing tells."""
    joined = {r.before: r.after for r in index.tables.repairs if r.kind == "merge"}
    begun = {story_begun_by(article): story for article, story in index.story_of.items()}
    begun |= {statement_begun_by(a.quotation): a.statement for a in index.tables.attributions}
    told = {a.quotation: a.statement for a in index.tables.attributions}
    known = index.stories.keys() | index.statements.keys()
    for _ in range(STEPS):
        found = (
            joined.get(identity)
            or begun.get(identity)
            or given(index.tables.corrections, identity, told | index.story_of)
        )
        if not found or found in known:
            return found
        identity = found
    return ""


def given(corrections: Iterable[Correction], identity: str, homes: Mapping[str, str]) -> str:
    """Return what holds most of the members that an id had when the user named it last; empty where he never did.

    ``homes`` are stories by article and statements by quotation.
    """
    for c in sorted(corrections, key=lambda c: -c.number):
        if c.kind != "text" and identity in c.given[: len(c.groups)]:
            members = c.groups[c.given.index(identity)]
            at = Counter(homes[m] for m in members if m in homes)
            if at:
                return max(sorted(at), key=lambda home: at[home])
    return ""

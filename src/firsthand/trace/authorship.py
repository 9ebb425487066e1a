"""An article in one word: its outlet's own reporting, another's words, a rewrite, or nothing tells."""

from firsthand.model import Authorship, Lineage

_OWN, _UNKNOWN = "own", "unknown"


def authorship(lineage: Lineage) -> Authorship:
    """Return what an article is, from the origin and the relation of its lineage.

    ``own``: its outlet's own reporting, alone or used by others; also its own text on a second page. ``wire``: the
    words of another, whole or cut: an agency's, a release, a syndicated report. ``rewrite``: the news of another in
    own words (cites), or own writing with passages of another's (partial). ``unknown``: nothing tells whose words.
    """
    if lineage.origin == _UNKNOWN:
        return "unknown"
    if lineage.relation in ("cites", "partial"):
        return "rewrite"
    return "wire" if lineage.relation == "verbatim" and lineage.origin != _OWN else "own"

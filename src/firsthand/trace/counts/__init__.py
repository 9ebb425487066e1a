"""How many independent origins: a low number that merges all that could be one, a high one that merges what is shown.

Rules are tried in a fixed order and each writes its reason. "Independent" is a statement about wording and credits, not
about truth.
"""

from firsthand.trace.counts.ground import Ground
from firsthand.trace.counts.statements import statement_count
from firsthand.trace.counts.stories import story_count

__all__ = ["Ground", "statement_count", "story_count"]

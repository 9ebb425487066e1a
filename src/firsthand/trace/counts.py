"""How many independent origins: a low number that merges all that could be one, a high one that merges what is shown.

Rules are tried in a fixed order and each writes its reason. "Independent" is a statement about wording and credits, not
about truth.
"""

from firsthand.trace.ground import Ground
from firsthand.trace.statement_counts import statement_count
from firsthand.trace.story_counts import story_count

__all__ = ["Ground", "statement_count", "story_count"]

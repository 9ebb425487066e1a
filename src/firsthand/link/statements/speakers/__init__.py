"""Who speaks, over the whole corpus: short forms, titles and descriptions settled story by story, then one spelling.

Two people are never one for a like surname. What a short form or a description means is settled only where it fits
exactly one person or body of the story. Who is not named stays ``"anonymous"``, what cannot be told stays None.
"""

from firsthand.link.statements.speakers.entities import Entities
from firsthand.link.statements.speakers.entities import load as load_entities
from firsthand.link.statements.speakers.resolve import one_spelling
from firsthand.link.statements.speakers.spelling import speaker_id

__all__ = ["Entities", "load_entities", "one_spelling", "speaker_id"]

"""The domain's types: frozen, slotted dataclasses that stand off the text by half-open spans of code points.

This package imports nothing of firsthand. Names follow the terms that ``docs/architecture.md`` defines.
"""

from firsthand.model.annotation import Annotation, Credit, CreditKind, DateMention, Mention, MentionKind
from firsthand.model.article import Article, Comment, Link, PageKind, Precision, Recurrence, Segment, SegmentKind
from firsthand.model.copy import Copy, CopyKind
from firsthand.model.correction import Correction, CorrectionKind, Verb
from firsthand.model.document import Document, Duplicate, Rejected
from firsthand.model.lineage import Authorship, Count, Edge, Evidence, Lineage, Relation
from firsthand.model.paragraphs import Paragraphs
from firsthand.model.quotation import Attribution, Quotation, QuotationType
from firsthand.model.reason import Passage, Reason
from firsthand.model.reasons import Likeness, Neighbour, StoryReasons
from firsthand.model.repair import Repair, Superseded
from firsthand.model.span import Span
from firsthand.model.statement import WHOLE, Change, Difference, DifferenceKind, Statement
from firsthand.model.story import Position, Story, Storyline, StoryPart, Turn

__all__ = [
    "WHOLE",
    "Annotation",
    "Article",
    "Attribution",
    "Authorship",
    "Change",
    "Comment",
    "Copy",
    "CopyKind",
    "Correction",
    "CorrectionKind",
    "Count",
    "Credit",
    "CreditKind",
    "DateMention",
    "Difference",
    "DifferenceKind",
    "Document",
    "Duplicate",
    "Edge",
    "Evidence",
    "Likeness",
    "Lineage",
    "Link",
    "Mention",
    "MentionKind",
    "Neighbour",
    "PageKind",
    "Paragraphs",
    "Passage",
    "Position",
    "Precision",
    "Quotation",
    "QuotationType",
    "Reason",
    "Recurrence",
    "Rejected",
    "Relation",
    "Repair",
    "Segment",
    "SegmentKind",
    "Span",
    "Statement",
    "Story",
    "StoryPart",
    "StoryReasons",
    "Storyline",
    "Superseded",
    "Turn",
    "Verb",
]

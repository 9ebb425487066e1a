"""Drift: how the quotations of one statement differ, each change typed and with its span on both sides.

``atoms`` cuts words, ``align`` and ``steps`` hold two wordings against each other, ``tidy`` draws the steps plainly,
``judge`` says what kind of change each is; ``translations`` looks at numbers and names where there is nothing to align.
``compare`` joins these for two texts, ``differences`` for all quotations of a statement, in their articles.
"""

from firsthand.link.statements.drift.compare import Side, compare, kinds_of
from firsthand.link.statements.drift.differences import Drift

__all__ = ["Drift", "Side", "compare", "kinds_of"]

"""How far firsthand is from what people have marked: error by stage, over a corpus and a gold file.

``docs/reference/eval.md`` defines the gold's fields and every figure. Nothing here is used to conclude anything.
"""

from firsthand.measure.evaluate import Stage, evaluate
from firsthand.measure.gold import Gold, read_gold

__all__ = ["Gold", "Stage", "evaluate", "read_gold"]

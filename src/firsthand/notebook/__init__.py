"""What the Python interface gives: records that are read in code, in a terminal and in a notebook."""

from firsthand.notebook.argument import Why
from firsthand.notebook.comparison import Changed, Comparison, SharedText
from firsthand.notebook.frames import arrow, pandas, polars
from firsthand.notebook.statement import Statement
from firsthand.notebook.story import Story

__all__ = ["Changed", "Comparison", "SharedText", "Statement", "Story", "Why", "arrow", "pandas", "polars"]

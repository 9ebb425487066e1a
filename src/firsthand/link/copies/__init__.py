"""Copied passages: which articles share text, and where.

Cheap candidates from sampled word n-grams, then an exact alignment of every pair that is left. Only headline, dek and
body are compared: boilerplate and comments never match anything.
"""

from firsthand.link.copies.align import Passages, align
from firsthand.link.copies.candidates import Candidates, PairVotes
from firsthand.link.copies.find import find_copies

__all__ = ["Candidates", "PairVotes", "Passages", "align", "find_copies"]

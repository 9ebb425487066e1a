"""Copied passages: which articles share text, and where.

Cheap candidates from winnowed word n-grams (``fingerprints``, ``index``, ``hubs``, ``candidates``), then an exact
alignment of every pair that is left. Only headline, dek and body are compared: boilerplate and comments never match
anything.
"""

from firsthand.link.copies.align import Passages, align
from firsthand.link.copies.candidates import meeting
from firsthand.link.copies.find import copies_between, find_copies, whole
from firsthand.link.copies.index import Index
from firsthand.link.copies.lookup import lookup

__all__ = ["Index", "Passages", "align", "copies_between", "find_copies", "lookup", "meeting", "whole"]

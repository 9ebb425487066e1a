"""Annotation: sentences, names, dates, credits and reported speech of one article at a time."""

from firsthand.annotate.stage import Annotate

__all__ = ["Annotate"]

"""Noun phrases beside a cue: who speaks, found without a parser.

A subject is read leftwards from the cue, or rightwards where the clause is turned round ("said the mayor"). Words are
taken while they can belong to a noun phrase; clause borders, finite verbs and times end it.
"""

from firsthand.annotate.phrases.nouns import Phrase, ending
from firsthand.annotate.phrases.subjects import after, before, first

__all__ = ["Phrase", "after", "before", "ending", "first"]

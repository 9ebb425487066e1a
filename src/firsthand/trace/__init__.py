"""Where each telling comes from, and how many independent origins stand behind a story and a statement."""

from firsthand.trace.evidence.gather import Read, Reading, own_words, read_alone
from firsthand.trace.evidence.own_publishers import load_publishers, own_publishers
from firsthand.trace.evidence.own_words import OwnWords
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.result import Trace
from firsthand.trace.run import trace

__all__ = [
    "OwnWords",
    "Read",
    "Reading",
    "Telling",
    "Trace",
    "load_publishers",
    "own_publishers",
    "own_words",
    "read_alone",
    "trace",
]

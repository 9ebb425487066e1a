"""Where each telling comes from, and how many independent origins stand behind a story and a statement."""

from firsthand.trace.evidence.gather import Read, Reading, read_alone
from firsthand.trace.evidence.own_publishers import load_publishers, own_publishers
from firsthand.trace.result import Trace
from firsthand.trace.run import trace

__all__ = ["Read", "Reading", "Trace", "load_publishers", "own_publishers", "read_alone", "trace"]

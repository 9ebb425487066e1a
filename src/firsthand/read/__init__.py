"""Reading: files, folders, archives, feeds and standard input become documents, or rejections with a reason.

Every format is told by its content first and by its name second. Nothing is fetched but by what the caller gives for
it, nothing is executed, and no input is held in memory beyond the bounds of ``ReadConfig``.
"""

from firsthand.read.detect import detect
from firsthand.read.fields import Fields
from firsthand.read.inputs import read_inputs
from firsthand.read.listed import Fetch, Fetched, Unfetched

__all__ = ["Fetch", "Fetched", "Fields", "Unfetched", "detect", "read_inputs"]

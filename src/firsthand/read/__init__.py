"""Reading: files, folders, archives, feeds and standard input become documents, or rejections with a reason.

Every format is told by its content first and by its name second. Nothing is fetched, nothing is executed, and no
input is held in memory beyond the bounds of ``ReadConfig``.
"""

from firsthand.read.detect import detect
from firsthand.read.fields import Fields
from firsthand.read.inputs import read_inputs

__all__ = ["Fields", "detect", "read_inputs"]

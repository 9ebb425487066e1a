"""A bounded look at a byte stream, gzipped or not.

``Stream`` never raises for what it finds in the bytes: it ends early and says why in ``fault``, so that what was read
before damage is kept.
"""

import zlib
from dataclasses import dataclass
from typing import BinaryIO

from firsthand.config import ReadConfig

GZIP_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 1 << 18
_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a stream ended early: the reason's slug and a sentence for a person."""

    reason: str
    detail: str


class Stream:
    """Reads ``raw``, unpacked where it is gzip (any number of members).

    A gzip that unpacks to more than ``max_archive_ratio`` times its size, once past ``max_document_bytes``, is taken
    for a bomb. Offsets (``tell``) count unpacked bytes.
    """

    def __init__(self, raw: BinaryIO, config: ReadConfig) -> None:
        self.fault: Fault | None = None
        self.tail = b""
        self._raw = raw
        self._config = config
        self._buffer = bytearray()
        self._packed = b""
        self._packed_bytes = 0
        self._unpacked_bytes = 0
        self._position = 0
        self._ended = False
        self._gunzip: zlib._Decompress | None = None
        self._packed = self._take(len(GZIP_MAGIC))
        self.is_gzip = self._packed.startswith(GZIP_MAGIC)
        if self.is_gzip:
            self._gunzip = zlib.decompressobj(_GZIP)
        else:
            self._buffer += self._packed

    def peek(self, size: int) -> bytes:
        """Return up to ``size`` bytes that the next ``read`` will give again."""
        self._fill(size)
        return bytes(self._buffer[:size])

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes (all that is left where negative), and ``b""`` at the end or at a fault."""
        self._fill(size)
        end = len(self._buffer) if size < 0 else size
        data = bytes(self._buffer[:end])
        del self._buffer[:end]
        self._position += len(data)
        if data:
            self.tail = (self.tail + data[-4:])[-4:]
        return data

    def tell(self) -> int:
        """Return how many unpacked bytes were read."""
        return self._position

    def _fill(self, size: int) -> None:
        while (size < 0 or len(self._buffer) < size) and not self._ended:
            data = self._unpack() if self._gunzip else self._raw.read(_CHUNK)
            self._buffer += data
            self._ended = self._ended or not data

    def _take(self, size: int) -> bytes:
        """Read exactly ``size`` raw bytes unless the end comes first: pipes give what they have."""
        data = b""
        while len(data) < size and (more := self._raw.read(size - len(data))):
            data += more
        self._packed_bytes += len(data)
        return data

    def _unpack(self) -> bytes:
        """Return the next unpacked bytes; empty only at the end or at a fault."""
        while not self._ended:
            assert self._gunzip is not None
            if self._gunzip.eof and not self._next_member():
                return b""
            if not self._packed:
                self._packed = self._take(_CHUNK)
            if not self._packed:
                return self._stop("truncated", "the gzip ends in the middle: fetch the file again")
            try:
                data = self._gunzip.decompress(self._packed, _CHUNK)
            except zlib.error as e:
                return self._stop("broken-gzip", f"the gzip is damaged ({e}): fetch the file again")
            self._packed = self._gunzip.unconsumed_tail
            self._unpacked_bytes += len(data)
            if self._is_bomb():
                ratio = self._config.max_archive_ratio
                return self._stop(
                    "too-large", f"unpacks to over {ratio} times its size; see max_archive_ratio in [read]"
                )
            if data:
                return data
        return b""

    def _next_member(self) -> bool:
        """Go on to the member that follows, past the zero bytes that some writers pad with."""
        assert self._gunzip is not None
        self._packed = self._gunzip.unused_data.lstrip(b"\0")
        while not self._packed and (more := self._take(_CHUNK)):
            self._packed = more.lstrip(b"\0")
        self._packed += self._take(len(GZIP_MAGIC) - len(self._packed)) if self._packed else b""
        if not self._packed:
            self._ended = True
        elif not self._packed.startswith(GZIP_MAGIC):
            self._stop("broken-gzip", "something that is not gzip follows the gzip: fetch the file again")
        else:
            self._gunzip = zlib.decompressobj(_GZIP)
        return not self._ended

    def _is_bomb(self) -> bool:
        ratio, floor = self._config.max_archive_ratio, self._config.max_document_bytes
        return self._unpacked_bytes > floor and self._unpacked_bytes > ratio * self._packed_bytes

    def _stop(self, reason: str, detail: str) -> bytes:
        self._ended = True
        self.fault = Fault(reason, detail)
        return b""

"""Pickled objects over a pipe between an engine and its own workers: eight bytes of length, then the pickle."""

import pickle
import struct
from typing import Any, BinaryIO

_LENGTH = struct.Struct("<Q")


def send(stream: BinaryIO, value: Any) -> None:
    """Write one object and flush. Raises BrokenPipeError where the other side has gone."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    rest = memoryview(_LENGTH.pack(len(data)) + data)
    while rest:
        # A pipe opened without a buffer may take less than it is given.
        rest = rest[stream.write(rest) :]
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """Read one object. Raises EOFError where the other side has gone."""
    (size,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, size))


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = stream.read(size - len(data))
        if not piece:
            raise EOFError("the pipe was closed")
        data += piece
    return bytes(data)

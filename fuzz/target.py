"""What a fuzz target is: bytes in, nothing out, and an exception only where firsthand is at fault."""

from collections.abc import Callable
from dataclasses import dataclass

# What a target does with bytes. Errors that firsthand declares are caught inside; whatever comes out is a finding.
Run = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Target:
    """A part of firsthand under fuzzing.

    ``prepare`` loads what it needs and returns what runs one input; ``seeds`` are invented inputs that it is meant for,
    ``words`` pieces that mean something to it, which mutation puts anywhere. ``bounded`` bounds the memory that its
    process may ask for; what is not is held to what it takes.
    """

    name: str
    prepare: Callable[[], Run]
    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...] = ()
    bounded: bool = True


def require(condition: object, what: str) -> None:
    """Raise AssertionError where something that always holds does not; unlike ``assert`` under ``python -O`` too."""
    if not condition:
        raise AssertionError(what)

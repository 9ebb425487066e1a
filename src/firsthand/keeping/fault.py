"""What is wrong with a corpus."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

# What ``repair`` does about a fault: clear away what nothing needs; make the indexes of a table anew; drop what was
# concluded, which linking makes anew; take the corpus back to the last whole step; nothing, where nothing helps.
Mend = Literal["clear", "index anew", "link anew", "take back", "none"]
# What is mended so hides no row: the tables can be read as they are.
HARMLESS = ("clear", "index anew")
# Lines of one kind of fault that are shown; of the others their number. Ours.
MOST = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: in which table or file (``where``), ``what`` in a line, and what mends it.

    ``leftover`` marks what a writer that was cut off has left: nobody sees it. The next
    writer takes back versions, compacting removes stray files.
    """

    where: str
    what: str
    mend: Mend = "none"
    leftover: bool = False

    def __str__(self) -> str:
        return f"{'leftover' if self.leftover else 'fault'}: {self.where}: {self.what}"


def bounded(faults: Iterable[tuple[str, Fault]]) -> Iterator[Fault]:
    """Yield the first ``MOST`` faults of each kind, then one that counts the others of it."""
    seen: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], Fault] = {}
    for kind, fault in faults:
        key = (fault.where, kind)
        seen[key] += 1
        last[key] = fault
        if seen[key] <= MOST:
            yield fault
    for key, fault in last.items():
        if seen[key] > MOST:
            yield Fault(fault.where, f"{seen[key] - MOST:,} more of the kind: {fault.what}", fault.mend)

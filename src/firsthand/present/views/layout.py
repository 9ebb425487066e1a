"""Placing a graph on a grid: a column for each step from a root, a row for each leaf. Knows nothing of news."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the graph written as a nested list.

    ``parent`` is None for a root. ``seen`` marks a node that hangs on several: it is written out with what hangs on it
    where it stands without the mark.
    """

    node: str
    parent: str | None
    depth: int
    seen: bool


class Layout:
    """The places of ``nodes``, whose order is kept among equals, under ``links`` from source to target.

    ``layers`` gives the column: one to the right of the rightmost source. ``rows`` gives the row: leaves below each
    other, a source level with the middle of what hangs on it. ``lines`` is the same as a nested list. A cycle is
    opened at its first node. Nothing recurses, so depth is bounded by memory only.
    """

    def __init__(self, nodes: Sequence[str], links: Iterable[tuple[str, str]]) -> None:
        self._rank = {node: n for n, node in enumerate(nodes)}
        self._sources: defaultdict[str, list[str]] = defaultdict(list)
        self._targets: defaultdict[str, list[str]] = defaultdict(list)
        for source, target in sorted(links, key=lambda link: (self._rank[link[0]], self._rank[link[1]])):
            self._sources[target].append(source)
            self._targets[source].append(target)
        self.layers = self._layered(nodes)
        self._tree = {node: self._nearest(node) for node in nodes}
        roots = [node for node in nodes if self._tree[node] is None]
        self._roots = sorted(roots, key=lambda node: not self._targets[node])
        self.rows, self.height = self._placed()
        self.lines = tuple(self._written())

    def _layered(self, nodes: Sequence[str]) -> dict[str, int]:
        layers: dict[str, int] = {}
        open_sources = {node: len(self._sources[node]) for node in nodes}
        ready = deque(node for node in nodes if not open_sources[node])
        in_order = iter(nodes)
        while len(layers) < len(nodes):
            # Nothing is ready but nodes are left: they form a cycle, opened at the first.
            node = ready.popleft() if ready else next(n for n in in_order if n not in layers)
            if node in layers:
                continue
            layers[node] = max((layers[s] for s in self._sources[node] if s in layers), default=-1) + 1
            for target in self._targets[node]:
                open_sources[target] -= 1
                if not open_sources[target]:
                    ready.append(target)
        return layers

    def _nearest(self, node: str) -> str | None:
        """Return the source that a node hangs on in the tree: of those to its left the nearest, then the first."""
        left = [s for s in self._sources[node] if self.layers[s] < self.layers[node]]
        return min(left, key=lambda s: (-self.layers[s], self._rank[s])) if left else None

    def _hanging(self, node: str) -> list[str]:
        return [t for t in self._targets[node] if self._tree[t] == node]

    def _placed(self) -> tuple[dict[str, float], int]:
        rows: dict[str, float] = {}
        free = 0
        for node in self._leaves_first():
            below = [rows[t] for t in self._hanging(node)]
            rows[node] = sum(below) / len(below) if below else free
            free += not below
        return rows, free

    def _leaves_first(self) -> Iterator[str]:
        stack = [(node, False) for node in reversed(self._roots)]
        while stack:
            node, done = stack.pop()
            if done:
                yield node
            else:
                stack.append((node, True))
                stack.extend((t, False) for t in reversed(self._hanging(node)))

    def _written(self) -> Iterator[Line]:
        stack = [Line(node, None, 0, False) for node in reversed(self._roots)]
        while stack:
            line = stack.pop()
            yield line
            if not line.seen:
                targets = reversed(self._targets[line.node])
                stack.extend(Line(t, line.node, line.depth + 1, self._tree[t] != line.node) for t in targets)

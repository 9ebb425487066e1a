"""How far right each box of a lineage stands: in order of time, and right of all that it draws on. Knows no news."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

STEP = 332.0  # pixels from the left side of a box to that of one that draws on it: the box, and room for an arrow
LATER = 26.0  # pixels between two boxes of which one is later and neither draws on the other; ours


def places(nodes: Sequence[str], links: Iterable[tuple[str, str]], moments: Mapping[str, str]) -> dict[str, float]:
    """Return the place of each node from the left, in pixels, nought for the first.

    ``links`` go from source to target; ``moments`` has the known times in a form that sorts. Later is never left of
    earlier, unless a node is told to draw on a later one (a wrong clock, or a page dated anew): then it stands right
    of that one all the same. A node without a time stands next to what it draws on, or at the left. The order of
    ``nodes`` decides among equals; a cycle is opened at its first node. Ours.
    """
    order = {node: n for n, node in enumerate(nodes)}
    targets: defaultdict[str, list[str]] = defaultdict(list)
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in links:
        targets[source].append(target)
        sources[target].append(source)
    waiting = {node: len(sources[node]) for node in nodes}
    ready = [(moments.get(node, ""), order[node], node) for node in nodes if not waiting[node]]
    heapq.heapify(ready)
    placed: dict[str, float] = {}
    rest = iter(nodes)
    at, last = 0.0, ""
    while len(placed) < len(nodes):
        # Nothing is ready but nodes are left: they form a cycle.
        node = heapq.heappop(ready)[2] if ready else next(n for n in rest if n not in placed)
        if node in placed:
            continue
        beside = max((placed[s] + STEP for s in sources[node] if s in placed), default=0.0)
        moment = moments.get(node, "")
        if moment:
            at = max(at + (LATER if last and moment > last else 0.0), beside)
            last = max(last, moment)
        placed[node] = at if moment else beside
        for target in targets[node]:
            waiting[target] -= 1
            if not waiting[target]:
                heapq.heappush(ready, (moments.get(target, ""), order[target], target))
    return placed

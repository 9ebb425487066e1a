"""GraphML of the lineage: one ``lineage.graphml``, which networkx, yEd, igraph and Gephi read."""

from collections.abc import Iterator
from pathlib import Path

from firsthand.present.export.graph import EDGE, NODE, arrows, attribute, nodes, text
from firsthand.present.export.pieces import counting
from firsthand.present.safe import write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``lineage.graphml`` into ``folder``; return how many nodes and edges. It holds no texts. Raises OSError."""
    del with_text
    folder.mkdir(parents=True, exist_ok=True)
    index, drawn, linked = Index(tables), [0], [0]

    def lines() -> Iterator[str]:
        yield _HEAD
        yield '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'
        for where, known in (("node", NODE), ("edge", EDGE)):
            for name, kind in known.items():
                yield f'<key id="{where[0]}-{name}" for="{where}" attr.name="{name}" attr.type="{kind}"/>\n'
        yield '<graph id="lineage" edgedefault="directed">\n'
        for node in counting(nodes(index), drawn):
            yield f'<node id={attribute(node.id)}><data key="label">{text(node.label)}</data>'
            yield from _data("n", node.values)
            yield "</node>\n"
        for arrow in counting(arrows(index), linked):
            ends = f"source={attribute(arrow.source)} target={attribute(arrow.target)}"
            yield f"<edge id={attribute(arrow.id)} {ends}>"
            yield from _data("e", arrow.values)
            yield "</edge>\n"
        yield "</graph>\n</graphml>\n"

    write_whole(folder / "lineage.graphml", (line.encode() for line in lines()))
    return {"nodes": drawn[0], "edges": linked[0]}


def _data(prefix: str, values: dict[str, str | int]) -> Iterator[str]:
    for name, value in values.items():
        yield f'<data key="{prefix}-{name}">{text(value)}</data>'

"""GEXF 1.3 of the lineage: one ``lineage.gexf``, which Gephi, Gephi Lite, sigma.js and networkx read."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from firsthand.present.export.graph import EDGE, NODE, arrows, attribute, nodes
from firsthand.present.export.pieces import counting
from firsthand.present.safe import write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
    "<meta><creator>firsthand</creator><description>Lineage of articles</description></meta>\n"
    '<graph mode="static" defaultedgetype="directed">\n'
)


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``lineage.gexf`` into ``folder``; return how many nodes and edges. It holds no texts. Raises OSError."""
    del with_text
    folder.mkdir(parents=True, exist_ok=True)
    index, drawn, linked = Index(tables), [0], [0]

    def lines() -> Iterator[str]:
        yield _HEAD
        yield from _declared("node", NODE)
        yield from _declared("edge", EDGE)
        yield "<nodes>\n"
        for node in counting(nodes(index), drawn):
            yield f"<node id={attribute(node.id)} label={attribute(node.label)}>{_values(node.values)}</node>\n"
        yield "</nodes>\n<edges>\n"
        for arrow in counting(arrows(index), linked):
            ends = f"source={attribute(arrow.source)} target={attribute(arrow.target)}"
            yield f"<edge id={attribute(arrow.id)} {ends} kind={attribute(arrow.values['evidence'])}>"
            yield f"{_values(arrow.values)}</edge>\n"
        yield "</edges>\n</graph>\n</gexf>\n"

    write_whole(folder / "lineage.gexf", (line.encode() for line in lines()))
    return {"nodes": drawn[0], "edges": linked[0]}


def _declared(where: str, known: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{where}" mode="static">\n'
    for name, kind in known.items():
        yield f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _values(values: Mapping[str, str | int]) -> str:
    inner = "".join(f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in values.items())
    return f"<attvalues>{inner}</attvalues>"

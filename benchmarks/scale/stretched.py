"""What more documents cost a corpus that was made longer: python -m benchmarks.scale.stretched FOLDER [--times 10]

To link 10⁶ articles takes hours; what an arrival looks up in their tables can be had sooner. ``FOLDER`` is what
``incremental --keep`` has left of a size: a linked corpus, and the news that come next. Its rows are written again and
again under other ids, with other fingerprints and 120 days earlier each time, into another corpus that is as long as
so many linked ones, and of which only the last part is near to what comes. Prints a row like ``incremental``'s, and how
it compares with the same rounds in the corpus as it was.
"""

import argparse
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial, reduce
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.scale.incremental import BAR, COLUMNS, _alone, _rounds
from firsthand.link.copies.candidates import key_of
from firsthand.link.copies.index import Segment, _merge
from firsthand.model import Article
from firsthand.pipeline.copies import FINGERPRINTS, SCHEME, stored_index
from firsthand.store import Snapshot, Writer, codec
from firsthand.store.lance_tables import LanceTables
from firsthand.store.ledger import FILE
from firsthand.store.tables import ARRAYS, TABLES

# Longer than a live reading remembers.
DAYS = 120
# Fields that hold ids, at whatever depth, and times.
IDS = frozenset(
    ("id", "article", "articles", "earlier", "later", "story", "stories", "subject", "source", "target")
) | {*("by", "keys", "statement", "statements", "quotation", "quotations", "other", "family")}
TIMES = frozenset({"published", "fetched", "updated", "first", "last"})
# Ids are hexadecimal: what they begin with in the first of the other parts.
FIRST = ord("h")
_SALT = 0x9E3779B97F4A7C15


def main(arguments: list[str] | None = None) -> int:
    """Print both rows and how they compare."""
    parser = argparse.ArgumentParser(prog="stretched", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=4, help="after the first, which finds everything unloaded")
    given = parser.parse_args(arguments)
    news = sorted(given.folder.glob("news-*.jsonl"))[-given.rounds - 1 :]
    print("".join(f"{name:>12}" for name in COLUMNS), flush=True)
    costs = []
    with tempfile.TemporaryDirectory(dir=given.folder) as temporary:
        for times in (1, given.times):
            corpus = Path(temporary) / str(times)
            _alone(stretch, given.folder / "corpus", corpus, times)
            stored = Snapshot(corpus).count("articles")
            row = _alone(_rounds, corpus, news)
            costs.append(row[0] + row[2])
            print(f"{stored:12,}" + "".join(f"{cell:12.1f}" for cell in row[:-1]) + f"{row[-1]:12.3f}", flush=True)
            shutil.rmtree(corpus)
    print(f"\nprocessor time for each added document: {costs[1] / costs[0]:.2f}× (bar {BAR}×)")
    return 0


def stretch(source: Path, target: Path, times: int) -> None:
    """Write a corpus that has every row of another so many times."""
    stored = Snapshot(source)
    with Writer(target) as writer:
        shutil.copyfile(source / FILE, target / FILE)
    tables = LanceTables(source / "tables")
    with Writer(target) as writer:
        outputs = {}
        for name in stored.versions.keys() - set(ARRAYS):
            schema = codec.schema(TABLES[name])
            batches = (
                _renamed(batch.select(schema.names), part)
                for part in range(times)
                for batch in tables.batches(name, stored.versions[name])
            )
            rows = pa.RecordBatchReader.from_batches(schema, batches)
            outputs[name] = writer._tables.replace(name, rows)
        writer._index(outputs)
        outputs[FINGERPRINTS] = writer._arrays.write(FINGERPRINTS, [_fingerprints(stored, times)], 0)
        writer._ledger.record("link", {}, outputs)


def _renamed(batch: pa.RecordBatch, part: int) -> pa.RecordBatch:
    """Return rows as those of another part of the stretched corpus; of part 0 as they are."""
    if not part:
        return batch
    columns = [_changed(batch.column(k), field.name, part) for k, field in enumerate(batch.schema)]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def _changed(column: pa.Array, name: str, part: int) -> pa.Array:
    if pa.types.is_list(column.type):
        values = _changed(column.flatten(), name, part)
        lengths = pc.fill_null(pc.list_value_length(column), 0)
        offsets = np.concatenate([[0], np.cumsum(lengths.to_numpy())]).astype(np.int32)
        return pa.ListArray.from_arrays(pa.array(offsets), values, type=column.type)
    if pa.types.is_struct(column.type):
        inner = [
            _changed(part_of, field.name, part) for part_of, field in zip(column.flatten(), column.type, strict=True)
        ]
        return pa.StructArray.from_arrays(inner, fields=list(column.type))
    if name in IDS and pa.types.is_string(column.type):
        return pc.utf8_replace_slice(column, 0, 1, chr(FIRST + part))
    if name in TIMES and pa.types.is_string(column.type):
        return pa.array([_earlier(time, part) for time in column.to_pylist()], pa.string())
    return column


def _earlier(time: str | None, part: int) -> str | None:
    try:
        moment = datetime.fromisoformat(time or "")
    except ValueError:
        return time
    return (moment - timedelta(days=DAYS * part)).isoformat(timespec="minutes")


def _fingerprints(stored: Snapshot, times: int) -> dict[str, Any]:
    """Return the index of a stretched corpus: the keys that its articles have, and hashes that no two parts share."""
    merged = reduce(partial(_merge, bottom=True), stored_index(stored).segments)
    columns = (stored.column("articles", name) for name in ("id", "published", "fetched"))
    when = {name: times for name, *times in zip(*columns, strict=True)}
    names = [name.decode() for name in merged.names]
    parts = [_part(merged, names, when, part) for part in range(times)]
    hashes, keys, members, ids, live = (np.concatenate([p[k] for p in parts]) for k in range(5))
    order, by_key = np.lexsort((keys, hashes)), np.argsort(members)
    found = Segment(hashes[order], keys[order], members[by_key], ids[by_key], live[by_key])
    return {**{name: getattr(found, name) for name in Segment.__slots__}, "scheme": np.array([SCHEME])}


def _part(merged: Segment, names: list[str], when: Mapping[str, Sequence[str | None]], part: int) -> tuple[Any, ...]:
    if not part:
        return merged.hashes, merged.keys, merged.members, merged.names, merged.live
    renamed = [chr(FIRST + part) + name[1:] for name in names]
    keys = np.array(
        [_key(new, *(_earlier(t, part) for t in when[old])) for new, old in zip(renamed, names, strict=True)], np.uint64
    )
    at = np.searchsorted(merged.members, merged.keys)
    hashes = merged.hashes ^ np.uint64(part * _SALT % (1 << 64))
    return hashes, keys[at], keys, np.array([n.encode() for n in renamed], dtype=merged.names.dtype), merged.live


def _key(name: str, published: str | None, fetched: str | None) -> int:
    blank = dict.fromkeys(Article.__dataclass_fields__)
    return key_of(Article(**{**blank, "id": name, "published": published, "fetched": fetched}))  # type: ignore[arg-type]


if __name__ == "__main__":
    raise SystemExit(main())

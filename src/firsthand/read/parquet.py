"""Parquet tables of news by Arrow, within the guarded process, a few rows at a time."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.columns import columns_of
from firsthand.read.listed import Listed
from firsthand.read.rejection import rejected
from firsthand.read.source import Source

ROWS = 64  # held at once


def read_parquet(source: Source) -> Iterator[Document | Listed | Rejected]:
    """Yield what each row holds (``path#row``, from 1): a document, or an address.

    Reasons: ``unknown-columns``, ``broken-parquet`` for the table; ``no-text`` for rows.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    pa.set_cpu_count(1)
    data = b"" if source.path and not source.stream.is_gzip else source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    number = 0
    try:
        file = pq.ParquetFile(source.path if source.path and not data else io.BytesIO(data), pre_buffer=False)
        names = [name for name in file.schema_arrow.names if isinstance(name, str)]
        columns = columns_of(names)
        if columns is None:
            has = ", ".join(name[:30] for name in names[:8]) or "none"
            yield rejected(source.label, "unknown-columns", f"no column called text, html or url; its columns: {has}")
            return
        for batch in file.iter_batches(batch_size=ROWS, columns=columns.wanted, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield columns.record({name: _plain(v) for name, v in row.items()}, f"{source.label}#{number}")
    except (pa.ArrowException, OSError, ValueError, TypeError, KeyError, OverflowError) as e:
        why = " ".join(str(e).split())[:100]
        what = f"after {number:,} rows the table cannot be read ({why}): write or fetch it again"
        yield rejected(source.label, "broken-parquet", what)


def _plain(value: Any) -> Any:
    """Return a time as ISO 8601, anything else as it is."""
    return value.isoformat() if isinstance(value, (datetime, date)) else value

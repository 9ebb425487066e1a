"""Score annotation on a quotation gold: python benchmarks/quotes/polnear.py GOLD.jsonl --scorer score_quotes.py

GOLD has one object a line: doc_id, text, title, and quotes with start, end, fragments, type and the spans of speaker
and cue (PolNeAR in this form). Prints the scorer's table for all attributions and for those with a cue of speech, and
the words annotated per CPU-second of one thread.
"""

import argparse
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from firsthand.annotate import Annotate
from firsthand.config import AnnotateConfig
from firsthand.model import Article, Quotation, Segment


def main() -> None:
    """Annotate every document of the gold and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="a file with score() and show()")
    parser.add_argument("--quote-model", default="", help="weights of a tagger, whose attributions are added")
    parser.add_argument("--speech", action="store_true", help="ask for speech alone, as the settings do by default")
    options = parser.parse_args()
    scorer = module(options.scorer)
    gold = {d["doc_id"]: d for d in map(json.loads, options.gold.read_text(encoding="utf-8").splitlines())}
    annotate = Annotate(AnnotateConfig(quote_model=options.quote_model, attributions=not options.speech))
    begin = time.process_time()
    found = {key: annotate.annotate(article(document)).quotations for key, document in gold.items()}
    seconds = time.process_time() - begin
    predicted = {key: {"doc_id": key, "quotes": [record(q) for q in quotations]} for key, quotations in found.items()}
    print("all attributions")
    scorer.show(scorer.score(gold, predicted))
    print("attributions with a cue of speech")
    scorer.show(scorer.score(gold, predicted, None, True))
    words = sum(len(d["text"].split()) for d in gold.values())
    print(f"{words} words in {seconds:.2f} CPU-seconds: {words / seconds:.0f} words per CPU-second")


def module(path: Path) -> ModuleType:
    """Return a Python file as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article(document: dict[str, Any]) -> Article:
    """Return a document of the gold as an article that is all body."""
    text = document["text"]
    return Article(
        id=document["doc_id"], external_id=None, input=document["doc_id"], url=None, path=None, publisher=None,
        text=text, headline=document.get("title"), dek=None, bylines=(), dateline=None,
        published=document.get("date"), published_precision="day", fetched=None, language="en", sha256="",
        page="article", segments=(Segment("body", 0, len(text)),), comments=(),
    )  # fmt: skip


def record(quotation: Quotation) -> dict[str, Any]:
    """Return a quotation as the scorer reads it."""
    return {
        "start": quotation.start,
        "end": quotation.end,
        "fragments": [[f.start, f.end] for f in quotation.fragments],
        "type": quotation.type,
        "speaker_start": quotation.speaker_start,
        "speaker_end": quotation.speaker_end,
        "cue_start": quotation.cue_start,
        "cue_end": quotation.cue_end,
    }


if __name__ == "__main__":
    main()

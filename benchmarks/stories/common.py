"""The measuring sets as articles, and the plain baseline that firsthand is held against."""

import gzip
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.model import Annotation, Article, Document, Rejected, Segment
from firsthand.text import short_hash

SHARED = Path(os.environ.get("FIRSTHAND_SHARED", Path(__file__).resolve().parents[3] / "shared"))
SETS = {
    "incidents": "incidents.jsonl.gz",
    "fnc": "fnc.jsonl.gz",
    "ecbplus": "ecbplus.jsonl.gz",
    "triplets": "triplets.jsonl",
    "titles_multilingual": "titles_multilingual.jsonl",
}

# As the set of headlines writes them, by ISO 639-1.
LANGUAGES = {"eng": "en", "spa": "es", "por": "pt", "fra": "fr", "rus": "ru", "deu": "de", "ara": "ar", "slv": "sl"} | {
    "zho": "zh"
}


def rows(name: str) -> list[dict[str, Any]]:
    """Return the records of a set; ``lineage`` is the pages of the lineage gold, less the digests of many stories."""
    if name == "lineage":
        return _lineage()
    path = SHARED / "data" / "stories" / SETS[name]
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def _lineage() -> list[dict[str, Any]]:
    folder = SHARED / "data" / "lineage"
    story = {r["id"]: r["story"] for r in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    pages = map(json.loads, (folder / "pages.jsonl").open(encoding="utf-8"))
    return [
        {
            "id": p["id"],
            "domain": p["publisher"],
            "text": p["text"],
            "fetched": p["scrape_time"],
            "story": story[p["id"]],
        }
        for p in pages
        if story.get(p["id"], "newsletter") != "newsletter"
    ]


def annotated(row: dict[str, Any]) -> tuple[Article, Annotation]:
    """Return a record as the stages before linking make it; one that cleaning rejects is all body."""
    document = Document(
        input=row["id"],
        kind="text",
        content=row.get("text") or row["title"],
        external_id=row["id"],
        url=row.get("url") or None,
        publisher=row.get("domain"),
        title=row.get("title"),
        published=row.get("date"),
        fetched=row.get("fetched"),
        language=LANGUAGES.get(row.get("lang", "")),
    )
    cleaned = Clean().clean(document)
    article = _all_body(document) if isinstance(cleaned, Rejected) else cleaned
    return article, Annotate().annotate(article)


def _all_body(document: Document) -> Article:
    """Return a document as an article without any cleaning."""
    return Article(
        id=short_hash(document.external_id or "", document.content),
        external_id=document.external_id,
        input=document.input,
        url=document.url,
        path=None,
        publisher=document.publisher,
        text=document.content,
        headline=document.title,
        dek=None,
        bylines=(),
        dateline=None,
        published=document.published,
        published_precision=None,
        fetched=None,
        language=None,
        sha256="",
        page="article",
        segments=(Segment("body", 0, len(document.content)),),
        comments=(),
    )


def single_pass(texts: Sequence[str], threshold: float = 0.2) -> tuple[list[int], float]:
    """Return TF-IDF single-pass clusters (average similarity to a cluster's members) and CPU seconds.

    The threshold is the best common one over incidents, fnc, ecbplus and triplets.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    start = time.process_time()
    x = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    s = (x @ x.T).toarray()
    members: list[list[int]] = []
    out: list[int] = []
    for i in range(len(texts)):
        means = np.array([s[i, m].mean() for m in members])
        k = int(means.argmax()) if len(means) and means.max() > threshold else len(members)
        if k == len(members):
            members.append([])
        members[k].append(i)
        out.append(k)
    return out, time.process_time() - start

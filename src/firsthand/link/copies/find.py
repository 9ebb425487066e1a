"""From articles to copies."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.link.copies.align import Run, align, characters
from firsthand.link.copies.body import Body, body
from firsthand.link.copies.candidates import Candidates, PairVotes
from firsthand.model import Annotation, Article, Copy, CopyKind, Quotation
from firsthand.stage import Shuffle

# The share of a passage that must be reported speech on both sides for the passage to be a shared quotation. Ours.
QUOTED_SHARE = 0.8
# Cues and occasions of words that stand somewhere in public for anyone to take.
_PUBLIC = ("tweet", "posted", "wrote on", "statement", "press release", "filing", "indictment", "complaint")


def find_copies(articles: Sequence[Article], annotations: Mapping[str, Annotation], shuffle: Shuffle) -> list[Copy]:
    """Return every passage that two articles share, sorted. ``shuffle`` runs a corpus stage over records."""
    bodies = {article.id: body(article) for article in sorted(articles, key=lambda a: a.order)}
    pairs = shuffle(PairVotes(), shuffle(Candidates(), bodies.values()))
    copies = [copy for earlier, later in pairs for copy in _passages(bodies[earlier], bodies[later], annotations)]
    return sorted(copies, key=lambda c: (c.earlier, c.later, c.later_start, c.earlier_start))


def _passages(earlier: Body, later: Body, annotations: Mapping[str, Annotation]) -> Iterator[Copy]:
    for chain in align(earlier, later).chains:
        first, last = chain[0], chain[-1]
        span_e = int(earlier.starts[first.a]), int(earlier.ends[last.a + last.size - 1])
        span_l = int(later.starts[first.b]), int(later.ends[last.b + last.size - 1])
        kind = _kind(chain, earlier, later, annotations)
        yield Copy(earlier.article, *span_e, later.article, *span_l, characters(chain, later), kind)


def _kind(chain: tuple[Run, ...], earlier: Body, later: Body, annotations: Mapping[str, Annotation]) -> CopyKind:
    spoken_e = _spoken(annotations.get(earlier.article))
    spoken_l = _spoken(annotations.get(later.article))
    total = quoted = public = 0
    for run in chain:
        for k in range(run.size):
            start, end = int(later.starts[run.b + k]), int(later.ends[run.b + k])
            total += end - start
            there = _covering(spoken_l, start)
            if there and _covering(spoken_e, int(earlier.starts[run.a + k])):
                quoted += end - start
                public += (end - start) * _is_public(there)
    if quoted < QUOTED_SHARE * total:
        return "prose"
    return "public" if public >= QUOTED_SHARE * total else "quotation"


def _spoken(annotation: Annotation | None) -> list[Quotation]:
    return [] if annotation is None else [q for q in annotation.quotations if q.type != "indirect"]


def _covering(quotations: Sequence[Quotation], position: int) -> Quotation | None:
    return next((q for q in quotations if any(f.start <= position < f.end for f in q.fragments)), None)


def _is_public(quotation: Quotation) -> bool:
    words = f"{quotation.cue or ''} {quotation.occasion or ''}".lower()
    return any(word in words for word in _PUBLIC)

"""Which wordings are worth comparing: those of one block that share words, rare ones first, within bounds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from firsthand.link.statements.similarity import Weights
from firsthand.link.statements.wording import Wording
from firsthand.text import shingles

# A word leads to this many wordings of the block at most, the best-attested ones: bounds a block of any size (ours).
POSTINGS = 64
# The rarest words of a wording that are looked up (ours).
PROBES = 32
# The wordings that one is compared with in the end (ours).
CANDIDATES = 16
# Wordings that share less than this part of the lighter one's weight are not compared: of the alike pairs of
# benchmarks/variants/pairs.jsonl none likely enough to join shares less than .39, none that context may join than .26.
LEAST_SHARED = 0.25
# Words in a row that bring two wordings together wherever they stand.
RUN = 5


def candidates(wordings: Sequence[Wording], weights: Weights) -> Iterator[tuple[int, int]]:
    """Yield pairs ``(earlier, later)`` of places in ``wordings``, which stand in order of attestation, best first."""
    postings: dict[str, list[int]] = defaultdict(list)
    totals: list[float] = []
    for place, wording in enumerate(wordings):
        stems = sorted(set(wording.whole.senses), key=lambda s: (-weights.of(s), s))
        totals.append(weights.sum(stems))
        shared: dict[int, float] = defaultdict(float)
        for stem in stems[:PROBES]:
            weight = weights.of(stem)
            for other in postings[stem]:
                shared[other] += weight
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]
        yield from ((other, place) for other, mass in best if mass >= LEAST_SHARED * min(totals[other], totals[place]))
        for stem in stems:
            if len(postings[stem]) < POSTINGS:
                postings[stem].append(place)


def runs(wording: Wording) -> frozenset[int]:
    """Return a hash for each run of ``RUN`` words, or one for all the words of a shorter wording."""
    norms = wording.whole.text.split(" ")
    return frozenset(shingles(norms, min(RUN, len(norms))).tolist())

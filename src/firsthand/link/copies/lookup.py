"""Which stored articles may share text with one that is not stored: a look into the index, which stays as it is."""

import numpy as np

from firsthand.link.copies.candidates import MIN_VOTES
from firsthand.link.copies.fingerprints import fingerprints, own_words
from firsthand.link.copies.index import Index
from firsthand.model import Article

# Articles that are read of those that hold one fingerprint, the earliest: where a text comes from is asked, and that
# on a text of 10,000 pages costs what one on 200 does. Ours.
HOLDERS = 200


def lookup(index: Index, article: Article, most: int) -> list[str]:
    """Return the ids of the ``most`` articles that have the most fingerprints in common with ``article``.

    Of equals the earliest come first. As between stored articles (``candidates``), one fingerprint is not enough.
    """
    hashes = fingerprints([own_words(article)]).hashes
    _, holders = index.holders(hashes, HOLDERS)
    keys, counts = np.unique(holders, return_counts=True)
    keys, counts = keys[counts >= MIN_VOTES], counts[counts >= MIN_VOTES]
    first = np.lexsort((keys, -counts))[:most]
    return index.names(keys[first])

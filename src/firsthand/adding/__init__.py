"""Adding documents to a corpus: ``run`` reads, cleans, annotates, stores; ``versions`` knows pages that came twice."""

from firsthand.adding.run import Added, Adding, Progress, kept, weight

__all__ = ["Added", "Adding", "Progress", "kept", "weight"]

"""Adding documents to a corpus: ``run`` reads, cleans, annotates, stores; ``versions`` knows pages that came twice.

``held`` is what of all this is known from one run to the next.
"""

from firsthand.adding.held import Held
from firsthand.adding.run import Added, Adding, Progress, kept, weight

__all__ = ["Added", "Adding", "Held", "Progress", "kept", "weight"]

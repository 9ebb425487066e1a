"""Running stages. An engine knows nothing of news: it maps document stages over records and shuffles for corpus stages.

``local`` runs on this machine: document stages in worker processes, so that one document that hangs, crashes or eats
memory costs that document only; corpus stages in this process.
"""

from firsthand.engine.local import map_documents, shuffle

__all__ = ["map_documents", "shuffle"]

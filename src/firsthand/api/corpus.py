"""The corpus as an object: all that can be done with one, by theme in the modules beside this one."""

from pathlib import Path

from firsthand.api.correcting import Correcting
from firsthand.api.keeping import Keeping
from firsthand.api.reading import Reading
from firsthand.config import Config


class Corpus(Keeping, Correcting, Reading):
    """A corpus folder.

    Opening reads nothing: methods that read see the corpus as after its last finished step, methods that write take
    the corpus's lock while they run.

    >>> corpus = fh.open("my-corpus")
    >>> corpus.stories()[0].headline
    'Ferry with 214 aboard runs aground off Port Halden, all brought to safety'
    """


def open(  # noqa: A001  (fh.open reads well)
    path: Path | str, config: Config | None = None, *, wait: float = 0.0
) -> Corpus:
    """Return the corpus in ``path``; nothing is read or made until a method asks; for ``wait`` see ``Corpus``.

    >>> fh.open("my-corpus")
    Corpus('my-corpus')
    """
    return Corpus(path, config, wait=wait)

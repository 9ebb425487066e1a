"""What a story is told by in a line: the day of its event, and sentences of its articles that tell it.

``clocks`` says whose time of publication can be believed, ``dates`` lets the articles vote on the day of the event,
``sentences`` cuts the leads and chooses, ``describe`` puts both into the stories.
"""

from firsthand.link.summaries.describe import describe

__all__ = ["describe"]

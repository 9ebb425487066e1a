"""Speakers: from the words beside a cue to the name that the article gives them.

A name stands for itself, a surname for the person last named by it, "the foreign minister" for the person so
described, "he" for whoever the text is about. Officials and sources without a name are ``anonymous``; a group that the
text describes ("Norvanian opposition sources") is named by those words. What cannot be told stays None.
"""

from firsthand.annotate.speakers.lexicon import ANONYMOUS
from firsthand.annotate.speakers.resolve import Resolver

__all__ = ["ANONYMOUS", "Resolver"]

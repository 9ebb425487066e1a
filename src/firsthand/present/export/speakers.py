"""Whether a speaker is a person or a body, as far as the names in the articles tell."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Literal

from firsthand.present.views.index import Index
from firsthand.text import plain

SpeakerKind = Literal["person", "organisation", "unknown"]
# What firsthand says of a speaker who is quoted without a name.
ANONYMOUS = "anonymous"


def speaker_kinds(index: Index) -> Mapping[str, SpeakerKind]:
    """Return what each name is, by its folded form, where the articles that have it agree more often than not."""
    votes: defaultdict[str, Counter[SpeakerKind]] = defaultdict(Counter)
    for annotation in index.annotations.values():
        for mention in annotation.mentions:
            if mention.kind != "place":
                votes[plain(mention.name)][mention.kind] += 1
    return {name: _winner(found) for name, found in votes.items()}


def speaker_kind(kinds: Mapping[str, SpeakerKind], name: str) -> SpeakerKind:
    """Return what the speaker is."""
    return kinds.get(plain(name), "unknown")


def _winner(votes: Counter[SpeakerKind]) -> SpeakerKind:
    person, body = votes["person"], votes["organisation"]
    return "person" if person > body else "organisation" if body > person else "unknown"

"""The language that a text is written in."""

from collections.abc import Sequence

from firsthand.model import Segment

_LOOK = 600  # characters that are looked at: more does not change the answer, and costs time
_FEWEST_LETTERS = 40  # less tells nothing


def language(text: str, segments: Sequence[Segment]) -> str | None:
    """Return the ISO 639-1 code of the language of the body (else of all of the text), None where too short to tell."""
    sample = _sample(text, segments)
    if sum(c.isalpha() for c in sample) < _FEWEST_LETTERS:
        return None
    from py3langid import classify  # keeps its model once loaded (0.2 s); nothing else of firsthand needs it

    return str(classify(sample)[0])


def _sample(text: str, segments: Sequence[Segment]) -> str:
    pieces: list[str] = []
    room = _LOOK
    for segment in segments:
        if segment.kind == "body" and room > 0:
            pieces.append(text[segment.start : min(segment.end, segment.start + room)])
            room -= len(pieces[-1])
    return "\n".join(pieces).encode("utf-8", "replace").decode("utf-8")

"""Bodies and articles of given words, for the tests of copies."""

from firsthand.link.copies.body import Body, body
from firsthand.model import Article, Segment

PASSAGE = (
    "The harbour master of Port Halden closed the northern basin on Tuesday after two cranes were found leaning over "
    "the quay, and engineers said that the foundations had been washed out by the winter storms. Ferries from the "
    "island will land at the fish market until the end of the month, and lorries have been told to wait outside."
)
OTHER = (
    "Ticket prices on the hill railway will rise by a tenth in spring, the company wrote to its customers. Pensioners "
    "keep their reduced fare, while students lose theirs when the summer timetable begins."
)
THIRD = (
    "A choir from the upper valley has won the national contest for the fourth time, with a song about bread that its "
    "conductor had found in a parish register. Nobody in the hall had heard it before."
)


def article(text: str, name: str = "a", kinds: tuple[str, ...] = ("body",)) -> Article:
    """An article of paragraphs parted by blank lines; each is of the kind given, the last kind for all others."""
    segments, start = [], 0
    for k, paragraph in enumerate(text.split("\n\n")):
        kind = kinds[min(k, len(kinds) - 1)]
        segments.append(Segment(kind, start, start + len(paragraph)))  # type: ignore[arg-type]
        start += len(paragraph) + 2
    return Article(
        id=name, external_id=None, input=name, url=None, path=None, publisher=name, text=text, headline=None, dek=None,
        bylines=(), dateline=None, published=None, published_precision=None, fetched=None, language="en", sha256="",
        page="article", segments=tuple(segments), comments=(),
    )  # fmt: skip


def words_of(text: str, name: str = "a") -> Body:
    """The body of an article that is all body."""
    return body(article(text, name))

"""A story as the Python interface gives it."""

from dataclasses import dataclass

from firsthand.model import Article, Count, Reason
from firsthand.model import Story as Linked
from firsthand.notebook.html import rendered
from firsthand.present.labels import counted, origins_line, shorten
from firsthand.present.safe import visible
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import OutletRow, outlet_row
from firsthand.present.views.story import story_card
from firsthand.present.views.summary import summary_of

_HEADLINE = 60  # characters of it in one line


@dataclass(frozen=True, slots=True, repr=False)
class Story:
    """Articles that report one event, and how many independent origins stand behind them.

    ``coverage`` has a row for each article, oldest first: its ``article``, ``outlet``, ``relation`` in words,
    ``origin``, ``rests_on`` and ``reasons``. ``first`` and ``last`` are ISO 8601 times of publication, ``happened`` the
    day of the event itself, each None where it is not known. ``origins_low`` and ``origins_high`` are the ends of the
    range of independent origins, None where they were not counted; ``reasons`` has one for each origin and each merge
    of two, ``apart`` one for each merge that was nearly made. ``summary`` are sentences of the articles, ``sentence``
    says what the articles rest on. *Independent* does not mean *true*.

    >>> story = corpus.stories()[0]
    >>> story
    <Story ... “Ferry with 214 aboard ...” · 11 articles · 10 outlets · ... independent origins>
    >>> story.outlets[0], story.coverage[0].relation
    ('Norda', 'Own reporting, used by others')
    """

    id: str
    headline: str
    summary: tuple[str, ...]
    sentence: str
    first: str | None
    last: str | None
    happened: str | None
    coverage: tuple[OutletRow, ...]
    origins: tuple[str, ...]
    origins_low: int | None
    origins_high: int | None
    reasons: tuple[Reason, ...]
    apart: tuple[Reason, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, oldest first."""
        return tuple(row.article for row in self.coverage)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that published them, each once, in the order of their first article."""
        return tuple(dict.fromkeys(row.outlet for row in self.coverage))

    @property
    def line(self) -> str:
        """How many articles, outlets and origins, for reading."""
        told = counted(len(self.coverage), "article"), counted(len(self.outlets), "outlet")
        return " · ".join((*told, counted_line(self.id, self.origins_low, self.origins_high)))

    def __repr__(self) -> str:
        return f"<Story {self.id[:8]} “{shorten(visible(self.headline), _HEADLINE)}” · {self.line}>"

    def _repr_html_(self) -> str:
        return rendered("story", story=self)


def story_of(index: Index, story: Linked) -> Story:
    """Return the record of a story; articles that are not stored are left out."""
    card, count = story_card(index, story), index.counts.get(story.id)
    rows = tuple(outlet_row(index, article) for article in index.in_time(story.articles))
    return Story(
        id=story.id,
        headline=story.headline,
        summary=tuple(sentence.text for sentence in summary_of(index, story).sentences),
        sentence=card.sentence,
        first=story.first,
        last=story.last,
        happened=story.happened,
        coverage=rows,
        origins=tuple(index.origin(name) for name in count.origins) if count else (),
        origins_low=count.low if count else None,
        origins_high=count.high if count else None,
        reasons=count.reasons if count else (),
        apart=count.apart if count else (),
    )


def counted_line(subject: str, low: int | None, high: int | None) -> str:
    """Return ``"1–2 independent origins"``, or that they were not counted."""
    return origins_line(None if low is None or high is None else Count(subject, (), low, high, ()))

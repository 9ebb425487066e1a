"""What the articles of one story tell of people and bodies: their names, and who bears which title."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from firsthand.link.statements.speakers import bearers, bodies
from firsthand.link.statements.speakers.bodies import Bodies
from firsthand.link.statements.speakers.people import People
from firsthand.link.statements.speakers.titles import Title
from firsthand.model import Annotation, Article

# A person, by number, with what is said of them under each status: "acting", "former", none.
Held = dict[int, dict[frozenset[str], Title]]


class Told:
    """The names of a story's articles. ``quoted`` are names of speakers, who need not be among the names found."""

    def __init__(self, told: Iterable[tuple[Article, Annotation]], quoted: Mapping[str, str]) -> None:
        """Take the story's articles and its speakers' names, each with the kind that annotation gives it."""
        self._told = list(told)
        self._quoted = quoted

    @cached_property
    def people(self) -> People:
        """All whom the story names in full."""
        named = {m.name for _, a in self._told for m in a.mentions if m.kind == "person" and not m.name[:1].islower()}
        return People(named | {name for name, kind in self._quoted.items() if kind == "person"})

    @cached_property
    def bodies(self) -> Bodies:
        """All organisations that the story names."""
        names = {name for name, kind in self._quoted.items() if kind == "organisation"}
        explained: dict[str, str] = {}
        for article, annotation in self._told:
            for m in annotation.mentions:
                if m.kind == "organisation" and not m.name[:1].islower():
                    names.add(bodies.named(article.text, m))
                    if short := bodies.short_form(article.text, m):
                        explained.setdefault(short, m.name)
        return Bodies(names, explained)

    def holder(self, described: Title, among: Collection[int] | None = None) -> int | None:
        """Return the one person of the story, or ``among`` some, whom a description fits; None for none or several."""
        able = [n for n, held in self._held.items() if any(described.fits(t) for t in held.values())]
        able = able if among is None else [n for n in able if n in among]
        return able[0] if len(able) == 1 else None

    @cached_property
    def _held(self) -> Held:
        out: Held = defaultdict(dict)
        for article, annotation in self._told:
            for m in (m for m in annotation.mentions if m.kind == "person"):
                bearer = self.people.find(m.name)
                if len(bearer) != 1:
                    continue
                held = out[next(iter(bearer))]
                for found in bearers.titles(article.text, m):
                    held[found.status] = held[found.status].joined(found) if found.status in held else found
        return dict(out)

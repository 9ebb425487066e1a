"""One invented story with all its records, as linking and tracing would leave them: texts, copies, statements, counts.

Every story has an agency's report, copies of it, outlets that write it up, and others that report for themselves; one
to five people speak in it. Which article is what is known, because it was made so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.serve.language import Language, time
from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Change,
    Copy,
    Count,
    Credit,
    DateMention,
    Difference,
    Edge,
    Lineage,
    Mention,
    Passage,
    Quotation,
    Reason,
    Segment,
    Span,
    Statement,
    Story,
)
from firsthand.text import short_hash

# Of a story's articles: copies of the agency's report, write-ups of it; the others report for themselves.
COPIES, REWRITES = 0.55, 0.2
# A copy shares its text with so many before it, as where linking takes some of many for hubs.
_PARTNERS = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: its words and those of an outlet that changed one of them."""

    id: str
    speaker: str
    words: tuple[str, ...]
    changed: tuple[str, ...]
    place: int  # which word was changed


@dataclass
class Records:
    """Records by table."""

    articles: list[Article] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of a report: before the quotation, the quotation, behind it."""

    text: str
    start: int = 0
    end: int = 0
    said: Said | None = None
    changed: bool = False


class StoryMaker:
    """Makes stories in one language, of one list of outlets, agencies and speakers."""

    def __init__(
        self, language: Language, outlets: Sequence[str], agencies: Sequence[str], speakers: Sequence[str]
    ) -> None:
        self._language = language
        self._chance = language.chance
        self._outlets = outlets
        self._agencies = agencies
        self._speakers = speakers

    def make(self, number: int, size: int, days_before: float) -> Records:
        """Return a story of ``size`` articles; ``number`` gives its ids."""
        made = Records()
        story, agency = short_hash("story", str(number)), self._chance.choice(self._agencies)
        outlets = [agency, *self._chance.sample(self._outlets, size - 1)]
        said = [self._said(story, n) for n in range(self._chance.randint(2, 6 + min(size, 60) // 6))]
        report = self._report(said, changed=False)
        names = self._language.name(3).split()
        cuts = 1 + round(COPIES * (size - 1)), 1 + round((COPIES + REWRITES) * (size - 1))
        for n, outlet in enumerate(outlets):
            kind = "agency" if not n else "copy" if n < cuts[0] else "rewrite" if n < cuts[1] else "own"
            some = report if kind in ("agency", "copy") else self._report(self._some(said), changed=kind == "own")
            when = time(max(0.0, days_before - n * self._chance.random() / 24))
            self._article(made, story, agency, kind, outlet, when, some, names)
        self._story(made, story, cuts)
        return made

    def _said(self, story: str, number: int) -> Said:
        words = tuple(self._language.words(self._chance.randint(7, 22)))
        place = self._chance.randrange(len(words))
        changed = (*words[:place], self._language.words(1)[0], *words[place + 1 :])
        return Said(short_hash(story, "said", str(number)), self._chance.choice(self._speakers), words, changed, place)

    def _some(self, said: Sequence[Said]) -> list[Said]:
        return self._chance.sample(said, self._chance.randint(1, len(said)))

    def _report(self, said: Sequence[Said], *, changed: bool) -> list[_Piece]:
        pieces = [_Piece(self._language.paragraph())]
        for s in said:
            words = " ".join(s.changed if changed else s.words)
            text = f"“{words},” {s.speaker} said. {self._language.sentence()}"
            pieces += [_Piece(text, 1, 1 + len(words), s, changed), _Piece(self._language.paragraph())]
        return pieces

    def _article(
        self,
        made: Records,
        story: str,
        agency: str,
        kind: str,
        outlet: str,
        when: str,
        report: Sequence[_Piece],
        names: list[str],
    ) -> None:
        identity = short_hash(story, outlet)
        headline = f"{' '.join(names)} {' '.join(self._language.words(5))}".capitalize()
        credit = f"({agency}) — " if kind in ("agency", "copy") else f"{agency} reported. " if kind == "rewrite" else ""
        text, quotations, mentions = f"{headline}\n\n{credit}", [], []
        for piece in report:
            if piece.said:
                span = Span(len(text) + piece.start, len(text) + piece.end)
                quotations.append((_quotation(identity, span, piece.said), piece))
                at = span.end + 3
                mentions.append(
                    Mention(at, at + len(piece.said.speaker), "person", piece.said.speaker, piece.said.speaker.lower())
                )
            text += piece.text + "\n\n"
        text = text.rstrip()
        body = len(headline) + 2
        made.articles.append(_stored(identity, outlet, when, headline, text, body))
        found = (Credit(body, body + len(credit), agency, "dateline"),) if credit else ()
        dates = (DateMention(body, body + 8, when[:10], "day"),)
        only = tuple(q for q, _ in quotations)
        made.annotations.append(Annotation(identity, tuple(mentions), dates, found, only))
        for q, piece in quotations:
            assert piece.said
            key = short_hash(piece.said.speaker)
            made.attributions.append(Attribution(q.id, identity, piece.said.speaker, key, piece.said.id))
        self._trace(made, story, agency, kind, identity, outlet, Passage(identity, body, body + len(credit)))
        if kind == "copy":
            self._copies(made, made.articles[-1], body + len(credit))

    def _trace(
        self, made: Records, story: str, agency: str, kind: str, identity: str, outlet: str, seen: Passage
    ) -> None:
        """Say where an article comes from."""
        reason = {
            "agency": Reason("used-by-others", "Other articles carry its text."),
            "copy": Reason("credit", f"Says “{agency}”.", (seen,)),
            "rewrite": Reason("credit", f"Says “{agency} reported”.", (seen,)),
            "own": Reason("nothing-shared", "No passage of another article was found in it."),
        }[kind]
        relation = {"agency": "original", "copy": "verbatim", "rewrite": "cites", "own": "independent"}[kind]
        authorship = {"agency": "own", "copy": "wire", "rewrite": "rewrite", "own": "own"}[kind]
        origin = agency if kind == "copy" else "own"
        draws = () if kind in ("agency", "own") else (agency,)
        family = short_hash(story, "family") if kind in ("agency", "copy") else None
        rests = draws or (outlet,)
        line = Lineage(identity, story, origin, relation, draws, rests, family, (reason,), authorship)  # type: ignore[arg-type]
        made.lineages.append(line)
        if draws:
            made.edges.append(Edge(story, made.articles[0].id, identity, "credit", (reason,)))

    def _copies(self, made: Records, later: Article, start: int) -> None:
        """Say with whom a copy shares its text: the agency and some of the copies before it."""
        others = made.articles[1:-1]
        for earlier in (made.articles[0], *self._chance.sample(others, min(len(others), _PARTNERS))):
            first = earlier.text.index("— ") + 2
            length = len(later.text) - start
            shares = length / len(earlier.text), length / len(later.text)
            made.copies.append(
                Copy(
                    earlier.id,
                    first,
                    first + length,
                    later.id,
                    start,
                    len(later.text),
                    length,
                    "prose",
                    length // 6,
                    0,
                    *shares,
                )
            )

    def _story(self, made: Records, story: str, cuts: tuple[int, int]) -> None:
        """Make the story's record, its statements, and how many origins stand behind each."""
        articles = sorted(made.articles, key=lambda a: a.order)
        first, last = articles[0], articles[-1]
        end = first.text.index(".", len(first.headline or "")) + 1
        summary = (Passage(first.id, len(first.headline or "") + 2, end),)
        ids = tuple(a.id for a in articles)
        made.stories.append(Story(story, first.headline or "", ids, first.published, last.published, summary))
        own = made.articles[cuts[1] :]
        names = (made.articles[0].publisher or "", *(a.publisher or "" for a in own))
        made.counts.append(_count(story, names, made.articles[: cuts[0]]))
        by_statement: dict[str, list[Quotation]] = {}
        quotations = {q.id: q for n in made.annotations for q in n.quotations}
        speakers: dict[str, str | None] = {}
        for told in made.attributions:
            by_statement.setdefault(told.statement, []).append(quotations[told.quotation])
            speakers[told.statement] = told.speaker
        texts = {a.id: a.text for a in made.articles}
        for identity, found in by_statement.items():
            self._statement(
                made, identity, speakers[identity], found, texts, {a.id: a.publisher or "" for a in own}, names[0]
            )

    def _statement(
        self,
        made: Records,
        identity: str,
        speaker: str | None,
        found: list[Quotation],
        texts: dict[str, str],
        own: dict[str, str],
        agency: str,
    ) -> None:
        main = found[0]
        wording = main.words(texts[main.article])
        others = [(q, q.words(texts[q.article])) for q in found[1:]]
        wordings = len({wording, *(words for _, words in others)})
        key = short_hash(speaker) if speaker else None
        made.statements.append(Statement(identity, speaker, key, None, wording, wordings, tuple(q.id for q in found)))
        for q, words in others:
            parts = () if words == wording else (_change(main, wording, q, words),)
            kinds = ("changed words",) if parts else ("same words",)
            made.differences.append(Difference(identity, main.id, q.id, kinds, parts))  # type: ignore[arg-type]
        carry = [q.article for q in found if q.article not in own]
        names = (*([agency] if carry else []), *(own[q.article] for q in found if q.article in own))
        passages = tuple(Passage(q.article, q.start, q.end) for q in found[:2])
        reason = Reason("same-words", "They have the same words in one order.", passages)
        low = max(1, len(names) - len(names) // 3)
        made.counts.append(Count(identity, names, low, len(names), (_rests(agency, carry), reason)))


def _stored(identity: str, outlet: str, when: str, headline: str, text: str, body: int) -> Article:
    return Article(
        id=identity, external_id=None, input=f"{identity}.txt", url=f"https://{identity}.example/news", path=None,
        publisher=outlet, text=text, headline=headline, dek=None, bylines=(), dateline=None, published=when,
        published_precision="minute", fetched=None, language="en", sha256=short_hash(text) * 4, page="article",
        segments=(Segment("headline", 0, len(headline)), Segment("body", body, len(text))), comments=(),
    )  # fmt: skip


def _quotation(article: str, span: Span, said: Said) -> Quotation:
    at = span.end + 3
    return Quotation(
        short_hash(article, said.id), article, "direct", span.start, span.end, (span,), said.speaker, at,
        at + len(said.speaker), "said", at + len(said.speaker) + 1, at + len(said.speaker) + 5, None, (),
    )  # fmt: skip


def _change(main: Quotation, wording: str, other: Quotation, words: str) -> Change:
    """Return the one word in which two wordings of one length in words differ."""
    at = other_at = 0
    for here, there in zip(wording.split(), words.split(), strict=True):
        if here != there:
            break
        at, other_at = at + len(here) + 1, other_at + len(there) + 1
    start, other_start = main.start + at, other.start + other_at
    return Change("changed words", start, start + len(here), other_start, other_start + len(there))


def _rests(agency: str, articles: Sequence[str]) -> Reason:
    passages = tuple(Passage(i, 0, 0) for i in articles[:9])
    return Reason("origin", f"{agency}: {len(articles)} articles rest on it", passages)


def _count(subject: str, names: tuple[str, ...], carried: Sequence[Article]) -> Count:
    merges = tuple(Reason("same-lead", "Both lead with one utterance.", (Passage(a.id, 0, 40),)) for a in carried[1:12])
    low = max(1, len(names) - len(names) // 3)
    return Count(subject, names, low, len(names), (_rests(names[0], [a.id for a in carried]), *merges))

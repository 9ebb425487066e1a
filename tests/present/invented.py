"""An invented corpus, as the store would hand it over: one agency, its reprints, a rewrite, two translations.

Run as a script it writes the report of the corpus: ``python -m tests.present.invented FOLDER [hostile|reprints]``.
"""

from collections.abc import Callable, Iterable, Sequence

from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Change,
    Comment,
    Copy,
    Count,
    Credit,
    CreditKind,
    Difference,
    DifferenceKind,
    Duplicate,
    Edge,
    Evidence,
    Lineage,
    Passage,
    Quotation,
    QuotationType,
    Reason,
    Rejected,
    Relation,
    Segment,
    Span,
    Statement,
    Story,
    Storyline,
)
from firsthand.present.tables import Tables
from firsthand.text import short_hash

HARBOUR, STRIKE = "57a0e1c2b3d4f506", "57a0e1c2b3d4f507"
PLEDGE, COST, DOUBT, TALKS = "5e00000000000001", "5e00000000000002", "5e00000000000003", "5e00000000000004"

WIRE = (
    "ELLMAR, Valdoria (Norwire) — The harbour of Ellmar will stay open through the winter, Transport Minister Tessa "
    "Varga said on Monday. “We will not close a single quay before the last ship has been unloaded,” Varga told "
    "reporters. She put the cost of the repairs at 40 million crowns. “The money is there, and it will be spent "
    "here,” she said. The harbour master, Ilo Brandt, doubted that the cranes would last that long."
)
SHORT_WIRE = (
    "The harbour of Ellmar will stay open through the winter, Transport Minister Tessa Varga said on Monday. “We will "
    "not close a single quay before the last ship has been unloaded,” Varga told reporters. “The money is there, and "
    "it will be spent here,” she said."
)
REWRITE = (
    "Ships will go on calling at Ellmar until spring, if the minister has her way. Tessa Varga said that no quay would "
    "be closed before the last ship was unloaded, Norwire reported. “The money is there, and it will be spent here on "
    "the coast,” she said. Dockers whom this newspaper met at the gates were less sure of it."
)
OWN = (
    "No pier in Ellmar shuts while a vessel still has cargo aboard: that was the promise Tessa Varga gave in the town "
    "hall on Monday. “No pier shuts while there is cargo aboard,” the minister said in Valdorian, in our reporter’s "
    "translation. Asked about the price, she named 40 million crowns. Ilo Brandt, who runs the harbour, said "
    "the cranes might fail before Christmas."
)
CITING = (
    "The cranes of Ellmar might fail before Christmas, the harbour master Ilo Brandt told Valdoria Today. The ministry "
    "has put the repairs at 40 million crowns. Lakeland’s own fishing fleet uses the harbour from November on."
)
FRENCH = (
    "Le port d’Ellmar restera ouvert tout l’hiver, a dit lundi la ministre Tessa Varga. « Nous ne fermerons aucun quai "
    "avant que le dernier navire ne soit déchargé », a-t-elle déclaré, selon Norwire."
)
BLOG = (
    "So they say Ellmar stays open. “We will not close any quay before the last ship has been unloaded,” Varga told "
    "reporters. Believe it when you see it."
)
STRIKE_A = (
    "Crane drivers in Ellmar stopped work on Tuesday night. “We are ready to talk at any hour,” the union’s Maren Holt "
    "said at the gate."
)
STRIKE_B = (
    "The harbour of Ellmar stood still on Wednesday after its crane drivers walked out. The union is ready to talk at "
    "any hour, Maren Holt said by telephone."
)
STRIKE_C = (
    "Ellmar’s crane drivers are on strike, and forty ships wait outside, our correspondent counted from the pier."
)


def tables() -> Tables:
    """Return the corpus: 11 articles in two stories of one storyline, and one that stands alone."""
    made = Made()
    for key, publisher, time, headline, text in _articles():
        made.article(key, publisher, time, headline, text, language="fr" if key == "courrier" else "en")
    _credits(made)
    _quotations(made)
    _lineages(made)
    return made.tables()


def _articles() -> list[tuple[str, str | None, str, str, str]]:
    third, last = "2031-03-03T{}:00+00:00".format, "2031-03-05T{}:00+00:00".format
    return [
        ("wire", "Norwire", third("08:10"), "Ellmar harbour to stay open through winter, minister says", WIRE),
        ("post", "The Ellmar Post", third("09:02"), "Harbour to stay open through the winter", WIRE),
        ("coast", "Coastal Daily", third("10:40"), "‘Not a single quay’: Varga’s pledge to Ellmar", SHORT_WIRE),
        ("times", "Harbour Times", third("12:15"), "Minister wants ships in Ellmar until spring", REWRITE),
        ("today", "Valdoria Today", third("08:55"), "Varga promises Ellmar an open harbour", OWN),
        ("radio", "Radio Lakeland", third("15:30"), "Cranes may fail before Christmas", CITING),
        ("courrier", "Le Courrier du Littoral", third("11:05"), "Le port d’Ellmar restera ouvert", FRENCH),
        ("blog", None, "2031-03-04", "Ellmar stays open, they say", BLOG),
        ("gate", "The Ellmar Post", "2031-03-04T22:20:00+00:00", "Crane drivers stop work in Ellmar", STRIKE_A),
        ("phone", "Valdoria Today", last("07:45"), "Ellmar stands still", STRIKE_B),
        ("pier", "Radio Lakeland", last("08:30"), "Forty ships wait outside Ellmar", STRIKE_C),
        ("recipe", "Coastal Daily", "2031-03-02", "Smoked eel the way the pilots like it", "Take two eels and a pipe."),
    ]


class Made:
    """Articles of invented text and what is said of them; spans are found by their words."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.quotations: dict[str, list[Quotation]] = {}
        self.credits: dict[str, list[Credit]] = {}
        self.statements: dict[str, tuple[str | None, list[str]]] = {}
        self.differences: list[Difference] = []
        self.copies: list[Copy] = []
        self.lineages: list[Lineage] = []
        self.edges: list[Edge] = []
        self.counts: list[Count] = []
        self.stories: list[Story] = []
        self.storylines: list[Storyline] = []

    def article(
        self,
        key: str,
        publisher: str | None,
        time: str | None,
        headline: str,
        body: str,
        *,
        url: str | None = "",
        language: str | None = "en",
        comments: Sequence[str] = (),
    ) -> str:
        """Add an article of a headline and a body, and return its id, a hash of ``key``."""
        text = f"{headline}\n\n{body}"
        segments = [Segment("headline", 0, len(headline)), Segment("body", len(headline) + 2, len(text))]
        made = []
        for n, words in enumerate(comments):
            text += "\n\n"
            made.append(Comment(n, None, 0, f"reader {n}", len(text), len(text) + len(words)))
            text += words
        identity = short_hash(key)
        self.articles[key] = Article(
            id=identity,
            external_id=key,
            input=f"{key}.txt",
            url=f"https://{key}.example/news/{identity}" if url == "" else url,
            path=f"{key}.txt",
            publisher=publisher,
            text=text,
            headline=headline,
            dek=None,
            bylines=(),
            dateline=None,
            published=time,
            published_precision=None if time is None else "day" if len(time) == 10 else "minute",
            fetched=None,
            language=language,
            sha256=short_hash(text) * 4,
            page="article",
            segments=tuple(segments),
            comments=tuple(made),
        )
        return identity

    def span(self, key: str, words: str) -> Span:
        """Return where ``words`` stand in the article's text."""
        start = self.articles[key].text.index(words)
        return Span(start, start + len(words))

    def passage(self, key: str, words: str) -> Passage:
        """Return ``words`` of an article as evidence."""
        span = self.span(key, words)
        return Passage(self.articles[key].id, span.start, span.end)

    def credit(self, key: str, words: str, publisher: str, kind: CreditKind) -> None:
        """Say that the article credits ``publisher`` by ``words``."""
        span = self.span(key, words)
        self.credits.setdefault(key, []).append(Credit(span.start, span.end, publisher, kind))

    def quote(
        self,
        key: str,
        statement: str,
        speaker: str | None,
        words: str,
        kind: QuotationType = "direct",
        via: tuple[str, ...] = (),
        cue: str | None = "said",
    ) -> str:
        """Say that the article reports ``statement`` in ``words``; the first that does gives its wording."""
        span = self.span(key, words)
        identity = short_hash(key, statement, words)
        self.quotations.setdefault(key, []).append(
            Quotation(
                identity, self.articles[key].id, kind, span.start, span.end, (span,), speaker, None, None, cue, None,
                None, None, via,
            )
        )  # fmt: skip
        self.statements.setdefault(statement, (speaker, []))[1].append(identity)
        return identity

    def differ(self, statement: str, main: str, other: str, *told: tuple[DifferenceKind, str, str]) -> None:
        """Say how a quotation differs from the main one: kinds with words of either, none for the whole of both.

        Where one side has no words, its end is the place.
        """
        by_id = {q.id: (key, q) for key, found in self.quotations.items() for q in found}
        one, two = by_id[main], by_id[other]
        parts = []
        for kind, words, others in told:
            whole = not words and not others
            here, there = (self._part(*side, said, whole=whole) for side, said in ((one, words), (two, others)))
            parts.append(Change(kind, here.start, here.end, there.start, there.end))
        kinds = tuple(dict.fromkeys(kind for kind, _, _ in told)) or ("same words",)
        self.differences.append(Difference(statement, main, other, kinds, tuple(parts)))

    def _part(self, key: str, quotation: Quotation, words: str, *, whole: bool) -> Span:
        if whole:
            return Span(quotation.start, quotation.end)
        start = self.articles[key].text.index(words, quotation.start) if words else quotation.end
        return Span(start, start + len(words))

    def trace(
        self,
        key: str,
        story: str,
        origin: str,
        relation: Relation,
        draws: tuple[str, ...] = (),
        family: str | None = None,
        reason: str = "No passage of another article was found in it.",
    ) -> None:
        """Say where the article comes from."""
        rests = draws or (self.articles[key].publisher or "unknown",)
        named = any(c.kind != "photo" and c.publisher in draws for c in self.credits.get(key, ()))
        named = named or any(set(q.via) & set(draws) for q in self.quotations.get(key, ()))
        made = (Reason("credit" if named else "seen", reason),)
        self.lineages.append(Lineage(self.articles[key].id, story, origin, relation, draws, rests, family, made))

    def edge(self, story: str, source: str, target: str, evidence: Evidence, reason: str, *seen: Passage) -> None:
        """Draw an arrow; ``source`` is a key or a name."""
        start = self.articles[source].id if source in self.articles else source
        self.edges.append(Edge(story, start, self.articles[target].id, evidence, (Reason(evidence, reason, seen),)))

    def count(self, subject: str, origins: Iterable[str], low: int, high: int, *reasons: str) -> None:
        """Count the origins of a story or statement."""
        said = tuple(Reason("count", r) for r in reasons)
        self.counts.append(Count(subject, tuple(origins), low, high, said))

    def story(self, identity: str, headline: str, *keys: str) -> None:
        """Make a story of articles, oldest first."""
        found = sorted((self.articles[k] for k in keys), key=lambda a: a.published or "")
        ids = tuple(a.id for a in found)
        self.stories.append(Story(identity, headline, ids, found[0].published, found[-1].published))

    def _annotation(self, key: str) -> Annotation:
        quotations = sorted(self.quotations.get(key, ()), key=lambda q: q.start)
        return Annotation(self.articles[key].id, (), (), tuple(self.credits.get(key, ())), tuple(quotations))

    def tables(self, rejected: Iterable[Rejected] = (), duplicates: Iterable[Duplicate] = ()) -> Tables:
        """Return all of it as the store would."""
        annotations = [self._annotation(key) for key in self.articles]
        by_id = {q.id: q for a in annotations for q in a.quotations}
        text = {a.id: a.text for a in self.articles.values()}
        made, attributions = [], []
        for identity, (speaker, ids) in self.statements.items():
            speaker_id = None if speaker is None else short_hash(speaker)
            wordings = [by_id[i].words(text[by_id[i].article]) for i in ids]
            made.append(Statement(identity, speaker, speaker_id, None, wordings[0], len(set(wordings)), tuple(ids)))
            attributions += [Attribution(i, by_id[i].article, speaker, speaker_id, identity) for i in ids]
        return Tables(
            list(self.articles.values()), annotations, self.copies, self.stories, self.storylines, made, attributions,
            self.differences, self.lineages, self.edges, self.counts, list(rejected) or _rejected(), list(duplicates) or
            [Duplicate("again/wire.txt", next(iter(self.articles.values())).id)],
        )  # fmt: skip


def _rejected() -> list[Rejected]:
    return [
        Rejected("feeds/morning.jsonl:14", "read", "bad-json", "line 14 is not JSON (column 80); mend or remove it"),
        Rejected("feeds/morning.jsonl:90", "read", "bad-json", "line 90 is not JSON (column 2); mend or remove it"),
        Rejected("scans/page.jpg", "read", "binary", "an image, not a document; give its text"),
    ]


def _credits(made: Made) -> None:
    made.credit("wire", "(Norwire)", "Norwire", "dateline")
    made.credit("post", "(Norwire)", "Norwire", "dateline")
    made.credit("times", "Norwire reported", "Norwire", "attribution")
    made.credit("radio", "told Valdoria Today", "Valdoria Today", "interview")
    made.credit("courrier", "selon Norwire", "Norwire", "attribution")


def _quotations(made: Made) -> None:
    varga, brandt, holt = "Tessa Varga", "Ilo Brandt", "Maren Holt"
    pledge = "We will not close a single quay before the last ship has been unloaded"
    first = made.quote("wire", PLEDGE, varga, pledge)
    others = [made.quote(key, PLEDGE, varga, pledge) for key in ("post", "coast")]
    changed = made.quote("blog", PLEDGE, varga, pledge.replace("a single", "any"))
    indirect = made.quote(
        "times", PLEDGE, varga, "no quay would be closed before the last ship was unloaded", "indirect", ("Norwire",)
    )
    own = made.quote("today", PLEDGE, varga, "No pier shuts while there is cargo aboard")
    french = made.quote(
        "courrier", PLEDGE, varga, "Nous ne fermerons aucun quai avant que le dernier navire ne soit déchargé",
        via=("Norwire",),
    )  # fmt: skip
    for same in others:
        made.differ(PLEDGE, first, same)
    made.differ(PLEDGE, first, changed, ("changed words", "a single", "any"))
    made.differ(PLEDGE, first, indirect, ("direct to indirect", "", ""), ("changed tense", "has been", "was"))
    made.differ(PLEDGE, first, own, ("other translation", "", ""))
    made.differ(PLEDGE, first, french, ("other translation", "", ""))
    money = "The money is there, and it will be spent here"
    shared = made.quote("wire", COST, varga, money)
    for key in ("post", "coast"):
        made.quote(key, COST, varga, money)
    added = made.quote("times", COST, varga, "The money is there, and it will be spent here on the coast")
    made.differ(COST, shared, added, ("added words", "", "on the coast"))
    made.quote("wire", DOUBT, brandt, "doubted that the cranes would last that long", "indirect", cue="doubted")
    made.quote("post", DOUBT, brandt, "doubted that the cranes would last that long", "indirect", cue="doubted")
    made.quote("today", DOUBT, brandt, "the cranes might fail before Christmas", "indirect")
    made.quote(
        "radio", DOUBT, brandt, "The cranes of Ellmar might fail before Christmas", "indirect", ("Valdoria Today",)
    )
    made.quote("gate", TALKS, holt, "We are ready to talk at any hour")
    made.quote("phone", TALKS, holt, "The union is ready to talk at any hour", "indirect")
    made.count(PLEDGE, ("Norwire", "Valdoria Today"), 2, 3,
        "Six articles have the words from Norwire or share its English wording.",
        "Valdoria Today prints another translation of the same words: a second ear.",
        "Where the unnamed page has it from could not be told: one more at most.")  # fmt: skip
    made.count(COST, ("Norwire",), 1, 1, "All four articles share Norwire’s English wording.")
    made.count(DOUBT, ("Norwire", "Valdoria Today"), 2, 2, "Two outlets spoke with the harbour master.")
    made.count(TALKS, ("The Ellmar Post", "Valdoria Today"), 2, 2, "Said at the gate, and by telephone.")


def _lineages(made: Made) -> None:
    wire = ("Norwire",)
    lead = made.passage("wire", "The harbour of Ellmar will stay open through the winter")
    made.trace("wire", HARBOUR, "own", "original", family="fa01", reason="Three later articles carry its text.")
    made.trace(
        "post", HARBOUR, "Norwire", "verbatim", wire, "fa01", "Its dateline names Norwire; 371 characters are the same."
    )
    made.trace(
        "coast",
        HARBOUR,
        "Norwire",
        "verbatim",
        wire,
        "fa01",
        "Shares 232 characters with Norwire, published 2½ h later.",
    )
    made.trace("times", HARBOUR, "own", "partial", wire, "fa01", "Names Norwire, and shares one passage with it.")
    made.trace("today", HARBOUR, "own", "original", reason="Its own translation of the minister’s words.")
    made.trace(
        "radio", HARBOUR, "own", "cites", ("Valdoria Today",), reason="Says that Ilo Brandt told Valdoria Today."
    )
    made.trace("courrier", HARBOUR, "own", "cites", wire, reason="Says that it has the words from Norwire.")
    made.trace("blog", HARBOUR, "unknown", "verbatim", reason="Names neither author nor outlet.")
    made.edge(HARBOUR, "wire", "post", "credit", "The dateline reads “(Norwire)”.", made.passage("post", "(Norwire)"))
    made.edge(HARBOUR, "wire", "post", "copied", "371 characters are the same.")
    made.edge(HARBOUR, "wire", "coast", "copied", "232 characters are the same, published 2½ h later.", lead,
        made.passage("coast", "The harbour of Ellmar will stay open through the winter"))  # fmt: skip
    made.edge(HARBOUR, "wire", "times", "credit", "Says “Norwire reported”.", made.passage("times", "Norwire reported"))
    made.edge(HARBOUR, "wire", "courrier", "credit", "Says “selon Norwire”.", made.passage("courrier", "selon Norwire"))
    made.edge(
        HARBOUR, "today", "radio", "credit", "Says “told Valdoria Today”.", made.passage("radio", "told Valdoria Today")
    )
    made.edge(HARBOUR, "coast", "blog", "inferred", "The same cut of the quotation, a day later.")
    for key, reason in (("gate", "Quotes the union at the gate."), ("phone", "Spoke with the union by telephone.")):
        made.trace(key, STRIKE, "own", "independent", reason=reason)
    made.trace("pier", STRIKE, "own", "independent", reason="Its correspondent counted the ships.")
    made.story(HARBOUR, "Ellmar harbour to stay open through winter, minister says",
        "wire", "post", "coast", "times", "today", "radio", "courrier", "blog")  # fmt: skip
    made.story(STRIKE, "Crane drivers stop work in Ellmar", "gate", "phone", "pier")
    made.trace("recipe", "57a0e1c2b3d4f508", "own", "independent")
    made.story("57a0e1c2b3d4f508", "Smoked eel the way the pilots like it", "recipe")
    made.storylines.append(Storyline("11e0000000000001", (HARBOUR, STRIKE),
        (Reason("names", "Both name Ellmar’s harbour and its cranes, a day apart."),)))  # fmt: skip
    made.count(HARBOUR, ("Norwire", "Valdoria Today"), 2, 3,
        "Five articles carry Norwire’s text or name it.",
        "Valdoria Today has its own translation and spoke with the harbour master; Radio Lakeland rests on it.",
        "Where the unnamed page has its text from could not be told: it is one of the two, or a third.")  # fmt: skip
    made.count(STRIKE, ("The Ellmar Post", "Valdoria Today", "Radio Lakeland"), 3, 3, "No shared text, three places.")
    made.count("57a0e1c2b3d4f508", ("Coastal Daily",), 1, 1, "One article.")


ATTACK = "<script>window.attacked=1</script><img src=x onerror='window.attacked=1'>\x1b[31m\u202e"


def hostile() -> Tables:
    """Return a corpus whose every text tries to run in a page or to steer a terminal."""
    made = Made()
    story = f"story {ATTACK}"
    for n, url in enumerate(
        ("javascript:window.attacked=1", 'https://bad.example/"><script>window.attacked=1</script>')
    ):
        made.article(f"{n}{ATTACK}", ATTACK, f"{ATTACK}{n}", f"{n}{ATTACK}", f"“{ATTACK}”, said {ATTACK}.", url=url,
            language="en\" onload=x", comments=(ATTACK,))  # fmt: skip
    one, two = made.articles
    said: list[str] = []
    for key in (one, two):
        made.credit(key, ATTACK, ATTACK, "footer")
        words = f"“{ATTACK}”, said" if said else f"“{ATTACK}"
        said.append(made.quote(key, ATTACK, ATTACK, words, via=(ATTACK,)))
        made.trace(key, story, ATTACK, "verbatim", (ATTACK,), ATTACK, ATTACK)
    script = ATTACK[: ATTACK.index("<img")]
    made.differ(ATTACK, said[0], said[1], ("changed name", script, script))
    made.edge(story, one, two, "copied", ATTACK, made.passage(one, ATTACK))
    made.edge(story, ATTACK, one, "credit", ATTACK)
    made.story(story, ATTACK, one, two)
    made.storylines.append(Storyline(ATTACK, (story,), (Reason(ATTACK, ATTACK),)))
    for subject in (ATTACK, story):
        made.count(subject, (ATTACK,), 1, 2, ATTACK)
    return made.tables([Rejected(ATTACK, "read", ATTACK, ATTACK)], [Duplicate(ATTACK, ATTACK)])


def reprints(n: int, statements: int = 30) -> Tables:
    """Return one story of ``n`` articles, most of them an agency's text cut at various lengths."""
    made = Made()
    said = [
        f"Point {k} of the plan is to rebuild quay {k} and to pay for it by the year {2031 + k}"
        for k in range(statements)
    ]
    story = "57a0e1c2b3d4f509"
    for i in range(n):
        key, kept = f"outlet{i:04}", said[: statements - (i * 7) % 5]
        body = "(Norwire) — The plan for Ellmar has many points. " + " ".join(f"“{s},” Varga said." for s in kept)
        made.article(
            key,
            f"The Town Gazette of Parish {i}",
            f"2031-03-03T{8 + i % 12:02}:{i % 60:02}:00+00:00",
            f"The plan for Ellmar, {i}",
            body,
        )
        for k, words in enumerate(kept):
            made.quote(key, f"5e{k:014x}", "Tessa Varga", words)
        if i % 25 == 7:
            made.trace(key, story, "own", "independent")
            continue
        reason = f"Its dateline names Norwire; {300 + i} characters are the same as in the earliest copy."
        made.trace(key, story, "Norwire", "verbatim", ("Norwire",), "fa01", reason)
        seen = made.passage(key, "(Norwire)")
        made.edge(story, "Norwire", key, "credit", "The dateline reads “(Norwire)”.", seen)
    made.story(story, "The plan for Ellmar", *made.articles)
    made.count(story, ("Norwire",), 1, 21, "Most articles name Norwire.")
    return made.tables()


if __name__ == "__main__":
    import sys
    from pathlib import Path

    from firsthand.present.report import write_report

    kinds: dict[str, Callable[[], Tables]] = {"tables": tables, "hostile": hostile, "reprints": lambda: reprints(500)}
    write_report(kinds[sys.argv[2] if len(sys.argv) > 2 else "tables"](), Path(sys.argv[1]))

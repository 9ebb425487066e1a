"""What counting stands on: the tellings, what they rest on, and what their quotations say of each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from firsthand.model import Attribution, Credit, Difference, Passage, Quotation, Reason
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.origins.drafts import OWN, UNKNOWN, Draft
from firsthand.trace.origins.oddities import Oddities
from firsthand.trace.origins.roots import Roots

# So many outlets are named in one sentence, and so many passages cited with it. Ours: what a person reads.
MOST_NAMED = 6
MOST_CITED = 12
# Pages that judge what others report, and pages that gather it.
OPINION = ("opinion",)
GATHERED = ("index", "aggregator")


@dataclass(slots=True)
class Ground:
    """All that counting looks at.

    ``odd`` are the oddities that articles share with earlier ones, by the later article. ``translated`` are statements
    that are here in more than one translation, ``own_words`` the articles with a translation that no common origin
    explains. ``bearing`` keeps the citations that an article's news was had from, with who was interviewed.
    """

    tellings: Mapping[str, Telling]
    drafts: Mapping[str, Draft]
    roots: Roots
    quotations: Mapping[str, Quotation]
    attributions: Mapping[str, Attribution]
    differences: Iterable[Difference]
    odd: Mapping[str, Sequence[Oddities]] = field(default_factory=dict)
    translated: set[str] = field(default_factory=set)
    own_words: set[str] = field(default_factory=set)
    bearing: dict[str, tuple[list[Credit], set[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for difference in self.differences:
            if "other translation" in difference.kinds:
                pair = self.quotations[difference.quotation], self.quotations[difference.other]
                if self.roots.of(pair[0].article) != self.roots.of(pair[1].article):
                    self.translated.add(difference.statement)
                    self.own_words.update(q.article for q in pair)

    def origins_of(self, article: str) -> tuple[str, ...]:
        """Return what an article rests on; a text that nothing tells of is an origin by itself, its family's one."""
        return self.roots.of(article) or (f"{UNKNOWN} {self.drafts[article].family or article}",)

    def speaker(self, quotation: Quotation) -> str:
        """Return the name that the corpus gives a quotation's speaker, else the article, else nothing."""
        attribution = self.attributions.get(quotation.id)
        return (attribution.speaker if attribution else quotation.speaker) or ""

    def statement(self, quotation: Quotation) -> str:
        """Return the statement that a quotation reports, or nothing."""
        attribution = self.attributions.get(quotation.id)
        return attribution.statement if attribution else ""

    def evidence(self, article: str) -> Passage:
        """Return the words of an article that best tell whose it is: of its lineage's reasons, else byline, headline.

        The passage is empty (0–0, the article as a whole) where it has none of these.
        """
        for reason in self.drafts[article].reasons:
            for passage in reason.passages:
                if passage.article == article and passage.start < passage.end:
                    return passage
        parts = self.tellings[article].article.parts
        signed = next(iter((*parts("byline"), *parts("headline"))), None)
        return Passage(article, signed.start, signed.end) if signed else Passage(article, 0, 0)

    def evidences(self, articles: Iterable[str], name: str = "") -> tuple[Passage, ...]:
        """Return the evidence of each article, of the first few where they are many; pages of ``name`` come first."""
        order = sorted(set(articles), key=lambda a: (self.tellings[a].label != name, a))
        return tuple(self.evidence(a) for a in order[:MOST_CITED])

    def doubtful(self, names: Iterable[str], behind: Mapping[str, Iterable[str]]) -> list[str]:
        """Return the origins whose text could be another's: not those whose words the user says are their own."""
        return [name for name in names if not any(self._is_own_by_hand(a, name) for a in behind[name])]

    def _is_own_by_hand(self, article: str, name: str) -> bool:
        draft = self.drafts[article]
        told = draft.by_hand is not None and draft.relation in ("independent", "original")
        return told and draft.origin == OWN and draft.telling.label == name


class Behind(defaultdict[str, list[str]]):
    """The articles that rest on each origin, by the origin's name."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__(list)

    def standing(self, ground: Ground) -> list[Reason]:
        """Say for each origin which articles rest on it; those on which most rest come first."""
        order = sorted(self, key=lambda name: (is_unknown(name), -len(set(self[name])), name))
        return [_stands(name, self[name], ground) for name in order]

    def leading(self) -> list[str]:
        """Return the two origins on which most articles rest, known ones first: what a doubtful one could be."""
        return nsmallest(2, self, key=lambda name: (is_unknown(name), -len(set(self[name])), name))


def is_unknown(name: str) -> bool:
    """Tell whether a name of an origin stands for a text that nothing tells of."""
    return name == UNKNOWN or name.startswith(f"{UNKNOWN} ")


def seen(name: str) -> str:
    """Return an origin's name as readers see it."""
    return UNKNOWN if is_unknown(name) else name


def called(name: str) -> str:
    """Return an origin's name as it stands in a sentence."""
    return "an unknown origin" if is_unknown(name) else name


def listed(names: Iterable[str]) -> str:
    """Return names as one phrase, the first few where they are many."""
    every = sorted(set(names))
    more = len(every) - MOST_NAMED
    return ", ".join(every[:MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _stands(name: str, articles: Sequence[str], ground: Ground) -> Reason:
    labels = {ground.tellings[a].label for a in articles}
    different = len(set(articles))
    if is_unknown(name):
        text = f"not known: nothing tells whose text {listed(labels)} carries"
    elif labels == {name}:
        text = f"{name}: {_reporting([ground.drafts[a] for a in sorted(set(articles))])}"
    else:
        rest = "1 article rests" if different == 1 else f"{different:,} articles rest"
        text = f"{name}: {rest} on it ({listed(labels)})"
    if different > MOST_CITED:
        text += f"; {different - MOST_CITED:,} of these articles are not listed"
    return Reason("origin", text, ground.evidences(articles, name))


def _passages_of(draft: Draft) -> list[str]:
    """Return of whose text an article has passages, as far as they were seen, else on whom it draws."""
    seen_of = [n for n in draft.draws_on if any(r.rule == "shared-text" for r in draft.grounds.get(n, ()))]
    return seen_of or draft.draws_on


def _reporting(drafts: Sequence[Draft]) -> str:
    """Say what an outlet has that nobody else is known to have: reporting, or what it adds to the texts of others."""
    partial, citing = ([d for d in drafts if d.relation == relation] for relation in ("partial", "cites"))
    if len(partial) + len(citing) < len(drafts):
        return "own reporting, as far as its text shows"
    if partial:
        whose = listed(n for d in partial for n in _passages_of(d)) or "others"
        return f"own writing around passages of {whose}; nothing shows where the rest is from"
    whose = listed(n for d in citing for n in d.cited or d.draws_on) or "others"
    return f"own writing on the news of {whose}; nothing shows where what it adds is from"

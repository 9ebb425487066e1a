"""How many independent origins: a low number that merges all that could be one, a high one that merges what is shown.

Rules are tried in a fixed order and each writes its reason. "Independent" is a statement about wording and credits, not
about truth.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from firsthand.data import publisher_named
from firsthand.model import Attribution, Count, Difference, Passage, Quotation, Reason, Span, Statement, Story
from firsthand.model.span import covered
from firsthand.text import words
from firsthand.trace.evidence import Telling, common, span_in
from firsthand.trace.merges import Origins
from firsthand.trace.origins import UNKNOWN, Draft
from firsthand.trace.roots import Roots

# Pages that gather or judge what others report do not add an origin (guidelines of the lineage data, 7).
_NOT_COUNTED = ("opinion", "index", "aggregator")
# This many words in the same order are not said twice by chance, nor translated alike. Ours; two translators of one
# sentence agree on runs of five words at most in nine of ten pairs of the WMT set (benchmarks/variants).
SAME_WORDS = 8
# Occasions whose words anybody could have taken down.
_PUBLIC = ("statement", "press release", "news release", "tweet", "wrote on", "posted", "filing")


@dataclass(slots=True)
class Ground:
    """All that counting looks at."""

    tellings: Mapping[str, Telling]
    drafts: Mapping[str, Draft]
    roots: Roots
    quotations: Mapping[str, Quotation]
    attributions: Mapping[str, Attribution]
    differences: Iterable[Difference]
    translated: set[str] = field(default_factory=set)  # statements that are here in more than one translation
    own_words: set[str] = field(default_factory=set)  # articles with a translation that no copy explains

    def __post_init__(self) -> None:
        for difference in self.differences:
            if "other translation" in difference.kinds:
                pair = self.quotations[difference.quotation], self.quotations[difference.other]
                if self.roots.of(pair[0].article) != self.roots.of(pair[1].article):
                    self.translated.add(difference.statement)
                    self.own_words.update(q.article for q in pair)


def story_count(story: Story, ground: Ground) -> Count:
    """Return how many independent origins stand behind a story."""
    counted = [a for a in story.articles if ground.tellings[a].article.page not in _NOT_COUNTED] or list(story.articles)
    behind: dict[str, list[str]] = defaultdict(list)
    for article in counted:
        for name in ground.roots.of(article) or (UNKNOWN,):
            behind[name].append(article)
    origins = Origins(behind)
    _merge_unknown(origins)
    _merge_partial(origins, counted, ground)
    _merge_unnamed(origins, behind, ground)
    _merge_owners(origins)
    _merge_public(origins, behind, ground)
    return origins.count(story.id, _standing(origins.names, behind, ground))


def statement_count(statement: Statement, ground: Ground) -> Count:
    """Return how many independent origins stand behind one utterance."""
    behind: dict[str, list[str]] = defaultdict(list)
    wordings: dict[str, list[Quotation]] = defaultdict(list)
    for key in statement.quotations:
        quotation = ground.quotations[key]
        for name in _origins_of(quotation, ground) or (UNKNOWN,):
            behind[name].append(quotation.article)
            wordings[name].append(quotation)
    origins = Origins(behind)
    _merge_unknown(origins)
    _merge_same_words(origins, wordings, ground, shown=statement.id in ground.translated)
    _merge_partial(origins, sorted({ground.quotations[key].article for key in statement.quotations}), ground)
    _merge_unnamed(origins, behind, ground)
    _merge_owners(origins)
    return origins.count(statement.id, _standing(origins.names, behind, ground))


def _origins_of(quotation: Quotation, ground: Ground) -> tuple[str, ...]:
    """Return whom a quotation was had from.

    That is the chain that its own sentence names, else what its article rests on; of an article that is partly its
    publisher's own, what the passage rests on: another's text where it is copied, the publisher where it is not.
    """
    telling, draft = ground.tellings[quotation.article], ground.drafts[quotation.article]
    via = next((q.via for q in telling.annotation.quotations if q.id == quotation.id), quotation.via)
    if via:
        return (via[-1],)
    rests = ground.roots.of(quotation.article)
    if draft.relation != "partial":
        return rests
    others = tuple(name for name in rests if name != telling.label)
    return others if _is_copied(quotation, telling) and others else (telling.label,)


def _is_copied(quotation: Quotation, telling: Telling) -> bool:
    shared = covered(span_in(c, telling.id) for c in telling.copies)
    return 2 * common([Span(quotation.start, quotation.end)], shared) >= quotation.end - quotation.start


def _standing(names: Sequence[str], behind: Mapping[str, Sequence[str]], ground: Ground) -> list[Reason]:
    """Say for each origin which articles rest on it."""
    out = []
    for name in names:
        articles = sorted(set(behind[name]))
        labels = sorted({ground.tellings[a].label for a in articles})
        passages = tuple(Passage(a, 0, 0) for a in articles)
        if name == UNKNOWN:
            text = f"not known: nothing tells whose text {', '.join(labels)} carries"
        elif labels == [name]:
            text = f"{name}: own reporting, as far as its text shows"
        else:
            rest = "1 article rests" if len(articles) == 1 else f"{len(articles)} articles rest"
            text = f"{name}: {rest} on it ({', '.join(labels)})"
        out.append(Reason("origin", text, passages))
    return out


def _merge_unknown(origins: Origins) -> None:
    """A text that nobody signs could be anybody's here."""
    others = [name for name in origins.names if name != UNKNOWN]
    if UNKNOWN in origins.names and others:
        text = f"a text whose origin nothing tells could be that of {others[0]}"
        origins.merge(UNKNOWN, others[0], Reason("origin-unknown", text), shown=False)


def _merge_unnamed(origins: Origins, behind: Mapping[str, Sequence[str]], ground: Ground) -> None:
    """An outlet that nothing names could be any of the others, unless its words show that it is not."""
    names = origins.names
    for name in names:
        articles = behind[name]
        unnamed = all(ground.tellings[a].name is None and ground.tellings[a].label == name for a in articles)
        if not unnamed or len(names) == 1 or any(a in ground.own_words for a in articles):
            continue
        other = next(n for n in names if n != name)
        text = f"nothing tells who published {name.removeprefix('unnamed outlet of ')}: it could be one of the others"
        origins.merge(name, other, Reason("publisher-unknown", text), shown=False)


def _merge_partial(origins: Origins, articles: Iterable[str], ground: Ground) -> None:
    """What an article adds to a text that it uses could have stood in a longer version of that text."""
    for article in articles:
        label = ground.tellings[article].label
        if ground.drafts[article].relation != "partial" or label not in origins.names:
            continue
        for name in ground.roots.of(article):
            if name != label and name in origins.names:
                text = f"{label} uses the text of {name} in part: the rest could come from there too"
                origins.merge(label, name, Reason("partly-copied", text, (Passage(article, 0, 0),)), shown=False)


def _merge_owners(origins: Origins) -> None:
    """Outlets of one owner could share a newsroom."""
    owners: dict[str, str] = {}
    for name in origins.names:
        known = publisher_named(name)
        owner = getattr(known, "owner", None)
        if not owner:
            continue
        if owner in owners:
            text = f"{owners[owner]} and {name} belong to {owner}: they could share one report"
            origins.merge(owners[owner], name, Reason("same-owner", text), shown=False)
        owners.setdefault(owner, name)


def _merge_public(origins: Origins, behind: Mapping[str, Sequence[str]], ground: Ground) -> None:
    """Outlets that quote nothing but one public statement could all rest on that."""
    speakers = {name: _public_speakers(articles, ground) for name, articles in behind.items()}
    for first, second in combinations(origins.names, 2):
        both = speakers[first] & speakers[second]
        if both:
            text = f"{first} and {second} quote nothing but public statements of {', '.join(sorted(both))}"
            origins.merge(first, second, Reason("one-public-statement", text), shown=False)


def _public_speakers(articles: Iterable[str], ground: Ground) -> set[str]:
    """Return who made the public statements that the articles quote, or nobody if they quote anything else."""
    speakers: set[str] = set()
    for article in articles:
        quotations = ground.tellings[article].annotation.quotations
        public = {_speaker(q, ground) for q in quotations if any(w in (q.occasion or "").lower() for w in _PUBLIC)}
        publisher = {ground.tellings[article].label} & {_speaker(q, ground) for q in quotations}
        if not public | publisher or any(_speaker(q, ground) not in public | publisher for q in quotations):
            return set()
        speakers |= {s for s in public | publisher if s}
    return speakers


def _speaker(quotation: Quotation, ground: Ground) -> str:
    attribution = ground.attributions.get(quotation.id)
    return (attribution.speaker if attribution else quotation.speaker) or ""


def _merge_same_words(
    origins: Origins, wordings: Mapping[str, Sequence[Quotation]], ground: Ground, *, shown: bool
) -> None:
    """The same words in two tellings could be one record; of translated words they are one translation."""
    for first, second in combinations(origins.names, 2):
        pair = next(
            ((a, b) for a in wordings[first] for b in wordings[second] if _same_words(a, b, ground)),
            None,
        )
        if pair is None:
            continue
        passages = tuple(Passage(q.article, q.start, q.end) for q in pair)
        if shown:
            text = f"{first} and {second} have the same words for what others translate differently: one translation"
        else:
            text = f"{first} and {second} have it in the same words: it could be one record of what was said"
        origins.merge(first, second, Reason("same-words", text, passages), shown=shown)


def _same_words(a: Quotation, b: Quotation, ground: Ground) -> bool:
    if a.article == b.article or "indirect" in (a.type, b.type):
        return False
    x = words(a.words(ground.tellings[a.article].article.text))
    y = words(b.words(ground.tellings[b.article].article.text))
    shorter, longer = sorted((x, y), key=len)
    if len(shorter) < SAME_WORDS:
        return False
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "

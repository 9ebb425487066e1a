"""The room's one entrance: from annotated articles and stories to statements, attributions and differences."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from rapidfuzz.distance import Indel

from firsthand.config import LinkConfig
from firsthand.link.statements.drift import Drift
from firsthand.link.statements.encoder import load as load_encoder
from firsthand.link.statements.group import Said, group
from firsthand.link.statements.speakers import Entities, load_entities, one_spelling, speaker_id
from firsthand.link.statements.wording import Wording, wording
from firsthand.link.summaries.clocks import usable
from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Difference,
    Quotation,
    Statement,
    Story,
)
from firsthand.stage import Spread, here, portions
from firsthand.text import short_hash, squeeze

# Of a statement's wordings so many are looked at for the one that stands for it: bounds a slogan (ours).
COMPARED = 64
# Quotations whose words are read in one piece where the work is spread. Ours: some tenths of a second.
WORDINGS = 512


@dataclass(frozen=True, slots=True)
class StatementLinks:
    """What is concluded of the corpus's quotations: each has exactly one attribution, and stands in one statement."""

    statements: list[Statement]
    attributions: list[Attribution]
    differences: list[Difference]


def link_statements(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    stories: Sequence[Story],
    config: LinkConfig,
    correct: Callable[[Sequence[Sequence[Said]]], Sequence[Sequence[Said]]] = lambda groups: groups,
    spread: Spread = here,
) -> StatementLinks:
    """Return the statements of all annotated articles, in order of time; the order of the input does not matter.

    ``annotations`` is by article id, and each has its article in ``articles``. An article in no story is compared as a
    story of its own. Statements of two stories are one only if they are the same words at most ``config.story_days``
    apart. ``correct`` is given the groups of quotations and returns them as the user has them; ``spread`` is given the
    reading of their words. Raises ConfigError where ``config.entities`` cannot be read.
    """
    entities = load_entities(config.entities)
    said = _said(_timed(articles, stories), annotations, _story_of(stories), spread)
    statements: list[Statement] = []
    attributions: list[Attribution] = []
    differences: list[Difference] = []
    for together in correct(group(said, days=config.story_days, encoder=load_encoder(config.encoder))):
        statement, reference = _statement(together, articles)
        statements.append(statement)
        attributions.extend(_attribution(s, statement, entities) for s in together)
        differences.extend(Drift(statement.id, reference, articles, annotations).differences(together))
    return StatementLinks(statements, attributions, differences)


def _story_of(stories: Sequence[Story]) -> dict[str, str]:
    """Return each article's story; of several the one with the least id."""
    return {article: s.id for s in sorted(stories, key=lambda s: s.id, reverse=True) for article in s.articles}


def _timed(articles: Mapping[str, Article], stories: Sequence[Story]) -> Mapping[str, Article]:
    """Return the articles without the times that cannot be right: what was said is parted by no clock that is wrong."""
    right = usable(stories, articles)
    doubted = (a for story in stories for a in story.articles if a in articles and a not in right)
    wrong = [a for a in doubted if articles[a].published]
    return {**articles, **{a: replace(articles[a], published=None) for a in wrong}} if wrong else articles


def _said(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    story_of: Mapping[str, str],
    spread: Spread,
) -> list[Said]:
    found = [
        (articles[name], quotation, story_of.get(name, name))
        for name in sorted(annotations)
        for quotation in annotations[name].quotations
    ]
    speakers = one_spelling(found, articles, annotations, story_of)
    words = [_words(article, quotation) for article, quotation, _ in found]
    known = list(dict.fromkeys(words))
    forms = dict(zip(known, chain.from_iterable(spread(_wordings, portions(known, WORDINGS))), strict=True))
    return [
        _one(article, q, story, speakers[q.id], form[0], forms[form])
        for (article, q, story), form in zip(found, words, strict=True)
    ]


def _words(article: Article, quotation: Quotation) -> tuple[str, str | None]:
    """Return what a wording is made of: many articles may have the same."""
    cue = quotation.cue if quotation.type != "direct" else None
    return squeeze(quotation.words(article.text)), cue


def _wordings(portion: Sequence[tuple[str, str | None]]) -> list[Wording]:
    return [wording(text, cue) for text, cue in portion]


def _one(article: Article, quotation: Quotation, story: str, speaker: str | None, text: str, form: Wording) -> Said:
    """Return what grouping needs of a quotation."""
    order = (*article.order, quotation.start, quotation.id)
    return Said(quotation, text, form, speaker, story, order, _day(article.published), article.language)


def _day(published: str | None) -> date | None:
    """Return the day of an ISO 8601 time, None where it is not known to the day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _statement(together: Sequence[Said], articles: Mapping[str, Article]) -> tuple[Statement, Said]:
    """Return the statement, and the quotation whose wording stands for it."""
    reference = _best_attested(together, articles)
    speaker = _most([s.speaker for s in together])
    statement = Statement(
        id=short_hash("statement", together[0].quotation.id),
        speaker=speaker,
        speaker_id=speaker_id(speaker),
        occasion=_most([s.quotation.occasion for s in together]),
        wording=reference.text,
        wordings=len({s.wording.key for s in together}),
        quotations=tuple(s.quotation.id for s in together),
        cue=None if reference.quotation.type == "direct" else reference.quotation.cue,
    )
    return statement, reference


def _best_attested(together: Sequence[Said], articles: Mapping[str, Article]) -> Said:
    """Return the direct quotation whose words most outlets have; of equals the one nearest to the other wordings, so
    that a lone rendering does not stand for all; then the longest, then the earliest. Where none is direct a mixed one,
    and where none is mixed an indirect one.
    """
    kept = next(found for kind in ("direct", "mixed", "indirect") if (found := _of_type(together, kind)))
    outlets: dict[str, set[str]] = defaultdict(set)
    for s in kept:
        outlets[s.wording.key].add(articles[s.quotation.article].publisher or s.quotation.article)
    most = max(map(len, outlets.values()))
    first = {s.wording.key: s for s in sorted(kept, key=lambda s: s.order, reverse=True)}
    able = [s for key, s in first.items() if len(outlets[key]) == most]
    others = list({s.wording.key: s for s in together}.values())[:COMPARED]
    return min(able, key=lambda s: (-_nearness(s, others) if len(able) > 1 else 0, -len(s.wording.key), s.order))


def _nearness(one: Said, others: Sequence[Said]) -> float:
    """Return how much of its senses in order a wording has in common with each of the others, summed up."""
    senses = one.wording.whole.senses
    return round(sum(Indel.normalized_similarity(senses, other.wording.whole.senses) for other in others), 6)


def _of_type(together: Sequence[Said], kind: str) -> list[Said]:
    return [s for s in together if s.quotation.type == kind]


def _most(values: Sequence[str | None]) -> str | None:
    """Return the most frequent value that is not None, of equals the first."""
    counts = Counter(v for v in values if v is not None)
    return max(counts, key=lambda v: counts[v], default=None)


def _attribution(s: Said, statement: Statement, entities: Entities) -> Attribution:
    speaker = statement.speaker if s.speaker is None else s.speaker
    entity = entities.find(speaker)
    return Attribution(s.quotation.id, s.quotation.article, speaker, speaker_id(speaker), statement.id, entity)

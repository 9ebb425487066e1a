"""The argument for a conclusion as data: what ``firsthand why --json`` prints; ``docs/reference/why.md`` defines it."""

from typing import Any

from firsthand.model import Article, Likeness, StoryReasons
from firsthand.present.export.linked_rows import correction_row, reason_rows
from firsthand.present.labels import outlet
from firsthand.present.tables import Tables
from firsthand.present.views.argument import ArticleArgument, CountArgument, Step, article_argument, count_argument
from firsthand.present.views.index import Index
from firsthand.present.views.passages import Shared, changes

Row = dict[str, Any]


def argument_row(tables: Tables, identity: str, together: StoryReasons | None = None) -> Row:
    """Return the argument for the article, story or statement that has the id; see ``terminal_why.why``."""
    index = Index(tables)
    found = index.find(identity)
    if isinstance(found, Article):
        return _article(index, article_argument(index, found))
    row = _count(index, count_argument(index, found))
    return {**row, "one_story": _one_story(index, together)} if together else row


def _article(index: Index, argument: ArticleArgument) -> Row:
    row = argument.row
    return {
        "article": index.name(row.article.id),
        "outlet": row.outlet,
        "published": row.article.published,
        "time_usable": index.is_timed(row.article),
        "authorship": row.kind,
        "words": argument.words,
        "news": argument.news,
        "rests_on": list(row.rests_on),
        "credited": row.credited,
        "reasons": reason_rows(index, argument.reasons),
        "shared": [_shared(index, row.article, shared) for shared in argument.shared],
        "chain": [_step(index, step) for step in argument.chain],
        "corrections": [correction_row(index, view) for view in argument.corrections],
    }


def _shared(index: Index, article: Article, shared: Shared) -> Row:
    return {
        "article": index.name(shared.other.id),
        "outlet": outlet(shared.other),
        "time": shared.time or None,
        "characters": shared.characters,
        "share": shared.share,
        "other_share": shared.other_share,
        "passages": [
            {
                "start": p.here.start,
                "end": p.here.end,
                "other_start": p.other.start,
                "other_end": p.other.end,
                "kind": p.kind,
                "characters": p.characters,
                "words": p.words,
                "changed": p.changed,
                "changes": [{"other": c.other, "here": c.here} for c in changes(article, shared.other, p)]
                if p.changed
                else [],
            }
            for p in shared.passages
        ],
    }


def _step(index: Index, step: Step) -> Row:
    return {
        "depth": step.depth,
        "target": index.name(step.target.id),
        "source": index.name(step.source.id) if step.source else None,
        "name": step.name,
        "evidence": step.evidence,
        "time": step.time or None,
    }


def _count(index: Index, argument: CountArgument) -> Row:
    count = argument.count
    return {
        type(argument.subject).__name__.lower(): argument.subject.id,
        "origins": [index.origin(o) for o in count.origins] if count else [],
        "origins_low": count.low if count else None,
        "origins_high": count.high if count else None,
        "standing": reason_rows(index, argument.origins),
        "merges": reason_rows(index, argument.merges),
        "apart": reason_rows(index, argument.apart),
        "by_hand": reason_rows(index, argument.by_hand),
        "corrections": [correction_row(index, view) for view in argument.corrections],
    }


def _one_story(index: Index, together: StoryReasons) -> Row:
    return {
        "links": [_likeness(index, link) for link in together.links],
        "nearest": [
            {
                "story": near.story,
                "headline": near.headline,
                "apart": reason_rows(index, near.apart),
                "likest": _likeness(index, near.nearest),
            }
            for near in together.neighbours
        ],
        "left_out": together.left_out,
    }


def _likeness(index: Index, link: Likeness) -> Row:
    return {
        "article": index.name(link.article),
        "other": index.name(link.other),
        "log_odds": link.log_odds,
        "for": reason_rows(index, link.speaks_for),
        "against": reason_rows(index, link.speaks_against),
    }

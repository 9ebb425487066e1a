"""How templates are rendered: every text of a document escaped and made fit to show, on disk as served."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from firsthand.model import Article, Passage
from firsthand.present import labels
from firsthand.present.catalog.query import QUOTES, Query
from firsthand.present.limits import most_of
from firsthand.present.report.drawing import bar, drawing, plot, style
from firsthand.present.report.filters import page_filters
from firsthand.present.report.pages import Page
from firsthand.present.safe import slug, visible, web_address
from firsthand.present.views.corrections import state
from firsthand.present.views.index import Index
from firsthand.present.views.languages import unread
from firsthand.present.views.passages import amount, shared_passages
from firsthand.present.views.speaker import OUTLETS
from firsthand.text import squeeze

# Ours: what a page shows before it says "and N more" or goes on to the next.
LIMITS = {
    "stories": 30,
    "storylines": 12,
    "statements": 12,
    "examples": 3,
    "outlets": 12,
    "named": OUTLETS,
    "repeated": 40,
    "articles": 60,
    "columns": 60,
    "passages": 2,
    "rejected": 200,
}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LOADER = PackageLoader("firsthand.present.report")


@dataclass(frozen=True, slots=True)
class Served:
    """What a served page may do that one on disk cannot: ``token`` is what its forms send along."""

    token: str
    may_fetch: bool
    may_correct: bool


class _Compiled(BytecodeCache):
    """Templates as they were compiled, in memory: each page has an environment of its own, whose filters look into the
    page's records.
    """

    def __init__(self) -> None:
        self._codes: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key + bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def rendered(page: Page, path: str, served: Served | None = None, pairs: Callable[[str], bool] = lambda _: True) -> str:
    """Return the HTML of a page that stands at ``path``; ``served`` is None on disk.

    ``pairs`` tells whether the pair of articles at a path has a page, and so is linked to.
    """
    template = environment(page.index, served, pairs).get_template(page.template)
    return template.render(root="../" * path.count("/"), path=path, **page.values)


def environment(index: Index, served: Served | None, pairs: Callable[[str], bool] = lambda _: True) -> Environment:
    """Return what renders a page: ``index`` has the records that its filters look into."""
    made = Environment(
        loader=_LOADER,
        autoescape=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= _filters(index) | page_filters(index, pairs)
    made.globals |= {
        "caveat": labels.CAVEAT,
        "limits": LIMITS,
        "most_of": most_of,
        "bar": bar,
        "drawing": drawing,
        "plot": plot,
        "style": style,
        "index": index,
        "served": served,
    }
    return made


def _filters(index: Index) -> dict[str, Callable[..., Any]]:
    def excerpt(passage: Passage) -> tuple[Article, str] | None:
        article = index.articles.get(passage.article)
        return (article, labels.shorten(article.text[passage.start : passage.end], 160)) if article else None

    return {
        "slug": slug,
        "link": web_address,
        "excerpt": excerpt,
        # An empty span cites a whole article: the reason's own words name it, and there is nothing to quote.
        "cited": lambda passages: [p for p in passages if p.end > p.start],
        "origin": index.origin,
        "outlet": labels.outlet,
        "told_by": lambda ids: labels.outlets_line(index.articles[i] for i in ids if i in index.articles),
        "origins": labels.origins_line,
        "counted": labels.counted,
        "plural": labels.plural,
        "number": labels.number,
        "when": labels.when,
        "speaker": labels.speaker_name,
        "change": labels.change_name,
        "authorship": labels.authorship_name,
        "shared": partial(shared_passages, index),
        "amount": amount,
        "state": state,
        "shorten": labels.shorten,
        "squeeze": squeeze,
        "unread": lambda articles: unread(Counter(a.language or "" for a in articles)),
        "lang": lambda code: code if code and _LANGUAGE.fullmatch(code) else "",
        "marked": marked,
        "refined": refined,
    }


def marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """Return the runs of a text, each with whether it is marked; marks are sorted and do not overlap."""
    runs, at = [], 0
    for start, end in marks:
        runs += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(run, is_marked) for run, is_marked in (*runs, (text[at:], False)) if run]


def refined(query: Query, facet: str, value: str) -> str:
    """Return what is typed to ask the same of those articles only that have this value of a facet."""
    plain = "".join(" " if c in QUOTES else c for c in value)
    asked = f'{facet}:"{plain}"' if facet != "day" else f"day:{plain}"
    return query.text if asked in query.text else f"{query.text} {asked}".strip()


def _shown(value: object) -> object:
    """What every expression of a template passes: text of documents becomes fit to show, then it is escaped."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

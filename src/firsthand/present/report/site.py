"""Writes the pages of the report."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from firsthand.model import Article, Passage
from firsthand.present import labels
from firsthand.present.report.drawing import bar, drawing, style
from firsthand.present.safe import slug, visible, web_address, write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.corrections import Corrections, state
from firsthand.present.views.front import front_page
from firsthand.present.views.index import Index
from firsthand.present.views.passages import amount, shared_passages
from firsthand.present.views.story import story_view

T = TypeVar("T")

# Ours: what a page shows before it says "and N more" or goes on to the next.
LIMITS = {
    "stories": 30,
    "storylines": 12,
    "statements": 12,
    "examples": 3,
    "outlets": 12,
    "repeated": 40,
    "articles": 60,
    "columns": 60,
    "passages": 2,
    "rejected": 200,
}
_PAGE = 200
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_OURS = re.compile(r"[0-9a-f]{8,64}\.html|(?:stories|storylines|statements)-[0-9]{1,9}\.html")


def write_report(tables: Tables, folder: Path) -> Path:
    """Write the report of a corpus into ``folder`` and return the path of its first page.

    ``index.html``, one page a story in ``stories/``, the full lists in ``lists/``, one style sheet and one script in
    ``assets/``; nothing else is ever loaded. Pages of an earlier report that this one does not have are removed.
    Equal tables give equal files. Raises OSError where the folder cannot be written.
    """
    index = Index(tables)
    front = front_page(index)
    for name in ("assets", "stories", "lists"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for asset in ("site.css", "site.js"):
        write_whole(folder / "assets" / asset, [(files(__package__) / "assets" / asset).read_bytes()])
    pages = _Pages(_environment(index), folder)
    for story in sorted(tables.stories, key=lambda s: s.id):
        pages.write(f"stories/{slug(story.id)}.html", "story.html", view=story_view(index, story))
    for kind, records in (
        ("stories", front.stories),
        ("storylines", front.storylines),
        ("statements", front.statements),
    ):
        for number, of, part in _paged(records):
            pages.write(f"lists/{kind}-{number}.html", "list.html", kind=kind, number=number, of=of, records=part)
    told = list(Corrections(index))
    pages.write("index.html", "index.html", front=front, articles=index.in_time(index.articles), corrections=told)
    pages.remove_others()
    return folder / "index.html"


class _Pages:
    """Writes pages from templates, and knows afterwards which ones there are."""

    def __init__(self, environment: Environment, folder: Path) -> None:
        self._environment = environment
        self._folder = folder
        self._written: set[Path] = set()

    def write(self, name: str, template: str, **values: object) -> None:
        path = self._folder / name
        stream = self._environment.get_template(template).generate(root="../" * name.count("/"), **values)
        write_whole(path, (part.encode("utf-8", "replace") for part in stream))
        self._written.add(path)

    def remove_others(self) -> None:
        """Remove what an earlier report wrote under names of ours; a user's own files stay."""
        for folder in ("stories", "lists"):
            for path in (self._folder / folder).iterdir():
                if path not in self._written and _OURS.fullmatch(path.name):
                    path.unlink()


def _paged(records: Sequence[T]) -> Iterator[tuple[int, int, Sequence[T]]]:
    of = -(-len(records) // _PAGE)
    for number in range(1, of + 1):
        yield number, of, records[(number - 1) * _PAGE : number * _PAGE]


def _environment(index: Index) -> Environment:
    environment = Environment(
        loader=PackageLoader("firsthand.present.report"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= _filters(index)
    environment.globals |= {
        "caveat": labels.CAVEAT,
        "limits": LIMITS,
        "bar": bar,
        "drawing": drawing,
        "style": style,
        "index": index,
    }
    return environment


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
        "outlets": labels.outlets_line,
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
        "lang": lambda code: code if code and _LANGUAGE.fullmatch(code) else "",
    }


def _shown(value: object) -> object:
    """What every expression of a template passes: text of documents becomes fit to show, then it is escaped."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

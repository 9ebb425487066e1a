"""Article stages of plug-ins, between cleaning and annotating."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from firsthand import plugins
from firsthand.errors import PluginError
from firsthand.model import Article, Rejected

KIND = "article stage"


def staged(article: Article) -> tuple[Article | Rejected, tuple[Rejected, ...]]:
    """Return an article as the stages of plug-ins leave it, and a rejection for each stage that failed at it.

    A stage that raises, or that gives something else back than this article with its text, is passed over.
    """
    problems: list[Rejected] = []
    for name in plugins.names(KIND):
        found = _processed(name, article)
        if isinstance(found, Rejected):
            if found.reason == "plug-in":
                problems.append(found)
                continue
            return found, tuple(problems)
        article = found
    return article, tuple(problems)


def check() -> None:
    """Load the stages, and tell of each that cannot be used: once, before the work begins."""
    for name in plugins.names(KIND):
        _stage(name)


def _processed(name: str, article: Article) -> Article | Rejected:
    stage = _stage(name)
    if stage is None:
        return article
    try:
        answers: Sequence[Any] = stage.process([article])
        (answer,) = answers
    except Exception as e:
        return _problem(article, name, f"failed: {type(e).__name__}: {e}")
    if isinstance(answer, Rejected):
        return Rejected(article.input, f"plug-in {name}", _slug(answer.reason), _line(answer.detail))
    if not isinstance(answer, Article):
        return _problem(article, name, f"gave a {type(answer).__name__} and no Article")
    same = (answer.id, answer.text, answer.segments, answer.comments, answer.sha256)
    if same != (article.id, article.text, article.segments, article.comments, article.sha256):
        return _problem(article, name, "changed the text, the id or the parts of the text, which spans stand on")
    return answer


@cache
def _stage(name: str) -> Any:
    try:
        return plugins.load(KIND, name)
    except PluginError as e:
        plugins.tell(str(e))
        return None


def _problem(article: Article, name: str, what: str) -> Rejected:
    return Rejected(article.input, f"plug-in {name}", "plug-in", _line(f"plug-in {name} {what}; the article is kept"))


def _slug(reason: Any) -> str:
    """Return a reason that is counted apart from that of a stage that failed."""
    return "left-out" if reason == "plug-in" else _line(str(reason))[:40]


def _line(text: Any) -> str:
    return " ".join(str(text).split())[:200]

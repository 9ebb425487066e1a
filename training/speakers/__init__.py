"""The invented articles whose sources are known by hand, in the form that ``benchmarks.quotes.speakers`` reads."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.quotes import inline

HERE = Path(__file__).parent
TEXTS = HERE.parent / "quotes" / "texts"
UNNAMED = "?"
_LINE = re.compile(r"([\w-]+): (.+)")


def rows() -> Iterator[dict[str, Any]]:
    """Yield one row for each article with answers. Raises KeyError for an article or a number that is not there."""
    for name, told in answers().items():
        article = _article(name)
        row = article.row()
        mentions: list[dict[str, Any]] = []
        for number, quote in zip(article.attributions, row["quotes"], strict=True):
            quote["speaker_cluster"] = cluster = _cluster(number, told)
            if cluster is not None:
                mentions += _mentions(row["text"], cluster, told[number], quote)
        yield {**row, "mentions": mentions}


def answers() -> dict[str, dict[int, str]]:
    """Return the answers by article and number of attribution."""
    found: dict[str, dict[int, str]] = {}
    for line in (HERE / "answers.txt").read_text(encoding="utf-8").splitlines():
        if (match := _LINE.fullmatch(line)) is not None:
            pairs = (pair.split("=", 1) for pair in match[2].split("; "))
            found[match[1]] = {int(number): answer for number, answer in pairs}
    return found


def _article(name: str) -> inline.Marked:
    path = TEXTS / f"{name.rsplit('-', 1)[0]}.txt"
    return {article.name: article for article in inline.articles(path)}[name]


def _cluster(number: int, told: dict[int, str]) -> str | None:
    answer = told.get(number)
    return f"{UNNAMED}{number}" if answer == UNNAMED else answer


def _mentions(text: str, cluster: str, answer: str, quote: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the source, and where the name or the words of its answer stand first."""
    spans = [(quote["speaker_start"], quote["speaker_end"])]
    for words in filter(None, answer.removeprefix(UNNAMED).split("|")):
        spans.append((text.index(words), text.index(words) + len(words)))
    return [{"grp": cluster, "start": start, "end": end, "text": text[start:end]} for start, end in spans]

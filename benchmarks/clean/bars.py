"""What the figures are to reach: the bars, by set. Where a bar is a share to be kept low it is told as its rest.

``no leak`` is one less the share of readers' comments that stand in the body; a leak of 2 % is a ``no leak`` of .98.
``speed`` is told against trafilatura's standard path in the same run, ``per cpu second`` counts documents.
"""

BARS: dict[str, dict[str, float]] = {
    "html_articles": {"body": 0.970, "no leak": 0.98, "speed": 1.0},
    "html_news_by_country": {"headline": 0.85, "authors": 0.88, "day": 0.98, "no leak": 0.98, "speed": 1.0},
    "news_lines": {"body": 0.96, "comment": 0.75, "macro by lines": 0.75, "no leak": 0.98, "per cpu second": 100.0},
    "threads with marks": {"author": 0.97, "text": 0.97, "depth": 0.97},
    "threads without": {"author": 0.90},
    "comment_threads": {"per cpu second": 100.0},
}
# Above trafilatura standard's body in the same run.
AHEAD_OF_TRAFILATURA = {"html_news_by_country": 0.01}


def held(name: str, figures: dict[str, float]) -> str:
    """Return one line that tells which bars of a set are met."""
    told = [
        f"{k} {figures[k]:.3f} {'≥' if figures[k] >= bar else '<'} {bar:g}"
        for k, bar in BARS.get(name, {}).items()
        if k in figures
    ]
    return "bars: " + ", ".join(told) if told else ""

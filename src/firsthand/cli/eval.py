"""``firsthand eval``: how far a corpus is from what people have marked."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.cli.options import Commands, add_corpus, open_corpus
from firsthand.cli.output import add_output

if TYPE_CHECKING:
    from firsthand.measure import Stage


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "eval",
        help="measure a corpus against gold of your own",
        description="Measure a corpus against gold: what people have marked in its articles, as JSON Lines. Of each "
        "stage that the gold speaks of (quotations, stories, lineage, counts of origins) the error is printed. The "
        "gold's fields and every figure are defined in docs/reference/eval.md.",
    )
    parser.add_argument("gold", metavar="GOLD", type=Path, help="the gold, JSON Lines, also .gz")
    add_output(parser, "the same as one JSON object")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures."""
    from firsthand.cli.documents import write
    from firsthand.measure import evaluate, read_gold

    gold = read_gold(options.gold)
    stages = evaluate(gold, open_corpus(options).tables())
    if options.json:
        made = {s.name: {"articles": s.articles, "missing": s.missing, **s.figures} for s in stages}
        write([json.dumps(made, indent=1) + "\n"])
    else:
        write(line for stage in stages for line in shown(stage))
    return 0


def shown(stage: "Stage") -> list[str]:
    """Return the lines of a stage: its name with what it is measured on, then a line a figure."""
    missing = f", {stage.missing:,} of them not in the corpus" if stage.missing else ""
    head = f"{stage.name} (gold of {stage.articles:,} articles{missing})\n"
    wide = max(map(len, stage.figures), default=0)
    lines = [
        f"  {name.ljust(wide)}  {value:6.3f}\n" if isinstance(value, float) else f"  {name.ljust(wide)}  {value:6,}\n"
        for name, value in stage.figures.items()
    ]
    return [head, *lines, "\n"]

"""``firsthand export``: the corpus as data."""

import argparse

from firsthand.cli.options import Commands, add_corpus, open_corpus
from firsthand.cli.output import add_output, result
from firsthand.present.export.formats import FORMATS


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export",
        help="write the corpus as data, in one of eleven formats",
        description="Write the corpus as data. jsonl, csv and parquet: every table, a file each. graphml, gexf: the "
        "lineage as a graph. jsonld: schema.org. prov: W3C PROV-JSON. webannotation: every span, as W3C Web "
        "Annotation. ninjs: IPTC ninjs 3. timelinejs: TimelineJS 3. ftm: FollowTheMoney entities. Without --with-text "
        "there are spans, hashes, links and the words of quotations, and no whole texts.",
    )
    add_corpus(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        default="jsonl",
        help=f"{', '.join(FORMATS)}, or a plug-in's (default: jsonl)",
    )
    parser.add_argument("--to", metavar="FOLDER", required=True, help="where to: a folder, or s3://… and the like")
    parser.add_argument(
        "--with-text",
        action="store_true",
        help="include whole texts: they belong to their publishers, so this is for your own analysis; share it only "
        "where you may",
    )
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Export and say how much."""
    rows = open_corpus(options).export(options.to, format=options.format, with_text=options.with_text)
    told = ", ".join(f"{count:,} {name}" for name, count in rows.items())
    result(options, f"{options.to}: {told}", {"to": options.to, "format": options.format, "rows": rows})
    return 0

"""Queries shaped for reading: what the terminal, the report and the web pages show of a corpus."""

from firsthand.present.views.coverage import Column, CoverageMatrix, Status, coverage
from firsthand.present.views.front import FrontPage, Skipped, front_page
from firsthand.present.views.index import Index
from firsthand.present.views.layout import Line
from firsthand.present.views.lineage import Arrow, LineageGraph, Node, lineage_graph
from firsthand.present.views.outlets import OriginShare, OutletRow, origin_shares, outlet_row
from firsthand.present.views.sentence import sentence
from firsthand.present.views.statement import Place, StatementView, Wording, statement_view
from firsthand.present.views.story import StoryCard, StoryView, story_card, story_view
from firsthand.present.views.wording import Piece, pieces

__all__ = [
    "Arrow",
    "Column",
    "CoverageMatrix",
    "FrontPage",
    "Index",
    "Line",
    "LineageGraph",
    "Node",
    "OriginShare",
    "OutletRow",
    "Piece",
    "Place",
    "Skipped",
    "StatementView",
    "Status",
    "StoryCard",
    "StoryView",
    "Wording",
    "coverage",
    "front_page",
    "lineage_graph",
    "origin_shares",
    "outlet_row",
    "pieces",
    "sentence",
    "statement_view",
    "story_card",
    "story_view",
]

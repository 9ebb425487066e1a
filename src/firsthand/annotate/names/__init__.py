"""Names: people, organisations and places, without a parser.

Runs of capitalised words are cut at titles, possessives and sentence starts, and sorted by gazetteer, by head word
("… Ministry"), by title or age beside them, and by use. Every name is given the fullest form that the article gives
it; a surname alone goes to the person last named by it.
"""

from firsthand.annotate.names.entities import Entity, Named
from firsthand.annotate.names.finder import find, mentions
from firsthand.annotate.names.kinds import VESSELS
from firsthand.annotate.names.roster import KIN

__all__ = ["KIN", "VESSELS", "Entity", "Named", "find", "mentions"]

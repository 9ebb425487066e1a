"""Score who is said to speak on texts with coreference: python -m benchmarks.quotes.speakers GOLD.jsonl [--show]

GOLD has one object a line (GUM's news and interviews, or ``python -m training.speakers OUT``): ``doc_id``; ``text``;
``quotes``, each with ``start``, ``end``, ``fragments`` and, where a source stands beside it, ``speaker_start``,
``speaker_end`` and ``speaker_cluster`` (null: not judged); ``mentions``, each with ``grp`` (the cluster that it belongs
to), ``start``, ``end`` and ``text``. All offsets are code points of ``text``, half open.

Three tables are printed. *Found* takes the quotations that firsthand finds and that overlap a gold one (intersection
over union of letters and digits at least .5, one to one, best first) and judges their ``speaker``. *Same* are those of
them for which firsthand has the same source beside the cue: where it has another, who speaks is a question of detection
(GUM nests attributions). *Mentions* takes the gold's sources by themselves, each handed to the resolver in the order of
the text, so that it does not depend on which quotations are found.

The source is a *pronoun*; a *name*, where its head has a capital and is no role ("Mayor Ada Quell", "the Harbour
Office"); else *nominal* ("the mayor", "Norvania's coach"). A lone capitalised word that the text also writes small
("Officials", "The Church") is nominal. A cluster is *named* if one of its mentions is a name.

- **right**: the speaker is a name of the cluster: the words of one of its names, titles, articles and "Inc." aside,
  where no other cluster has just that name; else a part of one with its last word, or one with more words before it.
  For a cluster without a name: words of one of its mentions that hold its head, or ``anonymous``.
- **unresolved**: null, or a cluster with a name described by words of its own: nothing false is said.
- **wrong**: anything else; ``anonymous`` for a named cluster too.

Accuracy is right / all, precision right / (right + wrong).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quotes.polnear import article
from firsthand.annotate import Annotate, gazetteer, names
from firsthand.annotate.grammar import word_set
from firsthand.annotate.layout import paragraphs
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.speakers import ANONYMOUS, Resolver
from firsthand.annotate.speakers.mention import head
from firsthand.annotate.tokens import Token, tokenize
from firsthand.model import Span
from firsthand.text import plain

PRONOUNS = word_set("i you he she they we it him her them me us who one someone this that")
_ARTICLES = word_set("the a an this that these those his her their its our my")
_SUFFIXES = word_set("s inc inc. corp corp. ltd ltd. co co. plc llc")
_MATCH = 0.5  # least intersection over union of a quotation found and the gold's
_OUTCOMES = ("right", "unresolved", "wrong")
Gold = dict[str, Any]


def main() -> None:
    """Print both tables, and with ``--show`` every speaker that is not right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is unresolved or wrong")
    options = parser.parse_args()
    documents = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    for title, judge in (("found", found), ("same", same), ("mentions", alone)):
        rows = [row for document in documents for row in judge(document)]
        table(title, rows)
        if options.show:
            show(rows)


def table(title: str, rows: Sequence[tuple[str, str, str]]) -> None:
    """Print the counts, the accuracy and the precision of each class of mention."""
    print(f"{title:10s}" + "".join(f"{name:>12s}" for name in ("all", *_OUTCOMES, "accuracy", "precision")))
    for kind in ("name", "pronoun", "nominal", "all"):
        of = Counter(outcome for k, outcome, _ in rows if kind in (k, "all"))
        answered = of["right"] + of["wrong"]
        shares = (of["right"] / max(1, of.total()), of["right"] / max(1, answered))
        counts = (of.total(), *(of[name] for name in _OUTCOMES))
        print(f"{kind:10s}" + "".join(f"{n:12d}" for n in counts) + "".join(f"{share:12.3f}" for share in shares))


def show(rows: Sequence[tuple[str, str, str]]) -> None:
    """Print the mentions that are not resolved to their cluster."""
    for kind, outcome, words in rows:
        if outcome != "right":
            print(f"  {kind:8s} {outcome:10s} {words}")


def same(document: Gold) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of ``found`` for which both name the same place as the source."""
    return found(document, same_mention=True)


def found(document: Gold, *, same_mention: bool = False) -> Iterator[tuple[str, str, str]]:
    """Yield class, outcome and a line to read for each quotation that is found and has a source in the gold."""
    text = document["text"]
    quotations = Annotate().annotate(article(document)).quotations
    gold = [_letters(text, _fragments(quote)) for quote in document["quotes"]]
    mine = [_letters(text, [(f.start, f.end) for f in q.fragments]) for q in quotations]
    clusters = Clusters(document)
    for i, j in sorted(_pairs(gold, mine)):
        quote = document["quotes"][i]
        start, end = quotations[j].speaker_start, quotations[j].speaker_end
        if quote["speaker_cluster"] is None:
            continue
        beside = start is not None and end is not None and start < quote["speaker_end"] and quote["speaker_start"] < end
        if beside or not same_mention:
            yield clusters.judged(quote, quotations[j].speaker)


def alone(document: Gold) -> Iterator[tuple[str, str, str]]:
    """Yield the same for every source of the gold, resolved from its span."""
    made = article(document)
    named = names.find(made.text, paragraphs(made))
    resolver = Resolver(made.text, named)
    clusters = Clusters(document)
    quotes = [q for q in document["quotes"] if q["speaker_start"] is not None]
    for quote in sorted(quotes, key=lambda q: (q["start"], q["end"])):
        source = Span(quote["speaker_start"], quote["speaker_end"])
        fragments = tuple(Span(a, b) for a, b in _fragments(quote))
        whole = Span(min(source.start, fragments[0].start), max(source.end, fragments[-1].end))
        speaker = resolver.resolve(Draft(quote.get("type", "indirect"), fragments, source, None, whole))
        if quote["speaker_cluster"] is not None:
            yield clusters.judged(quote, speaker)


class Clusters:
    """The clusters of one document and what they may be called."""

    def __init__(self, document: Gold) -> None:
        self.text: str = document["text"]
        self.small = {t.text for t in tokenize(self.text, 0, len(self.text)) if t.text.islower()}
        self.names: dict[str, list[tuple[str, ...]]] = {}
        self.words: dict[str, list[list[Token]]] = {}
        for mention in document["mentions"]:
            row = tokenize(self.text, mention["start"], mention["end"])
            self.words.setdefault(mention["grp"], []).append(row)
            if self.kind(row) == "name":
                self.names.setdefault(mention["grp"], []).append(_bare(row))

    def kind(self, row: Sequence[Token]) -> str:
        """Return what a mention is: name, pronoun or nominal."""
        if row and row[0].norm in PRONOUNS and row[0].text != "WHO" and (len(row) == 1 or row[1].text[0] in "'’"):
            return "pronoun"
        own = _core(row)
        common = len(own) == 1 and own[0].norm in self.small and own[0].end == row[-1].end
        if not own or not own[-1].capital or gazetteer.role(own[-1].norm) or common or row[0].norm in ("a", "an"):
            return "nominal"
        return "name"

    def judged(self, quote: Gold, speaker: str | None) -> tuple[str, str, str]:
        """Return the class of a quotation's source, the outcome, and a line that tells both."""
        start, end, cluster = quote["speaker_start"], quote["speaker_end"], quote["speaker_cluster"]
        line = f"{self.text[start:end]!r} → {speaker!r}, not {self.called(cluster)}"
        return self.kind(tokenize(self.text, start, end)), self.outcome(speaker, cluster), line

    def called(self, cluster: str) -> str:
        """Return the longest of a cluster's names, else its first mention."""
        told = [" ".join(name) for name in self.names.get(cluster, ())] or [
            " ".join(t.text for t in row) for row in self.words.get(cluster, ())[:1]
        ]
        return max(told, key=len, default="nobody")

    def outcome(self, speaker: str | None, cluster: str) -> str:
        """Judge a speaker: right, unresolved or wrong."""
        if speaker is None:
            return "unresolved"
        if cluster not in self.names:
            described = any(_described(speaker, row) for row in self.words.get(cluster, ()))
            return "right" if speaker == ANONYMOUS or described else "wrong"
        said = _bare(tokenize(speaker, 0, len(speaker)))
        same = {key for key, called in self.names.items() if said in called}
        if same:
            return "right" if cluster in same else "wrong"
        if any(_part(said, name) or _part(name, said) for name in self.names[cluster]):
            return "right"
        return "unresolved" if any(_described(speaker, row) for row in self.words[cluster]) else "wrong"


def _core(row: Sequence[Token]) -> list[Token]:
    """Return a mention's words up to its head: no article, nothing from the first preposition or comma on.

    "Director of the Harbour Office Ada Quell" has its head at the end: a title with a place or a body in it.
    """
    own = [t for t in row if t.norm != "'s"]
    while own and own[0].norm in _ARTICLES:
        own = own[1:]
    own = own[: next((i for i, t in enumerate(own) if i and not (t.word or t.text in "-'’&.")), len(own))]
    if len(own) > 2 and gazetteer.given(own[-2].text) and own[-1].capital:
        return own
    return own[: head(own) + 1] if own else []


def _bare(row: Sequence[Token]) -> tuple[str, ...]:
    """Return a name's folded words, without articles, possessive and what describes it before or after."""
    own = [t for t in row[: next((i for i, t in enumerate(row) if t.text in ",("), len(row))] if t.word]
    while own and own[-1].norm in _SUFFIXES:
        own = own[:-1]
    cut = max((i + 1 for i, t in enumerate(own[:-1]) if gazetteer.role(t.norm) or t.norm in _ARTICLES), default=0)
    return tuple(plain(t.text) for t in own[cut:] if t.norm not in ("mr", "ms", "mrs", "mr.", "ms.", "mrs."))


def _part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether a name is a part of another: all of its words, the last word the same."""
    return bool(part) and part[-1] == whole[-1] and set(part) <= set(whole)


def _described(speaker: str, row: Sequence[Token]) -> bool:
    """Tell whether a description is made of a mention's words and holds its head."""
    core = _core(row)
    said = {t.norm for t in tokenize(speaker, 0, len(speaker))}
    return bool(core) and core[-1].norm in said and said <= {t.norm for t in row}


def _fragments(quote: Gold) -> list[tuple[int, int]]:
    return [(a, b) for a, b in quote.get("fragments") or [(quote["start"], quote["end"])]]


def _letters(text: str, fragments: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for a, b in fragments for i in range(a, b) if text[i].isalnum())


def _pairs(gold: Sequence[frozenset[int]], mine: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that overlap enough, best first, each in one pair."""
    rated = [
        (-len(g & m) / len(g | m), i, j)
        for i, g in enumerate(gold)
        for j, m in enumerate(mine)
        if g & m and len(g & m) >= _MATCH * len(g | m)
    ]
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(rated):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j


if __name__ == "__main__":
    main()

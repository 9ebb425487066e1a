"""A story in a few plain sentences, which speak of each article once: what the texts show, never why."""

from collections.abc import Sequence

from firsthand.present.labels import number, plural
from firsthand.present.views.outlets import OriginShare, OutletRow


def sentence(rows: Sequence[OutletRow], shares: Sequence[OriginShare]) -> str:
    """Return what the story's articles rest on: ``"Two of the three articles carry Norwire’s words."``"""
    if len(rows) == 1:
        return _single(rows[0])
    by_id = {row.article.id: row for row in rows}
    said: list[str] = []
    named = [share for share in shares if share.kind == "named"]
    for share in named[:2]:
        said += _named(share.name, [by_id[i] for i in share.articles], len(rows), first=not said)
    if rest := named[2:]:
        articles, others = sum(len(share.articles) for share in rest), plural(len(rest), "origin")
        said.append(f"{_many(articles)} on {number(len(rest))} other named {others}.")
    for share in shares:
        if share.kind == "own":
            said.append(_own(len(share.articles), len(rows)))
        elif share.kind == "unknown":
            said.append(_unknown(len(share.articles), len(rows)))
    return " ".join(said)


def _single(row: OutletRow) -> str:
    if row.kind == "unknown":
        return "One article; where its text comes from could not be told."
    if row.origin is None or row.kind == "own":
        return "One article, as far as its text shows the outlet’s own reporting."
    return f"One article: {row.relation[0].lower()}{row.relation[1:]}{_silent([row])}."


def _named(name: str, rows: Sequence[OutletRow], total: int, *, first: bool) -> list[str]:
    carry = [r for r in rows if r.kind == "wire" or r.relation.startswith("Own writing with passages")]
    cite = [r for r in rows if r.kind == "rewrite" and r not in carry]
    own = len(rows) - len(carry) - len(cite)
    said: list[str] = []
    if carry:
        verb = "carries" if len(carry) == 1 else "carry"
        said.append(f"{_of(len(carry), total, first)} {verb} {name}’s words{_silent(carry)}.")
    if cite:
        verb, whose = ("reports", "its own words") if len(cite) == 1 else ("report", "their own words")
        said.append(f"{_of(len(cite), total, first and not carry)} {verb} {name}’s news in {whose}{_silent(cite)}.")
    if own:
        said.append(f"{_are(own)} {name}’s own.")
    return said


def _silent(rows: Sequence[OutletRow]) -> str:
    """Return the part on those that do not credit the origin; empty where all do."""
    silent = sum(r.credited is False for r in rows)
    if not silent:
        return ""
    if len(rows) == 1:
        return ", without crediting it"
    if silent == len(rows):
        return ", none of them crediting it" if silent > 2 else ", neither of them crediting it"
    return f", {number(silent)} of them without crediting it"


def _of(n: int, total: int, first: bool) -> str:
    if n == total:
        return f"All {number(n)} articles" if n > 2 else "Both articles"
    return f"{number(n).capitalize()} of the {number(total)} articles" if first else f"{number(n).capitalize()} more"


def _own(n: int, total: int) -> str:
    if n == total:
        return "All are, as far as their texts show, the outlets’ own reporting."
    return f"{_are(n)} as far as the text shows {'the outlet’s' if n == 1 else 'the outlets’'} own reporting."


def _unknown(n: int, total: int) -> str:
    which = ("all" if total > 2 else "both") if n == total else number(n)
    return f"For {which} the origin could not be told."


def _are(n: int) -> str:
    return f"{number(n).capitalize()} {'is' if n == 1 else 'are'}"


def _many(n: int) -> str:
    return f"{number(n).capitalize()} more {'rests' if n == 1 else 'rest'}"

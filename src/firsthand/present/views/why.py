"""What stands behind a count: its reasons by what they do, the rules' names, and what each rule cannot tell."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.model import Count, Reason
from firsthand.present.views.argument import ORIGIN
from firsthand.present.views.outlets import CORRECTED


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for reading: what it is called, and what it cannot tell; ``docs/explanation/counting.md`` has them."""

    name: str
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class CountWhy:
    """The reasons of a count: who rests on what, what was taken together, what was kept apart, what the user said.

    ``caveats`` are the rules among them that may be wrong, each once.
    """

    origins: tuple[Reason, ...]
    merges: tuple[Reason, ...]
    apart: tuple[Reason, ...]
    by_hand: tuple[Reason, ...]
    caveats: tuple[Rule, ...]


_CLOCKS = "A clock may be wrong and a page edited: time is evidence, never proof."
_CREDITS = "A credit may be wrong, or lost."
_HEARD = "Two reporters at one press conference have the same words, too."
RULES: dict[str, Rule] = {
    "author": Rule("same author", "A name may be that of two authors."),
    "captions": Rule("same captions", "Pictures travel without texts."),
    "carried": Rule("carried by", "That an outlet runs a service’s texts does not tell that this text is one of them."),
    "carries": Rule("carries a service", "That an outlet runs a service’s texts does not tell that this text is one."),
    "chain": Rule("where the chain ends", ""),
    "clock": Rule("time not usable", _CLOCKS),
    "corrected": Rule("corrected by hand", ""),
    "credit": Rule("credit", _CREDITS),
    "credit-elsewhere": Rule("credit on another page", _CREDITS),
    "link": Rule("link to it", "A page may link to what it does not draw on."),
    "named-in-passing": Rule("named in passing", "A name alone does not tell that words were taken."),
    "nobody-heard": Rule("nobody heard", "An outlet may have heard people whom it does not quote."),
    "no-credit": Rule("no credit", _CREDITS),
    "no-label": Rule("no label", _CREDITS),
    "no-order": Rule("no order in time", _CLOCKS),
    "not-reporting": Rule("not reporting", "Opinion that is not marked as such counts as reporting."),
    "nothing-shared": Rule("nothing shared", "A rewrite in all new words without a credit looks independent."),
    "one-interview": Rule("one interview", "A speaker may have said it to both, at different times."),
    "one-public-statement": Rule("one public statement", "An outlet may have asked for itself as well."),
    "one-speaker": Rule("one speaker", "Outlets that quote one person may each have called."),
    "origin": Rule("origin", ""),
    "origin-unknown": Rule("origin not known", "It could be any of the others, or one of its own."),
    "other-words": Rule("other words", "Two wordings may be two translations of one report."),
    "partly-copied": Rule("partly copied", "The rest of the text may be the outlet’s own reporting."),
    "publisher-unknown": Rule("outlet not named", "A page without a name may be any outlet’s."),
    "refers-back": Rule("refers back", "“Last week” may be of another event of that week."),
    "release": Rule("press release", "An outlet that prints a release may have asked for itself as well."),
    "roundup": Rule("roundup", "It gathers from several; which of them it has the news from is not told."),
    "same-headline": Rule("same headline", "Plain headlines meet by chance."),
    "same-lead": Rule("same lead", _HEARD),
    "same-newsroom": Rule("one newsroom", ""),
    "same-owner": Rule("one owner", "Papers of one owner may report separately."),
    "same-page": Rule("same page", ""),
    "same-utterance": Rule("same utterance", _HEARD),
    "same-words": Rule("same words", _HEARD),
    "same-words-too-few": Rule("same words, too few", _HEARD),
    "shared-error": Rule("shared mistake", "Both may have it from a third text that is not here."),
    "shared-names": Rule("shared names", "People and places of one beat meet in unlike stories."),
    "shared-passage": Rule("shared passage", "Both may have it from a third text that is not here."),
    "shared-quotation": Rule("shared quotation", _HEARD),
    "shared-text": Rule("shared text", "Both may have it from a third text that is not here. " + _CLOCKS),
    "standing-passage": Rule("standing paragraph", ""),
    "told-agency": Rule("told the agency", _CREDITS),
    "too-short": Rule("too short", "A text this short cannot be held against others."),
    "uncredited": Rule("not credited", "Both may have it from a third text that is not here."),
    "write-up": Rule("write-up", "An outlet that quotes several people may have spoken with some of them."),
}


def rule_name(slug: str) -> str:
    """Return what a rule is called; one that is not known by its slug."""
    found = RULES.get(slug)
    return found.name if found else slug.replace("-", " ")


def caveats(reasons: Iterable[Reason]) -> tuple[Rule, ...]:
    """Return the rules of some reasons that cannot tell all, each sentence once."""
    found = {rule.caveat: rule for r in reasons if (rule := RULES.get(r.rule)) and rule.caveat}
    return tuple(found.values())


def count_why(count: Count) -> CountWhy:
    """Return what stands behind ``count``."""
    return CountWhy(
        tuple(r for r in count.reasons if r.rule == ORIGIN),
        tuple(r for r in count.reasons if r.rule not in (ORIGIN, CORRECTED)),
        count.apart,
        tuple(r for r in count.reasons if r.rule == CORRECTED),
        caveats((*count.reasons, *count.apart)),
    )

"""Who first had a family's text: its maker, the credits that it carries, what the corpus shows, and time last."""

from collections import Counter
from collections.abc import Mapping, Sequence

from firsthand.data import is_agency
from firsthand.model import Reason
from firsthand.text import words
from firsthand.trace.evidence.citing import load_bearing
from firsthand.trace.evidence.clocks import Clocks
from firsthand.trace.evidence.hands import is_wire
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.origins.drafts import UNKNOWN
from firsthand.trace.origins.releases import by_form, distributed
from firsthand.trace.origins.verdicts import Verdict, by_chain, by_traces
from firsthand.trace.origins.view import View

# What a piece of evidence is worth when the members of a family name different origins. Ours. A feed's label may name
# the outlet that the feed had the text from, an agency's customer: agency over outlet over label (guidelines, 2).
_WEIGHT = {"dateline": 3, "byline": 3, "footer": 3, "contribution": 1}
_OWN_PAGE, _LABEL, _STRONG = 6, 2, 3


def by_credit(members: Sequence[Telling], clocks: Clocks) -> Verdict | None:
    """Return the origin that a family's pages show by themselves: its maker's page, own pages and credits."""
    if (put_out := distributed(members)) is not None:
        return put_out
    release = _release(members, clocks)
    if release is not None:
        return Verdict(release.label, release)
    pages = _pages(members)
    votes = _votes(members, pages)
    own = {m.name for m in members if m.name and not m.text_credits() and not m.gathers}
    # A citation alone does not outweigh an outlet's own page: an outlet may cite an agency in a text of its own.
    strong = [n for n, weight in votes.items() if weight >= _STRONG or (weight >= _LABEL and not own)]
    if not strong:
        return None
    agencies = [n for n in strong if is_wire(n) and votes[n] >= _STRONG]
    signed = own | {c.publisher for m in members if not m.gathers for c in m.text_credits()}
    if agencies and not any(n in signed for n in strong if n not in agencies):
        strong = agencies
    best = max(sorted(strong), key=lambda n: votes[n])
    return Verdict(best, pages.get(best))


def of_family(members: Sequence[Telling], view: View) -> Verdict:
    """Return who first had a family's text, by the strongest evidence that there is."""
    found = by_credit(members, view.clocks) or by_traces(members, view) or by_chain(members)
    return found or _by_citation(members) or by_form(members) or _by_time(members, view.clocks)


def _votes(members: Sequence[Telling], pages: Mapping[str, Telling]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for member in members:
        if member.name and is_agency(member.name) and not member.text_credits():
            votes[member.name] += _OWN_PAGE
        for name, kind in {(c.publisher, c.kind) for c in member.mentions_of_sources() if c.kind in _WEIGHT}:
            label = kind == "byline" and member.gathers and not is_agency(name)
            votes[name] += _LABEL if label else _WEIGHT[kind]
    for name in list(votes):
        page = pages.get(name)
        if page is not None and not is_agency(name) and not page.text_credits():
            votes[name] += _OWN_PAGE  # credited by others, and its own page is here
    # Stations put their own names on agencies' texts too: that counts where nobody names an agency.
    if not any(is_wire(name) and weight >= _STRONG for name, weight in votes.items()):
        votes.update({m.name: _STRONG for m in members if m.name and not m.gathers and _signs_itself(m)})
    return votes


def _signs_itself(member: Telling) -> bool:
    """Tell whether a page's dateline or byline names its own outlet; a copyright line at the foot is the house's."""
    own = (c for c in member.annotation.credits if c.kind in ("dateline", "byline"))
    return not member.text_credits() and any(c.publisher == member.name for c in own)


def _pages(members: Sequence[Telling]) -> dict[str, Telling]:
    """Return the first page of each publisher."""
    out: dict[str, Telling] = {}
    for member in members:
        if member.name:
            out.setdefault(member.name, member)
    return out


def _by_citation(members: Sequence[Telling]) -> Verdict | None:
    """Where no member is an outlet's own page, whom the leads cite has what they carry."""
    if any(m.name and not m.gathers for m in members):
        return None
    cited = Counter(name for m in members for name in {c.publisher for c in load_bearing(m) if c.kind == "attribution"})
    if not cited:
        return None
    return Verdict(max(sorted(cited), key=lambda n: cited[n]))


def _by_time(members: Sequence[Telling], clocks: Clocks) -> Verdict:
    """The first page, if one is first: of pages without publishers and times it would be made up."""
    able = [m for m in members if m.name and not m.gathers and not m.text_credits()]
    if len({m.name for m in able}) == 1:
        return Verdict(able[0].label, able[0])
    timed = [m for m in able if clocks.of(m.id) is not None]
    if not timed:
        return Verdict(UNKNOWN)
    first = min(timed, key=lambda m: clocks.order(m.id))
    later = [m for m in able if m.name != first.name]
    open_to = [m for m in later if not clocks.before(first.id, m.id)]
    if open_to:
        return Verdict(UNKNOWN, None, (_not_ordered(first, open_to[0]),))
    return Verdict(first.label, first)


def _not_ordered(first: Telling, other: Telling) -> Reason:
    return Reason("no-order", f"the times of {first.label} and {other.label} do not tell which of them was first")


def _release(members: Sequence[Telling], clocks: Clocks) -> Telling | None:
    """Return the first page if its own publisher speaks in it: a release is its maker's, whoever reprints it.

    Only where the times of day are known: of pages of one day nothing tells which was first.
    """
    first, second = members[:2]
    if clocks.of(first.id) is None or not clocks.before(first.id, second.id):
        return None
    if first.name is None or first.gathers or first.text_credits() or is_agency(first.name):
        return None
    own = f"{' '.join(words(first.name))} "
    speakers = (q.speaker for q in first.annotation.quotations if q.speaker)
    return first if any(f"{' '.join(words(s))} ".startswith(own) for s in speakers) else None

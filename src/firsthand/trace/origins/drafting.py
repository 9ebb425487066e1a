"""Each article's origin and relation, from the strongest evidence to the weakest.

What families and pages show by themselves is learned first, so that headlines, authors and standing passages of
credited texts are evidence for those that nobody credits. Then each family is judged, and each article alone.
"""

from collections.abc import Iterable, Mapping

from firsthand.trace.evidence.citing import MANY_CITED
from firsthand.trace.evidence.clocks import Clocks
from firsthand.trace.evidence.sites import stem
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.families.group import Family
from firsthand.trace.origins.drafts import UNKNOWN, Draft, lineage
from firsthand.trace.origins.family_origin import by_credit, of_family
from firsthand.trace.origins.members import family_drafts
from firsthand.trace.origins.oddities import Oddities
from firsthand.trace.origins.passages import address_key
from firsthand.trace.origins.singles import single
from firsthand.trace.origins.view import View, family_index, members_of, principal

__all__ = ["MANY_CITED", "UNKNOWN", "Draft", "drafts", "lineage", "seen"]


def seen(tellings: Mapping[str, Telling], groups: Iterable[Family]) -> View:
    """Return the corpus as it is seen from each text, with what families and pages show by themselves."""
    groups = list(groups)
    view = View(tellings, family_index(groups), Clocks({key: t.article for key, t in tellings.items()}))
    _learn(view, groups)
    return view


def drafts(view: View, groups: Iterable[Family], odd: Iterable[Oddities] = ()) -> dict[str, Draft]:
    """Return a draft for every article."""
    groups, tellings = list(groups), view.tellings
    verdicts = {family.id: of_family(members_of(family, tellings), view) for family in groups}
    for family in groups:
        name = verdicts[family.id].name
        if name != UNKNOWN:
            view.known.update(dict.fromkeys(family.members, name))
    out: dict[str, Draft] = {}
    for family in groups:
        out.update(family_drafts(family, verdicts[family.id], view))
    for key, telling in tellings.items():
        if key not in out:
            out[key] = single(telling, view)
    for key in {k for draft in out.values() if draft.relation == "verbatim" for k in (*draft.stitched, *draft.sources)}:
        if out[key].relation == "independent" and out[key].telling.name == view.known.get(key):
            out[key].relation = "original"  # another page carries its words, and has nothing of its own
    for shared in odd:
        if shared.shown and shared.ordered:
            _draw_odd(out[shared.later], shared, view)
    return out


def _draw_odd(draft: Draft, shared: Oddities, view: View) -> None:
    """Note that a text has oddities of an earlier one; an article of its own with several is in part reworded."""
    name = view.known.get(shared.earlier, view.tellings[shared.earlier].label)
    reworded = draft.relation == "independent" and shared.reworded
    draft.reasons.extend(shared.reasons)
    draft.draw(name, *shared.reasons, page=shared.earlier if reworded else None)
    if reworded:
        draft.relation, draft.inferred = "partial", True


def _learn(view: View, groups: Iterable[Family]) -> None:
    """Learn what pages show by themselves: a family's credits, an article's, else whose page it stands on."""
    for family in groups:
        view.clocks.doubt_first(family.members)
        verdict = by_credit(members_of(family, view.tellings), view.clocks)
        if verdict is not None and verdict.name != UNKNOWN:
            for key in family.members:
                view.learn(key, verdict.name)
    for key in sorted(view.tellings):
        telling = view.tellings[key]
        if telling.name and "." in (telling.article.publisher or ""):
            view.sites.setdefault(stem(telling.article.publisher or ""), telling.name)
        for address in (telling.article.canonical, telling.article.url):
            if found := address_key(address):
                view.addresses.setdefault(found, key)
        if key in view.family_of:
            continue
        naming = telling.text_credits()
        if naming:
            view.learn(key, principal(naming).publisher)
        elif telling.name and not telling.gathers:
            view.learn(key, telling.name)

"""What the user says of texts and their origins, put over what tracing concluded.

Two texts that the user parts are read as if they shared no passage; what either credits still counts. Texts that the
user joins carry the words of one of them: of an agency's own page, else of the page that others were seen to copy, else
of one whose origin is known, else of the earliest. What the user says of an article's origin holds for it, for those
whose words were traced to that article, and for the whole of a text that the user has made of it and others, whichever
was said first: both hold. Only articles of which the user has said different origins are not made one text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import numpy as np

from firsthand.data import is_agency, publisher_named
from firsthand.model import Correction, Reason
from firsthand.model.copies import Copies
from firsthand.model.correction import regrouped, standing
from firsthand.text import short_hash
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.evidence.words import credited
from firsthand.trace.families.group import Family
from firsthand.trace.origins.drafts import OWN, UNKNOWN, Draft

# The rule of every reason that is the user's word.
CORRECTED = "corrected"


def allowed(copies: Copies, families: Iterable[Family], corrections: Iterable[Correction]) -> Copies:
    """Return the copies without those between texts that the user says are not one."""
    told = standing(corrections, "text")
    splits = [c for c in told if c.verb == "split"]
    if not splits:
        return copies
    text = _texts((f.members for f in families), told)
    pairs = (pair for c in splits for pair in combinations([text[m] for g in c.groups for m in g], 2))
    apart = {frozenset(pair) for pair in pairs if pair[0] != pair[1]}
    kept = [frozenset((text.get(c.earlier, -1), text.get(c.later, -1))) not in apart for c in copies]
    return copies.where(np.array(kept, dtype=bool))


def correct(drafts: dict[str, Draft], corrections: Iterable[Correction]) -> dict[str, Draft]:
    """Return the drafts with what the user says of their texts and origins."""
    told = standing(corrections, "text")
    if not told:
        return drafts
    out = dict(drafts)
    for correction in told:
        if correction.verb == "origin":
            _set_origin(correction, out)
    for members in _joined(out, told):
        _make_one(members, out, [c for c in told if c.verb == "merge" and c.members & set(members)])
    return out


def by_hand(correction: Correction) -> str:
    """Return when it was corrected, and the user's note: what stands in marks after what was said."""
    moment = datetime.fromisoformat(correction.at)
    note = f", with the note “{correction.note}”" if correction.note else ""
    return f"corrected by hand on {moment.day} {moment:%B %Y}{note}"


def _texts(families: Iterable[Sequence[str]], told: Sequence[Correction]) -> dict[str, int]:
    """Return the number of the text that each article in a family, or named by the user, carries."""
    texts = regrouped(_units(families, told), told)
    return {member: n for n, members in enumerate(texts) for member in members}


def _units(families: Iterable[Sequence[str]], told: Iterable[Correction]) -> list[Sequence[str]]:
    """Return the families, and each article that the user names and that is in none as one by itself."""
    found = list(families)
    single = {m for c in told for m in c.members}.difference(*found)
    return [*found, *([m] for m in sorted(single))]


def _joined(drafts: Mapping[str, Draft], told: Sequence[Correction]) -> list[list[str]]:
    """Return the articles of each text that the user has put together of several."""
    families: dict[str, list[str]] = {}
    for key in sorted(drafts):
        if family := drafts[key].family:
            families.setdefault(family, []).append(key)
    units = [unit for unit in _units(families.values(), told) if unit[0] in drafts]
    before = {tuple(unit) for unit in units}
    return [members for members in regrouped(units, told) if tuple(members) not in before and len(members) > 1]


def _make_one(members: Sequence[str], drafts: dict[str, Draft], merges: Sequence[Correction]) -> None:
    """Let all of ``members`` carry the words of the one that leads them, but those that the user says have others."""
    lead = min((drafts[m] for m in members), key=_leads)
    members = _agreeing(members, lead, drafts)
    if len(members) == 1:
        return
    family = short_hash("family", *sorted(members))
    name = lead.text_of
    said = [_said_one(c, members, drafts) for c in merges]
    for member in members:
        draft = drafts[member]
        if draft is lead or name in (draft.origin, draft.telling.label):
            made = replace(draft, reasons=[*draft.reasons, *said])
            made.relation = "original" if draft.relation == "independent" else draft.relation
        else:
            made = _copying(draft, lead, name, said)
        made.family = family
        drafts[member] = made


def _agreeing(members: Sequence[str], lead: Draft, drafts: Mapping[str, Draft]) -> list[str]:
    """Return the members without those that the user says have other words than ``lead``, and those that copy them."""
    others = {m for m in members if drafts[m].by_hand and drafts[m].text_of != lead.text_of}
    families = {drafts[m].family for m in others} - {None, lead.family}
    return [m for m in members if m not in others and drafts[m].family not in families]


def _said_one(correction: Correction, members: Sequence[str], drafts: Mapping[str, Draft]) -> Reason:
    """Name the articles that the user named; those that were one text with them before are not listed."""
    named = [m for group in correction.groups for m in group if m in drafts]
    labels = ", ".join(dict.fromkeys(drafts[m].telling.label for m in named))
    more = ", with the texts that these were joined to" if len(members) > len(named) else ""
    return Reason(CORRECTED, f"the user says that {labels} carry one text{more} ({by_hand(correction)})")


def _copying(draft: Draft, lead: Draft, name: str, said: list[Reason]) -> Draft:
    """Return a draft that has the words of ``lead``, which are those of ``name``, and all that these rest on."""
    made = _carrying(draft, name, said)
    made.draws_on = [n for n in dict.fromkeys((name, *lead.draws_on)) if n != UNKNOWN]
    made.sources = [lead.telling.id] if lead.origin == OWN else list(lead.sources)
    made.pages = {name: lead.telling.id} if lead.origin == OWN else dict(lead.pages)
    made.cited = list(lead.cited)
    return made


def _leads(draft: Draft) -> tuple[int, bool, bool, bool, tuple[str, str]]:
    """A key that puts the text first that the others are taken for copies of: that of which the user spoke last."""
    told = draft.by_hand.number if draft.by_hand else 0
    agency = draft.origin == OWN and draft.telling.name is not None and is_agency(draft.telling.name)
    named = draft.origin not in (OWN, UNKNOWN)
    return -told, not agency, draft.relation != "original", not named, draft.telling.order


def _set_origin(correction: Correction, drafts: dict[str, Draft]) -> None:
    """Let an article carry the words, or the news, that the user says it does."""
    ((article,),) = correction.groups
    if article not in drafts:
        return
    draft = drafts[article]
    name = _known(correction.name or UNKNOWN, draft.telling, drafts.values())
    drafts[article] = made = _of_its_own(draft, correction) if name == OWN else _of(name, draft, correction)
    made.by_hand = correction
    if draft.relation == "original" and made.relation == "verbatim":
        made.family = draft.family
        _follow(article, draft.telling.label, name, drafts, made.reasons[:1])


def _of_its_own(draft: Draft, correction: Correction) -> Draft:
    """Return a draft whose words are its outlet's own; that others copy it, or that it cites others, may still be."""
    said = Reason(CORRECTED, f"the user says that its words are the outlet’s own ({by_hand(correction)})")
    inferred = draft.relation if draft.relation in ("original", "cites") else "independent"
    relation = correction.relation or inferred
    if relation == "independent":
        return Draft(draft.telling, reasons=[said])
    return replace(draft, origin=OWN, relation=relation, reasons=[said, *draft.reasons])


def _of(name: str, draft: Draft, correction: Correction) -> Draft:
    relation = correction.relation or "verbatim"
    text = {"cites": f"it has the news from {name}", "partial": f"it uses words of {name}"}.get(
        relation, "its words are " + ("of an unknown origin" if name == UNKNOWN else f"those of {name}")
    )
    made = _carrying(draft, name, [Reason(CORRECTED, f"the user says that {text} ({by_hand(correction)})")])
    made.relation = relation
    if relation in ("cites", "partial"):
        made.origin, made.cited = OWN, list(made.draws_on)
    return made


def _follow(article: str, label: str, name: str, drafts: dict[str, Draft], said: list[Reason]) -> None:
    """Let those whose words were traced to a page of ``label`` have them from where that page has them."""
    for key, draft in drafts.items():
        if key != article and article in draft.sources and draft.origin == label:
            drawn = [name if n == label else n for n in draft.draws_on]
            drafts[key] = replace(draft, origin=name, reasons=[*draft.reasons, *said])
            drafts[key].draws_on = [n for n in dict.fromkeys(drawn) if n != UNKNOWN]
            drafts[key].pages = {(name if n == label else n): page for n, page in draft.pages.items()}
            drafts[key].grounds = {(name if n == label else n): why for n, why in draft.grounds.items()}


def _carrying(draft: Draft, name: str, said: list[Reason]) -> Draft:
    """Return a draft that has the words of ``name`` because the user says so; credits that agree stay as reasons."""
    agreeing = [credited(draft.telling, c) for c in draft.telling.mentions_of_sources() if c.publisher == name]
    drawn = [] if name in (OWN, UNKNOWN) else [name]
    reasons = [*said, *agreeing[:2]]
    return Draft(draft.telling, name, "verbatim", drawn, [], None, reasons, inferred=not agreeing)


def _known(name: str, telling: Telling, drafts: Iterable[Draft]) -> str:
    """Return the spelling of a name that the corpus, else the shipped lists, have; ``own`` for the outlet's own."""
    if name.casefold() in (OWN, UNKNOWN):
        return name.casefold()
    listed = publisher_named(name)
    wanted = {name.casefold(), listed.name.casefold() if listed else name.casefold()}
    if telling.label.casefold() in wanted:
        return OWN
    label = next((d.telling.label for d in drafts if d.telling.label.casefold() in wanted), None)
    return label or (listed.name if listed else name)

"""Releases reprinted whole: texts that several outlets carry unsigned, in the words that releases are made of.

Which paper printed one first says nothing of who wrote it: whoever put it out sent it to all of them.
"""

import re
from collections.abc import Sequence

from firsthand.model import Passage, Reason
from firsthand.text import squeeze
from firsthand.trace.evidence.distributors import is_issuer, issuer
from firsthand.trace.evidence.tellings import Telling
from firsthand.trace.origins.drafts import UNKNOWN
from firsthand.trace.origins.verdicts import SEVERAL, Verdict
from firsthand.trace.origins.view import authors

# The kind of reason that says so.
RELEASE = "release"
# What releases say: that something is announced, who is to be quoted with office and name, what the reader may do.
# Each may stand in a report too: it takes two kinds. Ours.
_FORMS = (
    re.compile(
        r"\b(?:today announced|announced today|has announced|(?:pleased|proud|delighted|excited) to announce)\b"
    ),
    re.compile(r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:, [^,:\n]{3,60},)? said: [“\"]"),
    re.compile(
        r"\b[Aa]nyone with information\b|\b[Ff]or (?:more|further) information\b|\bis committed to \w+ing\b"
        r"|\b(?:[Mm]edia|[Pp]ress) (?:contact|enquiries|inquiries)\b|\b[Nn]otes? to editors\b"
        r"|\b(?:is|are|go) on sale from\b"
    ),
    re.compile(r"\b(?:press|news|media) release\b"),
)
_KINDS = 2
_MARKS = ' “"'
_READ = 20_000


def by_form(members: Sequence[Telling]) -> Verdict | None:
    """Return that a text which several outlets carry, unsigned and in a release's words, is by none of them.

    Where the text itself names the publisher of one of its pages, that is who issued it.
    """
    own = {m.name for m in members if m.name and not m.gathers}
    if len(own) < SEVERAL or any(authors(m) or m.text_credits() for m in members):
        return None
    passages = [found for form in _FORMS if (found := _first(form, members)) is not None]
    if len(passages) < _KINDS:
        return None
    maker = next((m for m in members if m.name and all(m.name in o.article.text[:_READ] for o in members)), None)
    if maker is not None:
        return Verdict(maker.label, maker)
    of = {m.id: m.article.text for m in members}
    said = ", ".join(f"“{squeeze(of[p.article][p.start : p.end]).strip(_MARKS)}”" for p in passages)
    text = f"several outlets carry this text, none of them signs it, and it has the words of releases: {said}"
    return Verdict(UNKNOWN, None, (Reason(RELEASE, text, tuple(passages)),))


def distributed(members: Sequence[Telling]) -> Verdict | None:
    """Return whose release a text is that some page signs with a distributor's slug: its issuer's, if that is told.

    The root is the issuer's own page.
    """
    signed = next(((m, credit) for m in members for credit in m.distributors()[:1]), None)
    if signed is None:
        return None
    member, credit = signed
    words = squeeze(member.article.text[credit.start : credit.end])
    text = f"names {credit.publisher}, which puts out the releases of others: “{words}”"
    passages = [Passage(member.id, credit.start, credit.end)]
    told = issuer(member.article.text, credit)
    if told is None:
        return Verdict(UNKNOWN, None, (Reason(RELEASE, f"{text}; who issued it is not told", tuple(passages)),))
    name, place = told
    passages.append(Passage(member.id, place.start, place.end))
    root = next((m for m in members if m.name and not m.gathers and is_issuer(m.name, name)), None)
    said = Reason(RELEASE, f"{text}; issued by {name}", tuple(passages))
    return Verdict(root.label if root else name, root, (said,))


def _first(form: re.Pattern[str], members: Sequence[Telling]) -> Passage | None:
    found = ((m.id, form.search(m.article.text, 0, _READ)) for m in members)
    return next((Passage(article, hit.start(), hit.end()) for article, hit in found if hit is not None), None)

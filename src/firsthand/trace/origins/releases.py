"""Releases reprinted whole: texts that several outlets carry unsigned, in the words that releases are made of.

Which paper printed one first says nothing of who wrote it: whoever put it out sent it to all of them.
"""

import re
from collections.abc import Sequence

from firsthand.model import Passage, Reason
from firsthand.text import squeeze
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
    issuer = next((m for m in members if m.name and all(m.name in o.article.text[:_READ] for o in members)), None)
    if issuer is not None:
        return Verdict(issuer.label, issuer)
    of = {m.id: m.article.text for m in members}
    said = ", ".join(f"“{squeeze(of[p.article][p.start : p.end]).strip(_MARKS)}”" for p in passages)
    text = f"several outlets carry this text, none of them signs it, and it has the words of releases: {said}"
    return Verdict(UNKNOWN, None, (Reason(RELEASE, text, tuple(passages)),))


def _first(form: re.Pattern[str], members: Sequence[Telling]) -> Passage | None:
    found = ((m.id, form.search(m.article.text, 0, _READ)) for m in members)
    return next((Passage(article, hit.start(), hit.end()) for article, hit in found if hit is not None), None)

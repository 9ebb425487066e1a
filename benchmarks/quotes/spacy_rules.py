"""A baseline on a dependency parse: what a short evening's rules over spaCy find. Ours, to be measured against.

A cue is a verb of ``cues.csv``, its speaker the subject; what it reports is its clausal complement, or, where the verb
stands beside the words ("It rained, she said"), the rest of the sentence. "According to X" reports its sentence. A
sentence within quotation marks goes on with the speaker before it.
"""

from collections.abc import Iterator
from typing import Any

from firsthand import data

Record = dict[str, Any]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLAUSES = ("ccomp", "parataxis", "xcomp")
_MARKS = '“”"„«»'
_FEW_TOKENS = 3


def cues() -> frozenset[str]:
    """Return the lemmas of verbs that report."""
    return frozenset(c.lemma for c in data.cues() if " " not in c.lemma)


def quotations(doc: Any, verbs: frozenset[str]) -> Iterator[Record]:
    """Yield the quotations of a parsed document."""
    before: Record | None = None
    inside = False
    for sentence in doc.sents:
        found = [made for token in sentence if (made := _reported(token, sentence, verbs)) is not None]
        marked = inside or sentence.text[:1] in _MARKS
        if not found and marked and before is not None:
            found = [{**before, **_content([t for t in sentence if not t.is_space])}]
        inside = marked and not any(mark in sentence.text[1:] for mark in '”"»')
        yield from found
        before = found[-1] if found else None


def _reported(token: Any, sentence: Any, verbs: frozenset[str]) -> Record | None:
    """Return what a token reports if it is a cue with a speaker and words enough."""
    if token.lower_ == "according" and (source := next((c for c in token.subtree if c.dep_ == "pobj"), None)):
        clause = set(token.subtree)
        return _record([t for t in sentence if t not in clause], source, [token])
    if token.pos_ != "VERB" or token.lemma_ not in verbs:
        return None
    subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
    if subject is None:
        return None
    clause = next((c for c in token.children if c.dep_ in _CLAUSES), None)
    if clause is not None:
        return _record(list(clause.subtree), subject, [token])
    if token.dep_ in ("ccomp", "parataxis"):
        own = {token, *(t for c in token.children if c.dep_ in _SUBJECTS for t in c.subtree)}
        return _record([t for t in sentence if t not in own], subject, [token])
    return None


def _record(content: list[Any], speaker: Any, cue: list[Any]) -> Record | None:
    words = [t for t in content if not (t.is_punct or t.is_space)]
    if len(words) < _FEW_TOKENS:
        return None
    said = sorted(speaker.subtree, key=lambda t: t.i)
    return {
        **_content(content),
        "speaker_start": said[0].idx,
        "speaker_end": said[-1].idx + len(said[-1]),
        "cue_start": cue[0].idx,
        "cue_end": cue[-1].idx + len(cue[-1]),
    }


def _content(tokens: list[Any]) -> Record:
    """Return the span and pieces of tokens, and the type that their marks show."""
    runs: list[list[Any]] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    pieces = [[run[0].idx, run[-1].idx + len(run[-1])] for run in runs]
    marks = [t.text in _MARKS for t in sorted(tokens, key=lambda t: t.i)]
    kind = "direct" if marks and marks[0] else "mixed" if any(marks) else "indirect"
    return {"start": pieces[0][0], "end": pieces[-1][1], "fragments": pieces, "type": kind}

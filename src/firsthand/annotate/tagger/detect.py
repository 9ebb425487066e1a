"""Quotations by tagger and rules together.

Where all attributions are asked for, the tagger leads, and the rules fill in what it leaves out. For speech alone the
rules lead: they are surer where they speak at all, and the tagger adds what shares hardly anything with them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from firsthand.annotate.grammar import MODALS, NEGATIONS, has_finite, word_set
from firsthand.annotate.layout import QUOTED, Paragraph
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.quotations.subjects import unsaid
from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.link import Found, Run, attributions, sentence_numbers
from firsthand.annotate.tagger.model import Model
from firsthand.annotate.tagger.tags import CONTENT, CUE, NONE, SOURCE
from firsthand.annotate.tokens import Token
from firsthand.data import cues
from firsthand.model import QuotationType, SegmentKind, Span

# An attribution is new if at most this part of it is the rules' already. Ours; .2 and .5 gave the same on PolNeAR
# (``benchmarks/quotes/polnear.py --quote-model``).
SHARED = 0.2
# Past so many tokens of one article the rules stand alone: no news is so long, and a document has ten seconds in all.
MOST_TOKENS = 40_000
_FEWEST_WORDS = 3  # of what somebody said, where the cue alone tells that it was said
_NEAR = 2  # tokens before a cue that may deny it
_UNSAID = NEGATIONS | MODALS | word_set("declined declines refused refuses yet failed 'll")
_GOES_ON = word_set("went goes going continued continues")  # "went on to say" was said
_LEADS = word_set("what had everything anything something")  # "what she said"
_NO_SOURCES = word_set("that had")  # "that said, …", "had she said …"
_TIMES_OPEN = word_set("after before during since following amid despite in on at")
_SAYING = word_set("say says said saying tell tells told telling state states stated")
_CLAUSE_OPENERS = word_set("that whether if how why")
_OPENERS, _CLOSERS = "\"“„«'‘", "\"”»'’,"


@dataclass(frozen=True)
class _Piece:
    """Tokens of a paragraph that are tagged at once."""

    paragraph: int
    tokens: Sequence[Token]

    @cached_property
    def states(self) -> list[int]:
        return features.quote_states(self.tokens)

    @cached_property
    def sentences(self) -> list[int]:
        return sentence_numbers(self.tokens)


def combined(
    text: str, paragraphs: Sequence[Paragraph], by_rules: Sequence[Draft], model: Model, *, everything: bool
) -> list[Draft]:
    """Return the drafts of the rules and the tagger, in text order.

    With ``everything`` these are all attributions, what people think, want and support included; without, the tagger
    adds to the rules only speech with a source and a cue.
    """
    marks = rule_marks(by_rules)
    tagged = _tagged(text, paragraphs, marks, model, everything=everything)
    if everything:
        lead, more = _completed(tagged, by_rules), by_rules
        marks = rule_marks(lead)
    else:
        lead, more = list(by_rules), tagged
    out = lead + [draft for draft in more if not _is_known(draft, marks)]
    return sorted(out, key=lambda draft: (draft.start, draft.end))


def _tagged(
    text: str, paragraphs: Sequence[Paragraph], marks: Mapping[int, int], model: Model, *, everything: bool
) -> list[Draft]:
    """Return the tagger's attributions, where not ``everything`` is asked for those that are speech."""
    read = [(n, p) for n, p in enumerate(paragraphs) if p.kind in QUOTED]
    pieces = list(_pieces(text, read, None if everything else marks))
    rows = [
        features.features(
            piece.tokens,
            [marks.get(t.start, NONE) for t in piece.tokens],
            model.vocabulary,
            is_first=piece.paragraph == read[0][0],
        )
        for piece in pieces
    ]
    out: list[Draft] = []
    for piece, tags in zip(pieces, model.network.tag(rows), strict=True):
        for found in attributions(piece.tokens, tags) if any(tags) else ():
            draft = _draft(text, piece, found)
            kind = paragraphs[piece.paragraph].kind
            if draft is not None and (everything or _is_speech(piece.tokens, found, draft, kind)):
                out.append(draft)
    return out


def _pieces(text: str, read: Sequence[tuple[int, Paragraph]], known: Mapping[int, int] | None) -> Iterator[_Piece]:
    """Yield what is tagged at once, up to ``MOST_TOKENS`` in all.

    Where ``known`` has what the rules say, only that in which a verb of speech is left that they made nothing of.
    """
    room = MOST_TOKENS
    for n, paragraph in read:
        for part in features.pieces(text, paragraph.lead, paragraph.end):
            if known is None or any(t.norm in _speech() and t.start not in known for t in part):
                room -= len(part)
                if room < 0:
                    return
                yield _Piece(n, part)


def _completed(tagged: Sequence[Draft], by_rules: Sequence[Draft]) -> list[Draft]:
    """Return the tagger's drafts, with the speaker and cue that the rules give their words where they have none."""
    # Of the rules' drafts that hold a character the first: the outer one of two. Seeking would take quadratic time.
    numbered = reversed(list(enumerate(by_rules)))
    owner = {at: n for n, rule in numbered for f in rule.fragments for at in range(f.start, f.end)}
    return [draft if draft.speaker else _named_by(draft, owner, by_rules) for draft in tagged]


def _named_by(draft: Draft, owner: Mapping[int, int], by_rules: Sequence[Draft]) -> Draft:
    """Return a draft with the speaker of the rules' draft that shares most of its words, ``owner`` of characters."""
    shared = Counter(owner[at] for f in draft.fragments for at in range(f.start, f.end) if at in owner)
    if not shared:
        return draft
    known = by_rules[shared.most_common(1)[0][0]]
    return replace(draft, speaker=known.speaker, cue=draft.cue or known.cue, follows=known.follows)


def rule_marks(drafts: Sequence[Draft]) -> dict[int, int]:
    """Return what the rules say of each character: content, source or cue."""
    out: dict[int, int] = {}
    for draft in drafts:
        for fragment in draft.fragments:
            out.update(dict.fromkeys(range(fragment.start, fragment.end), CONTENT))
        for span, mark in ((draft.speaker, SOURCE), (draft.cue, CUE)):
            if span is not None:
                out.update(dict.fromkeys(range(span.start, span.end), mark))
    return out


def _draft(text: str, piece: _Piece, found: Found) -> Draft | None:
    """Return an attribution as a draft; None where its content is marks alone."""
    tokens = piece.tokens
    fragments = tuple(f for run in found.content if (f := _fragment(text, tokens, run)) is not None)
    if not fragments:
        return None
    own = [t for t, n in zip(tokens, piece.sentences, strict=True) if n == found.content[0].sentence]
    whole = Span(own[0].start, max(own[-1].end, fragments[-1].end))
    source, cue = _span(tokens, _named(tokens, found.source)), _span(tokens, found.cue)
    return Draft(_kind(piece, found), fragments, source, cue, whole, paragraph=piece.paragraph)


def _named(tokens: Sequence[Token], source: Run | None) -> Run | None:
    """Return a source without a phrase of time before it that was taken in: "after the storm, Quell said"."""
    if source is None or not source.first or tokens[source.first - 1].norm not in _TIMES_OPEN:
        return source
    commas = [n for n in range(source.first, source.stop - 1) if tokens[n].text == ","]
    return replace(source, first=commas[0] + 1) if commas else source


def _is_speech(tokens: Sequence[Token], found: Found, draft: Draft, kind: SegmentKind) -> bool:
    """Tell whether somebody is named who said or wrote it, and what was said is in marks or, in the body, a clause."""
    if found.source is None or found.cue is None or not _is_said(tokens, found.source, found.cue):
        return False
    words = [t for run in found.content for t in tokens[run.first : run.stop] if t.word]
    if len(words) < _FEWEST_WORDS:
        return False
    return draft.type != "indirect" or (kind == "body" and _is_clause(words, tokens[found.cue.first : found.cue.stop]))


def _is_said(tokens: Sequence[Token], source: Run, cue: Run) -> bool:
    """Tell whether the cue is a strong verb of speech, and it was said: not "if she says", "did not say", "to say"."""
    lead, first = tokens[source.first - 1].norm if source.first else "", tokens[source.first].norm
    if unsaid(lead, first) or unsaid(first, first) or lead in _LEADS or first in _NO_SOURCES:
        return False
    if tokens[cue.stop - 1].norm == "told" and not any(t.word for t in tokens[cue.stop : cue.stop + 1]):
        return False  # "'It was late', inquiry told": it was told, and by whom is left out
    near = [t.norm for t in tokens[max(0, cue.first - _NEAR) : cue.stop]]
    if not _UNSAID.isdisjoint(near) or ("to" in near and _GOES_ON.isdisjoint(near)):
        return False
    return not _speech().isdisjoint(t.norm for t in tokens[cue.first : cue.stop])


def _is_clause(words: Sequence[Token], cue: Sequence[Token]) -> bool:
    """Tell whether words without marks can be what was said; an infinitive only of what was asked or promised."""
    first = words[0].norm
    if first == "to":
        return _SAYING.isdisjoint(t.norm for t in cue)
    return first in _CLAUSE_OPENERS or (first != "as" and has_finite(words))


@cache
def _speech() -> frozenset[str]:
    strong = (cue for cue in cues() if cue.kind == "speech" and cue.strength == "strong")
    return frozenset(form.lower() for cue in strong for form in cue.forms)


def _span(tokens: Sequence[Token], run: Run | None) -> Span | None:
    return Span(tokens[run.first].start, tokens[run.stop - 1].end) if run else None


def _fragment(text: str, tokens: Sequence[Token], run: Run) -> Span | None:
    """Return a run as a fragment, marks at its ends left out; None where it is nothing else."""
    start, end = tokens[run.first].start, tokens[run.stop - 1].end
    while start < end and (text[start] in _OPENERS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _CLOSERS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _kind(piece: _Piece, found: Found) -> QuotationType:
    """Tell direct speech, which is all within marks, from indirect, which has none, and mixed."""
    words = [piece.states[n] for run in found.content for n in range(run.first, run.stop) if piece.tokens[n].word]
    quoted = sum(state == features.INSIDE for state in words)
    if words and quoted == len(words):
        return "direct"
    return "mixed" if quoted else "indirect"


def _is_known(draft: Draft, marks: dict[int, int]) -> bool:
    size = sum(len(f) for f in draft.fragments)
    both = sum(marks.get(at) == CONTENT for f in draft.fragments for at in range(f.start, f.end))
    return both > SHARED * size

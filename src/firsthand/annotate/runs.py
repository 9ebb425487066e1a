"""Runs of capitalised words, with what stands around them: the raw matter of names."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.annotate import gazetteer, genders
from firsthand.annotate.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    finite,
    word_set,
)
from firsthand.annotate.tokens import Token

MAX_RUN = 12  # words in one name, its titles included
_TITLE_CASE = 0.9  # share of capitals among words of content from which a paragraph is in title case (ours)
LINKS = frozenset(("of", "for"))
_SENTENCE_MARKS = frozenset('.!?"“”')
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_FORE = 9  # words before a name, at most, that describe it
_OWNERS = word_set("the a an his her their its our my 's")
_GOVERNS = PREPOSITIONS | word_set("meeting seeing telling asking")
_INNER = word_set("de da do dos di du van von der den del la le el al bin ibn ben ter y e")
_GRAMMAR = ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | MODALS | PREPOSITIONS | RELATIVES | SUBJECT_PRONOUNS
FUNCTION = _GRAMMAR | WEEKDAYS | MONTHS | word_set("what why how according asked speaking yes well mr not never there")


@dataclass(slots=True)
class Run:
    tokens: list[Token]
    initial: bool
    lead: list[Token]  # the lower-case words before it: "press secretary", "former"
    tail: list[Token]  # the words after it, for ages and appositions
    sentence: int  # which sentence of its paragraph it stands in, marks counted as borders too
    the: bool = False
    fore: Sequence[Token] = ()  # the description before it: "its founder, Walt Holm"
    said: bool = False  # stands right after a cue, a possessive aside: "said the union's Bo Halse"

    @property
    def start(self) -> int:
        """Where the run begins."""
        return self.tokens[0].start


def find(row: Sequence[Token]) -> list[Run]:
    """Return the runs of capitalised words of one paragraph."""
    out: list[Run] = []
    i, sentence = 0, 0
    while i < len(row):
        token = row[i]
        first = token.text[0]
        if not first.isupper() or token.norm.endswith("-year-old") or _date(row, i):
            sentence += first in _SENTENCE_MARKS
            i += 1
            continue
        initial = i == 0 or (not (row[i - 1].word or row[i - 1].text in ",'’&)") and row[i - 1].text not in "(-–—/")
        end = _run_end(row, i)
        lead = _before(row, i)
        the = i > 0 and row[i - 1].norm == "the"
        tail = list(row[end : end + 12])
        out.append(Run(list(row[i:end]), initial, lead, tail, sentence, the, _fore(row, i), _said(row, i)))
        i = end
    return out


def _date(row: Sequence[Token], i: int) -> bool:
    """Tell whether a capital is a weekday's or a month's: "On Monday Ada Quell said"; May is a name too."""
    norm = row[i].norm
    return norm in WEEKDAYS or (norm in MONTHS and i > 0 and row[i - 1].norm in PREPOSITIONS | {"last", "this", "next"})


def _said(row: Sequence[Token], i: int) -> bool:
    """Tell whether a cue stands before the name at ``i``, a possessive between them passed over."""
    k = i - 1
    if k > 0 and row[k].norm == "'s":
        k -= 2
        while k > 0 and i - k < 8 and (row[k].capital or row[k].norm in ("the", "a")):
            k -= 1
    return k >= 0 and row[k].norm in _SPOKEN | _RELAYED


def _fore(row: Sequence[Token], i: int) -> Sequence[Token]:
    """Return the words of a definite description before a comma and the name at ``i``: "the movement's negotiator,"."""
    if i < 3 or row[i - 1].text != ",":
        return ()
    k = i - 2
    while k >= 0 and i - k < _FORE and row[k].text not in ",.;:" and row[k].norm not in _OWNERS:
        k -= 1
    # "After meeting the mayor, Ada Quell left" is a clause; a description has no verb of its own.
    own = row[k + 1 : i - 1]
    described = k >= 0 and row[k].norm in _OWNERS and not any(finite(t.norm) for t in own)
    return own if described and (k == 0 or row[k - 1].norm not in _GOVERNS) else ()


def _run_end(row: Sequence[Token], i: int) -> int:
    end = i + 1
    while end < len(row) and end - i < MAX_RUN:
        token = row[end]
        if token.capital and token.word and token.norm not in WEEKDAYS | MONTHS | SUBJECT_PRONOUNS:
            end += 1
        elif (token.text.isdigit() and end + 1 < len(row) and row[end + 1].capital and row[end + 1].word) or (
            token.text in _POSSESSIVES and _office(row, end)
        ):
            end += 2
        elif token.norm in _INNER | LINKS or token.norm == "&":
            step = 2 if end + 1 < len(row) and row[end + 1].norm == "the" else 1
            if token.norm not in LINKS:
                step = 1
            elif not (gazetteer.organisation_head(row[end - 1].norm) or gazetteer.office(row[end - 1].norm)):
                break  # "Ada Quell of the Housing Council" is two names
            if end + step < len(row) and row[end + step].capital and row[end + step].word:
                end += step + 1
            else:
                break
        else:
            break
    return end


def _office(row: Sequence[Token], clitic: int) -> bool:
    """Tell whether a possessive is part of a name: "Orrin County Sheriff's Office", "the Paper Workers' Union"."""
    following = row[clitic + 1] if clitic + 1 < len(row) else None
    return (
        following is not None
        and following.capital
        and gazetteer.organisation_head(following.norm)
        and (gazetteer.role(row[clitic - 1].norm) or (row[clitic].norm == "'" and row[clitic - 1].norm.endswith("s")))
    )


def _before(row: Sequence[Token], i: int) -> list[Token]:
    """Return up to four lower-case words that describe the name they stand before, and a possessive before them."""
    k = i
    while k > 0 and i - k < 4 and row[k - 1].word and row[k - 1].text[0].islower() and row[k - 1].norm not in FUNCTION:
        k -= 1
    if k > 1 and row[k - 1].norm == "'s" and row[k - 2].capital:
        k -= 2
    return [t for t in row[k:i] if t.word]


def referred(rows: Sequence[tuple[Sequence[Token], Sequence[Run]]]) -> set[int]:
    """Return where unknown names begin that "she said" goes back to: the subject that opens the sentence before it.

    "Inga Brusk was in the front row. “I have told them,” she said." Whoever judges the name has seen to it that it is
    no body's, place's or ship's.
    """
    out: set[int] = set()
    last: int | None = None
    for row, found in rows:
        subjects = [r.start for r in found if _subject(r)]
        out |= _referred(row, subjects, last)
        last = subjects[0] if subjects and subjects[0] == row[0].start else None
    return out


def _referred(row: Sequence[Token], subjects: Sequence[int], last: int | None) -> set[int]:
    """Return the subjects of one paragraph that a pronoun goes back to; ``last`` opened the paragraph before it."""
    out: set[int] = set()
    waiting = iter(subjects)
    following = next(waiting, None)
    for left, right in pairwise(row):
        while following is not None and following < left.start:
            last, following = following, next(waiting, None)
        pair = {left.norm, right.norm}
        quoted = left.norm in ("him", "her") and right.norm == "as"
        if last is not None and (quoted or (pair & _PERSONAL and pair & _SPOKEN)):
            out.add(last)
    return out


_HEADS = word_set("heads leads chairs runs directs headed led chaired ran directed")
_NOUN_ENDS = LINKS | {"in", "at", "from", "and"}
_AFTER_SUBJECT = frozenset((",", "of", "from"))
_PERSONAL = frozenset(("he", "she"))


def _subject(run: Run) -> bool:
    """Tell whether a run opens its sentence and a verb or an apposition follows it."""
    following = run.tail[0] if run.initial and run.tail else None
    own = run.tokens[0].norm not in FUNCTION
    return own and following is not None and (finite(following.norm) or following.norm in _AFTER_SUBJECT)


def after_titles(tokens: Sequence[Token]) -> int:
    """Return where the name proper begins; all of the run where no title word stands in it."""
    cut = 0
    if gazetteer.organisation_head(tokens[-1].norm if tokens else ""):
        return 0
    for i, token in enumerate(tokens[:-1] if len(tokens) > 1 else ()):
        if gazetteer.role(token.norm) or token.norm in genders.HONORIFICS:
            cut = i + 1
    if not cut and len(tokens) > 2 and gazetteer.place(tokens[0].text) and gazetteer.given(tokens[1].text):
        return 1  # "Ambassador to France Jon Halden"
    if not cut and len(tokens) == 3 and gazetteer.given(tokens[1].text) and _profession(tokens[0]):
        return 1  # "Psychologist Renata Holt"
    if not cut and len(tokens) > 3 and not gazetteer.given(tokens[0].text):  # "Fifth Circuit Solicitor Tom Hale"
        return next((i for i in (len(tokens) - 2, len(tokens) - 3) if gazetteer.given(tokens[i].text)), 0)
    if not cut or cut >= len(tokens):
        return 0
    if tokens[cut].norm in LINKS and len(tokens) > cut + 2:  # "Secretary of State Mara Quill"
        names = [i for i in range(cut + 1, len(tokens)) if gazetteer.given(tokens[i].text)]
        if not names and tokens[cut + 1].norm == "the":
            return 0  # "Captain of the Maren Skye"
        return names[0] if names else max(cut + 2, len(tokens) - 2)
    return cut


def _profession(token: Token) -> bool:
    """Tell whether a word is one for what somebody does, by its ending, and no given name."""
    return token.norm.endswith(("ist", "pher", "ian", "yst", "gist")) and not gazetteer.maybe_given(token.text)


def aged(tail: Sequence[Token]) -> bool:
    return len(tail) > 2 and tail[0].text == "," and tail[1].text.isdigit() and tail[2].text in ",."


def speaks(run: Run) -> bool:
    return spoken(run.tail) or bool(run.lead and run.lead[-1].norm in ("said", "says"))


_SPOKEN = word_set("said says told tells added adds wrote writes tweeted")
_RELAYED = word_set("quoted quotes quoting citing cited")


def spoken(tail: Sequence[Token]) -> bool:
    return bool(tail) and (tail[0].norm in _SPOKEN or tail[0].norm == "who")


def introduced(tail: Sequence[Token]) -> bool:
    """Tell whether what follows a name makes it a person's: ", who …", ", a spokeswoman …", "of the Board said"."""
    if len(tail) < 3:
        return False
    if tail[0].text == "," and (tail[1].norm in ("who", "of") or _resumes(tail)):
        return True
    described = apposition(tail)[:7] if tail[0].text == "," else []
    if tail[1].norm in DETERMINERS or any(t.norm == "'s" for t in described):
        ends = next((i for i, t in enumerate(described) if t.norm in _NOUN_ENDS), len(described))
        head = described[ends - 1].norm if ends else ""
        if described:
            return gazetteer.role(head) and not gazetteer.organisation_head(head)
    return tail[0].norm in ("of", "from", "for") and _bearer_speaks(tail)


def _resumes(tail: Sequence[Token]) -> bool:
    """Tell whether a cue follows the aside after a name: ", one of seven candidates, said"."""
    comma = next((i for i, t in enumerate(tail) if i and t.text in ",.;:"), len(tail))
    return comma + 1 < len(tail) and tail[comma].text == "," and tail[comma + 1].norm in _SPOKEN


def _bearer_speaks(tail: Sequence[Token]) -> bool:
    """Tell whether "of the Paper Workers' Union" is followed by a cue."""
    for token in tail[1:]:
        if token.norm in _SPOKEN:
            return True
        if not (token.word or token.text in "'’") or token.norm in AUXILIARIES | RELATIVES | CONJUNCTIONS:
            return False
    return False


def apposition(tail: Sequence[Token]) -> list[Token]:
    """Return the words of an apposition after a name: ", a spokeswoman for the ministry"."""
    if not tail or tail[0].text not in ",(":
        return []
    out: list[Token] = []
    for token in tail[1:]:
        if token.text in ",.);:" or token.norm in RELATIVES | AUXILIARIES - {"'s"}:
            break
        out.append(token)
    return out


def led(tail: Sequence[Token]) -> Sequence[Token]:
    """Return what somebody is said to head after a name: ", who heads the harbour office"."""
    if len(tail) < 4 or tail[0].text != "," or tail[1].norm != "who" or tail[2].norm not in _HEADS:
        return ()
    return tail[3 : next((i for i, t in enumerate(tail) if i > 2 and not t.word), len(tail))]


def title_case(row: Sequence[Token]) -> bool:
    """Tell whether a paragraph is set in title case, where capitals tell nothing: no full stop, hardly a small word."""
    words = [t for t in row if t.text[0].isalpha() and t.norm not in FUNCTION]
    return len(words) > 3 and row[-1].text != "." and sum(t.capital for t in words) >= _TITLE_CASE * len(words)

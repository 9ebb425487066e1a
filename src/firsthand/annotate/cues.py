"""Cues: the words that report speech, what may follow each, and where they stand in a sentence.

The words come from the gazetteer; what follows here is what news grammar adds: which of them need "that", a verb or
marks before a clause after them is speech, and which forms are as often nouns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from firsthand import data
from firsthand.annotate.grammar import AUXILIARIES, MODALS, NEGATIONS, adverbial, word_set
from firsthand.annotate.sentences import Item


class Strength(IntEnum):
    """What a cue needs before its complement counts as reported speech."""

    QUOTED = 1  # only with marks: "called", "joked about"
    CLAUSE = 2  # "that", or a clause with a verb of its own: "noted", "claimed"
    SAY = 3  # nearly anything: "said", "told"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at the items ``first``…``last`` of a sentence; ``head`` is its verb's base form.

    ``participle`` marks "saying", "adding"; ``source_after`` marks "according to" and its like, whose speaker follows.
    ``foreign`` is the language of a verb of another one than English, which reports only what marks enclose beside it.
    ``noun`` marks "the mayor's claim that".
    """

    first: int
    last: int
    head: str
    strength: Strength
    participle: bool = False
    source_after: bool = False
    foreign: str = ""
    noun: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    head: str
    strength: Strength
    source_after: bool = False


_SAY = frozenset(("say", "tell"))
_KINDS = frozenset(("speech", "writing", "question", "demand", "denial"))
_SOURCES = frozenset(("according to", "in the words of", "in the opinion of", "in the view of", "as per"))
# Words of the gazetteer that are too often something else to mark speech by themselves, and one that it leaves out.
_LEFT_OUT = word_set(
    "label see feel hold view order direct project grant rule rule out charge address approve discuss refer "
    "figure push back speak talk chat offer gather judge determine decide share message publish type pen caption "
    "guess"
) | {"rule out", "push back", "speak out", "speak up"}
_ADDED = {"show": "show shows showed showing shown", "guess": "guess guessed guessing"}

# Heads that report a clause only after "that", a colon or with marks: otherwise they are common verbs or nouns.
_NEEDS_THAT = word_set(
    "accept answer attest charge comment continue counter detail highlight mention notify observe post promise "
    "propose reason recommend relate remind repeat respond signal show swear underline underscore venture vow "
    "pledge remark elaborate agree find state write hint imply intimate insinuate guarantee counsel advise "
    "share email text message question query refuse protest object apologize convey communicate divulge relay "
    "recount shout yell whisper reply retort"
)
_CLAUSAL_PHRASES = _SOURCES | {"point out", "make clear", "make it clear", "come out and say"}
# Heads that need a clause with an auxiliary after them: "added 20 jobs" is none, "added it was late" is one.
_NEEDS_VERB = word_set(
    "add estimate indicate report suggest announce note clarify maintain explain reveal complain admit recall "
    "confirm declare acknowledge emphasize emphasise stress reiterate forecast disclose predict reaffirm affirm "
    "proclaim conclude specify speculate contend concede lament deny"
)
# Requests and promises: speech with an infinitive after it.
_REQUESTS = frozenset(
    ("urge", "implore", "exhort", "vow", "pledge", "promise", "threaten", "ask", "call on", "call upon", "call for")
)
# Cues whose marked words may stand later in their clause: "called him “a liar”".
_NAMING = word_set(
    "call describe dub brand hail laud characterize characterise criticize criticise blast slam accuse praise "
    "denounce condemn mock dismiss deride ridicule urge demand decry cite pronounce liken commend applaud blame"
)
# Forms that are as often nouns: "his tweets", "the states", "news reports".
_NOUNS = word_set(
    "tweets tweet claims claim reports report states state comments comment charges charge notes note posts post "
    "posted reasons reason answers answer remarks remark promises promise warrants estimates estimate forecasts "
    "forecast counters counter details detail questions hints hint guess guesses complaints signals signal asks "
    "calls call releases release replies reply recalls recall boasts boast cautions caution press reads texts "
    "text emails email blogs blog jokes joke laughs vows vow pledges pledge objects object protests protest "
    "concerns demands demand requests request views queries query shares brags whispers shouts cries"
)
_BE = word_set("be been being is are was were 're 'm am")
_DO = frozenset(("do", "does", "did"))
_NOUN_BEFORE = word_set("the a an his her their its this no any every my our your some of")
# Nouns that report what somebody says as his: "Quell's claim that the bridge is safe".
_CLAIMS = word_set(
    "claim claims statement announcement assertion allegation allegations accusation assurance assurances admission "
    "declaration denial warning warnings remark contention pledge promise vow insistence confession argument testimony"
)
_MAX_WORDS = 4  # words of the longest cue that is looked up


def needs_verb(head: str) -> bool:
    """Tell whether a bare clause after this verb must show an auxiliary to be speech."""
    return head in _NEEDS_VERB


def needs_that(head: str) -> bool:
    """Tell whether a bare clause after this verb is not enough to call it speech."""
    return head in _NEEDS_THAT or (" " in head and head not in _CLAUSAL_PHRASES)


def requesting(head: str) -> bool:
    """Tell whether the verb reports a request or a promise: "urged them to leave", "called for calm"."""
    return head in _REQUESTS


def requesting_thing(head: str) -> bool:
    """Tell whether the verb reports a request for a thing, with no verb of its own: "called for calm"."""
    return head == "call for"


def naming(head: str) -> bool:
    """Tell whether marked words further on in the clause belong to this verb."""
    return head in _NAMING


def noun_like(norm: str) -> bool:
    """Tell whether a cue's form may be a noun, so that only a sure subject makes it a verb."""
    return norm in _NOUNS


def find(sentence: Sequence[Item]) -> list[Cue]:
    """Return the cues of a sentence from left to right, refused and hypothetical ones left out."""
    table = _table()
    out: list[Cue] = []
    i = 0
    while i < len(sentence):
        cue = _at(sentence, i, table[sentence[i].norm]) if sentence[i].norm in table else None
        if cue is None and sentence[i].norm in _CLAIMS and _claimed(sentence, i):
            cue = Cue(i, i, sentence[i].norm, Strength.CLAUSE, noun=True)
        if cue is not None:
            out.append(cue)
            i = cue.last
        i += 1
    return out


def _at(sentence: Sequence[Item], i: int, entries: Sequence[tuple[tuple[str, ...], _Entry]]) -> Cue | None:
    """Return the longest cue that begins at item ``i``, or None."""
    for words, entry in entries:
        last = i + len(words) - 1
        if tuple(item.norm for item in sentence[i : last + 1]) != words:
            continue
        if entry.source_after:
            return Cue(i, last, entry.head, entry.strength, source_after=True)
        if _relayed(sentence, i):
            return Cue(i, last, entry.head, Strength.SAY)
        if entry.head in ("ask", "request") and _withheld(sentence, last):
            continue
        if (i and sentence[i].capital) or not _asserted(sentence, i) or _goes_to(sentence, last, words):
            continue
        return Cue(i, last, entry.head, entry.strength, participle=words[0].endswith("ing"))
    return None


def _relayed(sentence: Sequence[Item], i: int) -> bool:
    """Tell whether the cue is the "saying" of "was quoted as saying"."""
    return i > 1 and sentence[i - 1].norm == "as" and sentence[i].norm in ("saying", "telling", "stating")


def _claimed(sentence: Sequence[Item], i: int) -> bool:
    """Tell whether somebody is named as whose the claim at ``i`` is, and a clause says what it is."""
    following = sentence[i + 1].norm if i + 1 < len(sentence) else ""
    return i > 1 and following == "that" and any(sentence[k].norm in ("'s", "'", "’") for k in (i - 1, i - 2))


def _withheld(sentence: Sequence[Item], last: int) -> bool:
    """Tell whether what was asked is to go unnamed: "who asked not to be identified"."""
    following = [item.norm for item in sentence[last + 1 : last + 5]]
    return following[:3] == ["not", "to", "be"] or "anonymity" in following or following[-1:] == ["anonymous"]


def _goes_to(sentence: Sequence[Item], last: int, words: tuple[str, ...]) -> bool:
    """Tell whether "went on" is followed by something to do rather than ends its clause."""
    following = sentence[last + 1].norm if last + 1 < len(sentence) else ""
    return words[-1] == "on" and following in ("to", "a", "the", "an")


def _asserted(sentence: Sequence[Item], i: int) -> bool:
    """Tell whether the verb at ``i`` reports something that was said: not negated, modal, infinitive or a noun."""
    k = i - 1
    while k >= 0 and (adverbial(sentence[k].norm) and sentence[k].norm not in NEGATIONS):
        k -= 1
    if k < 0:
        return True
    before = sentence[k].norm
    if before in NEGATIONS or before.endswith("n't") or before in MODALS or before == "to":
        return False
    verb = sentence[i].norm
    if before == "'s":  # "he's told" against "the minister's claim"
        return verb.endswith(("ing", "ed")) or verb in ("said", "told")
    if before in _BE:
        return verb.endswith("ing")  # passive: "was told", "is called"
    if before in AUXILIARIES:
        return before not in _DO and not (k and sentence[k - 1].norm in MODALS | NEGATIONS)
    return before not in _NOUN_BEFORE


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], _Entry]]]:
    """Return the cues by their first word, longer ones first."""
    out: dict[str, list[tuple[tuple[str, ...], _Entry]]] = {}
    for form, entry in _entries().items():
        words = tuple(form.split())
        if len(words) <= _MAX_WORDS:
            out.setdefault(words[0], []).append((words, entry))
    for entries in out.values():
        entries.sort(key=lambda e: -len(e[0]))
    return out


def _entries() -> dict[str, _Entry]:
    out: dict[str, _Entry] = {}
    for cue in data.cues():
        if cue.lemma in _SOURCES:
            out |= {form: _Entry(cue.lemma, Strength.SAY, source_after=True) for form in cue.forms}
        elif cue.kind in _KINDS and cue.lemma not in _LEFT_OUT:
            entry = _Entry(cue.lemma, _strength(cue))
            out |= {form: entry for form in cue.forms if out.get(form, entry).strength <= entry.strength}
    for head, forms in _ADDED.items():
        out |= {form: _Entry(head, Strength.CLAUSE) for form in forms.split()}
    return out


def _strength(cue: data.Cue) -> Strength:
    if cue.lemma in _SAY:
        return Strength.SAY
    clausal = (cue.takes in ("any", "that") and cue.kind in ("speech", "writing", "question")) or cue.lemma in (
        "deny",
        "wonder",
        "go on",
    )
    return Strength.CLAUSE if clausal else Strength.QUOTED

"""What a cue says of the words that it reports: that they are denied, asked, doubted, or plainly said."""

from functools import cache
from typing import Literal

from firsthand.data.tables import cells, rows

Stance = Literal["said", "denied", "other"]

# Verbs of denial after which a clause is what is not so; after the others it is what is not told ("declined to say
# whether …") or made light of.
_NOT_SO = frozenset(
    ("deny", "denial", "refute", "rebut", "reject", "repudiate", "dispute", "contradict", "disavow", "rule out")
)
_PLAIN = frozenset(("speech", "writing", "noun", "phrase"))
# Speech that warns or promises is no news of what is so, and the word for it is no longer than "said".
_TELLING = frozenset(("warn", "caution", "promise", "pledge", "vow", "threaten", "suggest", "joke", "hint", "imply"))
_MOST_WORDS = 4  # of a cue's phrase that are looked up, from each of its words on


def stance(cue: str | None) -> Stance:
    """Return the stance of a cue as it stands in the text ("rejected claims"); one that is not known says plainly."""
    words = (cue or "").lower().split()
    for n in range(len(words)):
        for length in range(min(_MOST_WORDS, len(words) - n), 0, -1):
            if found := _stances().get(" ".join(words[n : n + length])):
                return found
    return "said"


def lead(cue: str | None) -> str:
    """Return the cue on one line where it does not plainly say the words under it, else nothing."""
    return "" if stance(cue) == "said" else " ".join((cue or "").split())


def led(words: str, cue: str | None) -> str:
    """Return words that are not a speaker's own as they can stand alone ("denied: the letter was ignored")."""
    before = lead(cue)
    return f"{before}: {words}" if before else words


@cache
def _stances() -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for row in rows("cues"):
        plainly = row["kind"] in _PLAIN and row["lemma"] not in _TELLING
        kind: Stance = "denied" if row["lemma"] in _NOT_SO else "said" if plainly else "other"
        for form in (row["lemma"], *cells(row["forms"])):
            found.setdefault(form.lower(), kind)
    return found

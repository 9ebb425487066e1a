"""Forms of one verb, and what tells them apart."""

from firsthand.link.statements.drift.lexicon import BACKSHIFT, VERBS, Tense


def another_form(x: str, y: str) -> bool:
    """Tell whether two words are forms of one verb that show two tenses, or the same of an irregular one."""
    if x in VERBS or y in VERBS:
        return x in VERBS and y in VERBS and VERBS[x][0] == VERBS[y][0]
    return base(x) == base(y) and tense(x) != tense(y)


def base(word: str) -> str:
    """Return what the forms of a verb have in common: an irregular one's base, else the word without its ending."""
    if word in VERBS:
        return VERBS[word][0]
    ending = next((e for e in ("ing", "ed", "es", "s", "e") if word.endswith(e) and len(word) - len(e) >= 3), "")
    if word.endswith(("ss", "us")) or not ending:
        return word[:-1] + "i" if word.endswith("y") and len(word) > 2 else word
    bare = word[: -len(ending)]
    doubled = ending in ("ed", "ing") and len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "aeiouls"
    return bare[:-1] if doubled else bare[:-1] + "i" if bare.endswith("y") else bare


def tense(word: str) -> Tense:
    """Return the tense that a form shows; of a word that may be none, what its ending says."""
    if word in VERBS:
        return VERBS[word][1]
    return "past" if word.endswith("ed") else "ing" if word.endswith("ing") else "present"


def backshifted(x: str, y: str) -> bool:
    """Tell whether one modal is the other put into the past, as in indirect speech ("will", "would")."""
    return x != y and (BACKSHIFT.get(x) == y or BACKSHIFT.get(y) == x)

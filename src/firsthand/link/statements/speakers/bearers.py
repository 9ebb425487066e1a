"""Who bears which title in an article: the words right before a name, and the appositives on either side of it."""

import re
from collections.abc import Iterator

from firsthand.link.statements.speakers.titles import Title, body_head, title, title_word
from firsthand.model import Mention

# So far before and after a name its title is looked for, in characters (ours).
BEFORE, AFTER = 90, 110
_BREAK = re.compile(r"[\n;:()“”\"—–]|[.!?](?=\s+[A-Z“\"])(?<![A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|Lt)\.)|[.!?]$")
# Title words before a name, the nearest last: capitals, and the small words of titles between them.
_WORD = r"[^\W\d_][\w'’.-]{0,30}"
_RUN = re.compile(rf"(?:{_WORD} ){{1,10}}$")
# "…, head of the harbour office, said": what follows a name between commas, or up to the end of its clause.
_AFTER_COMMA = re.compile(r", (?:aged )?(?:\d{1,3}, )?(?:who is |now |currently )?([^,]{3,90}?)(?=,|\.?$)")
_WORDS = re.compile(r"[^\W\d_]+")
_BELOW = re.compile(r" (?:of|for) (?:the )?[\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2}")
LOOK_BACK = 800  # characters before a description in which a fuller one is looked for (ours)
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_JOINING = frozenset(("of", "for", "and"))
_OF_SOMEBODY = frozenset(("of", "for", "to", "by", "with", "in", "at"))
_LEADS = re.compile(r", who (?:heads|leads|runs|directs|chairs) ([^,]{3,80}?)(?=,|\.?$)")


def titles(text: str, mention: Mention) -> Iterator[Title]:
    """Yield the titles that the text gives a person where ``mention`` stands."""
    before = _BREAK.split(text[max(0, mention.start - BEFORE) : mention.start])[-1]
    after = _BREAK.split(text[mention.end : mention.end + AFTER])[0]
    found = title(_right_before(before)) or _appositive_before(before) or _appositive_after(after)
    if found is not None:
        yield found
    # "Foreign Minister Ada Holm, the party's leader": both are hers; after a comma before her it may be a list.
    if found is not None and not before.endswith(", ") and (more := _appositive_after(after)) is not None:
        yield more


def fuller(text: str, end: int, described: Title) -> Title | None:
    """Return the description before ``end`` that ``described`` shortens, itself if there is none, None for several.

    "The Bolgravian foreign minister … . The minister said": she is no other country's.
    """
    start = max(0, end - LOOK_BACK)
    found: set[Title] = set()
    for match in _WORDS.finditer(text, start, end):
        if title(match.group().lower()) is None:
            continue
        clause = _BREAK.split(text[max(start, match.start() - BEFORE) : match.end()])[-1]
        below = _BELOW.match(text[match.end() : match.end() + BEFORE])
        told = title(_right_before(clause + " ") + (below.group() if below else ""))
        if told is not None and described.fits(told) and not told.fits(described):
            found.add(told)
    widest = [t for t in found if not any(t is not other and t.fits(other) for other in found)]
    return described if not found else widest[0] if len(widest) == 1 else None


def _right_before(text: str) -> str:
    """Return the title that a name follows: "the Norlandic foreign minister Ada Holm", "Police Chief Holm"."""
    run = _RUN.search(text)
    kept: list[str] = []
    for word in reversed(run.group().split(" ")[:-1] if run else []):
        if word.lower() in _ARTICLES or not (word[0].isupper() or _belongs(word, kept)):
            break
        kept.insert(0, word)
        if word.endswith(_POSSESSIVE):
            break
    return " ".join(kept[1:] if kept and kept[0] in _JOINING else kept)


def _belongs(word: str, after: list[str]) -> bool:
    """Tell whether a small word stands in a title: "foreign" does, "of" before what is none itself, and what names
    a body ("harbour office head").
    """
    if word in _JOINING:
        return bool(after) and title(" ".join(after)) is None
    return title_word(word) or body_head(word) or bool(after and body_head(after[0]))


def _appositive_before(text: str) -> Title | None:
    """Return what stands before a comma and a name: "said the head of the harbour office, Ada Holm"."""
    if not text.endswith(", "):
        return None
    clause = text[:-2].rpartition(",")[2].split()
    starts = [n for n, word in enumerate(clause) if word.lower() in _ARTICLES or word.endswith(_POSSESSIVE)]
    found: list[Title] = []
    for n in reversed(starts):
        found += [made] if (made := title(" ".join(clause[n:]))) is not None else []
        if not n or clause[n - 1] not in _OF_SOMEBODY:
            break  # "the prosecutor said that a Frenchman, Ada Holm": what comes before is another phrase
    # "A lawyer for the mayor, Ada Holm": which of the two she is the words do not tell.
    return found[0] if len(found) == 1 else None


def _appositive_after(text: str) -> Title | None:
    """Return "head of the harbour office" of "Ada Holm, head of the harbour office, said", and what she heads."""
    if match := _LEADS.match(text):
        return title(f"head of {match.group(1)}")
    match = _AFTER_COMMA.match(text)
    first = match.group(1).split(" ", 1)[0] if match else ""
    named = first[:1].isupper() or first in _ARTICLES or title_word(first) or first.endswith(_POSSESSIVE)
    return title(match.group(1)) if match and named else None

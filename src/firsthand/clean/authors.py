"""The lines above and below a reader's comment: who wrote it, when, and the buttons."""

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.clean.calendars import is_month, is_weekday, word_set

_NO_START = '([{<"“”„«»‘…,.;:!?'
_PRONOUNS = word_set("he she they it we i you who police officials er sie il elle")
_LONGEST_NAME = 60
_MOST_WORDS = 8
_CUE = (
    r"says|said|wrote|writes|commented|replied|responded|asks|asked|sagt|sagte|schreibt|schrieb|meint|dit|a dit|"
    r"a écrit|écrit|dice|dijo|escribió|escribe|disse|diz|ha detto|scrive|zegt|schreef|пишет|написал|говорит"
)
_PAST = word_set("said wrote asked sagte schrieb dijo disse")
_SAYS = re.compile(
    rf"(?P<name>[^\s\"“”„«»:,.][^\"“”„«»:]{{0,79}}?),?\s{{1,2}}(?P<cue>{_CUE})\b"
    r"(?P<rest>\s{0,2}[,(]?\s{0,2}(?:(?:on|at|am|le|el|in)\b.{0,60})?)(?P<end>:|\.{2,4}|…|\))?\s{0,3}$",
    re.IGNORECASE,
)
_ON_SAID = re.compile(
    r"on\s[^:]{3,40}(?::\d\d)?[^:]{0,20}?(?:,|(?<=[\d\s])[ap]\.?m\.?)\s"
    rf"(?P<name>[^\s\d].{{0,59}}?)\s(?:{_CUE})\b[:.…\s]{{0,5}}$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:(?:article )?(?:posted|comment(?:ed)?|submitted|left|written|reply|response|"
    r"#?\d{1,5}[.:]?\s(?:posted|comment(?:ed)?))\s?"
    r"(?:by|from)\s?:?|posted:)\s{1,2}(?P<name>\S.{0,59}?)(?P<rest>\s{0,3}(?:[|,•·]|[–—-]\s|\bon\b|\bat\b|@|\(|"
    r"\s\d).{0,80})?$",
    re.IGNORECASE,
)
_BY_AT = re.compile(r"by\s(?P<name>\S.{0,59}?)\s(?:at|on)\s(?P<rest>.{0,10}\d.{0,40})$", re.IGNORECASE)
_LINK = re.compile(r"https?://\S{1,200}\s{1,3}(?=\S)")
_GLUED_DATE = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$")
_AGO = re.compile(
    r"(?:about |over |almost |less than )?(?:\d{1,2}\s?(?:h|hrs?|hours?),?\s)?(?:\d{1,3}|an?|a few|one|two|three)\s?"
    r"(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?:\sago\b|$)"
    r"|(?:just now|yesterday|vor \d{1,3} \w{3,8}|il y a \d{1,3} \w{3,8}|hace \d{1,3} \w{3,8})",
    re.IGNORECASE,
)
_CLOCK_OR_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[:h]\d{2}(?!\d)|\d{1,2}\s?[ap]\.?m\b|\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?!\d))", re.IGNORECASE
)
_BUTTON = re.compile(
    r"(?:[-–•|·\s»]{0,3}(?:reply|log in to reply|reply to\s.{1,60}|in reply to\s.{1,60}|likes?|dislikes?|author|follow|"
    r"report(?: abuse| comment| this)?|flag(?: as .{1,30}|ged)?|permalink|link|quote|share(?: ›)?|edit|delete|abuse|"
    r"alert|"
    r"recommend(?:ed)?|up ?vote|down ?vote|vote|top commenter|view (?:all )?(?:\d{1,4} )?replies|hide replies|"
    r"show more|"
    r"see more|read more|antworten|responder|répondre|melden|zitieren|your comment is awaiting moderation|"
    r"suggest removal|ignore(?: user)?|unread|new|·)(?:\s?[(\[]?\+?-?\d{0,5}[)\]]?)[-–•|·\s]{0,3}){1,6}[.!]?$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:in )?(?:reply|replying|response|antwort an|"
    r"en réponse à)\s(?:to\s)?\s{0,3}@?(?P<name>\S.{0,59})$",
    re.IGNORECASE,
)
_STAMP_WORDS = word_set(
    "at on am pm a m p um uhr de del las la à le les el vom den of the posted date time gmt utc est edt et cet cest",
    "pst pdt bst ist permalink link reply edit edited updated st nd rd th h o clock said says commented published",
)
_WORDS = re.compile(r"[^\W\d_]+")
_COUNTER = re.compile(r"[#+-]?\d{1,6}[.)]?")
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 1_000  # with the addresses and signs that renderers leave around words
_TELLING = re.compile(rf"[\d:]|\b(?:{_CUE}|posted|posts|by|from|ago|now|yesterday|vor|il y a|hace)\b", re.IGNORECASE)
_MAY_TELL_TIME = re.compile(r"\d|\bago\b|\bnow\b|\byesterday\b", re.IGNORECASE)


# What renderers leave around words: lynx numbers links (``[12]``), Markdown marks bold, links, quotations and headings.
_DECORATED = re.compile(r"[*\[\]>\\]|__|^(?:#|[-+–] )")
_NUMBERED_LINK = re.compile(r"\[\d{1,4}\](?=\S)")
_MARKED_LINK = re.compile(r"!?\[([^\[\]]{0,120})\]\([^()\s]{0,300}(?:\s\"[^\"]{0,100}\")?\)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*](?=\w)|(?<=\w)[*](?!\w)")
_LEADING = re.compile(r"(?:>\s?){1,40}|#{1,6}\s|[-+–]\s(?=\S)")
_LONGEST_DECORATED = 600  # characters of a line that is looked at: an address may stand in it
_ESCAPED = re.compile(r"\\([\\_*.()+#-])")


def plain(text: str) -> str:
    """Return a short line without what Markdown, lynx and the like add to its words."""
    if len(text) > _LONGEST_DECORATED or not _DECORATED.search(text):
        return text
    text = _LEADING.sub("", text.strip(), count=1)
    text = _MARKED_LINK.sub(r"\1", _NUMBERED_LINK.sub("", text))
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class Author:
    """Who an author line names.

    ``sure`` where the line cannot well be anything else in a thread (a cue, a time, a link), ``cued`` where it says so
    itself ("Author says:", "Posted by Author", "Author, 2 hours ago"), ``timed`` where it carries a time.
    """

    name: str
    sure: bool
    timed: bool = False
    cued: bool = False


def may_tell(text: str) -> bool:
    """Tell whether a line has a cue, a time or a sign that ``author`` or ``is_stamp`` could go by: a quick look."""
    return len(text) <= _LONGEST_LINE and bool(_TELLING.search(text))


def author(text: str) -> Author | None:
    """Return the author that a line names, or None where it reads like no author line."""
    text = plain(text)
    if len(text) > 240:
        return None
    link = _LINK.match(text)
    found = _cued(text[link.end() :] if link else text)
    if found is None:
        return None
    return Author(found.name, True, found.timed, found.cued) if link else found


def _cued(text: str) -> Author | None:
    said = _said(text)
    if said is not None:
        return said
    for pattern, timed in ((_ON_SAID, True), (_POSTED, True), (_BY_AT, True)):
        found = pattern.match(text)
        if found and _is_name(_tidy(found["name"])):
            rest = (found.groupdict().get("rest") or "").strip(" ,:.…|")
            return Author(_tidy(found["name"]), True, (timed and bool(rest)) or _is_time(rest), cued=True)
    timed_name = _before_time(text)
    if timed_name is not None:
        return Author(timed_name, True, True, cued=text.rstrip().endswith("ago"))
    name = _tidy(text)
    return Author(name, False) if _is_name(name) and not is_stamp(text) else None


def _said(text: str) -> Author | None:
    """Return the author of ``Author says:``; in the past without colon or time it is a sentence of a report.

    Only present cues say by themselves that this is a thread: reports write "the minister said:" too.
    """
    found = _SAYS.match(text)
    if found is None or not _is_name(_tidy(found["name"])):
        return None
    rest = found["rest"].strip(" ,(")
    timed = is_stamp(rest) or any(c.isdigit() for c in rest)
    present = found["cue"].lower() not in _PAST
    if not (found["end"] or timed or present or rest in ("on", "at")):
        return None
    return Author(_tidy(found["name"]), True, timed, cued=timed or (present and bool(found["end"])))


def _before_time(text: str) -> str | None:
    """Return the name in ``Name March 3, 2012 at 5:00 pm`` or ``Name • 2 hours ago``."""
    if len(text) > 120 or not _MAY_TELL_TIME.search(text) or is_stamp(text):
        return None
    for at in _borders(text):
        name, rest = text[:at], text[at:]
        if is_stamp(rest) and _is_name(_tidy(name)):
            return _tidy(name)
    return None


def _borders(text: str) -> list[int]:
    """Return where a time may begin in ``text``: at words, earliest first."""
    glued = _GLUED_DATE.search(text)
    starts = [m.start() + 1 for m in re.finditer(r"[\s|•·,(]", text)][:14]
    return [*starts, glued.start()] if glued else starts


def _tidy(name: str) -> str:
    cut = re.sub(r"(?:\s{1,3}(?:Follow|Log in to Reply|Reply|Author|Top Commenter|\|)){1,3}$", "", name.strip())
    cut = re.sub(r"\s{1,2}(?:on|at|am|posted)$", "", cut)
    return cut.strip(" \t\u00a0,:;|•·–—-(")


def _is_name(name: str) -> bool:
    """Tell whether words can be a commenter's name: few, and no sentence. Nicknames may hold anything else."""
    if not name or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return False
    if not any(c.isalnum() for c in name) or _BUTTON.match(name):
        return False
    if name[-1] in "!?…" or name[0] in _NO_START or name.startswith("@ "):
        return False
    if is_weekday(name) or name.casefold() in _PRONOUNS:
        return False
    words = name.split()
    return not (name[-1] == "." and len(words) > 1 and (len(words) > 4 or len(words[-1]) > 4))


def is_handle(name: str) -> bool:
    """Tell whether a name looks like one made up for a site: digits, no capital, or a capital within a word."""
    return any(c.isdigit() for c in name) or name.islower() or (" " not in name and not name[1:].islower())


def is_person(name: str) -> bool:
    """Tell whether a name looks like a person's: two to four words with capitals."""
    words = name.split()
    return 1 < len(words) <= 4 and all(word[:1].isupper() for word in words)


def is_likely_name(name: str) -> bool:
    """Tell whether a name looks like a person's or a handle, or is one word."""
    return is_handle(name) or is_person(name) or " " not in name


def _is_time(text: str) -> bool:
    return bool(text) and is_stamp(text)


def is_stamp(text: str) -> bool:
    """Tell whether a line is nothing but a date, a time or an age ("2 hours ago", "26 abril 2022 a las 14:02")."""
    return len(text) <= _LONGEST_DECORATED and _is_stamp(text)


@lru_cache(maxsize=2048)  # several rules in a row ask of the same line
def _is_stamp(text: str) -> bool:
    bare = plain(text).strip(" |•·()[]-–—,.\u00a0#")
    if not bare or len(bare) > 70:
        return False
    if _AGO.fullmatch(bare):
        return True
    if not _DIGIT.search(bare):
        return False
    words = [word.lower() for word in _WORDS.findall(bare)]
    dated = any(is_month(word) for word in words)
    if not (dated or _CLOCK_OR_DATE.search(bare)):
        return False
    return all(word in _STAMP_WORDS or is_month(word) or is_weekday(word) for word in words)


def tells_time(text: str) -> bool:
    """Tell whether a line at a comment's head or foot has a date or a clock time in it."""
    if len(text) > 240:
        return False
    return bool(_CLOCK_OR_DATE.search(text)) or (
        bool(_DIGIT.search(text)) and any(is_month(word.lower()) for word in _WORDS.findall(text))
    )


def is_button(text: str) -> bool:
    """Tell whether a line is a comment's buttons or counters ("Reply", "Like 3", "47")."""
    return len(text) <= _LONGEST_DECORATED and _is_button(text)


@lru_cache(maxsize=2048)
def _is_button(text: str) -> bool:
    text = plain(text)
    return len(text) <= 160 and bool(_BUTTON.match(text) or _COUNTER.fullmatch(text))


def answered(text: str) -> str | None:
    """Return whom a line says that the comment answers ("Reply to Author", "in reply to Author")."""
    found = _ANSWER.match(plain(text))
    return _tidy(found["name"]) if found else None


def is_meta(text: str) -> bool:
    """Tell whether a line around a comment's words is none of them."""
    return is_button(text) or is_stamp(text) or not plain(text)

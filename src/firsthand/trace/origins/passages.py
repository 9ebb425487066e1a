"""What an article takes from others: passages of their texts that are not out in public, and links in its lead."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from firsthand.data import is_agency
from firsthand.model import Copy, Passage, Reason
from firsthand.text import address_parts, squeeze
from firsthand.trace.evidence.citing import LEAD_CHARACTERS
from firsthand.trace.evidence.sites import stem
from firsthand.trace.evidence.tellings import Telling, other_of, span_in, unquoted_characters
from firsthand.trace.evidence.words import sharing
from firsthand.trace.origins.view import View

# An article that shares this many characters of prose, and this share of its body, uses another's words in part.
PARTIAL_CHARACTERS = 160
PARTIAL_SHARE = 0.12
# Less will do of an agency's text where a sentence stands word for word beside a quotation: two reporters hear the same
# words, and do not write the same sentence. Ours.
SENTENCE_WORDS = 16
SENTENCE_CHARACTERS = 90
# A passage that so many different texts have is out in public: a tweet, a transcript, a statement.
PUBLIC_TEXTS = 3
# Links of a page that are looked at, and how much of their words is said.
_MOST, _SNIPPET = 20, 80
# A link that cites: its words say that somebody reports, and begin the name that its address is made of.
_REPORTS = re.compile(r"\b(?:reports?|reported|reporting|writes|wrote|reveals|revealed|according to|via|told)\b")
_NAMED = re.compile(r"[A-Z][\w’']*(?: [A-Z][\w’']*){0,5}")
_LETTERS = re.compile(r"[\W_]+")
_SHORTEST_NAME = 4


def taken(telling: Telling, view: View, besides: AbstractSet[str] = frozenset()) -> list[tuple[str, Reason, str]]:
    """Return whose passages an article has, besides those that it shares with some articles: name, reason, article id.

    Of each text of others the article with most of it stands for the text. Only what is older, or an agency's, was
    taken; whom nothing orders may have taken it from here (``unordered`` says who).
    """
    out: dict[str, tuple[str, Reason, str]] = {}
    for other, copies in _others(telling, view, besides, _may_be_taken):
        name = view.known.get(other.id, other.label)
        if name not in (telling.label, telling.name) and name not in out:
            out[name] = (name, sharing(telling, other, copies, view.clocks), other.id)
    return list(out.values())


def unordered(telling: Telling, view: View) -> list[Reason]:
    """Say what an article shares with others of which nothing tells whether they were first."""
    out = []
    for other, copies in _others(telling, view, frozenset(), _may_be_either):
        said = sharing(telling, other, copies, view.clocks)
        out.append(Reason("no-order", f"{said.text}; which of them was first is not known", said.passages))
    return out


def _others(
    telling: Telling, view: View, besides: AbstractSet[str], wanted: Callable[[Telling, Telling, View], bool]
) -> list[tuple[Telling, list[Copy]]]:
    """Return the articles, one of each text, with which one shares enough prose that is not public, most first."""
    by_other: dict[str, list[Copy]] = defaultdict(list)
    public = _Public(telling, view)
    for copy in telling.copies:
        other = other_of(copy, telling.id)
        if other not in besides and not public.has(copy):
            by_other[other].append(copy)
    least = max(PARTIAL_CHARACTERS, PARTIAL_SHARE * telling.body_characters())
    best: dict[str, tuple[int, str]] = {}
    for other, copies in by_other.items():
        # A passage may have changed words in it: what is equal counts, and of that what nobody is quoted for.
        equal = sum(c.characters for c in copies if c.kind == "prose")
        prose = min(equal, unquoted_characters(telling, copies))
        enough = prose >= least or (
            _has_sentence(copies) and _with_speech(copies) >= least and _is_agency_text(other, view)
        )
        if enough and wanted(telling, view.tellings[other], view):
            text = view.text_of(other)
            best[text] = max(best.get(text, (0, "")), (prose, other))
    return [(view.tellings[o], by_other[o]) for _, o in sorted(best.values(), key=lambda b: (-b[0], b[1]))]


def _may_be_taken(telling: Telling, other: Telling, view: View) -> bool:
    origin = view.known.get(other.id)
    # Two pages of one feed may carry texts of two outlets.
    if (other.label == telling.label and not other.gathers) or (other.gathers and origin is None):
        return False
    # What an agency's own page has, others have from it: not from a page that carries several agencies' texts.
    if _is_agencys_own(telling) and origin != other.name:
        return False
    return (origin is not None and is_agency(origin)) or view.clocks.before(other.id, telling.id)


def _has_sentence(copies: list[Copy]) -> bool:
    """Tell whether one of the passages is as much as a sentence of prose, word for word."""
    whole = (c for c in copies if c.kind == "prose" and not c.changed)
    return any(c.words >= SENTENCE_WORDS and c.characters >= SENTENCE_CHARACTERS for c in whole)


def _with_speech(copies: list[Copy]) -> int:
    return sum(c.characters for c in copies if c.kind in ("prose", "quotation"))


def _is_agency_text(article: str, view: View) -> bool:
    return is_agency(view.known.get(article, ""))


def _is_agencys_own(telling: Telling) -> bool:
    return telling.name is not None and is_agency(telling.name) and not telling.text_credits()


def _may_be_either(telling: Telling, other: Telling, view: View) -> bool:
    before = view.clocks.before
    ordered = before(other.id, telling.id) or before(telling.id, other.id)
    return not ordered and other.label != telling.label and not other.gathers and not telling.gathers


class _Public:
    """Tells which passages of an article so many different texts have that they are out in public."""

    def __init__(self, telling: Telling, view: View) -> None:
        """Count, between any two borders of passages, the texts that have what stands there; families count once."""
        self._article = telling.id
        events: list[tuple[int, int, str]] = []
        for copy in telling.copies:
            span, text = span_in(copy, telling.id), view.text_of(other_of(copy, telling.id))
            events += [(span.start, 1, text), (span.end, -1, text)]
        self._borders: list[int] = []
        self._texts: list[int] = []
        having: Counter[str] = Counter()
        for at, step, text in sorted(events):
            having[text] += step
            if not having[text]:
                del having[text]
            self._borders.append(at)
            self._texts.append(len(having))

    def has(self, copy: Copy) -> bool:
        """Tell whether the middle of a passage stands in several texts: who has most of it has its middle."""
        span = span_in(copy, self._article)
        at = bisect_right(self._borders, (span.start + span.end) // 2) - 1
        return at >= 0 and self._texts[at] >= PUBLIC_TEXTS


def linked_pages(telling: Telling, view: View) -> Iterator[tuple[str, Reason, str]]:
    """Yield other publishers' articles that the lead links to: whose it is, the reason, its id."""
    body = telling.article.parts("body")
    if not body or not telling.article.links:
        return
    for link in telling.article.links[:_MOST]:
        if not body[0].start <= link.start < body[0].start + LEAD_CHARACTERS:
            continue
        article = view.addresses.get(address_key(link.target) or "")
        if article is None or article == telling.id or view.tellings[article].label == telling.label:
            continue
        name = view.known.get(article, view.tellings[article].label)
        words = squeeze(telling.article.text[link.start : link.end])[:_SNIPPET]
        text = f"links to {view.tellings[article].label} in its lead: “{words}”"
        yield name, Reason("link", text, (Passage(telling.id, link.start, link.end),)), article


def cited_links(telling: Telling, view: View) -> Iterator[tuple[str, Reason]]:
    """Yield whom a link in the lead cites: its words name a publisher of the corpus that it leads to, as reporting."""
    body = telling.article.parts("body")
    for link in telling.article.links[:_MOST]:
        words = squeeze(telling.article.text[link.start : link.end])
        if not body or not body[0].start <= link.start < body[0].start + LEAD_CHARACTERS or not _REPORTS.search(words):
            continue
        site = stem(link.target)
        name = view.sites.get(site)
        named = (_LETTERS.sub("", run).casefold() for run in _NAMED.findall(words))
        if name is None or name in (telling.name, telling.label):
            continue
        if any(len(n) >= _SHORTEST_NAME and site.removeprefix("the").startswith(n.removeprefix("the")) for n in named):
            text = f"names {name} as its source, by a link in its lead: “{words[:_SNIPPET]}”"
            yield name, Reason("link", text, (Passage(telling.id, link.start, link.end),))


def address_key(address: str | None) -> str | None:
    """Return an address without scheme, "www.", query and fragment, or None where it is no address of a page."""
    host, path, _, _ = address_parts(address)
    return f"{host}{path}" if host and path else None

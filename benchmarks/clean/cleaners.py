"""Who cleans the pages: firsthand, the peers that are installed, each alone, and votes of them.

A vote is held over the lines of the page as resiliparse renders all of it: a line stays where enough members have it
in their bodies. ``nearest`` takes the body of the one member whose words are nearest to those of the others.
"""

import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec

from lxml.etree import ParserError
from lxml.html import document_fromstring
from page_sets import Answer, Page, fold, folded
from trafilatura import bare_extraction

from firsthand.clean import captions, html
from firsthand.clean.markup import paragraphs_of
from firsthand.config import CleanConfig
from firsthand.model import Document, Rejected
from firsthand.read.encoding import decode_html
from firsthand.text import words

Cleaner = Callable[[Page], Answer]
PACKAGES = ("trafilatura", "htmldate", "lxml", "resiliparse", "readability-lxml", "newspaper4k", "justext")
# A member has a line if its body has this share of the line's runs of words.
HAS_LINE = 0.8
RUN = 3


def by_firsthand(page: Page) -> Answer:
    """Clean the page as the product does."""
    document = Document(page.name, "html", decode_html(page.markup) or "", url=page.url, fetched=page.fetched)
    found = html.render(document, CleanConfig())
    if isinstance(found, Rejected):
        return Answer()
    parts = [(s.kind, found.text[s.start : s.end]) for s in found.segments]
    return Answer(
        body="\n".join(text for kind, text in parts if kind in ("dateline", "body", "subheading")),
        headline=fold(found.headline),
        authors=folded(found.bylines),
        day=(found.published or "")[:10],
        dek=fold(found.dek),
        # The truth leaves credits out: a line that is nothing but one is not held against it.
        captions=folded(t for k, t in parts if k == "caption" and not captions.is_picture_credit(t, len(t.split()))),
        subheadings=folded(text for kind, text in parts if kind == "subheading"),
    )


def by_trafilatura(*, fast: bool) -> Cleaner:
    """Return the peer, with its own reading of bytes and metadata."""

    def clean(page: Page) -> Answer:
        found = bare_extraction(page.markup, url=page.url, include_comments=False, fast=fast, with_metadata=True)
        if found is None:
            return Answer()
        return Answer(
            body=found.text or "",
            headline=fold(found.title),
            authors=folded((found.author or "").split(";")),
            day=found.date or "",
            dek=fold(found.description),
        )

    return clean


def by_resiliparse(page: Page) -> Answer:
    """Return resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return Answer(body=extract_plain_text(decode_html(page.markup) or "", main_content=True, comments=False))


def by_readability(page: Page) -> Answer:
    """Return readability-lxml's summary as text, and its short title."""
    from readability import Document as Readable
    from readability.readability import Unparseable

    readable = Readable(decode_html(page.markup) or "")
    try:
        tree = document_fromstring(readable.summary())
    except (Unparseable, ParserError):
        return Answer()
    return Answer(body="\n".join(paragraphs_of(tree)), headline=fold(readable.short_title()))


def by_newspaper(page: Page) -> Answer:
    """Return what newspaper4k parses, as English where the page's language needs a package that is not installed."""
    url, markup = page.url or "https://example.org/", decode_html(page.markup) or ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that NLTK is missing, which its summaries need; time zones
        from newspaper import Article

        try:
            found = Article(url, fetch_images=False)
            found.download(input_html=markup).parse()
        except ImportError:
            found = Article(url, fetch_images=False, language="en")
            found.download(input_html=markup).parse()
    return Answer(
        body=found.text,
        headline=fold(found.title),
        authors=folded(found.authors),
        day=found.publish_date.date().isoformat() if found.publish_date else "",
        dek=fold(found.meta_description),
    )


def by_justext(page: Page) -> Answer:
    """Return the paragraphs that justext, with the stop words of all its languages, finds good."""
    import justext

    found = justext.justext(decode_html(page.markup) or "", _stop_words())
    return Answer(body="\n".join(p.text for p in found if not p.is_boilerplate))


@cache
def _stop_words() -> frozenset[str]:
    import justext

    return frozenset(w for name in justext.get_stoplists() for w in justext.get_stoplist(name))


def by_htmldate(page: Page) -> Answer:
    """Return the day of publication alone."""
    from htmldate import find_date

    try:
        return Answer(day=find_date(decode_html(page.markup) or "", url=page.url, original_date=True) or "")
    except ValueError:  # what it raises where there is nothing to parse
        return Answer()


def by_vote(members: Sequence[Cleaner], needed: int) -> Cleaner:
    """Return a cleaner that keeps the page's lines that ``needed`` of the members keep."""

    def clean(page: Page) -> Answer:
        from resiliparse.extract.html2text import extract_plain_text

        bodies = [_runs(member(page).body) for member in members]
        whole = extract_plain_text(decode_html(page.markup) or "", main_content=False, list_bullets=False)
        lines = [line for line in whole.splitlines() if line.strip()]
        return Answer(body="\n".join(x for x in lines if sum(_has(body, x) for body in bodies) >= needed))

    return clean


def nearest(members: Sequence[Cleaner]) -> Cleaner:
    """Return a cleaner that takes the body that shares most with the other members' bodies."""

    def clean(page: Page) -> Answer:
        answers = [member(page).body for member in members]
        bodies = [_runs(body) for body in answers]

        def shared(k: int) -> float:
            others = [b for j, b in enumerate(bodies) if j != k]
            return sum(2 * (bodies[k] & o).total() / max((bodies[k] + o).total(), 1) for o in others)

        return Answer(body=answers[max(range(len(answers)), key=shared)])

    return clean


def _runs(text: str) -> Counter[tuple[str, ...]]:
    tokens = words(text)
    return Counter(tuple(tokens[i : i + RUN]) for i in range(max(min(len(tokens), 1), len(tokens) - RUN + 1)))


def _has(body: Counter[tuple[str, ...]], line: str) -> bool:
    wanted = _runs(line)
    return bool(wanted) and sum(min(n, body[k]) for k, n in wanted.items()) >= HAS_LINE * wanted.total()


def peers() -> Iterator[tuple[str, Cleaner]]:
    """Yield the peers that are installed, each alone."""
    yield "trafilatura standard", by_trafilatura(fast=False)
    yield "trafilatura fast", by_trafilatura(fast=True)
    others: dict[str, Cleaner] = {
        "resiliparse": by_resiliparse,
        "readability": by_readability,
        "newspaper": by_newspaper,
        "justext": by_justext,
        "htmldate": by_htmldate,
    }
    yield from ((name, clean) for name, clean in others.items() if find_spec(name))


def votes() -> Iterator[tuple[str, Cleaner]]:
    """Yield the votes whose members are installed."""
    if not (find_spec("resiliparse") and find_spec("readability")):
        return
    three = (by_trafilatura(fast=True), by_resiliparse, by_readability)
    for needed, name in ((1, "any of three"), (2, "two of three"), (3, "all of three")):
        yield name, by_vote(three, needed)
    yield "nearest of three", nearest(three)
    if find_spec("newspaper") and find_spec("justext"):
        five = (*three, by_newspaper, by_justext)
        yield "three of five", by_vote(five, 3)
        yield "nearest of five", nearest(five)

"""What an authority or a maker puts out for everybody to print: warnings, recalls, calls to the public.

    ...STORM WARNING REMAINS IN EFFECT UNTIL 6 AM FRIDAY...     a weather service's bulletin, with its "* WHAT..." lines
    The recall involves lamps with model numbers L-1 and L-2.   a recall, in the words that its authority prescribes
    Anyone with information is asked to call the hotline.       what the public is told to do

Two papers that print one share its words, and neither has them from the other. The forms are public ones: the bulletins
of weather services (NWS Directive 10-1702), the recall notices of product safety authorities (CPSC, 16 CFR 1115), the
closing words of police statements. The rules are ours.
"""

import re
from collections.abc import Iterator

from firsthand.model import Article, Span

# Lines of a bulletin, and the advice that may follow them.
_BULLETIN = re.compile(
    r"(?:\.\.\.[A-Z0-9][A-Z0-9 ,/’'-]{8,160}\.\.\."
    r"|(?:[*•-] ?)?(?:WHAT|WHERE|WHEN|IMPACTS?|HAZARDS?|SOURCE|ADDITIONAL DETAILS)\.\.\.\S)"
)
_LEAST_LINES = 2
_LINE = re.compile(r"\S[^\n]*")
_PUBLIC = (
    r"(?:consumers|customers|owners|users|parents|mariners|boaters|residents|motorists|drivers|travell?ers|anyone|people"
    r"|witnesses|members of the public|the public|persons)"
)
_ADVICE = re.compile(
    rf"(?:{_PUBLIC}\b[^.\n]{{0,80}}? (?:should|must|(?:is|are) (?:being )?"
    r"(?:asked|urged|advised|encouraged|requested|told) to|can (?:call|contact))\b"
    r"|(?:the|this) recall (?:involves|covers|includes|applies to)\b"
    r"|[^.\n]{0,80}\bcan [^.\n]{3,60}, posing (?:an? )?[\w ,]{3,60} hazards?\b"
    r"|[^.\n]{0,60}\b(?:units?|products?|they|it) (?:was|were) sold [^\n]{0,120}\bfrom \w+[^\n]{0,30} (?:through|to) )",
    re.IGNORECASE,
)


def notices(article: Article) -> Iterator[Span]:
    """Yield the lines that are such a notice, in text order; linear in the text."""
    text = article.text
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text)]
    bulletin = [n for n, line in enumerate(lines) if _BULLETIN.match(text, line.start, line.end)]
    inside = range(bulletin[0], bulletin[-1] + 1) if len(bulletin) >= _LEAST_LINES else range(0)
    for n, line in enumerate(lines):
        if n in inside or _ADVICE.match(text, line.start, line.end):
            yield line

"""Pages whose text is on another page: framesets and meta-refresh.

Nothing is fetched: the rejection names the other page's address, so that its user can.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin

from lxml.html import HtmlElement

from firsthand.clean.markup import Unusable, is_hidden, short_text

# What such a page says besides ("You are being redirected …", "Your browser shows no frames"), in characters. Ours.
_LONGEST_NOTICE = 300
_SOONEST = 10  # seconds: a page that waits longer shows a text of its own, and often loads itself again
_LONGEST_ADDRESS = 120
_MOST_FRAMES = 3
_REFRESH = re.compile(r"\s*(\d{0,9})[\d.]{0,9}\s*[;,\s]\s*(?:url\s{0,9}=\s{0,9})?[\"']?\s{0,9}([^\"'\s]{1,4000})", re.I)
_SAFE = "!#$%&()*+,/:;=?@[]~"  # with letters, digits and -._ what an address may hold; all else is shown as %XX
_UNSEEN_SIZES = {"0", "1", "0px", "1px"}  # how pages put in what only counts their readers
_NO_PAGES = ("about:", "javascript:", "data:")


def check(tree: HtmlElement, url: str | None) -> None:
    """Raise Unusable, ``redirect`` or ``frames``, where a page sends its reader elsewhere and says next to nothing.

    ``url`` is the page's own address: others are shown in full where it is known.
    """
    target = _refresh(tree)
    frames = list(_frames(tree, "frame"))
    if not (target or frames):
        return
    text = short_text(tree, _LONGEST_NOTICE)
    if text is None:
        return
    if target:
        raise Unusable("redirect", f"the page only leads to {address(target, url)}: fetch that one")
    raise _framed(frames, url)


def nothing(tree: HtmlElement, url: str | None) -> Unusable:
    """Return why a page shows no text: ``frames`` where it shows another page's, else ``no-text``."""
    frames = list(_frames(tree, "iframe"))
    if frames:
        return _framed(frames, url)
    return Unusable("no-text", "the page shows no text of its own: it may be built by a script; save it from a browser")


def address(target: str, url: str | None) -> str:
    """Return an address in printable ASCII, at most 120 characters of it, made whole by the page's own."""
    try:
        whole = urljoin(url or "", target)
    except ValueError:
        whole = target
    shown = quote(whole[:_LONGEST_ADDRESS], safe=_SAFE, errors="replace")
    return (
        shown if len(whole) <= _LONGEST_ADDRESS and len(shown) <= _LONGEST_ADDRESS else f"{shown[:_LONGEST_ADDRESS]}…"
    )


def _framed(frames: list[str], url: str | None) -> Unusable:
    named = ", ".join(address(frame, url) for frame in frames[:_MOST_FRAMES])
    return Unusable("frames", f"its text is in frames, pages of their own ({len(frames):,}): fetch {named}")


def _refresh(tree: HtmlElement) -> str | None:
    """Return where a page leads at once, not counting what is for readers without scripts."""
    for meta in tree.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh" and not _is_aside(meta):
            found = _REFRESH.match(meta.get("content") or "")
            if found and int(found[1] or 0) <= _SOONEST:
                return found[2]
    return None


def _frames(tree: HtmlElement, tag: str) -> Iterator[str]:
    """Yield the addresses of the frames that a reader would see."""
    for frame in tree.iter(tag):
        source = (frame.get("src") or "").strip()
        if source and not source.lower().startswith(_NO_PAGES) and _is_seen(frame) and not _is_aside(frame):
            yield source


def _is_seen(frame: HtmlElement) -> bool:
    return not is_hidden(frame) and not {frame.get("width"), frame.get("height")} & _UNSEEN_SIZES


def _is_aside(element: HtmlElement) -> bool:
    return next(element.iterancestors("noscript", "template"), None) is not None

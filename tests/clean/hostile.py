"""Hostile documents, invented and built in code: each a name, how to make it at a size, and what must come of it.

``small`` is the size that the tests use, ``full`` the one of ``python -m benchmarks.hostile.run``. The outcome is the
same at both: ``article``, or the reason of a rejection.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

ARTICLE = "article"
BODY = (
    "The river rose by two metres on Monday night and closed both bridges of the town, officials in Halden said.",
    "“We have never seen anything like it,” said Mayor Ada Brook, who spent the night in the town hall with her staff.",
    "The water is expected to fall by Wednesday, and the schools will stay closed until then, the council decided.",
)
NEWS = "<h1>River floods the town of Halden</h1>" + "".join(f"<p>{line}</p>" for line in BODY)
TEXT = "River floods the town of Halden\n\n" + "\n\n".join(BODY) + "\n"
RUSSIAN = "Министр заявил, что переговоры будут продолжены в понедельник, передаёт корреспондент из Речного. "
JAPANESE = "外務大臣は月曜日の記者会見で、両国の協議を来週も続けると述べた。川の水位は水曜日までに下がる見通しだ。"
FRENCH = "Le maire a déclaré lundi que les écoles resteraient fermées jusqu’à mercredi à cause de la rivière élevée. "
DEEP = 100_000
MANY = 1_000_000
MEGABYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """A document at any size: ``make(size)`` gives its bytes, ``file`` the ending of a file that holds it."""

    name: str
    make: Callable[[int], bytes]
    outcome: str
    full: int = 1
    small: int = 1
    file: str = ".html"


def page(body: str, head: str = "") -> bytes:
    """Return a page with ``body`` in its body."""
    markup = (
        f"<!doctype html><html><head><title>River floods the town of Halden</title>{head}</head><body>{body}</body>"
    )
    return markup.encode()


def _paragraphs(size: int) -> bytes:
    """Return a page of ``size`` bytes, all of it paragraphs of an article."""
    line = f"<p>{' '.join(BODY * 4)}</p>\n".encode()
    return page(NEWS) + line * ((size - 1000) // len(line))


def _sentences(size: int) -> str:
    return (" ".join(BODY) + " ") * (size // sum(map(len, BODY)))


def _soup(size: int) -> bytes:
    pieces = ("<b><i></b><p></i>", "<table><td><ul></table>", "</div></p><li><a><a>", "<<>><p <b =x>", "<form><form>")
    return page(NEWS + "river ".join(pieces[n % len(pieces)] for n in range(size)))


def _laughs(size: int) -> bytes:
    bombs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, size))
    return f'<!DOCTYPE html [<!ENTITY l0 "ha">{bombs}]><html><body>{NEWS}<p>&l{size - 1};</p></body>'.encode()


def _quadratic(size: int) -> bytes:
    return f'<!DOCTYPE html [<!ENTITY a "{"a" * size}">]><html><body>{NEWS}<p>{"&a;" * (size // 3)}</p>'.encode()


def _external(_size: int) -> bytes:
    outside = '<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "https://away.example/p.dtd">%p;'
    return (
        f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "https://away.example/x.dtd" [{outside}]>'
        f"<html><body>{NEWS}<p>&f;&p;</p></body>"
    ).encode()


def _json_ld(data: str) -> bytes:
    return page(NEWS, f'<script type="application/ld+json">{data}</script>')


def _json_list(size: int) -> bytes:
    row = json.dumps({"@type": "NewsArticle", "headline": "River floods the town of Halden", "author": "Ada Brook"})
    return _json_ld(f"[{','.join([row] * (size // len(row)))}]")


def _thread(size: int) -> bytes:
    """Return comments that each answer the one before."""
    entry = '<li class="comment"><cite class="fn">Ann {}</cite><div class="comment-content"><p>Stay safe, {}.</p></div>'
    levels = "".join(entry.format(n, n) + '<ul class="children">' for n in range(size))
    return page(f'{NEWS}<ol class="comment-list">{levels}' + "</ul></li>" * size + "</ol>")


def _indented(size: int) -> bytes:
    rows = (f"{'  ' * n}* Ann {n} says:\n{'  ' * n}  Stay safe, all of you, said number {n}.\n" for n in range(size))
    return f"{TEXT}\n{size} comments\n\n{''.join(rows)}".encode()


def _attributes(size: int) -> bytes:
    return page(f"<div {' '.join(f'a{n}=b' for n in range(size))}>{NEWS}</div>")


def _lone_surrogates(size: int) -> bytes:
    html = "".join(f"<p>{line}\ud800</p>" for line in BODY)
    return (json.dumps({"html": f"<h1>River floods the town</h1>{html}", "id": "\udfff"}) + "\n").encode() * size


def _many(piece: str, where: str = "body") -> Callable[[int], bytes]:
    """Return what makes a page with ``piece`` any number of times, ``%d`` in it counted."""

    def make(size: int) -> bytes:
        run = "".join(piece.replace("%d", str(n)) for n in range(size)) if "%d" in piece else piece * size
        return page(NEWS, run) if where == "head" else page(NEWS + run)

    return make


def _text(line: str) -> Callable[[int], bytes]:
    return lambda size: (TEXT + "\n" + line * size).encode()


def _in(text: str, codec: str, declared: str) -> Callable[[int], bytes]:
    """Return what makes a page whose bytes are in ``codec`` and whose ``<meta>`` says ``declared``."""
    head = f'<!doctype html><html><head><meta charset="{declared}"><title>x</title></head><body>'
    return lambda _: head.encode("ascii") + f"<p>{text * 6}</p></body>".encode(codec)


CASES: tuple[Case, ...] = (
    # Sheer size.
    Case("20 MB of paragraphs", _paragraphs, "too-long", 19 * MEGABYTES, MEGABYTES),
    Case("20 MB in one paragraph", lambda n: page(f"<p>{_sentences(n)}"), "too-long", 19 * MEGABYTES, MEGABYTES),
    Case("over 20 MB", _paragraphs, "too-large", 20 * MEGABYTES + 50_000, 20 * MEGABYTES + 50_000),
    Case("20 MB of script", lambda n: page(f"<script>{'var a=1;' * (n // 8)}</script>{NEWS}"), ARTICLE, 19 * MEGABYTES),
    Case("20 MB of <", lambda n: page("<" * n), "too-long", 19 * MEGABYTES, MEGABYTES),
    # Elements.
    Case("10⁶ tags", _many("<b></b>"), "too-many-elements", MANY, 60_000),
    Case("10⁶ unclosed tags", _many("<b>"), "too-deep", MANY, 3_000),
    Case("10⁵ unclosed div, text within", lambda n: page("<div>" * n + NEWS), "too-deep", DEEP, 3_000),
    Case("tag soup", _soup, "too-deep", DEEP, 40_000),
    Case("10⁵ br", _many("<br>"), "too-many-elements", DEEP, 60_000),
    Case("40,000 br", _many("<br>"), ARTICLE, 40_000, 2_000),
    Case("10⁵ links", _many('<a href="/%d">Town hall %d</a> '), "too-many-elements", DEEP, 60_000),
    Case("40,000 links", _many('<a href="/%d">Hall %d</a> '), ARTICLE, 40_000, 2_000),
    Case("10⁵ meta", _many('<meta name="n%d" content="x">', "head"), "too-many-elements", DEEP, 60_000),
    Case("40,000 meta", _many('<meta name="n%d" content="x">', "head"), ARTICLE, 40_000, 2_000),
    Case("40,000 h1", _many("<h1>Town %d</h1>"), ARTICLE, 40_000, 1_000),
    Case("40,000 time", _many("<time datetime='x'>%d</time>"), ARTICLE, 40_000, 1_000),
    Case("40,000 p", _many("<p>Hall %d.</p>"), ARTICLE, 40_000, 1_000),
    Case("40,000 table cells", _many("<table><tr><td>Town %d"), "too-deep", 40_000, 3_000),
    Case("12,000 tables", _many("<table><tr><td>Town hall</table>"), ARTICLE, 12_000, 1_000),
    Case("20,000 classes", _many("<div class='c%d'>x</div>"), ARTICLE, 20_000, 1_000),
    # Attributes.
    Case("10⁵ attributes on one tag", _attributes, "too-many-attributes", DEEP, 2_000),
    Case("900 attributes on one tag", _attributes, ARTICLE, 900, 100),
    Case("an attribute of 10 MB", lambda n: page(f'<p class="{"a " * (n // 2)}">x</p>{NEWS}'), ARTICLE, 10**7, 10**5),
    Case("a link of 10 MB", lambda n: page(f'<a href="//x/{"a" * n}">x</a>{NEWS}'), ARTICLE, 10**7, 10**5),
    Case("a title of 10 MB", lambda n: page(f"{NEWS}<title>{'ha ' * (n // 3)}"), "too-long", 10**7, 10**6),
    Case("og:title of 10 MB", lambda n: page(NEWS, f'<meta property="og:title" content="{"ha " * (n // 3)}">'), ARTICLE,
         10**7, 10**5),
    # Entities.
    Case("billion laughs", _laughs, ARTICLE, 12, 12),
    Case("quadratic blow-up", _quadratic, ARTICLE, 300_000, 3_000),
    Case("external entities", _external, ARTICLE),
    Case("huge numeric entities", _many("&#99999999999999;&#x110000;&#xd800;&#0;"), ARTICLE, DEEP // 2, 1_000),
    Case("an entity of 10 MB", lambda n: page(f"{NEWS}<p>&#{'9' * n};</p>"), ARTICLE, 10**7, 10**5),
    # JSON-LD.
    Case("JSON-LD of 5 MB", _json_list, ARTICLE, 5 * MEGABYTES, 100_000),
    Case("JSON-LD nested 10⁵ deep", lambda n: _json_ld('{"a":' * n + "1" + "}" * n), ARTICLE, DEEP, 2_000),
    Case("JSON-LD, a list nested 10⁵ deep", lambda n: _json_ld("[" * n + "]" * n), ARTICLE, DEEP, 2_000),
    Case("40,000 JSON-LD scripts", _many('<script type="application/ld+json">{"@type":"Article","headline":"%d"}'
         "</script>", "head"), ARTICLE, 40_000, 1_000),
    Case("JSON-LD, a number of 10⁵ digits", lambda n: _json_ld('{"a":' + "9" * n + "}"), ARTICLE, DEEP, 5_000),
    Case("articleBody of 2 MB", lambda n: _json_ld(json.dumps({"@type": "Article", "articleBody": _sentences(n)})),
         "too-long", 1_900_000, MEGABYTES),
    # Comments.
    Case("comments 500 deep", _thread, ARTICLE, 500, 60),
    Case("comments 500 deep in text", _indented, ARTICLE, 500, 60, ".txt"),
    Case("10,000 comments", _many('<div class="comment"><cite>Ann %d</cite><p>Stay safe.</p></div>'), ARTICLE,
         10_000, 300),
    # Pages without a text of their own.
    Case("frames", lambda _: b'<html><frameset cols="1,*"><frame src="menu.html"><frame src="story.html">', "frames"),
    Case("an iframe and nothing else", lambda _: page('<iframe src="https://news.example/story"></iframe>'), "frames"),
    Case("meta-refresh", lambda _: page("", '<meta http-equiv="Refresh" content="0; URL=\'/story\'">'), "redirect"),
    Case("nothing but a script", lambda n: page(f"<script>{'a;' * n}</script>"), "no-text", DEEP, 10),
    # Text.
    Case("one line of 20 MB", lambda n: _sentences(n).encode(), "too-long", 19 * MEGABYTES, MEGABYTES, ".txt"),
    Case("10⁶ lines", _text("Town hall\n"), "too-long", MANY, 100_000, ".txt"),
    Case("500,000 blank lines", _text("\n"), ARTICLE, MANY // 2, 1_000, ".txt"),
    Case("40,000 bylines", _text("By Ada Brook\n"), ARTICLE, 40_000, 500, ".txt"),
    Case("12,000 quotations", _text("“We are safe,” said Mayor Ada Brook on Monday.\n\n"), ARTICLE,
         12_000, 200, ".txt"),
    Case("a word of 500,000 letters", _text("a"), ARTICLE, MANY // 2, 1_000, ".txt"),
    Case("NUL in text", lambda n: (TEXT * n).encode().replace(b" ", b" \0"), "binary", 100, 100, ".txt"),
    Case("NUL in a page", lambda n: page(NEWS * n).replace(b" town", b" \0town"), ARTICLE, 100, 1),
    Case("control characters", lambda n: page(f"{NEWS}<p>{'wet words fall on the town again and again ' * 3}\x01\x1b"
         "</p>" * n), ARTICLE, 1_000, 10),
    Case("lone surrogates", _lone_surrogates, ARTICLE, 1, 1, ".jsonl"),
    # Declarations of the character set that do not hold.
    Case("declared utf-8, is windows-1251", _in(RUSSIAN, "cp1251", "utf-8"), ARTICLE),
    Case("declared utf-8, is windows-1252", _in(FRENCH, "cp1252", "utf-8"), ARTICLE),
    Case("declared utf-8, is Shift_JIS", _in(JAPANESE, "cp932", "utf-8"), ARTICLE),
    Case("declared windows-1251, is utf-8", _in(RUSSIAN, "utf-8", "windows-1251"), ARTICLE),
    Case("declared latin-1, is utf-8", _in(FRENCH, "utf-8", "iso-8859-1"), ARTICLE),
    Case("declared Shift_JIS, is utf-8", _in(JAPANESE, "utf-8", "Shift_JIS"), ARTICLE),
    Case("declared windows-1251, is windows-1252", _in(FRENCH, "cp1252", "windows-1251"), ARTICLE),
    Case("declared latin-1, is windows-1251", _in(RUSSIAN, "cp1251", "iso-8859-1"), ARTICLE),
    Case("declared latin-1, is Shift_JIS", _in(JAPANESE, "cp932", "iso-8859-1"), ARTICLE),
    Case("declared hex, is windows-1252", _in(FRENCH, "cp1252", "hex"), ARTICLE),
    Case("declared utf-16, is utf-8", _in(FRENCH, "utf-8", "utf-16"), ARTICLE),
)  # fmt: skip

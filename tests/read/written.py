"""Invented PDF, Word and RTF files, made as small as they can be."""

import io
import zlib
from collections.abc import Sequence

import docx


def pdf(pages: Sequence[Sequence[str]], title: str = "", *, packed: bool = True) -> bytes:
    """Return a PDF with a page for each list of lines."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = b" T* ".join(
            b"(%s) Tj" % line.encode("latin-1").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines
        )
        stream = b"BT /F1 12 Tf 14 TL 72 720 Td " + shown + b" ET"
        if packed:
            stream = zlib.compress(stream)
        filters = b"/Filter /FlateDecode " if packed else b""
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filters, len(stream), stream))
        fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R %s /MediaBox [0 0 612 792] >>" % (len(objects), fonts)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("latin-1"))
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    out.write(b"%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, start))
    return out.getvalue()


def word(paragraphs: Sequence[str]) -> bytes:
    """Return a Word document."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf(paragraphs: Sequence[str]) -> bytes:
    """Return an RTF file; what is not ASCII is escaped by its code point."""
    lines = ("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in p) for p in paragraphs)
    return ("{\\rtf1\\ansi\\uc1 " + "\\par ".join(lines) + "\\par}").encode("ascii")

"""The kinds of input, and how they are named to whoever gave something else: the one place that lists them."""

from typing import Literal

Format = Literal[
    "text", "html", "jsonl", "json", "warc", "feed", "xml", "foreign", "newsml", "sitemap", "addresses", "table",
    "gdelt", "eml", "mbox", "parquet", "pdf", "docx", "rtf", "zip",
]  # fmt: skip

# What is not read itself: told apart from text, so that a line can say what it is.
UNREAD: frozenset[Format] = frozenset(("xml", "foreign"))
# In the order in which they are named; an empty name is said by the one before it.
NAMES: dict[Format, str] = {
    "text": "text", "html": "HTML", "jsonl": "JSON (Lines)", "json": "", "table": "CSV", "feed": "RSS/Atom",
    "newsml": "NewsML, NITF", "sitemap": "sitemaps", "addresses": "address lists", "gdelt": "GDELT", "warc": "WARC",
    "pdf": "PDF", "docx": "DOCX", "rtf": "RTF", "eml": "EML", "mbox": "mbox", "parquet": "Parquet", "zip": "zip",
}  # fmt: skip
# Exports of press databases come as text, pages or documents.
_DATABASES = "Nexis, Factiva"
NAMED = ", ".join([*filter(None, NAMES.values()), _DATABASES])

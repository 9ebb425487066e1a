"""The page on serving names what there is."""

import re
from pathlib import Path

from firsthand.cli.serve import HOST, PORT
from firsthand.pipeline.check import ALIGNED
from firsthand.watch import page
from firsthand.web.forms import SECONDS
from firsthand.web.handlers import CHECKING, CORRECTED, LONGEST, PASTED
from firsthand.web.server import CONNECTIONS
from firsthand.web.tasks import VERBS

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "serve.md").read_text(encoding="utf-8")


def test_its_figures_are_those_of_the_code() -> None:
    said = " ".join(TEXT.split())
    for words in (
        f"[--port {PORT}] [--host {HOST}]",
        f"the {ALIGNED} articles that have",
        f"{page.SECONDS:g} seconds a request and {page.ALTOGETHER:g} in all",
        f"{page.BYTES // 1_000_000} MB unpacked",
        f"{PASTED // 1_000_000} MB at most, a correction {CORRECTED // 1_000} kB",
        f"{LONGEST:,} characters are read",
        f"ended after {CHECKING:g} seconds",
        f"{CONNECTIONS} connections",
    ):
        assert words in said, words
    assert SECONDS == 10 and "within ten seconds" in said
    assert re.findall(r"`verb` \(`(\w+)`, `(\w+)`, `(\w+)`, `(\w+)`\)", TEXT) == [VERBS]

"""The pictures in ``docs/images``, of the sample's report: ``python -m tests.golden.pictures`` (needs Chromium)."""

import shutil
import sys
import tempfile
from pathlib import Path

from firsthand import sample
from firsthand.api import Corpus

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
FRONT = ("front.png", 1200, 860)
STORY = ("story.png", 1200, 1180)


def main() -> int:
    """Trace the sample and take the pictures."""
    from playwright.sync_api import sync_playwright

    browser = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
    if browser is None:
        print("no Chromium here; on Debian: apt-get install chromium", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        corpus = Corpus(Path(folder) / "corpus")
        corpus.trace([sample.path()])
        largest = max(corpus.tables().stories, key=lambda s: len(s.articles))
        front = corpus.report()
        driver = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for page, (name, width, height) in ((front, FRONT), (front.parent / "stories" / f"{largest.id}.html", STORY)):
            tab = driver.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            tab.goto(page.as_uri())
            tab.screenshot(path=IMAGES / name)
        driver.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

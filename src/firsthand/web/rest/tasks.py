"""What the API has done in a process of its own: an export, with an end in time and memory."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from firsthand.api import Corpus
from firsthand.errors import InputError
from firsthand.present.catalog import Catalog
from firsthand.present.export.formats import exporter

# Ours: articles of a corpus that is exported whole over HTTP: about a minute. A larger one is for the command line.
ARTICLES = 5_000


@dataclass(frozen=True, slots=True)
class Export:
    """Write the corpus, or one story of the catalog at ``catalog``, into the zip archive ``to``."""

    catalog: Path
    to: Path
    format: str
    story: str | None
    with_text: bool

    def run(self, corpus: Corpus) -> None:
        """Write the archive. Raises InputError where the corpus is too large, NotFound, OutputError."""
        catalog = Catalog(self.catalog)
        if self.story is None and catalog.overview().articles > ARTICLES:
            raise InputError(
                f"This corpus has more than {ARTICLES:,} articles: export one story, or use firsthand export."
            )
        with TemporaryDirectory(prefix="firsthand-") as folder:
            if self.story is None:
                corpus.export(folder, format=self.format, with_text=self.with_text)
            else:
                tables = catalog.tables_of_story(self.story)
                exporter(self.format)(tables, Path(folder), with_text=self.with_text)
            with zipfile.ZipFile(self.to, "w", zipfile.ZIP_DEFLATED) as archive:
                for file in sorted(Path(folder).iterdir()):
                    archive.write(file, file.name)

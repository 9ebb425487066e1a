"""The report: a static site that opens from disk, with no network and no trust in what the documents say."""

from firsthand.present.report.site import write_report

__all__ = ["write_report"]

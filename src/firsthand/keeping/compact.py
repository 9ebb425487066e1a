"""Which versions of tables compacting keeps."""

from datetime import UTC, datetime, timedelta

# Readers that opened the corpus longer ago than this must open it anew once it was compacted. Ours.
KEPT = timedelta(hours=1)
ALL = "9999"  # later than all steps: only the newest version of each table is kept


def an_hour_ago() -> str:
    """Return the moment from which on versions are kept, ISO 8601 in UTC."""
    return (datetime.now(UTC) - KEPT).isoformat(timespec="seconds")

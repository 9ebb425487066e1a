"""Generated news of any size: what the whole path costs as a corpus grows."""

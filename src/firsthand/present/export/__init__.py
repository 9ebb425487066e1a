"""Files that other tools read: one module a format."""

"""Files that a type checker reads: what the public interface promises to whoever writes typed code on it."""

"""Looking after a corpus: verifying, mending, compacting, copying, forgetting. What is kept, and what is let go."""

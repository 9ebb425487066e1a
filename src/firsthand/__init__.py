"""firsthand: count sources, not articles."""

"""What each article shows of its own provenance, and what the corpus says of its publisher and its clock."""

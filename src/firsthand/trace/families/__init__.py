"""Which articles carry one underlying text."""

"""Training of the model of pairs that stories are linked by."""

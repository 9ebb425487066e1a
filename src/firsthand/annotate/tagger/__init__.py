"""A sequence tagger that finds who said what: content, source and cue of every attribution, token by token."""

"""An invented corpus of news pages with provenance gold: a blind test, see README.md."""

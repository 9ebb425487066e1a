"""What is trained, each in one command that writes the same bytes whenever it is run on the same data."""

"""Mistakes that a type checker must find: each line that says so has one of the kind that it names, and no other."""

import firsthand as fh

fh.open(3)  # arg-type
fh.clean("A text.", publshed="2031-03-04")  # call-arg
fh.compare("A text.")  # call-arg
corpus = fh.open("my-corpus")
corpus.statements("Lena Korsvik")  # call-arg
corpus.articles(story=7)  # arg-type
corpus.stories()[0].origins_low + 1  # operator
corpus.stories()[0].headline = "Another"  # misc
corpus.summaries()  # attr-defined
low: int = corpus.why("id")  # assignment
fh.corpora()  # attr-defined

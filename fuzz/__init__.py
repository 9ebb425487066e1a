"""Fuzzing: every reader, segmenter, tagger, aligner, parser and route of firsthand, fed with what nobody would write.

``python -m fuzz TARGET --runs 100000`` mutates invented seeds and runs them through a target in a process that may be
killed; ``tests/hostile/test_fuzz.py`` runs a few hundred of each under Hypothesis.
"""

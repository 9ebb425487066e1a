"""Watching: feeds and folders are polled, what is new is added and linked, and what that changes is told.

``poll`` looks at the sources, ``fetch`` gets bytes, ``alerts`` compares two pictures of the corpus, ``deliver`` tells,
``rounds`` puts them in order. What must outlive the process is kept by ``store/watching``.
"""

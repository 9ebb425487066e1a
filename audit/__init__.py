"""Whether what firsthand is locked to is pinned, licensed as agreed, and not known to be unsafe: ``dev.py audit``.

It reads files of the checkout and the metadata of installed packages, and asks no network. What it sees and what it
does not stands in ``docs/explanation/hostile.md``.
"""

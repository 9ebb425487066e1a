"""What a corpus looks like to its readers: views, the terminal, exports and the static report.

Everything here reads a ``Tables`` and writes; nothing concludes. Import the part you need: ``tables``, ``views``,
``terminal`` (rich), ``export.jsonl``, ``report`` (Jinja2).
"""

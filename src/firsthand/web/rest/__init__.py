"""The corpus over HTTP, for programs: what ``docs/reference/http.md`` describes, mounted under ``/api/v1``.

One table of operations (``operations``) says what can be asked for and what is answered; addresses, checks of
parameters and the OpenAPI document are made of it. ``shapes``, ``answers`` and ``arguments`` know nothing of HTTP:
the tools for agents (``firsthand.mcp``) answer with the same.
"""

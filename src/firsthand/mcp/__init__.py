"""The corpus as tools for agents, over the Model Context Protocol: what ``docs/reference/mcp.md`` describes.

An agent reads what it is given as if somebody had said it, and cannot read much. So answers are a few kilobytes with a
token to go on with, whatever comes from a document stands under ``quoted``, and each piece has its article and span.
"""

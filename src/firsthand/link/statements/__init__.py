"""Quotations into statements: who spoke, which quotations report one utterance, and how their words differ."""

from firsthand.link.statements.link import StatementLinks, link_statements

__all__ = ["StatementLinks", "link_statements"]

"""Answers that pages show in part."""

from typing import Any


def within(shown: Any, told: Any) -> bool:
    """Tell whether what is shown is a part of what is told: of objects some fields, of lists items in their order."""
    if isinstance(shown, dict):
        return isinstance(told, dict) and all(k in told and within(v, told[k]) for k, v in shown.items())
    if isinstance(shown, list):
        rest = iter(told)
        return all(any(within(item, other) for other in rest) for item in shown)
    return bool(shown == told)

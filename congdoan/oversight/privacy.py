"""Findings are internal; who complains, and of whom, is sensitive."""

CLASSES: dict[str, dict[str, str]] = {}

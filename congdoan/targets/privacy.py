"""Targets are what a congress decided: public."""

CLASSES: dict[str, dict[str, str]] = {}

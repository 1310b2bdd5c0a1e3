"""Papers and plans are internal; who handles them is personal."""

CLASSES: dict[str, dict[str, str]] = {}

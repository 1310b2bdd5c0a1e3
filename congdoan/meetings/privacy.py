"""What a meeting concluded is internal; who was asked and who came is personal."""

CLASSES: dict[str, dict[str, str]] = {}

"""Who is proposed is told to those who see the union; what a decision grants is public."""

CLASSES: dict[str, dict[str, str]] = {}

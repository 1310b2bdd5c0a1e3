"""Who holds a post is told to all who see the union."""

CLASSES: dict[str, dict[str, str]] = {}

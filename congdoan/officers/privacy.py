"""Who holds a post is told to all who see the union."""

CLASSES: dict[str, dict[str, str]] = {
    "Term": {
        "unit": "public",
        "number": "public",
        "from_on": "public",
        "to_on": "public",
        "uid": "internal",
        "why": "internal",
        "made": "internal",
        "ended": "internal",
    },
}

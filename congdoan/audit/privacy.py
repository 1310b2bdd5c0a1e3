"""Who may see what of the trail: a number of a user tells, with the list of users, who it was."""

CLASSES: dict[str, dict[str, str]] = {
    "Posting": {
        "uid": "internal",
        "action": "internal",
        "why": "internal",
        "at": "internal",
        "by": "personal",
    },
    "Event": {
        "at": "internal",
        "action": "internal",
        "what": "internal",
        "unit": "internal",
        "detail": "internal",
        "seal": "internal",
        "by": "personal",
    },
}

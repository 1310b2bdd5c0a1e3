"""What programs sent is kept as a digest; what they were answered names nobody."""

CLASSES: dict[str, dict[str, str]] = {
    "Sent": {
        "uid": "internal",
        "seat": "personal",
        "digest": "internal",
        "answer": "internal",
        "at": "internal",
    },
}

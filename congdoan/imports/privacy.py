"""A file holds whatever its rows tell of people."""

CLASSES: dict[str, dict[str, str]] = {
    "Import": dict.fromkeys(
        ("uid", "unit", "sort", "digest", "chosen", "counts", "state", "seen", "by", "sent_at", "latest"),
        "internal",
    )
    | {"name": "personal", "mended": "sensitive", "answers": "personal"},
    "Content": {"of": "internal", "file": "sensitive", "fates": "sensitive"},
    "Habit": dict.fromkeys(("unit", "sort", "heading", "column"), "internal"),
}

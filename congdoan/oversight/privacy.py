"""Plans and findings are internal; who complains, of whom and of what, is sensitive."""

CLASSES: dict[str, dict[str, str]] = {
    "Plan": dict.fromkeys(
        ("uid", "unit", "sort", "first_on", "last_on", "number", "approved_on", "made", "approved"),
        "internal",
    ),
    "PlanLine": dict.fromkeys(
        ("uid", "plan", "union", "subject", "first_on", "last_on", "made", "unmade"), "internal"
    ),
    "FollowUp": dict.fromkeys(
        ("uid", "record", "key", "state", "on", "on_time", "recovered", "successor", "made", "unmade"),
        "internal",
    )
    | {"proof": "personal"},
    "Complaint": dict.fromkeys(
        ("uid", "number", "sort", "unit", "received_on", "holder", "state", "due_on", "made"), "internal"
    )
    | {"sender": "sensitive", "about_whom": "sensitive", "content": "sensitive"},
    "Step": dict.fromkeys(
        ("uid", "complaint", "unit", "what", "on", "to", "due_on", "outcome", "restored", "made", "unmade"),
        "internal",
    )
    | {"to_outside": "personal", "note": "sensitive"},
}

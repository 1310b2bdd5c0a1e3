"""How unions and groups are rated is internal until its superior makes it public; no person is scored here."""

CLASSES: dict[str, dict[str, str]] = {
    "Scheme": dict.fromkeys(
        ("uid", "unit", "rated", "name", "basis", "first_year", "last_year", "other_sum", "made", "ended"), "public"
    ),
    "Criterion": dict.fromkeys(("scheme", "position", "part", "text", "most"), "public"),
    "Limit": dict.fromkeys(("scheme", "grade", "least"), "public"),
    "Sheet": dict.fromkeys(
        (
            "uid", "scheme", "unit", "group", "year", "state", "returned_why", "self_grade", "grade", "own",
            "found", "made", "changed",
        ),
        "internal",
    ),
    "Mark": dict.fromkeys(("sheet", "criterion", "self_points", "points", "self_note", "note"), "internal"),
}  # fmt: skip

"""Papers, reports asked for and plans are internal; who signed, who handles and who does it is personal."""

CLASSES: dict[str, dict[str, str]] = {
    "Paper": dict.fromkeys(
        (
            *("uid", "unit", "way", "sort", "year", "number", "symbol", "dated_on", "arrived_on", "issuer"),
            *("due_on", "done_on", "digital", "answers", "original", "made", "withdrawn"),
        ),
        "internal",
    )
    | dict.fromkeys(("signer", "subject", "text_key", "handler"), "personal"),
    "PaperVersion": {"paper": "internal", "posting": "internal", "content": "personal"},
    "Scan": dict.fromkeys(("uid", "paper", "made", "removed"), "internal")
    | dict.fromkeys(("file", "name"), "personal"),
    "ReportAsked": dict.fromkeys(
        ("uid", "unit", "what", "period", "due_on", "paper", "made", "withdrawn"), "internal"
    ),
    "ReportDue": dict.fromkeys(("uid", "asked", "unit", "filed_on", "paper", "filed"), "internal"),
    "Plan": dict.fromkeys(
        (
            *("uid", "unit", "sort", "title", "first_on", "last_on", "grounds", "aims", "paper"),
            *("made", "unmade"),
        ),
        "internal",
    ),
    "PlanLine": dict.fromkeys(
        (
            *("uid", "plan", "due_on", "indicator", "quantity", "source", "done_on"),
            *("made", "unmade"),
        ),
        "internal",
    )
    | dict.fromkeys(("what", "who"), "personal"),
    "LineVersion": {"line": "internal", "posting": "internal", "content": "personal"},
    "Carried": dict.fromkeys(("line", "record", "made", "unmade"), "internal"),
}

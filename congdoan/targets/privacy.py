"""Who may see what of a target. Nothing here tells of a person but who signed."""

SAID = {"made": "internal", "unmade": "internal"}
CLASSES: dict[str, dict[str, str]] = {
    "Resolution": {
        "uid": "internal",
        "unit": "internal",
        "title": "internal",
        "number": "internal",
        "signed_on": "internal",
        "signer": "personal",
        "term": "internal",
        "from_on": "internal",
        "to_on": "internal",
        **SAID,
    },
    "Target": {
        "uid": "internal",
        "resolution": "internal",
        "follows": "internal",
        "position": "internal",
        "text": "internal",
        "number": "internal",
        "cut": "internal",
        "scope": "internal",
        "op": "internal",
        "value": "internal",
        "joint": "internal",
        "measure": "internal",
        **SAID,
    },
    "Answer": {"target": "internal", "met": "internal", "on": "internal", "reason": "internal", **SAID},
    "Assignment": {
        "uid": "internal",
        "resolution": "internal",
        "number": "internal",
        "signed_on": "internal",
        **SAID,
    },
    "Share": {"assignment": "internal", "target": "internal", "unit": "internal", "value": "internal"},
    "Confirmation": {"uid": "internal", "resolution": "internal", "judged_on": "internal", **SAID},
    "Judged": {
        "confirmation": "internal",
        "target": "internal",
        "verdict": "internal",
        "result": "internal",
        "attainment": "internal",
    },
}

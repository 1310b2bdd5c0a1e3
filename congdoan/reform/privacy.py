"""How public each field is."""

CLASSES: dict[str, dict[str, str]] = {
    "Reorganisation": {
        "uid": "public",
        "unit": "public",
        "name": "public",
        "on": "public",
        "decision": "public",
        "decided_on": "public",
        "signer": "public",
        "plan": "internal",
        "told": "internal",
        "state": "public",
        "scan": "internal",
        "made": "internal",
        "latest": "internal",
    },
}

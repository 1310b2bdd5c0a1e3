"""Entries hold numbers only; the number of a person is still the number of a person."""

CLASSES: dict[str, dict[str, str]] = {
    "Cut": {
        "key": "internal",
    },
    "Entry": {
        "indicator": "internal",
        "unit": "internal",
        "day": "internal",
        "quantity": "internal",
        "sign": "internal",
        "cut": "internal",
        "origin": "internal",
        "source": "internal",
        "posting": "internal",
        "subject": "personal",
    },
    "Rollup": {
        "subject": "personal",
        "node": "internal",
        "indicator": "internal",
        "day": "internal",
        "quantity": "internal",
        "entries": "internal",
    },
    "Node": {
        "unit": "internal",
    },
    "Watermark": {
        "entry": "internal",
        "verified_at": "internal",
        "differences": "internal",
    },
    "Closing": {
        "unit": "internal",
        "from_on": "internal",
        "to_on": "internal",
        "made": "internal",
        "unmade": "internal",
    },
}

"""Sums of whole provinces; nobody is in them."""

CLASSES: dict[str, dict[str, str]] = {
    "Sent": {
        "unit": "internal",
    },
    "Book": {
        "name": "public",
        "from_on": "internal",
        "to_on": "internal",
        "entry": "internal",
        "digest": "internal",
        "changed_at": "internal",
        "verified_at": "internal",
        "differences": "internal",
    },
    "Cell": {
        "indicator": "internal",
        "subject": "internal",
        "day": "internal",
        "book": "internal",
        "quantity": "internal",
        "entries": "internal",
    },
}

"""Who may see what of a record. A kind classes its own columns in its own file, in `PRIVACY`."""

import sys

from .kind import KINDS, Kind

RECORD: dict[str, dict[str, str]] = {
    "Record": {
        "uid": "internal",
        "kind": "internal",
        "unit": "internal",
        "payer": "internal",
        "happened_on": "internal",
        "title": "internal",
        "text_key": "personal",
        "note": "personal",
        "despite": "personal",
        "version": "internal",
        "withdrawn": "internal",
        "entered_by": "personal",
        "entered_for": "internal",
        "confirmed": "internal",
        "through": "internal",
        "made": "internal",
        "changed": "internal",
    },
    "Partner": {"record": "internal", "name": "internal", "share": "internal"},
    "Version": {"record": "internal", "number": "internal", "posting": "internal", "content": "sensitive"},
    "StoredFile": {"digest": "internal", "media_type": "internal", "size": "internal", "kept_at": "internal"},
    "Attachment": {
        "uid": "internal",
        "record": "internal",
        "file": "personal",
        "name": "personal",
        "caption": "personal",
        "credit": "personal",
        "taken_on": "internal",
        "consent": "internal",
        "removed": "internal",
    },
    "Upheld": dict.fromkeys(("unit", "first_on", "sentence", "made"), "internal") | {"why": "personal"},
}
ROW = {"record": "internal", "position": "internal"}  # every list's rows have these


def of_kind(kind: Kind) -> dict[str, dict[str, str]]:
    """What the kind's file says of its record and of the rows of its lists."""
    said: dict[str, dict[str, str]] = vars(sys.modules[kind.model.__module__]).get("PRIVACY", {})
    rows = {spec.model.__name__: ROW | said.get(spec.model.__name__, {}) for spec in kind.lines}
    return said | rows


CLASSES = RECORD | {model: fields for kind in KINDS.values() for model, fields in of_kind(kind).items()}

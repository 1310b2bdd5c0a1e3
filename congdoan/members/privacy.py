"""All of it tells who somebody is."""

CLASSES: dict[str, dict[str, str]] = {
    "Household": {
        "uid": "personal",
        "unit": "personal",
    },
    "Person": {
        "uid": "personal",
        "unit": "personal",
        "name": "personal",
        "name_key": "personal",
        "given_key": "personal",
        "relation": "personal",
        "woman": "personal",
        "born_on": "personal",
        "household": "personal",
    },
}

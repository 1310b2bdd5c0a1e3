"""Funds are disclosed; who set them up and when is for those who see the union."""

CLASSES: dict[str, dict[str, str]] = {
    "Fund": {
        "unit": "public",
        "code": "public",
        "name": "public",
        "source": "public",
        "uid": "internal",
        "from_on": "internal",
        "to_on": "internal",
    },
}

"""What a meeting concluded is internal; who was asked and who came is personal."""

CLASSES: dict[str, dict[str, str]] = {
    "Meeting": dict.fromkeys(
        (
            "uid",
            "unit",
            "sort",
            "about",
            "on",
            "starts",
            "place",
            "record",
            "made",
            "changed",
            "dropped",
        ),
        "internal",
    )
    | dict.fromkeys(("chair", "secretary", "course", "opinions", "votes", "conclusion"), "personal"),
    "Numbered": dict.fromkeys(("meeting", "part", "paper"), "internal"),
    "AgendaLine": dict.fromkeys(("meeting", "position", "starts", "what"), "internal") | {"who": "personal"},
    "Delegate": dict.fromkeys(
        (
            "uid",
            "meeting",
            "bench",
            "rank",
            "person",
            "union",
            "name",
            "title",
            "organisation",
            "state",
            "reason",
        ),
        "personal",
    ),
}

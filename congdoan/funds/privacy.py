"""Funds are disclosed; who set them up and when is for those who see the union. Who paid or was paid may be a person."""

CLASSES: dict[str, dict[str, str]] = {
    "Fund": {
        "unit": "public",
        "code": "public",
        "name": "public",
        "source": "public",
        "uid": "internal",
        "from_on": "internal",
        "to_on": "internal",
        "opened_on": "internal",
    },
    "Item": dict.fromkeys(
        ("scheme", "number", "purpose", "name", "side", "from_on", "to_on", "source", "mark"), "public"
    ),
    "Voucher": {
        **dict.fromkeys(
            ("uid", "unit", "form", "year", "number", "dated_on", "origin", "reverses", "posting"), "internal"
        ),
        "party": "personal",
        "words": "personal",
    },
    "Leg": dict.fromkeys(("voucher", "fund", "item", "amount"), "internal"),
    "Transfer": dict.fromkeys(("uid", "sent", "to", "received", "refused"), "internal"),
    "CashCount": dict.fromkeys(
        ("uid", "fund", "counted_on", "cash", "banked", "explanation", "posting"), "internal"
    ),
    "Rate": dict.fromkeys(("what", "group", "value", "from_on", "to_on", "source", "mark"), "public"),
    "Dues": dict.fromkeys(
        ("uid", "unit", "levy", "month_on", "group", "payers", "wages", "due", "voucher"), "internal"
    ),
    "Estimate": dict.fromkeys(("uid", "unit", "year", "approved_on", "replaced", "posting"), "internal"),
    "EstimateLine": dict.fromkeys(("estimate", "item", "amount"), "internal"),
    "Disclosure": dict.fromkeys(
        ("uid", "unit", "paper", "words", "began_on", "due_on", "done_on", "proof", "posting"), "internal"
    ),
    "Loan": dict.fromkeys(("uid", "fund", "lent_on", "months"), "internal")
    | dict.fromkeys(("person", "amount"), "personal"),
    "Turn": dict.fromkeys(("uid", "fund", "due_on"), "internal")
    | dict.fromkeys(("person", "amount"), "personal"),
    "ClosedMonth": dict.fromkeys(("unit", "from_on", "to_on", "made", "unmade"), "internal"),
}

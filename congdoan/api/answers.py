"""What is answered: a few shapes for everything. An error has one form, whatever was asked."""

from typing import Any, Generic, TypeVar

from ninja import Schema

Item = TypeVar("Item")


class Wrong(Schema):
    """One input and what is wrong with it."""

    field: str
    message: str


class Trouble(Schema):
    """`code` is for programs; `message`, in Vietnamese, for people: what is wrong and how to mend it."""

    code: str
    message: str
    fields: list[Wrong] = []


class Error(Schema):
    error: Trouble


class Page(Schema, Generic[Item]):
    """Up to 50 items. `next` is the cursor of the page that follows; null on the last."""

    items: list[Item]
    next: str | None = None


class Added(Schema):
    """What a record adds to a figure, at a union, on a day."""

    code: str
    label: str
    unit: str
    day: str
    quantity: int


class Done(Schema):
    """What an act came to: the public name of what was written, and what it adds to figures."""

    uid: str | None = None
    code: str | None = None
    title: str = ""
    version: int | None = None
    adds: list[Added] = []


CODES = {
    400: "bad_request",
    401: "no_token",
    403: "not_allowed",
    404: "not_found",
    405: "no_such_method",
    409: "key_used",
    422: "refused",
}
ASKING = dict.fromkeys((400, 401, 403, 404, 422), Error)
ACTING = {**ASKING, 409: Error}


def trouble(status: int, message: str, fields: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """An error as it is answered."""
    return {"error": {"code": CODES[status], "message": message, "fields": fields or []}}

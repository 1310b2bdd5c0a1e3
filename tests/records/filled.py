"""The form of a care record as a browser sends it, and who sends it."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.test import Client

from congdoan.records import kind
from congdoan.records.record import Record
from tests.cast import Cast

URL = "/viec/ghi/care"
FUND = "tu-phap-doan-phi"


def as_(cast: Cast, part: str) -> Client:
    """A browser in which that person of the cast has logged in."""
    client = Client()
    client.force_login(cast.users[part])
    return client


def care_form(*rows: Sequence[str], **said: Any) -> dict[str, Any]:
    """A visit to these people, each a name and an amount; what `said` names is typed otherwise."""
    form = {
        "uid": str(uuid.uuid4()),
        "cd": "laocai-tu-phap",
        "recipients-row": [str(number) for number in range(len(rows))],
        "programme": "visit",
        "occasion": "hardship",
        "fund": FUND,
        "partner_share": "0",
        "happened_on": "2024-05-20",
        "note": "",
        "them-partners": "",
    }
    for number, (name, cash) in enumerate(rows):
        form |= row(number, name, cash)
    return form | said


def row(number: int, name: str, cash: str, **more: str) -> dict[str, str]:
    """One row of that form."""
    said = {
        "person": "",
        "name": name,
        "relation": "member",
        "cash": cash,
        "goods": "",
        "goods_what": "",
        "need": "",
    }
    return {f"recipients-{number}-{field}": value for field, value in (said | more).items()}


def saved(client: Client, form: dict[str, Any]) -> Record:
    """The record a form leads to."""
    answer = client.post(URL, form)
    assert answer.status_code == 302, answer.context["problems"]
    return Record.objects.get(uid=answer.url.split("/")[2].split("?")[0])


def names(record: Record) -> list[str]:
    """Who stands on its list, in its order."""
    return [row.person.name for row in kind.rows(record)["recipients"]]  # type: ignore[attr-defined]

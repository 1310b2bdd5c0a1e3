"""A program with a token of somebody's seat, as the tests of the interface play it."""

import json
from itertools import count
from typing import Any

from django.test import Client

from congdoan.accounts import tokens
from congdoan.accounts.models import Purpose, Seat
from tests.cast import Cast
from tests.web.samples import UNIT

KEYS = count(1)
VISIT = {
    "unit": "laocai-tu-phap",
    "fields": {
        "programme": "visit",
        "occasion": "hardship",
        "fund": "tu-phap-doan-phi",
        "happened_on": "2024-02-01",
        "note": "Thăm tại nhà riêng",
    },
    "lists": {"recipients": [{"name": "Giàng Seo Lử", "cash": 500_000}]},
}


class Program:
    """Asks and acts with one token; every act under a key of its own unless one is given."""

    def __init__(self, secret: str) -> None:
        self.client, self.headers = Client(), {"Authorization": f"Bearer {secret}"}

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1{path}", query, headers=self.headers)

    def send(self, path: str, said: Any, *, key: str = "", method: str = "post") -> Any:
        headers = {**self.headers, "Idempotency-Key": key or f"key {next(KEYS)}"}
        body = json.dumps(said)
        call = getattr(self.client, method)
        return call(f"/api/v1{path}", body, content_type="application/json", headers=headers)

    def upload(self, path: str, said: Any, *, key: str = "") -> Any:
        headers = {**self.headers, "Idempotency-Key": key or f"key {next(KEYS)}"}
        return self.client.post(f"/api/v1{path}", said, headers=headers)


def program(cast: Cast, part: str, purpose: str = Purpose.API) -> Program:
    """A program that comes in as the seat of somebody of the cast."""
    seat = Seat.objects.get(user=cast.users[part])
    return Program(tokens.make(seat=seat, name="Thử", by=None, purpose=purpose)[1])


def said(answer: Any, status: int = 200) -> Any:
    """What is answered, if it is of that status."""
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def things(path: str, samples: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Things there are to ask of at an address."""
    room = path.split("/")[3]
    uid = {
        "reports": "report",
        "vouchers": "voucher",
        "members": "member_leave",
        "people": "person",
        "transfers": "transfer_accept",
        "papers": "paper",
        "scans": "scan",
        "plans": "plan",
        "plan-lines": "plan_line",
        "meetings": "meeting",
        "invitations": "meeting_invitation",
        "delegates": "delegate_mark",
        "terms": "term_cut",
        "committees": "committee_end",
        "posts": "post_release",
        "groups": "group_end",
        "loans": "loan_pay_back",
        "turns": "turn_pay",
        "attachments": "attachment",
        "money": "transfer",
        "counts": "count_explain",
        "reports-asked": "report_asked",
        "reports-owed": "report_due",
        "proposals": "proposal",
        "councils": "council",
        "decisions": "decision",
        "inspection-plans": "inspection_plan",
        "planned-inspections": "inspection_plan_line_drop",
        "inspections": "follow_up",
        "follow-ups": "follow_up_drop",
        "complaints": "complaint",
        "resolutions": "score_sheet",
        "targets": "target",
        "assignments": "assignment_take_back",
        "rating-sheets": "rating_sheet",
        "rating-schemes": "rating_scheme",
        "imports": "import_one",
        "reforms": "reform",
        "disclosures": "disclosure_done",
    }
    return {
        "code": {"figures": "CAR-01", "funds": "tu-phap-doan-phi"}.get(room, UNIT),
        "uid": str(samples[uid.get(room, "record")]["uid"]),
        "unit": UNIT,
        "period": "2024",
        "happened_on": "2024-05-20",
        "fund": "tu-phap-doan-phi",
        "slug": "care",
        "side": "in",
        "form": "docx",
        "ending": "docx",
        "part": "giay-moi",
        "demand": "mend",
        "name": "half_year",
        "paper": "inspection_minutes" if room == "inspections" else "record_sheet",
    }

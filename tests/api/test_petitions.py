"""What was asked is answered over HTTP; records and vouchers are handed out as papers to print."""

import pytest

from congdoan.audit.models import Event
from tests.api.program import VISIT, program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HERE = "/units/laocai-tu-phap"
ASKED = {
    "unit": "laocai-tu-phap",
    "fields": {"happened_on": "2024-04-18"},
    "lists": {"asked": [{"content": "Nâng mức ăn ca", "addressee": "Giám đốc", "due_on": "2024-05-18"}]},
}


def test_what_was_asked_waits_until_it_is_answered(cast: Cast) -> None:
    mine = program(cast, "chair")
    record = said(mine.send("/kinds/petition/records", ASKED))["uid"]
    (waits,) = said(mine.get(f"{HERE}/petitions"))["items"]
    assert (waits["record"], waits["number"], waits["due_on"]) == (record, 1, "2024-05-18")
    answer = {"number": 1, "answer": "Nâng từ tháng 6", "answered_on": "2024-05-02", "addressee": "Giám đốc"}
    said(program(cast, "reader").send(f"/records/{record}/answer", answer), 403)
    said(mine.send(f"/records/{record}/answer", answer))
    assert said(mine.get(f"{HERE}/petitions"))["items"] == []
    assert said(mine.get(f"/records/{record}"))["lists"]["asked"][0]["answer"] == "Nâng từ tháng 6"
    error = said(mine.send(f"/records/{record}/answer", answer), 422)["error"]
    assert error["fields"][0]["field"] == "number"


def test_a_paper_with_people_is_for_who_sees_them_and_the_sight_is_noted(cast: Cast) -> None:
    mine, reader = program(cast, "chair"), program(cast, "reader")
    record = said(mine.send("/kinds/care/records", VISIT))["uid"]
    slugs = [one["value"] for one in said(mine.get(f"/records/{record}/papers"))]
    assert "record_sheet" in slugs
    assert mine.get(f"/records/{record}/papers/{slugs[0]}").content.startswith(b"PK")
    assert Event.objects.filter(action="see_sensitive", by=cast.users["chair"].pk).exists()
    said(reader.get(f"/records/{record}/papers/receipt_list"), 422)
    said(mine.get(f"/records/{record}/papers/khong_co"), 422)


def test_a_voucher_is_handed_out_to_print(cast: Cast) -> None:
    mine, fund = program(cast, "chair"), "/funds/tu-phap-doan-phi"
    said(mine.send(f"{fund}/open", {"day": "2024-01-01", "opening": 1_000_000}))
    item = said(mine.get("/items/out"))[0]["value"]
    paid = {"amount": 100_000, "item": item, "words": "Văn phòng phẩm", "day": "2024-02-01"}
    voucher = said(mine.send(f"{fund}/pay", paid))["uid"]
    assert mine.get(f"/vouchers/{voucher}/file").content.startswith(b"PK")

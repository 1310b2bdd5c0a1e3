"""What was asked, and whether it was answered."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.records import actions
from congdoan.records.kinds.petition import Asked, open_petitions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.filled import as_
from tests.records.said import record

APRIL, MAY = date(2024, 4, 18), date(2024, 5, 20)
MEALS: dict[str, Any] = {"content": "Nâng mức ăn ca", "addressee": "Giám đốc", "due_on": date(2024, 5, 2)}
ROOM: dict[str, Any] = {"content": "Sửa nhà để xe", "addressee": "Phòng Hành chính"}


def petition(cast: Cast, *rows: dict[str, Any], **said: Any) -> Record:
    return record("petition", cast["laocai-bao"], APRIL, lines={"asked": rows}, **said)


def waiting(cast: Cast, day: date, at: str = "laocai-bao") -> list[str]:
    return [row.content for row in open_petitions([cast[at]], day)]


def test_what_waits_is_listed_the_first_due_first(cast: Cast) -> None:
    asked = petition(cast, ROOM, MEALS)
    assert waiting(cast, MAY) == ["Nâng mức ăn ca", "Sửa nhà để xe"]
    assert waiting(cast, MAY, "laocai-y-te") == waiting(cast, date(2024, 4, 17)) == []
    assert asked.title == "Ý kiến, kiến nghị: 02 điều, 02 chưa trả lời"


def test_answered_it_waits_no_longer_from_that_day(cast: Cast) -> None:
    asked = petition(cast, MEALS)
    answered = {**MEALS, "answered_on": MAY, "answer": "Nâng lên 30.000 đồng"}
    amended = actions.amend(record=asked, by=None, why="đã trả lời", lines={"asked": [answered]})
    assert waiting(cast, date(2024, 5, 19)) == ["Nâng mức ăn ca"]
    assert waiting(cast, MAY) == []
    assert amended.title == "Ý kiến, kiến nghị: 01 điều, đã trả lời hết"
    assert verify() == []


def test_withdrawn_it_waits_no_longer(cast: Cast) -> None:
    actions.withdraw(record=petition(cast, MEALS), by=None, why="ghi trùng")
    assert waiting(cast, MAY) == []


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"content": " "}, "hỏi điều gì"),
        ({"due_on": date(2024, 4, 1)}, "hạn trả lời"),
        ({"answered_on": date(2024, 4, 1), "answer": "Đồng ý"}, "đứng trước"),
        ({"answer": "Đồng ý"}, "cả ngày lẫn nội dung"),
        ({"answered_on": MAY}, "cả ngày lẫn nội dung"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, row: dict[str, Any], word: str) -> None:
    with pytest.raises(Refused, match=word) as refused:
        petition(cast, {**MEALS, **row})
    assert refused.value.field == "asked"


def test_it_is_raised_at_a_dialogue_that_was_held(cast: Cast) -> None:
    held = record("gathering", cast["laocai-bao"], MAY, what="leaders_dialogue")
    with pytest.raises(Refused, match="họp ngày 20/05/2024"):
        petition(cast, MEALS, raised_at=held)


def test_one_of_them_is_answered_in_a_short_form_and_the_rest_stays(cast: Cast) -> None:
    asked = petition(cast, ROOM, MEALS)
    (waits, _) = Asked.objects.filter(record=asked.pk)
    page = as_(cast, "officer").get("/viec/kien-nghi")
    assert f"/viec/{asked.uid}/kien-nghi/{waits.position}" in page.content.decode()
    said = {
        "answer": "Sửa trong tháng 6",
        "answered_on": "2024-05-20",
        "addressee": "Phòng Quản trị",
        "version": 1,
    }
    url = f"/viec/{asked.uid}/kien-nghi/1"
    assert as_(cast, "officer").post(url, said).status_code == 302
    assert waiting(cast, MAY) == ["Nâng mức ăn ca"]
    row = Asked.objects.get(record=asked.pk, position=1)
    assert (row.answer, row.addressee, row.answered_on) == ("Sửa trong tháng 6", "Phòng Quản trị", MAY)
    assert as_(cast, "officer").post(url, said).status_code == 404


def test_an_answer_keeps_what_was_typed_where_it_cannot_be(cast: Cast) -> None:
    asked = petition(cast, MEALS)
    said = {"answer": "Đã nâng", "answered_on": "2024-04-01", "addressee": "Giám đốc", "version": 1}
    refused = as_(cast, "officer").post(f"/viec/{asked.uid}/kien-nghi/1", said)
    assert refused.status_code == 422
    assert "ngày trả lời đứng trước ngày nêu" in refused.content.decode()
    assert "Đã nâng" in refused.content.decode()
    old = as_(cast, "officer").post(
        f"/viec/{asked.uid}/kien-nghi/1", said | {"answered_on": "2024-05-20", "version": 0}
    )
    assert "vừa được sửa ở nơi khác" in old.content.decode()
    assert as_(cast, "reader").get(f"/viec/{asked.uid}/kien-nghi/1").status_code == 403

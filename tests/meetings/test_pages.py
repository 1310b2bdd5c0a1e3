"""On the pages: prepared, asked, called, written down; what is typed wrong is shown again."""

from datetime import date, timedelta

import pytest

from congdoan.base.period import today
from congdoan.meetings import actions, queries
from congdoan.meetings.models import Meeting
from tests.cast import Cast
from tests.meetings.gathered import UPPER, prepared
from tests.records.filled import as_
from tests.records.said import record

pytestmark = pytest.mark.django_db


def test_a_meeting_is_prepared_and_its_list_filled(cast: Cast) -> None:
    client = as_(cast, "officer")
    said = {"sort": "year_end", "about": "Hội nghị tổng kết", "on": today().isoformat(), "starts": "08:00"}
    answer = client.post(f"/hoi-nghi/moi?cd={UPPER}", {"uid": "8f3f1f5e-0000-4000-8000-000000000001", **said})
    meeting = Meeting.objects.get()
    assert answer.url == f"/hoi-nghi/{meeting.uid}"  # type: ignore[attr-defined]
    client.post(f"/hoi-nghi/{meeting.uid}/dai-bieu/them/chu-tich")
    client.post(
        f"/hoi-nghi/{meeting.uid}/dai-bieu/nhap", {"bench": "1", "people": "Bùi Thị Khách; Phó Chủ tịch"}
    )
    assert [one.called for one in queries.roll(meeting).delegates] == ["Bùi Thị Khách", *["Chủ tịch"] * 3]


def test_an_agenda_that_cannot_be_read_is_shown_again(cast: Cast) -> None:
    meeting = prepared(cast)
    answer = as_(cast, "officer").post(
        f"/hoi-nghi/{meeting.uid}/chuong-trinh", {"agenda": "8h; Khai mạc\n27h; Bế mạc"}
    )
    page = answer.content.decode()
    assert (answer.status_code, "Dòng 2" in page, "27h; Bế mạc" in page) == (422, True, True)
    assert meeting.agenda.count() == 3


def test_one_tap_at_the_roll_call_brings_back_the_row_and_the_count(cast: Cast) -> None:
    meeting = prepared(cast)
    one = queries.roll(meeting).delegates[0]
    url = f"/hoi-nghi/dai-bieu/{one.uid}/diem-danh"
    answer = as_(cast, "officer").post(url, {"state": "came"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert ("<b>1/5</b>" in page, one.called in page, "<html" in page) == (True, True, False)


def test_the_page_of_a_gathering_leads_to_its_delegates(cast: Cast) -> None:
    said = record(
        "gathering", cast[UPPER], date(2024, 1, 5), what="meeting", meeting="year_end", attendance=60
    )
    client = as_(cast, "officer")
    client.post(f"/hoi-nghi/viec/{said.uid}/lap")
    meeting = Meeting.objects.get(record=said)
    assert f"/hoi-nghi/{meeting.uid}" in client.get(f"/hoi-nghi/viec/{said.uid}").content.decode()


def test_another_number_at_the_roll_call_is_told_and_taken_over(cast: Cast) -> None:
    meeting = prepared(cast, date(2024, 1, 5))
    actions.hold(meeting=meeting, on=meeting.on, attendance=60, by=None)
    client = as_(cast, "officer")
    client.post(f"/hoi-nghi/{meeting.uid}/diem-danh/con-lai")
    assert "sổ ghi <b>60</b>" in client.get(f"/hoi-nghi/{meeting.uid}").content.decode()
    client.post(f"/hoi-nghi/{meeting.uid}/so-nguoi-du")
    assert "sổ ghi" not in client.get(f"/hoi-nghi/{meeting.uid}").content.decode()


def test_who_is_asked_sees_the_invitation_and_no_more(cast: Cast) -> None:
    meeting = prepared(cast, today() + timedelta(days=3), place="Hội trường tầng 2")
    chair = as_(cast, "chair")
    page = chair.get(f"/hoi-nghi/{meeting.uid}/giay-moi").content.decode()
    assert ("Hội trường tầng 2" in page, "Bùi Thị Khách" in page) == (True, False)
    assert chair.get(f"/hoi-nghi/{meeting.uid}").status_code == 404


def test_a_reader_looks_and_writes_nothing(cast: Cast) -> None:
    meeting, reader = prepared(cast), as_(cast, "reader")
    assert reader.get(f"/hoi-nghi/{meeting.uid}").status_code == 200
    assert reader.get(f"/hoi-nghi/{meeting.uid}/diem-danh").status_code == 403
    assert reader.post(f"/hoi-nghi/{meeting.uid}/bo", {"why": "x"}).status_code == 403

"""The calendar of a union: what is due and when it meets, for whoever has the address; nobody is named in it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from congdoan.accounts.models import Purpose, Seat, Token
from congdoan.accounts.tokens import make, revoke
from congdoan.base.period import today
from congdoan.members import transfers
from congdoan.papers import planning
from congdoan.web.calendar import Event, as_ics, events
from tests.cast import Cast
from tests.meetings.gathered import prepared
from tests.members.register import one
from tests.papers import acts
from tests.records.filled import as_
from tests.records.said import record

UNIT, UPPER = acts.UNION, acts.UPPER
DAY, NOW = date(2024, 6, 1), datetime(2024, 6, 1, 8, 30, tzinfo=UTC)
SIGNS = st.characters(exclude_categories=["C", "Z"]) | st.just(" ")
db = pytest.mark.django_db


def address(cast: Cast, part: str) -> tuple[Token, str]:
    """A token of somebody's seat, and where its calendar is read."""
    seat = Seat.objects.get(user=cast.users[part])
    token, secret = make(seat=seat, name="Điện thoại", by=None, purpose=Purpose.CALENDAR)
    return token, reverse("calendar_feed", args=[secret])


def fed(url: str) -> list[Any]:
    """What a telephone that has the address reads."""
    answer = Client().get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def told(cast: Cast, part: str, code: str, day: date = DAY) -> dict[str, date]:
    """What stands in the calendar of somebody's union on a day."""
    return {found.what: found.on for found in events(cast.users[part], cast[code], day)}


@given(
    st.lists(
        st.tuples(st.text(SIGNS, min_size=1, max_size=120), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
    )
)
def test_whatever_is_told_comes_back_and_no_line_is_too_long(rows: list[tuple[str, date]]) -> None:
    found = [Event(f"e-{n}", on, what, "/viec", place=what) for n, (what, on) in enumerate(rows)]
    content = as_ics("Lịch", found, NOW)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    read = Calendar.from_ical(content).walk("VEVENT")
    assert [(str(one["SUMMARY"]), str(one["LOCATION"]), one["DTSTART"].dt) for one in read] == [
        (what, what, on) for what, on in rows
    ]


def test_an_hour_is_told_in_the_time_all_calendars_know() -> None:
    meeting = Event("meeting-1", DAY, "Họp", "/hop", time(7, 30), "Hội trường; tầng 2, nhà A")
    (read,) = Calendar.from_ical(as_ics("Lịch", [meeting], NOW)).walk("VEVENT")
    assert read["DTSTART"].dt == datetime(2024, 6, 1, 0, 30, tzinfo=UTC)
    assert (str(read["LOCATION"]), str(read["URL"])) == (meeting.place, f"{settings.URL}/hop")
    assert str(read["UID"]).startswith("meeting-1@")


@db
def test_meetings_plans_and_reports_stand_in_it_far_ahead(cast: Cast) -> None:
    acts.line(acts.plan(cast), due_on=date(2024, 11, 20))
    acts.asked_for(cast, due_on=date(2024, 9, 20))
    prepared(cast, date(2024, 12, 20))
    record("gathering", cast[UPPER], date(2024, 5, 5), what="meeting", meeting="year_end")
    upper = told(cast, "officer", UPPER)
    assert upper["Tổ chức Hội thao"] == date(2024, 11, 20)
    assert upper["Hội nghị tổng kết năm 2023"] == date(2024, 12, 20)
    assert date(2024, 5, 5) in upper.values()
    below = told(cast, "chair", UNIT)
    assert below["Nộp Báo cáo 6 tháng đầu năm 2024 cho Công đoàn Viên chức tỉnh Lào Cai"] == date(2024, 9, 20)
    assert below["Được mời: Hội nghị tổng kết năm 2023 (Công đoàn Viên chức tỉnh Lào Cai)"] == date(
        2024, 12, 20
    )


@db
def test_what_is_done_is_gone_and_what_is_only_due_is_plainly_said(cast: Cast) -> None:
    acts.came(cast, "Thăm bà Giàng Thị Sua ốm nặng", due_on=date(2024, 6, 10))
    line = acts.line(acts.plan(cast))
    found = told(cast, "officer", UPPER)
    assert found == {
        "Văn bản đến hạn xử lý": date(2024, 6, 10),
        "Tổ chức Hội thao": date(2024, 6, 30),
        "Báo cáo 6 tháng đầu năm 2024: chưa soạn": date(2024, 6, 30),
    }
    planning.finish(line=line, on=date(2024, 5, 30), by=None)
    assert "Tổ chức Hội thao" not in told(cast, "officer", UPPER)
    assert told(cast, "reader", UPPER) == {}


@db
def test_nobody_is_named_in_it(cast: Cast) -> None:
    transfers.ask(membership=one(cast[UNIT], "Lý Thị Mẩy"), to=cast["laocai-y-te"], by=None)
    late = today() + timedelta(days=60)
    asked = {"content": "Nâng mức ăn ca cho Giàng Seo Lử", "addressee": "Giám đốc", "due_on": today()}
    record("petition", cast["laocai-y-te"], today(), lines={"asked": [asked]})
    found = told(cast, "other_chair", "laocai-y-te", late)
    assert set(found) == {"Đề nghị chuyển sinh hoạt đến hạn trả lời", "Kiến nghị đến hạn trả lời"}


@db
def test_whoever_has_the_address_reads_one_unions_calendar_until_it_is_taken_back(cast: Cast) -> None:
    soon = today() + timedelta(days=10)
    prepared(cast, soon, starts=time(7, 30), place="Hội trường")
    token, url = address(cast, "officer")
    first = {str(one["SUMMARY"]): one["UID"] for one in fed(url)}
    assert "Hội nghị tổng kết năm 2023" in first
    assert {str(one["SUMMARY"]): one["UID"] for one in fed(url)} == first
    assert "Hội nghị tổng kết năm 2023" not in {
        str(one["SUMMARY"]) for one in fed(address(cast, "neighbour")[1])
    }
    revoke(token=token, by=None)
    assert Client().get(url).status_code == 404
    assert Client().get(reverse("calendar_feed", args=["so-calendar-bia-ra"])).status_code == 404


@db
def test_an_address_of_another_purpose_or_of_a_seat_that_ended_opens_nothing(cast: Cast) -> None:
    seat = Seat.objects.get(user=cast.users["officer"])
    _, secret = make(seat=seat, name="Chương trình", by=None)
    assert Client().get(reverse("calendar_feed", args=[secret])).status_code == 404
    _, url = address(cast, "officer")
    Seat.objects.filter(pk=seat.pk).update(to_on=today())
    assert Client().get(url).status_code == 404


@db
def test_an_address_is_made_shown_once_and_revoked_on_the_page(cast: Cast) -> None:
    client, page = as_(cast, "chair"), reverse("calendar")
    answer = client.post(page, {"seat": f"chair:{UNIT}", "name": "iPhone"})
    url = answer.context["address"]
    assert url in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert Client().get(f"/{url.split('/', 3)[3]}").status_code == 200
    again = client.get(page).content.decode()
    assert "iPhone" in again
    assert "so-calendar-" not in again
    token = Token.objects.get()
    assert as_(cast, "neighbour").post(reverse("calendar_revoke", args=[token.uid])).status_code == 404
    assert client.post(reverse("calendar_revoke", args=[token.uid])).status_code == 302
    assert Client().get(f"/{url.split('/', 3)[3]}").status_code == 404


@db
def test_nobody_makes_an_address_of_anothers_seat(cast: Cast) -> None:
    answer = as_(cast, "chair").post(reverse("calendar"), {"seat": f"officer:{UPPER}", "name": "x"})
    assert answer.status_code == 422
    assert not Token.objects.exists()

"""Hôm nay tells each what waits for them, what is late first, and whom to think of; nobody is told what is not theirs to see."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congdoan.audit.models import Event
from congdoan.base.period import Period, today
from congdoan.funds import actions as funds
from congdoan.funds import counting, planning
from congdoan.funds import transfers as money
from congdoan.members import keeping, transfers
from congdoan.members.models import Membership, Person
from congdoan.officers import actions as officers
from congdoan.records import caring
from congdoan.records.record import Record
from congdoan.web import due, front
from congdoan.web.asking import Question
from tests.cast import Cast, care, found
from tests.members.register import admitted, one
from tests.oversight.acts import DUE, demand, received
from tests.records.filled import as_
from tests.records.said import record
from tests.targets.resolved import resolved, target

pytestmark = pytest.mark.django_db
UNIT, UPPER, THERE = "laocai-tu-phap", "laocai-cdvc", "laocai-y-te"
HALF = Period.parse("2024-H1")
MAY = date(2024, 5, 20)


def told(cast: Cast, part: str, slug: str = due.WORK, *, at: str = UNIT, day: date = MAY) -> list[str]:
    """What a pile of somebody's first page says; nothing where they have no such pile."""
    pile = due.piles(cast.users[part], Question(cast[at], HALF), day).get(slug)
    return [line.due.what for line in pile.page()] if pile else []


def given(held: Membership, on: date = MAY, **said: Any) -> Record:
    """Somebody is cared for by their union."""
    said = {"programme": "visit", "occasion": "hardship", **said}
    return care(held.unit, said.pop("fund"), on, lines=[{"person": held.person, "cash": 500_000}], **said)


def test_a_member_in_hardship_or_ill_who_was_visited_is_no_longer_listed(cast: Cast) -> None:
    poor, ill, _ = admitted(cast[UNIT], "Sùng Thị Chu", "Lù Văn Ốm", "Vàng Văn Khỏe")
    keeping.put_on_list(person=poor.person, level="hard", on=date(2024, 3, 1), by=None)
    keeping.correct(person=ill.person, health_note="bệnh dài ngày", why="khai", by=None)
    assert told(cast, "chair", due.FORGOTTEN) == ["Sùng Thị Chu", "Lù Văn Ốm"]
    given(poor, fund=cast.funds["tu-phap-doan-phi"])
    assert told(cast, "chair", due.FORGOTTEN) == ["Lù Văn Ốm"]


def test_a_visit_to_the_household_or_before_the_period(cast: Cast) -> None:
    poor = one(cast[UNIT])
    keeping.put_on_list(person=poor.person, level="hard", on=date(2024, 3, 1), by=None)
    fund = cast.funds["tu-phap-doan-phi"]
    given(poor, date(2023, 12, 20), fund=fund)
    assert told(cast, "chair", due.FORGOTTEN) == ["Sùng Thị Chu"]
    child = Person.objects.create(
        unit=poor.unit, name="Bé Thử", name_key="be thu", given_key="thu", relation="child",
        household=poor.person.household,
    )  # fmt: skip
    care(cast[UNIT], fund, MAY, lines=[{"person": child, "cash": 100_000}], programme="children")
    assert told(cast, "chair", due.FORGOTTEN) == []


def test_who_is_in_hardship_shows_to_those_who_may_and_the_sight_is_noted(cast: Cast) -> None:
    poor = one(cast[UNIT])
    keeping.put_on_list(person=poor.person, level="hard", on=date(2024, 3, 1), by=None)
    seen = Event.objects.filter(action="see_sensitive")
    for part in ("reader", "administrator", "neighbour", "stranger"):
        assert told(cast, part, due.FORGOTTEN) == [], part
    assert b"Chu" not in as_(cast, "reader").get(f"/?cd={UNIT}&ky=2024-H1").content
    assert seen.count() == 0
    assert "Sùng Thị Chu" in as_(cast, "chair").get("/?ky=2024-H1").content.decode()
    assert seen.filter(unit=UNIT, by=cast.users["chair"].pk).count() == 1
    above = as_(cast, "officer")
    assert "Sùng Thị Chu" not in above.get("/?ky=2024-H1").content.decode()
    assert seen.count() == 1
    assert "Sùng Thị Chu" in above.get("/hom-nay/chua-tham?ky=2024-H1").content.decode()
    assert seen.filter(unit=UPPER, by=cast.users["officer"].pk).count() == 1


def test_a_birthday_shows_to_the_chair_the_week_before_and_not_to_a_strangers_seat(cast: Cast) -> None:
    admitted(cast[UNIT], "Sùng Thị Chu", born_on=date(1985, 5, 26))
    admitted(cast[UNIT], "Lù Văn Xa", born_on=date(1985, 5, 27))
    assert told(cast, "chair", due.BIRTHDAYS) == ["Sùng Thị Chu"]
    for part in ("reader", "neighbour", "stranger", "other_chair"):
        assert told(cast, part, due.BIRTHDAYS) == [], part


def test_a_wish_is_written_in_a_form_begun_with_who_it_is_for(cast: Cast) -> None:
    held = one(cast[UNIT], born_on=date(1985, 5, 26))
    (line,) = due.piles(cast.users["chair"], Question(cast[UNIT], HALF), MAY)[due.BIRTHDAYS].page()
    form = as_(cast, "chair").get(line.due.write).content.decode()
    assert f'value="{held.person.uid}"' in form
    assert held.person.name in form
    assert re.search(r'value="birthday"[^>]* checked', form)
    nobody = as_(cast, "other_chair").get(line.due.write).content.decode()
    assert held.person.name not in nobody


def test_the_year_of_birth_is_not_told(cast: Cast) -> None:
    admitted(cast[UNIT], "Sùng Thị Chu", born_on=today().replace(year=1984))
    page = as_(cast, "chair").get("/").content.decode()
    assert "Sùng Thị Chu" in page
    assert "1984" not in page


def test_who_was_wished_well_is_no_longer_listed(cast: Cast) -> None:
    held = one(cast[UNIT], born_on=date(1985, 5, 22))
    given(held, occasion="birthday", programme="family", fund=cast.funds["tu-phap-doan-phi"])
    assert told(cast, "chair", due.BIRTHDAYS) == []


def test_born_on_the_29th_of_february_one_is_thought_of_every_year(cast: Cast) -> None:
    one(cast[UNIT], on=date(2022, 1, 5), born_on=date(1984, 2, 29))
    for day, on in ((date(2023, 2, 25), date(2023, 2, 28)), (date(2024, 2, 25), date(2024, 2, 29))):
        assert [one.on for one in caring.birthdays(cast[UNIT], day)] == [on]


def test_the_same_gift_twice_shows_until_it_is_said_to_be_right(cast: Cast) -> None:
    held, fund = one(cast[UNIT]), cast.funds["tu-phap-doan-phi"]
    for on in (date(2024, 3, 1), date(2024, 5, 1)):
        given(held, on, occasion="illness", programme="family", fund=fund)
    given(held, date(2024, 2, 6), occasion="tet", programme="tet", fund=fund)
    assert told(cast, "chair", due.TWICE) == []
    given(held, date(2024, 2, 8), occasion="tet", programme="tet", fund=fund)
    assert told(cast, "chair", due.TWICE) == ["Sùng Thị Chu: Quà Tết, đã nhận ngày 06/02/2024"]
    Record.objects.filter(happened_on=date(2024, 2, 8)).update(despite="hai vợ chồng")
    assert told(cast, "chair", due.TWICE) == []


def everything(cast: Cast) -> None:
    """Something waits in every room."""
    held = one(cast[THERE], "Lù Seo Bình")
    transfers.ask(membership=held, to=cast[UNIT], on=date(2024, 5, 2), by=None)
    fund, theirs = cast.funds["tu-phap-doan-phi"], cast.funds["cdvc-kinh-phi"]
    for each in (fund, theirs):
        funds.open_book(fund=each, day=date(2024, 1, 1), opening=10_000_000, by=None)
    money.send(fund=theirs, to=cast[UNIT], amount=5_000_000, day=date(2024, 5, 3), words="Cấp", by=None)
    counting.count_cash(fund=fund, day=date(2024, 5, 4), counted=9_000_000, by=None)
    planning.expect(
        unit=cast[UNIT], paper="estimate", began_on=date(2024, 5, 1), words="Dự toán 2024", by=None
    )
    row = {"content": "Nâng mức ăn ca", "addressee": "Giám đốc", "due_on": date(2024, 5, 30)}
    record("petition", cast[UNIT], date(2024, 4, 18), lines={"asked": [row]})
    officers.begin_term(unit=cast[UNIT], number="X", on=date(2019, 7, 1), by=None)
    demand(cast, UNIT, due_on=date(2024, 6, 10))


def test_a_chair_is_told_of_every_room_what_is_late_first(cast: Cast) -> None:
    everything(cast)
    assert told(cast, "chair") == [
        "Công khai: Dự toán 2024",
        "Tiếp nhận Lù Seo Bình từ CĐCS Văn phòng Sở Y tế",
        "Nhận 5 triệu đồng từ Công đoàn Viên chức tỉnh Lào Cai",
        "Đoàn phí CĐCS Sở Tư pháp kiểm đếm thiếu 1 triệu đồng, chưa giải trình",
        "Kiến nghị chờ trả lời: Nâng mức ăn ca",
        "Kiến nghị sau kiểm tra phải khắc phục",
        "Báo cáo 6 tháng đầu năm 2024: chưa soạn",
        "Nhiệm kỳ X (2019–2024) hết hạn: chuẩn bị đại hội",
    ]


def test_each_line_says_how_long_there_is_and_leads_to_where_it_is_done(cast: Cast) -> None:
    everything(cast)
    pile = due.piles(cast.users["chair"], Question(cast[UNIT], HALF), MAY)[due.WORK]
    lines = list(pile.page())
    assert [(line.left, line.late) for line in lines[:2]] == [("quá hạn 04 ngày", True), ("", False)]
    client = as_(cast, "chair")
    assert {client.get(line.url).status_code for line in lines} == {200}
    first = pile.first()
    assert (len(first.object_list), first.paginator.count) == (due.FEW, len(lines))


def test_an_inspector_is_told_what_is_due_in_inspecting_alone(cast: Cast) -> None:
    everything(cast)
    assert told(cast, "inspector") == ["Kiến nghị sau kiểm tra phải khắc phục"]
    assert told(cast, "reader") == []


def test_a_superior_is_told_how_many_wait_below_not_who(cast: Cast) -> None:
    everything(cast)
    assert told(cast, "officer", at=UPPER, day=DUE) == [
        "01 đề nghị chuyển sinh hoạt ở cấp dưới chờ trả lời, 01 đã quá 30 ngày",
        "Kiến nghị sau kiểm tra phải khắc phục",
        "Chờ CĐCS Sở Tư pháp nhận 5 triệu đồng",
        "Báo cáo 6 tháng đầu năm 2024: chưa soạn",
    ]


def test_a_target_shows_how_far_it_is_and_whether_it_will_be_met(cast: Cast) -> None:
    year = Period.parse(str(today().year))
    resolved(cast[UNIT], year, target("CAR-01", 100), target("", 1, text="Lập Quỹ Mái ấm"))
    first, _ = front.bars(cast[UNIT])
    assert first.label in as_(cast, "reader").get(f"/?cd={UNIT}").content.decode()


def test_nothing_due_is_said_kindly(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(due, "reports", lambda *asked: [])
    care(cast[UNIT], cast.funds["tu-phap-doan-phi"], date(2024, 2, 1))
    assert "Không còn việc nào đến hạn" in as_(cast, "chair").get("/?ky=2024-H1").content.decode()


def test_a_pile_that_is_not_theirs_is_not_there(cast: Cast) -> None:
    assert as_(cast, "reader").get("/hom-nay/chua-tham").status_code == 404
    assert as_(cast, "officer").get("/hom-nay/sinh-nhat").status_code == 404
    assert as_(cast, "chair").get("/hom-nay/khong-co").status_code == 404


@pytest.mark.parametrize(("part", "most"), [("chair", 90), ("officer", 90)])
def test_the_page_asks_no_more_of_a_large_book_than_of_a_small_one(cast: Cast, part: str, most: int) -> None:
    def asked() -> int:
        client = as_(cast, part)
        client.get("/?ky=2024-H1")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/?ky=2024-H1").status_code == 200
        return len(queries)

    def more(n: int) -> None:
        unit = cast.units[f"them-{n}"] = found(f"them-{n}", "grassroots", f"CĐCS Thêm {n}", cast[UPPER])
        for where in (cast[UNIT], unit):
            held = one(where, f"Người Thử {n}", born_on=today() - timedelta(days=9000))
            keeping.put_on_list(person=held.person, level="hard", on=date(2024, 3, 1), by=None)
            transfers.ask(membership=held, to=cast[THERE], on=MAY, by=None)
            received(cast, at=where.code)

    everything(cast)
    more(0)
    few = asked()
    for n in range(1, 6):
        more(n)
    assert asked() <= few <= most

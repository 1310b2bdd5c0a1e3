"""Truth checks: they find the faults of real reports in a book that carries them, and are silent on a clean one."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.period import Period
from congdoan.org.models import Employer
from congdoan.records import actions, doubts, kind
from congdoan.records.doubts import amounts, parts
from congdoan.records.record import Record
from congdoan.reform import relations
from tests.cast import BEGAN, Cast, care, found
from tests.records.filled import as_
from tests.records.said import member, record

DAY, YEAR = date(2024, 4, 18), Period.parse("2024")
BILLIONS = 62_609_000_000


def said(of: Record) -> str:
    """What looks odd in a record."""
    return " | ".join(d.sentence for d in doubts.of_record(kind.of(of), kind.full(of), kind.rows(of)))


def told(cast: Cast, at: str = "laocai-cdvc") -> str:
    """What looks odd in a union's year."""
    return " | ".join(doubt.sentence for doubt in doubts.of(cast[at], YEAR))


def workers(cast: Cast, at: str, people: int, **more: Any) -> Record:
    return record("workforce", cast[at], date(2024, 1, 31), workers=people, **more)


def money(cast: Cast, cash: int, on: date = DAY, at: str = "laocai-cdvc", **more: Any) -> Record:
    fields = {"purpose": "countryside", "direction": "given", "cash": cash, **more}
    return record("donation", cast[at], on, **fields)


def totals(cast: Cast, **codes: int) -> Record:
    rows = [{"code": code.replace("_", "-"), "quantity": quantity} for code, quantity in codes.items()]
    days = {"first_on": date(2024, 1, 1), "last_on": date(2024, 12, 31)}
    return record("declaration", cast["laocai-bao"], days["last_on"], **days, lines={"totals": rows})


@pytest.fixture
def clean(cast: Cast) -> Cast:
    """Every union has said how many work there; gifts, visits and money as they should be."""
    for at in ("laocai-tu-phap", "laocai-y-te", "laocai-bao"):
        workers(cast, at, 100, women=40)
    care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], date(2024, 1, 25), gifts=3)
    for month in range(1, 6):
        money(cast, 3_000_000 + 450_000 * month, date(2024, month, 8))
    record("gathering", cast["laocai-bao"], DAY, what="propaganda", topic="law", attendance=95)
    return cast


def test_a_clean_book_raises_no_doubt(clean: Cast) -> None:
    assert told(clean) == told(clean, "laocai-ldld") == told(clean, "laocai-tu-phap") == ""
    assert "".join(said(one) for one in Record.objects.all()) == ""


def test_money_out_of_scale_for_so_many_people_is_seen(cast: Cast) -> None:
    workers(cast, "muongkhuong-thcs", 2628)
    given = record(
        "declaration", cast["muongkhuong-ldld"], date(2024, 12, 31), first_on=date(2024, 1, 1),
        last_on=date(2024, 12, 31), lines={"totals": [{"code": "FUN-03", "quantity": BILLIONS}]},
    )  # fmt: skip
    assert "62,609 tỷ đồng cho 2.628 người lao động là 23,8 triệu đồng mỗi người" in said(given)
    assert "23,8 triệu đồng mỗi người" in told(cast, "muongkhuong-ldld")


def test_how_many_there_are_must_be_known_before_money_is_judged(cast: Cast) -> None:
    workers(cast, "laocai-bao", 12)
    assert "mỗi người" not in said(money(cast, 9_000_000_000))


def test_an_amount_a_thousand_times_the_usual_is_seen(clean: Cast) -> None:
    assert "gấp 1.000 mức thường ghi" in said(money(clean, 4_350_000_000))
    assert "thiếu ba số 0" in said(money(clean, 500))


def test_near_twins_are_asked_about_and_both_may_be_right(cast: Cast) -> None:
    money(cast, 3_182_000_000, date(2024, 3, 1))
    other = money(cast, 3_282_000_000)
    sentence = "3.282.000.000 đồng khác một chữ số với 3.182.000.000 đồng đã ghi ngày 01/03/2024"
    assert sentence in said(other)
    assert sentence in told(cast)
    actions.amend(record=other, by=None, why="rà lại", despite="hai xã khác nhau")
    assert "khác một chữ số" not in told(cast)


@pytest.mark.parametrize(
    ("one", "other", "twins"),
    [
        (3_182_000_000, 3_282_000_000, True),
        (3_182_000_000, 3_282_500_000, False),
        (500_000, 600_000, False),
        (3_182_000, 31_820_000, False),
    ],
)
def test_twins_have_many_digits_and_differ_in_one(one: int, other: int, twins: bool) -> None:
    assert amounts.one_digit_apart(one, other) is twins


def test_the_same_amount_on_the_same_day_is_seen(cast: Cast) -> None:
    money(cast, 12_345_000)
    assert "ghi trùng" in said(money(cast, 12_345_000))


def test_the_same_gift_to_the_same_person_is_seen(cast: Cast) -> None:
    someone = member(cast["laocai-tu-phap"], "Lý Thị Hai")
    gift = [{"person": someone, "cash": 500_000}]
    union, fund = cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"]
    first = care(union, fund, date(2024, 1, 25), lines=gift)
    assert said(first) == ""
    again = care(union, fund, date(2024, 2, 5), lines=gift)
    assert "Dòng 1: người này đã có trong danh sách ngày 25/01/2024" in said(again)
    assert told(cast) == "01 người được tặng hai lần trong cùng chương trình; hãy xem lại."
    next_year = care(union, fund, date(2024, 12, 30), lines=gift)
    assert said(next_year) == ""


def test_more_people_than_there_are_is_seen(clean: Cast) -> None:
    crowd = record("gathering", clean["laocai-bao"], DAY, what="propaganda", topic="law", attendance=950)
    assert "950 người, trong khi cả nơi này có 100 người lao động" in said(crowd)


def test_parts_that_do_not_make_the_whole_are_seen(cast: Cast) -> None:
    assert said(totals(cast, CAR_04=179, CAR_06=142, CAR_07=37)) == ""
    actions.withdraw(record=Record.objects.get(), by=None, why="khai lại")
    assert "142 + 30 = 172, lệch 7 so với 179" in said(totals(cast, CAR_04=179, CAR_06=142, CAR_07=30))


def test_a_part_above_its_whole_and_a_share_above_all_are_seen(cast: Cast) -> None:
    over = totals(cast, LAB_01=100, LAB_02=120, LAB_56=130)
    assert "Trong đó: lao động nữ (120) nhiều hơn tổng số lao động (100)" in said(over)
    assert "là 130% (130/100), quá 100%" in told(cast)


def test_a_mean_wage_nobody_earns_is_seen(cast: Cast) -> None:
    slip = workers(cast, "laocai-bao", 20, wages=150_000, workers_in_wage=20)
    assert "Tiền lương bình quân là 7.500 đồng" in said(slip)
    assert list(parts.wage(170_000_000, 20)) == []


def test_more_unions_than_employers_is_seen_and_fewer_is_explained(cast: Cast) -> None:
    branch = Employer.objects.create(code="so-y-te-2", name="Trạm Y tế", name_key="tram y te", from_on=BEGAN)
    relations.organise(unit=cast["laocai-y-te"], employer=branch, on=BEGAN, by=None)
    assert told(cast) == ""  # 3 unions, 4 employers: one union serves two
    for n in (1, 2):
        found(f"moi-{n}", "grassroots", f"CĐCS Mới {n}", cast["laocai-cdvc"])
    assert "Có 5 công đoàn cơ sở nhưng chỉ 4 cơ quan" in told(cast)


def test_doubts_show_under_the_form_and_a_word_settles_them(cast: Cast) -> None:
    money(cast, 3_182_000_000, date(2024, 3, 1))
    sent = {"direction": "given", "purpose": "countryside", "cash": "3,282 tỷ", "happened_on": "2024-04-18"}
    officer, url = as_(cast, "officer"), "/viec/ghi/donation"
    shown = officer.post(f"{url}/se-cong?cd=laocai-cdvc", {**sent, "cd": "laocai-cdvc"}).content.decode()
    assert "khác một chữ số" in shown
    officer.post(url, {**sent, "cd": "laocai-cdvc", "despite": "hai xã khác nhau"})
    saved = Record.objects.latest("pk")
    assert saved.despite == "hai xã khác nhau"
    page = officer.get(f"/viec/{saved.uid}").content.decode()
    assert "Lạ nhưng đã xác nhận là đúng" in page
    assert "hai xã khác nhau" in page
    begun = officer.get(f"{url}?cd=laocai-cdvc&theo={saved.uid}").content.decode()
    assert "hai xã khác nhau" not in begun  # the word is for that record alone

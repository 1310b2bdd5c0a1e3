"""What of dues and the 2 % fund stays and what goes up; who below still owes; the months of a union's books."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.funds import actions, chain, collecting, rates, ruling, shares, transfers
from congdoan.funds.models import Fund, Rate
from congdoan.funds.shares import Split
from congdoan.funds.views_shares import owing
from congdoan.org.models import Unit
from tests.cast import Cast
from tests.funds.samples import MARCH, MAY, opened
from tests.records.filled import as_
from tests.records.sheets import sheets

pytestmark = pytest.mark.django_db
CODE = "tu-phap-doan-phi"


@pytest.fixture
def fund(cast: Cast) -> Fund:
    return opened(cast.funds[CODE])


def collected(fund: Fund, month: int, wages: int, amount: int | None = None) -> None:
    said: dict[str, Any] = {
        "group": Rate.Group.PUBLIC,
        "wages": wages,
        "day": date(2024, month, 25),
        "by": None,
    }
    day = date(2024, month, 1)
    collecting.collect_dues(fund=fund, month=day, members=20, amount=amount, **said)
    collecting.collect_fund(fund=fund, month=day, workers=25, **said)


def split(unit: Unit, *periods: str) -> list[Split]:
    found = shares.splits(Unit.objects.filter(pk=unit.pk), [Period.parse(one) for one in periods])
    return found[unit.pk]


def test_thirty_percent_of_dues_and_a_quarter_of_the_fund_go_up(fund: Fund) -> None:
    collected(fund, 3, 100_000_000)
    (year,) = split(fund.unit, "2024")
    assert (year.dues, year.fund, year.up, year.kept) == (1_000_000, 2_000_000, 800_000, 2_200_000)
    worked = rates.dues(group=Rate.Group.PUBLIC, members=20, wages=100_000_000, on=MARCH)
    assert worked.passed_on == 300_000


def test_what_members_pay_beyond_the_due_stays_whole(fund: Fund) -> None:
    collected(fund, 3, 100_000_000, amount=1_500_000)
    assert split(fund.unit, "2024")[0].up == 300_000 + 500_000


def test_what_is_owed_carries_on_and_what_is_sent_up_is_taken_off(cast: Cast, fund: Fund) -> None:
    collected(fund, 3, 100_000_000)
    sent = transfers.send(fund=fund, to=cast["laocai-cdvc"], amount=700_000, day=MAY, words="Nộp", by=None)
    march, quarter = split(fund.unit, "2024-Q1", "2024-Q2")
    assert (march.owed, quarter.before, quarter.paid, quarter.waits, quarter.owed) == (
        800_000, 800_000, 700_000, 700_000, 100_000,
    )  # fmt: skip
    transfers.refuse(transfer=sent, why="nhầm quỹ", day=MAY, by=None)
    assert split(fund.unit, "2024-Q1", "2024-Q2")[1].owed == 800_000


def test_a_plain_receipt_is_split_by_the_rate_of_its_day(cast: Cast) -> None:
    fund = cast.funds[CODE]
    actions.open_book(fund=fund, day=date(2022, 1, 1), opening=0, by=None)
    for year in (2022, 2023):
        day = date(year, 5, 5)
        actions.receive(fund=fund, amount=1_000_001, day=day, item="dues", words="Đoàn phí", by=None)
    assert [one.up for one in split(fund.unit, "2022", "2023")] == [400_000, 300_000]


def test_a_union_sees_its_months_and_its_superior_sees_who_owes(cast: Cast, fund: Fund) -> None:
    collected(fund, 3, 100_000_000)
    page = as_(cast, "chair").get("/quy/phan-phoi?ky=2024-Q1").content.decode()
    assert "Còn phải nộp cấp trên <b>800.000 đồng</b>" in page
    assert "Tháng 3/2024" in page
    officer = as_(cast, "officer")
    page = officer.get("/quy/phan-phoi?cd=laocai-cdvc&ky=2024").content.decode()
    assert "CĐCS Sở Tư pháp" in page
    assert "CĐCS Báo Lào Cai" not in page  # keeps no book
    (sheet,) = sheets(officer.get("/quy/phan-phoi?dang=xlsx&cd=laocai-cdvc&ky=2024").content)
    owed = ["CĐCS Sở Tư pháp", 1_000_000, 2_000_000, 2_200_000, 0, 800_000, 0, 800_000]
    assert sheet.body == [owed, ["Tất cả", *owed[1:]]]


def test_old_debts_stand_first_then_the_largest_then_the_trees_order(cast: Cast, fund: Fund) -> None:
    collected(fund, 1, 10_000_000)
    for code in ("laocai-bao", "laocai-y-te"):
        other = opened(actions.set_up(unit=cast[code], name="Đoàn phí", source=Fund.Source.DUES, by=None))
        collected(other, 3, 100_000_000 if code == "laocai-y-te" else 50_000_000)
    ordered, splits = owing(cast["laocai-cdvc"], Period.parse("2024-03"))
    assert [splits[pk].owed for pk in ordered] == [80_000, 800_000, 400_000]
    assert [splits[pk].late for pk in ordered] == [80_000, 0, 0]
    page = as_(cast, "officer").get("/quy/phan-phoi?cd=laocai-cdvc&ky=2024-03").content.decode()
    assert "<b>03</b> công đoàn còn phải nộp <b>1,28 triệu đồng</b>" in page
    places = [
        page.index(f"{cast[code].name}</a>") for code in ("laocai-tu-phap", "laocai-y-te", "laocai-bao")
    ]
    assert places == sorted(places)
    assert "nợ cũ 80.000 đồng" in page


def test_what_goes_up_is_shared_level_by_level_by_the_rates_of_its_month(cast: Cast, fund: Fund) -> None:
    for month in (3, 5):
        collected(fund, month, 100_000_000)
    units, year = Unit.objects.filter(pk=fund.unit_id), Period.parse("2024")
    first, *rest = chain.along(units, year, MAY)
    assert (first.received, first.kept, first.told) == (1_600_000, 1_600_000, False)
    assert sum(link.received for link in rest) == 0
    text: dict[str, Any] = {"from_on": date(2024, 1, 1), "source": "QĐ 1", "mark": "C", "by": None}
    ruling.add_rate(what="dues_upper", group="direct_superior", value=6_000, **text)
    ruling.add_rate(what="fund_upper", group="direct_superior", value=5_000, **text)
    ruling.add_rate(
        what="dues_upper", group="direct_superior", value=7_000, **text | {"from_on": date(2024, 4, 1)}
    )
    first, second, *_ = chain.along(units, year, MAY)
    assert first.kept == 180_000 + 210_000 + 2 * 250_000
    assert second.received == first.passed_on == 1_600_000 - 890_000
    assert (first.told, second.told) == (True, False)
    page = as_(cast, "officer").get("/quy/phan-phoi?cd=laocai-cdvc&ky=2024").content.decode()
    assert "890.000" in page


def test_a_share_above_needs_its_level_and_no_other_does(cast: Cast) -> None:
    text: dict[str, Any] = {"value": 1, "from_on": MARCH, "source": "QĐ 1", "mark": "C", "by": None}
    for what, group in (("dues_upper", ""), ("dues", "province")):
        with pytest.raises(Refused, match="hãy chọn lại"):
            ruling.add_rate(what=what, group=group, **text)


def test_a_closed_month_says_who_closed_it_and_opens_again_for_a_reason(cast: Cast, fund: Fund) -> None:
    client = as_(cast, "chair")
    client.post("/quy/khoa-so", {"month": "2024-03-01"})
    assert client.post("/quy/khoa-so/2024-3", {"why": ""}).status_code == 422
    assert as_(cast, "reader").post("/quy/khoa-so/2024-3?cd=laocai-tu-phap", {"why": "x"}).status_code == 403
    assert client.post("/quy/khoa-so/2024-3", {"why": "Sót phiếu chi"}).status_code == 302
    page = client.get("/quy/khoa-so").content.decode()
    assert "Sót phiếu chi" in page
    assert "đã khóa</span>" not in page
    assert client.get("/quy/khoa-so/2024-3").status_code == 404

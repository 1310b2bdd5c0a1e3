"""New rates and codes: from a day on, beside what was; never over it."""

from datetime import date

import pytest

from congdoan.audit.models import Event
from congdoan.base.errors import Refused
from congdoan.funds import actions, rates, ruling
from congdoan.funds.items import item_for
from congdoan.funds.models import Item, Rate
from congdoan.records.titles import bonus
from tests.cast import Cast
from tests.funds.samples import opened
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
NEXT = date(2027, 1, 1)
RATE = {"what": "dues_kept", "group": "", "value": "75", "from_on": "2027-01-01", "to_on": "", "source": "QĐ 9/QĐ-TLĐ", "mark": "A"}  # fmt: skip


def test_a_new_rate_holds_from_its_day_and_the_old_one_until_then(cast: Cast) -> None:
    client = as_(cast, "administrator")
    assert client.post("/quy/ma-thu-chi/them-muc", RATE).status_code == 302
    found = [rates.needed(Rate.What.DUES_KEPT, day).value for day in (date(2026, 12, 31), NEXT)]
    assert found == [7_000, 7_500]
    assert Event.objects.filter(action="add_rate").count() == 1
    assert client.post("/quy/ma-thu-chi/them-muc", RATE).status_code == 422
    assert Rate.objects.filter(what="dues_kept", value=7_500).count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"from_on": ""}, "Chưa ghi có hiệu lực từ ngày."),
        ({"to_on": "2026-12-01"}, "Ngày hết hiệu lực phải sau ngày bắt đầu"),
        ({"from_on": "2022-06-01"}, "trùng khoảng ngày này"),
        ({"value": "170"}, "Tỷ lệ phải từ 0% đến 100%"),
        ({"value": "0,5,5"}, "không đọc được"),
        ({"source": ""}, "Chưa ghi văn bản."),
    ],
)
def test_a_rate_without_validity_or_over_another_is_refused(
    cast: Cast, wrong: dict[str, str], sentence: str
) -> None:
    before = list(Rate.objects.values_list())
    answer = as_(cast, "administrator").post("/quy/ma-thu-chi/them-muc", RATE | wrong)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert list(Rate.objects.values_list()) == before


def test_only_who_administers_a_province_adds_one(cast: Cast) -> None:
    for who in ("chair", "officer", "reader", "neighbour"):
        assert as_(cast, who).post("/quy/ma-thu-chi/them-muc", RATE).status_code == 403
    assert "Thêm mã" not in as_(cast, "chair").get("/quy/ma-thu-chi").content.decode()


def test_a_new_base_salary_reaches_bonuses_and_caps(cast: Cast) -> None:
    ruling.add_rate(
        what="base", group="", value=3_000_000, from_on=NEXT, source="NĐ 1/2026", mark="A", by=None
    )
    found = bonus("advanced_worker", "employer", NEXT, individual=True)
    assert found
    assert found.amount == 900_000
    assert rates.dues(group=Rate.Group.PRIVATE, members=1, wages=10**9, on=NEXT).due == 300_000


def test_two_codes_change_places_and_the_old_ones_stay_for_their_days(cast: Cast) -> None:
    said = {"from_on": NEXT, "source": "HD 1/HD-TLĐ", "mark": "A", "by": None}
    ruling.add_item(purpose="dues", number="23", name="Thu đoàn phí", **said)  # type: ignore[arg-type]
    ruling.add_item(purpose="employers_fund", number="22", name="Thu kinh phí", **said)  # type: ignore[arg-type]
    days = (date(2026, 12, 31), NEXT)
    assert [item_for("dues", day).number for day in days] == ["22", "23"]
    assert [item_for("employers_fund", day).number for day in days] == ["23", "22"]


def test_a_code_used_since_is_not_ended(cast: Cast) -> None:
    fund = opened(cast.funds["tu-phap-doan-phi"])
    actions.receive(fund=fund, amount=1_000, day=date(2024, 6, 3), item="dues", words="Đoàn phí", by=None)
    with pytest.raises(Refused, match="đã có phiếu ghi mã"):
        ruling.add_item(
            purpose="dues", number="21", name="Đoàn phí", from_on=date(2024, 6, 1), source="HD 1", mark="A", by=None
        )  # fmt: skip
    assert not Item.objects.filter(number="21").exists()

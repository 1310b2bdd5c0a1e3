"""Donations: each purpose counts in its own direction and unit."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records.kinds.donation import DONATION
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import parts, record, split, value


def donation(cast: Cast, purpose: str, direction: str, at: str = "laocai-tu-phap", **said: Any) -> Record:
    return record("donation", cast[at], date(2024, 4, 12), purpose=purpose, direction=direction, **said)


def test_cash_and_goods_for_the_countryside_add_up_to_the_total(cast: Cast) -> None:
    made = donation(cast, "countryside", "given", cash=121_500_000, goods=82_000_000, goods_what="xi măng")
    assert value("FUN-03", cast["laocai-cdvc"], "2024-H1") == 121_500_000
    assert value("FUN-04", cast["laocai-cdvc"], "2024-H1") == 82_000_000
    assert value("FUN-15", cast["laocai-cdvc"], "2024-H1") == 203_500_000
    assert split("FUN-15", cast["laocai-cdvc"], "2024-H1", "form") == {
        "cash": 121_500_000,
        "goods": 82_000_000,
    }
    assert split("FUN-04", cast["laocai-cdvc"], "2024-H1", "goods") == {"xi măng": 82_000_000}
    assert made.title == "Xây dựng nông thôn mới (đã trao, ủng hộ): 203,5 triệu đồng"


def test_the_partner_s_share_of_the_money_is_not_ours(cast: Cast) -> None:
    donation(cast, "countryside", "given", cash=10_000_000, partner_share=40)
    assert value("FUN-03", cast["laocai-cdvc"], "2024-H1") == 6_000_000


def test_money_for_funds_counts_where_it_was_first_collected(cast: Cast) -> None:
    donation(cast, "social_fund", "collected", cash=3_000_000)
    donation(cast, "charity", "collected", cash=2_000_000, cause="poor")
    assert value("FUN-01", cast["laocai-cdvc"], "2024-H1") == 3_000_000
    assert split("FUN-02", cast["laocai-cdvc"], "2024-H1", "cause") == {"poor": 2_000_000}


@pytest.mark.parametrize(
    ("purpose", "direction"),
    [
        ("social_fund", "given"),
        ("charity", "given"),
        ("countryside", "collected"),
        ("work_days", "collected"),
    ],
)
def test_passing_on_is_no_new_donation(cast: Cast, purpose: str, direction: str) -> None:
    with pytest.raises(Refused, match="hãy chọn") as refused:
        donation(cast, purpose, direction, "laocai-cdvc", cash=3_000_000, cause="poor")
    assert refused.value.field == "direction"
    assert Record.objects.count() == 0


def test_ao_dai_collected_and_given_are_two_figures(cast: Cast) -> None:
    donation(cast, "ao_dai", "collected", number=6)
    donation(cast, "ao_dai", "collected", "laocai-y-te", number=4)
    donation(cast, "ao_dai", "collected", "laocai-y-te", number=1)
    given = donation(cast, "ao_dai", "given", "laocai-cdvc", number=9)
    assert value("FUN-08", cast["laocai-cdvc"], "2024-H1") == 11
    assert value("FUN-09", cast["laocai-cdvc"], "2024-H1") == 9
    assert parts("FUN-07", cast["laocai-cdvc"], "2024-H1") == (2, 3)
    assert given.title == "Áo dài (đã trao, ủng hộ): 09 bộ"


def test_a_union_above_the_grassroots_that_collects_is_not_counted_among_them(cast: Cast) -> None:
    donation(cast, "ao_dai", "collected", "laocai-cdvc", number=5)
    assert value("FUN-06", cast["laocai-cdvc"], "2024-H1") == 0
    assert value("FUN-08", cast["laocai-cdvc"], "2024-H1") == 5


def test_more_ao_dai_may_be_given_than_were_collected_here(cast: Cast) -> None:
    donation(cast, "ao_dai", "given", "laocai-cdvc", number=204)
    assert value("FUN-09", cast["laocai-cdvc"], "2024-H1") == 204


def test_days_of_work_are_counted_and_cost_nothing(cast: Cast) -> None:
    donation(cast, "work_days", "given", number=25, receiver="Xã Cốc Lầu")
    assert value("FUN-05", cast["laocai-cdvc"], "2024-H1") == 25
    assert value("FUN-15", cast["laocai-cdvc"], "2024-H1") == 0


@pytest.mark.parametrize(
    ("purpose", "direction", "said", "field"),
    [
        ("countryside", "given", {}, "cash"),
        ("countryside", "given", {"cash": -1}, "cash"),
        ("countryside", "given", {"goods": 10_000_000_001}, "goods"),
        ("countryside", "given", {"cash": 1, "number": 3}, "number"),
        ("countryside", "given", {"cash": 1, "partner_share": 101}, "partner_share"),
        ("countryside", "given", {"goods": 1, "goods_what": "gạo; mì"}, "goods"),
        ("social_fund", "collected", {"cash": 1, "goods": 1}, "goods"),
        ("charity", "collected", {"cash": 1}, "cause"),
        ("ao_dai", "given", {}, "number"),
        ("ao_dai", "given", {"number": 10_001}, "number"),
        ("ao_dai", "collected", {"number": 3, "cash": 1}, "cash"),
    ],
)
def test_what_cannot_be_is_refused(
    cast: Cast, purpose: str, direction: str, said: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        donation(cast, purpose, direction, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_a_form_forgets_an_amount_typed_before_the_purpose_was_chosen(cast: Cast) -> None:
    sent = {
        "purpose": "ao_dai",
        "direction": "collected",
        "number": "6",
        "cash": "500k",
        "happened_on": "12/04/2024",
    }
    form: Any = DONATION.form(sent, unit=cast["laocai-tu-phap"])  # type: ignore[call-arg]
    assert form.is_valid(), form.errors
    assert (form.values()["number"], form.values()["cash"]) == (6, 0)


def test_households_helped_count_by_number_without_names(cast: Cast) -> None:
    made = donation(cast, "households", "given", number=6, receiver="Xã Cốc San")
    assert value("FUN-14", cast["laocai-cdvc"], "2024-H1") == 6
    assert made.title == "Giúp hộ nghèo, hộ nông dân (đã trao, ủng hộ): 06 hộ"

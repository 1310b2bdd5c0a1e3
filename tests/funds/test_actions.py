"""Funds are named before anything is paid from them."""

import pytest

from congdoan.audit.models import Event
from congdoan.base.errors import Refused
from congdoan.funds.actions import give_budget, set_up
from congdoan.funds.models import Fund
from congdoan.records.forms import funds_for
from tests.cast import Cast

SOCIAL = Fund.Source.SOCIAL


def test_a_fund_serves_its_union_and_those_below(cast: Cast) -> None:
    fund = set_up(unit=cast["laocai-cdvc"], name="Quỹ Mái ấm", source=SOCIAL, by=None)
    assert fund.code == "laocai-cdvc-quy-mai-am"
    assert all(fund in funds_for(cast[code]) for code in ("laocai-cdvc", "laocai-bao"))
    assert fund not in funds_for(cast["laocai-ldld"])
    assert Event.objects.filter(action="set_up_fund", unit="laocai-cdvc").count() == 1


@pytest.mark.parametrize("name", ["", "  ", "doan phi CĐCS Sở Tư Pháp"])
def test_one_without_a_name_or_of_a_name_it_has_is_refused(cast: Cast, name: str) -> None:
    before = Fund.objects.count()
    with pytest.raises(Refused) as refused:
        set_up(unit=cast["laocai-tu-phap"], name=name, source=SOCIAL, by=None)
    assert refused.value.field == "name"
    assert Fund.objects.count() == before


def test_names_that_make_one_code_get_two(cast: Cast) -> None:
    codes = [
        set_up(unit=cast["laocai-bao"], name=name, source=SOCIAL, by=None).code
        for name in ("Quỹ 1", "Quỹ: 1")
    ]
    assert codes == ["laocai-bao-quy-1", "laocai-bao-quy-1-2"]


def test_the_budget_bears_the_unions_name(cast: Cast) -> None:
    fund = give_budget(unit=cast["laocai-bao"], by=None)
    assert (fund.name, fund.source) == ("Kinh phí công đoàn, CĐCS Báo Lào Cai", "union")

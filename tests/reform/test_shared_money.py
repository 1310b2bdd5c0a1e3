"""Money of a union that is split: to the main one, or shared out as members are; no đồng lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.funds.actions import open_book
from congdoan.funds.handing_over import apportioned
from congdoan.funds.models import Fund
from congdoan.funds.queries import balance
from congdoan.ledger.verify import verify
from congdoan.members.joining import admit
from congdoan.members.keeping import issue_card
from congdoan.org.models import Unit
from congdoan.reform import plan, reorganising
from tests.cast import BEGAN, Cast
from tests.reform.planned import HALVES
from tests.reform.test_reorganising import JOINED, MARCH, ON

SAID = f"""{HALVES}members.bao-hinh = ["LC00000", "LC00001"]
"""


@pytest.fixture
def dues(cast: Cast) -> Fund:
    """Three members, a million đồng."""
    for number in range(3):
        held = admit(unit=cast["laocai-bao"], on=JOINED, by=None, name=f"Giàng A Thử {number}")
        issue_card(membership=held, number=f"LC0000{number}", kind="plain", issue="new", on=MARCH, by=None)
    fund = Fund.objects.create(
        code="bao-phi", name="Đoàn phí", unit=cast["laocai-bao"], source=Fund.Source.DUES, from_on=BEGAN
    )
    open_book(fund=fund, day=JOINED, opening=1_000_000, by=None)
    return fund


def held(code: str) -> int:
    return sum(balance(fund, ON) for fund in Fund.objects.filter(unit__code=code, opened_on__lte=ON))


@pytest.mark.django_db
def test_all_of_it_goes_to_the_main_one_if_nothing_is_said(dues: Fund) -> None:
    reorganising.carry_out(plan=plan.read(SAID), by=None)
    assert (held("laocai-bao"), held("bao-in"), held("bao-hinh")) == (0, 1_000_000, 0)


@pytest.mark.django_db
def test_or_it_is_shared_as_members_are(dues: Fund) -> None:
    one = reorganising.carry_out(plan=plan.read(f'{SAID}money = "members"\n'), by=None)
    assert (held("laocai-bao"), held("bao-in"), held("bao-hinh")) == (0, 333_334, 666_666)
    assert (one.told["money"], verify()) == (1_000_000, [])
    reorganising.take_back(one=one, by=None)
    assert held("laocai-bao") == 1_000_000


@pytest.mark.django_db
def test_one_that_goes_on_keeps_its_share(dues: Fund) -> None:
    said = SAID.replace(
        'into = ["bao-in", "bao-hinh"]', 'into = ["bao-hinh"]\nkeeps = true\nmoney = "members"'
    )
    one = reorganising.carry_out(plan=plan.read(said), by=None)
    assert (held("laocai-bao"), held("bao-hinh"), one.told["money"]) == (333_334, 666_666, 666_666)
    assert Unit.objects.get(code="laocai-bao").ended_on > ON


def test_a_way_to_share_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="chia tiền"):
        plan.read(f'{SAID}money = "đều"\n')


@given(amount=st.integers(0, 10**12), weights=st.lists(st.integers(0, 500), min_size=1, max_size=6))
def test_no_dong_is_lost(amount: int, weights: list[int]) -> None:
    parts = apportioned(amount, weights)
    assert (sum(parts), len(parts)) == (amount, len(weights))
    assert all(part >= 0 for part in parts)

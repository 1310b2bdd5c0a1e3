"""What was assigned to unions that end goes on with whoever goes on, and comes to what it came to."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from congdoan.archive.state import state
from congdoan.base.errors import Refused
from congdoan.reform import plan, reorganising
from congdoan.targets import actions, queries
from congdoan.targets.models import Resolution, Target
from tests.cast import Cast
from tests.reform.test_reorganising import PLAN, _same_but_for_the_plan
from tests.targets.resolved import M, resolved, target

pytestmark = pytest.mark.django_db
GIFTS, MEMBERS = "CAR-04", "MEM-01"
Shares = Mapping[str, Decimal]


@pytest.fixture
def year(book: Cast) -> Resolution:
    """A year's gifts and members, handed down in January. By July the one gave 5 of 10, the other 7 of 8."""
    one = resolved(
        book["tld"], "2024", target(GIFTS, 30), target(MEMBERS, 20, M.END), target(GIFTS, 1, M.EACH)
    )
    gifts, members, each = one.targets.order_by("position")
    handed = {
        (gifts, book["laocai-tu-phap"]): 10, (gifts, book["yenbai-tu-phap"]): 8, (gifts, book["laocai-y-te"]): 4,
        (members, book["laocai-tu-phap"]): 3, (members, book["yenbai-tu-phap"]): 2, (each, book["yenbai-tu-phap"]): 1,
    }  # fmt: skip
    actions.assign(resolution=one, number="1/KH", signed_on=date(2024, 1, 10), handed=handed, by=None)
    return one


def of(target: Target) -> Shares:
    shares = queries.standing_shares(target.resolution)
    return {share.unit.code: share.value for share in shares if share.target_id == target.pk}


def carried_out(rule: str) -> reorganising.Reorganisation:
    said = PLAN.replace("on = 2024-07-01", f'on = 2024-07-01\nquotas = "{rule}"')
    return reorganising.carry_out(plan=plan.read(said), by=None)


def test_the_successor_takes_on_what_was_left(year: Resolution) -> None:
    gifts, members, each = year.targets.order_by("position")
    before = {one: sum(of(one).values()) for one in (gifts, members, each)}
    told = carried_out("rest").told
    assert of(gifts) == {"laocai-tu-phap": 5, "yenbai-tu-phap": 7, "tu-phap": 6, "laocai-y-te": 4}
    assert of(members) == {"laocai-tu-phap": 0, "yenbai-tu-phap": 0, "tu-phap": 5}
    assert of(each) == {"yenbai-tu-phap": 1}
    assert {one: sum(of(one).values()) for one in before} == before
    assert (told["quotas"], told["quotas_left"]) == (4, 2)


def test_or_all_of_it(year: Resolution) -> None:
    gifts = year.targets.order_by("position")[0]
    carried_out("sum")
    assert of(gifts) == {"laocai-tu-phap": 0, "yenbai-tu-phap": 0, "tu-phap": 18, "laocai-y-te": 4}


def test_or_nothing_until_somebody_decides(year: Resolution) -> None:
    before = [of(one) for one in year.targets.all()]
    told = carried_out("keep").told
    assert [of(one) for one in year.targets.all()] == before
    assert (told["quotas"], told["quotas_left"]) == (0, 6)


def test_taken_back_with_the_plan(year: Resolution) -> None:
    before, shares = state(), [of(one) for one in year.targets.all()]
    one = carried_out("rest")
    reorganising.take_back(one=one, by=None)
    assert [of(one) for one in year.targets.all()] == shares
    _same_but_for_the_plan(before)


def test_a_resolution_whose_days_are_over_is_let_be(book: Cast) -> None:
    one = resolved(book["tld"], "2024-H1", target(GIFTS, 30))
    handed = {(one.targets.get(), book["laocai-tu-phap"]): 10}
    actions.assign(resolution=one, number="1/KH", signed_on=date(2024, 1, 10), handed=handed, by=None)
    told = carried_out("rest").told
    assert (told["quotas"], told["quotas_left"]) == (0, 0)


def test_a_rule_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="giao lại chỉ tiêu"):
        plan.read(PLAN.replace("on = 2024-07-01", 'on = 2024-07-01\nquotas = "nhiều"'))

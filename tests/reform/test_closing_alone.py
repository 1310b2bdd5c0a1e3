"""A union that ends by itself, outside any plan, leaves its open complaints to whoever goes on."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.oversight import handling
from congdoan.oversight.handing_over import handed_over
from congdoan.reform import actions
from tests.cast import Cast
from tests.oversight.acts import DUE, UPPER, received, step
from tests.reform.test_reorganising import AUGUST

pytestmark = pytest.mark.django_db
OLD, LAST = "laocai-bao", date(2024, 7, 31)


def ends(book: Cast, last: date = LAST) -> None:
    actions.close(unit=book[OLD], last_day=last, by=None)


def test_its_superior_holds_what_is_open_and_not_what_is_done(book: Cast) -> None:
    one, over = received(book, at=OLD), received(book, at=OLD)
    step(one, "taken", due_on=DUE)
    step(over, "guided")
    ends(book)
    one.refresh_from_db()
    over.refresh_from_db()
    assert [(each.holder.code, each.state) for each in (one, over)] == [(UPPER, "taken"), (OLD, "guided")]
    assert one.due_on == DUE
    assert handed_over(book[OLD], LAST) == (0, 1)
    step(one, "resolved", AUGUST, outcome="right")
    assert verify() == []


def test_the_handing_over_is_not_a_slip_of_anybodys(book: Cast) -> None:
    one = received(book, at=OLD)
    ends(book)
    with pytest.raises(Refused, match="bàn giao khi sắp xếp"):
        handling.take_back(complaint=one, why="nhầm", by=None)


def test_what_was_worked_at_later_or_a_day_to_come_stands_in_the_way(book: Cast) -> None:
    one = received(book, at=OLD)
    with pytest.raises(Refused, match="đơn chỉ bàn giao được khi đến ngày 31/07/2999"):
        ends(book, date(2999, 7, 31))
    step(one, "worked", AUGUST)
    with pytest.raises(Refused, match="có 1 đơn nhận hoặc xử lý sau ngày 31/07/2024"):
        ends(book)
    one.refresh_from_db()
    book[OLD].refresh_from_db()
    assert (one.holder.code, book[OLD].ended_on.year) == (OLD, 9999)

"""A reform as one decision: nothing is lost, today's tree carries the history on, and it can be taken back."""

from datetime import date, timedelta
from typing import Any

import pytest

from congdoan.accounts import access
from congdoan.accounts.models import Role, Seat
from congdoan.archive.state import State, state
from congdoan.audit import lock
from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.funds.actions import open_book, receive
from congdoan.funds.models import Fund
from congdoan.funds.queries import balance
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import shown
from congdoan.ledger.verify import verify
from congdoan.members.joining import admit
from congdoan.members.keeping import issue_card
from congdoan.members.models import Membership
from congdoan.org.models import Unit
from congdoan.records.record import Record
from congdoan.reform import plan, reorganising
from tests.cast import BEGAN, Cast, care, found
from tests.ledger.book import value
from tests.reform.planned import HALVES

ON = date(2024, 7, 1)
EVE, JOINED, MARCH, AUGUST = ON - timedelta(days=1), date(2024, 1, 5), date(2024, 3, 1), date(2024, 8, 1)
H1, H2 = Period.parse("2024-H1"), Period.parse("2024-H2")
PLAN = """
name = "Sắp xếp tổ chức công đoàn tỉnh"
unit = "tld"
on = 2024-07-01
decision = "12/QĐ-TLĐ"

[[step]]
do = "found"
code = "muong-khuong-xa"
kind = "commune"
name = "Công đoàn xã Mường Khương"
under = "laocai-ldld"

[[step]]
do = "found"
code = "tu-phap"
kind = "grassroots"
name = "CĐCS Sở Tư pháp tỉnh Lào Cai"
under = "laocai-ldld"

[[step]]
do = "move"
of = "muongkhuong-ldld"
to = "muong-khuong-xa"

[[step]]
do = "merge"
units = ["laocai-tu-phap", "yenbai-tu-phap"]
into = "tu-phap"

[[step]]
do = "move"
units = "laocai-bao"
to = "laocai-ldld"

[[step]]
do = "end"
units = "laocai-y-te"

[[step]]
do = "end"
units = ["muongkhuong-ldld"]
to = "muong-khuong-xa"
"""


def carried_out(text: str = PLAN) -> Any:
    return reorganising.carry_out(plan=plan.read(text), by=None)


def adding(unit: Unit, period: Period, **how: Any) -> dict[str, Any]:
    wanted = [one for one in shown() if one.adds in ("sum", "distinct", "balance")]
    return {one.indicator.key: one.value for one in figures(unit, period, wanted, **how)}


def test_every_figure_above_is_what_it_was(book: Cast) -> None:
    before = {code: adding(book[code], H1) for code in ("tld", "laocai-ldld", "yenbai-ldld", "laocai-cdvc")}
    carried_out()
    assert {code: adding(book[code], H1) for code in before} == before
    assert verify() == []


def test_members_go_on_where_their_union_does_and_those_of_an_ended_one_leave(book: Cast) -> None:
    told = carried_out().told
    new = Unit.objects.get(code="tu-phap")
    assert value("members.total", new, Period.between(AUGUST, AUGUST)) == 5
    assert value("members.total", book["laocai-tu-phap"], Period.between(AUGUST, AUGUST)) is None
    assert value("members.total", book["tld"], Period.between(EVE, EVE)) == 10
    assert value("members.total", book["tld"], Period.between(AUGUST, AUGUST)) == 6
    assert value("members.lost_with_union", book["tld"], Period.parse("2024")) == 4
    assert value("members.transferred_in", book["tld"], Period.parse("2024")) == 0
    assert (told["members_received"], told["members_left"], told["founded"], told["ended"]) == (5, 4, 2, 4)


def test_todays_tree_carries_the_history_of_those_who_ended(book: Cast) -> None:
    carried_out()
    new, commune = Unit.objects.get(code="tu-phap"), Unit.objects.get(code="muong-khuong-xa")
    assert value("care.tet_gifts", new, H1) is None
    assert value("care.tet_gifts", new, H1, tree=EVE) is None
    assert value("care.tet_gifts", new, H1, tree=ON) == 12
    assert value("care.tet_gifts", commune, H1, tree=ON) == 2
    assert value("care.tet_gifts", book["laocai-ldld"], H1) == 8
    assert value("care.tet_gifts", book["laocai-ldld"], H1, tree=ON) == 15
    assert value("care.tet_gifts", book["yenbai-ldld"], H1, tree=ON) == 0
    assert value("care.tet_gifts", book["tld"], H1, tree=ON) == value("care.tet_gifts", book["tld"], H1) == 15


def test_money_goes_to_whoever_goes_on_or_else_to_the_superior(book: Cast) -> None:
    dues = book.funds["tu-phap-doan-phi"]
    alone = Fund.objects.create(
        code="yte-phi", name="Đoàn phí", unit=book["laocai-y-te"], source=Fund.Source.DUES, from_on=BEGAN
    )
    for fund, amount in ((dues, 3_000_000), (alone, 1_250_000)):
        open_book(fund=fund, day=JOINED, opening=amount, by=None)
    before = state()
    one = carried_out()
    assert one.told["money"] == 4_250_000
    at = {
        fund.unit.code: balance(fund, ON)
        for fund in Fund.objects.filter(opened_on__lte=ON).select_related("unit")
    }
    assert at == {"laocai-tu-phap": 0, "tu-phap": 3_000_000, "laocai-y-te": 0, "laocai-cdvc": 1_250_000}
    assert (balance(dues, EVE), verify()) == (3_000_000, [])
    reorganising.take_back(one=one, by=None)
    _same_but_for_the_plan(before)
    carried_out()
    new = Fund.objects.get(unit__code="tu-phap", source=Fund.Source.DUES)
    receive(fund=new, amount=1000, day=AUGUST, item="other_revenue", words="Thu khác", by=None)


def test_without_a_successor_history_stays_where_the_union_last_stood(book: Cast) -> None:
    carried_out()
    assert value("care.tet_gifts", book["laocai-cdvc"], H1, tree=AUGUST) == 1


def test_taken_back_the_book_is_what_it_was(book: Cast) -> None:
    before = state()
    one = carried_out()
    assert state().digest != before.digest
    reorganising.take_back(one=one, by=None)
    _same_but_for_the_plan(before)
    assert verify() == []
    carried_out()
    assert value("care.tet_gifts", Unit.objects.get(code="tu-phap"), H1, tree=ON) == 12


def _same_but_for_the_plan(before: State) -> None:
    now = state()
    unlike = {
        name
        for name in now.parts.keys() | before.parts.keys()
        if before.parts.get(name) != now.parts.get(name)
    }
    assert unlike <= {"reform.Reorganisation"}


def test_it_is_not_taken_back_once_others_have_built_on_it(book: Cast) -> None:
    one = carried_out()
    admit(unit=Unit.objects.get(code="tu-phap"), on=AUGUST, by=None, name="Vàng A Mới")
    with pytest.raises(Refused, match="Chưa hoàn tác được"):
        reorganising.take_back(one=one, by=None)
    assert Membership.objects.filter(unit__code="tu-phap", unmade=None).count() == 6


def test_what_was_known_before_stays_known_so(book: Cast) -> None:
    seen = lock.now()
    before = adding(book["laocai-ldld"], H1)
    carried_out()
    care(book["laocai-bao"], book.funds["laocai-xa-hoi"], MARCH)
    assert adding(book["laocai-ldld"], H1, known_at=seen) == before


def test_looking_first_changes_nothing(book: Cast) -> None:
    before = state()
    seen = reorganising.preview(plan.read(PLAN))
    assert (seen.faults, seen.unlike) == ([], [])
    assert seen.told["members_received"] == 5
    assert state() == before


def test_roles_move_with_the_union_and_end_where_nobody_goes_on(book: Cast) -> None:
    carried_out()
    chair = book.users["chair"]
    held = {
        (seat.unit.code, seat.role, seat.from_on) for seat in Seat.objects.filter(user=chair, to_on__gt=ON)
    }
    assert held == {("tu-phap", Role.CHAIR, ON)}
    assert not Seat.objects.filter(user=book.users["other_chair"], to_on__gt=ON).exists()


def test_taken_back_a_role_ends_when_it_was_to(book: Cast) -> None:
    seat = Seat.objects.get(user=book.users["chair"])
    seat.to_on = date(2027, 1, 1)
    seat.save()
    one = carried_out()
    reorganising.take_back(one=one, by=None)
    (again,) = Seat.objects.filter(user=book.users["chair"])
    assert (again.unit, again.to_on, again.ended) == (book["laocai-tu-phap"], date(2027, 1, 1), None)
    assert Seat.objects.filter(user=book.users["other_chair"]).get().to_on.year == 9999


def test_whoever_goes_on_sees_the_history_and_writes_nothing_into_it(book: Cast) -> None:
    carried_out()
    chair, neighbour = book.users["chair"], book.users["neighbour"]
    old, beside = book["laocai-tu-phap"], book["yenbai-tu-phap"]
    assert access.sees(chair, old)
    assert access.sees(chair, beside)
    assert not access.may_write(chair, old)
    assert not access.may_see_sensitive(chair, beside)
    assert set(access.narrow(Record.objects.all(), chair, day="happened_on").values_list("unit__code", flat=True)) == {
        "laocai-tu-phap", "yenbai-tu-phap"}  # fmt: skip
    assert access.sees(neighbour, beside)
    assert not access.sees(neighbour, old)


def test_all_that_is_wrong_is_told_at_once(book: Cast) -> None:
    found("muong-lo", "grassroots", "CĐCS Mường Lò", book["muongkhuong-ldld"])
    wrong = """
name = "Sai"
unit = "laocai-ldld"
on = 2024-07-01
[[step]]
do = "end"
units = ["muongkhuong-ldld", "khong-co"]
[[step]]
do = "move"
units = ["laocai-bao", "yenbai-tu-phap"]
to = "laocai-ldld"
[[step]]
do = "end"
units = "laocai-bao"
[[step]]
do = "found"
code = "laocai-y-te"
kind = "la"
name = "Trùng"
under = "laocai-ldld"
"""
    faults = "\n".join(reorganising.preview(plan.read(wrong)).faults)
    for said in ("khong-co", "CĐCS Mường Lò sẽ không còn cấp trên", "thị trấn Mường Khương sẽ không còn cấp trên",
                 "Yên Bái không thuộc", "CĐCS Báo Lào Cai được chuyển hoặc kết thúc 2 lần", "đã có công đoàn khác dùng",
                 "không có loại “la”"):  # fmt: skip
        assert said in faults
    with pytest.raises(Refused, match="khong-co"):
        carried_out(wrong)


def test_a_split_shares_members_and_records_by_its_list(book: Cast) -> None:
    unit, fund = book["laocai-bao"], book.funds["laocai-xa-hoi"]
    for number in range(4):
        held = admit(unit=unit, on=JOINED, by=None, name=f"Giàng A Thử {number}")
        issue_card(membership=held, number=f"LC0000{number}", kind="plain", issue="new", on=MARCH, by=None)
    kept, given = care(unit, fund, MARCH, gifts=3), care(unit, fund, MARCH, gifts=4)
    carried_out(f"""{HALVES}members.bao-hinh = ["LC00001", "LC00003", "LC00000"]
records.bao-hinh = ["{given.uid}"]
""")
    paper, screen = Unit.objects.get(code="bao-in"), Unit.objects.get(code="bao-hinh")
    day = Period.between(AUGUST, AUGUST)
    assert (value("members.total", paper, day), value("members.total", screen, day)) == (1, 3)
    assert (value("care.tet_gifts", paper, H1, tree=ON), value("care.tet_gifts", screen, H1, tree=ON)) == (
        3,
        4,
    )
    assert value("care.tet_gifts", book["laocai-cdvc"], H1, tree=ON) == 7 + 5 + 1
    assert kept.unit == unit
    assert verify() == []

"""What a union left open when it ended is seen to by whoever goes on: demands are theirs to mend, complaints to answer."""

from datetime import date, timedelta
from typing import Any

import pytest

from congdoan.archive.state import state
from congdoan.base.errors import NotHere, Refused
from congdoan.ledger.verify import verify
from congdoan.org.followers import followers, left_to
from congdoan.org.models import Unit
from congdoan.oversight import following, handling, queries
from congdoan.oversight.coverage import coverage
from congdoan.oversight.models import Step
from congdoan.reform import plan, reorganising
from tests.cast import Cast
from tests.oversight.acts import DUE, UPPER, demand, found, received, step
from tests.records.said import parts, split, value
from tests.reform.test_reorganising import AUGUST, EVE, ON, PLAN, _same_but_for_the_plan

pytestmark = pytest.mark.django_db
OLD, NEW = "laocai-tu-phap", "tu-phap"
MORNING = ON + timedelta(days=1)
UPPER_ENDS = """
name = "Kết thúc Công đoàn Viên chức"
unit = "laocai-ldld"
on = {on}
[[step]]
do = "move"
of = "laocai-cdvc"
to = "laocai-ldld"
[[step]]
do = "end"
units = "laocai-cdvc"
to = "laocai-ldld"
"""
AGAIN = """
name = "Sáp nhập lần nữa"
unit = "laocai-ldld"
on = 2025-03-01
[[step]]
do = "merge"
units = ["tu-phap"]
into = "laocai-bao"
"""


def carried_out(text: str = PLAN) -> Any:
    return reorganising.carry_out(plan=plan.read(text), by=None)


def upper_ends(on: date = ON) -> Any:
    return carried_out(UPPER_ENDS.format(on=on))


def unit(code: str) -> Unit:
    return Unit.objects.get(code=code)


def refused_back(one: Any) -> str:
    with pytest.raises(Refused) as refused:
        reorganising.take_back(one=one, by=None)
    return str(refused.value.sentence)


class TestDemands:
    def test_the_successor_has_them_to_mend_from_the_day_on(self, book: Cast) -> None:
        of = demand(book, OLD)
        carried_out()
        new = unit(NEW)
        assert list(queries.demands_of(new, EVE)) == []
        assert list(queries.demands_of(new, MORNING)) == [of]
        assert [due.of for due in queries.due([new], MORNING)] == [of.record.uid]
        assert queries.due([book["laocai-bao"]], MORNING) == []
        assert list(queries.demands_of(book[UPPER], MORNING)) == [of]

    def test_its_people_report_it_mended_and_a_stranger_does_not(self, book: Cast) -> None:
        of = demand(book, OLD)
        carried_out()
        users, pair = book.users, (of.union_id, of.record.unit_id)
        assert queries.answers_for(users["chair"], pair) == {of.union_id}
        assert queries.answers_for(users["other_chair"], pair) == set()
        assert queries.demand_or_404(users["chair"], of.record.uid, of.key) == of
        with pytest.raises(NotHere):
            queries.demand_or_404(users["neighbour"], of.record.uid, of.key)

    def test_without_a_successor_they_are_the_superiors(self, book: Cast) -> None:
        of = demand(book, "laocai-y-te")
        carried_out()
        assert [due.of for due in queries.due([book[UPPER]], MORNING)] == [of.record.uid]
        assert followers([of.union_id], MORNING) == {of.union_id: book[UPPER].pk}
        upper_ends(date(2025, 3, 1))
        assert list(queries.demands_of(book["laocai-ldld"], date(2025, 3, 2))) == [of]
        assert followers([of.union_id], date(2025, 3, 2)) == {of.union_id: book["laocai-ldld"].pk}

    def test_they_go_on_from_successor_to_successor(self, book: Cast) -> None:
        of = demand(book, OLD)
        carried_out()
        carried_out(AGAIN)
        late = date(2025, 3, 2)
        assert list(queries.demands_of(book["laocai-bao"], AUGUST)) == []
        assert list(queries.demands_of(book["laocai-bao"], late)) == [of]
        assert followers([of.union_id], AUGUST) == {of.union_id: unit(NEW).pk}
        assert set(left_to([book["laocai-bao"].pk], late).values_list("unit__code", flat=True)) == {
            "laocai-bao", NEW, OLD, "yenbai-tu-phap"}  # fmt: skip

    def test_each_is_left_to_one_union_whichever_way_it_is_asked(self, book: Cast) -> None:
        carried_out()
        carried_out(AGAIN)
        upper_ends(date(2025, 9, 1))
        every = set(Unit.objects.values_list("pk", flat=True))
        for day in (EVE, AUGUST, date(2025, 4, 1), date(2025, 10, 1)):
            to = followers(every, day)
            for one in every:
                theirs = set(left_to([one], day).values_list("unit", flat=True))
                assert theirs == {unit for unit, follower in to.items() if follower == one}

    def test_who_goes_on_is_covered_with_what_was_left_to_it(self, book: Cast) -> None:
        demand(book, OLD)
        demand(book, "laocai-bao", key="nua")
        upper_ends()
        merged = AGAIN.replace("tu-phap", "laocai-tu-phap")
        carried_out(merged)
        found = {
            one.union.code: one.reasons for one in coverage(book["laocai-ldld"], EVE, ON, date(2025, 4, 1))
        }
        assert OLD not in found
        assert ("02 kiến nghị chưa khắc phục", 20) in found["laocai-bao"]

    def test_the_successor_of_who_inspected_finds_them_mended_and_counts_it(self, book: Cast) -> None:
        of, before = demand(book, amount=2_000_000), demand(book, OLD, key="truoc")
        found(before, "mended")
        upper_ends()
        said = found(of, "mended", AUGUST, recovered=2_000_000)
        assert said.successor == book["laocai-ldld"]
        own: dict[str, Any] = {"scope": "own"}
        assert (
            value("INS-18", book[UPPER], "2024-H1"),
            value("INS-18", book["laocai-ldld"], "2024", **own),
        ) == (1, 1)
        assert value("INS-18", book["tld"], "2024") == 2
        assert split("INS-13", book["tld"], "2024", "recovery") == {
            "advised": 2_000_000,
            "recovered": 2_000_000,
        }
        assert verify() == []

    def test_a_day_while_the_inspecting_union_was_there_is_its_own(self, book: Cast) -> None:
        of = demand(book)
        upper_ends()
        assert found(of, "mended", DUE).successor is None
        assert value("INS-18", book[UPPER], "2024") == 1

    def test_what_was_said_since_stands_in_the_way_of_taking_it_back(self, book: Cast) -> None:
        of, other = demand(book), demand(book, OLD, key="khac")
        first = carried_out()
        second = upper_ends(date(2024, 9, 1))
        after = date(2024, 10, 1)
        found(other, "reported", after)
        assert "CĐCS Sở Tư pháp đã được báo khắc phục kiến nghị" in refused_back(first)
        found(of, "not_yet", after)
        assert "LĐLĐ tỉnh Lào Cai đã phúc tra kiến nghị" in refused_back(second)


class TestComplaints:
    def test_whoever_goes_on_holds_them_as_far_as_they_had_come(self, book: Cast) -> None:
        new, taken = received(book, at=OLD), received(book, at=OLD)
        over = received(book, at=OLD)
        step(taken, "taken", due_on=DUE)
        step(over, "guided")
        carried_out()
        for one in (new, taken, over):
            one.refresh_from_db()
        assert [one.holder.code for one in (new, taken, over)] == [NEW, NEW, OLD]
        assert [(one.state, one.due_on) for one in (new, taken)] == [("new", None), ("taken", DUE)]
        (said,) = Step.objects.filter(complaint=new)
        assert (said.what, said.on, said.unit.code, said.to) == ("forwarded", ON, OLD, unit(NEW))
        assert "Quyết định số 12/QĐ-TLĐ" in said.note
        assert [due.of for due in queries.due([unit(NEW)], AUGUST)] == [taken.uid]
        assert {new, taken} <= set(queries.complaints_of(book.users["chair"], unit(NEW), AUGUST))
        assert set(queries.complaints_seen(book.users["other_chair"])) == set()

    def test_one_that_was_taken_is_counted_once_and_resolved_where_it_went(self, book: Cast) -> None:
        one = received(book, at=OLD)
        step(one, "taken", due_on=DUE)
        carried_out()
        one.refresh_from_db()
        with pytest.raises(Refused, match="đã thụ lý"):
            step(one, "taken", AUGUST, due_on=AUGUST)
        step(one, "resolved", AUGUST, outcome="right")
        assert (value("COM-02", book["tld"], "2024"), value("COM-05", book["tld"], "2024")) == (1, 0)
        assert parts("COM-04", book["tld"], "2024") == (1, 1)
        assert (value("COM-03", book[OLD], "2024"), value("COM-03", unit(NEW), "2024")) == (0, 1)
        assert verify() == []

    def test_one_not_yet_taken_is_within_the_competence_of_who_takes_it(self, book: Cast) -> None:
        one = received(book, at=OLD)
        carried_out()
        one.refresh_from_db()
        step(one, "taken", AUGUST, due_on=date(2024, 9, 1))
        assert value("complaints.within_competence", unit(NEW), "2024") == 1
        assert value("complaints.within_competence", book["tld"], "2024") == 1
        assert (value("COM-02", book["tld"], "2024"), verify()) == (1, [])

    def test_without_a_successor_the_superior_holds_them(self, book: Cast) -> None:
        one = received(book, at="laocai-y-te")
        carried_out()
        one.refresh_from_db()
        assert one.holder == book[UPPER]

    def test_they_go_on_from_successor_to_successor(self, book: Cast) -> None:
        one = received(book, at=OLD)
        carried_out()
        second = carried_out(AGAIN)
        one.refresh_from_db()
        assert (one.holder, one.steps.count()) == (book["laocai-bao"], 2)
        reorganising.take_back(one=second, by=None)
        one.refresh_from_db()
        assert (one.holder, one.steps.count()) == (unit(NEW), 1)

    def test_the_handing_over_is_not_a_slip_of_anybodys(self, book: Cast) -> None:
        one = received(book, at=OLD)
        carried_out()
        with pytest.raises(Refused, match="bàn giao khi sắp xếp"):
            handling.take_back(complaint=one, why="nhầm", by=None)

    def test_taken_back_unless_whoever_went_on_has_gone_further(self, book: Cast) -> None:
        one, other = received(book, at=OLD), received(book, at="laocai-y-te")
        step(one, "taken", due_on=DUE)
        demand(book, OLD)
        before = state()
        done = carried_out()
        other.refresh_from_db()
        step(other, "worked", AUGUST)
        assert refused_back(done).startswith(
            "Chưa hoàn tác được: Công đoàn Viên chức tỉnh Lào Cai đã xử lý tiếp đơn được bàn giao"
        )
        handling.take_back(complaint=other, why="nhầm", by=None)
        reorganising.take_back(one=done, by=None)
        _same_but_for_the_plan(before)
        one.refresh_from_db()
        assert (one.holder.code, one.state, one.due_on, one.steps.count()) == (OLD, "taken", DUE, 1)
        assert verify() == []

    def test_a_step_that_was_a_slip_stands_in_nobodys_way(self, book: Cast) -> None:
        one, of = received(book, at=OLD), demand(book, OLD)
        done = carried_out()
        one.refresh_from_db()
        step(one, "taken", AUGUST, due_on=date(2024, 9, 1))
        said = found(of, "reported", AUGUST)
        both = refused_back(done)
        assert "CĐCS Sở Tư pháp tỉnh Lào Cai đã xử lý tiếp đơn" in both
        assert "CĐCS Sở Tư pháp đã được báo khắc phục" in both
        handling.take_back(complaint=one, why="nhầm", by=None)
        following.take_back(said=said, why="nhầm", by=None)
        reorganising.take_back(one=done, by=None)
        one.refresh_from_db()
        assert (one.holder.code, one.state, verify()) == (OLD, "new", [])

"""A plan says who does what by when; records carry it out, and what is late shows."""

import uuid
from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.papers import planning, queries
from congdoan.papers.models import Plan
from congdoan.papers.progress import lines_of, standing
from congdoan.records import actions
from tests.cast import Cast, care
from tests.papers.acts import DAY, UPPER, line, plan
from tests.records.filled import as_

LATER = date(2024, 7, 15)


def states(of: Plan, day: date = LATER) -> list[tuple[str, int]]:
    """How each line stands, and how many were done."""
    return [(one.state, one.done) for one in standing(lines_of(of), day)]


def test_a_line_is_open_until_its_day_and_late_after(cast: Cast) -> None:
    made = plan(cast)
    line(made)
    assert states(made, date(2024, 6, 30)) == [("open", 0)]
    assert states(made, date(2024, 7, 1)) == [("late", 0)]


def test_records_since_the_plan_began_carry_out_a_line_by_its_indicator(cast: Cast) -> None:
    made, fund = plan(cast), cast.funds["cdvc-kinh-phi"]
    line(made, indicator="CAR-04", quantity=5)
    care(cast[UPPER], fund, DAY, gifts=2)
    assert states(made) == [("late", 2)]
    care(cast["laocai-bao"], fund, DAY, gifts=3)
    assert states(made) == [("done", 5)]


def test_a_line_without_indicator_is_done_by_the_records_named_for_it(cast: Cast) -> None:
    made = plan(cast)
    meant = line(made, quantity=2)
    gifts = [care(cast[UPPER], cast.funds["cdvc-kinh-phi"], DAY) for _ in range(2)]
    for record in (*gifts, gifts[0]):
        planning.carry_out(line=meant, record=record, by=None)
    assert states(made) == [("done", 2)]
    actions.withdraw(record=gifts[0], by=None, why="Ghi nhầm")
    assert states(made) == [("late", 1)]


def test_somebody_says_that_a_line_is_done_and_takes_it_back(cast: Cast) -> None:
    made = plan(cast)
    meant = line(made)
    planning.finish(line=meant, on=DAY, by=None)
    assert states(made) == [("done", 0)]
    planning.finish(line=meant, on=None, by=None)
    assert states(made) == [("late", 0)]


def test_what_a_meeting_asked_for_is_found_by_the_meeting(cast: Cast) -> None:
    conclusion = uuid.uuid4()
    line(plan(cast), source=conclusion)
    line(plan(cast), "Họp Ban Chấp hành")
    assert [one.line.what for one in queries.lines_from(conclusion, DAY)] == ["Tổ chức Hội thao"]


def test_what_is_due_within_a_month_or_late_is_owed_today(cast: Cast) -> None:
    made = plan(cast)
    line(made, "Hội thao")
    line(made, "Tổng kết năm", date(2024, 12, 1))
    assert [(one.what, one.due_on) for one in queries.due(cast[UPPER], LATER)] == [
        ("Hội thao", date(2024, 6, 30))
    ]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"what": " "}, "what"),
        ({"due_on": date(2025, 1, 1)}, "due_on"),
        ({"indicator": "DIG-02"}, "indicator"),
        ({"quantity": 0}, "quantity"),
    ],
)
def test_a_line_that_cannot_be_is_refused(cast: Cast, said: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        line(plan(cast), **said)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_union_has_one_plan_a_year(cast: Cast) -> None:
    made = plan(cast)
    assert plan(cast) == made
    days = {"first_on": made.first_on, "last_on": made.last_on}
    with pytest.raises(Refused):
        planning.begin_plan(unit=made.unit, sort="year", title="Kế hoạch khác", by=None, **days)


def test_what_a_line_said_before_stays_readable_with_who_changed_it_and_why(cast: Cast) -> None:
    meant = line(plan(cast), who="Văn phòng")
    by = cast.users["officer"]
    said = {"what": meant.what, "indicator": "CAR-04", "quantity": 50, "due_on": date(2024, 7, 31)}
    planning.change_line(line=meant, by=by.pk, why="Hoãn sang tháng 7", who="Văn phòng", **said)
    page = as_(cast, "officer").get(f"/van-ban/dong/{meant.uid}").content.decode()
    for words in (
        "<del>30/06/2024</del>",
        "<ins>31/07/2024</ins>",
        "<ins>50</ins>",
        "Hoãn sang tháng 7",
        str(by),
    ):
        assert words in page
    assert "<del>Văn phòng</del>" not in page


def test_how_a_plan_stood_on_a_day_past_can_still_be_told(cast: Cast) -> None:
    made = plan(cast)
    by_hand, by_record = line(made), line(made, "Thăm hỏi")
    planning.finish(line=by_hand, on=date(2024, 7, 10), by=None)
    planning.carry_out(line=by_record, record=care(cast[UPPER], cast.funds["cdvc-kinh-phi"], DAY), by=None)
    assert states(made, date(2024, 7, 20)) == [("done", 0), ("done", 1)]
    assert states(made, date(2024, 7, 5)) == [("late", 0), ("done", 1)]
    assert states(made, date(2024, 3, 1)) == [("open", 0), ("open", 0)]
    page = as_(cast, "officer").get(f"/van-ban/ke-hoach/{made.uid}?ngay=2024-07-05").content.decode()
    assert ("quá hạn" in page, "Về hôm nay" in page) == (True, True)

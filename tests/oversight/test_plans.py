"""A plan counts once approved, and is carried out by recording what was done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.oversight import actions, queries
from congdoan.oversight.models import PlanLine
from congdoan.oversight.progress import Visit, matched, progress
from congdoan.records.inspections import Inspection
from congdoan.reform import actions as reform
from tests.cast import Cast
from tests.oversight.acts import DAY, Q1, Q2, UPPER, inspected, meant, plan
from tests.records.said import parts, value

LATER = date(2024, 7, 15)


def told(cast: Cast, day: date = LATER) -> list[tuple[str, str]]:
    """Each union of the plan and how it stands."""
    found = queries.plans(cast[UPPER]).get()
    return [(one.line.union.code, one.state) for one in progress(found, day).meant]


def test_a_draft_owes_nothing_and_an_approved_plan_all_it_holds(cast: Cast) -> None:
    draft = plan(cast, approved=False)
    meant(cast, draft, "laocai-bao", "laocai-y-te")
    assert value("inspection.planned", cast[UPPER], "2024") == 0
    actions.approve_plan(plan=draft, number="05/KH-UBKT", on=date(2024, 1, 10), by=None)
    assert value("inspection.planned", cast[UPPER], "2024-Q1") == 2
    assert verify() == []


def test_recording_the_inspection_carries_out_its_line(cast: Cast) -> None:
    made = plan(cast)
    meant(cast, made, "laocai-bao", "laocai-y-te")
    done = inspected(cast, "laocai-bao")
    assert told(cast) == [("laocai-bao", "done"), ("laocai-y-te", "late"), (UPPER, "late")]
    assert told(cast, date(2024, 2, 1)) == [("laocai-bao", "open"), ("laocai-y-te", "open"), (UPPER, "open")]
    assert progress(made, LATER).meant[0].visit.record.pk == done.pk  # type: ignore[union-attr]
    assert parts("INS-16", cast[UPPER], "2024") == (1, 3)


def test_a_sudden_inspection_carries_out_no_plan(cast: Cast) -> None:
    meant(cast, plan(cast), "laocai-bao")
    inspected(cast, "laocai-bao", planned=False)
    assert told(cast)[0] == ("laocai-bao", "late")
    assert parts("INS-16", cast[UPPER], "2024") == (0, 2)


def test_what_is_said_to_be_planned_and_is_not_stands_beside_the_plan(cast: Cast) -> None:
    made = plan(cast)
    inspected(cast, "laocai-bao")
    assert [visit.union for visit in progress(made, LATER).beside] == [cast["laocai-bao"].pk]


def test_what_is_dropped_is_no_longer_owed(cast: Cast) -> None:
    made = plan(cast)
    (line,) = meant(cast, made, "laocai-bao")
    with pytest.raises(Refused, match="lý do"):
        actions.drop_line(line=line, why=" ", by=None)
    actions.drop_line(line=line, why="đã giải thể", by=None)
    assert told(cast) == [(UPPER, "late")]
    assert value("inspection.planned", cast[UPPER], "2024") == 1
    assert verify() == []


def test_the_same_line_twice_is_one(cast: Cast) -> None:
    made = plan(cast)
    assert len(meant(cast, made, "laocai-bao")) == 1
    assert meant(cast, made, "laocai-bao") == []
    assert len(meant(cast, made, "laocai-bao", **Q2)) == 1


def test_a_term_is_owed_in_the_plans_of_its_years(cast: Cast) -> None:
    plan(cast, sort="term")
    assert value("inspection.planned", cast[UPPER], "2024") == 0


@pytest.mark.parametrize(
    ("codes", "said", "field"),
    [
        ([], {}, "unions"),
        (["muongkhuong-thcs"], {}, "unions"),
        (["laocai-bao"], {"last_on": date(2025, 1, 31)}, "window"),
    ],
)
def test_a_line_is_of_a_union_below_within_the_plan(
    cast: Cast, codes: list[str], said: dict, field: str
) -> None:  # type: ignore[type-arg]
    made = plan(cast, approved=False)
    with pytest.raises(Refused) as refused:
        meant(cast, made, *codes, **said)
    assert refused.value.field == field
    assert not PlanLine.objects.exists()


def test_a_plan_is_approved_once_with_its_number_and_not_empty(cast: Cast) -> None:
    made = plan(cast, approved=False)
    for number, why in (("05/KH", "chưa có cuộc"), (" ", "số của kế hoạch")):
        with pytest.raises(Refused, match=why):
            actions.approve_plan(plan=made, number=number, on=DAY, by=None)
    meant(cast, made, "laocai-bao")
    actions.approve_plan(plan=made, number="05/KH", on=DAY, by=None)
    with pytest.raises(Refused, match="đã duyệt, số 05/KH"):
        actions.approve_plan(plan=made, number="06/KH", on=DAY, by=None)


def test_a_union_that_moved_away_stays_in_the_plan_it_stood_in(cast: Cast) -> None:
    meant(cast, plan(cast), "laocai-bao")
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 5, 1), by=None)
    assert told(cast)[0] == ("laocai-bao", "late")


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["charter", "finance"]))), st.data())
def test_every_visit_carries_out_one_line_or_none_and_no_line_twice(
    lines: list[tuple[int, str]], data: st.DataObject
) -> None:
    rows = [PlanLine(pk=n, union_id=union, subject=subject, **Q1) for n, (union, subject) in enumerate(lines)]
    seen = data.draw(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["charter", "finance"]))))
    visits = [Visit(union, subject, DAY, Inspection(pk=n)) for n, (union, subject) in enumerate(seen)]
    carried, beside = matched(rows, visits)
    assert len(carried) + len(beside) == len(visits)
    assert all((rows[pk].union_id, rows[pk].subject) == visit[:2] for pk, visit in carried.items())
    left = {(row.union_id, row.subject) for row in rows if row.pk not in carried}
    assert left & {visit[:2] for visit in beside} == set()

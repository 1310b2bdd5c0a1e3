"""Planning inspections: begin a plan, put inspections into it or take them out, have it approved."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.text import nfc
from congdoan.ledger.actions import post
from congdoan.ledger.origins import PLAN_LINE
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from .draws import of_line
from .models import Plan, PlanLine

LONGEST = 6  # years of a term, at most


def begin_plan(
    *, unit: Unit, sort: str, first_on: date, last_on: date, by: int | None, uid: uuid.UUID | None = None
) -> Plan:
    """A plan of a year or a term, still without number. The one there is for these days is given back."""
    known = Plan.objects.filter(unit=unit, sort=sort, first_on=first_on).first()
    if known:
        return known
    if not first_on < last_on < first_on.replace(year=first_on.year + LONGEST, day=1):
        raise Refused("Ngày cuối phải sau ngày đầu và trong một nhiệm kỳ; hãy chọn lại.", "last_on")
    in_life(unit, first_on)
    with writing(by=by, action="begin_plan", unit=unit.code, sort=sort) as posting:
        return Plan.objects.create(
            uid=uid or uuid.uuid4(), unit=unit, sort=sort, first_on=first_on, last_on=last_on, made=posting
        )


def approve_plan(*, plan: Plan, number: str, on: date, by: int | None) -> Plan:
    """The executive committee approves a plan: from now on its inspections are owed."""
    with writing(by=by, action="approve_plan", what=str(plan.uid), unit=plan.unit.code) as posting:
        held = Plan.objects.select_for_update().get(pk=plan.pk)
        _check_approval(held, number)
        held.number, held.approved_on, held.approved = nfc(number), on, posting
        held.save()
        _draw(standing_lines(held), posting)
    return held


def add_lines(
    *, plan: Plan, unions: Sequence[Unit], subject: str, first_on: date, last_on: date, by: int | None
) -> list[PlanLine]:
    """Put an inspection of each of these unions into the plan; what is in it already stays once."""
    _check_window(plan, unions, first_on, last_on)
    with writing(by=by, action="plan_inspections", what=str(plan.uid), unit=plan.unit.code) as posting:
        said = {"subject": subject, "first_on": first_on, "last_on": last_on}
        there = set(standing_lines(plan).filter(**said).values_list("union", flat=True))
        made = [
            PlanLine(plan=plan, union=union, made=posting, **said)
            for union in unions
            if union.pk not in there
        ]
        for line in made:
            line.save(force_insert=True)
        _draw(made, posting)
    return made


def drop_line(*, line: PlanLine, why: str, by: int | None) -> None:
    """Take an inspection out of the plan; why stays readable."""
    need_reason(why, "Hãy ghi lý do đưa ra khỏi kế hoạch.")
    plan = line.plan
    with writing(
        by=by, action="drop_planned", why=why.strip(), what=str(plan.uid), unit=plan.unit.code
    ) as posting:
        held = PlanLine.objects.select_for_update().get(pk=line.pk)
        if held.unmade_id is None:
            held.unmade = posting
            held.save(update_fields=["unmade"])
            _draw([held], posting)


def standing_lines(plan: Plan) -> QuerySet[PlanLine]:
    """What is in the plan now."""
    return PlanLine.objects.filter(plan=plan, unmade=None)


def _draw(lines: Iterable[PlanLine], posting: Posting) -> None:
    for line in lines:
        post(posting, PLAN_LINE, line.pk, of_line(line))


def _check_approval(plan: Plan, number: str) -> None:
    if plan.approved_id:
        raise Refused(f"Kế hoạch này đã duyệt, số {plan.number}; muốn đổi hãy thêm hoặc bỏ từng dòng.")
    if not number.strip():
        raise Refused("Hãy ghi số của kế hoạch.", "number")
    if not standing_lines(plan).exists():
        raise Refused("Kế hoạch chưa có cuộc kiểm tra nào; hãy thêm trước khi duyệt.")


def _check_window(plan: Plan, unions: Sequence[Unit], first_on: date, last_on: date) -> None:
    """Inside the plan's days; of the union itself or of those under it."""
    if not unions:
        raise Refused("Hãy chọn ít nhất một công đoàn.", "unions")
    if not plan.first_on <= first_on <= last_on <= plan.last_on:
        raise Refused(
            f"{plan} từ {plan.first_on:%d/%m/%Y} đến {plan.last_on:%d/%m/%Y}; hãy chọn thời gian trong kế hoạch.",
            "window",
        )
    under = set(standing(first_on, ancestor=plan.unit).values_list("unit", flat=True))
    for union in unions:
        if union.pk not in under:
            raise Refused(f"{union.name} không trực thuộc {plan.unit.name}; hãy bỏ khỏi danh sách.", "unions")

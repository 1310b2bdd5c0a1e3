"""The verbs of plans: begin one, put lines into it, say that they are done and by which records."""

import uuid
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.text import nfc, nfc_lines
from congdoan.ledger.indicator import BY_NUMBER, Indicator, find
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit
from congdoan.records.record import Record

from .models import Carried, LineVersion, Plan, PlanLine

LONGEST = 6  # years of a programme, at most
MOST = 10_000_000_000_000


def plan_of_year(*, unit: Unit, year: int, by: int | None) -> Plan:
    """The plan of a union for a year; begun, if there is none yet."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    known = Plan.objects.filter(unit=unit, sort=Plan.Sort.YEAR, first_on=first, unmade=None).first()
    title = f"Kế hoạch công tác năm {year}"
    return known or begin_plan(unit=unit, sort="year", title=title, first_on=first, last_on=last, by=by)


def begin_plan(
    *,
    unit: Unit,
    sort: str,
    title: str,
    first_on: date,
    last_on: date,
    by: int | None,
    uid: uuid.UUID | None = None,
    **said: Any,
) -> Plan:
    """A plan or programme, still without lines. The same form sent again gives the first answer."""
    if known := Plan.objects.filter(uid=uid).first() if uid else None:
        return known
    _check_plan(unit, sort, title, first_on, last_on)
    with writing(by=by, action="begin_work_plan", unit=unit.code, sort=sort) as posting:
        Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
        _check_only(unit, sort, first_on)
        plan = Plan(uid=uid or uuid.uuid4(), unit=unit, sort=sort, made=posting)
        _fill_plan(plan, title=title, first_on=first_on, last_on=last_on, **said)
        plan.save(force_insert=True)
    return plan


def change_plan(*, plan: Plan, by: int | None, **said: Any) -> Plan:
    """Say the plan anew: title, days, grounds, aims, the paper it was issued by."""
    _check_plan(plan.unit, plan.sort, said["title"], said["first_on"], said["last_on"])
    if plan.sort == Plan.Sort.YEAR and said["first_on"] != plan.first_on:
        _check_only(plan.unit, plan.sort, said["first_on"])
    with writing(by=by, action="change_plan", what=str(plan.uid), unit=plan.unit.code):
        held = Plan.objects.select_for_update().get(pk=plan.pk)
        _fill_plan(held, **said)
        held.save()
    return held


def drop_plan(*, plan: Plan, why: str, by: int | None) -> None:
    """Take a plan back whole; why stays readable."""
    need_reason(why)
    with writing(
        by=by, action="drop_plan", why=why.strip(), what=str(plan.uid), unit=plan.unit.code
    ) as posting:
        Plan.objects.filter(pk=plan.pk, unmade=None).update(unmade=posting)


def add_line(
    *,
    plan: Plan,
    what: str,
    due_on: date,
    by: int | None,
    who: str = "",
    indicator: str = "",
    quantity: int | None = None,
    source: uuid.UUID | None = None,
    uid: uuid.UUID | None = None,
) -> PlanLine:
    """Put a line into a plan. `indicator`: its code or key; `source`: the uid of what asked for it, a meeting's
    conclusion. The same form sent again gives the first answer."""
    if known := PlanLine.objects.filter(uid=uid).first() if uid else None:
        return known
    with writing(by=by, action="add_plan_line", what=str(plan.uid), unit=plan.unit.code) as posting:
        line = PlanLine(uid=uid or uuid.uuid4(), plan=plan, source=source, made=posting)
        _fill_line(line, what=what, who=who, due_on=due_on, indicator=indicator, quantity=quantity)
        line.save(force_insert=True)
        _keep(line, posting)
    return line


def change_line(*, line: PlanLine, by: int | None, why: str = "", **said: Any) -> PlanLine:
    """Say a line anew; what it said before stays readable."""
    plan, why = line.plan, nfc(why)
    with writing(
        by=by, action="change_plan_line", why=why, what=str(plan.uid), unit=plan.unit.code
    ) as posting:
        held = PlanLine.objects.select_for_update(of=("self",)).select_related("made").get(pk=line.pk)
        if not held.versions.exists():
            _keep(held, held.made)  # one written before versions were kept
        _fill_line(held, **said)
        held.save()
        _keep(held, posting)
    return held


def drop_line(*, line: PlanLine, why: str, by: int | None) -> None:
    """Take a line out of its plan; why stays readable."""
    need_reason(why)
    plan = line.plan
    with writing(
        by=by, action="drop_plan_line", why=why.strip(), what=str(plan.uid), unit=plan.unit.code
    ) as posting:
        PlanLine.objects.filter(pk=line.pk, unmade=None).update(unmade=posting)


def finish(*, line: PlanLine, on: date | None, by: int | None) -> None:
    """Say by hand that a line was done on a day; without a day, that it is not."""
    with writing(by=by, action="finish_plan_line", what=str(line.plan.uid), unit=line.plan.unit.code):
        PlanLine.objects.filter(pk=line.pk).update(done_on=on)


def carry_out(*, line: PlanLine, record: Record, by: int | None) -> Carried:
    """Say that a record carries out a line. Said twice, it stands once."""
    if record.withdrawn:
        raise Refused("Việc này đã hủy nên không tính vào kế hoạch được; hãy chọn việc khác.", "records")
    with writing(
        by=by, action="carry_out", what=str(line.plan.uid), unit=line.plan.unit.code, record=str(record.uid)
    ) as posting:
        carried, _ = Carried.objects.get_or_create(
            line=line, record=record, unmade=None, defaults={"made": posting}
        )
    return carried


def not_by(*, line: PlanLine, record: Record, by: int | None) -> None:
    """Take back that a record carries out a line."""
    with writing(
        by=by, action="not_carried", what=str(line.plan.uid), unit=line.plan.unit.code, record=str(record.uid)
    ) as posting:
        Carried.objects.filter(line=line, record=record, unmade=None).update(unmade=posting)


def countable(indicator: Indicator) -> bool:
    """Whether things done add up in it, so that a plan may ask for so many of them."""
    return indicator.adds in ("sum", "distinct") and not indicator.stock and not indicator.hidden


def _fill_plan(plan: Plan, *, title: str, first_on: date, last_on: date, **said: Any) -> None:
    plan.title, plan.first_on, plan.last_on = nfc(title), first_on, last_on
    for name in ("grounds", "aims"):
        setattr(plan, name, nfc_lines(said.get(name, getattr(plan, name))))
    plan.paper = said.get("paper", plan.paper)


def _fill_line(
    line: PlanLine, *, what: str, who: str, due_on: date, indicator: str, quantity: int | None
) -> None:
    if not what.strip():
        raise Refused("Hãy ghi việc phải làm.", "what")
    if not line.plan.first_on <= due_on <= line.plan.last_on:
        raise Refused(
            f"{line.plan} từ {line.plan.first_on:%d/%m/%Y} đến {line.plan.last_on:%d/%m/%Y}; "
            "hãy chọn hạn trong những ngày ấy.",
            "due_on",
        )
    if quantity is not None and not 0 < quantity <= MOST:
        raise Refused("Số lượng phải lớn hơn 0; hãy ghi lại hoặc để trống.", "quantity")
    line.what, line.who, line.due_on, line.quantity = nfc(what), nfc(who), due_on, quantity
    line.indicator = _counted(indicator).number if indicator else None


def _keep(line: PlanLine, posting: Posting) -> None:
    """Keep what it says now as a version."""
    content = {name: getattr(line, name) for name in ("what", "who", "indicator", "quantity")}
    content["due_on"] = line.due_on.isoformat()
    LineVersion.objects.create(line=line, posting=posting, content=content)


def _counted(name: str) -> Indicator:
    found = find(name)
    if not countable(BY_NUMBER[found.number]):
        raise Refused(
            f"“{found.name}” là số dư hoặc tỷ lệ nên không giao theo số lượng được; hãy chọn mục đếm theo việc.",
            "indicator",
        )
    return found


def _check_plan(unit: Unit, sort: str, title: str, first_on: date, last_on: date) -> None:
    if sort not in Plan.Sort.values:
        raise Refused("Hãy chọn loại kế hoạch.", "sort")
    if not title.strip():
        raise Refused("Hãy ghi tên kế hoạch.", "title")
    years = (last_on.year - first_on.year, last_on.month)
    if not first_on < last_on or years >= (LONGEST, first_on.month):
        raise Refused("Ngày cuối phải sau ngày đầu và trong một nhiệm kỳ; hãy chọn lại.", "last_on")
    in_life(unit, first_on)


def _check_only(unit: Unit, sort: str, first_on: date) -> None:
    rows = Plan.objects.filter(unit=unit, sort=Plan.Sort.YEAR, first_on=first_on, unmade=None)
    if sort == Plan.Sort.YEAR and rows.exists():
        raise Refused(
            f"{unit.name} đã có kế hoạch năm {first_on.year}; hãy thêm việc vào kế hoạch ấy.", "first_on"
        )

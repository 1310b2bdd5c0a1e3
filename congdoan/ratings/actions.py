"""Scoring: a union scores itself or a group of its own, sends it; who stands above verifies, or gives it back.

What was given and what was found are written into the book as ratings; they never differ from the sheet.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.text import nfc
from congdoan.officers.models import Group
from congdoan.org.models import Unit
from congdoan.org.queries import parent
from congdoan.records import actions as records
from congdoan.records.gradings import check_grades, too_young
from congdoan.records.kinds.rating import RATING
from congdoan.records.record import Record

from .models import Mark, Scheme, Sheet
from .points import said

State = Sheet.State
Points = Mapping[int, Decimal | None]  # by the criterion's place on the sheet
Notes = Mapping[int, str]  # the same
OPEN = (State.DRAFT, State.RETURNED)
NO_NOTES: Notes = {}
NOTES = {"self_points": "self_note", "points": "note"}
WHY = "Chấm lại ở bảng chấm điểm"


def score(
    *, scheme: Scheme, unit: Unit, year: int, points: Points, by: int | None, group: Group | None = None,
    notes: Notes = NO_NOTES,
) -> Sheet:  # fmt: skip
    """What a union gives itself or a group of its own; half of it today, the rest tomorrow."""
    sheet = Sheet.objects.filter(unit=unit, group=group, year=year).select_related("unit").first()
    if sheet is None:
        return _begin(Sheet(scheme=scheme, unit=unit, group=group, year=year), points, notes, by)
    if sheet.scheme_id != scheme.pk:
        raise Refused(f"{sheet.whose} đã chấm năm {year} theo “{sheet.scheme}”; hãy mở bảng ấy.", "scheme")
    with holding(sheet, by, "score_sheet", OPEN) as (held, _):
        _keep(held, "self_points", points, notes)
    return held


def send(*, sheet: Sheet, on: date, by: int | None, grade: str = "") -> Sheet:
    """Every criterion is scored: the sum and the level stand, and who is above may verify."""
    with holding(sheet, by, "send_sheet", OPEN) as (held, posting):
        held.self_grade = _grade(held, total(held, "self_points"), grade)
        held.state, held.returned_why, held.changed = State.SENT, "", posting
        if held.group is None:
            row = {"union": held.unit, **_self(held)}
            held.own = _record(held, held.own, held.unit, "unions", row, on, by)
        held.save()
    return held


def give_back(*, sheet: Sheet, why: str, by: int | None) -> Sheet:
    """Who verifies gives it back to be scored again; why is shown."""
    if not nfc(why):
        raise Refused("Hãy ghi lý do trả lại.", "why")
    with holding(sheet, by, "return_sheet", (State.SENT,)) as (held, posting):
        held.state, held.returned_why, held.changed = State.RETURNED, nfc(why), posting
        held.save()
    return held


def verify(
    *, sheet: Sheet, points: Points, on: date, by: int | None, grade: str = "", notes: Notes = NO_NOTES
) -> Sheet:
    """What was found, criterion by criterion: it counts. Said again, the earlier finding stays readable."""
    with holding(sheet, by, "verify_sheet", (State.SENT, State.VERIFIED)) as (held, posting):
        _keep(held, "points", points, notes)
        found = total(held, "points")
        held.grade = _grade(held, found, grade)
        held.state, held.changed = State.VERIFIED, posting
        what = {"group": held.group} if held.group else {"union": held.unit}
        row = {**what, "score": said(found), "grade": held.grade, **_self(held)}
        name = "groups" if held.group else "unions"
        held.found = _record(held, held.found, verifier(held, on), name, row, on, by)
        held.save()
    return held


def verifier(sheet: Sheet, on: date) -> Unit:
    """Who verifies: of a group its own union, of a union the one above. Refuses where the book knows none."""
    above = sheet.unit if sheet.group_id else parent(sheet.unit, on)
    if above is None:
        raise Refused(f"{sheet.unit.name} không có cấp trên nào trong sổ để thẩm định.")
    return above


def total(sheet: Sheet, column: str) -> Decimal:
    """The sum of a column. Refuses one with a gap, and names the first."""
    given = dict(sheet.marks.exclude(**{column: None}).values_list("criterion", column))
    for one in sheet.scheme.criteria.all():
        if one.pk not in given:
            raise Refused(f"Tiêu chí {one.position} chưa có điểm; hãy chấm đủ các tiêu chí rồi gửi.")
    return sum(given.values(), Decimal(0))


@contextmanager
def holding(
    sheet: Sheet, by: int | None, action: str, states: tuple[str, ...]
) -> Iterator[tuple[Sheet, Posting]]:
    """Hold the sheet, so that two changes at once follow each other. Refuses it in another state."""
    with writing(by=by, action=action, what=str(sheet.uid), unit=sheet.unit.code) as posting:
        rows = Sheet.objects.select_for_update(of=("self",))
        held = rows.select_related("scheme", "unit__kind", "group", "own", "found").get(pk=sheet.pk)
        if held.state not in states:
            raise Refused(f"Bảng này {held.get_state_display().lower()}; hãy tải lại trang để xem.")
        yield held, posting


def _begin(sheet: Sheet, points: Points, notes: Notes, by: int | None) -> Sheet:
    _check(sheet)
    with writing(by=by, action="score_sheet", what=str(sheet.uid), unit=sheet.unit.code) as posting:
        sheet.made = sheet.changed = posting
        sheet.save(force_insert=True)
        _keep(sheet, "self_points", points, notes)
    return sheet


def _check(sheet: Sheet) -> None:
    """Of a year and a sort the scheme is for, by who is old enough to be rated."""
    scheme, unit = sheet.scheme, sheet.unit
    if not scheme.first_year <= sheet.year <= scheme.last_year:
        raise Refused(
            f"“{scheme}” áp dụng {scheme.years}, không cho năm {sheet.year}; hãy chọn bảng khác.", "year"
        )
    if (scheme.rated == Scheme.Rated.GROUP) != bool(sheet.group_id):
        raise Refused(
            f"“{scheme}” dùng cho {scheme.get_rated_display().lower()}; hãy chọn bảng khác.", "scheme"
        )
    if not unit.kind.grassroots:
        raise Refused("Bảng chấm điểm là của công đoàn cơ sở; hãy chọn công đoàn cơ sở.", "unit")
    if sheet.group is None:
        if told := too_young(unit, sheet.year):
            raise Refused(f"{told}.")
    elif sheet.group.unit_id != unit.pk:
        raise Refused(f"{sheet.group.name} không thuộc {unit.name}; hãy chọn lại.", "group")


def _keep(sheet: Sheet, column: str, points: Points, notes: Notes) -> None:
    """Write down what was given for each criterion, and why; refuse more than it gives."""
    known = {mark.criterion_id: mark for mark in sheet.marks.all()}
    for one in sheet.scheme.criteria.all():
        if one.position not in points:
            continue
        given = points[one.position]
        if given is not None and not 0 <= given <= one.most:
            raise Refused(
                f"Tiêu chí {one.position}: điểm từ 0 đến {said(one.most)}; hãy xem lại.", f"c{one.position}"
            )
        mark = known.get(one.pk) or Mark(sheet=sheet, criterion=one)
        setattr(mark, column, given)
        if one.position in notes:
            setattr(mark, NOTES[column], nfc(notes[one.position]))
        mark.save()


def _grade(sheet: Sheet, points: Decimal, chosen: str) -> str:
    """The level the points come to; where the scheme sets no limits, the one chosen."""
    limits = list(sheet.scheme.limits.all())
    if limits:
        return next(limit.grade for limit in limits if points >= limit.least)
    if not chosen:
        raise Refused("Bảng này không đặt ngưỡng điểm; hãy chọn mức xếp loại.", "grade")
    check_grades(sheet.year, [(1, chosen)], "grade")
    return chosen


def _self(sheet: Sheet) -> dict[str, Any]:
    return {"self_score": said(total(sheet, "self_points")), "self_grade": sheet.self_grade}


def _record(
    sheet: Sheet, known: Record | None, unit: Unit, name: str, row: dict[str, Any], on: date, by: int | None
) -> Record:
    """The rating in the book that says what the sheet says, written once and amended with it."""
    how: dict[str, Any] = {"happened_on": on, "lines": {name: [row]}, "by": by, "through": sheet.uid}
    if known:
        return records.amend(record=known, why=WHY, **how)
    fields = {"rated": "group" if sheet.group_id else "union", "achievement_year": sheet.year}
    return records.add(kind=RATING, unit=unit, fields=fields, **how)

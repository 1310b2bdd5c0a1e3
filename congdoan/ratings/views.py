"""Chấm điểm, xếp loại: the room's first page, scoring, a sheet, verifying."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports
from congdoan.accounts.answering import answered, unit_of, writer
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import Table
from congdoan.funds.sheet import word
from congdoan.funds.sheet_excel import excel
from congdoan.funds.tables import of_sheet
from congdoan.officers.models import Group
from congdoan.org.models import Unit
from congdoan.records.gradings import lately_changed

from . import actions, queries, schemes, tables
from .answering import year_of
from .forms import MarksForm, VerifyForm, WhyForm, given
from .models import Sheet
from .printing import printed

asked = require_http_methods(["GET", "HEAD", "POST"])
MADE = {"docx": word, "xlsx": excel}
SEND = "gui"  # the button that saves and sends at once
State = Sheet.State


@require_safe
def ratings(request: HttpRequest) -> HttpResponse:
    """The sheets of a year: a union's own and its groups', or those of the unions directly under it."""
    unit, year, day = unit_of(request), year_of(request), today()
    writes = access.may_write(request.user, unit)
    own = list(queries.sheets_of(unit, year)) if unit.kind.grassroots else []
    below = [] if unit.kind.grassroots else list(queries.sheets_below(unit, year, day))
    if exports.asked(request):
        table = Table(f"Chấm điểm, xếp loại năm {year}", tables.SHEETS, own or below)
        return exports.handed(request, f"cham-diem-{year}", unit, table)
    usable = schemes.in_force(unit, year, day) if unit.kind.grassroots and writes else []
    context = {
        "unit": unit, "year": year, "years": range(day.year, day.year - 4, -1), "own": own, "writes": writes,
        "openings": queries.openings(unit, year, usable, own),
        "below": below,
    }  # fmt: skip
    return render(request, "ratings/ratings.html", context)


@asked
def sheet_score(request: HttpRequest, scheme: uuid.UUID) -> HttpResponse:
    """The form by which a union scores itself, or a group of its own."""
    found = queries.scheme_or_404(request.user, scheme, today())
    unit, year = writer(request, unit_of(request)), year_of(request)
    group = group_of(unit, request.POST.get("to") or request.GET.get("to", ""))
    known = queries.sheets_of(unit, year).filter(group=group, scheme=found).first()
    form = MarksForm(request.POST or None, scheme=found, year=year, given=given(known, "self_points"))

    def act(said: dict[str, Any]) -> str:
        by = request.user.pk
        made = actions.score(
            scheme=found, unit=unit, year=year, group=group, points=form.points(), notes=form.notes(), by=by
        )
        if SEND in request.POST:
            actions.send(sheet=made, on=today(), by=by, grade=said.get("grade", ""))
        return reverse("rating_sheet", args=[made.uid])

    context: dict[str, Any] = {"scheme": found, "unit": unit, "year": year, "group": group, "sheet": known}
    heading, back = f"Tự chấm điểm năm {year}", f"{reverse('ratings')}?nam={year}"
    return answered(
        request,
        form,
        act,
        template="ratings/score.html",
        heading=heading,
        back=back,
        done="Đã lưu bảng chấm điểm.",
        **context,
    )


@require_safe
def sheet(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A sheet: both scores of every criterion, the sums, the levels, what may be done with it."""
    found, day = queries.sheet_or_404(request.user, uid), today()
    if exports.asked(request):
        table = of_sheet(f"Bảng chấm điểm năm {found.year}", printed(found))
        return exports.handed(request, f"bang-cham-diem-{found.year}", found.unit, table, of=uid)
    verifies = queries.verifies(request.user, found, day)
    context = {
        "sheet": found, "parts": queries.parts(found), "sums": queries.sums(found),
        "scores": found.state in actions.OPEN and access.may_write(request.user, found.unit),
        "verifies": verifies and found.state in (State.SENT, State.VERIFIED),
        "returns": verifies and found.state == State.SENT,
        "changed": "" if found.group else lately_changed(found.unit, found.year),
    }  # fmt: skip
    return render(request, "ratings/sheet.html", context)


@require_safe
def sheet_file(request: HttpRequest, uid: uuid.UUID, ending: str) -> HttpResponse:
    """The sheet as a Word or an Excel file, both scores side by side, to be signed."""
    found = queries.sheet_or_404(request.user, uid)
    if ending not in MADE:
        raise NotHere("Bảng chấm điểm chỉ có bản Word và bản Excel.")
    return download(MADE[ending](printed(found)), f"bang-cham-diem-{found.year}-{found.unit.code}.{ending}")


@asked
def sheet_verify(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The form by which who is above writes down what was found."""
    found = verified_by(request, uid)
    begins = given(found, "points", "self_points")
    form = VerifyForm(request.POST or None, scheme=found.scheme, year=found.year, given=begins)

    def act(said: dict[str, Any]) -> str:
        how = {"on": said["on"], "grade": said.get("grade", ""), "by": request.user.pk}
        actions.verify(sheet=found, points=form.points(), notes=form.notes(), **how)
        return reverse("rating_sheet", args=[uid])

    heading, back = f"Thẩm định bảng chấm điểm năm {found.year}", reverse("rating_sheet", args=[uid])
    return answered(
        request,
        form,
        act,
        template="ratings/verify.html",
        heading=heading,
        back=back,
        done="Đã thẩm định; kết quả đã vào sổ.",
        sheet=found,
    )


@asked
def sheet_return(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Give a sheet back to be scored again."""
    found = verified_by(request, uid)
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        actions.give_back(sheet=found, why=said["why"], by=request.user.pk)
        return reverse("rating_sheet", args=[uid])

    heading, back = "Trả lại bảng chấm điểm", reverse("rating_sheet", args=[uid])
    return answered(
        request,
        form,
        act,
        template="ratings/return.html",
        heading=heading,
        back=back,
        done="Đã trả lại.",
        sheet=found,
    )


def verified_by(request: HttpRequest, uid: uuid.UUID) -> Sheet:
    """The sheet, if this person verifies it."""
    found = queries.sheet_or_404(request.user, uid)
    if not queries.verifies(request.user, found, today()):
        raise PermissionDenied
    return found


def group_of(unit: Unit, named: str) -> Group | None:
    """The group of that uid, of this union; none if none is named."""
    if not named:
        return None
    found = next((one for one in Group.objects.filter(unit=unit, unmade=None) if str(one.uid) == named), None)
    if found is None:
        raise NotHere("Không có tổ, bộ phận này ở công đoàn đang xem.")
    return found

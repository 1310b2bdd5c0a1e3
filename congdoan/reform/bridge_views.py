"""Báo cáo cầu nối as a page, as lists, and as a Word file to sign."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import exports, state
from congdoan.audit.actions import note
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.funds import sheet

from .bridge_lines import report, sheets, tables

NOTHING = "Kỳ này chưa có công đoàn cơ sở, đoàn viên hay tiền nào để lập báo cáo cầu nối; hãy chọn kỳ khác."


@require_safe
def bridge(request: HttpRequest) -> HttpResponse:
    """From what there was to what there is: unions, members, money, a line for each union directly below."""
    unit, period = state.here(request), state.current_period(request)
    parts = report(unit, period)
    if exports.asked(request):
        return exports.handed(request, "cau-noi", unit, *tables(parts), about=[period.label()])
    return render(request, "reform/bridge.html", {"unit": unit, "period": period, "parts": parts})


@require_safe
def bridge_word(request: HttpRequest) -> HttpResponse:
    """The same as a form to sign."""
    unit, period = state.here(request), state.current_period(request).until(today())
    printed = sheets(unit, period, report(unit, period))
    if not printed:
        raise NotHere(NOTHING)
    rows = sum(len(one.rows) for one in printed)
    note(by=request.user.pk, action="export_list", what="cau-noi", unit=unit.code, rows=rows, form="docx")
    return download(sheet.word(*printed), f"cau-noi-{unit.code}.docx")

"""Báo cáo cầu nối as a page, as lists, and as a Word file to sign."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import exports, state
from congdoan.audit.actions import note
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import Table
from congdoan.funds import sheet
from congdoan.funds.models import Fund
from congdoan.org.models import Unit

from .bridge_details import COLUMNS, PARTS, details
from .bridge_lines import report, sheets, tables
from .tables import DETAILS

PER_PAGE = 100
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
def bridge_details(request: HttpRequest) -> HttpResponse:
    """What stands behind a number that came or went: unions, members by union and day, vouchers."""
    unit, period, asked = state.here(request), state.current_period(request), request.GET
    part, column = asked.get("phan", ""), asked.get("cot", "")
    if part not in PARTS or column not in COLUMNS:
        raise NotHere("Không có con số này trong báo cáo cầu nối; hãy mở lại từ báo cáo.")
    under = Unit.objects.filter(code=asked["o"]).first() if "o" in asked else None
    rows, named = details(unit, period, part, column, under), f"{PARTS[part]}: {COLUMNS[column].lower()}"
    if exports.asked(request):
        about = [period.label(), (under or unit).name]
        return exports.handed(request, "chi-tiet", unit, Table(named, DETAILS, rows), about=about)
    page = Paginator(rows, PER_PAGE).get_page(asked.get("trang"))
    context = {
        "unit": unit, "period": period, "page": page, "named": named, "whose": under or unit, "own": under == unit,
        "money": part in Fund.Source.values, "sum": sum(row.amount for row in rows),
    }  # fmt: skip
    return render(request, "reform/bridge_details.html", context)


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

"""Khác: the way to everything that is not needed every day; closed periods, the trail, the proof."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.models import Role
from congdoan.accounts.state import here
from congdoan.audit.actions import broken_seals, note
from congdoan.base.errors import NotHere
from congdoan.base.period import standard_periods, today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.ledger import actions, verify
from congdoan.ledger.models import Closing, Watermark
from congdoan.org.models import Unit
from congdoan.org.queries import under
from congdoan.records.forms import CloseForm, ReopenForm
from congdoan.upward.rights import offered
from congdoan.web import tables
from congdoan.web import trail as trails
from congdoan.web.shell import PAGE, Item

PER_PAGE = 50
READERS = (Role.CHAIR, Role.OFFICER, Role.INSPECTOR, Role.ADMINISTRATOR)
BELOW = "ca-duoi"


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Everything else this person may do."""
    unit = here(request)
    return render(request, "web/more.html", {"unit": unit, "items": _items(request, unit), "mark": _mark()})


@require_http_methods(["GET", "HEAD", "POST"])
def periods(request: HttpRequest) -> HttpResponse:
    """The periods a union has closed; whoever writes for it may close another."""
    unit = here(request)
    half = standard_periods(today())[1]
    form = CloseForm(request.POST or None, initial={"first": half.first, "last": half.last})
    if request.method == "POST":
        access.require(access.may_write(request.user, unit))
    if form.is_valid():
        with form.refusing():
            actions.close(unit=unit, by=request.user.pk, **form.cleaned_data)
            messages.success(request, "Đã khóa sổ. Muốn ghi vào những ngày này phải mở lại và nêu lý do.")
            return redirect("periods")
    closed = Closing.objects.filter(unit=unit, unmade=None).select_related("made").order_by("-from_on")
    if exports.asked(request):
        return exports.handed(request, "khoa-so", unit, Table("Kỳ đang khóa", tables.CLOSED, list(closed)))
    context = {"unit": unit, "closed": closed, "form": form, "writes": access.may_write(request.user, unit)}
    return render(request, "web/periods.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def period_reopen(request: HttpRequest, number: int) -> HttpResponse:
    """Open a closed stretch again, with the reason."""
    rows = Closing.objects.filter(unit__in=access.units_seen(request.user).values("pk"), unmade=None)
    closing = rows.select_related("unit__kind").filter(pk=number).first()
    if closing is None:
        raise NotHere("Không có kỳ nào đang khóa ở địa chỉ này.")
    access.require(access.may_write(request.user, closing.unit))
    form = ReopenForm(request.POST or None)
    if form.is_valid():
        actions.reopen(closing=closing, by=request.user.pk, why=form.cleaned_data["why"])
        messages.success(request, "Đã mở lại kỳ này.")
        return redirect(f"{reverse('periods')}?{state.UNIT}={closing.unit.code}")
    context = {"closing": closing, "form": form}
    return render(request, "web/period_reopen.html", context, status=422 if form.errors else 200)


@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    """Who did what at a union, and who saw what is sensitive."""
    unit, below = here(request), BELOW in request.GET
    if not access.units_seen(request.user, READERS).filter(pk=unit.pk).exists():
        raise PermissionDenied
    rows = trails.of(unit, under(unit, today()) if below else None)
    if exports.asked(request):
        table = Table("Nhật ký", tables.TRAIL, trails.told(rows[:ONE_TOO_MANY]))
        return exports.handed(request, "nhat-ky", unit, table, about=["cả cấp dưới" if below else ""])
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get(PAGE))
    context = {"unit": unit, "page": page, "events": trails.told(page), "below": below}
    return render(request, "web/trail.html", context)


@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """What people ask most."""
    return render(request, "web/help.html")


@require_safe
def proof(request: HttpRequest) -> HttpResponse:
    """When the book was last recomputed, and what it found."""
    context = {"mark": _mark(), "may": _administers(request), "ran": False}
    return render(request, "web/proof.html", context)


@require_POST
def proof_run(request: HttpRequest) -> HttpResponse:
    """Recompute everything now, and say what does not agree."""
    if not _administers(request):
        raise PermissionDenied
    found, seals = verify.verify(), broken_seals()
    note(by=request.user.pk, action="verify", differences=len(found), seals=len(seals))
    context = {"mark": _mark(), "may": True, "ran": True, "found": found, "seals": seals}
    return render(request, "web/proof.html", context)


def _items(request: HttpRequest, unit: Unit) -> list[tuple[str, list[Item]]]:
    """The links, by what they are about; what a role cannot do isn't shown."""
    reads = access.units_seen(request.user, READERS).filter(pk=unit.pk).exists()
    administers = access.may_administer(request.user, unit)
    keeps = access.may_see_sensitive(request.user, unit)
    links = [
        ("Tổ chức", "tree", "Hệ thống tổ chức", "network", True),
        ("Tổ chức", "reforms", "Sắp xếp tổ chức", "git-fork", administers),
        ("Tổ chức", "officers", "Cán bộ công đoàn, nhiệm kỳ", "users-round", True),
        ("Tổ chức", "people", "Người dùng và vai trò", "users", administers),
        ("Sổ", "members", "Đoàn viên", "id-card", keeps),
        (
            "Sổ",
            "imports",
            "Nhập từ bảng tính",
            "file-up",
            administers or access.may_write(request.user, unit),
        ),
        ("Sổ", "whole_book", "Tải toàn bộ sổ", "archive", keeps and access.may_write(request.user, unit)),
        ("Sổ", "records", "Việc đã ghi", "list", True),
        ("Sổ", "meetings", "Hội nghị, cuộc họp", "presentation", True),
        ("Sổ", "petitions", "Ý kiến, kiến nghị chờ trả lời", "message-circle-question-mark", True),
        ("Sổ", "targets", "Nghị quyết, chỉ tiêu", "target", True),
        ("Sổ", "funds", "Các quỹ", "piggy-bank", True),
        ("Văn bản, kế hoạch", "papers", "Văn bản đi, đến", "file-text", True),
        ("Văn bản, kế hoạch", "plans", "Kế hoạch, chương trình", "list-checks", True),
        ("Văn bản, kế hoạch", "reports_asked", "Báo cáo phải nộp", "send", True),
        ("Sổ", "periods", "Khóa sổ từng kỳ", "lock", True),
        ("Thi đua, khen thưởng", "emulation", "Thi đua, khen thưởng", "award", True),
        ("Thi đua, khen thưởng", "ratings", "Chấm điểm, xếp loại", "medal", True),
        ("Thi đua, khen thưởng", "award_register", "Sổ khen thưởng", "book-marked", True),
        ("Kiểm tra", "oversight", "Kiểm tra, giám sát", "clipboard-check", True),
        ("Kiểm tra", "findings", "Kiến nghị sau kiểm tra", "list-checks", True),
        (
            "Kiểm tra",
            "complaints",
            "Sổ đơn khiếu nại, tố cáo",
            "mail",
            access.may_see_sensitive(request.user, unit),
        ),
        ("Kiểm tra", "trail", "Nhật ký", "scroll-text", reads),
        ("Kiểm tra", "proof", "Đối chiếu sổ", "scale", True),
        ("Báo cáo", "country", "Số liệu toàn quốc", "globe", offered(request.user)),
        ("Báo cáo", "report_templates", "Mẫu báo cáo, các thẻ", "file-type", True),
        ("Báo cáo", "figures_text", "Mười dòng để nhắn tin", "message-square-text", True),
        ("Của bạn", "calendar", "Lịch trên điện thoại", "calendar-days", True),
        ("Của bạn", "help", "Trợ giúp", "circle-question-mark", True),
        ("Của bạn", "tokens", "Kết nối chương trình", "plug", True),
        ("Của bạn", "account", "Tài khoản, mật khẩu", "settings", True),
    ]
    groups: dict[str, list[Item]] = {}
    for group, name, label, icon, shown in links:
        if shown:
            groups.setdefault(group, []).append(Item(label, reverse(name), icon))
    return list(groups.items())


def _mark() -> Watermark | None:
    return Watermark.objects.first()


def _administers(request: HttpRequest) -> bool:
    return access.seats(request.user).filter(role=Role.ADMINISTRATOR).exists()

"""Kế hoạch sắp xếp: written step by step or taken from a file, looked at before anyone signs, carried out, taken back.
Only administrators of the union that decides."""

import uuid
from typing import Any

import tomli_w
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from congdoan.accounts import access, state
from congdoan.accounts.answering import answered
from congdoan.base.errors import NotHere, Refused
from congdoan.base.forms import Form
from congdoan.org.models import Unit
from congdoan.records.files import open_file, read

from . import drafting, funding, plan, reorganising, wording
from .changing import asked
from .effects import endings
from .models import Reorganisation
from .plan import VERBS, Plan
from .plan_forms import DecisionForm, DecisionScanForm, PlanFileForm, TakeBackForm

State = Reorganisation.State
FORM, STEP = "reform/plan_form.html", "buoc"
LARGEST = 1_000_000  # bytes of a plan's file


@require_safe
def reforms(request: HttpRequest) -> HttpResponse:
    """The plans of the union looked at, the newest first."""
    unit = _administered(request)
    rows = Reorganisation.objects.filter(unit=unit).order_by("-on", "-pk")
    return render(request, "reform/plans.html", {"unit": unit, "plans": rows, "form": PlanFileForm()})


@asked
def reform_new(request: HttpRequest) -> HttpResponse:
    """A plan begins with its decision."""
    unit = _administered(request)
    form = DecisionForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        return url_of(drafting.draft(said={**form.said(), "unit": unit.code}, by=request.user.pk))

    return shown(request, form, act, "Soạn kế hoạch sắp xếp", reverse("reforms"), "Soạn tiếp các bước")


@asked
def reform_file(request: HttpRequest) -> HttpResponse:
    """A plan taken from a file, of a union this person administers."""
    _administered(request)
    form = PlanFileForm(request.POST or None, request.FILES or None)

    def act(said: dict[str, Any]) -> str:
        written = plan.read(_text(said["plan"])).said
        if not _may(request, str(written["unit"])):
            raise Refused(
                f"Bạn không quản trị công đoàn nào mang mã “{str(written['unit'])[:60]}”; hãy sửa dòng unit.",
                "plan",
            )
        return url_of(drafting.draft(said=written, by=request.user.pk))

    return shown(request, form, act, "Đưa kế hoạch từ tệp vào", reverse("reforms"), "Đưa vào")


@require_safe
def reform(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The plan as a paper: its decision, its steps; what was done."""
    one = one_of(request, uid)
    meant = plan.understood(one.plan, whole=False)
    drafted = one.state == State.DRAFT
    context = {"one": one, "steps": wording.sentences(meant), "verbs": VERBS, "drafting": drafted}
    context |= {"proposed": funding.proposed(one.unit, one.on)} if drafted else {}
    return render(request, "reform/plan.html", context)


@asked
def reform_say(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The decision is said otherwise."""
    one = draft_of(request, uid)
    form = DecisionForm(request.POST or None, initial=one.plan)

    def act(said: dict[str, Any]) -> str:
        drafting.say(one=one, said=form.said(), by=request.user.pk)
        return url_of(one)

    return shown(request, form, act, "Quyết định sắp xếp", url_of(one), "Lưu")


@asked
def reform_preview(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What the plan would do, and the tree as it would be after each step; nothing of it stays. It is carried out to be
    seen, and others wait to write meanwhile: only who presses the button has it done."""
    one = draft_of(request, uid)
    if request.method != "POST":
        return render(request, "reform/plan_look.html", {"one": one})
    meant = _meant(one)
    last = len(meant.steps)
    step = min(last, int(request.POST.get(STEP, "")[:4])) if request.POST.get(STEP, "").isdecimal() else last
    context = {
        "one": one, "seen": reorganising.preview(meant), "endings": endings(meant), "step": step, "last": last,
        "tree": reorganising.what_if(meant, one.unit, step), "steps": wording.sentences(meant)[:step],
    }  # fmt: skip
    return render(request, "reform/plan_preview.html", context)


@asked
def reform_carry_out(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The plan is carried out."""
    one = draft_of(request, uid)
    form = Form(request.POST if request.method == "POST" else None)

    def act(said: dict[str, Any]) -> str:
        reorganising.carry_out(plan=_meant(one), by=request.user.pk, uid=one.uid)
        return url_of(one)

    return shown(
        request, form, act, "Thực hiện sắp xếp", url_of(one), "Thực hiện", done="Đã thực hiện; mọi tổng số vẫn khớp.",
        lead=f"{one.name}, từ ngày {one.on:%d/%m/%Y}. Tổ chức, đoàn viên, vai trò chuyển theo kế hoạch; hoàn tác được cho đến khi "
        "có người ghi tiếp lên trên.",
    )  # fmt: skip


@asked
def reform_take_back(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What the plan did is undone."""
    one = one_of(request, uid)
    form = TakeBackForm(request.POST or None)

    def act(said: dict[str, Any]) -> str:
        reorganising.take_back(one=one, by=request.user.pk, **said)
        return url_of(one)

    done = "Đã hoàn tác; tổ chức, đoàn viên và mọi con số như trước khi sắp xếp."
    return shown(request, form, act, "Hoàn tác sắp xếp", url_of(one), "Hoàn tác", done=done, danger=True)


@require_POST
def reform_again(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A new draft of the same plan."""
    one = one_of(request, uid)
    messages.success(request, "Đã chép thành kế hoạch mới.")
    return redirect(url_of(drafting.draft(said=one.plan, by=request.user.pk)))


@require_POST
def reform_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A draft is given up."""
    drafting.drop(one=draft_of(request, uid), by=request.user.pk)
    messages.success(request, "Đã bỏ kế hoạch.")
    return redirect("reforms")


@asked
def reform_scan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The scan of the signed decision is kept with the plan."""
    one = one_of(request, uid)
    form = DecisionScanForm(request.POST or None, request.FILES or None)

    def act(said: dict[str, Any]) -> str:
        drafting.keep_scan(one=one, content=read(said["uploads"][0]), by=request.user.pk)
        return url_of(one)

    return shown(request, form, act, "Bản chụp quyết định", url_of(one), "Đính kèm", done="Đã đính kèm.")


@require_safe
def reform_scan_file(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The scan itself."""
    one = one_of(request, uid)
    if one.scan is None:
        raise NotHere("Kế hoạch này chưa có bản chụp quyết định.")
    return _handed(open_file(one.scan.digest), one.scan.media_type, "quyet-dinh", inline=True)


@require_safe
def reform_plan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The plan as a file, for another installation or the command line."""
    text = tomli_w.dumps(one_of(request, uid).plan)
    return _handed(text.encode(), "application/toml; charset=utf-8", "ke-hoach-sap-xep.toml")


def shown(
    request: HttpRequest, form: Form, act: Any, heading: str, back: str, button: str, *, done: str = "Đã lưu.", **more: Any
) -> HttpResponse:  # fmt: skip
    return answered(
        request, form, act, template=FORM, heading=heading, back=back, button=button, done=done, **more
    )


def _administered(request: HttpRequest) -> Unit:
    unit = state.here(request)
    if not access.may_administer(request.user, unit):
        raise PermissionDenied
    return unit


def _may(request: HttpRequest, code: str) -> bool:
    unit = Unit.objects.filter(code=code).first()
    return unit is not None and access.may_administer(request.user, unit)


def one_of(request: HttpRequest, uid: uuid.UUID) -> Reorganisation:
    """A plan of a union this person administers; none and not-allowed are not told apart."""
    one = (
        Reorganisation.objects.filter(uid=uid).select_related("unit__kind", "scan", "made", "latest").first()
    )
    if one is None or not access.may_administer(request.user, one.unit):
        raise NotHere("Không có kế hoạch nào ở địa chỉ này trong phạm vi bạn quản trị.")
    return one


def draft_of(request: HttpRequest, uid: uuid.UUID) -> Reorganisation:
    one = one_of(request, uid)
    if one.state != State.DRAFT:
        raise NotHere("Kế hoạch này không còn đang soạn.")
    return one


def _meant(one: Reorganisation) -> Plan:
    return plan.understood(one.plan, whole=False)


def url_of(one: Reorganisation) -> str:
    return reverse("reform", args=[one.uid])


def _text(upload: Any) -> str:
    if upload.size > LARGEST:
        raise Refused("Tệp kế hoạch lớn quá 1 MB; hãy xem lại tệp.", "plan")
    try:
        return str(upload.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused("Tệp này không phải văn bản UTF-8; hãy lưu lại rồi gửi.", "plan") from None


def _handed(content: Any, media_type: str, name: str, *, inline: bool = False) -> HttpResponse:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    headers["Content-Disposition"] = str(content_disposition_header(not inline, name))
    return HttpResponse(content, content_type=media_type, headers=headers)

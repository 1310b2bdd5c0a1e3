"""The pages that write targets: a resolution with its rows, one target, an answer by hand, a table handed down."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.accounts import access
from congdoan.accounts.answering import answered
from congdoan.accounts.state import here
from congdoan.audit.actions import new_uid
from congdoan.base.errors import NotHere, Refused
from congdoan.base.forms import Form
from congdoan.org import queries as org

from . import actions, queries, wording
from .forms import AmendForm, AnswerForm, AssignForm, PasteForm, ResolutionForm, TargetForm, WhyForm, filled
from .models import Assignment, Resolution, Target
from .views import resolution_or_404, target_or_404

asked = require_http_methods(["GET", "HEAD", "POST"])
DO, ADD, PASTE, ROW = "lam", "them", "dan", "row"
FIRST_ROWS, MOST_ROWS, MOST_CELLS = 3, 100, 8


@asked
def resolution_new(request: HttpRequest) -> HttpResponse:
    """A resolution with its targets: typed row by row, or pasted and looked over."""
    unit = here(request)
    access.require(access.may_write(request.user, unit))
    form = ResolutionForm(request.POST or None, unit=unit, initial={"uid": new_uid()})
    rows = rows_of(request.POST if request.method == "POST" else None)
    if request.method == "POST" and DO not in request.POST and valid(form, rows):
        with form.refusing():
            made = actions.resolve(
                unit=unit,
                by=request.user.pk,
                targets=[row.said() for row in typed(rows)],
                **form.cleaned_data,
            )
            messages.success(request, "Đã ghi nghị quyết; kết quả tính từ số liệu trong sổ.")
            return redirect("score_sheet", made.uid)
    wrong = request.method == "POST" and DO not in request.POST
    paste = PasteForm(initial={"pasted": ""})
    context = {"unit": unit, "form": form, "rows": rows, "paste": paste, "wrong": wrong}
    if not wrong and form.is_bound:
        form.errors.clear()
    return render(request, "targets/resolution_form.html", context, status=422 if wrong else 200)


@asked
def target_add(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One more target of a resolution."""
    resolution = changeable(request, uid)
    form = TargetForm(request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.add_target(resolution=resolution, by=request.user.pk, **form.said())

    return _answer(request, form, act, resolution, "Thêm chỉ tiêu", "Đã thêm chỉ tiêu.", "Lưu")


@asked
def target_amend(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A target set anew by a paper; what it was is kept."""
    target = changeable_target(request, uid)
    form = AmendForm(request.POST or None, initial=filled(target))

    def act(said: dict[str, Any]) -> None:
        actions.amend_target(target=target, by=request.user.pk, **form.said())

    return _answer(
        request, form, act, target.resolution, "Điều chỉnh chỉ tiêu", "Đã điều chỉnh.", "Lưu", target
    )


@asked
def target_withdraw(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A target that no longer holds."""
    target = changeable_target(request, uid)
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.withdraw_target(target=target, by=request.user.pk, **said)

    return _answer(
        request, form, act, target.resolution, "Bỏ chỉ tiêu", "Đã bỏ chỉ tiêu.", "Bỏ chỉ tiêu", target
    )


@asked
def target_answer(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say how a target stands that no figure answers."""
    target = answerable(request, uid)
    form = AnswerForm(request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.answer(target=target, by=request.user.pk, **said)

    return _answer(
        request, form, act, target.resolution, "Xác nhận kết quả", "Đã ghi kết quả.", "Lưu", target
    )


@asked
def resolution_withdraw(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A resolution written by mistake."""
    resolution = changeable(request, uid)
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.withdraw(resolution=resolution, by=request.user.pk, **said)

    heading, done = "Hủy nghị quyết khỏi sổ", "Đã hủy nghị quyết khỏi sổ."
    return _answer(request, form, act, resolution, heading, done, "Hủy khỏi sổ", to=reverse("targets"))


@asked
def resolution_assign(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Hand targets down: a paper, and a table of unions and the targets chosen."""
    resolution = changeable(request, uid)
    every = [target for target in queries.targets_of([resolution]) if not target.by_hand]
    named = request.GET.getlist("muc")
    chosen = [target for target in every if str(target.uid) in named][:MOST_CELLS]
    day = queries.day_of(resolution.period, None).on
    units = list(org.children(resolution.unit, max(day, resolution.first)))
    form = AssignForm(request.POST or None, units=units, targets=chosen)
    if form.is_valid():
        with form.refusing():
            actions.assign(
                resolution=resolution, by=request.user.pk, number=form.cleaned_data["number"],
                signed_on=form.cleaned_data["signed_on"], handed=form.handed(),
            )  # fmt: skip
            messages.success(request, "Đã giao; mỗi công đoàn thấy phần của mình.")
            return redirect("targets_below", resolution.uid)
    context = {
        "resolution": resolution,
        "unit": resolution.unit,
        "form": form,
        "every": every,
        "chosen": chosen,
    }
    return render(request, "targets/assign.html", context, status=422 if form.errors else 200)


@asked
def assignment_take_back(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A paper that handed targets down no longer holds."""
    found = assignment_of(request, uid)
    resolution = found.resolution
    form = WhyForm(request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.take_back(assignment=found, by=request.user.pk, **said)

    heading = f"Thu hồi văn bản giao {found.number}"
    return _answer(request, form, act, resolution, heading, "Đã thu hồi.", "Thu hồi")


@require_POST
def score_sheet_confirm(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The score sheet is final as it stands."""
    resolution = changeable(request, uid)
    try:
        actions.confirm(resolution=resolution, by=request.user.pk)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "Đã xác nhận bảng điểm.")
    return redirect("score_sheet", resolution.uid)


def changeable(request: HttpRequest, uid: uuid.UUID) -> Resolution:
    """The resolution, if this person may write for its union."""
    resolution = resolution_or_404(request, uid)
    access.require(access.may_write(request.user, resolution.unit))
    return resolution


def changeable_target(request: HttpRequest, uid: uuid.UUID) -> Target:
    """The target, if this person may write for its union."""
    target = target_or_404(request, uid)
    access.require(access.may_write(request.user, target.resolution.unit))
    return target


def answerable(request: HttpRequest, uid: uuid.UUID) -> Target:
    """The same, of one that people answer."""
    target = changeable_target(request, uid)
    if not target.by_hand:
        raise NotHere("Chỉ tiêu này tính từ số liệu trong sổ; hãy xem ở bảng điểm.")
    return target


def assignment_of(request: HttpRequest, uid: uuid.UUID) -> Assignment:
    """The paper that handed targets down, if this person may write for who did."""
    found = Assignment.objects.filter(uid=uid, unmade=None).select_related("resolution").first()
    if found is None:
        raise NotHere("Không có văn bản giao chỉ tiêu nào ở địa chỉ này trong phạm vi bạn được xem.")
    changeable(request, found.resolution.uid)
    return found


def rows_of(data: QueryDict | None) -> list[TargetForm]:
    """The rows sent; more where asked for: an empty one, or those read out of what was pasted."""
    if data is None:
        return [TargetForm(prefix=f"t{n}", use_required_attribute=False) for n in range(FIRST_ROWS)]
    numbers = [n for n in data.getlist(ROW) if n.isdecimal()][:MOST_ROWS]
    rows = [TargetForm(data, prefix=f"t{n}", use_required_attribute=False) for n in numbers]
    fresh = 1 + max((int(n) for n in numbers), default=-1)
    if data.get(DO) == PASTE:
        read = wording.lines(data.get("pasted", ""))[: MOST_ROWS - len(rows)]
        rows = typed(rows) + [_read(fresh + n, said) for n, said in enumerate(read)]
    if data.get(DO) == ADD or not rows:
        rows.append(TargetForm(prefix=f"t{fresh}", use_required_attribute=False))
    return rows


def _read(number: int, said: Mapping[str, Any]) -> TargetForm:
    """A row as it was read, for a person to look over."""
    begun = {
        **said,
        "indicator": [said["indicator"]] if said["indicator"] else [],
        "joint": "joint" if said["joint"] else "",
    }
    begun["value"] = str(said["value"]).replace(".", ",")
    return TargetForm(prefix=f"t{number}", initial=begun, use_required_attribute=False)


def typed(rows: Sequence[TargetForm]) -> list[TargetForm]:
    """The rows in which a target was typed."""
    return [row for row in rows if row["text"].value() or row["indicator"].value()]


def valid(form: ResolutionForm, rows: Sequence[TargetForm]) -> bool:
    """Whether the paper and each target typed can be read; there is one at least."""
    found = typed(rows)
    right = [row.is_valid() for row in found]
    if form.is_valid() and not found:
        form.add_error(None, "Nghị quyết chưa có chỉ tiêu nào: hãy ghi ít nhất một dòng.")
    return form.is_valid() and all(right)


def _answer(
    request: HttpRequest,
    form: Form,
    act: Callable[[dict[str, Any]], None],
    resolution: Resolution,
    heading: str,
    done: str,
    button: str,
    target: Target | None = None,
    to: str = "",
) -> HttpResponse:
    """The form, with what was refused; or what it did, shown on the score sheet, or where it leads `to`."""
    back = reverse("score_sheet", args=[resolution.uid])

    def acted(said: dict[str, Any]) -> str:
        act(said)
        return to or back

    return answered(
        request, form, acted, template="targets/change.html", heading=heading, back=back, button=button,
        done=done, resolution=resolution, target=target,
    )  # fmt: skip

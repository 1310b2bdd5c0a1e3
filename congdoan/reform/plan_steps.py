"""The steps of a plan in pages: added, said otherwise, dropped, proposed from who pays."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from congdoan.base.errors import NotHere, Refused
from congdoan.base.words import grouped

from . import drafting, funding, plan
from .changing import asked
from .models import Reorganisation
from .named import Named
from .plan import VERBS
from .plan_forms import STEPS, StepForm
from .plan_views import draft_of, shown, url_of


@asked
def reform_step(request: HttpRequest, uid: uuid.UUID, do: str) -> HttpResponse:
    """One step more."""
    one = draft_of(request, uid)
    if do not in STEPS:
        raise NotHere("Không có loại bước này.")
    return _step(request, one, do, None)


@asked
def reform_step_amend(request: HttpRequest, uid: uuid.UUID, number: int) -> HttpResponse:
    """A step is said otherwise."""
    one = draft_of(request, uid)
    steps = one.plan.get("step", [])
    if not 1 <= number <= len(steps):
        raise NotHere("Không có bước này trong kế hoạch; hãy tải lại trang.")
    return _step(request, one, steps[number - 1]["do"], number)


@require_POST
def reform_step_drop(request: HttpRequest, uid: uuid.UUID, number: int) -> HttpResponse:
    """A step is no longer in the plan."""
    one = draft_of(request, uid)
    drafting.drop_step(one=one, number=number, by=request.user.pk)
    messages.success(request, "Đã bỏ bước khỏi kế hoạch.")
    return redirect(url_of(one))


def _step(request: HttpRequest, one: Reorganisation, do: str, number: int | None) -> HttpResponse:
    named = Named(plan.understood(one.plan, whole=False))
    known = one.plan["step"][number - 1] if number else None
    form: StepForm = STEPS[do](request.POST or None, named=named, step=known)

    def act(said: dict[str, Any]) -> str:
        step = form.said()
        plan.understood({**one.plan, "step": [step]})
        drafting.put_step(one=one, step=step, number=number, by=request.user.pk)
        return url_of(one)

    heading = f"Bước {number or len(one.plan.get('step', [])) + 1}: {VERBS[do]}"
    return shown(request, form, act, heading, url_of(one), "Lưu bước", offered=named.offered())


@require_POST
def reform_propose(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A step that ends those whom the State pays wholly, and whom no step names yet."""
    one = draft_of(request, uid)
    named = {code for step in plan.understood(one.plan, whole=False).steps for code in step.units}
    ending = [unit.code for unit in funding.proposed(one.unit, one.on).ending if unit.code not in named]
    if not ending:
        raise Refused(
            "Không còn công đoàn nào để đề xuất; hãy ghi nguồn kinh phí của cơ quan, đơn vị ở trang từng công đoàn."
        )
    drafting.put_step(one=one, step={"do": "end", "units": ending}, number=None, by=request.user.pk)
    messages.success(
        request, f"Đã thêm bước kết thúc {grouped(len(ending))} công đoàn; hãy xem lại từng nơi."
    )
    return redirect(url_of(one))

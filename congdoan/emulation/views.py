"""Thi đua, khen thưởng: what waits, the year's proposals; a proposal written, sent, sent back."""

import uuid
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.state import here
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.records.achievements import usual_year
from congdoan.records.rights import unit_of, writable

from . import actions, queries, quotas, tables
from .chain import answers_here
from .eligibility import evidence
from .filling import Filling
from .forms import FORM, WhyForm
from .models import Proposal

DO = "_lam"  # in forms: rearrange the rows
PER_PAGE, FEW = 50, 8
YEAR, STATE, PAGE = "nam", "tt", "trang"
State = Proposal.State
asked = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def emulation(request: HttpRequest) -> HttpResponse:
    """What waits for this person, the proposals of the year, what may still be put forward."""
    unit = here(request)
    writes, year = access.may_write(request.user, unit), usual_year()
    began = date(today().year, 1, 1)
    rows = queries.under(queries.proposals(request.user), unit).filter(proposed_on__gte=began)
    context = {
        "unit": unit,
        "writes": writes,
        "year": year,
        "waiting": queries.waiting(unit) if writes else None,
        "rows": list(rows[:FEW]),
        "today": today(),
        "rooms": quotas.own(unit, year, today()),
    }
    return render(request, "emulation/home.html", context)


@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """Every proposal of a union and those under it, by year and state."""
    unit = here(request)
    year, where = request.GET.get(YEAR, ""), request.GET.get(STATE, "")
    rows = queries.under(queries.proposals(request.user), unit)
    if year.isdecimal():
        rows = rows.filter(achievement_year=int(year[:4]))
    if where in State.values:
        rows = rows.filter(state=where)
    if exports.asked(request):
        table = Table("Đề nghị khen thưởng", tables.PROPOSALS, list(rows[:ONE_TOO_MANY]))
        about = [f"năm {year}" if year.isdecimal() else "", str(dict(State.choices).get(where, ""))]
        return exports.handed(request, "de-nghi-khen-thuong", unit, table, about=about)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get(PAGE))
    years = range(today().year, today().year - 10, -1)
    context = {
        "unit": unit,
        "page": page,
        "year": year,
        "years": years,
        "where": where,
        "states": State.choices,
    }
    context["writes"] = access.may_write(request.user, unit)
    return render(request, "emulation/proposals.html", context)


@asked
def proposal_new(request: HttpRequest) -> HttpResponse:
    """A proposal of the union looked at."""
    unit = unit_of(request)
    return _filled(request, Filling(unit, request.POST if request.method == "POST" else None))


@asked
def proposal_change(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The same form filled with what the proposal says."""
    found = queries.proposal_or_404(request.user, uid)
    writable(request, found.unit)
    if found.state not in actions.OPEN:
        messages.warning(request, f"Đề nghị này {found.get_state_display().lower()} nên không sửa được.")
        return redirect("proposal", uid)
    data = request.POST if request.method == "POST" else None
    return _filled(request, Filling(found.unit, data, found))


@require_safe
def proposal(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A proposal: whom it puts forward, what the book says of each, where it stands, what can be done."""
    found = queries.proposal_or_404(request.user, uid)
    if exports.asked(request):
        known = evidence(found, list(found.candidates.select_related("person", "union")))
        table = Table(str(found), tables.CANDIDATES, known)
        return exports.handed(request, f"de-nghi-{found.proposed_on}", found.unit, table, of=found.uid)
    return render(request, "emulation/proposal.html", _shown(request, found))


@asked
def proposal_send(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Send it; one over the quota is asked for its reason."""
    found = queries.proposal_or_404(request.user, uid)
    writable(request, found.unit)
    if request.method != "POST":
        return redirect("proposal", uid)
    over_why = request.POST.get("over_why", "")[:500]
    try:
        sent = actions.send(proposal=found, by=request.user.pk, over_why=over_why)
    except Refused as refused:
        context = _shown(request, found) | {"refused": refused.sentence, "over_why": over_why}
        return render(request, "emulation/proposal.html", context, status=422)
    messages.success(
        request, f"Đã gửi {sent.to.name}." if sent.to else "Đã ghi là gửi ra ngoài hệ thống công đoàn."
    )
    return redirect("proposal", uid)


@asked
def proposal_return(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Send it back with the reason, by who hears it."""
    found = queries.proposal_or_404(request.user, uid)
    writable(request, found.to)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        with form.refusing():
            actions.send_back(proposal=found, by=request.user.pk, why=form.cleaned_data["why"])
            messages.success(request, "Đã trả lại kèm lý do; nơi gửi sửa rồi gửi lại.")
            return redirect("emulation")
    context = {
        "form": form,
        "heading": "Trả lại đề nghị",
        "lead": str(found),
        "button": "Trả lại",
        "back": found.uid,
    }
    return render(request, "emulation/why.html", context, status=422 if form.errors else 200)


def may_answer(request: HttpRequest, found: Proposal) -> bool:
    """Whether this person writes down a decision on it that comes from outside the book."""
    outside = found.state == State.SENT and found.to_id != found.unit_id and not answers_here(found.to)
    return outside and access.may_write(request.user, found.unit)


def _filled(request: HttpRequest, filling: Filling) -> HttpResponse:
    """The form, or where saving it leads."""
    if request.method != "POST":
        return _form(request, filling)
    try:
        if DO in request.POST:
            filling.rearrange(request.POST[DO])
        elif filling.is_valid():
            return _saved(request, filling)
    except Refused as refused:
        filling.refuse(refused)
    return _form(request, filling)


def _saved(request: HttpRequest, filling: Filling) -> HttpResponse:
    said, by = filling.said(), request.user.pk
    if filling.proposal:
        made = actions.change(proposal=filling.proposal, by=by, **said)
    else:
        made = actions.propose(unit=filling.unit, uid=filling.uid, by=by, **said)
    if not queries.proposals(request.user).filter(pk=made.pk).exists():
        raise PermissionDenied
    return redirect("proposal", made.uid)


def _form(request: HttpRequest, filling: Filling) -> HttpResponse:
    wrong = filling.problems()
    context = {
        "filling": filling,
        "unit": filling.unit,
        "proposal": filling.proposal,
        "problems": wrong,
        "kind": {"slug": FORM},
        "do": DO,
        "rooms": quotas.own(filling.unit, usual_year(), today()),
        "instead": access.writes_for(request.user, filling.unit),
        "may_switch": state.may_switch(request),
    }
    return render(request, "emulation/form.html", context, status=422 if wrong else 200)


def _shown(request: HttpRequest, found: Proposal) -> dict[str, Any]:
    candidates = list(found.candidates.select_related("person", "union", "source__proposal__unit"))
    granted, known = queries.outcomes(candidates), evidence(found, candidates)
    units = {grant.decision.unit_id for grant in granted.values()}
    units |= {record.unit_id for one in known for shown in one.shown for record in shown.found.records}
    return {
        "proposal": found,
        "rows": [(one, granted.get(one.candidate.pk)) for one in known],
        "rooms": quotas.of_proposal(found),
        "changes_it": found.state in actions.OPEN and access.may_write(request.user, found.unit),
        "hears_it": found.state == State.SENT
        and found.to is not None
        and access.may_write(request.user, found.to),
        "answers_it": may_answer(request, found),
        "sees_council": found.council is not None and access.sees(request.user, found.council.unit),
        "sees": set(state.seen(request).filter(pk__in=units).values_list("pk", flat=True)),
    }

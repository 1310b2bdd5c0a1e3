"""The decision's pages: made from what a council carried or received from outside; amended, revoked."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts import access, exports
from congdoan.accounts.models import User
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import Table
from congdoan.org.models import Unit
from congdoan.org.queries import naming
from congdoan.records import kind as kinds
from congdoan.records.entry import uid_of
from congdoan.records.forms import funds_for
from congdoan.records.rights import writable
from congdoan.records.shown import shown
from congdoan.records.titles import bonus, text_for

from . import councils, decisions, eligibility, queries, tables
from .councils import Heard
from .forms import AmendDecisionForm, DecisionForm, WhyForm
from .models import Asked, Council, Decision, Proposal
from .views import may_answer

asked = require_http_methods(["GET", "HEAD", "POST"])


@asked
def decision_new(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Grant what a proposal, and those heard with it, asks for."""
    found = queries.proposal_or_404(request.user, uid)
    council, heard = heard_for(request, found)
    unit = council.unit if council else found.unit
    granted = {one.candidate.pk: "" for one in heard if one.carried or council is None}
    form = DecisionForm(request.POST or None, unit=unit, heard=heard, granted=granted, initial=signs(unit))
    if form.is_valid():
        with form.refusing():
            made = decisions.decide(
                unit=unit, asked=found, council=council, granted=form.granted(), money=form.money(),
                by=request.user.pk, uid=uid_of(request.POST), **form.signature(),
            )  # fmt: skip
            messages.success(request, "Đã ghi quyết định; số liệu khen thưởng đã theo quyết định.")
            return redirect("decision", made.uid)
    return _page(request, form, found, council, heard, {"proposal": found, "uid": uid_of(request.POST)})


@require_safe
def decision(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What was granted, to whom, by which votes; its papers."""
    found = queries.decision_or_404(request.user, uid)
    grants = queries.granted(found)
    money = decisions.money(found, grants)
    if exports.asked(request):
        table = Table(str(found), tables.granted(found), list(zip(grants, money, strict=True)))
        return exports.handed(request, f"khen-thuong-{found.signed_on}", found.unit, table, of=found.uid)
    record = kinds.full(found.record)
    writer = User.objects.filter(pk=found.changed.by or 0).first()
    context = {
        "decision": found,
        "grants": list(zip(grants, money, strict=True)),
        "record": record,
        "writes": access.may_write(request.user, found.unit) and not found.revoked,
        "total": sum(money),
        "text": text_for(found.award, found.signed_on),
        "writer": writer,
    }
    return render(request, "emulation/decision.html", context)


@asked
def decision_amend(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change number, day, signer, or who is granted, with the reason; the record follows."""
    found = queries.decision_or_404(request.user, uid)
    writable(request, found.unit)
    if found.revoked:
        return redirect("decision", uid)
    heard = heard_of(found)
    granted = dict(found.grants.values_list("candidate", "exception"))
    form = AmendDecisionForm(
        request.POST or None, unit=found.unit, heard=heard, granted=granted, initial=said_of(found)
    )
    if form.is_valid():
        with form.refusing():
            decisions.amend(
                decision=found, granted=form.granted(), why=form.cleaned_data["why"], money=form.money(),
                by=request.user.pk, **form.signature(),
            )  # fmt: skip
            messages.success(request, "Đã sửa quyết định; việc khen thưởng trong sổ đã theo.")
            return redirect("decision", uid)
    return _page(request, form, found, found.council, heard, {"decision": found})


@asked
def decision_revoke(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take it back, with the reason."""
    found = queries.decision_or_404(request.user, uid)
    writable(request, found.unit)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        with form.refusing():
            decisions.revoke(decision=found, why=form.cleaned_data["why"], by=request.user.pk)
            messages.success(request, "Đã thu hồi; số liệu khen thưởng đã trừ lại.")
            return redirect("decision", uid)
    context = {
        "form": form,
        "heading": "Thu hồi quyết định",
        "lead": str(found),
        "button": "Thu hồi",
        "danger": True,
    }
    return render(request, "emulation/why.html", context, status=422 if form.errors else 200)


def heard_for(request: HttpRequest, found: Proposal) -> tuple[Council | None, list[Heard]]:
    """Before which council, and whom; none for a decision from outside. 404 and 403 as everywhere."""
    if found.council and found.state == Proposal.State.COUNCIL:
        writable(request, found.council.unit)
        return found.council, _all_heard(found, found.council)
    if not may_answer(request, found):
        raise NotHere("Đề nghị này không chờ quyết định của công đoàn bạn.")
    return None, _all_heard(found, None)


def heard_of(found: Decision) -> list[Heard]:
    """Whom a decision chose among."""
    first = found.grants.select_related("candidate__proposal__council").first()
    if first is None:
        raise NotHere(queries.NOT_HERE)
    return _all_heard(first.candidate.proposal, found.council)


def _all_heard(found: Proposal, council: Council | None) -> list[Heard]:
    if council is not None:
        group = next(group for group in councils.groups(council) if group.asked.asked == found.asked)
        return list(group.heard)
    rows = found.candidates.select_related("person", "union", "proposal__unit")
    return [Heard(one, None, Council(met_on=found.proposed_on, attendees="")) for one in rows]


def signs(unit: Unit) -> dict[str, Any]:
    """Who signs for the union, and its own money to pay from."""
    signs, fund = naming(unit, today()), funds_for(unit).filter(unit=unit).first()
    signed = {"signer": signs.signer_name, "signer_title": signs.signer_title} if signs else {}
    return {**signed, "fund": fund}


def said_of(found: Decision) -> dict[str, Any]:
    """What a decision says, as its form begins."""
    record = kinds.full(found.record)
    names = ("number", "signed_on", "signer", "signer_title")
    return {name: getattr(found, name) for name in names} | {"bonus": record.bonus, "fund": record.fund}


def _page(
    request: HttpRequest,
    form: DecisionForm,
    what: Asked,
    council: Council | None,
    heard: list[Heard],
    more: dict[str, Any],
) -> HttpResponse:
    opposed = eligibility.conflicts(what, [one.candidate for one in heard]) if "decision" not in more else {}
    context = {
        "form": form,
        "asked": what,
        "council": council,
        "fields": [
            shown(form[name]) for name in ("number", "signed_on", "signer", "signer_title", "bonus", "fund")
        ],
        "rows": [
            (one, *(form[name] for name in form.names(one.candidate)), opposed.get(one.candidate.pk))
            for one in heard
        ],
        "bonuses": _bonuses(what),
        "text": text_for(what.award, today()),
        **more,
    }
    return render(request, "emulation/decision_form.html", context, status=422 if form.errors else 200)


def _bonuses(what: Asked) -> list[tuple[str, Any]]:
    """What the rule gives today, to a person and to a collective."""
    day = getattr(what, "signed_on", None) or today()
    found = [
        (label, bonus(what.award, what.issuer, day, individual=one))
        for label, one in (("Cá nhân", True), ("Tập thể", False))
    ]
    return [(label, worked) for label, worked in found if worked]

"""The council's pages: called together over proposals, its votes, its minutes; what it carries is passed on."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.accounts import access, exports
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import Table
from congdoan.org.models import Unit
from congdoan.records.entry import uid_of
from congdoan.records.rights import unit_of, writable

from . import actions, councils, queries, rules, tables
from .chain import tier
from .forms import CouncilForm, VotesForm
from .models import Council, Proposal

asked = require_http_methods(["GET", "HEAD", "POST"])
KEPT = ("place", "members", "attendees", "chair", "secretary")  # mostly the same at the next meeting


@asked
def council_new(request: HttpRequest) -> HttpResponse:
    """Put proposals that have arrived before the union's council."""
    unit = unit_of(request)
    arrived = queries.waiting(unit).arrived
    form = CouncilForm(request.POST or None, initial=begun(unit))
    chosen = (
        request.POST.getlist("proposals") if request.method == "POST" else [str(one.uid) for one in arrived]
    )
    if form.is_valid():
        picked = [one for one in arrived if str(one.uid) in chosen]
        with form.refusing():
            made = councils.convene(
                unit=unit, proposals=picked, by=request.user.pk, uid=uid_of(request.POST), **form.cleaned_data
            )
            return redirect("council", made.uid)
    context = {"unit": unit, "form": form, "arrived": arrived, "chosen": chosen, "uid": uid_of(request.POST)}
    return render(request, "emulation/council_new.html", context, status=422 if form.errors else 200)


@asked
def council(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What a council hears and how it voted; a POST writes the votes."""
    found = queries.council_or_404(request.user, uid)
    groups = councils.groups(found)
    if exports.asked(request):
        lists = [Table(one.asked.award_said, tables.BALLOTS, one.heard) for one in groups]
        return exports.handed(request, f"hoi-dong-{found.met_on}", found.unit, *lists, of=found.uid)
    heard = [one for group in groups for one in group.heard if group.open]
    writes = access.may_write(request.user, found.unit)
    if request.method == "POST":
        writable(request, found.unit)
    form = VotesForm(request.POST if request.method == "POST" else None, heard=heard, council=found)
    if form.is_valid():
        with form.refusing():
            councils.vote(council=found, votes=form.votes(), by=request.user.pk)
            messages.success(request, "Đã ghi kết quả bỏ phiếu.")
            return redirect("council", uid)
    context = _shown(found, groups, form) | {"writes": writes}
    return render(request, "emulation/council.html", context, status=422 if form.errors else 200)


@asked
def council_change(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Who was there and what was said, again."""
    found = queries.council_or_404(request.user, uid)
    writable(request, found.unit)
    names = ("met_on", *KEPT, "minutes")
    form = CouncilForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    if form.is_valid():
        with form.refusing():
            councils.change(council=found, by=request.user.pk, **form.cleaned_data)
            messages.success(request, "Đã lưu biên bản.")
            return redirect("council", uid)
    context = {"council": found, "form": form}
    return render(request, "emulation/council_change.html", context, status=422 if form.errors else 200)


@require_POST
def proposal_pass_on(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The council's union puts forward, in its own name, whom the council has carried."""
    found = queries.proposal_or_404(request.user, uid)
    group = queries.group_of(found)
    if group is None or found.council is None:
        raise NotHere(queries.NOT_HERE)
    writable(request, found.council.unit)
    made = actions.pass_on(council=found.council, asked=found, candidates=group.carried, by=request.user.pk)
    messages.success(request, "Đã lập tờ trình lên cấp trên gồm những người đạt đủ phiếu; xem lại rồi gửi.")
    return redirect("proposal", made.uid)


def begun(unit: Unit) -> dict[str, Any]:
    """Who sat there last time."""
    before = councils.last_of(unit, today())
    return {name: getattr(before, name) for name in KEPT} if before else {}


def _shown(found: Council, groups: list[councils.Group], form: VotesForm) -> dict[str, Any]:
    own = tier(found.unit)
    shown = [
        {
            "group": group,
            "first": group.proposals[0],
            "rows": [(one, *_fields(form, one)) for one in group.heard],
            "decides": group.asked.issuer == own,
        }
        for group in groups
    ]
    return {
        "council": found,
        "shown": shown,
        "form": form,
        "rule": rules.share(found.met_on),
        "states": Proposal.State,
    }


def _fields(form: VotesForm, one: councils.Heard) -> tuple[Any, Any]:
    names = (f"for-{one.candidate.uid}", f"against-{one.candidate.uid}")
    voted, against = (form[name] if name in form.fields else None for name in names)
    return voted, against

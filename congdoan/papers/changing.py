"""Forms over papers: enter one, amend, withdraw, say that it is dealt with, keep and remove its scan."""

import uuid
from datetime import date
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.accounts.answering import answered, unit_of, writer
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.records.files import Content, read

from . import actions, queries
from .forms import AmendForm, DoneForm, NewPaperForm, PaperForm, ScanForm, WhyForm
from .models import Paper
from .views import WAYS

asked = require_http_methods(["GET", "HEAD", "POST"])
FORM = "papers/form.html"


@asked
def paper_new(request: HttpRequest, way: str) -> HttpResponse:
    """A paper enters the register; the number it will get is shown beside."""
    unit, into = writer(request, unit_of(request)), _way(way)
    form = NewPaperForm(
        request.POST or None, request.FILES or None, way=into, asked=queries.answerable(unit),
        initial={"answers": request.GET.get("tra-loi"), "sort": request.GET.get("loai", "letter")},
    )  # fmt: skip

    def act(said: dict[str, Any]) -> str:
        contents = [read(upload) for upload in said.pop("scans")]
        made = _entered(unit, into, contents, by=request.user.pk, **said)
        return reverse("paper", args=[made.uid])

    heading = "Vào sổ văn bản đến" if into == Paper.Way.IN else "Vào sổ văn bản đi"
    more = {"unit": unit, "way": way, "next": _next(unit, into, form["sort"].value(), today())}
    return answered(
        request, form, act, template="papers/new.html", heading=heading, back=_back(way), button="Vào sổ", done="Đã vào sổ.", **more
    )  # fmt: skip


@require_safe
def paper_number(request: HttpRequest, way: str) -> HttpResponse:
    """The number the paper being typed will get, as a piece of its form."""
    unit, into = writer(request, unit_of(request)), _way(way)
    day = request.GET.get("arrived_on" if into == Paper.Way.IN else "dated_on", "")
    try:
        told = _next(unit, into, request.GET.get("sort", ""), date.fromisoformat(day))
    except ValueError:
        told = ""
    return render(request, "papers/number.html", {"next": told})


@asked
def paper_amend(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say a paper anew."""
    found = changeable(request, uid)
    form = AmendForm(request.POST or None, **told(found))

    def act(said: dict[str, Any]) -> str:
        actions.amend(paper=found, by=request.user.pk, **said)
        return _url(found)

    return answered(request, form, act, template=FORM, heading=f"Sửa: {found}", back=_url(found))


@asked
def paper_withdraw(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take a paper back; its number is not given again."""
    found = changeable(request, uid)

    def act(said: dict[str, Any]) -> str:
        actions.withdraw(paper=found, by=request.user.pk, **said)
        return _url(found)

    return answered(
        request, WhyForm(request.POST or None), act, template=FORM, heading=f"Hủy: {found}", back=_url(found),
        button="Hủy văn bản", done="Đã hủy; số vẫn nằm trong sổ và không cấp lại.", danger=True,
    )  # fmt: skip


@asked
def paper_done(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Say on which day a paper was dealt with."""
    found = changeable(request, uid)

    def act(said: dict[str, Any]) -> str:
        actions.finish(paper=found, by=request.user.pk, **said)
        return _url(found)

    form = DoneForm(request.POST or None)
    return answered(request, form, act, template=FORM, heading=f"Đã xử lý xong: {found}", back=_url(found))


@asked
def paper_scan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Add scans to a paper."""
    found = changeable(request, uid)

    def act(said: dict[str, Any]) -> str:
        keep(found, [read(upload) for upload in said["uploads"]], request.user.pk)
        return _url(found)

    form = ScanForm(request.POST or None, request.FILES or None)
    return answered(
        request, form, act, template=FORM, heading=f"Đính kèm bản chụp: {found}", back=_url(found)
    )


@asked
def scan_remove(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take a scan off its paper."""
    scan = queries.scan_or_404(request.user, uid)
    writer(request, scan.paper.unit)

    def act(said: dict[str, Any]) -> str:
        actions.remove_scan(scan=scan, by=request.user.pk, **said)
        return _url(scan.paper)

    form, back = WhyForm(request.POST or None), _url(scan.paper)
    return answered(
        request, form, act, template=FORM, heading="Gỡ bản chụp", back=back, button="Gỡ", danger=True
    )


@transaction.atomic
def _entered(unit: Unit, way: str, contents: list[Content], *, by: int | None, **said: Any) -> Paper:
    made = actions.register(unit=unit, way=way, by=by, **said)
    keep(made, contents, by)
    return made


def keep(paper: Paper, contents: list[Content], by: int | None) -> None:
    """Keep these scans of a paper."""
    for content in contents:
        actions.keep_scan(paper=paper, content=content, by=by)


def _next(unit: Unit, way: str, sort: Any, on: date) -> str:
    """The next number as it will stand on the paper."""
    number = actions.next_number(unit, way, sort, on.year)
    if way == Paper.Way.IN:
        return f"{number:02d}"
    return str(Paper(way=way, number=number, symbol=actions.symbol_of(unit, sort, on)).code)


def told(found: Paper) -> dict[str, Any]:
    """What the form over a paper begins with, and what of it may be chosen."""
    initial = {name: getattr(found, name) for name in PaperForm.base_fields}
    initial["answers"] = found.answers.uid if found.answers else None
    asked = queries.answerable(found.unit, found)
    return {"way": found.way, "asked": asked, "copy": bool(found.original_id), "initial": initial}


def changeable(request: HttpRequest, uid: uuid.UUID) -> Paper:
    """The paper, if this person may change it."""
    found = queries.paper_or_404(request.user, uid)
    writer(request, found.unit)
    return found


def _way(slug: str) -> str:
    if slug not in WAYS:
        raise NotHere("Không có sổ văn bản nào ở địa chỉ này; hãy chọn văn bản đi hoặc văn bản đến.")
    return WAYS[slug]


def _url(paper: Paper) -> str:
    return reverse("paper", args=[paper.uid])


def _back(way: str) -> str:
    return f"{reverse('papers')}?so={way}"

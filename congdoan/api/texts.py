"""What a report asks of people over HTTP: its open places, what looks odd in its figures, what moved since they were fixed."""

from typing import Any

from django import forms
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.accounts import access
from congdoan.base.forms import Form
from congdoan.records import doubts, upholding
from congdoan.records.queries import record_or_404
from congdoan.reports import actions, changes, counting, rendering, sheet
from congdoan.reports.forms import UpholdForm
from congdoan.reports.models import Report
from congdoan.reports.views import mine, report_or_404
from congdoan.reports.views_steps import days

from . import answers
from .acting import Act, expose
from .reports import ReportOut, shown

router = Router(tags=["reports"])


class Place(Schema):
    """An open place of a report: what it asks for, what is written there, what stood there a year before."""

    name: str
    prompt: str
    text: str
    last_year: str


class DoubtOut(Schema):
    """What looks odd, in a sentence that names nobody; the record it is about, if it is one; why it is right all the
    same (`upheld`), where that was said."""

    sentence: str
    record: str | None
    upheld: str


class Moved(Schema):
    """A printed figure that is no longer what was fixed; `moved` is false where only its parts are others."""

    ref: str
    code: str
    label: str
    was: str
    now: str
    moved: bool


class Sum(Schema):
    """A sum the report prints that does not come out: by how much."""

    about: str
    parts: list[str]
    whole: str
    off: str


class PlaceForm(Form):
    """What is written into an open place; an empty text takes away what stood there."""

    place = forms.CharField(label="Chỗ viết", max_length=60)
    text = forms.CharField(
        label="Đoạn viết", required=False, max_length=actions.LONGEST_TEXT, empty_value=None
    )

    def clean_text(self) -> str:
        """Said, be it empty: nothing is taken away by a slip."""
        if self.add_prefix("text") not in self.data:
            raise forms.ValidationError("Chưa ghi đoạn viết.")
        return self.cleaned_data["text"] or ""


@router.get(
    "/reports/{uid}/texts",
    response={200: list[Place], **answers.ASKING},
    operation_id="report_texts",
    summary="Các chỗ viết của báo cáo",
)
def texts(request: HttpRequest, uid: str) -> Any:
    """The open places of a report, in the order of reading."""
    found = report_or_404(request, uid)
    written, before = rendering.written(found), sheet.last_year(found)
    return [
        {"name": name, "prompt": prompt, "text": written.get(name, ""), "last_year": before.get(name, "")}
        for name, prompt in rendering.places(found).items()
    ]


@router.get(
    "/reports/{uid}/doubts",
    response={200: list[DoubtOut], **answers.ASKING},
    operation_id="report_doubts",
    summary="Chỗ nên xem lại trước khi chốt",
)
def report_doubts(request: HttpRequest, uid: str) -> Any:
    """What looks like a slip in the book of the report's union and period, though it may be right."""
    found = mine(request, uid)
    return [_doubt(one) for one in doubts.of(found.unit, days(found))]


@router.get(
    "/reports/{uid}/changes",
    response={200: list[Moved], **answers.ASKING},
    operation_id="report_changes",
    summary="Thay đổi sau khi chốt",
)
def report_changes(request: HttpRequest, uid: str) -> Any:
    """The printed figures that are no longer what was fixed; none of a draft."""
    found = report_or_404(request, uid)
    return [_moved(one) for one in changes.changed_since(found)] if found.frozen_at else []


@router.get(
    "/reports/{uid}/sums",
    response={200: list[Sum], **answers.ASKING},
    operation_id="report_sums",
    summary="Chỗ cộng chưa khớp",
)
def report_sums(request: HttpRequest, uid: str) -> Any:
    """The sums a report prints that do not come out."""
    found = sheet.sheet(report_or_404(request, uid)).checks
    return [
        {"about": one.told, "parts": list(one.parts), "whole": one.whole, "off": one.off}
        for one in found
        if one.off
    ]


@router.get(
    "/records/{uid}/reports",
    response={200: list[ReportOut], **answers.ASKING},
    operation_id="record_reports",
    summary="Báo cáo đã tính việc này",
)
def record_reports(request: HttpRequest, uid: str) -> Any:
    """Which frozen and issued reports counted a record, the newest first."""
    record = record_or_404(request.user, uid)  # type: ignore[arg-type]
    found = access.narrow(counting.counted_by(record), request.user, day="last_on")
    return [shown(one) for one in found]


def _doubt(one: doubts.Doubt) -> dict[str, Any]:
    return {
        "sentence": one.sentence,
        "record": str(one.record.uid) if one.record else None,
        "upheld": one.upheld,
    }


def _moved(one: changes.Change) -> dict[str, Any]:
    said = {"ref": one.ref, "code": one.before.code, "label": one.before.label}
    return {**said, "was": one.was_text, "now": one.now_text, "moved": one.moved}


def _write(found: Report, form: Any, by: int) -> None:
    said = form.cleaned_data
    actions.write(report=found, name=said["place"], text=said["text"], by=by)


def _uphold(found: Report, form: Any, by: int) -> None:
    upholding.uphold(unit=found.unit, period=days(found), by=by, **form.cleaned_data)


ACTS = (
    Act("/reports/{uid}/texts", "write_report", "Viết vào báo cáo", mine, PlaceForm, _write),
    Act("/reports/{uid}/uphold", "uphold", "Ghi vì sao số ấy vẫn đúng", mine, UpholdForm, _uphold),
)
for _act in ACTS:
    expose(router, _act, "reports")

"""What was asked and waits for an answer, over HTTP; papers of records and vouchers to print."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.funds.views_yearly import voucher_word
from congdoan.org.queries import under
from congdoan.records import page, papers, petitions
from congdoan.records.kinds.petition import Asked, open_petitions
from congdoan.records.queries import record_or_404
from congdoan.records.record import Record
from congdoan.records.rights import changeable

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page
from .telling import WORD, a_file, told
from .typed import Choice

router = Router(tags=["records"])


class PetitionOut(Schema):
    """One thing asked that waits: of which record, the how-manieth in it (`number`), who must answer by when."""

    record: str
    number: int
    unit: str
    content: str
    addressee: str
    due_on: str | None


class AnswerForm(petitions.AnswerForm):
    """Which of the things asked is answered, and how."""

    number = forms.IntegerField(label="Điều thứ mấy", min_value=1, max_value=1000)
    version = None  # type: ignore[assignment]


@router.get(
    "/units/{code}/petitions",
    response={200: Page[PetitionOut], **answers.ASKING},
    operation_id="petitions",
    summary="Ý kiến, kiến nghị chờ trả lời",
)
def list_petitions(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """What waits for an answer in a union and under it, the first due first."""
    unit, day, skipped = places.unit(request, code), today(), paging.offset(cursor)
    rows = list(open_petitions(under(unit, day), day)[skipped : skipped + paging.SIZE + 1])
    more = len(rows) > paging.SIZE
    return {
        "items": [_asked(row) for row in rows[: paging.SIZE]],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


@router.get(
    "/records/{uid}/papers",
    response={200: list[Choice], **answers.ASKING},
    operation_id="record_papers",
    summary="Các giấy in được của một việc",
)
def record_papers(request: HttpRequest, uid: str) -> Any:
    """The papers a record can be printed as; none of one that was withdrawn."""
    record = record_or_404(request.user, uid)  # type: ignore[arg-type]
    found = [] if record.withdrawn else papers.papers_of(record)
    return [Choice(value=one.slug, label=one.label) for one in found]


@router.get(
    "/records/{uid}/papers/{paper}",
    response=answers.ASKING,
    operation_id="record_paper",
    summary="Một giấy của việc, tệp Word",
    openapi_extra=a_file(WORD),
)
def record_paper(request: HttpRequest, uid: str, paper: str) -> HttpResponse:
    """A paper of a record; with its people only where this seat sees them, and that is noted in the trail."""
    return page.record_paper(request, uid, paper)  # type: ignore[arg-type]


@router.get(
    "/vouchers/{uid}/file",
    response=answers.ASKING,
    operation_id="voucher_file",
    summary="Phiếu thu, phiếu chi, tệp Word",
    tags=["funds"],
    openapi_extra=a_file(WORD),
)
def voucher_file(request: HttpRequest, uid: str) -> HttpResponse:
    """A voucher to print and sign."""
    return voucher_word(request, uid)  # type: ignore[arg-type]


def _asked(row: Asked) -> dict[str, Any]:
    return told(row, PetitionOut, number=row.position, unit=row.record.unit.code)


def _answer(record: Record, form: Any, by: int) -> None:
    said = dict(form.cleaned_data)
    rows = Asked.objects.filter(record=record.pk, position=said.pop("number"), answered_on=None)
    row = None if record.withdrawn else rows.first()
    if row is None:
        raise Refused(petitions.NOT_WAITING, "number")
    petitions.answer(row, {**said, "version": record.version}, by)


ACTS = (
    Act("/records/{uid}/answer", "answer_petition", "Ghi trả lời kiến nghị", changeable, AnswerForm, _answer),
)
for _act in ACTS:
    expose(router, _act, "records")

"""The country's figures over HTTP, at the centre: added up from the sums that provinces send."""

from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from congdoan.audit.actions import note
from congdoan.base.downloads import MEDIA, download
from congdoan.base.errors import NotHere
from congdoan.base.period import Period
from congdoan.ledger.indicator import find
from congdoan.upward import report, rights
from congdoan.upward.contract import as_books, as_row
from congdoan.upward.figures import national

from . import answers
from .telling import a_file

router = Router(tags=["figures"])


class BookTold(Schema):
    """What one province's sums answer."""

    value: int | float | None
    num: int | None
    den: int | None
    entries: int


class NationalOut(BookTold):
    """A figure of the country, as `congdoan upward figures --json` prints it. `summed`: who is counted once is so in each
    province only. `why`: in words, why there is none. `books`: each province's, by its code."""

    code: str
    key: str
    label: str
    counts_in: str
    period: str
    summed: bool
    why: str | None
    books: dict[str, BookTold]


class BookOut(Schema):
    """A province that sends its sums. `entry`: how far they go in its book; `digest`: what they come to; `whole`: whether all
    of them are here; `differences`: what its own last recount found."""

    code: str
    name: str
    entry: int
    digest: str
    changed_at: str
    verified_at: str | None
    differences: int | None
    own: bool
    whole: bool
    connected: bool
    silent_seconds: float | None


@router.get(
    "/country/figures", response={200: list[NationalOut], **answers.ASKING}, operation_id="country_figures",
    summary="Số liệu toàn quốc",
)  # fmt: skip
def country_figures(request: HttpRequest, period: str, code: Annotated[list[str], Query()] = []) -> Any:  # noqa: B006
    """Figures of the country in a period, each province's beside: those named, or all. For seats at the union above all."""
    _allowed(request)
    return [as_row(one) for one in national(Period.parse(period), [find(name) for name in code] or None)]


@router.get(
    "/country/books", response={200: list[BookOut], **answers.ASKING}, operation_id="country_books",
    summary="Các tỉnh gửi số liệu",
)  # fmt: skip
def country_books(request: HttpRequest) -> Any:
    """Whose sums are here, and how they come in."""
    _allowed(request)
    return as_books()


@router.get(
    "/country/report.{ending}",
    response=answers.ASKING,
    operation_id="country_report",
    summary="Báo cáo số liệu toàn quốc, tệp Word hoặc Excel",
    openapi_extra=a_file(*(MEDIA[ending.lstrip(".")] for ending in report.MADE)),
)
def country_report(request: HttpRequest, ending: str, period: str) -> HttpResponse:
    """What there is to tell of the country in a period, as `docx` or `xlsx`."""
    _allowed(request)
    made, of = report.MADE.get(f".{ending}"), Period.parse(period)
    if made is None:
        raise NotHere("Báo cáo toàn quốc có dạng Word (docx) hoặc Excel (xlsx).")
    note(by=request.user.pk, action="upward.report", period=of.code)
    return download(made(of), f"toan-quoc.{ending}")


def _allowed(request: HttpRequest) -> None:
    if not rights.offered(request.user):
        raise PermissionDenied

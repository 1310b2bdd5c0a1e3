"""Papers over HTTP: the register of papers out and in, one paper with its scans, and the forms over it."""

from typing import Annotated, Any, Literal

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.papers import actions, changing, history, queries, views
from congdoan.papers.forms import AmendForm, DoneForm, NewPaperForm, ScanForm, WhyForm
from congdoan.papers.models import Paper, Scan
from congdoan.records.files import read

from . import answers, paging, places, uploads
from .acting import Act, Key, expose
from .answers import Done, Page
from .files import KEPT
from .records import Acted
from .telling import WORD, a_file, told

router = Router(tags=["papers"])
DAYS = {Paper.Way.OUT.value: "-dated_on", Paper.Way.IN.value: "-arrived_on"}


class PaperOut(Schema):
    """A paper in the register. `code` is what stands on it ("05/KH-CĐVC"); `state` is `open`, `late`, `done`, `gone`
    (withdrawn) or empty where nothing is to be done."""

    uid: str
    unit: str
    way: str
    sort: str
    year: int
    number: int
    code: str
    dated_on: str
    arrived_on: str | None
    issuer: str
    signer: str
    subject: str
    handler: str
    due_on: str | None
    done_on: str | None
    digital: bool
    state: str
    scanned: bool


class ScanOut(Schema):
    """A scan of a paper, or the signed file itself."""

    uid: str
    name: str
    media_type: str
    size: int


class PaperWhole(PaperOut):
    """A paper with its scans, what it answers and what answers it, the unions it was sent to, the plans issued by it."""

    answers: str | None
    answered_by: list[str]
    original: str | None
    sent_to: list[str]
    plans: list[str]
    scans: list[ScanOut]
    acts: list[Acted]


class NextNumber(Schema):
    """The number that comes next in a series."""

    number: int


class OutForm(NewPaperForm):
    """A paper out; its scans are sent when it has its number."""

    issuer = forms.CharField(label="Nơi nhận", max_length=200, required=False)
    arrived_on = due_on = scans = None  # type: ignore[assignment]


class InForm(NewPaperForm):
    """A paper in; its scans are sent when it has its number."""

    answers = digital = scans = None  # type: ignore[assignment]


@router.get(
    "/units/{code}/papers",
    response={200: Page[PaperOut], **answers.ASKING},
    operation_id="papers",
    summary="Sổ văn bản đi, đến",
)
def list_papers(
    request: HttpRequest,
    code: str,
    way: Literal["out", "in"] = "out",
    year: Annotated[int | None, Query(ge=1, le=9999)] = None,
    sort: str = "",
    open: bool = False,
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: str | None = None,
) -> Any:
    """The register of a union, the newest number first; of one year, one sort, or only what waits to be handled (`open`)."""
    rows = queries.register(places.unit(request, code), way, q).select_related("unit")
    rows = rows.filter(year=year) if year else rows
    rows = rows.filter(sort=sort) if sort else rows
    rows = queries.open_papers(rows) if open else rows
    found, after = paging.paged(rows, ("-year", DAYS[way], "-number", "-pk"), cursor)
    return {"items": [_row(row) for row in queries.listed(found, today())], "next": after}


@router.get(
    "/units/{code}/papers/next",
    response={200: NextNumber, **answers.ASKING},
    operation_id="next_number",
    summary="Số văn bản tiếp theo",
)
def next_number(
    request: HttpRequest,
    code: str,
    way: Literal["out", "in"] = "out",
    sort: str = "letter",
    on: str | None = None,
) -> Any:
    """The number a paper of a day would get; it is given when the paper enters."""
    unit = places.written(request, code)
    return {"number": actions.next_number(unit, way, sort, places.day(on).year)}


@router.get(
    "/papers/{uid}", response={200: PaperWhole, **answers.ASKING}, operation_id="paper", summary="Một văn bản"
)
def one_paper(request: HttpRequest, uid: str) -> Any:
    """A paper, what it answers, its scans, what was changed in it."""
    found = queries.paper_or_404(request.user, uid)  # type: ignore[arg-type]
    original = queries.original(request.user, found)
    (row,) = queries.listed([found], today())
    beside = {
        "original": str(original[0].uid) if original else None,
        "scans": [_scan(one) for one in queries.scans(found, *original)],
        "acts": [acted(act) for act in history.of_paper(found)],
        **_around(found),
    }
    return _row(row, PaperWhole, **beside)


@router.post(
    "/papers/{uid}/scans",
    response={200: Done, **answers.ACTING},
    operation_id="keep_scan",
    summary="Đính kèm bản chụp",
    openapi_extra=uploads.body(ScanForm),
)
def keep_scan(request: HttpRequest, uid: str, key: Key) -> Any:
    """Add scans (JPEG, PNG, WebP, PDF) to a paper, as a form of a browser sends them."""
    found = changing.changeable(request, uid)  # type: ignore[arg-type]
    return uploads.taken(request, key, found, ScanForm, _keep)


@router.get(
    "/scans/{uid}",
    response=answers.ASKING,
    operation_id="scan",
    summary="Bản chụp: ảnh JPEG, PDF, tệp Word",
    openapi_extra=a_file(*KEPT, WORD),
)
def scan(request: HttpRequest, uid: str) -> HttpResponse:
    """The scan itself."""
    return views.scan(request, uid)  # type: ignore[arg-type]


def acted(act: history.Act) -> Acted:
    """One time something was said."""
    at, changes = act.posting.at, act.changes
    told = [{"label": one.label, "before": one.before, "after": one.after} for one in changes]
    return Acted(
        action=act.posting.action,
        at=at.isoformat() if at else None,
        by=act.who,
        why=act.posting.why,
        changes=told,
    )


def _row(row: queries.Row, shape: type[Schema] = PaperOut, **beside: Any) -> dict[str, Any]:
    return told(row.paper, shape, state=row.state, scanned=row.scanned, **beside)


def _around(found: Paper) -> dict[str, Any]:
    """What else bears on a paper, by uid; where it was sent, by the codes of unions."""
    return {
        "answered_by": _uids(found.answered_by.filter(withdrawn=None)),
        "sent_to": [one.unit.code for one in found.copies.filter(withdrawn=None).select_related("unit")],
        "plans": _uids(found.plans.filter(unmade=None)),
    }


def _uids(rows: QuerySet[Any]) -> list[str]:
    return [str(uid) for uid in rows.order_by("pk").values_list("uid", flat=True)]


def _scan(one: Scan) -> dict[str, Any]:
    return told(one, ScanOut, media_type=one.file.media_type, size=one.file.size)


def _send(unit: Unit, form: Any, by: int) -> Paper:
    return actions.register(unit=unit, way=Paper.Way.OUT, by=by, **form.cleaned_data)


def _receive(unit: Unit, form: Any, by: int) -> Paper:
    return actions.register(unit=unit, way=Paper.Way.IN, by=by, **form.cleaned_data)


def _amend(found: Paper, form: Any, by: int) -> None:
    actions.amend(paper=found, by=by, **form.cleaned_data)


def _withdraw(found: Paper, form: Any, by: int) -> None:
    actions.withdraw(paper=found, by=by, **form.cleaned_data)


def _finish(found: Paper, form: Any, by: int) -> None:
    actions.finish(paper=found, by=by, **form.cleaned_data)


def _keep(found: Paper, said: dict[str, Any], by: int) -> None:
    changing.keep(found, [read(upload) for upload in said["uploads"]], by)


def _scan_of_mine(request: HttpRequest, uid: str) -> Scan:
    found = queries.scan_or_404(request.user, uid)  # type: ignore[arg-type]
    changing.changeable(request, found.paper.uid)
    return found


def _remove(found: Scan, form: Any, by: int) -> None:
    actions.remove_scan(scan=found, by=by, **form.cleaned_data)


def _going(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"way": Paper.Way.OUT, "asked": queries.answerable(unit)}


def _coming(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"way": Paper.Way.IN, "asked": queries.answerable(unit)}


def _as_said(request: HttpRequest, found: Paper) -> dict[str, Any]:
    return changing.told(found)


MINE: Any = changing.changeable
ACTS = (
    Act(
        "/units/{code}/papers/out",
        "register_paper_out",
        "Vào sổ văn bản đi",
        places.written,
        OutForm,
        _send,
        _going,
    ),
    Act(
        "/units/{code}/papers/in",
        "register_paper_in",
        "Vào sổ văn bản đến",
        places.written,
        InForm,
        _receive,
        _coming,
    ),
    Act("/papers/{uid}/amend", "amend_paper", "Sửa văn bản", MINE, AmendForm, _amend, _as_said, stays=True),
    Act("/papers/{uid}/withdraw", "withdraw_paper", "Hủy văn bản", MINE, WhyForm, _withdraw),
    Act("/papers/{uid}/finish", "finish_paper", "Đã xử lý xong", MINE, DoneForm, _finish),
    Act("/scans/{uid}/remove", "remove_scan", "Gỡ bản chụp", _scan_of_mine, WhyForm, _remove),
)
for _act in ACTS:
    expose(router, _act, "papers")

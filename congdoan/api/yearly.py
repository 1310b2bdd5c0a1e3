"""The money of a year over HTTP: settlement and its forms, the estimate, what must be made public, who owes whom a share."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from congdoan.base.downloads import download
from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import Period, today
from congdoan.funds import forms_yearly, items, views_shares, views_yearly
from congdoan.funds.models import Disclosure
from congdoan.funds.rights import may_write, thing_seen
from congdoan.funds.settlement import Settlement, consolidated, settlement
from congdoan.funds.shares import Split
from congdoan.org.models import Unit

from . import answers, paging, places, typed
from .acting import Act, Key, done, expose
from .answers import Done, Page
from .door import Unfit
from .funds import does
from .once import once
from .telling import WORD, a_file, told

router = Router(tags=["funds"])
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ItemSum(Schema):
    """An item of money and how much, in đồng."""

    number: str
    name: str
    amount: int


class SettlementOut(Schema):
    """Opening + revenue − spending + moved = closing, in đồng; `eliminated`: between unions of the same superior."""

    first: str
    last: str
    opening: int
    into: list[ItemSum]
    out: list[ItemSum]
    moved: int
    closing: int
    eliminated: int
    on_the_way: int
    difference: int


class DisclosureOut(Schema):
    """What must be made public or handed in, by when, and when and where it was."""

    uid: str
    unit: str
    paper: str
    words: str
    began_on: str
    due_on: str
    done_on: str | None
    proof: str


class SplitOut(Schema):
    """What came in, what of it stays, goes up, was sent, is owed; of a month, or of a union below. In đồng."""

    of: str
    dues: int
    fund: int
    kept: int
    up: int
    paid: int
    waits: int
    owed: int
    late: int


@router.get(
    "/units/{code}/settlement",
    response={200: SettlementOut, **answers.ASKING},
    operation_id="settlement",
    summary="Quyết toán thu, chi",
)
def one_settlement(request: HttpRequest, code: str, period: str, below: bool = False) -> Any:
    """Of a union by itself, or (`below`) with all under it, transfers between them left out."""
    unit, days = places.unit(request, code), Period.parse(period).until(today())
    return _settlement((consolidated if below else settlement)(unit, days.first, max(days.last, days.first)))


@router.get(
    "/units/{code}/settlement/{form}",
    response=answers.ASKING,
    operation_id="settlement_form",
    summary="Biểu S82, B07, B14: tệp Excel hoặc Word",
    openapi_extra=a_file(SHEET, WORD),
)
def settlement_form(
    request: HttpRequest, code: str, form: str, period: str, below: bool = False, ending: str = "xlsx"
) -> HttpResponse:
    """A form of the accountants, `s82`, `b07` or `b14`, as `xlsx` or `docx`."""
    unit = places.unit(request, code)
    if ending not in ("xlsx", "docx"):
        raise NotHere(views_yearly.NOT_PRINTED)
    content = views_yearly.printed_as(unit, Period.parse(period), form, ending, below=below)
    return download(content, f"{form}-{unit.code}.{ending}")


@router.get(
    "/units/{code}/disclosures",
    response={200: Page[DisclosureOut], **answers.ASKING},
    operation_id="disclosures",
    summary="Công khai tài chính",
)
def disclosures(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """What a union must make public, what falls due last first."""
    rows = Disclosure.objects.filter(unit=places.unit(request, code)).select_related("unit")
    found, after = paging.paged(rows, ("-due_on", "-pk"), cursor)
    return {"items": [told(one, DisclosureOut, unit=one.unit.code) for one in found], "next": after}


@router.get(
    "/units/{code}/shares",
    response={200: Page[SplitOut], **answers.ASKING},
    operation_id="shares",
    summary="Phân phối thu, ai còn nợ",
)
def shares(request: HttpRequest, code: str, period: str, cursor: str | None = None) -> Any:
    """Of a grassroots union by month; of its superior, of each union below that keeps a book, those who owe first."""
    unit, days, skipped = (
        places.unit(request, code),
        Period.parse(period).until(today()),
        paging.offset(cursor),
    )
    rows = _shares(unit, days)
    more = len(rows) > skipped + paging.SIZE
    items = [told(split, SplitOut, of=of) for of, split in rows[skipped : skipped + paging.SIZE]]
    return {"items": items, "next": paging.written(str(skipped + paging.SIZE)) if more else None}


class EstimateIn(Schema):
    """The estimate of a year: amounts in đồng by the number of their items."""

    year: int
    approved_on: str
    amounts: dict[str, int]


@router.post(
    "/units/{code}/estimates",
    response={200: Done, **answers.ACTING},
    operation_id="estimate",
    summary="Ghi dự toán năm",
)
def estimate(request: HttpRequest, code: str, said: EstimateIn, key: Key) -> Any:
    """The year's estimate as approved; one of the same year before gives way to it."""

    def write(_: uuid.UUID) -> dict[str, Any]:
        unit, by = places.written(request, code), request.user.pk
        form = forms_yearly.EstimateForm(_typed(said), about=unit)
        if not form.is_valid():
            raise Unfit(list(typed.errors(form)))
        with form.refusing():
            form.act(by or 0)
        if form.errors:
            raise Unfit(list(typed.errors(form)))
        return done(unit)

    return once(request, request.auth, key, said.model_dump(), write)  # type: ignore[attr-defined]


def _typed(said: EstimateIn) -> dict[str, Any]:
    """As the page's form takes it. Refuses a number no item of the scheme has."""
    known = {item.number: f"item_{item.pk}" for item in items.valid(today()) if item.number}
    if strange := said.amounts.keys() - known.keys():
        raise Refused(f"Không có mục “{sorted(strange)[0][:20]}” trong mã thu chi đang dùng.", "amounts")
    amounts = {known[number]: str(amount) for number, amount in said.amounts.items()}
    return {"year": said.year, "approved_on": said.approved_on, **amounts}


def _shares(unit: Unit, days: Period) -> list[tuple[str, Split]]:
    if unit.kind.grassroots:
        return [(f"{days.first:%Y}: {label}", split) for label, split in views_shares.by_month(unit, days)]
    ordered, splits = views_shares.owing(unit, days)
    codes = dict(Unit.objects.filter(pk__in=ordered).values_list("pk", "code"))
    return [(codes[pk], splits.get(pk, Split())) for pk in ordered]


def _settlement(one: Settlement) -> dict[str, Any]:
    sides = {
        side: [{"number": row.item.number, "name": row.item.name, "amount": row.amount} for row in rows]
        for side, rows in (("into", one.into), ("out", one.out))
    }
    return told(one, SettlementOut, first=one.first.isoformat(), last=one.last.isoformat(), **sides)


def _disclosure(request: HttpRequest, uid: str) -> Disclosure:
    found = thing_seen(request, Disclosure.objects.select_related("unit__kind"), uid, "unit")  # type: ignore[arg-type]
    may_write(request, found.unit)
    return found


def _about(request: HttpRequest, about: Any) -> dict[str, Any]:
    return {"about": about}


ACTS = (
    Act("/units/{code}/disclosures", "expect_disclosure", "Thêm việc phải công khai", places.written, forms_yearly.ExpectForm, does, _about),
    Act("/disclosures/{uid}/done", "disclose", "Đã công khai, đã nộp", _disclosure, forms_yearly.DiscloseForm, does, _about),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "funds")

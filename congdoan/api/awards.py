"""Sổ khen thưởng over HTTP: everybody ever awarded; the quotas of a union; the titles there are."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.accounts import access
from congdoan.base.period import today
from congdoan.emulation import quotas, register
from congdoan.emulation.forms import QuotaForm
from congdoan.emulation.models import Quota
from congdoan.emulation.rules import STANDARDS
from congdoan.org.models import Unit
from congdoan.records.achievements import usual_year
from congdoan.records.titles import TITLES, Award, Issuer, Title, in_force, text_for

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page
from .emulation import RoomOut, room

router = Router(tags=["emulation"])
Text = Annotated[str, Query(max_length=100)]
Year = Annotated[int | None, Query(ge=1900, le=2200)]


class AwardOut(Schema):
    """One award received. `record` is the commendation, where this seat sees it; `through` the decision it came by."""

    name: str
    union: str
    person: str | None
    award: str
    issuer: str
    achievement_year: int
    on: str
    number: str
    record: str | None
    through: str | None


class QuotasOut(Schema):
    """What the union above leaves this one in a year, and what this one leaves those below."""

    own: list[RoomOut]
    below: list[RoomOut]


class TitleOut(Schema):
    """A title or form of award: who grants it, to whom, on which text, what it asks for today."""

    award: str
    label: str
    issuers: list[str]
    people: bool
    collectives: bool
    text: str
    standards: list[str]


@router.get(
    "/units/{code}/awards",
    response={200: Page[AwardOut], **answers.ASKING},
    operation_id="awards",
    summary="Sổ khen thưởng",
)
def awards(
    request: HttpRequest,
    code: str,
    year: Year = None,
    award: Award | None = None,
    issuer: Issuer | None = None,
    q: Text = "",
    cursor: str | None = None,
) -> Any:
    """Everybody and every collective of a union and those under it ever awarded, the latest year first."""
    asked = register.Asked(places.unit(request, code), year or 0, award or "", issuer or "", q)
    skipped = paging.offset(cursor)
    rows = list(register.found(request, asked)[skipped : skipped + paging.SIZE + 1])
    more = len(rows) > paging.SIZE
    return {
        "items": [_award(line) for line in register.lines(request, rows[: paging.SIZE])],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


@router.get(
    "/units/{code}/quotas",
    response={200: QuotasOut, **answers.ASKING},
    operation_id="quotas",
    summary="Hạn mức khen thưởng",
)
def list_quotas(request: HttpRequest, code: str, year: Year = None) -> Any:
    """How many a union may put forward this year and has, and each of those below it."""
    unit, asked, day = places.unit(request, code), year or usual_year(), today()
    below = [one for _, rooms in quotas.below(unit, asked, day) for one in rooms]
    return {
        "own": [room(one) for one in quotas.own(unit, asked, day)],
        "below": [room(one) for one in below],
    }


@router.get(
    "/titles",
    response={200: list[TitleOut], **answers.ASKING},
    operation_id="titles",
    summary="Danh hiệu, hình thức khen thưởng",
)
def titles(request: HttpRequest) -> Any:
    """Every title and form of award in force today."""
    return [_title(one) for one in TITLES.values()]


def _allowing(request: HttpRequest, code: str) -> Unit:
    """A union that says how many those below may put forward."""
    unit = places.written(request, code)
    access.require(not unit.kind.grassroots)
    return unit


def _asking(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"unit": unit}


def _set(unit: Unit, form: Any, by: int) -> Quota:
    return quotas.set_quota(unit=unit, by=by, **form.cleaned_data)


expose(
    router,
    Act("/units/{code}/quotas", "set_quota", "Đặt hạn mức khen thưởng", _allowing, QuotaForm, _set, _asking),
    "emulation",
)


def _award(line: register.Line) -> dict[str, Any]:
    row, record = line.row, line.record
    return {
        "name": line.called,
        "union": line.union.code,
        "person": str(row.person.uid) if hasattr(row, "person") else None,
        **{name: getattr(record, name) for name in ("award", "issuer", "achievement_year", "number")},
        "on": record.happened_on.isoformat(),
        "record": str(record.uid) if line.url else None,
        "through": str(record.through) if line.url and record.through else None,
    }


def _title(one: Title) -> dict[str, Any]:
    text = text_for(one.award, today())
    return {
        "award": one.award.value,
        "label": one.award.label,
        "issuers": sorted(str(issuer) for issuer in one.issuers),
        "people": one.people,
        "collectives": one.collectives,
        "text": text.basis if text else "",
        "standards": [rule.text for rule in in_force(STANDARDS, today()) if rule.award == one.award],
    }

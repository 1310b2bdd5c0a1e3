"""Members over HTTP: a union's list, somebody and their life in the union, and the acts of that life."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from congdoan.accounts import access
from congdoan.audit.actions import note
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.members import forms, joining, keeping, leaving, paging, queries, transfers, undoing
from congdoan.members.lists import Asked, found
from congdoan.members.models import Membership, Person, Transfer
from congdoan.members.views import writable
from congdoan.members.views_transfers import answerable, either, receiving
from congdoan.org.models import Unit

from . import answers, places
from .acting import Act, expose
from .answers import Page
from .paging import read, written

router = Router(tags=["members"])


class Held(Schema):
    """A membership: somebody belongs to a union from one day up to another."""

    uid: str
    unit: str
    from_on: str
    to_on: str | None
    began: str
    ended: str
    suspended: bool


class Member(Schema):
    """A member in a list. `uid` is the membership's, `person` the person's."""

    uid: str
    person: str
    unit: str
    name: str
    woman: bool | None
    born_on: str | None
    born_year: int | None
    phone: str
    job: str
    from_on: str


class PersonOut(Schema):
    """Somebody. What is sensitive of them is not handed to programs."""

    uid: str
    unit: str
    name: str
    woman: bool | None
    born_on: str | None
    born_year: int | None
    phone: str
    email: str
    job: str
    card_number: str | None
    memberships: list[Held]


class TransferOut(Schema):
    """A member one union asks another to take in."""

    uid: str
    member: str
    name: str
    from_unit: str
    to_unit: str
    asked_on: str
    state: str


@router.get(
    "/units/{code}/members",
    response={200: Page[Member], **answers.ASKING},
    operation_id="members",
    summary="Đoàn viên",
)
def members(
    request: HttpRequest,
    code: str,
    on: str | None = None,
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: str | None = None,
) -> Any:
    """Who belongs to a union and those under it on a day, by given name."""
    unit, day = kept(request, code), places.day(on)
    many = paging.members_of(unit, day) > paging.MANY
    after = {paging.AFTER: read(cursor)} if cursor else {}
    page = paging.page(found(Asked(unit, day), few=not many), q, many, after, None)
    return {
        "items": [_member(one) for one in page.rows],
        "next": written(str(page.after)) if page.after else None,
    }


@router.get(
    "/people/{uid}",
    response={200: PersonOut, **answers.ASKING},
    operation_id="person",
    summary="Một đoàn viên",
)
def person(request: HttpRequest, uid: str) -> Any:
    """Somebody and where they have belonged, the last first. The sight is noted in the trail."""
    keeps = access.units_seen(request.user, access.KEEPERS)
    somebody = queries.people_seen(keeps).select_related("unit").filter(uid=uid).first()
    if somebody is None:
        raise NotHere("Không có người này trong phạm vi của mã.")
    unit = queries.union_of(somebody, today())
    note(by=request.user.pk, action="see_person", what=str(somebody.uid), unit=unit.code)
    return {
        **_told(somebody),
        "unit": unit.code,
        "memberships": [_held(one) for one in queries.life(somebody)],
    }


@router.get(
    "/units/{code}/transfers",
    response={200: list[TransferOut], **answers.ASKING},
    operation_id="transfers",
    summary="Chuyển sinh hoạt",
)
def list_transfers(request: HttpRequest, code: str) -> Any:
    """What waits for an answer: who is asked to come, who has asked to go."""
    unit = kept(request, code)
    waiting = queries.transfers_of(unit).filter(state=Transfer.State.OPEN)
    return [_transfer(one) for one in waiting.order_by("pk")]


def kept(request: HttpRequest, code: str) -> Unit:
    """A union whose register this seat keeps or inspects."""
    unit = places.unit(request, code)
    access.require(access.may_see_sensitive(request.user, unit))
    return unit


def _admit(unit: Unit, form: Any, by: int) -> Membership:
    return joining.admit(unit=unit, by=by, **form.cleaned_data)


def _leave(held: Membership, form: Any, by: int) -> None:
    leaving.leave(membership=held, by=by, **form.cleaned_data)


def _suspend(held: Membership, form: Any, by: int) -> None:
    keeping.suspend(membership=held, by=by, **form.cleaned_data)


def _resume(held: Membership, form: Any, by: int) -> None:
    keeping.resume(membership=held, by=by, **form.cleaned_data)


def _card(held: Membership, form: Any, by: int) -> None:
    keeping.issue_card(membership=held, by=by, **form.cleaned_data)


def _undo(held: Membership, form: Any, by: int) -> None:
    undoing.undo(membership=held, by=by, **form.cleaned_data)


def _ask(held: Membership, form: Any, by: int) -> Transfer:
    return transfers.ask(membership=held, by=by, **form.cleaned_data)


def _accept(asked: Transfer, form: Any, by: int) -> Membership:
    return transfers.accept(transfer=asked, by=by, **form.cleaned_data)


def _refuse(asked: Transfer, form: Any, by: int) -> None:
    transfers.refuse(transfer=asked, by=by, **form.cleaned_data)


def _withdraw(asked: Transfer, form: Any, by: int) -> None:
    transfers.withdraw(transfer=asked, by=by, **form.cleaned_data)


def _elsewhere(request: HttpRequest, held: Membership) -> dict[str, Any]:
    return {"among": receiving().exclude(pk=held.unit_id)}


ACTS = (
    Act("/units/{code}/members", "admit", "Kết nạp đoàn viên", places.written, forms.AdmitForm, _admit),
    Act("/members/{uid}/leave", "leave", "Ghi thôi là đoàn viên", writable, forms.LeaveForm, _leave),
    Act("/members/{uid}/suspend", "suspend", "Tạm dừng sinh hoạt", writable, forms.SuspendForm, _suspend),
    Act("/members/{uid}/resume", "resume", "Sinh hoạt trở lại", writable, forms.ResumeForm, _resume),
    Act("/members/{uid}/card", "issue_card", "Cấp thẻ đoàn viên", writable, forms.CardForm, _card),
    Act("/members/{uid}/undo", "undo_membership", "Hủy lần ghi nhầm", writable, forms.WhyForm, _undo),
    Act(
        "/members/{uid}/transfer",
        "ask_transfer",
        "Đề nghị chuyển sinh hoạt",
        writable,
        forms.AskForm,
        _ask,
        _elsewhere,
    ),
    Act(
        "/transfers/{uid}/accept",
        "accept_transfer",
        "Tiếp nhận đoàn viên",
        answerable,
        forms.AcceptForm,
        _accept,
    ),
    Act("/transfers/{uid}/refuse", "refuse_transfer", "Không tiếp nhận", answerable, forms.WhyForm, _refuse),
    Act(
        "/transfers/{uid}/withdraw",
        "withdraw_transfer",
        "Rút đề nghị chuyển",
        either,
        forms.WhyForm,
        _withdraw,
    ),
)
for _act in ACTS:
    expose(router, _act, "members")


def _member(held: Membership) -> dict[str, Any]:
    told = _told(held.person)
    return {
        **told,
        "uid": str(held.uid),
        "person": told["uid"],
        "unit": held.unit.code,
        "from_on": held.from_on.isoformat(),
    }


def _told(person: Person) -> dict[str, Any]:
    return {
        "uid": str(person.uid),
        "name": person.name,
        "woman": person.woman,
        "born_on": person.born_on.isoformat() if person.born_on else None,
        "born_year": person.born_year,
        "phone": person.phone,
        "email": person.email,
        "job": person.job,
        "card_number": person.card_number,
    }


def _held(one: Membership) -> dict[str, Any]:
    return {
        "uid": str(one.uid),
        "unit": one.unit.code,
        "from_on": one.from_on.isoformat(),
        "to_on": None if one.open else one.to_on.isoformat(),
        "began": one.began,
        "ended": one.ended,
        "suspended": bool(one.suspended),
    }


def _transfer(one: Transfer) -> dict[str, Any]:
    return {
        "uid": str(one.uid),
        "member": str(one.membership.uid),
        "name": one.membership.person.name,
        "from_unit": one.membership.unit.code,
        "to_unit": one.to_unit.code,
        "asked_on": one.asked_on.isoformat(),
        "state": one.state,
    }

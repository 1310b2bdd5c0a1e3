"""A whole list of members at once over HTTP, what is known of somebody mended, records of one person made one."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.accounts import access
from congdoan.base.forms import Form
from congdoan.base.period import Period, today
from congdoan.members import joining, keeping, merging, pasting, views_people, views_twins
from congdoan.members.bridge import bridge
from congdoan.members.forms import ListForm, OpeningForm, PersonForm, WhyForm
from congdoan.members.models import Person
from congdoan.members.paging import MANY, members_of
from congdoan.org.models import Unit

from . import answers, paging, places
from .acting import Act, expose
from .answers import Page
from .members import kept

router = Router(tags=["members"])


class TwinOut(Schema):
    """Two records that may be of one person, and why. `one` and `other` are people."""

    one: str
    one_name: str
    other: str
    other_name: str
    why: str


class BridgeOut(Schema):
    """From how many members to how many: opening + opened + admitted + received − lost − handed over = closing, but for
    `declared`, of unions that only tell totals. Received and handed over: by themselves, or along with their union."""

    opening: int
    opened: int
    admitted: int
    transferred_in: int
    came_along: int
    lost: int
    transferred_out: int
    went_along: int
    declared: int
    closing: int


class OtherForm(Form):
    """The other record of a pair."""

    other = forms.ModelChoiceField(Person.objects.none(), to_field_name="uid", label="Hồ sơ kia")

    def __init__(self, *args: Any, among: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = among  # type: ignore[attr-defined]


class MergeForm(OtherForm, WhyForm):
    """The record that is taken into this one, and why."""


@router.get(
    "/units/{code}/bridge",
    response={200: BridgeOut, **answers.ASKING},
    operation_id="bridge",
    summary="Tăng, giảm đoàn viên",
)
def members_bridge(request: HttpRequest, code: str, period: str) -> Any:
    """How the number of members of a union and those under it came from one day to another."""
    found = bridge(places.unit(request, code), Period.parse(period))
    return {**asdict(found), "declared": found.declared}


@router.get(
    "/units/{code}/twins",
    response={200: Page[TwinOut], **answers.ASKING},
    operation_id="twins",
    summary="Hồ sơ có thể trùng",
)
def list_twins(request: HttpRequest, code: str, cursor: str | None = None) -> Any:
    """Likely twins among the people of a union and those below it."""
    unit, skipped = kept(request, code), paging.offset(cursor)
    likely = views_twins.likely_of(unit, many=members_of(unit, today()) > MANY)
    page, more = likely[skipped : skipped + paging.SIZE], len(likely) > skipped + paging.SIZE
    return {
        "items": [_pair(*pair) for pair in views_twins.named(page)],
        "next": paging.written(str(skipped + paging.SIZE)) if more else None,
    }


def _pair(one: Person, other: Person, why: str) -> dict[str, Any]:
    told = {"one": str(one.uid), "one_name": one.name, "other": str(other.uid), "other_name": other.name}
    return {**told, "why": why}


def _admit(unit: Unit, form: Any, by: int) -> None:
    said = dict(form.cleaned_data)
    joining.admit_list(unit=unit, by=by, rows=pasting.read(said.pop("pasted")), **said)


def _open(unit: Unit, form: Any, by: int) -> None:
    said = dict(form.cleaned_data)
    joining.open_register(unit=unit, by=by, rows=pasting.read(said.pop("pasted")), **said)


def _correct(person: Person, form: Any, by: int) -> None:
    keeping.correct(person=person, by=by, **form.cleaned_data)


def _merge(keep: Person, form: Any, by: int) -> None:
    said = form.cleaned_data
    merging.merge(keep=keep, drop=said["other"], why=said["why"], by=by)


def _keep_apart(one: Person, form: Any, by: int) -> None:
    merging.keep_apart(one=one, other=form.cleaned_data["other"], by=by)


def _theirs(request: HttpRequest, uid: str) -> Person:
    return views_people.theirs(request, uid, access.WRITERS)  # type: ignore[arg-type]


def _as_known(request: HttpRequest, person: Person) -> dict[str, Any]:
    return {"initial": views_people.known(person)}


def _others(request: HttpRequest, person: Person) -> dict[str, Any]:
    return {"among": views_twins.writable_people(request).exclude(pk=person.pk)}


ACTS = (
    Act("/units/{code}/members/list", "admit_list", "Kết nạp cả danh sách", places.written, ListForm, _admit),
    Act("/units/{code}/register", "open_register", "Mở sổ đoàn viên", places.written, OpeningForm, _open),
    Act(
        "/people/{uid}/correct",
        "correct_person",
        "Sửa hồ sơ",
        _theirs,
        PersonForm,
        _correct,
        _as_known,
        stays=True,
    ),
    Act(
        "/people/{uid}/merge",
        "merge_people",
        "Gộp một hồ sơ khác vào hồ sơ này",
        _theirs,
        MergeForm,
        _merge,
        _others,
    ),
    Act(
        "/people/{uid}/apart",
        "keep_apart",
        "Ghi là hai người khác nhau",
        _theirs,
        OtherForm,
        _keep_apart,
        _others,
    ),
)
for _act in ACTS:
    expose(router, _act, "members")

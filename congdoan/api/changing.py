"""Changing the tree over HTTP: for administrators, the forms of its pages."""

from typing import Any

from django.http import HttpRequest

from congdoan.accounts.queries import administered
from congdoan.org.models import Unit
from congdoan.reform import actions, forms, queries
from congdoan.reform.changing import founded, organised

from . import places
from .acting import Act, expose
from .units import router


def _found(above: Unit, form: Any, by: int) -> Unit:
    return founded(by, above, dict(form.cleaned_data))


def _rename(unit: Unit, form: Any, by: int) -> None:
    actions.rename(unit=unit, by=by, **form.cleaned_data)


def _move(unit: Unit, form: Any, by: int) -> None:
    actions.move(unit=unit, by=by, **form.cleaned_data)


def _close(unit: Unit, form: Any, by: int) -> None:
    actions.close(unit=unit, by=by, **form.cleaned_data)


def _organise(unit: Unit, form: Any, by: int) -> None:
    organised(by, unit, form)


def _named(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"naming": queries.namings(unit).first()}


def _others(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"among": administered(request.user).exclude(pk=unit.pk)}


ACTS = (
    Act(
        "/units/{code}/found",
        "found",
        "Lập công đoàn trực thuộc",
        places.administered,
        forms.FoundForm,
        _found,
    ),
    Act(
        "/units/{code}/rename",
        "rename",
        "Đổi tên, cách ký văn bản",
        places.administered,
        forms.RenameForm,
        _rename,
        _named,
    ),
    Act("/units/{code}/move", "move", "Chuyển cấp trên", places.administered, forms.MoveForm, _move, _others),
    Act("/units/{code}/close", "close", "Kết thúc hoạt động", places.administered, forms.CloseForm, _close),
    Act(
        "/units/{code}/organise",
        "organise",
        "Thêm cơ quan, doanh nghiệp",
        places.administered,
        forms.OrganiseForm,
        _organise,
    ),
)
for _act in ACTS:
    expose(router, _act, "units")

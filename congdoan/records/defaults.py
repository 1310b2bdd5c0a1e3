"""What a form begins with besides the kind's own defaults: the fund this union used last, the nearest one first."""

from typing import Any

from django import forms
from django.contrib.sessions.backends.base import SessionBase

from congdoan.base.forms import ChipSelect
from congdoan.funds.models import Fund
from congdoan.org.models import Unit

from .forms import FundField
from .kind import Kind
from .record import Record

KEY = "quy"  # in the session: which fund each union used last
FEW = 8  # funds that still stand as chips


def prefer_funds(form: Any, kind: Kind, unit: Unit, session: SessionBase, record: Record | None) -> None:
    """Choose the fund last used, and show a few of them as chips, that one first."""
    for name, field in form.fields.items():
        if isinstance(field, FundField):
            if record is not None:
                _keep_choice(field, record)
            found = _ordered(list(field.queryset or ()), unit, _last(kind, unit, session))
            form.initial.setdefault(name, found[0] if found else None)
            _as_chips(field, found)


def remember_fund(form: Any, unit: Unit, session: SessionBase) -> None:
    """The fund of a record just saved is the first choice of the next."""
    used = [value for value in form.cleaned_data.values() if isinstance(value, Fund)]
    if used:
        session[KEY] = session.get(KEY, {}) | {unit.code: used[0].code}


def _keep_choice(field: FundField, record: Record) -> None:
    """A record keeps its fund, also when that has since been closed."""
    usual = [fund.pk for fund in field.queryset or ()]
    field.queryset = Fund.objects.filter(pk__in=[*usual, getattr(record, "fund_id", None) or 0])


def _last(kind: Kind, unit: Unit, session: SessionBase) -> str:
    if code := session.get(KEY, {}).get(unit.code):
        return str(code)
    if "fund" not in kind.columns:
        return ""
    model: Any = kind.model
    rows = model._default_manager.filter(unit=unit, withdrawn=False).order_by("-pk")
    return rows.values_list("fund__code", flat=True).first() or ""


def _ordered(funds: list[Fund], unit: Unit, last: str) -> list[Fund]:
    """The one last used, the union's own, then those of the unions above it."""
    return sorted(funds, key=lambda fund: (fund.code != last, fund.unit_id != unit.pk))


def _as_chips(field: forms.ModelChoiceField, funds: list[Fund]) -> None:  # type: ignore[type-arg]
    if 0 < len(funds) <= FEW:
        field.widget = ChipSelect(choices=[(fund.code, fund.name) for fund in funds])

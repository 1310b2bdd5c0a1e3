"""The list of records: of a union and what stands under it, in a period, narrowed and searched.

What the list shows stands in its address, so that Back works and a link can be sent; but for what was typed into the
search (`accounts.words`).
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from congdoan.accounts import exports, state, words
from congdoan.base.errors import NotHere
from congdoan.base.period import Period
from congdoan.base.table import ONE_TOO_MANY
from congdoan.funds.models import Fund
from congdoan.org.models import Unit

from . import kind as kinds
from . import queries, tables
from .kind import KINDS, Kind
from .record import Record
from .rights import kinds_for

PER_PAGE = 30
MOST = 10_000  # records a list counts and pages through; of more it shows the newest and asks to be narrowed
PAGE, KIND, STATE, OWN, FUND, ANYTIME = "trang", "loai", "tt", "rieng", "quy", "moi-ky"
STATES = {"": "Đang tính", "cho": "Chờ xác nhận", "huy": "Đã hủy", "het": "Cả việc đã hủy"}


@dataclass
class Asked:
    """What the list is asked for."""

    unit: Unit
    period: Period | None
    kind: Kind | None = None
    state: str = ""
    own: bool = False
    fund: str = ""
    text: str = ""
    choices: dict[str, str] = field(default_factory=dict)

    @property
    def narrowed(self) -> bool:
        """Whether anything but union and period narrows the list."""
        return bool(self.kind or self.state or self.own or self.fund or self.text)


class Pages(Paginator):  # type: ignore[type-arg]
    """Pages of a list that may be as long as the book: it is counted only so far."""

    @cached_property
    def count(self) -> int:
        """How many records there are, `MOST` if there are more."""
        rows: Any = self.object_list
        return len(rows.order_by().values_list("pk")[:MOST])


@dataclass(frozen=True)
class Listed:
    """One line of the list."""

    record: Record
    kind: Kind
    has_files: bool


@dataclass(frozen=True)
class Option:
    """One choice of a filter."""

    value: str
    label: str
    chosen: bool


@require_http_methods(["GET", "HEAD", "POST"])
def records(request: HttpRequest) -> HttpResponse:
    """The list; a POST is a search, answered by the address that shows it."""
    if request.method == "POST":
        return redirect(words.remembered(request))
    what = asked(request)
    if exports.asked(request):
        table = tables.of_records(found(request, what)[:ONE_TOO_MANY], request.user)
        return exports.handed(request, "viec", what.unit, table, about=told(what))
    page = Pages(found(request, what), PER_PAGE).get_page(request.GET.get(PAGE))
    context: dict[str, Any] = {
        "page": page,
        "rows": _listed(list(page)),
        "asked": what,
        "kinds": KINDS.values(),
        "states": STATES,
        "choices": _offered(what),
        "funds": _funds(what),
        "waiting": queries.to_confirm(what.unit).count(),
        "writes": bool(kinds_for(request, what.unit)),
        "many": not what.unit.kind.grassroots,
        "most": MOST,
    }
    return render(request, "records/list.html", context)


def told(what: Asked) -> list[str]:
    """What the list is of, in words."""
    chosen = [
        f"{label}: {dict(options).get(what.choices[name], '')}"
        for name, label, options in _choices(what)
        if name in what.choices
    ]
    how = [
        what.period.label() if what.period else "Mọi thời gian",
        what.kind.label if what.kind else "",
        *chosen,
    ]
    how += ["riêng cấp này" if what.own else "", STATES[what.state] if what.state else ""]
    how += [f"nguồn {what.fund}" if what.fund else "", f"có “{what.text}”" if what.text else ""]
    return ["; ".join(filter(None, how))]


def asked(request: HttpRequest) -> Asked:
    """What the address asks for. Raises `NotHere` for a union this person may not see."""
    unit = state.current_unit(request)
    if unit is None:
        raise NotHere("Bạn chưa được giao vai trò ở công đoàn nào; hãy nhờ người quản trị.")
    period = None if ANYTIME in request.GET else state.current_period(request)
    what = Asked(unit, period, KINDS.get(request.GET.get(KIND, "")), own=OWN in request.GET)
    what.state = request.GET.get(STATE, "") if request.GET.get(STATE, "") in STATES else ""
    what.fund, what.text = request.GET.get(FUND, "")[:80], words.asked(request)
    what.choices = {name: value for name, _, _ in _choices(what) if (value := request.GET.get(name, ""))}
    return what


def found(request: HttpRequest, what: Asked) -> QuerySet[Record]:
    """The records asked for that this person may see, newest first."""
    rows = queries.under(queries.visible(request.user), what.unit)
    rows = _narrowed(rows, what)
    rows = queries.with_text(rows, what.text, request.user) if what.text else rows
    return rows.select_related("unit", "payer").order_by("-happened_on", "-pk")


def _narrowed(rows: QuerySet[Record], what: Asked) -> QuerySet[Record]:
    if what.period:
        rows = rows.filter(happened_on__gte=what.period.first, happened_on__lte=what.period.last)
    if what.kind:
        chosen: Any = what.kind.model._default_manager.filter(**what.choices)
        rows = rows.filter(kind=what.kind.slug)
        rows = rows.filter(pk__in=chosen.values("pk")) if what.choices else rows
    if what.own:
        rows = rows.filter(unit=what.unit)
    if what.fund:
        rows = queries.with_fund(rows, what.fund)
    return _in_state(rows, what.state)


def _in_state(rows: QuerySet[Record], state_: str) -> QuerySet[Record]:
    narrowing: dict[str, dict[str, Any]] = {
        "": {"withdrawn": False},
        "cho": {"withdrawn": False, "entered_for": True, "confirmed": None},
        "huy": {"withdrawn": True},
        "het": {},
    }
    return rows.filter(**narrowing[state_])


def _listed(rows: list[Record]) -> list[Listed]:
    files = queries.with_files(rows)
    return [Listed(row, kinds.of(row), row.pk in files) for row in rows]


def _offered(what: Asked) -> list[tuple[str, str, list[Option]]]:
    """The filters of the chosen kind, as the page shows them."""
    return [
        (name, label, [Option(value, text, what.choices.get(name) == value) for value, text in options])
        for name, label, options in _choices(what)
    ]


def _choices(what: Asked) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """By which of its columns records of the chosen kind may be narrowed: name, label, choices."""
    if what.kind is None:
        return []
    fields = what.kind.form.base_fields
    columns = [(name, fields[name]) for name in fields if name in what.kind.columns]
    return [
        (name, str(form_field.label), [(str(v), str(label)) for v, label in choices])
        for name, form_field in columns
        if (choices := what.kind.model._meta.get_field(name).choices)  # type: ignore[union-attr]
    ]


def _funds(what: Asked) -> list[Fund]:
    """The funds that paid, or may pay, for what the list shows."""
    if what.kind and "fund" not in what.kind.columns:
        return []
    near = what.unit.ancestries.filter(unknown_at=None).values("ancestor")
    below = what.unit.descents.filter(unknown_at=None, depth__lte=1).values("unit")
    owned = Fund.objects.filter(unit__in=near) | Fund.objects.filter(unit__in=below)
    return list(owned.order_by("name").distinct())

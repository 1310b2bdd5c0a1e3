"""Sổ khen thưởng: everybody and every collective ever awarded, by year, form and name.

What was typed into the search may be somebody's name: it is kept in the session, and the address bears a token for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congdoan.accounts import exports, state, words
from congdoan.accounts.state import here
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table
from congdoan.base.text import fold
from congdoan.org.models import Ancestry, Unit
from congdoan.records import queries as records
from congdoan.records.kinds.commendation import Awardee, Collective
from congdoan.records.titles import Award, Issuer

from . import tables

PER_PAGE, YEARS = 50, 12
PAGE, YEAR_, AWARD, ISSUER = "trang", "nam", "ht", "cap"
PEOPLE, COLLECTIVES = 1, 0


@dataclass
class Asked:
    """What the register is asked for."""

    unit: Unit
    year: int = 0
    award: str = ""
    issuer: str = ""
    text: str = ""

    @property
    def narrowed(self) -> bool:
        return bool(self.year or self.award or self.issuer or self.text)


@dataclass(frozen=True)
class Line:
    """One award received."""

    row: Any
    url: str

    @property
    def called(self) -> str:
        return str(self.row.person.name if hasattr(self.row, "person") else self.row.called)

    @property
    def union(self) -> Unit:
        return self.row.union  # type: ignore[no-any-return]

    @property
    def record(self) -> Any:
        return self.row.record


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """The register of a union and those under it; a POST is a search, answered by the address that shows it."""
    if request.method == "POST":
        return redirect(words.remembered(request))
    asked = _asked(request)
    if exports.asked(request):
        return _taken_out(request, asked)
    page = Paginator(found(request, asked), PER_PAGE).get_page(request.GET.get(PAGE))
    context = {
        "asked": asked,
        "page": page,
        "rows": lines(request, list(page)),
        "many": not asked.unit.kind.grassroots,
        "years": range(today().year, today().year - YEARS, -1),
        "awards": Award.choices,
        "issuers": Issuer.choices,
    }
    return render(request, "emulation/register.html", context)


def _taken_out(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The register as a file."""
    rows = lines(request, list(found(request, asked)[:ONE_TOO_MANY]))
    how = [f"năm {asked.year}" if asked.year else "", dict(Award.choices).get(asked.award, "")]
    how += [dict(Issuer.choices).get(asked.issuer, ""), f"có “{asked.text}”" if asked.text else ""]
    about = ["; ".join(str(one) for one in how if one)]
    table = Table("Sổ khen thưởng", tables.REGISTER, rows)
    return exports.handed(request, "so-khen-thuong", asked.unit, table, about=about)


def _asked(request: HttpRequest) -> Asked:
    get = request.GET.get
    asked = Asked(here(request), text=words.asked(request))
    asked.year = int(get(YEAR_, "")[:4]) if get(YEAR_, "").isdecimal() else 0
    asked.award = get(AWARD, "") if get(AWARD, "") in Award.values else ""
    asked.issuer = get(ISSUER, "") if get(ISSUER, "") in Issuer.values else ""
    return asked


def found(request: HttpRequest, asked: Asked) -> Any:
    """(sort, number of the row) of each, the latest year first; people and collectives in one order."""
    columns = ("record__achievement_year", "record__happened_on", "sort", "pk")
    people = _narrowed(request, Awardee.objects.all(), asked, "person__name_key")
    groups = _narrowed(request, Collective.objects.all(), asked, "")
    both = [
        rows.annotate(sort=Value(sort)).values_list(*columns)
        for rows, sort in ((people, PEOPLE), (groups, COLLECTIVES))
    ]
    return both[0].union(both[1], all=True).order_by(*(f"-{name}" for name in columns))


def _narrowed(request: HttpRequest, rows: QuerySet[Any], asked: Asked, name_key: str) -> QuerySet[Any]:
    below = Ancestry.objects.filter(unknown_at=None, ancestor=asked.unit).values("unit")
    rows = rows.filter(record__withdrawn=False, union__in=below)
    rows = rows.filter(union__in=state.seen(request).values("pk")).order_by()
    for name in ("award", "issuer"):
        rows = rows.filter(**{f"record__{name}": getattr(asked, name)}) if getattr(asked, name) else rows
    rows = rows.filter(record__achievement_year=asked.year) if asked.year else rows
    return rows.filter(_holding(asked.text, name_key))


def _holding(text: str, name_key: str) -> Q:
    """Whose name, or whose union's, holds every word typed; the names of collectives bear their marks."""
    found = Q()
    for word in fold(text).split():
        own = Q(**{f"{name_key}__contains": word}) if name_key else Q(name__icontains=word)
        found &= own | Q(union__name_key__contains=word)
    return found


def lines(request: HttpRequest, page: Sequence[Any]) -> list[Line]:
    """The awards of these rows, each with where it is told, if that may be seen."""
    people = [pk for _, _, sort, pk in page if sort == PEOPLE]
    groups = [pk for _, _, sort, pk in page if sort == COLLECTIVES]
    rows: dict[tuple[int, int], Any] = {
        (PEOPLE, pk): row
        for pk, row in Awardee.objects.select_related("person", "union", "record").in_bulk(people).items()
    }
    rows |= {
        (COLLECTIVES, pk): row
        for pk, row in Collective.objects.select_related("union", "record").in_bulk(groups).items()
    }
    numbers = {row.record_id for row in rows.values()}
    seen = set(records.visible(request.user).filter(pk__in=numbers).values_list("pk", flat=True))
    return [_line(rows[sort, pk], seen) for _, _, sort, pk in page]


def _line(row: Any, seen: set[int]) -> Line:
    if row.record_id not in seen:
        return Line(row, "")
    through = row.record.through
    return Line(
        row, reverse("decision", args=[through]) if through else reverse("record", args=[row.record.uid])
    )

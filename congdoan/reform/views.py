"""Hệ thống tổ chức: the tree on a day, what changed, a union's page; the verbs that change it, for administrators."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.queries import seats_at
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import Table
from congdoan.org import queries as org
from congdoan.org.models import Unit
from congdoan.org.queries import search
from congdoan.records.record import Record

from . import queries, tables
from .queries import Branch

DAY, WORDS = "ngay", "q"
FOUND_MOST = 40


@dataclass(frozen=True)
class Listed:
    """The list at the left: a union on a day with those directly under it, or what a search found."""

    node: Unit
    on: date
    branches: list[Branch]
    above: list[Unit]
    seen: set[int]
    words: str = ""

    @property
    def query(self) -> str:
        """The day, as the addresses of this page carry it."""
        return "" if self.on == today() else f"?{DAY}={self.on.isoformat()}"


@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """The tree under the union looked at, on a day; beside it, what changed up to that day."""
    node = state.here(request)
    listed, changes = _listed(request, node), queries.changes(node, day_of(request))
    if exports.asked(request):
        lists = [Table("Công đoàn trực thuộc", tables.BRANCHES, listed.branches)]
        lists.append(Table("Thay đổi", tables.CHANGES, changes))
        about = [f"Hệ thống ngày {listed.on:%d/%m/%Y}", f"có “{listed.words}”" if listed.words else ""]
        return exports.handed(request, "he-thong", node, *lists, about=about)
    return render(request, "reform/tree.html", {**_around(listed), "changes": changes})


@require_safe
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """The page of a union: its life, its places, names, employers, seats."""
    found = unit_or_404(request, code)
    on = day_of(request)
    naming = org.naming(found, on)
    listed = _listed(request, found if not found.kind.grassroots else _node_of(request, found))
    context = {
        **_around(listed),
        "unit": found,
        "naming": naming,
        "parent": org.parent(found, on),
        "placements": list(org.placements(found))[::-1],
        "namings": list(queries.namings(found)),
        "organisings": list(queries.organisings(found)),
        "seats": seats_at(found),
        "alive": org.alive(found, on),
        "changes_it": access.may_administer(request.user, found),
        "records": Record.objects.filter(unit=found, withdrawn=False).count(),
    }
    return render(request, "reform/unit.html", context)


def unit_or_404(request: HttpRequest, code: str) -> Unit:
    """A union this person may see; none and not-allowed are not told apart."""
    found = state.seen(request).filter(code=code).first()
    if found is None:
        raise NotHere(f"Không có công đoàn nào mang mã “{code[:60]}” trong phạm vi bạn được xem.")
    return found


def changeable(request: HttpRequest, code: str) -> Unit:
    """A union whose place in the tree this person may change."""
    found = unit_or_404(request, code)
    if not access.may_administer(request.user, found):
        raise PermissionDenied
    return found


def day_of(request: HttpRequest) -> date:
    """The day the page is about; today if none is asked."""
    return state.day(request.GET.get(DAY, "")) or today()


def _node_of(request: HttpRequest, found: Unit) -> Unit:
    """The union above, if this person sees it; else the union itself."""
    above = org.parent(found, day_of(request)) or org.parent(found, found.founded_on)
    return above if above and access.sees(request.user, above) else found


def _listed(request: HttpRequest, node: Unit) -> Listed:
    on, words = day_of(request), request.GET.get(WORDS, "").strip()
    if words:
        rows: list[Branch] = [Branch(one, 0) for one in search(org.under(node, on), words)[:FOUND_MOST]]
    else:
        rows = queries.branches(node, on)
    wanted = [branch.unit.pk for branch in rows]
    above = org.superiors(node, on)[::-1]
    seen = state.seen(request).filter(pk__in=[*wanted, *(one.pk for one in above)])
    return Listed(node, on, rows, above, set(seen.values_list("pk", flat=True)), words)


def _around(listed: Listed) -> dict[str, Any]:
    first, last = queries.began_and_ended(listed.node)
    return {"listed": listed, "first": first, "last": max(last, today()), "on": listed.on, "today": today()}

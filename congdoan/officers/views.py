"""Cán bộ công đoàn: who holds which post at a union on a day, by committee; its groups; the list as a Word file."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports, state
from congdoan.accounts.state import here
from congdoan.base.downloads import download
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.table import ONE_TOO_MANY, Table

from . import paper, queries, tables
from .models import Post
from .warnings import warnings

DAY = "ngay"


@require_safe
def officers(request: HttpRequest) -> HttpResponse:
    """Everybody in office on a day, with what to look at; who was before."""
    unit, day = here(request), day_of(request)
    benches = queries.benches(unit, day)
    if exports.asked(request):
        lists = [Table(bench.heading, tables.POSTS, bench.posts) for bench in benches]
        lists.append(Table("Đã thôi giữ chức vụ", tables.ENDED, queries.ended(unit, day, ONE_TOO_MANY)))
        about = [f"Theo sổ ngày {day:%d/%m/%Y}"]
        return exports.handed(request, "can-bo", unit, *filter(_filled, lists), about=about)
    everybody = {post.person_id: post.person for bench in benches for post in bench.posts}
    context = {
        "unit": unit,
        "day": day,
        "today": today(),
        "term": queries.term_on(unit, day),
        "benches": benches,
        "people": len(everybody),
        "women": sum(bool(person.woman) for person in everybody.values()),
        "warnings": warnings(unit, day),
        "before": queries.ended(unit, day),
        "groups": len(queries.groups(unit, day)),
        "writes": access.may_write(request.user, unit),
    }
    return render(request, "officers/officers.html", context)


@require_safe
def officers_paper(request: HttpRequest) -> HttpResponse:
    """The list of those in office on a day, to print."""
    unit, day = here(request), day_of(request)
    posts = [post for post in queries.posts_on(unit, day) if post.group_id is None]
    if not posts:
        raise NotHere(f"Ngày {day:%d/%m/%Y} {unit.name} chưa ghi chức vụ nào để in.")
    return download(paper.of_officers(unit, day, posts), f"trich-ngang-{unit.code}-{day.isoformat()}.docx")


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """The parts of a grassroots union and who leads them, those of before below."""
    unit = here(request)
    every = queries.groups(unit)
    now = queries.groups(unit, today())
    if exports.asked(request):
        return exports.handed(request, "to-bo-phan", unit, Table("Tổ, bộ phận", tables.GROUPS, every))
    present = {bench.body.pk for bench in now if bench.body}
    context = {
        "unit": unit,
        "groups": now,
        "before": [bench for bench in every if bench.body and bench.body.pk not in present],
        "writes": access.may_write(request.user, unit),
    }
    return render(request, "officers/groups.html", context)


def day_of(request: HttpRequest) -> date:
    """The day the page is about; today if none is asked."""
    return state.day(request.GET.get(DAY, "")) or today()


def _filled(table: Table) -> bool:
    return bool(table.rows)


def page_of(post: Post) -> str:
    """Where a post is shown: among the officers, or beside its group."""
    return "groups" if post.group_id else "officers"

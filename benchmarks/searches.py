"""What is asked of the register, beside a plain way that gives the same answer."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import Count, Q, QuerySet

from congdoan.base.period import Period, today
from congdoan.ledger import breakdowns, rollups
from congdoan.ledger.figures import asked_for
from congdoan.ledger.indicator import BY_KEY
from congdoan.members import paging, queries
from congdoan.members.lists import Asked, found
from congdoan.members.models import Membership, Person
from congdoan.members.twins import surest, twins
from congdoan.org.models import Unit
from congdoan.org.queries import under

from . import build, people
from .load import settle
from .measure import _database, _machine, median, row

TOTAL = BY_KEY["members.total"]
NAMES = {
    "a family name": "nguyen",
    "a common name": "nguyen thi hoa",
    "a given name": "xoan",
    "a rare name": "nhan hau",
}
Say = Callable[[str], None]


def everything(members: int, say: Say) -> str:
    """Build, fold, measure; the section of the results."""
    say(f"{members:,} members in {build.UNITS:,} unions")
    register = people.build(members)
    say(f"{register.members:,} members and {register.entries:,} entries")
    rollups.fold_all()
    settle()
    rows = [row(name, ours, theirs) for name, ours, theirs in measured(register.province.top, say)]
    head = ["| asked | here | plain queries | ratio |", "|---|--:|--:|--:|"]
    what = f"{members:,} members of {len(register.province.unions):,} unions. {_machine()}"
    return "\n".join([f"## A register, {_database()}", "", what, "", *head, *rows, ""])


def measured(top: Unit, say: Say) -> list[tuple[str, float, float | None]]:
    """Name, seconds here, seconds of the plain way."""
    rows: list[tuple[str, float, float | None]] = []

    def add(name: str, ours: Callable[[], Any], theirs: Callable[[], Any] | None, runs: int = 15) -> None:
        rows.append((name, median(ours, runs), median(theirs, 1) if theirs else None))
        say(f"{name}: {rows[-1][1] * 1000:.1f} ms")

    branch, union = Unit.objects.get(code="cap-tren-3"), Unit.objects.get(code="co-so-3")
    for unit, what in ((top, "the province"), (branch, "a branch"), (union, "a union")):
        add(f"the list of {what}, first page", partial(_names, unit), partial(_first, unit))
    half = Person.objects.count() // 2
    middle = str(plain(top)[half - 1].person.uid)
    add(
        "the list of the province, a page in its middle",
        lambda: _page(top, sau=middle),
        lambda: list(plain(top)[half : half + paging.SIZE]),
    )
    for what, text in NAMES.items():
        _agree(_names(top, text), _first(top, text))
        add(f"{what} ({text})", partial(_names, top, text), partial(_first, top, text))
    card = Person.objects.order_by("pk")[1000].card_number or ""
    add(
        "a card",
        partial(_names, top, card),
        lambda: list(_held(top).filter(person__card_number__contains=card)),
    )
    among = queries.people_seen(under(top, today()))
    add("likely duplicates, the surest first", lambda: twins(surest(among)), lambda: twins(among), 3)
    _agree(_stock(top), _counted(top))
    add("members on a day, by union below", lambda: _stock(top), lambda: _counted(top))
    return rows


def plain(top: Unit, text: str = "") -> QuerySet[Membership]:
    """The memberships of all unions under one, narrowed word by word, sorted."""
    rows = _held(top)
    for word in text.split():
        rows = rows.filter(Q(person__name_key__startswith=word) | Q(person__name_key__contains=f" {word}"))
    return rows.select_related("person", "unit").order_by("person__given_key", "person_id")


def _held(top: Unit) -> QuerySet[Membership]:
    below = list(under(top, today()).values_list("pk", flat=True))
    day = today()
    return Membership.objects.filter(unmade=None, unit__in=below, from_on__lte=day, to_on__gt=day)


def _first(unit: Unit, text: str = "") -> list[str]:
    return [held.person.name for held in plain(unit, text)[: paging.SIZE]]


def _page(unit: Unit, text: str = "", **query: str) -> paging.Page:
    there = paging.members_of(unit, today())
    told = there if there > paging.MOST and not text else None
    many = there > paging.MANY
    return paging.page(found(Asked(unit, today()), few=not many), text, many, query, told)


def _names(unit: Unit, text: str = "") -> list[str]:
    return [held.person.name for held in _page(unit, text).rows]


def _stock(top: Unit) -> dict[int, int]:
    day = Period.between(today(), today())
    return breakdowns.by_unit(TOTAL, asked_for(top, day, TOTAL))


def _counted(top: Unit) -> dict[int, int]:
    day, sums = today(), Counter[int]()
    for branch in under(top, day, depth=1):
        sums[branch.pk] = queries.members_on(branch, day).aggregate(n=Count("pk"))["n"]
    return {pk: count for pk, count in sums.items() if count}


def _agree(ours: Any, theirs: Any) -> None:
    if ours != theirs:
        raise SystemExit(f"The two ways disagree: {ours!r:.200} and {theirs!r:.200}")

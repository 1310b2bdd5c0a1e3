"""One search over people, unions, records and figures, accents or not; each group only as far as this person may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.text import fold
from congdoan.ledger.indicator import shown
from congdoan.members.models import Person
from congdoan.members.queries import people_seen, search
from congdoan.org.queries import search as units_with
from congdoan.records import kind as kinds
from congdoan.records import queries, under
from congdoan.records.record import Record

from . import dashboard

EACH = 8  # answers of a group
SHORTEST = 2  # letters from which it is worth looking


@dataclass(frozen=True)
class Found:
    """One answer."""

    title: str
    sub: str
    url: str
    icon: str


@dataclass(frozen=True)
class Group:
    """Answers of a sort; `more`: there are others, so the words should be more exact."""

    name: str
    rows: Sequence[Found]
    more: bool = False


def find(user: Somebody, text: str, query: str = "") -> list[Group]:
    """What the words find. `query` is the address of union and period that figures are shown for."""
    if len(fold(text)) < SHORTEST:
        return []
    groups = [
        _group("Số liệu", _figures(text, query)),
        _group("Công đoàn", _units(user, text)),
        _group("Người", _people(user, text)),
        _group("Việc", _records(user, text)),
    ]
    return [group for group in groups if group.rows]


def people(user: Somebody) -> QuerySet[Person]:
    """The people a person may look for: known to the unions whose books they keep or inspect."""
    return people_seen(access.units_seen(user, access.KEEPERS)).select_related("unit")


def naming(user: Somebody, person: Person) -> list[Record]:
    """The records whose lists name somebody and may be read, newest first."""
    lists = Q(pk__in=())
    for kind in kinds.KINDS.values():
        for spec in kind.lines:
            if spec.person:
                rows_of: Any = spec.model._default_manager
                lists |= Q(pk__in=rows_of.filter(person=person).values("record_id"))
    rows = list(
        queries.visible(user).filter(lists, withdrawn=False).select_related("unit").order_by("-happened_on")
    )
    open_to = under.readable(user, rows)
    return [record for record in rows if record.pk in open_to]


def _group(name: str, rows: Iterable[Found]) -> Group:
    found = list(rows)
    return Group(name, found[:EACH], len(found) > EACH)


def _figures(text: str, query: str) -> Iterable[Found]:
    for indicator in [i for i in shown() if dashboard.matches(i, text)][: EACH + 1]:
        url = reverse("figure", args=[indicator.code]) + query
        yield Found(indicator.name, f"{indicator.code} · {indicator.chapter.name}", url, "chart-column")


def _units(user: Somebody, text: str) -> Iterable[Found]:
    for unit in units_with(access.units_seen(user), text)[: EACH + 1]:
        yield Found(unit.name, unit.kind.name, reverse("unit", args=[unit.code]), "landmark")


def _people(user: Somebody, text: str) -> Iterable[Found]:
    for person in search(people(user), text, EACH + 1):
        sub = f"{person.get_relation_display()} · {person.unit.name}"
        yield Found(person.name, sub, reverse("person", args=[person.uid]), "user-round")


def _records(user: Somebody, text: str) -> Iterable[Found]:
    rows = queries.with_text(queries.visible(user).filter(withdrawn=False), text, user)
    for record in rows.select_related("unit").order_by("-happened_on", "-pk")[: EACH + 1]:
        sub = f"{record.happened_on:%d/%m/%Y} · {record.unit.name}"
        yield Found(record.title, sub, reverse("record", args=[record.uid]), kinds.of(record).icon)

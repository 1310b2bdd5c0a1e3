"""Who is on the hardship list and was cared for: drawn by whatever is given to people, at the union they belong to.

The list and the register may be mended afterwards; then the records that name those people draw anew.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import prefetch_related_objects

from congdoan.audit.models import Posting
from congdoan.ledger.actions import post
from congdoan.ledger.origins import RECORD, Draw
from congdoan.members import draws as membership
from congdoan.members.queries import in_hardship

from . import kind as kinds
from .kind import Kind

CARED = "care.hardship_people_cared"


def cared(record: Any, rows: Iterable[Any]) -> Iterator[Draw]:
    """Each person of these rows who is a member and on the hardship list that day."""
    people = {row.person_id for row in rows if _may_be_listed(row)}
    for person, unit, level in in_hardship(people, record.happened_on) if people else ():
        yield Draw(CARED, unit, record.happened_on, 1, person, {"hardship": level})


def know_listed(rows: Iterable[Any]) -> None:
    """Look up at once who of these rows was ever on the list, so that nobody else is asked for one by one."""
    prefetch_related_objects([row.person for row in rows if hasattr(row, "person")], "hardships")


def _may_be_listed(row: Any) -> bool:
    known = getattr(row.person, "_prefetched_objects_cache", {}).get("hardships")
    return known is None or bool(known)


def lists() -> list[Any]:
    """The lists of people in records that care for those they name."""
    return [of for kind in kinds.KINDS.values() if CARED in kind.feeds for of in _lists(kind)]


def follow(people: Collection[int], posting: Posting) -> None:
    """The register or the hardship list says something else of these people: so do the records that name them."""
    for kind in kinds.KINDS.values():
        if CARED not in kind.feeds:
            continue
        every: Any = kind.model._default_manager
        for one in every.filter(pk__in=_naming(kind, people), withdrawn=False).select_related("unit__kind"):
            post(posting, RECORD, one.pk, kind.draws(one, kinds.rows(one)))


def _naming(kind: Kind, people: Collection[int]) -> set[int]:
    """The records (by number) that name these people on their lists."""
    rows = (of.filter(person__in=people).values_list("record", flat=True) for of in _lists(kind))
    return {number for numbers in rows for number in numbers}


def _lists(kind: Kind) -> list[Any]:
    return [spec.model._default_manager for spec in kind.lines if spec.person]


def announce() -> None:
    """Let what records draw follow the register and the hardship list."""
    membership.FOLLOWERS.append(follow)

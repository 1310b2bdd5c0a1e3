"""Records as a source of entries: how to say again what each of them draws."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from congdoan.audit.models import Posting
from congdoan.funds.models import Fund
from congdoan.funds.movements import FOLLOWERS, settle
from congdoan.ledger.origins import RECORD, Draw, Origin, register

from . import kind as kinds
from .cared import CARED, know_listed

CHUNK = 500  # records looked at together


def _all() -> Iterator[tuple[int, Iterable[Draw]]]:
    for kind in kinds.KINDS.values():
        every = iter(_followed(kind).order_by("pk").iterator())
        while some := list(islice(every, CHUNK)):
            listed = kinds.rows_of(kind, some)
            if CARED in kind.feeds:
                know_listed(row for lists in listed.values() for rows in lists.values() for row in rows)
            for record in some:
                yield record.pk, () if record.withdrawn else kind.draws(record, listed[record.pk])


def _followed(kind: kinds.Kind) -> QuerySet[Any]:
    """The records of a kind with what their draws look at: whose they are, and whose fund paid."""
    funds = [field.name for field in kind.model._meta.local_concrete_fields if field.related_model is Fund]
    follow = [f"{name}__kind__level" for name in ("unit", *(f"{fund}__unit" for fund in funds))]
    return kind.model._default_manager.select_related(*follow)


def pay_since(fund: Fund, posting: Posting) -> None:
    """A fund's book was opened: what records have moved in it since that day is written too."""
    for kind in kinds.KINDS.values():
        if kind.money is None:
            continue
        every: Any = kind.model._default_manager
        since = every.filter(fund=fund, happened_on__gte=fund.opened_on, withdrawn=False)
        for record in since.select_related("unit__kind", "fund").order_by("happened_on", "pk"):
            moved = kind.movements(record, kinds.rows(record))
            settle(origin=record.uid, on=record.happened_on, movements=moved, posting=posting)


def announce() -> None:
    """Tell the ledger that records draw entries, and the funds that records move money."""
    FOLLOWERS.append(pay_since)
    feeds = frozenset().union(*(kind.feeds for kind in kinds.KINDS.values()))
    register(Origin(RECORD, "việc", _all, feeds))

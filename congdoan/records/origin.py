"""Records as a source of entries: how to say again what each of them draws."""

from collections.abc import Iterable, Iterator
from typing import Any

from congdoan.audit.models import Posting
from congdoan.funds.models import Fund
from congdoan.funds.movements import FOLLOWERS, settle
from congdoan.ledger.origins import RECORD, Draw, Origin, register

from . import kind as kinds


def _all() -> Iterator[tuple[int, Iterable[Draw]]]:
    for kind in kinds.KINDS.values():
        for record in kind.model._default_manager.select_related("unit__kind").order_by("pk").iterator():
            yield record.pk, () if record.withdrawn else kind.draws(record, kinds.rows(record))


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

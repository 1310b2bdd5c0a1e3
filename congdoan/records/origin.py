"""Records as a source of entries: how to say again what each of them draws."""

from collections.abc import Iterable, Iterator

from congdoan.ledger.origins import RECORD, Draw, Origin, register

from . import kind as kinds


def _all() -> Iterator[tuple[int, Iterable[Draw]]]:
    for kind in kinds.KINDS.values():
        for record in kind.model._default_manager.select_related("unit__kind").order_by("pk").iterator():
            yield record.pk, () if record.withdrawn else kind.draws(record, kinds.rows(record))


def announce() -> None:
    """Tell the ledger that records draw entries."""
    feeds = frozenset().union(*(kind.feeds for kind in kinds.KINDS.values()))
    register(Origin(RECORD, "việc", _all, feeds))

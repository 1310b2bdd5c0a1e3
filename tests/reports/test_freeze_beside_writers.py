"""Chốt số liệu while others write: what was being written then is in, what came later is not; nobody in between."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from congdoan.audit.models import Posting
from congdoan.base.period import Period
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import find
from congdoan.reports import actions
from congdoan.reports.models import Report
from tests.cast import Cast, gather
from tests.reports.book import PERIOD, UPPER, answer, begun, figure_key, gifts, template

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


class Writer:
    """Writes a list of gifts and lingers before its transaction ends."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.written, self.may_end = cast, Event(), Event()

    def write(self) -> None:
        with transaction.atomic():
            gifts(self.cast)
            self.written.set()
            self.may_end.wait(20)
        connection.close()


def freeze(report: Report) -> Report:
    try:
        return actions.freeze(report=report, by=None)
    finally:
        connection.close()


def waiting_for_the_book() -> int:
    """How many wait for the lock of the book."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        return int(cursor.fetchone()[0])


def until_it_waits(freezing: "Future[Report]") -> None:
    while not waiting_for_the_book() and not freezing.done():
        pass


def test_freezing_waits_for_who_is_writing_and_has_what_they_wrote() -> None:
    cast = gather()
    report, writer = begun(cast, template=template(cast)), Writer(cast)
    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(writer.write)
        writer.written.wait(20)
        freezing = pool.submit(freeze, report)
        until_it_waits(freezing)
        assert not freezing.done()
        writer.may_end.set()
        writing.result(20)
        frozen = freezing.result(20)
    assert answer(frozen, figure_key("CAR-04")) == 3
    assert Posting.objects.filter(action="add", at__lt=frozen.frozen_at).count() == 1


def test_writers_go_on_while_the_figures_are_worked_out_and_are_not_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast = gather()
    report, began, written = begun(cast, template=template(cast)), Event(), Event()
    render = actions.rendering.render

    def slowly(*given: object) -> object:
        began.set()
        written.wait(20)
        return render(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(actions.rendering, "render", slowly)
    with ThreadPoolExecutor(1) as pool:
        freezing = pool.submit(freeze, report)
        began.wait(20)
        gifts(cast)
        written.set()
        frozen = freezing.result(20)
    assert answer(frozen, figure_key("CAR-04")) == 0
    assert figure(find("CAR-04"), cast[UPPER], Period.parse(PERIOD)).value == 3

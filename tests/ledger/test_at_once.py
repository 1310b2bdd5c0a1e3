"""Many at once: writers, a folder, a mover, readers and somebody who freezes, each with a connection of its own."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from threading import Barrier, Event, Thread

import pytest
from django.db import connection
from django.db.models import Sum

from congdoan.audit import lock
from congdoan.audit.actions import broken_seals, note, seal, writing
from congdoan.audit.models import Event as TrailEvent
from congdoan.ledger import rollups
from congdoan.ledger.actions import post
from congdoan.ledger.indicator import find
from congdoan.ledger.models import Entry
from congdoan.ledger.verify import verify
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, care, gather
from tests.ledger import book
from tests.ledger.book import SOMETHING, draw, say, value

pytestmark = pytest.mark.django_db(transaction=True)
MARCH, TIMES = date(2024, 3, 1), 25


@pytest.fixture
def cast(monkeypatch: pytest.MonkeyPatch) -> Cast:
    monkeypatch.setattr(rollups, "LARGE", 3)
    return gather()


@contextmanager
def beside(*acts: Callable[[], object]) -> Iterator[None]:
    """Each act in a thread of its own; all have ended, and none has failed, when the block is left."""
    failed: list[BaseException] = []
    threads = [Thread(target=_guarded, args=(act, failed)) for act in acts]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in threads:
            thread.join(timeout=60)
    assert failed == []
    assert not any(thread.is_alive() for thread in threads)


def _guarded(act: Callable[[], object], failed: list[BaseException]) -> None:
    try:
        act()
    except BaseException as error:
        failed.append(error)
    finally:
        connection.close()


def written(key: str = "care.tet_gifts") -> int:
    """The sum of all committed entries."""
    return Entry.objects.filter(indicator=find(key).number).aggregate(n=Sum("quantity"))["n"] or 0


def writer(cast: Cast, code: str, first: int) -> Callable[[], None]:
    def write() -> None:
        for source in range(first, first + TIMES):
            say(
                source, draw("care.tet_gifts", cast[code], MARCH), draw("members.total", cast[code], MARCH, 2)
            )

    return write


def until(done: Event, act: Callable[[], object]) -> Callable[[], None]:
    def again() -> None:
        while not done.is_set():
            act()

    return again


@pytest.mark.postgres
def test_a_figure_is_the_sum_of_what_is_committed_whatever_goes_on(cast: Cast) -> None:
    done, moves = Event(), iter(range(1, 29))
    tree = [cast["muongkhuong-ldld"], cast["laocai-cdvc"]]

    def mover() -> None:
        for number in moves:
            reform.move(unit=cast["laocai-bao"], to=tree[number % 2], on=date(2024, 2, number), by=None)

    writers = [
        writer(cast, code, 1000 * n)
        for n, code in enumerate(("laocai-bao", "laocai-y-te", "yenbai-tu-phap"), 1)
    ]

    def all_written() -> None:
        with beside(*writers, mover):
            pass
        done.set()

    seen = 0
    with beside(all_written, until(done, lambda: rollups.fold(batch=5))):
        while not done.is_set():
            before = written()
            figure = value("care.tet_gifts", cast["tld"])
            assert before <= figure <= written()
            with lock.one_moment():
                assert value("care.tet_gifts", cast["tld"]) == written()
                assert value("members.total", cast["tld"]) == written("members.total")
            seen += 1
    assert (seen > 0, value("care.tet_gifts", cast["tld"])) == (True, 3 * TIMES)
    rollups.fold_all()
    assert value("care.tet_gifts", cast["tld"]) == 3 * TIMES
    assert verify() == []


@pytest.mark.postgres
def test_nothing_stamped_before_a_moment_appears_after_it(cast: Cast) -> None:
    posted, go, moments = Event(), Event(), []

    def slow() -> None:
        with writing(by=None, action="test") as posting:
            post(posting, SOMETHING, 1, [draw("care.tet_gifts", cast["laocai-bao"], MARCH)])
            posted.set()
            go.wait(30)

    def freeze() -> None:
        posted.wait(30)
        moments.append(lock.moment())

    with beside(slow, freeze):
        posted.wait(30)
        while not _somebody_waits():
            assert value("care.tet_gifts", cast["tld"]) == 0
        go.set()
    assert value("care.tet_gifts", cast["tld"], known_at=moments[0]) == 1
    book.SAID[1] = [draw("care.tet_gifts", cast["laocai-bao"], MARCH)]


@pytest.mark.postgres
def test_folding_gives_way_to_a_long_write_and_keeps_no_lock(cast: Cast) -> None:
    posted, go = Event(), Event()
    rollups.fold_all()

    def slow() -> None:
        with writing(by=None, action="test") as posting:
            post(posting, SOMETHING, 1, [draw("care.tet_gifts", cast["laocai-bao"], MARCH)])
            posted.set()
            go.wait(30)

    with beside(slow):
        posted.wait(30)
        say(2, draw("care.tet_gifts", cast["laocai-y-te"], MARCH))
        assert rollups.fold() == 0
        assert _locks_of_ours() == 0
        assert value("care.tet_gifts", cast["tld"]) == 1
        go.set()
    assert rollups.fold() > 0
    assert value("care.tet_gifts", cast["tld"]) == 2


@pytest.mark.postgres
def test_an_error_while_settled_leaves_no_lock(cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError):
        lock.once_settled(lambda: 1 // 0)
    assert _locks_of_ours() == 0
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)


@pytest.mark.postgres
def test_seals_hold_while_lines_are_written_at_once(cast: Cast) -> None:
    done = Event()

    def seen() -> None:
        for _ in range(TIMES):
            note(by=1, action="seen")

    def all_seen() -> None:
        with beside(seen, seen, writer(cast, "laocai-bao", 1)):
            pass
        done.set()

    with beside(all_seen, until(done, seal), until(done, lambda: seal(batch=3))):
        done.wait(60)
    while seal():
        pass
    assert not TrailEvent.objects.filter(seal="").exists()
    assert broken_seals() == []


def test_the_same_form_arriving_twice_at_once_books_once(cast: Cast) -> None:
    uid, together = uuid.uuid4(), Barrier(3)

    def tap() -> None:
        together.wait(30)
        care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], MARCH, gifts=2, uid=uid)

    with beside(tap, tap, tap):
        pass
    assert Record.objects.filter(uid=uid).count() == 1
    assert value("care.tet_gifts", cast["tld"]) == 2
    assert verify() == []


def _somebody_waits() -> bool:
    return bool(_ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))


def _locks_of_ours() -> int:
    return _ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")


def _ask(question: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return int(cursor.fetchone()[0])

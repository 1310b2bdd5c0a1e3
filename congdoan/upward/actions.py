"""Sending a union's sums upward, receiving those of a province, and giving either up."""

import psycopg
from django.db import Error, connection, transaction
from django.utils import timezone
from psycopg import sql

from congdoan.audit.actions import note
from congdoan.base.errors import Refused
from congdoan.ledger import rollups
from congdoan.org import queries

from . import following
from .models import Book, Cell, Sent
from .queries import Difference, differences, own, setting, subscription, takers

NO_RIGHT = (
    "Nhận và thôi nhận cần người dùng PostgreSQL có quyền superuser (từ bản 16: pg_create_subscription);"
    " hãy chạy lệnh này với CONGDOAN_DATABASE_URL của người dùng ấy."
)


def publish(*, code: str, by: int | None) -> Book:
    """Send this union's sums upward from now on."""
    refuse_without_postgres()
    if setting("wal_level") != "logical":
        raise Refused(
            "PostgreSQL chưa cho gửi lên: đặt wal_level = logical trong postgresql.conf rồi khởi động lại."
        )
    unit = queries.unit(code)
    if sent := own():
        raise Refused(
            f"Sổ này đang gửi lên số liệu của “{sent.code}”; thôi gửi (unpublish) rồi mới đổi được."
        )
    rollups.fold_all()
    with transaction.atomic():
        mark = rollups.watermark()
        rollups.keep(unit.pk)
        Sent.objects.create(unit=unit)
        book = Book.objects.create(
            code=unit.code, name=unit.name, from_on=unit.founded_on, to_on=unit.ended_on, entry=mark.entry,
            changed_at=timezone.now(),
        )  # fmt: skip
        following.begin()
    note(by=by, action="upward.publish", unit=code)
    return book


def unpublish(*, by: int | None) -> str:
    """Send nothing upward any more. Refuses while somebody still receives it."""
    refuse_without_postgres()
    book = own()
    if book is None:
        raise Refused("Sổ này không gửi số liệu lên đâu cả.")
    if still := [taker.name for taker in takers()]:
        raise Refused(
            f"Còn nơi nhận ({', '.join(still)}): trung ương thôi nhận trước (congdoan upward unsubscribe {book.code})."
        )
    with transaction.atomic():
        rollups.watermark()
        following.end()
        _forget(book.code)
        Sent.objects.all().delete()
    note(by=by, action="upward.unpublish", unit=book.code)
    return book.code


def subscribe(*, code: str, address: str, again: bool = False, by: int | None) -> None:
    """Receive a province's sums from its database: first all of them, then every change. `again`: what an earlier
    receiving, given up while the province was away, has left there is taken away first."""
    refuse_without_postgres()
    _refuse_unless_sent(code, address, again)
    if Book.objects.filter(code=code).exists():
        raise Refused(f"Số liệu của “{code}” đã có ở đây; thôi nhận (unsubscribe) rồi mới nhận lại được.")
    words = sql.SQL("CREATE SUBSCRIPTION {} CONNECTION {} PUBLICATION {}")
    _do(
        words.format(
            sql.Identifier(subscription(code)), sql.Literal(address), sql.Identifier(following.PUBLICATION)
        )
    )
    note(by=by, action="upward.subscribe", unit=code)


def unsubscribe(*, code: str, gone: bool = False, by: int | None) -> None:
    """Receive a province's sums no longer, and forget them. `gone`: its database will not be there again."""
    refuse_without_postgres()
    name = sql.Identifier(subscription(code))
    if gone:
        _do(sql.SQL("ALTER SUBSCRIPTION {} DISABLE").format(name))
        _do(sql.SQL("ALTER SUBSCRIPTION {} SET (slot_name = NONE)").format(name))
    _do(sql.SQL("DROP SUBSCRIPTION {}").format(name))
    _forget(code)
    note(by=by, action="upward.unsubscribe", unit=code)


def verify(*, by: int | None) -> list[Difference]:
    """Whatever of the sums here does not agree; what the own book finds is sent along with it."""
    refuse_without_postgres()
    found = differences()
    if sent := own():
        count = sum(one.book == sent.code for one in found)
        unit = queries.unit(sent.code)
        Book.objects.filter(pk=sent.pk).update(
            verified_at=timezone.now(), differences=count, name=unit.name, to_on=unit.ended_on
        )
    note(by=by, action="upward.verify", found=len(found))
    return found


def refuse_without_postgres() -> None:
    """Nothing is sent or received on SQLite."""
    if not following.supported():
        raise Refused(
            "Gửi số liệu lên và nhận số liệu của tỉnh cần PostgreSQL ở cả hai nơi (CONGDOAN_DATABASE_URL)."
        )


def _forget(code: str) -> None:
    with transaction.atomic():
        Cell.objects.filter(book=code).delete()
        Book.objects.filter(code=code).delete()


def _refuse_unless_sent(code: str, address: str, again: bool) -> None:
    left = "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = %s AND NOT active"
    try:
        with psycopg.connect(address, connect_timeout=10) as province:
            sent = province.execute("SELECT code FROM upward_book").fetchall()
            if again:
                province.execute(left, [subscription(code)])
    except psycopg.Error as wrong:
        raise Refused(f"Không hỏi được cơ sở dữ liệu của “{code}”: {_said(wrong)}.") from None
    if (code,) not in sent:
        raise Refused(
            f"Nơi ấy không gửi lên số liệu của “{code}”; hãy chạy “congdoan upward publish {code}” ở đó."
        )


def _do(statement: sql.Composed) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    except Error as wrong:
        if isinstance(wrong.__cause__, psycopg.errors.InsufficientPrivilege):
            raise Refused(NO_RIGHT) from None
        raise Refused(f"PostgreSQL từ chối: {_said(wrong)}.") from None


def _said(wrong: Exception) -> str:
    return (str(wrong).strip().splitlines() or ["không rõ vì sao"])[0].rstrip(".")

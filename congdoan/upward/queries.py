"""What is sent, what has come, how far behind it is, and whether it agrees."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from congdoan.base.period import today
from congdoan.ledger.sql import Text, run
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from .following import CODE, HASH, cells
from .models import Book, Sent


@dataclass(frozen=True)
class Difference:
    """One thing that does not agree."""

    book: str
    sentence: str


@dataclass(frozen=True)
class Receiving:
    """How a book comes in here: whether all that was there at the beginning has come, since when nothing was heard."""

    name: str
    whole: bool
    connected: bool
    heard_at: datetime | None


@dataclass(frozen=True)
class Taker:
    """Who receives what is sent from here, and how many bytes of the log it has yet to take."""

    name: str
    connected: bool
    behind: int


def own() -> Book | None:
    """The book that is sent upward from here."""
    sent = Sent.objects.select_related("unit").first()
    return Book.objects.get(code=sent.unit.code) if sent else None


def top() -> Unit | None:
    """The union of this installation that stands under nobody today."""
    under = standing(today(), depth__gt=0).values("unit")
    return Unit.objects.filter(founded_on__lte=today(), ended_on__gt=today()).exclude(pk__in=under).first()


def receiving() -> Mapping[str, Receiving]:
    """What is received here, by the name of the receiving."""
    rows = run(
        Text(
            "SELECT s.subname, NOT EXISTS (SELECT 1 FROM pg_subscription_rel r WHERE r.srsubid = s.oid AND"
            " r.srsubstate <> 'r'), t.pid IS NOT NULL, t.last_msg_receipt_time FROM pg_subscription s"
            " JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database()"
            " LEFT JOIN pg_stat_subscription t ON t.subid = s.oid AND t.relid IS NULL"
        )
    )
    return {name: Receiving(name, whole, connected, heard) for name, whole, connected, heard in rows}


def present() -> tuple[list[Book], list[Book]]:
    """The books whose sums are all here; and those that are still coming in for the first time."""
    came, ready, coming = receiving(), list[Book](), list[Book]()
    for book in Book.objects.all():
        known = came.get(subscription(book.code))
        (ready if known is None or known.whole else coming).append(book)
    return ready, coming


def subscription(code: str) -> str:
    """What the receiving of a book is called, here and at the sender's."""
    return "so_" + re.sub(r"[^a-z0-9]", "_", code.lower())[:60]


def takers() -> list[Taker]:
    """Who receives what is sent from here."""
    rows = run(
        Text(
            "SELECT slot_name, active, pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)"
            " FROM pg_replication_slots WHERE slot_type = 'logical' AND database = current_database()"
            " AND slot_name LIKE 'so\\_%%' ORDER BY slot_name"
        )
    )
    return [Taker(name, connected, int(behind or 0)) for name, connected, behind in rows]


def setting(name: str) -> str:
    return str(run(Text("SELECT current_setting(%s)", (name,)))[0][0])


def differences() -> list[Difference]:
    """Sums that are not what their book's digest says; of the own book, not what the roll-ups say. A book that is still
    coming in for the first time is not looked at."""
    here = {book.code for book in present()[0]}
    return [*(one for one in _unlike_digest() if one.book in here), *sent_otherwise()]


def sent_otherwise() -> list[Difference]:
    """What is sent from here, if anything, and is not what the roll-ups say."""
    return _unlike_rollups() if Sent.objects.exists() else []


def _unlike_digest() -> list[Difference]:
    here = f"SELECT book, SUM({HASH}) came FROM upward_cell GROUP BY book"
    rows = run(
        Text(
            f"SELECT b.code FROM upward_book b LEFT JOIN ({here}) c ON c.book = b.code"
            " WHERE b.digest <> COALESCE(c.came, 0)"
        )
    )
    return [Difference(code, "các tổng ở đây không đúng dấu mà sổ ấy gửi kèm.") for (code,) in rows]


def _unlike_rollups() -> list[Difference]:
    """Of the own book: cells that are not those of the roll-ups."""
    said = f"SELECT indicator, subject, day, quantity, entries FROM upward_cell WHERE book = {CODE}"
    text = f"SELECT indicator, day, SUM(q), {CODE} FROM (SELECT indicator, subject, day, quantity q, entries s FROM ({said}) a"
    text += f" UNION ALL SELECT indicator, subject, day, -quantity, -entries FROM ({cells()}) k) d"
    rows = run(Text(text + " GROUP BY indicator, subject, day HAVING SUM(q) <> 0 OR SUM(s) <> 0"))
    return [
        Difference(code, f"mục {indicator}, ô {day}: lệch {quantity} so với tổng của sổ.")
        for indicator, day, quantity, code in rows
    ]

"""A book to take elsewhere, and an installation in which nothing is written yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection

from congdoan.archive.scope import kept
from congdoan.base.period import Period
from congdoan.funds import actions as funds
from congdoan.ledger.figures import figures
from congdoan.members import transfers
from congdoan.members.joining import admit_list
from congdoan.members.keeping import issue_card, put_on_list
from congdoan.org.models import Unit
from congdoan.records import actions
from congdoan.records.files import Content, attach
from tests.cast import Cast
from tests.records.said import record
from tests.records.samples import DAY, SAMPLES

LATER = date(2024, 6, 1)
PERIODS = ("2022", "2023", "2024", "2024-H1")


def write_everything(cast: Cast) -> None:
    """Every kind of record, one amended and one taken back, a file; a fund's book; members who go on elsewhere."""
    fund, by = cast.funds["tu-phap-doan-phi"], cast.users["officer"].pk
    funds.open_book(fund=fund, day=date(2024, 1, 1), opening=50_000_000, by=by)
    written = [record for sample in SAMPLES.values() for record in sample(cast)]
    actions.amend(record=written[0], by=by, why="ghi thiếu", note="đã bổ sung")
    actions.withdraw(record=written[1], by=by, why="ghi nhầm")
    attach(record=written[2], upload=Content("ban-ky.pdf", b"%PDF-1.4", "application/pdf"), by=by)
    keep_register(cast, by)
    above = [{"name": f"Người {code}", "union": cast[code]} for code in ("laocai-bao", "muongkhuong-thcs")]
    said = {"award": "certificate", "issuer": "province", "achievement_year": 2023, "scope": "full"}
    record("commendation", cast["laocai-ldld"], DAY, **said, lines={"awardees": above})


def keep_register(cast: Cast, by: int) -> None:
    """Members at two unions of different branches; one goes on from each to the other."""
    here, there = cast["laocai-tu-phap"], cast["muongkhuong-thcs"]
    for unit, to in ((here, there), (there, here)):
        names = [
            {"name": f"{name} {unit.pk}", "woman": True, "born_year": born}
            for name, born in (("Sùng Thị Chu", 1985), ("Giàng A Pao", None))
        ]
        one, other = admit_list(unit=unit, on=DAY, rows=names, by=by)
        issue_card(membership=one, number=f"LC-{unit.pk}", kind="plain", issue="new", on=DAY, by=by)
        put_on_list(person=one.person, level="hard", on=DAY, by=by, note="nhà dột")
        transfers.accept(transfer=transfers.ask(membership=other, to=to, by=by, on=DAY), on=LATER, by=by)


def emptied() -> None:
    """As after `congdoan init`: tables without rows, nobody who could log in."""
    rooms = (apps.get_app_config(room).get_models() for room in ("accounts", "ledger"))
    tables = [*(table for room in rooms for table in room), *reversed(kept())]
    with connection.cursor() as cursor:
        _guarded(cursor, "replica")
        for table in tables:
            cursor.execute(f'DELETE FROM "{table._meta.db_table}"')
        _guarded(cursor, "origin")


def _guarded(cursor: Any, role: str) -> None:
    """PostgreSQL itself refuses to delete entries: told to look away, and to look again."""
    if connection.vendor == "postgresql":
        cursor.execute(f"SET LOCAL session_replication_role = {role}")


def told(code: str, **how: Any) -> list[Any]:
    """Every figure of a union in some periods, then and now."""
    unit = Unit.objects.get(code=code)
    trees = (None, date(2024, 12, 31))
    return [row for period in PERIODS for tree in trees for row in _figures(unit, period, tree=tree, **how)]


def _figures(unit: Unit, period: str, **how: Any) -> Iterator[Any]:
    for figure in figures(unit, Period.parse(period), **how):
        yield figure.indicator.key, figure.value, figure.num, figure.den, figure.entries

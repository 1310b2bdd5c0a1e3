"""Records that came out of a spreadsheet, taken back and put back."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.members.models import Person
from congdoan.members.taking_back import resting
from congdoan.records import actions
from congdoan.records.record import Line as Row
from congdoan.records.record import Record

from .fates import Fate

WHY, AGAIN = "Hoàn tác lần nhập từ bảng tính", "Nhập lại sau khi hoàn tác"
OURS = ("add", "restore")  # what last happened to a record nobody has touched since
Fates = Callable[[], Sequence[Fate]]


def take_back(of: Posting, posting: Posting, fates: Fates) -> None:
    """Withdraw every record of an import, unless somebody amended one; whom they wrote down is gone with them."""
    records = _records(fates())
    touched = [one for one in records if one.withdrawn or one.changed.action not in OURS]
    if touched:
        more = f" và {len(touched) - 1} việc khác" if len(touched) > 1 else ""
        raise Refused(
            f"Chưa hoàn tác được: “{touched[0].title}”{more} đã được sửa hoặc hủy sau khi nhập; hãy hủy riêng các việc còn lại."
        )
    for record in records:
        actions.withdraw(record=record, by=posting.by, why=WHY)
    brought = Person.objects.filter(uid__in=_brought(fates()), unmade=None)
    brought.exclude(pk__in=set(_held(brought, records))).update(unmade=posting)


def put_back(taken: Posting, posting: Posting, fates: Fates) -> None:
    """The records count again, as they did."""
    Person.objects.filter(unmade=taken).update(unmade=None)
    for record in _records(fates()):
        actions.restore(record=record, by=posting.by, why=AGAIN)


def _records(fates: Sequence[Fate]) -> list[Record]:
    uids = {fate.whom for fate in fates if fate.fate == "new" and fate.whom}
    return list(Record.objects.filter(uid__in=uids).select_related("unit__kind", "changed").order_by("pk"))


def _brought(fates: Sequence[Fate]) -> list[str]:
    return [uid for fate in fates for uid in str(fate.values.get("brought") or "").split()]


def _held(brought: Any, records: Sequence[Record]) -> Iterator[int]:
    """Those of them whom something else names as well."""
    ours = [record.pk for record in records]
    for model, column, rows in resting(brought):
        other = rows.exclude(record__in=ours) if issubclass(model, Row) else rows
        yield from other.values_list(column, flat=True)

"""Taking a file in: sent, looked at, decided, taken in, taken back, put back. Each is one transaction."""

import hashlib
import uuid
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.errors import Refused
from congdoan.base.text import nfc
from congdoan.base.words import grouped
from congdoan.org.models import Unit

from . import fates as row_fates
from . import looking, sorts
from .fates import DOUBTFUL, GOOD, REFUSED, Fate
from .models import Content, Habit, Import

State = Import.State


def send(
    *,
    unit: Unit,
    sort: str,
    name: str,
    content: bytes,
    by: int | None,
    uid: uuid.UUID | None = None,
    chosen: Mapping[str, Any] | None = None,
) -> Import:
    """A file arrives and is looked at, as `chosen` says where it is. The same `uid` twice gives the first answer."""
    sorts.find(sort)
    uid = uid or uuid.uuid4()
    if known := Import.objects.filter(uid=uid).first():
        return known
    digest = hashlib.sha256(content).hexdigest()
    one = Import(
        uid=uid, unit=unit, sort=sort, name=nfc(name)[:150], digest=digest, by=by, chosen=dict(chosen or {})
    )
    one.content = Content(of=one, file=content)
    with bulk.unswept():
        found = looking.read(one)  # refuses what is no spreadsheet before anything is kept
    with transaction.atomic():
        one.save()
        one.content.of = one
        one.content.save()
        _look(one, found)
    return one


def choose(
    *,
    one: Import,
    chosen: Mapping[str, Any] | None = None,
    mended: Mapping[int, Mapping[str, str]] | None = None,
    answers: Mapping[int, str] | None = None,
) -> None:
    """Decide what columns are, mend cells, answer doubts; the rows are looked at anew."""
    with transaction.atomic():
        one = _open(one)
        one.chosen |= chosen or {}
        for row, cells in (mended or {}).items():
            one.mended[str(row)] = one.mended.get(str(row), {}) | cells
        one.answers |= {str(row): answer for row, answer in (answers or {}).items()}
        found = looking.read(one)
        _remember(one, found)
        _look(one, found)


def take_in(*, one: Import, by: int | None, only_good: bool = False) -> Import:
    """Write what the file says: all its rows, or only those nothing is wrong with. Refuses where the book has changed so
    that rows have another fate than was shown."""
    try:
        with bulk.unswept(), _writing(one, "import", by) as posting:
            one = _open(one)
            found = _current(one, posting)
            _refuse_bad(one, only_good)
            good = [fate for fate in found if fate.fate in GOOD]
            if looking.sort_of(one).take_in(looking.asked(one), good, posting):
                Content.objects.filter(of=one).update(fates=row_fates.pack(found))
            _stand(one, State.IN, posting)
    except IntegrityError:
        raise Refused("Sổ vừa có người ghi trùng với tệp này; hãy kiểm tra lại rồi nhập.") from None
    return one


def undo(*, one: Import, by: int | None) -> Import:
    """Take an import back exactly, unless something was built upon it since."""
    with _writing(one, "undo_import", by) as posting:
        one = _locked(one, State.IN, "Tệp này chưa nhập hoặc đã hoàn tác rồi.")
        _refuse_purged(one)
        looking.sort_of(one).take_back(_latest(one), posting, lambda: fates_of(one))
        _stand(one, State.BACK, posting)
    return one


def redo(*, one: Import, by: int | None) -> Import:
    """Put back what was taken back."""
    try:
        with _writing(one, "redo_import", by) as posting:
            one = _locked(one, State.BACK, "Tệp này chưa hoàn tác nên không có gì để nhập lại.")
            _refuse_purged(one)
            looking.sort_of(one).put_back(_latest(one), posting, lambda: fates_of(one))
            _stand(one, State.IN, posting)
    except IntegrityError:
        raise Refused(
            "Sau khi hoàn tác, sổ đã ghi những dòng này bằng cách khác; hãy nhập lại tệp để xem từng dòng."
        ) from None
    return one


def fates_of(one: Import) -> list[Fate]:
    """The fate of each row as last looked at."""
    return row_fates.unpack(bytes(one.content.fates or b"")) if one.content.fates else []


def changed_since(one: Import, besides: Posting | None = None) -> bool:
    """Whether anything was written in the book since the rows were looked at."""
    later = Posting.objects.filter(pk__gt=one.seen)
    return (later.exclude(pk=besides.pk) if besides else later).exists()


def _writing(one: Import, action: str, by: int | None) -> AbstractContextManager[Posting]:
    sort = looking.sort_of(one)
    return writing(
        by=by, action=action, unit=one.unit.code, what=str(one.uid), sort=one.sort, alone=sort.alone
    )


def _current(one: Import, posting: Posting) -> list[Fate]:
    """The fates shown, if they still hold."""
    shown = fates_of(one)
    if not changed_since(one, posting):
        return shown
    found = looking.fates(one, looking.read(one))
    if [(fate.row, fate.fate, fate.whom) for fate in found] != [
        (fate.row, fate.fate, fate.whom) for fate in shown
    ]:
        raise Refused("Sổ đã có thay đổi từ lúc kiểm tra tệp; hãy bấm Kiểm tra lại, xem rồi nhập.")
    return found


def _refuse_bad(one: Import, only_good: bool) -> None:
    good = sum(one.counts.get(fate, 0) for fate in GOOD)
    bad = one.counts.get(REFUSED, 0) + one.counts.get(DOUBTFUL, 0)
    if not good:
        raise Refused("Tệp này không có dòng nào mới hay thay đổi; không cần nhập.")
    if bad and not only_good:
        raise Refused(
            f"Còn {grouped(bad)} dòng chưa nhập được; hãy sửa, hoặc chọn chỉ nhập {grouped(good)} dòng tốt."
        )


def _look(one: Import, found: looking.Read) -> None:
    one.seen = _last()
    with bulk.unswept():
        rows = looking.fates(one, found)
    one.counts = row_fates.counts(rows)
    one.save()
    Content.objects.filter(of=one).update(fates=row_fates.pack(rows))


def _remember(one: Import, found: looking.Read) -> None:
    names = looking.headings(found.table)
    for index, column in found.columns.items():
        if one.chosen.get("columns") and names[index]:
            Habit.objects.update_or_create(
                unit=one.unit, sort=one.sort, heading=names[index], defaults={"column": column.name}
            )


def _open(one: Import) -> Import:
    return _locked(one, State.OPEN, "Tệp này đã nhập rồi; muốn nhập lại, hãy hoàn tác trước.")


def _locked(one: Import, state: str, otherwise: str) -> Import:
    kept = (
        Import.objects.select_for_update(of=("self",)).select_related("unit__kind", "latest").get(pk=one.pk)
    )
    if kept.state != state:
        raise Refused(otherwise)
    return kept


def _refuse_purged(one: Import) -> None:
    if not one.content.file:
        raise Refused(
            "Tệp này đã xóa theo thời hạn lưu nên không hoàn tác được nữa; hãy sửa từng dòng trong sổ."
        )


def _latest(one: Import) -> Posting:
    assert one.latest
    return one.latest


def _stand(one: Import, state: str, posting: Posting) -> None:
    one.state, one.latest = state, posting
    one.save()


def _last() -> int:
    return Posting.objects.aggregate(last=Max("pk"))["last"] or 0

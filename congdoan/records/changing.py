"""The frame around every change of a record: who, why, one at a time."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason

from . import kind as kinds
from .kind import Kind
from .record import Record


@contextmanager
def changing(
    record: Record,
    *,
    by: int | None,
    why: str,
    action: str,
    through: uuid.UUID | None = None,
    gone: bool = False,
) -> Iterator[tuple[Kind, Any, Posting]]:
    """Hold the record, so that two changes at once follow each other. Refuses a change without a reason, of a withdrawn
    one (or, where that is what is changed, of one that is not `gone`), and of one written from something else unless it
    comes `through` that."""
    need_reason(why, "Hãy ghi lý do: người xem sau sẽ hiểu vì sao số liệu thay đổi.")
    with writing(
        by=by, action=action, why=why.strip(), what=str(record.uid), unit=record.unit.code
    ) as posting:
        held = Record.objects.select_for_update().get(pk=record.pk)
        if gone and not held.withdrawn:
            raise Refused("Việc này không bị hủy nên không cần khôi phục.", "why")
        if held.withdrawn and not gone:
            raise Refused("Việc này đã hủy nên không sửa được nữa; hãy ghi việc mới.", "why")
        if held.through not in (None, through):
            source = kinds.of(held).through[0]
            raise Refused(f"Việc này ghi theo một {source}; hãy sửa hoặc thu hồi ở trang {source} ấy.", "why")
        yield kinds.of(held), kinds.full(held), posting

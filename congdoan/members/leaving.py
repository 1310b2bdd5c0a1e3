"""Ceasing to be a member: one by one with a reason, or all when their union ends."""

from datetime import date

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.org.models import Unit

from .draws import settle
from .joining import check_day
from .models import Membership, Transfer

End = Membership.End


def leave(
    *, membership: Membership, on: date, reason: str, by: int | None, decision: str = "", why: str = ""
) -> None:
    """A member is one no longer from that day on."""
    with writing(
        by=by, action="leave", why=why, unit=membership.unit.code, what=str(membership.uid)
    ) as posting:
        held = opened(membership)
        check_end(held, on)
        _check_transfers(held)
        if reason not in Membership.Reason.values:
            raise Refused("Chưa chọn lý do thôi; hãy chọn một lý do.", "reason")
        end(held, on, End.LEFT, posting, reason=reason, decision=decision)
        settle(posting, [held])


def end_with_union(*, unit: Unit, on: date, posting: Posting) -> int:
    """All who are members of a union cease to be on its last day; part of the act that ends it. Returns how many."""
    held = list(Membership.objects.select_for_update().filter(unit=unit, unmade=None, to_on=FOREVER))
    for membership in held:
        if membership.from_on > on:
            raise Refused(
                f"{membership.person.name} vào công đoàn sau ngày {on:%d/%m/%Y}; hãy chọn ngày kết thúc muộn hơn.", "last_day"
            )  # fmt: skip
        _end(membership, on, End.UNION_ENDED, posting)
    asked = Transfer.objects.filter(membership__in=held, state=Transfer.State.OPEN)
    asked.update(state=Transfer.State.WITHDRAWN, answered=posting, why="Công đoàn kết thúc hoạt động")
    Membership.objects.bulk_update(held, ["to_on", "ended", "changed"], batch_size=500)
    settle(posting, held)
    return len(held)


def _check_transfers(held: Membership) -> None:
    waiting = held.transfers.filter(state=Transfer.State.OPEN).select_related("to_unit").first()
    if waiting:
        raise Refused(
            f"{held.person.name} đang chờ {waiting.to_unit.name} trả lời chuyển sinh hoạt; hãy rút đề nghị ấy trước."
        )


def opened(membership: Membership) -> Membership:
    """The membership, locked; refused where it has ended or was taken back."""
    rows = Membership.objects.select_for_update(of=("self",)).select_related("person", "unit__kind")
    held = rows.get(pk=membership.pk)
    if not held.open:
        raise Refused(f"{held.person.name} không còn sinh hoạt ở {held.unit.name}; hãy tải lại trang để xem.")
    return held


def check_end(held: Membership, on: date) -> None:
    """Refuse an end that is not after the beginning, or still to come."""
    check_day(on)
    if on <= held.from_on:
        raise Refused(
            f"{held.person.name} sinh hoạt ở đây từ {held.from_on:%d/%m/%Y}; hãy chọn ngày sau ngày ấy.", "on"
        )


def end(
    held: Membership, on: date, ended: End, posting: Posting, *, reason: str = "", decision: str = ""
) -> None:
    """Write the end into the membership."""
    _end(held, on, ended, posting)
    held.reason, held.end_decision = reason, decision
    held.save(update_fields=["to_on", "ended", "reason", "end_decision", "changed"])


def _end(held: Membership, on: date, ended: End, posting: Posting) -> None:
    held.to_on, held.ended, held.changed = on, ended, posting

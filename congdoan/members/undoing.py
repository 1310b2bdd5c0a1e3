"""Taking back what was written of a membership by mistake. It stays readable, marked, with the reason."""

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused, need_reason
from congdoan.base.fields import FOREVER

from .draws import settle
from .models import Membership, Transfer


def undo(*, membership: Membership, by: int | None, why: str) -> None:
    """Take back the end of a membership, if it has one; else its beginning. One that was received goes on where it
    came from."""
    need_reason(why)
    what = str(membership.uid)
    with writing(by=by, action="undo_membership", why=why, unit=membership.unit.code, what=what) as posting:
        held = _last(membership)
        touched = [held]
        if held.to_on < FOREVER:
            _go_on(held)
        else:
            held.unmade = posting
            touched += _sent_back(held, why)
        for one in touched:
            one.changed = posting
            one.save()
        settle(posting, touched)


def _sent_back(held: Membership, why: str) -> list[Membership]:
    """The membership it was received from, going on."""
    if held.previous is None:
        return []
    _go_on(held.previous)
    answered = Transfer.objects.filter(
        membership=held.previous, to_unit=held.unit, state=Transfer.State.ACCEPTED
    )
    answered.update(state=Transfer.State.WITHDRAWN, why=why[:300])
    return [held.previous]


def _go_on(held: Membership) -> None:
    held.to_on, held.ended, held.reason, held.end_decision = FOREVER, "", "", ""


def _last(membership: Membership) -> Membership:
    """The membership, locked; refused where something later rests on it."""
    rows = Membership.objects.select_for_update(of=("self",)).select_related(
        "person", "unit", "previous__unit"
    )
    held = rows.get(pk=membership.pk)
    name = held.person.name
    later = Membership.objects.filter(person=held.person, unmade=None, from_on__gte=held.to_on).exclude(
        pk=held.pk
    )
    if held.unmade_id or later.exists():
        raise Refused(f"{name} đã có lần sinh hoạt khác ghi sau; hãy hủy lần ấy trước.")
    if held.to_on < FOREVER and held.unit.ended_on < FOREVER:
        raise Refused(f"{held.unit.name} đã kết thúc hoạt động; không thể ghi {name} sinh hoạt tiếp ở đó.")
    return held

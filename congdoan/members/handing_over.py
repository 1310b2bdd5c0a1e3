"""Members go on in another union because theirs does not, all at once; and come back where that is taken back."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.words import grouped
from congdoan.org.models import Unit

from .draws import settle
from .models import Membership, Transfer

Begin, End, State = Membership.Begin, Membership.End, Transfer.State
BATCH = 500


def members(unit: Unit) -> list[Membership]:
    """Who is a member of a union, locked."""
    rows = Membership.objects.select_for_update(of=("self",)).select_related("person")
    return list(rows.filter(unit=unit, unmade=None, to_on=FOREVER).order_by("pk"))


def hand_over(posting: Posting, held: Sequence[Membership], to: Unit, on: date, decision: str = "") -> None:
    """They end there and begin here on the same day; what they had asked for meanwhile is withdrawn."""
    for membership in held:
        if membership.from_on >= on:
            raise Refused(
                f"{membership.person.name} vào công đoàn từ {membership.from_on:%d/%m/%Y}; hãy chọn ngày sắp xếp sau ngày ấy.",
                "on",
            )
    asked = Transfer.objects.filter(membership__in=held, state=State.OPEN)
    asked.update(state=State.WITHDRAWN, answered=posting, why="Sắp xếp tổ chức")
    _same(held, to_on=on, ended=End.TRANSFERRED, changed=posting)
    received = [
        Membership(person=one.person, unit=to, from_on=on, began=Begin.RECEIVED, decision=decision[:100], previous=one,
                   made=posting, changed=posting)
        for one in held
    ]  # fmt: skip
    received = Membership.objects.bulk_create(received, batch_size=BATCH)
    settle(posting, held)
    settle(posting, received, first=True)


def take_back(of: Posting, posting: Posting) -> None:
    """Whoever a posting handed over or let go goes on where they were. Refuses, with a name, where somebody has built upon
    it since."""
    began = list(Membership.objects.filter(made=of, unmade=None).select_related("person"))
    ended = list(Membership.objects.filter(changed=of, unmade=None).exclude(made=of).select_related("person"))
    _refuse_built_upon(of, began, ended)
    _same(began, unmade=posting, changed=posting)
    _same(ended, to_on=FOREVER, ended="", changed=posting)
    Transfer.objects.filter(answered=of, state=State.WITHDRAWN).update(
        state=State.OPEN, answered=None, why=""
    )
    settle(posting, [*began, *ended])


def _same(rows: Sequence[Membership], **news: Any) -> None:
    """All of them say so from now on."""
    for first in range(0, len(rows), BATCH):
        Membership.objects.filter(pk__in=_numbers(rows[first : first + BATCH])).update(**news)


def _refuse_built_upon(of: Posting, began: Sequence[Membership], ended: Sequence[Membership]) -> None:
    moved_on = [one.person.name for one in began if one.changed_id != of.pk]
    elsewhere = Membership.objects.filter(person=OuterRef("person"), unmade=None, to_on=FOREVER).exclude(
        made=of
    )
    again = Membership.objects.filter(Exists(elsewhere), pk__in=_numbers(ended))
    handed_on = Membership.objects.filter(changed__gt=of.pk, previous__made=of, unmade=None)
    names = [*moved_on, *(one.person.name for one in again), *(one.person.name for one in handed_on)]
    if names:
        more = f" và {grouped(len(names) - 1)} người khác" if len(names) > 1 else ""
        raise Refused(
            f"Chưa hoàn tác được: {names[0]}{more} đã chuyển, thôi hoặc vào công đoàn khác từ sau khi sắp xếp; hãy hủy các việc ấy trước."
        )


def _numbers(rows: Collection[Membership]) -> list[int]:
    return [row.pk for row in rows]

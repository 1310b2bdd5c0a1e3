"""What is kept of a member: mended data, suspension, cards, the hardship list."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.fields import FOREVER
from congdoan.base.text import nfc
from congdoan.ledger.actions import post
from congdoan.ledger.origins import CARD

from . import people
from .draws import of_card, settle
from .joining import check_day
from .leaving import opened
from .models import Card, Earlier, Hardship, Membership, Person, Sensitive, Suspension


def correct(*, person: Person, by: int | None, why: str, **said: Any) -> None:
    """Mend what is known of a person, all that `said` names; what it said before stays, and figures follow."""
    need_reason(why, "Hãy ghi lý do sửa.")
    people.check_facts(said)
    with writing(
        by=by, action="correct_person", why=why, unit=person.unit.code, what=str(person.uid)
    ) as posting:
        revise(posting, [(Person.objects.select_for_update().get(pk=person.pk), said)])


def revise(posting: Posting, said: Sequence[tuple[Person, Mapping[str, Any]]]) -> None:
    """Mend what is known of many people; what the book said of them before stays, and figures follow."""
    for at in range(0, len(said), 2_000):
        few = said[at : at + 2_000]
        whose = [person.pk for person, _ in few]
        kept = {facts.person_id: facts for facts in Sensitive.objects.filter(person__in=whose)}
        before = [(person, _content(person, kept.get(person.pk))) for person, _ in few]
        Earlier.objects.bulk_create(
            [Earlier(person=person, posting=posting, content=was) for person, was in before], batch_size=500
        )
        people.revise(few, kept)
        settle(posting, Membership.objects.filter(person__in=whose, unmade=None))


def content(person: Person) -> dict[str, str]:
    """All that is known of a person, as text."""
    return _content(person, Sensitive.objects.filter(person=person).first())


def _content(person: Person, sensitive: Sensitive | None) -> dict[str, str]:
    plain = {name: getattr(person, name) for name in ("name", *people.BESIDES, *people.PLAIN)}
    secret = {name: getattr(sensitive, name) for name in people.SECRET} if sensitive else {}
    if person.relation == Person.Relation.MEMBER:
        del plain["relation"]
    return {name: str(value) for name, value in (plain | secret).items() if value not in (None, "")}


def suspend(*, membership: Membership, on: date, by: int | None, note: str = "") -> Suspension:
    """A member takes no part from a day on; they stay a member and are counted."""
    with writing(by=by, action="suspend", unit=membership.unit.code, what=str(membership.uid)) as posting:
        held = opened(membership)
        check_day(on)
        if on < held.from_on or held.suspensions.filter(to_on__gt=on).exists():
            raise Refused(
                f"{held.person.name} đã tạm dừng hoặc chưa sinh hoạt vào ngày này; hãy chọn ngày khác.", "on"
            )
        return Suspension.objects.create(membership=held, from_on=on, note=note, made=posting)


def resume(*, membership: Membership, on: date, by: int | None) -> None:
    """A suspended member takes part again from a day on."""
    with writing(by=by, action="resume", unit=membership.unit.code, what=str(membership.uid)):
        held = opened(membership)
        check_day(on)
        paused = held.suspensions.filter(to_on=FOREVER).first()
        if paused is None or on <= paused.from_on:
            raise Refused(f"{held.person.name} không tạm dừng trước ngày này; hãy chọn ngày khác.", "on")
        paused.to_on = on
        paused.save(update_fields=["to_on"])


def issue_card(
    *, membership: Membership, number: str, kind: str, issue: str, on: date, by: int | None
) -> Card:
    """A card is handed out. A number is one person's for ever."""
    number = nfc(number).replace(" ", "").upper()
    with writing(by=by, action="issue_card", unit=membership.unit.code, what=str(membership.uid)) as posting:
        held = opened(membership)
        check_day(on)
        _check_card(held, number, on)
        card = Card.objects.create(
            person=held.person,
            unit=held.unit,
            number=number,
            kind=kind,
            issue=issue,
            issued_on=on,
            made=posting,
        )
        Person.objects.filter(pk=held.person_id).update(card_number=number)
        post(posting, CARD, card.pk, of_card(card))
    return card


def take_back_card(*, card: Card, by: int | None, why: str) -> None:
    """A card written by mistake counts no more; the number before it, if any, is the person's again."""
    need_reason(why)
    with writing(
        by=by, action="take_back_card", why=why, unit=card.unit.code, what=str(card.person.uid)
    ) as posting:
        card.unmade = posting
        card.save(update_fields=["unmade"])
        last = Card.objects.filter(person=card.person, unmade=None).order_by("issued_on", "pk").last()
        Person.objects.filter(pk=card.person_id).update(card_number=last.number if last else None)
        post(posting, CARD, card.pk, ())


def put_on_list(*, person: Person, level: str, on: date, by: int | None, note: str = "") -> Hardship:
    """A person stands on the hardship list from a day on; at another level than before, if they did already."""
    with writing(
        by=by, action="put_on_hardship_list", unit=person.unit.code, what=str(person.uid)
    ) as posting:
        check_day(on)
        before = person.hardships.filter(unmade=None, to_on__gt=on).first()
        if before and (before.level == level or before.from_on >= on):
            raise Refused(f"{person.name} đã có trong danh sách từ {before.from_on:%d/%m/%Y}.", "on")
        if before:
            before.to_on = on
            before.save(update_fields=["to_on"])
        made = Hardship.objects.create(person=person, level=level, note=note, from_on=on, made=posting)
        _settle(person, posting)
    return made


def take_off_list(*, person: Person, on: date, by: int | None) -> None:
    """A person is no longer on the hardship list from a day on."""
    with writing(
        by=by, action="take_off_hardship_list", unit=person.unit.code, what=str(person.uid)
    ) as posting:
        check_day(on)
        listed = person.hardships.filter(unmade=None, to_on=FOREVER).first()
        if listed is None or on <= listed.from_on:
            raise Refused(f"{person.name} không có trong danh sách trước ngày này; hãy chọn ngày khác.", "on")
        listed.to_on = on
        listed.save(update_fields=["to_on"])
        _settle(person, posting)


def _settle(person: Person, posting: Posting) -> None:
    settle(posting, Membership.objects.filter(person=person, unmade=None))


def _check_card(held: Membership, number: str, on: date) -> None:
    if not number:
        raise Refused("Hãy ghi số thẻ.", "number")
    if on < held.from_on:
        raise Refused(
            f"{held.person.name} sinh hoạt ở đây từ {held.from_on:%d/%m/%Y}; hãy chọn ngày từ đó.", "on"
        )
    others = Card.objects.filter(number=number, unmade=None).exclude(person=held.person)
    if others.exists():
        raise Refused(f"Số thẻ {number} đã cấp cho người khác; hãy xem lại số.", "number")

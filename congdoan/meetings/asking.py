"""Who is asked: taken from the register in one tap, or typed in; and the roll-call."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc
from congdoan.members.models import Person
from congdoan.members.queries import members_on
from congdoan.officers.models import Post, Role
from congdoan.officers.queries import posts_on
from congdoan.officers.roles import INSPECTORS, LEADERS, RANK
from congdoan.org.models import Unit
from congdoan.org.queries import children

from .actions import changing
from .models import Delegate, Meeting
from .reading import MOST_PEOPLE, Named

Bench, State = Delegate.Bench, Delegate.State


def from_committee(unit: Unit, day: date) -> list[Delegate]:
    """The executive committee on a day, by rank."""
    return _of_posts(unit, day, LEADERS, Bench.COMMITTEE)


def from_inspection(unit: Unit, day: date) -> list[Delegate]:
    """The inspection committee on a day."""
    return _of_posts(unit, day, INSPECTORS, Bench.INSPECTION)


def from_below(unit: Unit, day: date) -> list[Delegate]:
    """The chairs of the unions directly below; where the book knows none, whoever it is."""
    unions = list(children(unit, day))
    rows = Post.objects.filter(
        unit__in=unions, role=Role.CHAIR, group=None, unmade=None, from_on__lte=day, to_on__gt=day
    )
    chairs = {post.unit_id: post.person for post in rows.select_related("person")}
    return [
        Delegate(
            bench=Bench.BELOW, person=chairs.get(one.pk), union=one, title="Chủ tịch", organisation=one.name
        )
        for one in unions
    ]


def from_members(unit: Unit, day: date) -> list[Delegate]:
    """Every member of a grassroots union."""
    if not unit.kind.grassroots:
        return []
    rows = members_on(unit, day).select_related("person").order_by("person__given_key")[:MOST_PEOPLE]
    return [Delegate(bench=Bench.MEMBER, person=row.person, organisation=unit.name) for row in rows]


SOURCES = {
    "ban-chap-hanh": ("Ban chấp hành", from_committee),
    "uy-ban-kiem-tra": ("Ủy ban kiểm tra", from_inspection),
    "chu-tich": ("Chủ tịch công đoàn trực thuộc", from_below),
    "doan-vien": ("Toàn thể đoàn viên", from_members),
}


def offers(source: str, unit: Unit) -> bool:
    """Whether such a list makes sense for a union: members of a grassroots union, chairs below any other."""
    return source not in ("chu-tich", "doan-vien") or unit.kind.grassroots == (source == "doan-vien")


def known(person: Person, meeting: Meeting) -> Delegate:
    """Somebody of the register, with the post they hold."""
    rows = Post.objects.filter(person=person, unmade=None, from_on__lte=meeting.day, to_on__gt=meeting.day)
    posts = sorted(rows.select_related("unit"), key=lambda post: RANK[post.role])
    post = posts[0] if posts else None
    union = post.unit if post else person.unit
    return Delegate(
        bench=Bench.MEMBER, person=person, title=str(post) if post else "", organisation=union.name
    )


def typed(rows: Iterable[Named], bench: int) -> list[Delegate]:
    """People typed in."""
    return [Delegate(bench=bench, **row._asdict()) for row in rows]


def invite(*, meeting: Meeting, delegates: Sequence[Delegate], by: int | None) -> int:
    """Ask them; who is asked already stays once. Returns how many are new."""
    with changing(meeting, by, "invite") as (held, _):
        there = [*Delegate.objects.filter(meeting=held).select_related("person")]
        seen = {mark for one in there for mark in _marks(one)}
        new: list[Delegate] = []
        for one in delegates:
            if not seen & _marks(one):
                new.append(one)
                seen |= _marks(one)
        if len(there) + len(new) > MOST_PEOPLE:
            raise Refused(f"Mỗi cuộc họp nhiều nhất {MOST_PEOPLE} đại biểu; hãy bớt danh sách.", "people")
        for one in new:
            one.meeting = held
        Delegate.objects.bulk_create(new)
    return len(new)


def uninvite(*, delegate: Delegate, by: int | None) -> None:
    """Take somebody off the list."""
    with changing(delegate.meeting, by, "uninvite"):
        Delegate.objects.filter(pk=delegate.pk).delete()


def mark(*, delegate: Delegate, state: str, by: int | None, reason: str = "") -> Delegate:
    """At the roll-call: came, or did not, for this reason; `invited` takes it back."""
    if state not in State.values:
        raise Refused("Chỉ có Có mặt, Vắng hoặc Chưa điểm danh; hãy chọn lại.", "state")
    meeting = delegate.meeting
    with writing(by=by, action="call_roll", what=str(meeting.uid), unit=meeting.unit.code):
        delegate.state = state
        delegate.reason = nfc(reason)[:150] if state == State.ABSENT else ""
        delegate.save(update_fields=["state", "reason"])
    return delegate


def mark_rest(*, meeting: Meeting, by: int | None) -> int:
    """Whoever is not yet marked came."""
    with changing(meeting, by, "call_roll") as (held, _):
        return Delegate.objects.filter(meeting=held, state=State.INVITED).update(state=State.CAME)


def _of_posts(unit: Unit, day: date, roles: Sequence[str], bench: int) -> list[Delegate]:
    """Who sits in a committee, each once, as what they are first."""
    found: dict[int, Post] = {}
    for post in posts_on(unit, day):
        if post.role in roles:
            found.setdefault(post.person_id, post)
    return [
        Delegate(
            bench=bench, rank=RANK[post.role], person=post.person, title=str(post), organisation=unit.name
        )
        for post in found.values()
    ]


def _marks(one: Delegate) -> set[Any]:
    """By what somebody already asked is known again: the person, the union they chair, else name and place."""
    marks: set[Any] = {("person", one.person_id)} if one.person_id else set()
    if one.bench == Bench.BELOW and one.union_id:
        marks.add(("below", one.union_id))
    return marks or {("named", fold(one.name or one.title), fold(one.organisation))}

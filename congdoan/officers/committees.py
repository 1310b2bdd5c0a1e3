"""Committees are elected or appointed as a whole; people are appointed to posts and released from them."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.fields import FOREVER
from congdoan.base.text import nfc
from congdoan.ledger.rules import in_life
from congdoan.members.models import Person
from congdoan.org.models import Unit

from . import draws, naming, queries, roles
from .models import Committee, Group, Post, Role

MOST = 200  # people on one committee: more is a slip


def elect(
    *,
    unit: Unit,
    sort: str,
    how: str,
    on: date,
    people: Sequence[Mapping[str, Any]],
    by: int | None,
    decision: str = "",
    uid: uuid.UUID | None = None,
) -> Committee:
    """A whole committee begins on a day, with its people (`person`, or `name`; `role`, `woman`, `full_time`). The one
    before ends, with every post in it; one already known to follow ends this one. The same `uid` twice changes nothing."""
    if uid and (known := Committee.objects.filter(uid=uid).first()):
        return known
    with writing(by=by, action="elect", unit=unit.code, people=len(people)) as posting:
        end = _check_committee(unit, sort, on)
        concerned = _succeed(unit, sort, on, posting)
        committee = Committee.objects.create(
            uid=uid or uuid.uuid4(), unit=unit, sort=sort, how=how, from_on=on, to_on=end, made=posting,
            term=queries.term_on(unit, on), decision=nfc(decision),
        )  # fmt: skip
        posts = [_seated(committee, row, posting) for row in _named(unit, sort, people, by)]
        _save(posts)
        draws.settle(posting, concerned | {post.person_id for post in posts}, [committee])
    return committee


def appoint(
    *,
    unit: Unit,
    person: Person,
    role: str,
    on: date,
    by: int | None,
    to_on: date = FOREVER,
    group: Group | None = None,
    full_time: bool = False,
    decision: str = "",
    uid: uuid.UUID | None = None,
) -> Post:
    """Somebody takes a post on a day: in the committee of that day that has such a role, in a group, or in none."""
    if uid and (known := Post.objects.filter(uid=uid).first()):
        return known
    with writing(by=by, action="appoint", unit=unit.code) as posting:
        body = _body(unit, role, on, group)
        post = Post(
            uid=uid or uuid.uuid4(), unit=unit, person=person, role=role, from_on=on,
            to_on=min(to_on, body.to_on) if body else to_on, group=group, full_time=full_time,
            committee=body if isinstance(body, Committee) else None, decision=nfc(decision), made=posting,
        )  # fmt: skip
        _save([post])
        draws.settle(posting, [person.pk])
    return post


def release(*, post: Post, on: date, by: int | None, why: str = "") -> None:
    """Somebody leaves a post: `on` is the first day without it."""
    if post.unmade_id or not post.from_on < on <= post.to_on:
        raise Refused(
            f"Ngày thôi phải sau ngày nhận chức {post.from_on:%d/%m/%Y} và trước ngày hết chức; hãy chọn ngày khác.",
            "on",
        )
    with writing(by=by, action="release", why=nfc(why), what=str(post.uid), unit=post.unit.code) as posting:
        post.to_on, post.why = on, nfc(why)
        post.save(update_fields=["to_on", "why"])
        draws.settle(posting, [post.person_id])


def strike(*, post: Post, by: int | None, why: str) -> None:
    """A post written by mistake is taken out, as if it had never been; the trail keeps why."""
    need_reason(why, "Hãy ghi lý do xóa chức vụ ghi nhầm.")
    with writing(
        by=by, action="strike_post", why=nfc(why), what=str(post.uid), unit=post.unit.code
    ) as posting:
        post.unmade = posting
        post.save(update_fields=["unmade"])
        draws.settle(posting, [post.person_id])


def end(*, body: Committee | Group, on: date, by: int | None, why: str = "") -> None:
    """A committee or group is no more from a day on, nor are the posts in it."""
    if body.unmade_id or not body.from_on < on <= body.to_on:
        raise Refused(
            f"Ngày kết thúc phải sau ngày {body.from_on:%d/%m/%Y} và khi còn hoạt động; hãy chọn ngày khác.",
            "on",
        )
    with writing(by=by, action="end_body", why=nfc(why), what=str(body.uid), unit=body.unit.code) as posting:
        draws.settle(posting, _end(body, on), [body])


def undo(*, committee: Committee, posting: Posting) -> None:
    """What was written with a committee is taken back: it, its posts, and the end it put to the one before."""
    people = set(committee.posts.values_list("person", flat=True))
    committee.posts.filter(unmade=None).update(unmade=posting)
    committee.unmade = posting
    committee.save(update_fields=["unmade"])
    before = queries.committees(committee.unit, committee.sort).filter(to_on=committee.from_on).last()
    if before:
        people |= _lengthen(before, committee.from_on, committee.to_on)
    draws.settle(posting, people, [committee, *filter(None, [before])])


def _lengthen(before: Committee, was: date, to_on: date) -> set[int]:
    """A committee goes on where it had ended only because another began."""
    before.to_on = to_on
    before.save(update_fields=["to_on"])
    posts = before.posts.filter(unmade=None, to_on=was, why="")
    people = set(posts.values_list("person", flat=True))
    posts.update(to_on=to_on)
    return people


def _end(body: Committee | Group, on: date) -> set[int]:
    """End a body and the posts in it; whose they were. Refuses to leave behind who came later."""
    later = body.posts.filter(unmade=None, from_on__gte=on).select_related("person").first()
    if later:
        raise Refused(
            f"{later.person.name} nhận chức trong {body} ngày {later.from_on:%d/%m/%Y}; hãy chọn ngày sau đó hoặc xóa chức vụ này.",
            "on",
        )
    posts = body.posts.filter(unmade=None, to_on__gt=on)
    people = set(posts.values_list("person", flat=True))
    posts.update(to_on=on)
    body.to_on = on
    body.save(update_fields=["to_on"])
    return people


def _succeed(unit: Unit, sort: str, on: date, posting: Posting) -> set[int]:
    """End the committee that is there on the day; whose posts it ended."""
    before = queries.committees(unit, sort).filter(from_on__lt=on, to_on__gt=on).last()
    if before is None:
        return set()
    people = _end(before, on)
    draws.settle(posting, (), [before])
    return people


def _check_committee(unit: Unit, sort: str, on: date) -> date:
    """The day it must end at the latest. Refuses a day outside the union's life, or on which one begins already."""
    in_life(unit, on)
    known = queries.committees(unit, sort)
    if known.filter(from_on=on).exists():
        what = Committee.Sort(sort).label
        raise Refused(
            f"{unit.name} đã có {what} từ ngày {on:%d/%m/%Y}; hãy sửa danh sách ấy hoặc chọn ngày khác.", "on"
        )
    after = known.filter(from_on__gt=on).first()
    return after.from_on if after else FOREVER


def _named(
    unit: Unit, sort: str, people: Sequence[Mapping[str, Any]], by: int | None
) -> list[Mapping[str, Any]]:
    """The rows with their people found or added. Refuses an empty list, or a role the committee does not have."""
    if not 1 <= len(people) <= MOST:
        raise Refused(f"Danh sách phải có từ 1 đến {MOST} người; hãy xem lại.", "people")
    for number, row in enumerate(people, start=1):
        if row["role"] not in roles.OF_COMMITTEE[sort]:
            what = Committee.Sort(sort).label
            raise Refused(
                f"Dòng {number}: {Role(row['role']).label} không thuộc {what}; hãy chọn lại chức vụ.",
                "people",
            )
    return [{**row, "person": naming.person(unit, row, by)} for row in people]


def _seated(committee: Committee, row: Mapping[str, Any], posting: Posting) -> Post:
    return Post(
        unit=committee.unit, person=row["person"], committee=committee, role=row["role"], made=posting,
        full_time=bool(row.get("full_time")), from_on=committee.from_on, to_on=committee.to_on,
        decision=committee.decision,
    )  # fmt: skip


def _body(unit: Unit, role: str, on: date, group: Group | None) -> Committee | Group | None:
    """In what the role is held on that day. Refuses a role whose committee or group is not there."""
    if roles.in_group(role):
        if group is None or role not in roles.OF_GROUP[group.sort] or not group.from_on <= on < group.to_on:
            raise Refused("Hãy chọn tổ, bộ phận đang hoạt động mà người này phụ trách.", "group")
        return group
    sort = roles.body_of(role)
    found = queries.committee_on(unit, sort, on) if sort else None
    if sort and found is None:
        raise Refused(
            f"Ngày {on:%d/%m/%Y} {unit.name} chưa có {Committee.Sort(sort).label}; hãy nhập danh sách ban ấy trước.",
            "role",
        )
    return found


def _save(posts: Sequence[Post]) -> None:
    """Refuse what cannot be held at once, then save."""
    for number, post in enumerate(posts):
        _check(post, posts[:number])
    Post.objects.bulk_create(posts)


def _check(post: Post, beside: Iterable[Post]) -> None:
    if not post.from_on < post.to_on:
        raise Refused("Ngày thôi giữ chức phải sau ngày nhận chức; hãy xem lại.", "to_on")
    in_life(post.unit, post.from_on)
    if post.person.relation not in (Person.Relation.MEMBER, Person.Relation.WORKER):
        raise Refused(f"{post.person.name} không phải đoàn viên; hãy chọn người khác.", "person")
    known = Post.objects.filter(unit=post.unit, unmade=None, from_on__lt=post.to_on, to_on__gt=post.from_on)
    in_body = known.filter(committee=post.committee, group=post.group).select_related("person")
    for other in [*in_body, *beside]:
        _refuse_beside(post, other)


def _refuse_beside(post: Post, other: Post) -> None:
    """Nobody sits in one committee twice, and one person leads it at a time."""
    where = post.committee or post.group
    if other.person_id == post.person_id and (where or other.role == post.role):
        raise Refused(
            f"{post.person.name} đang là {other} từ ngày {other.from_on:%d/%m/%Y}; hãy cho thôi chức ấy trước.",
            "person",
        )
    if where and post.role in roles.ONE_ONLY and other.role == post.role:
        raise Refused(
            f"Đã có {post.get_role_display()} là {other.person.name} từ ngày {other.from_on:%d/%m/%Y}; mỗi lúc chỉ một người.",
            "role",
        )

"""What officers add to the figures: people who hold posts, counted once each; committees and groups in being."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby, pairwise
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse

from congdoan.accounts.state import UNIT
from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER
from congdoan.ledger.actions import post as write
from congdoan.ledger.actions import post_all as write_all
from congdoan.ledger.origins import COMMITTEE, GROUP, OFFICER, Draw, Origin, Told, register
from congdoan.members.models import Person
from congdoan.org.models import Unit

from .models import Committee, Group, Post
from .roles import LEADERS, UNCOUNTED

TOTAL, FULL_TIME, PART_TIME = "officers.total", "officers.full_time", "officers.part_time"
WOMEN = "women.in_committees"
COMMITTEES = {"inspection": "inspection.committees", "women": "women.committees"}
GROUPS = {
    "group": "org.union_groups",
    "department": "org.departmental_unions",
    "member_union": "org.member_unions",
}
BODIES = COMMITTEES | GROUPS
SEX = {True: "f", False: "m", None: ""}


class Held(NamedTuple):
    """A person is an officer at a union from one day to another: full-time at any union or not, in its executive or not."""

    unit: Unit
    from_on: date
    to_on: date
    full_time: bool
    executive: bool


def of_person(person: Person, posts: Sequence[Post]) -> Iterator[Draw]:
    """Once at each union where any post is held; full-time everywhere as long as one post anywhere is."""
    sex = SEX[person.woman]
    for held in stretches(posts):
        level = held.unit.kind.level.code
        post = "full_time" if held.full_time else "part_time"
        yield from _while(held, TOTAL, person, {"sex": sex, "post": post})
        yield from _while(held, f"officers.{post}", person, {"sex": sex, "level": level})
        if held.executive and person.woman:
            yield from _while(held, WOMEN, person, {"level": level})


def of_body(body: Committee | Group) -> Iterator[Draw]:
    """An inspection or women's committee, or a part of a union, in being."""
    cut = {"level": body.unit.kind.level.code} if body.sort == Committee.Sort.INSPECTION else {}
    if key := BODIES.get(body.sort):
        yield Draw(key, body.unit_id, body.from_on, 1, cut=cut)
        if body.to_on < FOREVER:
            yield Draw(key, body.unit_id, body.to_on, -1, cut=cut)


def stretches(posts: Sequence[Post]) -> list[Held]:
    """The posts of one person as stretches of days in which nothing changes, union by union."""
    counted = [post for post in posts if post.full_time or post.role not in UNCOUNTED]
    days = sorted({day for post in counted for day in (post.from_on, post.to_on)})
    found = []
    for unit in {post.unit_id: post.unit for post in counted}.values():
        pieces = [piece for span in pairwise(days) if (piece := _piece(unit, span, counted))]
        found += _joined(pieces)
    return found


def settle(posting: Posting, people: Iterable[int] = (), bodies: Iterable[Committee | Group] = ()) -> None:
    """Make the entries of these people (by number), committees and groups say what they draw now."""
    held = _of_people(set(people))
    write_all(posting, OFFICER, {person.pk: of_person(person, posts) for person, posts in held})
    for body in bodies:
        origin = COMMITTEE if isinstance(body, Committee) else GROUP
        write(posting, origin, body.pk, () if body.unmade_id else of_body(body))


def announce() -> None:
    """Tell the ledger that officers draw entries."""
    people = frozenset({TOTAL, FULL_TIME, PART_TIME, WOMEN})
    register(Origin(OFFICER, "cán bộ công đoàn", _all_people, people, _tell_people))
    bodies, groups = partial(_all_bodies, Committee), partial(_all_bodies, Group)
    register(Origin(COMMITTEE, "ban, ủy ban", bodies, frozenset(COMMITTEES.values()), _tell_committees))
    register(Origin(GROUP, "tổ, bộ phận công đoàn", groups, frozenset(GROUPS.values()), _tell_groups))


def _piece(unit: Unit, span: tuple[date, date], posts: Sequence[Post]) -> Held | None:
    """What is held at a union all through these days, if anything."""
    now = [post for post in posts if post.from_on <= span[0] < post.to_on]
    here = [post for post in now if post.unit_id == unit.pk]
    executive = any(post.role in LEADERS for post in here)
    return Held(unit, *span, any(post.full_time for post in now), executive) if here else None


def _joined(pieces: Sequence[Held]) -> list[Held]:
    """Neighbouring pieces that say the same, as one."""
    found: list[Held] = []
    for piece in pieces:
        if found and found[-1].to_on == piece.from_on and found[-1][3:] == piece[3:]:
            found[-1] = found[-1]._replace(to_on=piece.to_on)
        else:
            found.append(piece)
    return found


def _while(held: Held, key: str, person: Person, cut: dict[str, str]) -> Iterator[Draw]:
    yield Draw(key, held.unit.pk, held.from_on, 1, person.pk, cut)
    if held.to_on < FOREVER:
        yield Draw(key, held.unit.pk, held.to_on, -1, person.pk, cut)


def _of_people(people: Collection[int]) -> Iterator[tuple[Person, list[Post]]]:
    """These people with the posts they hold or held; also who holds none any more."""
    rows = _posts().filter(person__in=people)
    posts = {number: list(found) for number, found in groupby(rows, key=lambda post: post.person_id)}
    for person in Person.objects.filter(pk__in=people):
        yield person, posts.get(person.pk, [])


def _all_people() -> Iterator[tuple[int, Iterable[Draw]]]:
    rows = _posts().select_related("person", "unit__kind__level").iterator()
    for number, posts in groupby(rows, key=lambda post: post.person_id):
        found = list(posts)
        yield number, of_person(found[0].person, found)


def _all_bodies(model: type[Committee] | type[Group]) -> Iterator[tuple[int, Iterable[Draw]]]:
    for body in model._default_manager.filter(unmade=None).select_related("unit__kind__level").iterator():
        yield body.pk, of_body(body)


def _tell_people(people: Collection[int]) -> dict[int, Told]:
    names = Person.objects.filter(pk__in=people).values_list("pk", "name")
    return {number: Told("Cán bộ công đoàn", name) for number, name in names}


def _tell_committees(numbers: Collection[int]) -> dict[int, Told]:
    rows = Committee.objects.filter(pk__in=numbers).select_related("unit")
    return {row.pk: Told(str(row), url=_page("officers", row.unit)) for row in rows}


def _tell_groups(numbers: Collection[int]) -> dict[int, Told]:
    rows = Group.objects.filter(pk__in=numbers).select_related("unit")
    return {
        row.pk: Told(f"{row.get_sort_display()}: {row.name}", url=_page("groups", row.unit)) for row in rows
    }


def _page(name: str, unit: Unit) -> str:
    return f"{reverse(name)}?{UNIT}={unit.code}"


def _posts() -> QuerySet[Post]:
    rows = Post.objects.filter(unmade=None).order_by("person", "from_on")
    return rows.select_related("unit__kind__level")

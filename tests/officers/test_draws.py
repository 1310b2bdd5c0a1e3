"""Each officer counts once, however many posts they hold, and is full-time as soon as one post is."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from congdoan.members.models import Person
from congdoan.officers import committees
from congdoan.officers.draws import of_person
from congdoan.officers.models import Post
from congdoan.org.models import Level, Unit, UnitKind
from tests.cast import Cast
from tests.officers.bench import CONGRESS, elect, man, split, value, woman

BEGAN = date(2024, 1, 1)
GRASSROOTS = UnitKind(code="grassroots", level=Level(code="grassroots"))
UNITS = [Unit(pk=number, kind=GRASSROOTS) for number in (1, 2)]
ROLES = ("chair", "member", "inspector", "cashier", "staff")


@st.composite
def post(draw: st.DrawFn) -> Post:
    """A post of a few days at one of two unions."""
    first, days = draw(st.integers(0, 12)), draw(st.integers(1, 6))
    from_on = BEGAN + timedelta(first)
    return Post(
        unit=draw(st.sampled_from(UNITS)), role=draw(st.sampled_from(ROLES)), full_time=draw(st.booleans()),
        from_on=from_on, to_on=from_on + timedelta(days),
    )  # fmt: skip


def counts(posts: list[Post], day: date, units: list[int]) -> dict[str, int]:
    """How often each figure counts the person on a day, at these unions."""
    person = Person(pk=7, woman=True)
    sums: dict[str, int] = {}
    for one in of_person(person, posts):
        if one.unit in units and one.day <= day:
            sums[one.indicator] = sums.get(one.indicator, 0) + one.quantity
    return {key: total for key, total in sums.items() if total}


def plainly(posts: list[Post], day: date, units: list[int]) -> dict[str, int]:
    """The same, by asking each post."""
    now = [p for p in posts if p.from_on <= day < p.to_on and (p.full_time or p.role != "cashier")]
    full = any(p.full_time for p in now)
    here = {p.unit_id for p in now if p.unit_id in units}
    leads = {p.unit_id for p in now if p.unit_id in units and p.role in ("chair", "member")}
    sort = "officers.full_time" if full else "officers.part_time"
    found = {"officers.total": len(here), sort: len(here), "women.in_committees": len(leads)}
    return {key: total for key, total in found.items() if total}


@given(st.lists(post(), max_size=6), st.integers(0, 20), st.sampled_from([[1], [2], [1, 2]]))
def test_whatever_posts_are_held_a_person_is_counted_as_if_each_were_asked(
    posts: list[Post], days: int, units: list[int]
) -> None:
    day = BEGAN + timedelta(days)
    assert counts(posts, day, units) == plainly(posts, day, units)


def seated(cast: Cast) -> dict[str, Any]:
    """A woman who chairs her union part-time and works full-time above; a man who is only a member."""
    unit, above = cast["laocai-tu-phap"], cast["laocai-cdvc"]
    mai, an = woman(unit, "Nguyễn Thị Mai"), man(unit, "Trần Văn An")
    elect(unit, (mai, "chair"), (an, "member"))
    elect(unit, (mai, "head"), sort="inspection")
    post = committees.appoint(unit=above, person=mai, role="staff", on=CONGRESS, by=None, full_time=True)
    return {"unit": unit, "above": above, "top": cast["laocai-ldld"], "full": post}


def test_who_holds_two_posts_counts_once(cast: Cast) -> None:
    said = seated(cast)
    keys = ("officers.total", "officers.full_time", "officers.part_time", "women.in_committees")
    assert [value(key, said["top"], CONGRESS) for key in keys] == [2, 1, 1, 1]
    assert [value(key, said["unit"], CONGRESS) for key in keys] == [2, 1, 1, 1]
    assert [value(key, said["above"], CONGRESS) for key in keys] == [2, 1, 1, 1]


def test_women_and_full_time_are_shares_of_the_officers(cast: Cast) -> None:
    said = seated(cast)
    assert split("officers.total", said["top"], CONGRESS, "sex") == {"f": 1, "m": 1}
    assert split("officers.total", said["top"], CONGRESS, "post") == {"full_time": 1, "part_time": 1}
    assert split("officers.full_time", said["top"], CONGRESS, "level") == {
        "grassroots": 1,
        "direct_superior": 1,
    }


def test_who_leaves_the_full_time_post_is_part_time_again(cast: Cast) -> None:
    said, day = seated(cast), date(2024, 1, 1)
    committees.release(post=said["full"], on=day, by=None)
    assert [value(key, said["top"], day) for key in ("officers.full_time", "officers.part_time")] == [0, 2]
    assert value("officers.full_time", said["top"], day - timedelta(1)) == 1

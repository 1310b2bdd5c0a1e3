"""Questions about terms, committees and posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from congdoan.base.words import percent, percent_text
from congdoan.org.models import Unit

from .models import Committee, Group, Post, Term
from .roles import RANK, STANDING


@dataclass(frozen=True)
class Bench:
    """People who sit together, in their order, under a heading."""

    heading: str
    posts: Sequence[Post]
    body: Committee | Group | None = None

    @property
    def women(self) -> int:
        return len({post.person_id for post in self.posts if post.person.woman})

    @property
    def people(self) -> int:
        return len({post.person_id for post in self.posts})

    @property
    def women_share(self) -> str:
        return percent_text(percent(self.women, self.people))


def term_on(unit: Unit, day: date) -> Term | None:
    """The term a union is in on a day: after the planned end, still the last one until the next congress."""
    running = Term.objects.filter(Q(to_on__gt=day) | Q(ended=None), unit=unit, from_on__lte=day)
    return running.order_by("-from_on").first()


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February comes to 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def committees(unit: Unit, sort: str) -> QuerySet[Committee]:
    """The committees of this sort a union has and had, in order."""
    return Committee.objects.filter(unit=unit, sort=sort, unmade=None).order_by("from_on")


def committee_on(unit: Unit, sort: str, day: date) -> Committee | None:
    """The committee of this sort on a day."""
    return committees(unit, sort).filter(from_on__lte=day, to_on__gt=day).select_related("term").first()


def posts_on(unit: Unit, day: date) -> list[Post]:
    """Who holds which post on a day, the highest first, then by given name."""
    rows = Post.objects.filter(unit=unit, unmade=None, from_on__lte=day, to_on__gt=day)
    return ordered(rows.select_related("person__unit", "committee", "group", "made"))


def ordered(posts: QuerySet[Post]) -> list[Post]:
    """By rank, then by given name."""
    return sorted(posts, key=lambda post: (RANK[post.role], post.person.given_key))


def benches(unit: Unit, day: date) -> list[Bench]:
    """Everybody in office on a day: by committee, the standing committee apart, then the others."""
    posts = posts_on(unit, day)
    bodies = Committee.objects.filter(unit=unit, unmade=None, from_on__lte=day, to_on__gt=day)
    found = []
    for body in sorted(
        bodies.select_related("term"), key=lambda body: Committee.Sort.values.index(body.sort)
    ):
        seated = [post for post in posts if post.committee_id == body.pk]
        found.append(Bench(str(body), seated, body))
        if any(post.role == STANDING[-1] for post in seated):
            found.append(Bench("Ban Thường vụ", [post for post in seated if post.role in STANDING]))
    others = [post for post in posts if post.committee_id is None and post.group_id is None]
    return found + ([Bench("Chức vụ khác", others)] if others else [])


def groups(unit: Unit, day: date | None = None) -> list[Bench]:
    """The parts of a union, each with who leads it; on a day, or all there ever were, those in being first."""
    rows = Group.objects.filter(unit=unit, unmade=None).select_related("within")
    rows = rows.filter(from_on__lte=day, to_on__gt=day) if day else rows
    leaders = Post.objects.filter(unit=unit, unmade=None).exclude(group=None).select_related("person")
    leaders = leaders.filter(from_on__lte=day, to_on__gt=day) if day else leaders
    found = ordered(leaders)
    order = rows.order_by("-to_on", "sort", "name_key")
    return [
        Bench(group.name, [post for post in found if post.group_id == group.pk], group) for group in order
    ]


def ended(unit: Unit, day: date, limit: int = 60) -> list[Post]:
    """The posts that had ended by a day, the latest first."""
    rows = Post.objects.filter(unit=unit, unmade=None, to_on__lte=day)
    return list(rows.select_related("person", "group").order_by("-to_on", "person__given_key")[:limit])

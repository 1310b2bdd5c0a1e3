"""Many people at once: the members and children of a union, written down in bulk as an opening list would be."""

from congdoan.members.models import Household, Person
from congdoan.members.people import create, named
from congdoan.org.models import Unit

from .names import Namer

CHILD = Person.Relation.CHILD


def gather(unit: Unit, count: int, *, children: int = 0) -> list[Person]:
    """So many members of a union, each with a household; the first `children` of them have a child."""
    namer = Namer(unit.code)
    homes = Household.objects.bulk_create([Household(unit=unit) for _ in range(count)])
    members = [_person(unit, home, *namer.grown()) for home in homes]
    small = [
        _person(unit, home, namer.child_of(member.name), None, CHILD)
        for home, member in zip(homes[:children], members, strict=False)
    ]
    return create([*members, *small])


def _person(
    unit: Unit, home: Household, name: str, woman: bool | None, relation: str = Person.Relation.MEMBER
) -> Person:
    return Person(
        unit=unit,
        household=home,
        relation=relation,
        woman=woman,
        **named(name),
    )

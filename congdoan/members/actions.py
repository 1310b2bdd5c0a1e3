"""Knowing people: found by what was given, or written down with as little as naming them needs."""

from collections.abc import Mapping
from typing import Any

from congdoan.base.errors import Refused
from congdoan.base.text import fold, tidy_name
from congdoan.org.models import Unit

from . import names
from .models import Household, Person
from .people import named
from .queries import known_at


def add_person(
    *,
    unit: Unit,
    name: str,
    relation: str = Person.Relation.MEMBER,
    household: Household | None = None,
    woman: bool | None = None,
) -> Person:
    """Write somebody down; a child or relative without a household given gets one of their own."""
    if not tidy_name(name):
        raise Refused("Hãy ghi họ và tên.", "name")
    home = household or Household.objects.create(unit=unit)
    person = Person.objects.create(unit=unit, relation=relation, household=home, woman=woman, **named(name))
    names.write([person])
    return person


def person_for(unit: Unit, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its `person`: the one given, the one of that name and relation known to the union, or a new one.

    Two people of one name in one union must be chosen by hand.
    """
    rest = {k: v for k, v in row.items() if k not in ("name", "relation", "family_of")}
    if rest.get("person"):
        return rest
    relation = row.get("relation") or Person.Relation.MEMBER
    known = known_at(unit).filter(relation=relation, name=tidy_name(row["name"]), name_key=fold(row["name"]))[
        :3
    ]
    if len(known) > 1:
        raise Refused(
            f"Có {len(known)} người tên {row['name']}; hãy chọn đúng người trong danh sách gợi ý.", "name"
        )
    family = row.get("family_of")
    person = (
        known[0]
        if known
        else add_person(unit=unit, name=row["name"], relation=relation, household=family and family.household)
    )
    return {**rest, "person": person}

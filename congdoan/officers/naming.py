"""Who is meant by a name in a list of officers: somebody of the union or of one below it, or somebody new."""

from collections.abc import Mapping
from typing import Any

from congdoan.base.errors import Refused
from congdoan.base.text import fold, tidy_name
from congdoan.members.actions import person_for
from congdoan.members.models import Person
from congdoan.org.models import Unit


def people(unit: Unit) -> Any:
    """Whom a union may appoint: its own people and those of the unions below it."""
    below = unit.descents.filter(unknown_at=None).values("unit")
    grown = (Person.Relation.MEMBER, Person.Relation.WORKER)
    return Person.objects.filter(unit__in=below, relation__in=grown)


def person(unit: Unit, row: Mapping[str, Any]) -> Person:
    """The person of a row: the one given, the only one of that name in the union and below, or a new one of the union."""
    found: Person = row.get("person") or _known(unit, row["name"]) or _new(unit, row["name"])
    if found.woman is None and row.get("woman") is not None:
        found.woman = row["woman"]
        found.save(update_fields=["woman"])
    return found


def _known(unit: Unit, name: str) -> Person | None:
    name = tidy_name(name)
    found = list(people(unit).filter(name_key=fold(name), name=name)[:3])
    own = [one for one in found if one.unit_id == unit.pk]
    if len(found) > 1 and len(own) != 1:
        raise Refused(
            f"Có {len(found)} người tên {name}; hãy thêm người này bằng nút “Thêm chức vụ” để chọn đúng người.",
            "people",
        )
    return own[0] if own else found[0] if found else None


def _new(unit: Unit, name: str) -> Person:
    made: Person = person_for(unit, {"name": name})["person"]
    return made

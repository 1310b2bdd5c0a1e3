"""Who is meant by a name in a list of officers: somebody of the union or of one below it, or somebody new."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.text import fold, tidy_name
from congdoan.members.actions import person_for
from congdoan.members.draws import settle
from congdoan.members.models import Membership, Person
from congdoan.members.people import complete
from congdoan.org.models import Unit


def people(unit: Unit) -> Any:
    """Whom a union may appoint: those it and the unions below it wrote down, and those who are members there."""
    below = unit.descents.filter(unknown_at=None).values("unit")
    members = Membership.objects.filter(unit__in=below, unmade=None, to_on=FOREVER).values("person")
    grown = (Person.Relation.MEMBER, Person.Relation.WORKER)
    return Person.objects.filter(Q(unit__in=below) | Q(pk__in=members), relation__in=grown)


def person(unit: Unit, row: Mapping[str, Any], by: int | None) -> Person:
    """The person of a row: the one given, the only one of that name in the union and below, or a new one of the union.
    Whether it is a woman is noted where the book did not know."""
    found: Person = row.get("person") or _known(unit, row["name"]) or _new(unit, row["name"])
    if found.woman is None and row.get("woman") is not None:
        _note_sex(found, row["woman"], by)
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


def _note_sex(found: Person, woman: bool, by: int | None) -> None:
    """Figures of members by sex follow."""
    with writing(by=by, action="note_sex", what=str(found.uid), unit=found.unit.code) as posting:
        found.woman = woman
        complete(found)
        found.save(update_fields=["woman", "complete_on"])
        settle(posting, found.memberships.all())

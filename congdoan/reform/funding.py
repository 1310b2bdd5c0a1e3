"""Who pays the employers whose workers are organised; from it, which unions a reform would end and which it would keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.org.models import Funding, Organising, Unit
from congdoan.org.queries import grassroots

from .actions import supersede

Sort = Funding.Sort


def say(
    *, organising: Organising, on: date, sort: str, share: int | None, proof: str, by: int | None
) -> Funding:
    """What the employer lives on from a day on, and the paper that says so."""
    if sort == Sort.SERVICE and (share is None or not 0 <= share <= 100):
        raise Refused("Hãy ghi mức tự bảo đảm chi thường xuyên, từ 0 đến 100 %.", "share")
    unit, employer = organising.unit, organising.employer
    with writing(by=by, action="say_funding", unit=unit.code) as posting:
        rows = Funding.objects.filter(unit=unit, employer=employer, unmade=None, to_on__gt=on)
        later = rows.filter(from_on__gt=on).order_by("from_on").first()
        for fact in rows.filter(from_on__lte=on):
            supersede(fact, posting, to_on=on)
        return Funding.objects.create(
            unit=unit, employer=employer, from_on=on, to_on=later.from_on if later else FOREVER, made=posting,
            sort=sort, share=share if sort == Sort.SERVICE else None, proof=proof,
        )  # fmt: skip


@dataclass(frozen=True)
class Proposal:
    """What the papers say of the grassroots unions under one: `ending` organise only those whom the State pays wholly,
    `kept` others too, of `unknown` nobody has said."""

    ending: Sequence[Unit]
    kept: Sequence[Unit]
    unknown: Sequence[Unit]


def proposed(node: Unit, on: date) -> Proposal:
    """As known of the day before."""
    eve = on - timedelta(days=1)
    units = list(grassroots(node, eve))
    day = {"unmade": None, "from_on__lte": eve, "to_on__gt": eve, "unit__in": units}
    organised: dict[int, set[int]] = {one.pk: set() for one in units}
    for unit, employer in Organising.objects.filter(**day).values_list("unit", "employer"):
        organised[unit].add(employer)
    paid = {(fact.unit_id, fact.employer_id): fact.by_the_state for fact in Funding.objects.filter(**day)}
    ending, kept, unknown = list[Unit](), list[Unit](), list[Unit]()
    for one in units:
        said = [paid.get((one.pk, employer)) for employer in organised[one.pk]]
        where = kept if False in said else unknown if None in said or not said else ending
        where.append(one)
    return Proposal(ending, kept, unknown)

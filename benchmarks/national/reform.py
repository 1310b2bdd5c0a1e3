"""The reform of 1 July 2025, carried out as so many plans: one for each province that goes on."""

from collections.abc import Callable, Iterator
from typing import Any

from congdoan.reform import reorganising
from congdoan.reform.plan import Plan, understood

from .sizes import REFORM
from .tree import Country, Local

Step = dict[str, Any]
COMMUNES = 12  # of grassroots unions one commune union has so many, about


def carry_out(country: Country, say: Callable[[str], None]) -> None:
    """All the plans, one after the other."""
    for n, plan in enumerate(plans(country), start=1):
        reorganising.carry_out(plan=plan, by=None)
        say(f"reform {n}: {plan.name}, {len(plan.steps)} steps")


def plans(country: Country) -> Iterator[Plan]:
    """A plan for each province that goes on."""
    for place in country.provinces[: country.size.later]:
        steps = list(_steps(country, place))
        if steps:
            yield understood({"name": f"Sắp xếp {place}", "unit": country.top, "on": REFORM, "step": steps})


def _steps(country: Country, place: str) -> Iterator[Step]:
    """Commune unions begin, grassroots ones come under them or go into a neighbour, districts end, provinces merge."""
    those = [one for one in country.locals if one.after == place and one.under in country.districts]
    yield from _communes(place, [one for one in those if one.heir is None])
    for one in those:
        if one.heir:
            yield {"do": "merge", "units": [one.code], "into": one.heir.code}
    districts = [code for code, over in country.districts.items() if country.goes_into(over) == place]
    if districts:
        yield {"do": "end", "units": districts, "to": place}
    for other in country.provinces:
        if other != place and country.goes_into(other) == place:
            yield {"do": "merge", "units": [other], "into": place}


def _communes(place: str, staying: list[Local]) -> Iterator[Step]:
    groups = [staying[first : first + COMMUNES] for first in range(0, len(staying), COMMUNES)]
    for n, group in enumerate(groups):
        code = f"xa-{place}-{n:03}"
        yield {
            "do": "found",
            "code": code,
            "kind": "commune",
            "name": f"Công đoàn xã {place} {n}",
            "under": place,
        }
        yield {"do": "move", "units": [one.code for one in group], "to": code}

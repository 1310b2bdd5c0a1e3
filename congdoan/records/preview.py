"""What a record would add to which figures, said before it is written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from congdoan.funds.movements import Movement
from congdoan.ledger.actions import live
from congdoan.ledger.indicator import BY_KEY, BY_NUMBER, Indicator
from congdoan.ledger.origins import RECORD, Draw
from congdoan.members.models import Person
from congdoan.org.models import Unit

from .kind import Kind
from .record import Line, Record

Given = Mapping[str, Sequence[Mapping[str, Any]]]
NAMING = ("name", "relation", "family_of")  # what a row says of somebody not yet known


@dataclass(frozen=True)
class Addition:
    """An indicator and how much would be added to it."""

    indicator: Indicator
    quantity: int


def additions(draws: Iterable[Draw]) -> list[Addition]:
    """The draws, summed by indicator people see, in the order of the catalogue. A subject counted once adds one.

    Of a stock, what is added on the first day: that it ends some day is not yet so.
    """
    every = list(draws)
    first = {draw.indicator: draw.day for draw in sorted(every, key=lambda draw: draw.day, reverse=True)}
    sums: dict[str, int] = defaultdict(int)
    for draw in {(d.indicator, d.subject): d for d in every if _once(d)}.values():
        sums[draw.indicator] += draw.quantity
    for draw in every:
        later = BY_KEY[draw.indicator].stock and draw.day > first[draw.indicator]
        if not _once(draw) and not later:
            sums[draw.indicator] += draw.quantity
    return _shown(sums)


def of(kind: Kind, record: Any, rows: Mapping[str, Any]) -> list[Addition]:
    """What this record, not yet saved, would add."""
    return additions(list(kind.draws(record, rows)))


def moved(kind: Kind, record: Any, rows: Mapping[str, Any]) -> list[Movement]:
    """The money it would move in funds that keep a book on its day."""
    every = kind.movements(record, rows)
    return [one for one in every if one.amount and one.fund.opened_on <= record.happened_on]


def changed(before: Record, after: Iterable[Addition]) -> list[Addition]:
    """What amending a record to add this would change."""
    sums: dict[str, int] = defaultdict(int)
    for addition in after:
        sums[addition.indicator.key] += addition.quantity
    for addition in additions(standing(before)):
        sums[addition.indicator.key] -= addition.quantity
    return _shown(sums)


def brief(additions: Iterable[Addition]) -> str:
    """The short of it, for a narrow screen: "+1 lượt người, +500.000 đồng"; each amount once."""
    texts = [f"{a.quantity:+,} {a.indicator.counts_in}".replace(",", ".") for a in additions]
    return ", ".join(dict.fromkeys(texts)).replace("-", "−")


def standing(record: Record) -> list[Draw]:
    """What counts today of what a record has drawn."""
    return [
        Draw(BY_NUMBER[line.indicator].key, line.unit, line.day, line.quantity, line.subject)
        for line in live(RECORD, [record.pk])[record.pk].elements()
    ]


def imagined(kind: Kind, record: Record, lines: Given) -> dict[str, list[Line]]:
    """The rows as models, whoever isn't known yet as a nobody with a number of their own. Nothing is written."""
    rows: dict[str, list[Line]] = {}
    for spec in kind.lines:
        given = [
            _with_person(record.unit, row, n) if spec.person else row
            for n, row in enumerate(spec.given(record, lines), start=1)
        ]
        rows[spec.name] = [
            spec.model(record_id=record.pk, position=n, **row) for n, row in enumerate(given, start=1)
        ]
    return rows


def _with_person(unit: Unit, row: Mapping[str, Any], n: int) -> dict[str, Any]:
    rest = {name: value for name, value in row.items() if name not in NAMING}
    if not rest.get("person"):
        home = row.get("union") or unit
        relation = row.get("relation") or Person.Relation.MEMBER
        rest["person"] = Person(pk=-n, unit=home, name="", relation=relation, household_id=-n)
    return rest


def _shown(sums: Mapping[str, int]) -> list[Addition]:
    found = [
        Addition(BY_KEY[key], quantity)
        for key, quantity in sums.items()
        if quantity and not BY_KEY[key].hidden
    ]
    return sorted(found, key=lambda addition: addition.indicator.number)


def _once(draw: Draw) -> bool:
    return BY_KEY[draw.indicator].adds == "distinct" and draw.subject is not None

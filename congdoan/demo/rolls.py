"""The members' registers of the unions whose pages count members."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from congdoan.members import joining
from congdoan.members.models import Person
from congdoan.org.models import Unit

from .moments import BOOK_BEGAN, as_of, moment
from .pen import Pen, shared
from .term import YEARS, Term

ADMITTED = 518  # in Mường Khương's term


def open_them() -> str:
    """Registers of Hà Nội's, Mường Khương's and Sơn Bình's unions; Mường Khương's grew in its term."""
    pen = Pen("rolls")
    term = Term("rolls")
    opened = _open(pen, _unions(pen, "hanoi-"), date(2023, 1, 3))
    opened += _open(pen, _unions(pen, "tinh-"), date(2020, 1, 2))
    opened += _grow(pen, term)
    return f"{opened} đoàn viên có tên trong sổ"


def _unions(pen: Pen, prefix: str) -> list[Unit]:
    return [unit for code, unit in pen.units.items() if code.startswith(prefix) and unit.kind.grassroots]


def _open(pen: Pen, unions: Iterable[Unit], on: date) -> int:
    return sum(_register(pen, union, on, pen.members(union)) for union in unions)


def _register(pen: Pen, union: Unit, on: date, people: Sequence[Person]) -> int:
    with as_of(moment(BOOK_BEGAN)):
        joining.open_register(
            unit=union, on=max(on, union.founded_on), by=pen.keeper(union), rows=[_row(one) for one in people]
        )
    return len(people)


def _grow(pen: Pen, term: Term) -> int:
    """The last on each old union's list were admitted in the term, one union a year after the other."""
    old = term.old()
    quotas = dict(zip(old, shared(ADMITTED, [1] * len(old)), strict=True))
    for n, union in enumerate(term.unions):
        members, late = pen.members(union), quotas.get(union, 0)
        _register(pen, union, date(YEARS[0], 1, 2), members[: len(members) - late])
        _admit(pen, union, term.day(YEARS[n % len(YEARS)]), members[len(members) - late :])
    return sum(len(pen.members(union)) for union in term.unions)


def _admit(pen: Pen, union: Unit, on: date, people: Sequence[Person]) -> None:
    if people:
        with as_of(moment(BOOK_BEGAN)):
            joining.admit_list(
                unit=union,
                on=on,
                by=pen.keeper(union),
                rows=[_row(one) for one in people],
                decision="03/QĐ-CĐCS",
            )


def _row(person: Person) -> Mapping[str, Person]:
    return {"person": person}

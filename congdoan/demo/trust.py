"""Building the Party and looking after the rules: members introduced and admitted, inspections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congdoan.members.models import Person
from congdoan.org.models import Unit

from . import photos
from .agencies import AGENCIES
from .pen import Pen, pieces, rows, shared


@dataclass(frozen=True)
class HalfYear:
    """The first half of a year: members introduced and admitted, unions that inspected themselves or were inspected."""

    year: int
    introduced: int
    admitted: int
    self_inspected: int
    inspected: tuple[tuple[date, int], ...]


PLANS = (
    HalfYear(2023, 98, 27, 53, ((date(2023, 4, 20), 3), (date(2023, 6, 15), 3))),
    HalfYear(2024, 125, 32, 56, ((date(2024, 4, 17), 3), (date(2024, 5, 23), 3), (date(2024, 6, 13), 2))),
)


def keep() -> str:
    """Party work and inspections of two first half-years."""
    pen = Pen("trust")
    introduced: dict[int, list[Person]] = {union.pk: [] for union in pen.unions}
    for plan in PLANS:
        _admit(pen, plan, introduced)
        _introduce(pen, plan, introduced)
        _inspect_themselves(pen, plan)
        _inspect_below(pen, plan)
    return f"{pen.written} việc"


def _introduce(pen: Pen, plan: HalfYear, introduced: dict[int, list[Person]]) -> None:
    """Each union introduces some of its members, nobody twice; the list goes on from where it stopped."""
    quotas = shared(plan.introduced, [agency.workers for agency in AGENCIES])
    for union, quota in zip(pen.unions, quotas, strict=True):
        done = introduced[union.pk]
        chosen = pen.members(union)[len(done) : len(done) + quota]
        done += chosen
        for some in pieces(chosen, (3,)):
            _step(pen, plan, "introduced", union, some)


def _admit(pen: Pen, plan: HalfYear, introduced: dict[int, list[Person]]) -> None:
    """Who was introduced the year before is admitted; at first, those introduced before there was a book."""
    for union in pen.unions[1 : 1 + plan.admitted]:
        _step(pen, plan, "admitted", union, introduced[union.pk][:1] or pen.members(union)[-1:])


def _step(pen: Pen, plan: HalfYear, step: str, union: Unit, people: Sequence[Person]) -> None:
    on = pen.day(date(plan.year, 1, 15), date(plan.year, 6, 24))
    given = [{"person": person, "union": union} for person in people]
    pen.add("party", union, on, fields={"step": step}, **rows("members", given))


def _inspect_themselves(pen: Pen, plan: HalfYear) -> None:
    """The inspection committee of each union looks at its own finance, as the year's plan says."""
    for union in pen.unions[: plan.self_inspected]:
        on = pen.day(date(plan.year, 2, 12), date(plan.year, 6, 20))
        pen.add("inspection", union, on, fields={"subject": "finance", "level": "own"})


def _inspect_below(pen: Pen, plan: HalfYear) -> None:
    """The union above looks at how some unions keep the charter, on a few trips."""
    hosts = iter(pen.random.sample(pen.unions, sum(count for _, count in plan.inspected)))
    for n, (on, count) in enumerate(plan.inspected, start=1):
        given = [{"union": next(hosts)} for _ in range(count)]
        fields = {"subject": "charter", "level": "lower", "number": f"{n:02d}/TB-UBKT"}
        record = pen.add("inspection", pen.upper, on, fields=fields, **rows("unions", given))
        pen.attach(record, photos.scene(on.toordinal()), "Quang cảnh nơi đoàn kiểm tra làm việc")

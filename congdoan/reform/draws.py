"""What a union's life draws: unions in being, founded, ended, received and handed over; employers liable."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import islice, pairwise

from congdoan.base.fields import FOREVER
from congdoan.ledger.origins import ORGANISING, UNIT, Draw, Origin, register
from congdoan.org.models import Organising, Placement, Unit
from congdoan.records.gradings import born_of_others, rated_from

FEEDS = (
    "org.grassroots_unions", "org.founded", "org.ended", "org.received", "org.handed_over", "org.upper_unions", "org.commune_unions",
    "org.occupational_unions", "ratings.unions_eligible",
)  # fmt: skip
OF_AGENCY = ("representation.employers_liable", "culture.workplaces")
OF_ENTERPRISE = (
    "representation.enterprises_liable", "representation.enterprises_with_union", "culture.workplaces",
)  # fmt: skip
CHUNK = 2_000
UPPER_LEVEL = "direct_superior"
STOCK_OF_KIND = {"commune": "org.commune_unions", "occupational": "org.occupational_unions"}


def of_units(units: Iterable[Unit]) -> dict[int, Iterable[Draw]]:
    """What each of these unions draws; one that was never founded after all, nothing."""
    units, born = list(units), born_of_others()
    places = _placed([unit for unit in units if unit.kind.grassroots])
    return {unit.pk: () if unit.unmade_id else _of(unit, places[unit.pk], born) for unit in units}


def _placed(units: Collection[Unit]) -> Mapping[int, Sequence[Placement]]:
    """Where each stood, one place after the other."""
    found: dict[int, list[Placement]] = defaultdict(list)
    rows = Placement.objects.filter(unit__in=units, unmade=None).select_related("parent")
    for row in rows.order_by("from_on"):
        found[row.unit_id].append(row)
    return found


def _of(unit: Unit, places: Sequence[Placement], born: Collection[int]) -> Iterator[Draw]:
    """The union itself: in being from its founding (where it stands carries it), founded, ended, moved. `born`: the
    unions that came of a split or a merger."""
    kind = unit.kind
    if kind.grassroots:
        yield Draw("org.grassroots_unions", unit.pk, unit.founded_on, subject=unit.pk)
        yield Draw("org.founded", unit.pk, unit.founded_on, subject=unit.pk)
        if unit.ended_on < FOREVER:
            yield Draw("org.ended", unit.pk, unit.ended_on - timedelta(days=1), subject=unit.pk)
        yield from _moves(unit, places)
        if (on := rated_from(unit.founded_on, born=unit.pk in born)) < unit.ended_on:
            yield Draw("ratings.unions_eligible", unit.pk, on, subject=unit.pk)
    if kind.level.code == UPPER_LEVEL:
        yield Draw("org.upper_unions", unit.pk, unit.founded_on, subject=unit.pk)
    if kind.code in STOCK_OF_KIND:
        yield Draw(STOCK_OF_KIND[kind.code], unit.pk, unit.founded_on, subject=unit.pk)


def of_organising(organising: Organising) -> Iterator[Draw]:
    """An employer whose workers the union organises is liable from that day until it no longer does, or is no more."""
    for key in OF_ENTERPRISE if organising.employer.enterprise else OF_AGENCY:
        yield Draw(key, organising.unit_id, organising.from_on, subject=organising.employer_id)
        if organising.to_on < FOREVER:
            yield Draw(key, organising.unit_id, organising.to_on, quantity=-1, subject=organising.employer_id)


def _moves(unit: Unit, places: Sequence[Placement]) -> Iterator[Draw]:
    """Handed over and received on one day, so that a period that ends before it knows nothing of the move; by a superior
    that was there no more that day, on its last."""
    for before, after in pairwise(places):
        if before.parent_id != after.parent_id and before.to_on == after.from_on:
            on = min(after.from_on, before.parent.ended_on - timedelta(days=1))
            yield Draw("org.handed_over", before.parent_id, on, subject=unit.pk)
            yield Draw("org.received", after.parent_id, after.from_on, subject=unit.pk)


def _all_units() -> Iterator[tuple[int, Iterable[Draw]]]:
    every = Unit.objects.select_related("kind__level").iterator()
    while some := list(islice(every, CHUNK)):
        yield from of_units(some).items()


def _all_organisings() -> Iterator[tuple[int, Iterable[Draw]]]:
    for organising in Organising.objects.select_related("employer", "unit").iterator():
        yield organising.pk, of_organising(organising) if organising.unmade_id is None else ()


def announce() -> None:
    """Tell the ledger that the tree draws entries."""
    register(Origin(UNIT, "công đoàn", _all_units, frozenset(FEEDS)))
    register(
        Origin(
            ORGANISING,
            "quan hệ với cơ quan, doanh nghiệp",
            _all_organisings,
            frozenset(OF_AGENCY + OF_ENTERPRISE),
        )
    )

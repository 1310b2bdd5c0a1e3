"""What targets draw: what a union set itself to reach, so that its attainment is a figure; how many it met in a year.

A target stands on the first day of its days: half a year's work is held against the year's target, as unions print it.
One of a term stands with what the union's years have not set already, so that over the term it is the term's own.
"""

from collections.abc import Iterable, Iterator

from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import SCORE_SHEET, TARGETS, Draw, Origin, register
from congdoan.org.models import Unit

from .judging import Verdict
from .models import Confirmation, Target

SET = {
    "org.founded": "org.founding_target",
    "members.admitted": "members.admission_target",
    "party.introduced": "party.introduction_target",
}
MET, ALL = "emulation.targets_met", "emulation.targets_set"


def of_union(unit: Unit) -> Iterator[Draw]:
    """What all resolutions of a union set for the indicators whose attainment is printed."""
    for key, drawn in SET.items():
        standing = Target.objects.filter(
            resolution__unit=unit, number=BY_KEY[key].number, measure=Target.Measure.TOTAL
        ).filter(unmade=None, resolution__unmade=None)
        chosen = list(standing.select_related("resolution__term").order_by("pk"))
        for target in chosen:
            yield Draw(drawn, unit.pk, target.resolution.first, _left(target, chosen))


def of_confirmation(confirmation: Confirmation) -> Iterator[Draw]:
    """How many targets of a year there were, and how many were met, on its last day; a term's years say it for a term."""
    resolution = confirmation.resolution
    if confirmation.unmade_id or resolution.unmade_id or resolution.term_id:
        return
    verdicts = [Verdict(line.verdict) for line in confirmation.lines.all()]
    met = sum(verdict.reached for verdict in verdicts)
    for key, number in ((MET, met), (ALL, len(verdicts))):
        yield Draw(key, resolution.unit_id, confirmation.judged_on, number, said=True)


def _left(target: Target, every: Iterable[Target]) -> int:
    """The target's value; of a term's, less what the years in it have set."""
    if not target.resolution.term_id:
        return int(target.value)
    days = target.resolution.period
    years = [one for one in every if not one.resolution.term_id and one.resolution.first in days]
    return int(target.value - sum(one.value for one in years))


def _all_unions() -> Iterator[tuple[int, Iterable[Draw]]]:
    for unit in Unit.objects.filter(resolutions__isnull=False).distinct().iterator():
        yield unit.pk, of_union(unit)


def _all_confirmations() -> Iterator[tuple[int, Iterable[Draw]]]:
    every = Confirmation.objects.select_related("resolution").prefetch_related("lines")
    for confirmation in every.order_by("pk"):
        yield confirmation.pk, of_confirmation(confirmation)


def announce() -> None:
    """Tell the ledger that targets and confirmed score sheets draw entries."""
    register(Origin(TARGETS, "chỉ tiêu", _all_unions, frozenset(SET.values())))
    register(Origin(SCORE_SHEET, "bảng điểm đã xác nhận", _all_confirmations, frozenset({MET, ALL})))

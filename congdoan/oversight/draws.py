"""What plans, follow-ups and complaints add to figures."""

from collections.abc import Collection, Iterable, Iterator

from django.urls import reverse

from congdoan.ledger.origins import COMPLAINT, FOLLOW_UP, PLAN_LINE, Draw, Origin, Told, register
from congdoan.records import demands
from congdoan.records.inspections import Inspection

from .models import Complaint, FollowUp, Plan, PlanLine, Step

PLANNED = "inspection.planned"
MENDED, RECOVERED = "inspection.findings_mended", "inspection.money_recovered"
RECEIVED, COMPETENT = "complaints.petitions", "complaints.within_competence"
RESOLVED, PASSED_ON = "complaints.resolved", "complaints.forwarded"
RESTORED = "complaints.rights_restored"
ELSEWHERE = (Step.What.FORWARDED, Step.What.SENT_AWAY, Step.What.GUIDED)  # not ours to answer
COUNTED_AS = {
    Complaint.Sort.FEEDBACK.value: Complaint.Sort.PROPOSAL.value
}  # the law names them in one breath


def of_line(line: PlanLine) -> Iterator[Draw]:
    """One inspection meant, on the last day it is meant for: of an approved year's plan; a term's comes back in its years'."""
    plan, there = line.plan, line.last_on < line.plan.unit.ended_on
    if plan.sort == Plan.Sort.YEAR and plan.approved_id and there and not line.unmade_id:
        yield Draw(PLANNED, plan.unit_id, line.last_on, subject=line.union_id)


def of_follow_up(follow_up: FollowUp) -> Iterator[Draw]:
    """A demand found mended, and the money that came back, at the union that inspected, or whoever goes on with it."""
    if follow_up.unmade_id:
        return
    unit, on = follow_up.successor_id or follow_up.record.unit_id, follow_up.on
    if follow_up.state == FollowUp.State.MENDED:
        yield Draw(MENDED, unit, on, cut={"mended": "on_time" if follow_up.on_time else "overdue"})
    yield Draw(RECOVERED, unit, on, follow_up.recovered, cut={"recovery": "recovered"})


def of_complaint(complaint: Complaint, steps: Iterable[Step]) -> Iterator[Draw]:
    """Received once, where it first came; then what each union that held it did. `steps`: those that stand, in order."""
    cut = {"petition": COUNTED_AS.get(complaint.sort, complaint.sort)}
    yield Draw(RECEIVED, complaint.unit_id, complaint.received_on, cut=cut)
    came_on = complaint.received_on
    for step in steps:
        if step.what == Step.What.TAKEN:
            yield Draw(COMPETENT, step.unit_id, came_on, cut=cut)
        if step.what in ELSEWHERE and not step.handed_over:
            yield Draw(PASSED_ON, step.unit_id, step.on, cut=cut)
        if step.what == Step.What.RESOLVED:
            yield Draw(RESOLVED, step.unit_id, step.on, cut=cut | {"outcome": step.outcome})
            yield Draw(RESTORED, step.unit_id, step.on, step.restored)
        came_on = step.on if step.what == Step.What.FORWARDED else came_on


def steps_of(complaint: Complaint) -> list[Step]:
    """The steps that stand, in the order they were taken."""
    rows = Step.objects.filter(complaint=complaint, unmade=None)
    return list(rows.select_related("unit", "to", "made").order_by("pk"))


def _lines() -> Iterator[tuple[int, Iterable[Draw]]]:
    for line in PlanLine.objects.select_related("plan__unit").iterator():
        yield line.pk, of_line(line)


def _follow_ups() -> Iterator[tuple[int, Iterable[Draw]]]:
    for follow_up in FollowUp.objects.select_related("record").iterator():
        yield follow_up.pk, of_follow_up(follow_up)


def _complaints() -> Iterator[tuple[int, Iterable[Draw]]]:
    for complaint in Complaint.objects.iterator():
        yield complaint.pk, of_complaint(complaint, steps_of(complaint))


def _tell_lines(numbers: Collection[int]) -> dict[int, Told]:
    rows = PlanLine.objects.filter(pk__in=numbers).select_related("plan", "union")
    return {
        row.pk: Told(
            f"Kế hoạch kiểm tra: {row.get_subject_display().lower()}",
            row.union.name,
            reverse("inspection_plan", args=[row.plan.uid]),
        )
        for row in rows
    }


def _tell_follow_ups(numbers: Collection[int]) -> dict[int, Told]:
    rows = FollowUp.objects.filter(pk__in=numbers).select_related("record")
    return {
        row.pk: Told(row.get_state_display(), url=reverse("findings_of", args=[row.record.uid]))
        for row in rows
    }


def _tell_complaints(numbers: Collection[int]) -> dict[int, Told]:
    """By their file number: nobody is named."""
    rows = Complaint.objects.filter(pk__in=numbers)
    return {row.pk: Told(str(row), url=reverse("complaint", args=[row.uid])) for row in rows}


def followed(inspection: Inspection) -> Iterable[str]:
    """The demands of an inspection of which it was said what became of them."""
    rows = FollowUp.objects.filter(record=inspection.pk, unmade=None)
    return rows.values_list("key", flat=True)


def announce() -> None:
    """Tell the ledger that this room draws entries, and inspections that it follows up their demands."""
    demands.FOLLOWERS.append(followed)
    register(Origin(PLAN_LINE, "kế hoạch kiểm tra", _lines, frozenset({PLANNED}), _tell_lines))
    register(Origin(FOLLOW_UP, "phúc tra", _follow_ups, frozenset({MENDED, RECOVERED}), _tell_follow_ups))
    feeds = frozenset({RECEIVED, COMPETENT, RESOLVED, PASSED_ON, RESTORED})
    register(Origin(COMPLAINT, "đơn", _complaints, feeds, _tell_complaints))

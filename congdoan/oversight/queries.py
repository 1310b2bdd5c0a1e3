"""Questions about plans, demands and complaints: which a person may see, how they stand, what is due."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.accounts.models import Role
from congdoan.base.errors import NotHere
from congdoan.base.fields import FOREVER
from congdoan.base.period import today
from congdoan.org.due import Due
from congdoan.org.followers import left_to
from congdoan.org.models import Unit
from congdoan.org.queries import standing
from congdoan.records.inspections import Demand

from .draws import steps_of
from .models import Complaint, FollowUp, Plan, Step
from .progress import DONE, progress

SOON = timedelta(days=30)  # what is due by then is worth a word today


@dataclass(frozen=True)
class Finding:
    """A demand, what was said of it since (the last first), how it stands."""

    demand: Demand
    said: list[FollowUp]
    late: bool

    @property
    def state(self) -> str:
        """What the last word on it was; empty while there is none."""
        return self.said[0].state if self.said else ""

    @property
    def mended(self) -> bool:
        return self.state == FollowUp.State.MENDED

    @property
    def recovered(self) -> int:
        return sum(one.recovered for one in self.said)


def plans(unit: Unit) -> QuerySet[Plan]:
    """The plans of a union, the newest first."""
    return Plan.objects.filter(unit=unit).select_related("unit__kind").order_by("-first_on", "sort")


def plan_or_404(user: Somebody, uid: uuid.UUID) -> Plan:
    """The plan of that uid, if this person may see it."""
    seen = access.narrow(Plan.objects.all(), user, day="first_on")
    found = seen.select_related("unit__kind").filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có kế hoạch kiểm tra nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def demands_of(unit: Unit, day: date) -> QuerySet[Demand]:
    """What inspections of a union and of those under it demand, and what is demanded of them, with what unions that ended
    left to them; soonest due first."""
    under = standing(day, ancestor=unit).values("unit")
    return _demands().filter(_concerning(under, day)).order_by("due_on", "pk")


def open_ones(rows: QuerySet[Demand], by: date = FOREVER) -> QuerySet[Demand]:
    """Of these, the ones nobody has found mended; or had, by the end of a day."""
    return rows.filter(~Exists(_mended().filter(on__lte=by)))


def mended_ones(rows: QuerySet[Demand]) -> QuerySet[Demand]:
    """Of these, the ones found mended."""
    return rows.filter(Exists(_mended()))


def findings(demands: Iterable[Demand], day: date) -> list[Finding]:
    """How these demands stand on a day."""
    rows = list(demands)
    said: dict[tuple[int, str], list[FollowUp]] = defaultdict(list)
    known = FollowUp.objects.filter(record__in={row.record_id for row in rows}, unmade=None)
    for one in known.select_related("made").order_by("-pk"):
        said[one.record_id, one.key].append(one)
    found = [Finding(row, said[row.record_id, row.key], row.due_on < day) for row in rows]
    return [Finding(one.demand, one.said, one.late and not one.mended) for one in found]


def demands_seen(user: Somebody) -> QuerySet[Demand]:
    """What is demanded by unions this person sees, or of them; of those that ended, whoever goes on sees it too."""
    return _demands().filter(_concerning(access.units_seen(user).order_by().values("pk"), today()))


def demand_or_404(user: Somebody, record: uuid.UUID, key: str) -> Demand:
    """A demand seen by who sees the inspecting union, or the one that is to mend it, or goes on with what one left."""
    found = demands_seen(user).filter(record__uid=record, key=key).first()
    if found is None:
        raise NotHere("Không có kiến nghị nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def answers_for(user: Somebody, units: Collection[int]) -> set[int]:
    """Of these unions (by number), those for which this person inspects and mends: under their seats, or whose open work
    was left to one of those."""
    seen = access.units_seen(user, access.INSPECTS).order_by().values("pk")
    rows = Unit.objects.filter(pk__in=units).filter(Q(pk__in=seen) | Q(pk__in=left_to(seen, today())))
    return set(rows.values_list("pk", flat=True))


def complaints_seen(user: Somebody) -> QuerySet[Complaint]:
    """The complaints that came to, or went through, unions for which this person may see what is sensitive."""
    seen = access.units_seen(user, access.KEEPERS).values("pk")
    went = Step.objects.filter(complaint=OuterRef("pk"), unmade=None).filter(
        Q(unit__in=seen) | Q(to__in=seen)
    )
    rows = Complaint.objects.filter(Q(unit__in=seen) | Q(holder__in=seen) | Exists(went))
    return rows.select_related("unit__kind", "holder__kind", "made")


def complaints_of(user: Somebody, unit: Unit, day: date) -> QuerySet[Complaint]:
    """Of these, the ones that came to a union or one under it, or are held there; the newest first."""
    under = standing(day, ancestor=unit).values("unit")
    rows = complaints_seen(user).filter(Q(unit__in=under) | Q(holder__in=under))
    return rows.order_by("-received_on", "-pk")


def complaint_or_404(user: Somebody, uid: uuid.UUID) -> Complaint:
    """The complaint of that uid, if this person may see it."""
    found = complaints_seen(user).filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có đơn nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def may_see_who(user: Any, complaint: Complaint) -> bool:
    """Whether who sent it, of whom and what it tells are shown: a denunciation's only to inspectors and who handles it."""
    if complaint.sort != Complaint.Sort.DENUNCIATION:
        return True
    steps = steps_of(complaint)
    if user.pk in {complaint.made.by, *(step.made.by for step in steps)}:
        return True
    held = {complaint.unit_id, complaint.holder_id, *(step.unit_id for step in steps)}
    return access.units_seen(user, (Role.INSPECTOR,)).filter(pk__in=held).exists()


def due(units: Collection[Unit], day: date) -> list[Due]:
    """What these unions owe, late or within a month: inspections planned, demands to mend, complaints to answer."""
    found = [*_due_plans(units, day), *_due_demands(units, day), *_due_complaints(units, day)]
    return sorted(found, key=lambda one: (str(one.due_on), one.what))


def _due_plans(units: Collection[Unit], day: date) -> Iterable[Due]:
    running = Plan.objects.filter(
        unit__in=units, sort=Plan.Sort.YEAR, approved__isnull=False, first_on__lte=day, last_on__gte=day
    )
    for plan in running.select_related("unit"):
        for one in progress(plan, day).meant:
            if one.state != DONE and one.line.last_on <= day + SOON:
                what = f"{one.line.get_subject_display()}: {one.line.union.name}"
                yield Due(
                    f"Kiểm tra theo kế hoạch. {what}",
                    plan.unit,
                    one.line.last_on,
                    "inspection_plan",
                    plan.uid,
                )


def _due_demands(units: Collection[Unit], day: date) -> Iterable[Due]:
    rows = _demands().filter(_concerning([unit.pk for unit in units], day), due_on__lte=day + SOON)
    for demand in open_ones(rows):
        yield Due(
            "Kiến nghị sau kiểm tra phải khắc phục",
            demand.union,
            demand.due_on,
            "findings_of",
            demand.record.uid,
        )


def _due_complaints(units: Collection[Unit], day: date) -> Iterable[Due]:
    rows = Complaint.objects.filter(holder__in=units, due_on__lte=day + SOON, state=Complaint.State.TAKEN)
    for one in rows.select_related("holder"):
        assert one.due_on
        yield Due(f"Giải quyết {one}", one.holder, one.due_on, "complaint", one.uid)


def _concerning(units: Any, day: date) -> Q:
    """By these unions or of them (numbers), or left to them by unions that ended."""
    left = left_to(units, day)
    own = Q(record__unit__in=units) | Q(union__in=units)
    return own | Q(record__unit__in=left) | Q(union__in=left)


def _demands() -> QuerySet[Demand]:
    rows = Demand.objects.filter(record__withdrawn=False)
    return rows.select_related("record__unit__kind", "union__kind")


def _mended() -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(
        record=OuterRef("record"), key=OuterRef("key"), state=FollowUp.State.MENDED, unmade=None
    )

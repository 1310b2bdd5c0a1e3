"""What unions that end leave open: complaints go to whoever goes on, in the act that ends them; demands are read through."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.words import grouped
from congdoan.org.followers import followers, left_ever
from congdoan.org.models import Unit
from congdoan.records.inspections import Demand

from .models import REFORMING, Complaint, FollowUp, Step
from .queries import open_ones

OPEN = (Complaint.State.NEW, Complaint.State.TAKEN)
BATCH = 500


@dataclass(frozen=True)
class Left:
    """What is left open to a union: demands to see to, complaints to answer."""

    to: Unit
    demands: int
    complaints: int


def hand_over(posting: Posting, units: Collection[int], on: date, note: str) -> list[Left]:
    """These unions (by number) end on a day: each complaint they hold is whoever goes on's from then on, as far as it had
    come. Tells who has how much to go on with."""
    to = followers(units, on + timedelta(days=1))
    held = [one for one in open_complaints(units) if one.holder_id in to]
    steps = [
        Step(complaint=one, unit_id=one.holder_id, what=Step.What.FORWARDED, on=on, to_id=to[one.holder_id], note=note, made=posting)
        for one in held
    ]  # fmt: skip
    Step.objects.bulk_create(steps, batch_size=BATCH)
    for one in held:
        one.holder_id = to[one.holder_id]
    Complaint.objects.bulk_update(held, ["holder"], batch_size=BATCH)
    return _told(_demands(units, to), Counter(one.holder_id for one in held))


def take_back(of: Posting, units: Collection[int]) -> None:
    """Each complaint is held by who held it before these unions (by number) ended. Refuses, all reasons at once, where
    whoever went on has since gone further."""
    steps = Step.objects.filter(made=of)
    if reasons := [*_gone_further(of, steps, units)]:
        raise Refused(f"Chưa hoàn tác được: {'; '.join(reasons)}. Hãy bỏ các bước ấy trước, rồi hoàn tác.")
    held = [_given_back(step) for step in steps.select_related("complaint")]
    Complaint.objects.bulk_update(held, ["holder"], batch_size=BATCH)
    steps.delete()


def open_complaints(units: Collection[int]) -> QuerySet[Complaint]:
    """What these unions (by number) have still to answer."""
    return Complaint.objects.filter(holder__in=units, state__in=OPEN).order_by("pk")


def open_demands(units: Collection[int]) -> QuerySet[Demand]:
    """What these unions (by number) have still to mend, or to see mended."""
    concerned = Q(union__in=units) | Q(record__unit__in=units)
    return open_ones(Demand.objects.filter(concerned, record__withdrawn=False)).order_by("pk")


def counted(units: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many demands and complaints are open at each of these unions (by number)."""
    demands = _demands(units, {unit: unit for unit in units})
    complaints = Counter(open_complaints(units).values_list("holder", flat=True))
    return {unit: (demands[unit], complaints[unit]) for unit in units}


def handed_over(unit: Unit, last: date) -> tuple[int, int]:
    """How many demands and complaints a union that ended left open on its last day, whatever became of them since."""
    rows = Demand.objects.filter(Q(union=unit) | Q(record__unit=unit), record__withdrawn=False)
    demands = open_ones(rows.filter(record__happened_on__lte=last), last)
    gone = Step.objects.filter(unit=unit, what=Step.What.FORWARDED, on=last, unmade=None)
    return demands.count(), gone.filter(made__action__in=REFORMING).count()


def against(units: Collection[int], on: date) -> Iterator[str]:
    """Why what these unions (by number) have still to answer cannot be handed over on a day: it is on a day that has come,
    as it stands on that day."""
    if on > today():
        for name, many in _by_holder(open_complaints(units)):
            yield f"{name} còn {grouped(many)} đơn chưa giải quyết xong; đơn chỉ bàn giao được khi đến ngày {on:%d/%m/%Y}"
    else:
        for name, many in _by_holder(handled_after(units, on)):
            yield f"{name} có {grouped(many)} đơn nhận hoặc xử lý sau ngày {on:%d/%m/%Y}; hãy chọn ngày muộn hơn"


def _by_holder(complaints: QuerySet[Complaint]) -> Iterable[tuple[str, int]]:
    """The unions that hold them, and how many each."""
    rows = complaints.order_by("holder__name_key", "holder").values_list("holder", "holder__name")
    return [(name, many) for _, name, many in rows.annotate(many=Count("pk"))]


def handled_after(units: Collection[int], day: date) -> QuerySet[Complaint]:
    """Of what these unions (by number) have still to answer, what came or was worked at after a day."""
    later = Step.objects.filter(complaint=OuterRef("pk"), unmade=None, on__gt=day)
    return open_complaints(units).filter(Q(received_on__gt=day) | Exists(later))


def _given_back(step: Step) -> Complaint:
    step.complaint.holder_id = step.unit_id
    return step.complaint


def _demands(units: Collection[int], to: Mapping[int, int]) -> Counter[int]:
    """How many demands whoever goes on has to see to; one that is both's once."""
    found: dict[int, set[int]] = defaultdict(set)
    for demand, *concerned in open_demands(units).values_list("pk", "union", "record__unit"):
        for unit in concerned:
            if unit in to:
                found[to[unit]].add(demand)
    return Counter({unit: len(demands) for unit, demands in found.items()})


def _told(demands: Counter[int], complaints: Counter[int]) -> list[Left]:
    units = Unit.objects.filter(pk__in={*demands, *complaints}).order_by("name_key")
    return [Left(unit, demands[unit.pk], complaints[unit.pk]) for unit in units]


def _gone_further(of: Posting, steps: QuerySet[Step], units: Collection[int]) -> Iterator[str]:
    """What was written since on top of it, a reason each: a union's name, and how many more."""
    since = Step.objects.filter(unmade=None, made__gt=of.pk, complaint__in=steps.values("complaint"))
    yield from _reason(since.values("unit"), "đã xử lý tiếp đơn được bàn giao")
    left, said = left_ever(units), FollowUp.objects.filter(unmade=None, made__gt=of.pk)
    found = said.filter(record__unit__in=left, successor__isnull=False)
    yield from _reason(found.values("successor"), "đã phúc tra kiến nghị được bàn giao")
    same = said.filter(state=FollowUp.State.REPORTED, record=OuterRef("record"), key=OuterRef("key"))
    mended = Demand.objects.filter(Exists(same), union__in=left)
    yield from _reason(mended.values("union"), "đã được báo khắc phục kiến nghị từ sau khi sắp xếp")


def _reason(units: QuerySet[Any, Any], what: str) -> Iterator[str]:
    found = Unit.objects.filter(pk__in=units)
    if some := found.order_by("name_key", "pk").first():
        more = found.count() - 1
        yield f"{some.name}{f' và {grouped(more)} nơi khác' if more else ''} {what}"

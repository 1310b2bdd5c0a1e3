"""How many a union may put forward, from how strong it is on the day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.period import Period
from congdoan.base.text import nfc
from congdoan.base.words import small
from congdoan.ledger.breakdowns import by_unit
from congdoan.ledger.figures import asked_for, figure
from congdoan.ledger.indicator import BY_KEY
from congdoan.org.models import Unit
from congdoan.org.queries import children, parent

from .chain import check_given
from .models import Candidate, Proposal, Quota

COUNTED = {Quota.Base.MEMBERS: "members.total", Quota.Base.UNIONS: "org.grassroots_unions"}


@dataclass(frozen=True)
class Room:
    """What a quota leaves a union: how many it may put forward in a year, and how many it has."""

    quota: Quota
    unit: Unit
    strength: int | None
    allowed: int | None
    used: int

    @property
    def left(self) -> int | None:
        return None if self.allowed is None else max(self.allowed - self.used, 0)

    @property
    def rule(self) -> str:
        return self.quota.rule

    @property
    def said(self) -> str:
        """ "Đã đề nghị 06 cá nhân, hạn mức 05 (…)"."""
        what = "cá nhân" if self.quota.individual else "tập thể"
        most = "chưa tính được" if self.allowed is None else small(self.allowed)
        return f"Đã đề nghị {small(self.used)} {what}, hạn mức {most} ({self.rule})"


def set_quota(*, unit: Unit, by: int | None, from_on: date, **said: object) -> Quota:
    """From a day on a union allows so many; what it allowed before of the same ends on that day."""
    with writing(by=by, action="set_quota", unit=unit.code) as posting:
        quota = Quota(unit=unit, from_on=from_on, made=posting, **said)
        _check(quota)
        same = {name: getattr(quota, name) for name in ("unit", "award", "issuer", "individual")}
        before = Quota.objects.select_for_update().filter(unmade=None, to_on=FOREVER, **same)
        before.filter(from_on__gte=from_on).update(unmade=posting)
        before.filter(from_on__lt=from_on).update(to_on=from_on)
        quota.save()
    return quota


def in_force(unit: Unit | None, on: date) -> list[Quota]:
    """The quotas a union has set, on a day."""
    rows = Quota.objects.filter(unit=unit, unmade=None, from_on__lte=on, to_on__gt=on)
    return list(rows.order_by("award", "issuer", "-individual"))


def share(number: int, per: int, strength: int) -> int:
    """So many for every so many, rounded down: the shares of the parts never come to more than that of the whole."""
    return number * strength // per


def strength(quota: Quota, unit: Unit, on: date) -> int | None:
    """What the quota counts under a union on a day; None where the book does not know."""
    if quota.base == Quota.Base.EACH:
        return 1
    value = figure(BY_KEY[COUNTED[Quota.Base(quota.base)]], unit, Period.between(on, on)).value
    return None if value is None else int(value)


def strengths(quota: Quota, above: Unit, units: Sequence[Unit], on: date) -> dict[int, int | None]:
    """The same for all the unions directly under one, at once."""
    if quota.base == Quota.Base.EACH:
        return {unit.pk: 1 for unit in units}
    indicator = BY_KEY[COUNTED[Quota.Base(quota.base)]]
    found = by_unit(indicator, asked_for(above, Period.between(on, on), indicator))
    return {unit.pk: found.get(unit.pk) for unit in units}


def used(quota: Quota, units: Iterable[Unit], year: int, besides: Proposal | None = None) -> dict[int, int]:
    """How many each of these unions has sent for the award and year."""
    sent = (Proposal.State.SENT, Proposal.State.COUNCIL, Proposal.State.PASSED, Proposal.State.DECIDED)
    rows = Candidate.objects.filter(
        proposal__unit__in=list(units), proposal__award=quota.award, proposal__issuer=quota.issuer,
        proposal__achievement_year=year, proposal__state__in=sent, person__isnull=not quota.individual,
    )  # fmt: skip
    if besides:
        rows = rows.exclude(proposal=besides)
    counted: dict[int, int] = {}
    for pk in rows.values_list("proposal__unit", flat=True):
        counted[pk] = counted.get(pk, 0) + 1
    return counted


def of_proposal(proposal: Proposal) -> list[Room]:
    """The room its union would have left with this proposal sent; of quotas set by the union that hears it."""
    if proposal.to_id in (None, proposal.unit_id):
        return []
    found = [
        q for q in in_force(proposal.to, proposal.proposed_on) if (q.award, q.issuer) == proposal.asked[:2]
    ]
    return [_with(proposal, quota) for quota in found]


def over(proposal: Proposal) -> Room | None:
    """The quota a proposal would go over, if one."""
    rooms = of_proposal(proposal)
    return next((room for room in rooms if room.allowed is not None and room.used > room.allowed), None)


def below(unit: Unit, year: int, on: date) -> list[tuple[Quota, list[Room]]]:
    """What the quotas of a union leave each union directly under it."""
    units = list(children(unit, on))
    return [(quota, _rooms(quota, unit, units, year, on)) for quota in in_force(unit, on)]


def own(unit: Unit, year: int, on: date) -> list[Room]:
    """What the quotas of the union above leave this one."""
    rooms = []
    for quota in in_force(parent(unit, on), on):
        strong = strength(quota, unit, on)
        rooms.append(_room(quota, unit, strong, used(quota, [unit], year).get(unit.pk, 0)))
    return rooms


def _rooms(quota: Quota, above: Unit, units: Sequence[Unit], year: int, on: date) -> list[Room]:
    strong, sent = strengths(quota, above, units, on), used(quota, units, year)
    return [_room(quota, unit, strong[unit.pk], sent.get(unit.pk, 0)) for unit in units]


def _room(quota: Quota, unit: Unit, strong: int | None, sent: int) -> Room:
    allowed = None if strong is None else share(quota.number, quota.per, strong)
    return Room(quota, unit, strong, allowed, sent)


def _with(proposal: Proposal, quota: Quota) -> Room:
    before = used(quota, [proposal.unit], proposal.achievement_year, proposal).get(proposal.unit_id, 0)
    now = proposal.candidates.filter(person__isnull=not quota.individual).count()
    return _room(quota, proposal.unit, strength(quota, proposal.unit, proposal.proposed_on), before + now)


def _check(quota: Quota) -> None:
    check_given(quota.award, quota.issuer)
    quota.basis = nfc(quota.basis)
    if not quota.basis:
        raise Refused("Hãy ghi văn bản quy định hạn mức này.", "basis")
    if quota.per < 1:
        raise Refused("Hạn mức tính theo bao nhiêu: hãy ghi từ 1 trở lên.", "per")

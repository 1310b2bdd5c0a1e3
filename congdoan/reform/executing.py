"""Carrying a plan out: every step under one posting, with the sums of all concerned taken out before and put back after."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from congdoan.accounts.models import Seat
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.funds import handing_over as paid_over
from congdoan.funds.models import WORDS_SIZE, Fund
from congdoan.ledger import moving
from congdoan.ledger.actions import lapse, post_all
from congdoan.ledger.origins import ORGANISING, RECORD, UNIT
from congdoan.members import handing_over
from congdoan.members.leaving import end_with_union
from congdoan.members.models import Membership
from congdoan.org import ancestry, heirs
from congdoan.org.models import (
    Bequest,
    Dated,
    Location,
    Naming,
    Organising,
    Placement,
    SectorPlacement,
    Succession,
    Unit,
    UnitKind,
)
from congdoan.oversight import handing_over as left_open

from . import draws, mass, quotas
from .actions import place, refuse_absent, stamp, supersede_all
from .plan import Plan, Step
from .sharing import shared

Kind = Succession.Kind
DAY = timedelta(days=1)


class Carrying:
    """A plan under way: who is concerned, and what each step writes."""

    def __init__(self, plan: Plan, posting: Posting) -> None:
        self.plan, self.posting, self.on = plan, posting, plan.on
        self.touched: set[int] = set()
        self.money = 0
        self.rebased = quotas.Rebased()
        self.left: Sequence[left_open.Left] = ()
        self.shared: list[dict[str, Any]] = []  # of a union that was split, what went where by which rule
        self.seats_until: dict[str, str] = {}  # roles that were given up to a day, by number

    def out(self) -> None:
        """Every step, in order; the tree and the sums follow."""
        named = {code for step in self.plan.steps for code in _named(step)}
        concerned = ancestry.below_ever(
            list(Unit.objects.filter(code__in=named).values_list("pk", flat=True))
        )
        for founding, steps in groupby(_ordered(self.plan.steps), lambda step: step.do == "found"):
            if founding:
                self._found_all(list(steps))
                continue
            for step in steps:
                getattr(self, f"_{step.do}")(step)
        moving.rework(concerned | self.touched, stamp(self.posting))
        heirs.rework(stamp(self.posting))
        units = Unit.objects.filter(pk__in=concerned | self.touched).select_related("kind__level")
        post_all(self.posting, UNIT, draws.of_units(units))
        lapse(self.posting, [unit.pk for unit in units if unit.ended_on < FOREVER])
        self.rebased = quotas.rebase(self.posting, self.plan)
        ended = [unit.pk for unit in units if unit.ended_on == self.on + DAY and unit.pk in self.touched]
        self.left = left_open.hand_over(self.posting, ended, self.on, self._words())

    def unit(self, code: str) -> Unit:
        """The union of that code, as it is now."""
        found = Unit.objects.select_related("kind").get(code=code)
        self.touched.add(found.pk)
        return found

    def units(self, codes: Sequence[str]) -> list[Unit]:
        """The same of many, in their order."""
        found = {unit.code: unit for unit in Unit.objects.select_related("kind").filter(code__in=codes)}
        self.touched.update(unit.pk for unit in found.values())
        return [found[code] for code in codes]

    def _below(self, unit: Unit) -> list[Unit]:
        """Those directly under it on the day, after the steps so far."""
        held = Placement.objects.filter(parent=unit, unmade=None, from_on__lte=self.on, to_on__gt=self.on)
        return list(Unit.objects.filter(pk__in=held.values("unit")).select_related("kind").order_by("pk"))

    def _found_all(self, steps: Sequence[Step]) -> None:
        """Unions founded one after the other begin together: the tree is looked through once, not for each of hundreds."""
        kinds = {kind.code: kind for kind in UnitKind.objects.select_related("level")}
        new = {step.code: uuid.uuid4() for step in steps}
        above = {step.under: new.get(step.under) or self.unit(step.under).uid for step in steps}
        foundings = [
            mass.Founding(new[step.code], step.code, kinds[step.kind], step.name, self.on, above[step.under], naming=step.naming)
            for step in steps
        ]  # fmt: skip
        mass.found_all(self.posting, foundings)
        self.touched.update(Unit.objects.filter(code__in=new).values_list("pk", flat=True))

    def _rename(self, step: Step) -> None:
        mass.sign(self.posting, [self.unit(step.units[0])], self.on, step.naming)
        if name := step.naming.get("name"):
            mass.call(self.unit(step.units[0]), name)

    def _move(self, step: Step) -> None:
        to = self.unit(step.to)
        units = self.units(step.units)
        if step.of:
            named = {to.pk, *(unit.pk for unit in units)}
            units += [one for one in self._below(self.unit(step.of)) if one.pk not in named]
        self._place(units, to)

    def _place(self, units: Sequence[Unit], to: Unit) -> None:
        """Under another superior from the day on; they sign under that one's name."""
        places = {unit.pk: place(unit, self.on) for unit in units}
        for unit in units:
            refuse_absent(to, self.on, places[unit.pk][1], "to")
        supersede_all([here for here, _ in places.values() if here], self.posting, to_on=self.on)
        rows = [
            Placement(unit=unit, parent=to, from_on=self.on, to_on=places[unit.pk][1], made=self.posting)
            for unit in units
        ]
        Placement.objects.bulk_create(rows, batch_size=500)
        mass.sign(self.posting, units, self.on, {"superior_line": to.name.upper()})
        self.touched.update(unit.pk for unit in units)

    def _merge(self, step: Step) -> None:
        into = self.unit(step.into[0])
        kind = Kind(step.kind or (Kind.MERGED if into.founded_on == self.on else Kind.ABSORBED))
        for unit in (self.unit(code) for code in step.units if code != into.code):
            self._place(self._below(unit), into)
            self._organise(unit, into)
            self._pay(unit, into)
            handing_over.hand_over(
                self.posting, handing_over.members(unit), into, self.on, self.plan.decision
            )
            self._succeed(unit, into, kind)
            self._seats(unit, into)
            self._close([unit], self.on + DAY)

    def _split(self, step: Step) -> None:
        unit, heads = self.unit(step.units[0]), [self.unit(code) for code in step.into]
        sharing, main = shared(step, unit, self.on), unit if step.keeps else heads[0]
        self.shared += sharing.told(step, [*heads, main] if step.keeps else heads, main)
        others = [to for to in heads if to is not main]
        for to in others:
            handing_over.hand_over(self.posting, sharing.members[to.code], to, self.on, self.plan.decision)
            self._bequeath(unit, to, sharing.records[to.code])
            self._organise(unit, to, among=sharing.employers[to.code])
        rest = [*sharing.rest, *sharing.members[main.code]]
        if step.money:
            self._share(unit, {main: len(rest)} | {to: len(sharing.members[to.code]) for to in others})
        if not step.keeps:
            self._part(unit, heads, rest, shared=bool(step.money))

    def _part(self, unit: Unit, heads: Sequence[Unit], rest: Sequence[Membership], *, shared: bool) -> None:
        """The old one is no more: what no list and no rule says goes to the first of those it became."""
        handing_over.hand_over(self.posting, rest, heads[0], self.on, self.plan.decision)
        for to in heads:
            self._succeed(unit, to, Kind.SPLIT, main=to is heads[0])
        self._place(self._below(unit), heads[0])
        self._organise(unit, heads[0])
        if not shared:
            self._pay(unit, heads[0])
        self._seats(unit, heads[0])
        self._close([unit], self.on + DAY)

    def _end(self, step: Step) -> None:
        to = self.unit(step.to) if step.to else None
        units = self.units(step.units)
        peopled, moneyed, seated = _busy(units, self.on)
        for unit in units:
            if unit.pk in peopled:
                end_with_union(unit=unit, on=self.on, posting=self.posting)
            if unit.pk in moneyed:
                self._pay(unit, to or self._above(unit))
            if to:
                self._succeed(unit, to, Kind(step.kind or Kind.ENDED))
                self._organise(unit, to) if to.kind.grassroots else None
            if unit.pk in seated:
                self._seats(unit, to)
        self._close(units, self.on + DAY)

    def _above(self, unit: Unit) -> Unit | None:
        """Its superior on the day, after the steps so far."""
        here, _ = place(unit, self.on)
        return here.parent if here else None

    def _pay(self, unit: Unit, to: Unit | None) -> None:
        """What its funds hold goes to whoever goes on, or else to its superior."""
        if to:
            self._share(unit, {to: 1})

    def _words(self) -> str:
        """Why open work goes on elsewhere, naming the decision."""
        by = f" theo Quyết định số {self.plan.decision}" if self.plan.decision else ""
        return f"Bàn giao khi sắp xếp tổ chức{by}: {self.plan.name}"

    def _share(self, unit: Unit, weights: Mapping[Unit, int]) -> None:
        words = f"Bàn giao khi sắp xếp tổ chức: {self.plan.name}"[:WORDS_SIZE]
        self.money += paid_over.share_out(self.posting, unit, weights, self.on, words)

    def _bequeath(self, unit: Unit, to: Unit, records: Sequence[int]) -> None:
        rows = [
            Bequest(unit=unit, successor=to, origin=RECORD, source=pk, from_on=self.on, made=self.posting)
            for pk in records
        ]
        Bequest.objects.bulk_create(rows, batch_size=500)

    def _organise(self, unit: Unit, to: Unit, among: Collection[int] | None = None) -> None:
        """Whose workers it organised, the successor does; only of some employers, if given."""
        rows = Organising.objects.filter(unit=unit, unmade=None, from_on__lt=self.on, to_on__gt=self.on)
        rows = rows if among is None else rows.filter(employer__in=among)
        said = [(to, one.employer.name, one.employer.enterprise, self.on) for one in rows.select_related("employer")
                if not Organising.objects.filter(unit=to, employer=one.employer, unmade=None, to_on__gt=self.on)]  # fmt: skip
        self._cut([unit], self.on, (Organising,), among)
        mass.organise_all(self.posting, said)

    def _succeed(self, unit: Unit, to: Unit, kind: Kind, *, main: bool = True) -> None:
        Succession.objects.create(
            unit=unit, successor=to, kind=kind, main=main, from_on=self.on, made=self.posting
        )

    def _seats(self, unit: Unit, to: Unit | None) -> None:
        """Whoever had a role there has it at the successor; there it ends."""
        held = Seat.objects.filter(unit=unit, to_on__gt=self.on)
        for seat in list(held):
            if to and not Seat.objects.filter(user=seat.user, unit=to, role=seat.role, to_on__gt=self.on):
                Seat.objects.create(user=seat.user, unit=to, role=seat.role, from_on=max(self.on, seat.from_on), to_on=seat.to_on,
                                    made=self.posting)  # fmt: skip
            if seat.to_on < FOREVER:
                self.seats_until[str(seat.pk)] = seat.to_on.isoformat()
        held.update(to_on=self.on, ended=self.posting)

    def _close(self, units: Sequence[Unit], end: date) -> None:
        """The unions are there no more from `end` on, the day after: on the day itself what they hand over is received.
        What they did stays where it stood."""
        self._cut(units, end, (Placement, Naming, Location, SectorPlacement, Organising))
        left = Placement.objects.filter(parent__in=units, unmade=None, to_on__gt=end)
        if one := left.select_related("unit", "parent").first():
            raise Refused(
                f"{one.unit.name} còn trực thuộc {one.parent.name}; hãy chuyển hoặc kết thúc công đoàn đó trong kế hoạch.", "step"
            )  # fmt: skip
        Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(ended_on=end)

    def _cut(
        self,
        units: Sequence[Unit],
        end: date,
        models: Iterable[type[Dated]],
        among: Collection[int] | None = None,
    ) -> None:
        only = {} if among is None else {"employer__in": among}
        for model in models:
            facts = list(model._default_manager.filter(unit__in=units, unmade=None, to_on__gt=end, **only))
            if model is Organising:
                post_all(self.posting, ORGANISING, {fact.pk: () for fact in facts})
            kept = supersede_all(facts, self.posting, to_on=end)
            if model is Organising:
                drawn = {one.pk: draws.of_organising(one) for one in kept if isinstance(one, Organising)}
                post_all(self.posting, ORGANISING, drawn, first=True)


def _ordered(steps: Iterable[Step]) -> Iterator[Step]:
    """Unions are founded together and first, so that the tree is looked through once; behind a renaming, for they sign
    under the name their superior has then."""
    for _, run in groupby(steps, lambda step: step.do == "rename"):
        yield from sorted(run, key=lambda step: step.do != "found")


def _busy(units: Sequence[Unit], on: date) -> tuple[set[int], set[int], set[int]]:
    """Which of them have members, money, somebody with a role: most of hundreds have none."""
    told = (
        Membership.objects.filter(unmade=None, to_on=FOREVER),
        Fund.objects.filter(opened_on__lte=on),
        Seat.objects.all(),
    )
    peopled, moneyed, seated = (
        set(rows.filter(unit__in=units).values_list("unit", flat=True)) for rows in told
    )
    return peopled, moneyed, seated


def _named(step: Step) -> Iterator[str]:
    """The unions a step says something of that are there already."""
    yield from step.units
    yield from step.into
    yield from (code for code in (step.of, step.to, step.under) if code)

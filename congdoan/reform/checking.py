"""All that stands against a plan, told at once and not one fault at a time."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from congdoan.base.fields import FOREVER
from congdoan.base.money import format_dong
from congdoan.base.period import today
from congdoan.funds.handing_over import OWED, held
from congdoan.funds.models import Fund
from congdoan.funds.queries import closing_of
from congdoan.funds.transfers import open_ones, sum_of, waiting
from congdoan.ledger.rules import each_first_from
from congdoan.org.models import Placement, Unit, UnitKind
from congdoan.org.queries import alive, under
from congdoan.oversight import handing_over as left_open

from . import kinds, sharing
from .plan import Plan, Step


def faults(plan: Plan) -> list[str]:
    """Why the plan cannot be carried out, a sentence each; nothing where it can."""
    changes = [step for step in plan.steps if step.do == "change"]
    cannot = [
        f"Bước {step.number} ({step.words}): {fault}" for step in changes for fault in kinds.faults(step)
    ]
    return list(dict.fromkeys([*cannot, *Looking(kinds.plainly(plan)).all()]))


class Looking:
    """The plan beside the book."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.on = plan, plan.on
        self.named = {plan.unit, *(code for step in plan.steps for code in step.named)}
        self.units = {
            unit.code: unit for unit in Unit.objects.filter(code__in=self.named).select_related("kind")
        }
        self.new = {step.code: step for step in plan.steps if step.do == "found"}
        self.kinds = {kind.code: kind for kind in UnitKind.objects.all()}
        self.ends = [code for step in plan.steps for code in ending(step)]

    def all(self) -> Iterator[str]:
        top = self.units.get(self.plan.unit)
        if top is None:
            yield f"không có công đoàn nào mang mã “{self.plan.unit}”"
            return
        below = under(top, self.on - timedelta(days=1)).filter(code__in=self.named)
        within = set(below.values_list("code", flat=True))
        for step in self.plan.steps:
            said = [*self._unknown(step), *self._outside(step, within), *self._step(step)]
            yield from (f"Bước {step.number} ({step.words}): {fault}" for fault in said)
        yield from self._twice()
        yield from self._received_by_the_ending()
        yield from self._left_without()
        yield from self._unfinished()

    def _unknown(self, step: Step) -> Iterator[str]:
        named = {*step.units, *step.into, *(code for code in (step.of, step.to, step.under) if code)}
        for code in sorted(named - self.units.keys() - self.new.keys()):
            yield f"không có công đoàn nào mang mã “{code}”"

    def _outside(self, step: Step, within: set[str]) -> Iterator[str]:
        for code in sorted({*step.units, step.of} & self.units.keys() - within):
            yield f"{self.units[code].name} không thuộc {self.units[self.plan.unit].name} ngay trước ngày sắp xếp"

    def _step(self, step: Step) -> Iterator[str]:
        if step.do == "found":
            yield from self._founding(step)
        for code in (*step.units, *step.into, step.to, step.of):
            unit = self.units.get(code)
            if unit and not alive(unit, self.on - timedelta(days=1)):
                yield f"{unit.name} không hoạt động ngay trước ngày {self.on:%d/%m/%Y}"
        if step.do in ("merge", "split"):
            yield from self._likes(step)
        yield from sharing.against(step, self.units)

    def _founding(self, step: Step) -> Iterator[str]:
        if step.code in self.units:
            yield f"mã “{step.code}” đã có công đoàn khác dùng"
        if step.kind not in self.kinds:
            yield f"không có loại “{step.kind}”; hãy chọn {', '.join(sorted(self.kinds))}"

    def _likes(self, step: Step) -> Iterator[str]:
        """Members go on only where members are kept."""
        kinds = {self._grassroots(code) for code in (*step.units, *step.into)} - {None}
        if len(kinds) > 1:
            yield "công đoàn cơ sở chỉ hợp nhất, chia tách với công đoàn cơ sở"

    def _grassroots(self, code: str) -> bool | None:
        if unit := self.units.get(code):
            return unit.kind.grassroots
        kind = self.kinds.get(self.new[code].kind) if code in self.new else None
        return kind.grassroots if kind else None

    def _twice(self) -> Iterator[str]:
        moved = Counter(code for step in self.plan.steps if step.do == "move" for code in step.units)
        moved += Counter(self.ends)
        for code, times in moved.items():
            if times > 1 and code in self.units:
                yield f"{self.units[code].name} được chuyển hoặc kết thúc {times} lần; chỉ được một lần"
        for code in sorted(self.ends):
            unit = self.units.get(code)
            if unit and unit.ended_on < FOREVER:
                yield f"{unit.name} đã kết thúc rồi"

    def _received_by_the_ending(self) -> Iterator[str]:
        """Whoever goes on must go on."""
        receiving = {code for step in self.plan.steps for code in (*step.into, step.to, step.under) if code}
        for code in sorted(receiving.intersection(self.ends)):
            name = (
                self.units[code].name
                if code in self.units
                else self.new[code].name
                if code in self.new
                else code
            )
            yield f"{name} vừa tiếp nhận vừa kết thúc trong kế hoạch này; hãy ghi thẳng nơi tiếp nhận cuối cùng"

    def _left_without(self) -> Iterator[str]:
        """Unions that would be left without a superior."""
        moved = {code for step in self.plan.steps if step.do == "move" for code in step.units} | set(
            self.ends
        )
        emptied = {step.of for step in self.plan.steps if step.of}
        emptied |= {code for step in self.plan.steps if step.do in ("merge", "split") for code in step.units}
        for code in sorted(set(self.ends) - emptied):
            unit = self.units.get(code)
            held = (
                Placement.objects.filter(parent=unit, unmade=None, to_on__gt=self.on)
                if unit
                else Placement.objects.none()
            )
            for below in held.select_related("unit"):
                if below.unit.code not in moved:
                    yield f"{below.unit.name} sẽ không còn cấp trên vì {self.units[code].name} kết thúc; hãy chuyển công đoàn này"

    def _unfinished(self) -> Iterator[str]:
        """Work that must be done before a union ends: what is dated later, money not handed over."""
        units = [self.units[code] for code in self.ends if code in self.units]
        numbers = [unit.pk for unit in units]
        later = each_first_from(numbers, self.on + timedelta(days=1))
        kept = Fund.objects.filter(unit__in=numbers, opened_on__lte=self.on)
        concerned = set(kept.values_list("unit", flat=True))
        concerned |= {number for pair in open_ones().values_list("sent__unit", "to") for number in pair}
        yield from left_open.against(numbers, self.on)
        for unit in units:
            if found := later.get(unit.pk):
                what, day = found
                yield f"{unit.name} có việc ghi sau ngày {self.on:%d/%m/%Y}: {what.name}, ngày {day:%d/%m/%Y}"
            if unit.pk in concerned:
                yield from self._money(unit)

    def _money(self, unit: Unit) -> Iterator[str]:
        """What is lent or saved up by members is settled with them first; a handing over is dated a day that has come."""
        for fund, left in held(unit, self.on):
            if fund.source in OWED:
                yield f"{unit.name} còn {format_dong(left)} ở {fund.name}; hãy tất toán với đoàn viên, rồi sắp xếp"
            elif self.on > today():
                yield f"{unit.name} còn {format_dong(left)} ở {fund.name}; tiền chỉ bàn giao được khi đến ngày {self.on:%d/%m/%Y}"
            elif closing_of(unit.pk, self.on):
                yield f"{unit.name} đã khóa sổ quỹ tháng {self.on:%m/%Y}; hãy mở lại tháng này để bàn giao"
        if waits := waiting(unit).first():
            yield f"{unit.name} có {format_dong(sum_of(waits.sent))} chuyển tiền đang chờ trả lời; hãy nhận hoặc trả lại trước"


def ending(step: Step) -> Iterator[str]:
    """The unions a step ends."""
    if step.do in ("merge", "end", "change") or (step.do == "split" and not step.keeps):
        yield from (code for code in step.units if code not in step.into)

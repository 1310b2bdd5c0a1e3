"""The end of a body: what must be done, what the book says is done, what is late; done when its closing report is issued
and the minutes of its hand-over are kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from congdoan.base.fields import FOREVER
from congdoan.base.money import format_dong
from congdoan.base.text import fold
from congdoan.base.words import grouped
from congdoan.funds.handing_over import held
from congdoan.funds.models import ClosedMonth, Fund, Leg
from congdoan.members.models import Membership
from congdoan.org.models import Placement, Succession, Unit
from congdoan.papers.models import Paper, Scan
from congdoan.reports.models import Report

from .effects import waiting
from .models import Reorganisation

DAY = timedelta(days=1)
DUES, STATEMENT, MINUTES = "dues", "statement", "handover"
DEADLINES = {DUES: "thôi thu đoàn phí", STATEMENT: "khóa sổ tiền", MINUTES: "bàn giao"}


@dataclass(frozen=True)
class Point:
    """Something to be done: whether it is, what the book shows of it, by when it must be (if a day was set)."""

    what: str
    done: bool
    shows: str
    due_on: date | None = None

    def late(self, day: date) -> bool:
        return not self.done and self.due_on is not None and self.due_on < day


@dataclass(frozen=True)
class Closing:
    """A body that ended: its last day, by which reform, who goes on, what is to be done."""

    unit: Unit
    last: date
    reform: Reorganisation | None
    to: Unit | None
    points: list[Point]

    @property
    def finished(self) -> bool:
        """Whether the two papers that end a body are there."""
        return all(point.done for point in self.points if point.what in (REPORT, PAPER))


REPORT, PAPER = "Báo cáo kết thúc hoạt động đã ban hành", "Biên bản bàn giao đã ký, có bản chụp"


def closing(unit: Unit) -> Closing | None:
    """How far the end of a union is; none of one that goes on."""
    if unit.ended_on == FOREVER:
        return None
    reform, to = _reform(unit), receiver(unit)
    due = deadlines(reform.plan if reform else {})
    last = unit.ended_on - DAY
    return Closing(unit, last, reform, to, list(_points(unit, last, to, due)))


def deadlines(plan: Mapping[str, object]) -> dict[str, date]:
    """The days a plan sets (`[due]`: dues, statement, handover)."""
    said = plan.get("due")
    days = said if isinstance(said, Mapping) else {}
    return {name: date.fromisoformat(str(days[name])) for name in DEADLINES if days.get(name)}


def receiver(unit: Unit) -> Unit | None:
    """Who goes on with what the union did; else its last superior."""
    found = Succession.objects.filter(unit=unit, unmade=None, main=True).select_related("successor").first()
    if found:
        return found.successor
    place = (
        Placement.objects.filter(unit=unit, unmade=None).select_related("parent").order_by("-to_on").first()
    )
    return place.parent if place else None


def _reform(unit: Unit) -> Reorganisation | None:
    done = Reorganisation.objects.filter(state=Reorganisation.State.DONE, on=unit.ended_on - DAY)
    return next((one for one in done if unit.code in one.told.get("ended_codes", ())), None)


def _points(unit: Unit, last: date, to: Unit | None, due: Mapping[str, date]) -> Iterator[Point]:
    yield _dues(unit, last, due.get(DUES))
    yield _books(unit, last, due.get(STATEMENT))
    left = Membership.objects.filter(unit=unit, unmade=None, to_on=FOREVER).count()
    yield Point(
        "Đoàn viên đã chuyển đi hoặc thôi", not left, f"còn {grouped(left)}" if left else "không còn ai"
    )
    money = sum(amount for _, amount in held(unit, last))
    yield Point(
        "Tiền đã bàn giao hết",
        not money,
        f"còn {format_dong(money)}" if money else "số dư 0",
        due.get(MINUTES),
    )
    open_ = waiting(unit, last)
    yield Point("Không còn việc dở", not open_, f"còn {grouped(len(open_))} việc" if open_ else "")
    report = Report.objects.filter(unit=unit, state=Report.State.ISSUED, last_on__gte=last).first()
    yield Point(REPORT, report is not None, report.title if report else "chưa có báo cáo nào đến ngày cuối")
    paper = _minutes(unit, to)
    yield Point(
        PAPER, paper is not None, str(paper) if paper else "chưa thấy trong sổ văn bản", due.get(MINUTES)
    )


def _dues(unit: Unit, last: date, due: date | None) -> Point:
    """Dues taken after the day they should have stopped are to be given back."""
    since = due or last
    legs = Leg.objects.filter(voucher__unit=unit, item__purpose="dues", voucher__dated_on__gte=since)
    after = legs.filter(voucher__reverses=None, voucher__reversal=None).order_by("-voucher__dated_on")
    found = after.values_list("voucher__dated_on", flat=True).first() if due else None
    return Point("Thôi thu đoàn phí", found is None, f"còn thu ngày {found:%d/%m/%Y}" if found else "", due)


def _books(unit: Unit, last: date, due: date | None) -> Point:
    on = due or last
    if not Fund.objects.filter(unit=unit, opened_on__lte=on).exists():
        return Point("Đã khóa sổ quỹ", True, "không mở sổ quỹ", due)
    closed = ClosedMonth.objects.filter(unit=unit, unmade=None, from_on__lte=on, to_on__gt=on).exists()
    return Point("Đã khóa sổ quỹ", closed, f"tháng {on:%m/%Y}{'' if closed else ' chưa khóa'}", due)


def _minutes(unit: Unit, to: Unit | None) -> Paper | None:
    """The signed minutes in a register: of the union itself or of whoever received, naming it, with their scan."""
    papers = Paper.objects.filter(
        unit__in=[one for one in (unit, to) if one], sort=Paper.Sort.MINUTES, withdrawn=None,
        pk__in=Scan.objects.filter(removed=None).values("paper"),
    )  # fmt: skip
    for word in (*fold("bàn giao").split(), *fold(unit.name).split()):
        papers = papers.filter(text_key__contains=word)
    return papers.order_by("-dated_on").first()

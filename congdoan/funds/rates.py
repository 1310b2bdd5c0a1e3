"""Rates, caps and shares as the rules had them from day to day, and what follows for a month's dues."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER

from .models import Rate

WHOLE = 10_000  # a whole, in hundredths of a percent
What, Group = Rate.What, Rate.Group
OLD, NEW, ENDED = date(2016, 10, 27), date(2025, 7, 1), date(2025, 6, 1)
QD_1908 = "QĐ 1908/QĐ-TLĐ năm 2016, QĐ 1408/QĐ-TLĐ ngày 1/8/2024"
QD_61 = "QĐ 61/QĐ-TLĐ ngày 29/7/2025"
CV_4173 = "CV 4133, 4173/TLĐ-ToC tháng 5/2025"
QD_4290, QD_8108 = "QĐ 4290/QĐ-TLĐ ngày 1/3/2022", "QĐ 8108/QĐ-TLĐ ngày 16/10/2023"
ND_191, LAW = "NĐ 191/2013/NĐ-CP", "Luật Công đoàn 2024"
TO_CHECK = "chưa thấy văn bản; hãy đối chiếu"

# what, group, value, from, to, source, mark
RATES = (
    (What.DUES, Group.BUDGET, 100, OLD, ENDED, QD_1908, "A"),
    (What.DUES, Group.BUDGET, 0, ENDED, FOREVER, CV_4173, "A"),
    (What.DUES, Group.PUBLIC, 100, OLD, NEW, QD_1908, "A"),
    (What.DUES, Group.STATE, 100, OLD, NEW, QD_1908, "A"),
    (What.DUES, Group.PRIVATE, 100, OLD, NEW, QD_1908, "A"),
    (What.DUES, Group.FREE, 100, OLD, NEW, TO_CHECK, "C"),
    (What.DUES, Group.PUBLIC, 50, NEW, FOREVER, QD_61, "A"),
    (What.DUES, Group.STATE, 50, NEW, FOREVER, QD_61, "A"),
    (What.DUES, Group.PRIVATE, 50, NEW, FOREVER, QD_61, "A"),
    (What.DUES, Group.FREE, 50, NEW, FOREVER, QD_61, "A"),
    (What.CAP, Group.STATE, 1_000, OLD, FOREVER, f"{QD_1908}; {QD_61}", "A"),
    (What.CAP, Group.PRIVATE, 1_000, OLD, FOREVER, f"{QD_1908}; {QD_61}", "A"),
    (What.BASE, "", 1_490_000, date(2019, 7, 1), date(2023, 7, 1), "NĐ 38/2019/NĐ-CP", "B"),
    (What.BASE, "", 1_800_000, date(2023, 7, 1), date(2024, 7, 1), "NĐ 24/2023/NĐ-CP", "B"),
    (What.BASE, "", 2_340_000, date(2024, 7, 1), date(2026, 7, 1), "NĐ 73/2024/NĐ-CP", "A"),
    (What.BASE, "", 2_527_200, date(2026, 7, 1), FOREVER, "dự kiến; hãy đối chiếu nghị định", "B"),
    (What.FUND, "", 200, date(2014, 1, 10), NEW, ND_191, "B"),
    (What.FUND, "", 200, NEW, FOREVER, LAW, "A"),
    (What.FUND, Group.BUDGET, 0, ENDED, FOREVER, CV_4173, "A"),
    (What.DUES_KEPT, "", 6_000, date(2022, 1, 1), date(2023, 1, 1), QD_4290, "A"),
    (What.DUES_KEPT, "", 7_000, date(2023, 1, 1), FOREVER, f"{QD_8108}; QĐ 1408; CV 433/TLĐ-CTCĐ 2025", "A"),
    (What.FUND_KEPT, "", 7_500, date(2022, 1, 1), FOREVER, f"{QD_4290}; QĐ 1408; CV 433/TLĐ-CTCĐ 2025", "A"),
)  # fmt: skip


@dataclass(frozen=True)
class Worked:
    """Dues worked out: what is due, and how it is split. `rate`, `kept_rate`: hundredths of a percent."""

    rate: int
    due: int
    kept_rate: int
    kept: int
    source: str
    mark: str

    @property
    def passed_on(self) -> int:
        return self.due - self.kept


def ensure(**_: object) -> None:
    """Write the rates a book doesn't have yet; what was added or ended since stays."""
    names = ("what", "group", "value", "from_on", "to_on", "source", "mark")
    for row in RATES:
        said = dict(zip(names, row, strict=True))
        if not overlapping(what=row[0], group=row[1], from_on=row[3], to_on=row[4]).exists():
            Rate.objects.create(**said)


def overlapping(*, what: str, group: str, from_on: date, to_on: date) -> QuerySet[Rate]:
    """The rates of this kind that share a day with that stretch."""
    return Rate.objects.filter(what=what, group=group, from_on__lt=to_on, to_on__gt=from_on)


def base_salaries() -> QuerySet[Rate]:
    """The State's base salary a month, the newest first."""
    return Rate.objects.filter(what=What.BASE).order_by("-from_on")


def rate_on(what: str, on: date, group: str = "") -> Rate | None:
    """The rate of a day; none where the rules say none."""
    return Rate.objects.filter(what=what, group=group, from_on__lte=on, to_on__gt=on).first()


def needed(what: str, on: date, group: str = "") -> Rate:
    """The rate of a day. Refuses a day for which none is valid."""
    found = rate_on(what, on, group)
    if found is None:
        name = What(what).label
        whose = f" của {Group(group).label.lower()}" if group else ""
        raise Refused(
            f"Chưa có “{name}”{whose} cho ngày {on:%d/%m/%Y}; hãy bổ sung mức có hiệu lực rồi ghi.", "month"
        )
    return found


def dues(*, group: str, members: int, wages: int, on: date) -> Worked:
    """What members owe together on their wages of a month, and what the grassroots union keeps of it.

    The cap is one person's: together they owe at most it times their number.
    """
    rate, kept = needed(What.DUES, on, group), needed(What.DUES_KEPT, on)
    due = share(wages, rate.value)
    if cap := rate_on(What.CAP, on, group):
        due = min(due, members * share(needed(What.BASE, on).value, cap.value))
    return _worked(rate, due, kept)


def employers_fund(*, group: str, wages: int, on: date) -> Worked:
    """What the employer owes on a month's wages, and what the grassroots union may use of it."""
    rate = rate_on(What.FUND, on, group) or needed(What.FUND, on)
    return _worked(rate, share(wages, rate.value), needed(What.FUND_KEPT, on))


def _worked(rate: Rate, due: int, kept: Rate) -> Worked:
    return Worked(rate.value, due, kept.value, share(due, kept.value), rate.source, rate.mark)


def share(amount: int, rate: int) -> int:
    """So many hundredths of a percent of an amount, in whole đồng, half up."""
    return (amount * rate * 2 + WHOLE) // (2 * WHOLE)

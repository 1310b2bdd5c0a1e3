"""The figures that tell most: what the front page shows large and what goes into a chat in ten lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from congdoan.base.period import Period, standard_periods
from congdoan.ledger import saying
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.sql import Text, run
from congdoan.org.models import Unit

from . import dashboard
from .asking import Question
from .dashboard import Row

LINES = 10


@dataclass(frozen=True)
class Telling:
    """A short name for one thing done, and the indicators it is told by: how many, then for how much or with whom."""

    name: str
    keys: tuple[str, ...]


TELLING = (
    Telling("Quà Tết", ("care.tet_gifts", "care.tet_money")),
    Telling("Thăm hỏi, trợ cấp", ("care.visits", "care.visit_money")),
    Telling("Tháng Công nhân", ("care.workers_month_families", "care.workers_month_money")),
    Telling("Hội nghị cán bộ, công chức, viên chức", ("representation.staff_conference_share",)),
    Telling("Hội nghị người lao động", ("representation.workers_conference_share",)),
    Telling("Tuyên truyền", ("propaganda.sessions", "propaganda.attendance")),
    Telling("Ủng hộ nông thôn mới", ("funds.countryside_total",)),
    Telling("Hội thi, hội thao", ("culture.contests", "culture.contestants")),
    Telling("Giới thiệu, kết nạp Đảng", ("party.introduced", "party.admitted")),
    Telling("Áo dài trao tặng", ("funds.ao_dai_given",)),
    Telling("Quà 8/3, 20/10", ("women.gifts", "women.gift_money")),
    Telling("Quà thiếu nhi", ("care.children_given_gifts", "care.children_gift_money")),
    Telling("Ốm đau, hiếu hỷ, sinh nhật", ("care.family_visits", "care.family_visit_money")),
    Telling("Tự kiểm tra tài chính", ("inspection.finance_self_share",)),
    Telling("Kiểm tra Điều lệ cấp dưới", ("inspection.charter_lower",)),
    Telling("Tổng chi chăm lo", ("care.total_money",)),
)


@dataclass(frozen=True)
class Told:
    """One of them as it came out."""

    name: str
    rows: Sequence[Row]

    @property
    def main(self) -> Row:
        return self.rows[0]

    @property
    def line(self) -> str:
        """In a line: "Quà Tết: 179 suất, 82,1 triệu đồng (cùng kỳ 157)"."""
        values = ", ".join(_said(row) for row in self.rows if row.figure.value)
        before = self.main.before.value
        last = f" (cùng kỳ {saying.brief(self.main.indicator, before)})" if before else ""
        return f"{self.name}: {values}{last}"


def told(question: Question) -> list[Told]:
    """Those that have a value, in the order they are told."""
    keys = [key for telling in TELLING for key in telling.keys]
    rows = dict(zip(keys, dashboard.rows_of(question, [BY_KEY[key] for key in keys]), strict=True))
    every = [Told(telling.name, [rows[key] for key in telling.keys]) for telling in TELLING]
    return [one for one in every if one.main.figure.value]


def text(question: Question) -> str:
    """Ten lines at most, the first says whose and when. No names of people."""
    head = f"{question.unit.name}, {question.period.label()}:"
    lines = [f"- {one.line}" for one in told(question)[: LINES - 1]]
    return "\n".join([head, *(lines or ["- chưa có số liệu"])])


def latest_period(unit: Unit) -> Period | None:
    """The half-year of the last day on which anything stands under a union; None for an empty book."""
    found = run(
        Text(
            "SELECT MAX(e.day) FROM org_ancestry a JOIN ledger_entry e ON e.unit_id = a.unit_id AND e.origin = 1"
            " WHERE a.ancestor_id = %s AND a.unknown_at IS NULL AND e.day >= a.from_on AND e.day < a.to_on",
            (unit.pk,),
        )
    )
    return _half_year(found)


def _half_year(found: Iterable[tuple[int | None, ...]]) -> Period | None:
    day = next(iter(found))[0]
    return standard_periods(date.fromordinal(day))[0] if day else None


def _said(row: Row) -> str:
    share = saying.share_text(row.figure)
    value = saying.said(row.indicator, row.figure.value)
    return f"{share}, đạt {value}" if share else value

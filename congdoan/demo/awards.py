"""What was recognised: awards and initiatives of an achievement year, decided early in the year after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from congdoan.members.models import Person
from congdoan.org.models import Unit

from .agencies import AGENCIES
from .pen import Pen, shared

ROOMS = (
    "Phòng Tổ chức - Hành chính", "Phòng Kế hoạch - Tài chính", "Phòng Nghiệp vụ", "Tổ công đoàn Văn phòng",
    "Phòng Thanh tra", "Phòng Quản lý chuyên ngành", "Tổ công đoàn khối chuyên môn", "Khoa Lý luận cơ sở", "Phòng Tổng hợp",
)  # fmt: skip
WORKS = (
    "Phần mềm theo dõi văn bản đến hạn", "Quy trình tiếp nhận hồ sơ một lần", "Bộ câu hỏi trực tuyến về pháp luật",
    "Bản đồ số điểm sạt lở", "Mẫu báo cáo điện tử cho cơ sở", "Cách ươm giống cây dược liệu dưới tán rừng",
    "Giải pháp giảm thời gian chờ khám", "Kho tư liệu số về văn hóa các dân tộc", "Lịch trực điện tử dùng chung",
    "Cẩm nang tuyên truyền bằng tiếng dân tộc", "Thiết bị đo mực nước tự báo", "Quy trình kiểm kê tài sản bằng mã vạch",
)  # fmt: skip


@dataclass(frozen=True)
class Decision:
    """A decision to commend: who gave what, when, to how many."""

    award: str
    issuer: str
    on: date
    number: str
    collectives: int
    people: int


@dataclass(frozen=True)
class Year:
    """What an achievement year was recognised for."""

    year: int
    decisions: tuple[Decision, ...]
    recognised: tuple[date, str, int]
    prizes: tuple[date, str, tuple[str, ...], tuple[str, ...]]


YEARS = (
    Year(
        2022,
        (
            Decision("certificate", "committee", date(2023, 2, 3), "214/QĐ-UBND", 1, 3),
            Decision("certificate", "province", date(2023, 2, 8), "31/QĐ-LĐLĐ", 7, 34),
            Decision("creative", "national", date(2023, 4, 26), "2106/QĐ-TLĐ", 0, 2),
        ),
        (date(2023, 2, 15), "312/QĐ-UBND", 51),
        (date(2023, 1, 6), "18/QĐ-BTC", ("third",), ("consolation", "consolation")),
    ),
    Year(
        2023,
        (
            Decision("certificate", "committee", date(2024, 1, 31), "187/QĐ-UBND", 1, 5),
            Decision("certificate", "province", date(2024, 2, 5), "26/QĐ-LĐLĐ", 9, 41),
            Decision("creative", "national", date(2024, 4, 24), "1988/QĐ-TLĐ", 0, 3),
        ),
        (date(2024, 2, 20), "295/QĐ-UBND", 66),
        (date(2024, 1, 12), "22/QĐ-BTC", ("second", "third", "third"), ("consolation",) * 4),
    ),
)
FIRST_OF_AUTHORS = 8  # authors are taken further down each union's list than those commended


def recognise() -> str:
    """Awards, initiatives and prizes of two achievement years, written down by the union above."""
    pen = Pen("awards")
    for year in YEARS:
        for decision in year.decisions:
            _commend(pen, year.year, decision)
        _recognised(pen, year)
        _prizes(pen, year)
    _letters(pen)
    return f"{pen.written} việc"


def _commend(pen: Pen, year: int, decision: Decision) -> None:
    fields = {
        "award": decision.award, "issuer": decision.issuer, "number": decision.number, "achievement_year": year,
    }  # fmt: skip
    hosts = pen.random.sample(pen.unions, decision.collectives)
    lines = {
        "collectives": [{"union": host, "name": ROOMS[n]} for n, host in enumerate(hosts)],
        "awardees": _named(_spread(pen, decision.people, 0)),
    }
    pen.add("commendation", pen.upper, decision.on, fields=fields, lines=lines)


def _recognised(pen: Pen, year: Year) -> None:
    on, number, people = year.recognised
    found = _named(_spread(pen, people, FIRST_OF_AUTHORS))
    authors = [{**row, "work": WORKS[n % len(WORKS)]} for n, row in enumerate(found)]
    fields = {"sort": "recognised", "level": "province", "number": number, "achievement_year": year.year}
    pen.add("initiative", pen.upper, on, fields=fields, lines={"authors": authors})


def _prizes(pen: Pen, year: Year) -> None:
    """The province's technical contest: groups at the top, authors by themselves with consolation prizes."""
    on, number, to_groups, to_authors = year.prizes
    hosts = pen.random.sample(pen.unions, len(to_groups))
    groups = [
        {"name": f"Nhóm tác giả {ROOMS[n]}", "people": 2 + n, "union": host, "work": WORKS[n], "prize": prize}
        for n, (host, prize) in enumerate(zip(hosts, to_groups, strict=True))
    ]
    found = _named(_spread(pen, len(to_authors), FIRST_OF_AUTHORS - 1))
    authors = [
        {**row, "work": WORKS[-1 - n], "prize": prize}
        for n, (row, prize) in enumerate(zip(found, to_authors, strict=True))
    ]
    fields = {"sort": "prize", "level": "province", "number": number, "achievement_year": year.year}
    pen.add("initiative", pen.upper, on, fields=fields, lines={"authors": authors, "groups": groups})


def _letters(pen: Pen) -> None:
    """Letters of a few grassroots unions to their own people."""
    for year in (2022, 2023):
        for n, union in enumerate(pen.unions[1::11]):
            fields = {
                "award": "letter", "issuer": "grassroots", "number": f"0{n + 1}/QĐ-CĐCS", "achievement_year": year,
            }  # fmt: skip
            lines = {"awardees": _named([(union, person) for person in pen.members(union)[10 : 12 + n]])}
            pen.add("commendation", union, date(year + 1, 1, 16), fields=fields, lines=lines)


def _spread(pen: Pen, people: int, first: int) -> list[tuple[Unit, Person]]:
    """So many members, more from the larger unions; `first`: from which place of each union's list."""
    quotas = shared(people, [agency.workers for agency in AGENCIES])
    pairs = list(zip(pen.unions, quotas, strict=True))
    return [(union, person) for union, quota in pairs for person in pen.members(union)[first : first + quota]]


def _named(found: Sequence[tuple[Unit, Person]]) -> list[dict[str, Any]]:
    return [{"person": person, "union": union} for union, person in found]

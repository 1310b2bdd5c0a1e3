"""A union's own small template, reports made from it, and what stands in their files."""

from datetime import date

from congdoan.base.period import Period
from congdoan.records.record import Record
from congdoan.reports import actions, library
from congdoan.reports.models import Report
from tests.cast import Cast, care
from tests.reports.papers import paper

UPPER, PERIOD = "laocai-cdvc", "2024-H1"
BODY = (
    "{{đầu trang công đoàn}} {{số ký hiệu}} {{địa danh ngày}} {{dự thảo}}",
    "Có {{số: CAR-04}} suất quà Tết, riêng cấp này {{số: CAR-04 | phạm vi = riêng}}, cho trẻ em "
    "{{số: CAR-04 | lọc = đối tượng nhận: con đoàn viên}}, năm trước {{số: CAR-04 | kỳ = năm trước}}.",
    "Trị giá {{số: CAR-05}} ({{so sánh: CAR-05}}), nguồn: {{liệt kê: CAR-05 | theo = nguồn kinh phí}}.",
    "Thăm {{số: CAR-01}} lượt; {{tỷ lệ: REP-02 | dạng = cả hai}} cơ quan họp; {{số: ORG-01}} CĐCS.",
    "{{chữ: nhận xét | Nêu nhận xét}}",
    "{{bảng: CAR-04, CAR-05}}",
    "{{biểu đồ: CAR-05 | theo = tháng}}",
    "{{người ký}}",
)


def template(cast: Cast, at: str = UPPER, *body: str) -> str:
    """The name of a template this union brought itself."""
    return str(library.upload(unit=cast[at], name="Mẫu riêng", docx=paper(*(body or BODY)), by=None).uid)


def begun(cast: Cast, at: str = UPPER, period: str = PERIOD, template: str = "half_year") -> Report:
    """A report in its first state."""
    return actions.begin(unit=cast[at], period=Period.parse(period), template=template, by=None)


def frozen(cast: Cast, *body: str) -> Report:
    """A report of the union's own template, its figures fixed."""
    return actions.freeze(
        report=begun(cast, template=template(cast, UPPER, *body)), by=cast.users["officer"].pk
    )


def issued(cast: Cast) -> Report:
    """The same, issued."""
    return actions.issue(report=frozen(cast), by=cast.users["officer"].pk, signer="Trần Văn Bình")


def gifts(cast: Cast, at: str = "laocai-tu-phap", on: date = date(2024, 2, 1), number: int = 3) -> Record:
    """A list of Tết gifts out of the province's social fund."""
    return care(cast[at], cast.funds["laocai-xa-hoi"], on, gifts=number)


def answer(report: Report, key: str) -> object:
    """What one question of a frozen report came to."""
    return report.answers.get(key=key).answer["value"]


def figure_key(code: str, scope: str = "all") -> str:
    """The key of a plain question about the report's own period."""
    return f"figure|{code}||{scope}||"

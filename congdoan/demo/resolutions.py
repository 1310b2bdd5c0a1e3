"""What congresses and committees resolved: Mường Khương's two terms as its page printed them, a year of Lào Cai."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from congdoan.base.period import today
from congdoan.ledger.indicator import find
from congdoan.officers.actions import begin_term
from congdoan.officers.models import Term
from congdoan.org.models import Unit
from congdoan.targets import actions
from congdoan.targets.models import Resolution, Target

from .moments import BOOK_BEGAN, as_of, moment
from .pen import UPPER

M = Target.Measure
MUONGKHUONG = "muongkhuong-ldld"


class Line(NamedTuple):
    """A target as a resolution prints it: the indicator's code, the wording, the value, how it is measured."""

    code: str
    text: str
    value: int
    measure: M = M.END
    op: str = ">="
    joint: bool = False


# Terms are assumed to run from March to February: the page prints no days.
TERMS = (
    ("IV", date(2013, 3, 1), (Line("ORG-02", "Thành lập mới 05 công đoàn cơ sở", 5, M.TOTAL),)),
    (
        "V",
        date(2018, 3, 1),
        (
            Line("MEM-05", "Kết nạp mới 400 đoàn viên trở lên", 400, M.TOTAL),
            Line(
                "PAR-01",
                "Giới thiệu cho Đảng 450 đoàn viên ưu tú để Đảng xem xét, bồi dưỡng kết nạp",
                450,
                M.TOTAL,
            ),
            Line(
                "EMU-01",
                "Hằng năm có 100% công đoàn cơ sở triển khai, tổ chức các phong trào thi đua do LĐLĐ huyện phát động",
                100,
                M.YEARLY,
            ),
            Line(
                "CAD-06",
                "Hằng năm 100% cán bộ công đoàn chuyên trách được đào tạo, bồi dưỡng, tập huấn",
                100,
                M.YEARLY,
            ),
            Line(
                "CAD-07",
                "Hằng năm 80% trở lên cán bộ công đoàn không chuyên trách được đào tạo, bồi dưỡng, tập huấn",
                80,
                M.YEARLY,
            ),
            Line("RAT-05", "Hằng năm 85% trở lên công đoàn cơ sở, tổ công đoàn đạt vững mạnh", 85, M.YEARLY),
            Line("RAT-06", "Không có công đoàn cơ sở và tổ công đoàn yếu kém", 0, M.YEARLY, "="),
            Line("REP-17", "65% ban thanh tra nhân dân được xếp loại khá trở lên", 65),
            Line(
                "WOM-02",
                "Hằng năm có 85% trở lên nữ CNVCLĐ đạt danh hiệu Giỏi việc nước, đảm việc nhà cấp cơ sở",
                85,
                M.YEARLY,
            ),
            Line("INS-11", "100% công đoàn cơ sở tự kiểm tra việc chấp hành Điều lệ", 100),
            Line("INS-10", "100% công đoàn cơ sở kiểm tra đồng cấp về tài chính công đoàn", 100),
            Line("INS-03", "Kiểm tra đồng cấp về chấp hành Điều lệ ít nhất 1 lần", 1, M.TOTAL),
            Line("INS-12", "Kiểm tra cấp dưới ít nhất 1 lần/1 đơn vị", 1, M.EACH),
            Line(
                "LAB-16",
                "95% trở lên cán bộ, công chức, viên chức và người lao động tham gia BHXH, BHYT",
                95,
                joint=True,
            ),
            Line("LAB-17", "90% trở lên viên chức và người lao động được đóng BHTN", 90, joint=True),
            Line("REP-02", "100% cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức", 100, joint=True),
            Line(
                "REP-04",
                "100% doanh nghiệp có tổ chức công đoàn tổ chức hội nghị người lao động",
                100,
                joint=True,
            ),
            Line(
                "REP-26",
                "100% doanh nghiệp có tổ chức công đoàn tổ chức đối thoại tại cơ sở",
                100,
                joint=True,
            ),
            Line(
                "PRO-03",
                "Hằng năm có trên 85% đoàn viên, người lao động được học tập, tuyên truyền chỉ thị, nghị quyết, pháp luật",
                85,
                M.YEARLY,
                ">",
                True,
            ),
            Line(
                "PRO-11", "65% trở lên đoàn viên và người lao động học tập nâng cao trình độ", 65, joint=True
            ),
            Line(
                "CUL-07",
                "Hằng năm có trên 90% gia đình đoàn viên, người lao động đạt gia đình văn hóa",
                90,
                M.YEARLY,
                ">",
                True,
            ),
            Line("CUL-06", "80% cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa", 80, joint=True),
        ),
    ),
)
# As much as the demo's running weeks may come to: some are met early, some fall behind.
YEAR = (
    Line("CAR-01", "Thăm hỏi, trợ cấp 60 lượt đoàn viên, người lao động trở lên", 60, M.TOTAL),
    Line("WOM-04", "Tặng 80 phần quà trở lên cho nữ đoàn viên dịp 8/3, 20/10", 80, M.TOTAL),
    Line("FUN-01", "Vận động Quỹ Xã hội Công đoàn 12 triệu đồng trở lên", 12_000_000, M.TOTAL),
    Line("PAR-01", "Giới thiệu 08 đoàn viên ưu tú trở lên cho Đảng xem xét, bồi dưỡng", 8, M.TOTAL),
    Line("PRO-01", "Mỗi công đoàn cơ sở tổ chức ít nhất 01 buổi tuyên truyền", 1, M.EACH),
    Line("INS-03", "Kiểm tra đồng cấp về chấp hành Điều lệ ít nhất 02 cuộc", 2, M.TOTAL),
    Line("COM-02", "Không để phát sinh đơn thư khiếu nại, tố cáo", 0, M.NONE, "="),
    Line("", "Ban hành quy chế phối hợp với Sở Nội vụ", 1, M.YES_NO),
    Line("REP-15", "100% cơ quan, đơn vị xây dựng quy chế dân chủ", 100, joint=True),
    Line("PRO-02", "800 lượt đoàn viên, người lao động được tuyên truyền trở lên", 800, M.TOTAL, joint=True),
)
# The page of another province's public sector union says that all targets of 2023 were met, without naming them.
EMULATION = (
    Line("CAR-01", "Thăm hỏi, trợ cấp 250 lượt đoàn viên, người lao động trở lên", 250, M.TOTAL),
    Line("CAR-02", "Chi thăm hỏi, trợ cấp 180 triệu đồng trở lên", 180_000_000, M.TOTAL),
    Line("FUN-02", "Vận động các quỹ từ thiện, nhân đạo 150 triệu đồng trở lên", 150_000_000, M.TOTAL),
    Line("", "Tổ chức phát động và tổng kết phong trào thi đua", 1, M.YES_NO),
)
HANDED = (("PAR-01", (1, 1, 2, 1, 1, 1, 1, 1)), ("CAR-01", (2, 3, 2, 2, 1, 3, 2, 2, 1, 2, 1, 1)))


def resolve() -> str:
    """The resolutions, and a table by which a year's targets are handed down."""
    district = Unit.objects.get(code=MUONGKHUONG)
    with as_of(moment(BOOK_BEGAN)):
        found = [_of_term(district, *term) for term in TERMS]
    found.append(_met(Unit.objects.get(code="tinh-cdvc"), 2023))
    year = date(today().year, 1, 15)
    with as_of(moment(year)):
        found.append(_of_year(Unit.objects.get(code=UPPER), year, YEAR))
        _hand_down(found[-1])
    targets = Target.objects.filter(resolution__in=found).count()
    return f"{len(found)} nghị quyết, {targets} chỉ tiêu, 1 văn bản giao"


def _of_term(unit: Unit, number: str, first: date, lines: Sequence[Line]) -> Resolution:
    term = Term.objects.filter(unit=unit, from_on=first).first() or begin_term(
        unit=unit, number=number, on=first, by=None
    )
    resolution = actions.resolve(
        unit=unit, title=f"Nghị quyết Đại hội lần thứ {number}", number="01/NQ-ĐH", signed_on=first,
        first=term.from_on, last=date(first.year + 5, 2, 28), term=term, targets=_said(lines), by=None,
    )  # fmt: skip
    return resolution


def _met(unit: Unit, year: int) -> Resolution:
    """A year that is over, its score sheet confirmed."""
    with as_of(moment(date(year, 1, 16))):
        resolution = _of_year(unit, date(year, 1, 16), EMULATION)
    on = date(year, 12, 15)
    with as_of(moment(date(year + 1, 1, 5))):
        for target in resolution.targets.filter(number=0):
            actions.answer(target=target, met=True, on=on, reason="Báo cáo tổng kết năm", by=None)
        actions.confirm(resolution=resolution, by=None)
    return resolution


def _of_year(unit: Unit, signed_on: date, lines: Sequence[Line]) -> Resolution:
    year = signed_on.year
    return actions.resolve(
        unit=unit, title=f"Nghị quyết thực hiện nhiệm vụ năm {year}", number="02/NQ-BCH", signed_on=signed_on,
        first=date(year, 1, 1), last=date(year, 12, 31), targets=_said(lines), by=None,
    )  # fmt: skip


def _hand_down(resolution: Resolution) -> None:
    unit = resolution.unit
    below = list(Unit.objects.filter(placements__parent=unit, placements__unmade=None).order_by("code"))
    by_code = {target.indicator.code: target for target in resolution.targets.all() if target.indicator}
    handed = {
        (by_code[code], union): value
        for code, values in HANDED
        for union, value in zip(below, values, strict=False)
    }
    actions.assign(
        resolution=resolution, number="15/CĐVC", signed_on=resolution.signed_on, handed=handed, by=None
    )


def _said(lines: Sequence[Line]) -> list[dict[str, Any]]:
    return [
        {
            "text": line.text,
            "number": find(line.code).number if line.code else 0,
            "value": line.value,
            "measure": line.measure,
            "op": line.op,
            "joint": line.joint,
        }
        for line in lines
    ]

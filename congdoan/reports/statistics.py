"""The statistical forms 1-HĐCĐ (a grassroots union) and 2-HĐCĐ (an upper union): what each asks for, in its own order.

Header and part I follow the forms of Quyết định 1454/QĐ-TLĐ (28/11/2014) as far as they could be read. Part II of the
originals was not found: its rows are the catalogue's, chapter by chapter, until somebody has the paper at hand.
"""

from dataclasses import dataclass
from datetime import date

from congdoan.base.period import Period

CUT_OFFS = ((5, 31), (11, 30))
OURS = "Phần II: các dòng lấy theo danh mục số liệu của Sổ Công đoàn, chưa đối chiếu được với biểu gốc."


@dataclass(frozen=True)
class Part:
    """A heading with its rows, by their codes; numbered on from the part before within one section."""

    heading: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """A statistical form: its name in commands, its symbol, its title, sections of parts."""

    name: str
    symbol: str
    title: str
    grassroots: bool
    sections: tuple[tuple[str, tuple[Part, ...]], ...]

    @property
    def codes(self) -> list[str]:
        """Every figure it asks for, in order."""
        return [code for _, parts in self.sections for part in parts for code in part.codes]


LABOUR = "I. LAO ĐỘNG, VIỆC LÀM, ĐỜI SỐNG"
WORK = "II. HOẠT ĐỘNG CÔNG ĐOÀN"
ACCIDENTS = Part("7. Tai nạn lao động, bệnh nghề nghiệp", ("LAB-20", "LAB-21", "LAB-22"))
DISPUTES = Part("6. Tranh chấp lao động tập thể, đình công", ("LAB-18", "LAB-19"))
HOUSING = Part("4. Nhà ở", ("LAB-12", "LAB-13"))
_CARE = ("CAR-01", "CAR-02", "CAR-04", "CAR-05", "CAR-13", "CAR-14", "CAR-36")
_INSPECTION = ("INS-01", "INS-02", "INS-05", "COM-01", "COM-02", "COM-03")
FORM_1 = Form(
    "1-hdcd",
    "Mẫu 1-HĐCĐ",
    "BÁO CÁO HOẠT ĐỘNG CÔNG ĐOÀN CƠ SỞ",
    True,
    (
        (
            LABOUR,
            (
                Part("1. Lao động", ("LAB-01", "LAB-02")),
                Part("2. Việc làm", ("LAB-03", "LAB-04")),
                Part("3. Tiền lương", ("LAB-07", "LAB-08", "LAB-11")),
                HOUSING,
                Part("5. Hợp đồng lao động, bảo hiểm", ("LAB-14", "LAB-15")),
                DISPUTES,
                ACCIDENTS,
            ),
        ),
        (
            WORK,
            (
                Part(
                    "1. Đoàn viên, tổ chức",
                    ("MEM-01", "MEM-02", "MEM-05", "MEM-06", "ORG-10", "ORG-11", "CAD-01"),
                ),
                Part(
                    "2. Đại diện, bảo vệ",
                    ("REP-01", "REP-03", "REP-05", "REP-06", "REP-08", "REP-16", "REP-18"),
                ),
                Part("3. Chăm lo", (*_CARE, "CAR-20", "CAR-21")),
                Part(
                    "4. Tuyên truyền, thi đua", ("PRO-01", "PRO-02", "EMU-02", "EMU-08", "EMU-09", "CUL-01")
                ),
                Part("5. Nữ công", ("WOM-03", "WOM-01", "WOM-08")),
                Part("6. Xây dựng Đảng", ("PAR-01", "PAR-02")),
                Part("7. Kiểm tra, đơn thư", _INSPECTION),
            ),
        ),
    ),
)
FORM_2 = Form(
    "2-hdcd",
    "Mẫu 2-HĐCĐ",
    "BÁO CÁO TỔNG HỢP SỐ LIỆU VỀ HOẠT ĐỘNG CÔNG ĐOÀN",
    False,
    (
        (
            LABOUR,
            (
                Part("1. Lao động", ("LAB-01", "LAB-02")),
                Part("2. Việc làm", ("LAB-03", "LAB-05", "LAB-04", "LAB-06")),
                Part("3. Tiền lương", ("LAB-07", "LAB-08", "LAB-09", "LAB-10", "LAB-11")),
                HOUSING,
                Part("5. Hợp đồng lao động, bảo hiểm", ("LAB-14", "LAB-15", "LAB-16", "LAB-17")),
                DISPUTES,
                ACCIDENTS,
            ),
        ),
        (
            WORK,
            (
                Part(
                    "1. Tổ chức, đoàn viên, cán bộ",
                    ("ORG-01", "ORG-02", "ORG-03", "MEM-01", "MEM-02", "MEM-11", "MEM-05", "MEM-06", "CAD-01", "CAD-02", "CAD-05"),
                ),
                Part(
                    "2. Đại diện, bảo vệ",
                    ("REP-01", "REP-02", "REP-03", "REP-04", "REP-05", "REP-06", "REP-08", "REP-11", "REP-16", "REP-17", "REP-18"),
                ),
                Part("3. Chăm lo", _CARE),
                Part("4. Tuyên truyền, thi đua, khen thưởng", ("PRO-01", "PRO-02", "EMU-01", "EMU-02", "EMU-03", "CUL-01", "AWD-07", "AWD-08")),
                Part("5. Nữ công", ("WOM-03", "WOM-01", "WOM-02", "WOM-08")),
                Part("6. Xây dựng Đảng", ("PAR-01", "PAR-02")),
                Part("7. Xếp loại CĐCS", ("RAT-02", "RAT-03", "RAT-04")),
                Part("8. Kiểm tra, đơn thư", (*_INSPECTION, "COM-04")),
            ),
        ),
    ),
)  # fmt: skip
FORMS = {form.name: form for form in (FORM_1, FORM_2)}


def ticks(period: Period) -> list[tuple[str, bool]]:
    """The two cut-off days of the forms, and which of them a period ends on."""
    last = period.whole().last
    return [(f"{day}/{month}", (last.month, last.day) == (month, day)) for month, day in CUT_OFFS]


def cut_off(period: Period) -> Period:
    """The period of the forms' own calendar that the one asked for ends in: six months to 31/5, or the year to 30/11."""
    last = period.whole().last
    half = last <= date(last.year, 6, 30)
    return Period.parse(f"hdcd:{last.year}-H1" if half else f"hdcd:{last.year}")

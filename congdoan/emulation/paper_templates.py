"""The Word files of a proposal, a council's minutes, a decision, a certificate: `python -m congdoan.emulation.paper_templates`.

Once written they may be opened and changed in Word: they are what is used.
"""

from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from congdoan.base.docx import say, sized
from congdoan.records.paper_templates import CENTER, LEFT, foot, keep, letterhead, line, page, prose, ruled

FOLDER = Path(__file__).parent / "templates" / "word"
LISTED = (
    ("STT", 12.0, "người.stt", CENTER),
    ("Họ và tên, tập thể", 42.0, "người.tên", LEFT),
    ("Công đoàn", 43.0, "người.công đoàn", LEFT),
    ("Thành tích", 68.0, "người.thành tích", LEFT),
)
VOTED = (
    ("STT", 12.0, "người.stt", CENTER),
    ("Họ và tên, tập thể", 42.0, "người.tên", LEFT),
    ("Hình thức đề nghị", 47.0, "người.hình thức", LEFT),
    ("Đồng ý", 20.0, "người.đồng ý", CENTER),
    ("Không đồng ý", 20.0, "người.không", CENTER),
    ("Kết quả", 24.0, "người.kết quả", LEFT),
)
GRANTED = (
    ("STT", 12.0, "người.stt", CENTER),
    ("Họ và tên, tập thể", 58.0, "người.tên", LEFT),
    ("Công đoàn", 62.0, "người.công đoàn", LEFT),
    ("Tiền thưởng (đồng)", 33.0, "người.tiền", CENTER),
)


def proposal() -> Any:
    """Tờ trình."""
    document = page()
    letterhead(document, "Số: {{số}}")
    _titled(document, "TỜ TRÌNH", "Về việc đề nghị tặng {{hình thức}}")
    line(document, "Kính gửi: {{kính gửi}}", bold=True, before=6, after=6)
    prose(document, "{{căn cứ}}", "{{lời trình}}")
    ruled(document, LISTED)
    prose(document, "{{kính trình}}")
    foot(
        document,
        ("{{thể thức ký}}", "{{chức vụ ký}}"),
        "{{người ký}}",
        ("Nơi nhận:", "- Như trên;", "- Lưu."),
    )
    return document


def minutes() -> Any:
    """Biên bản họp hội đồng."""
    document = page()
    letterhead(document)
    _titled(document, "BIÊN BẢN", "Họp Hội đồng Thi đua, khen thưởng")
    prose(document, "{{mở đầu}}", "{{chủ trì}}", "{{thư ký}}", "{{có mặt}}", "Kết quả bỏ phiếu như sau:")
    ruled(document, VOTED)
    prose(document, "{{ý kiến}}", "{{quy tắc}}")
    foot(document, ("CHỦ TRÌ",), "{{người chủ trì}}", ("THƯ KÝ",), "{{người thư ký}}")
    return document


def decision() -> Any:
    """Quyết định, with its list."""
    document = page()
    letterhead(document, "Số: {{số}}")
    _titled(document, "QUYẾT ĐỊNH", "Về việc tặng {{hình thức}}")
    prose(document, "{{căn cứ}}", "{{đề nghị}}")
    line(document, "QUYẾT ĐỊNH:", bold=True, size=14, before=6, after=6)
    prose(document, "{{điều 1}}", "{{điều 2}}", "{{điều 3}}")
    foot(
        document,
        ("{{thể thức ký}}", "{{chức vụ ký}}"),
        "{{người ký}}",
        ("Nơi nhận:", "- Như Điều 3;", "- Lưu."),
    )
    line(document, "DANH SÁCH", bold=True, size=14, before=0)
    document.paragraphs[-1].paragraph_format.page_break_before = True
    line(document, "Được tặng {{hình thức}}", bold=True)
    line(document, "(Kèm theo {{quyết định}})", italic=True, after=8)
    ruled(document, GRANTED)
    line(document, "{{tổng}}", italic=True, before=6, align=LEFT)
    return document


def certificate() -> Any:
    """One page across for whoever is granted the award."""
    document = page()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(28)
    section.different_first_page_header_footer = False
    for paragraph in section.header.paragraphs:
        paragraph.clear()
    _framed(section)
    line(document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=14, before=24)
    line(document, "Độc lập - Tự do - Hạnh phúc", bold=True, size=14, after=20)
    line(document, "{{công đoàn}}", bold=True, size=15)
    line(document, "TẶNG", bold=True, size=14, before=12)
    line(document, "{{tên hình thức}}", bold=True, size=38, before=4, after=14)
    line(document, "{{tên}}", bold=True, size=24, after=6)
    line(document, "{{nơi}}", size=15, after=8)
    line(document, "{{thành tích}}", italic=True, size=16, after=20)
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    say(left.paragraphs[0], "Quyết định số: {{số}}", LEFT, size=13, before=26)
    say(left.add_paragraph(), "Ngày {{ngày ký}}", LEFT, size=13)
    say(right.paragraphs[0], "{{địa danh, ngày}}", CENTER, italic=True, size=13)
    say(right.add_paragraph(), "{{thể thức ký}}", CENTER, bold=True, size=13)
    say(right.add_paragraph(), "{{chức vụ ký}}", CENTER, bold=True, size=13, after=52)
    say(right.add_paragraph(), "{{người ký}}", CENTER, bold=True, size=14)
    sized(table, (120.0, 121.0))
    return document


def write() -> None:
    """Write all four files."""
    keep(FOLDER, proposal, minutes, decision, certificate)


def _titled(document: Any, sort: str, about: str) -> None:
    line(document, sort, bold=True, size=14, before=14)
    line(document, about, bold=True, size=14, after=8)


def _framed(section: Any) -> None:
    """A double line around the page."""
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "double"), ("sz", "18"), ("space", "24"), ("color", "8A1C1C")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    section._sectPr.insert_element_before(borders, "w:lnNumType", "w:pgNumType", "w:cols", "w:docGrid")


if __name__ == "__main__":
    write()

"""The Word files of a conference's papers, written anew: `python -m congdoan.meetings.paper_templates`.

Laid out like all papers of unions (`records.paper_templates`). Once written they may be changed in Word.
"""

from pathlib import Path
from typing import Any

from congdoan.records.paper_templates import (
    CENTER,
    LEFT,
    foot,
    keep,
    letterhead,
    line,
    page,
    prose,
    ruled,
    signatures,
    to_sign,
)

FOLDER = Path(__file__).parent / "templates" / "word"
SECTIONS = 6  # of the minutes, at most
AGENDA = (
    ("Thời gian", 28.0, "mục.giờ", CENTER),
    ("Nội dung", 92.0, "mục.nội dung", LEFT),
    ("Người thực hiện", 45.0, "mục.ai", LEFT),
)
SIGNED = (
    ("STT", 13.0, "người.stt", CENTER),
    ("Họ và tên", 45.0, "người.tên", LEFT),
    ("Chức vụ, nơi công tác", 62.0, "người.nơi", LEFT),
    ("Ký nhận", 25.0, "", LEFT),
    ("Ghi chú", 20.0, "", LEFT),
)
TASKS = (
    ("STT", 13.0, "việc.stt", CENTER),
    ("Nội dung công việc", 85.0, "việc.nội dung", LEFT),
    ("Đơn vị, người thực hiện", 42.0, "việc.ai", LEFT),
    ("Thời hạn", 25.0, "việc.hạn", CENTER),
)
SIGNS = ("{{thể thức ký}}", "{{chức vụ ký}}")


def invitation() -> Any:
    """Giấy mời, a page for each who is asked."""
    document = page()
    for paragraph in document.sections[0].header.paragraphs:
        paragraph.clear()  # each is a letter of its own: its pages bear no numbers
    line(document, "", size=1)  # what begins a page must be a paragraph
    _headed(document, "GIẤY MỜI", "Về việc dự {{tên}}", "Số: {{số}}")
    line(document, "{{công đoàn mời}} trân trọng kính mời", size=14, before=6)
    line(document, "{{người được mời}}", bold=True, size=14, before=4, after=6)
    prose(
        document,
        "Tới dự: {{tên}}.",
        "Thời gian: {{thời gian}}.",
        "Địa điểm: {{địa điểm}}.",
        "Chủ trì: {{chủ trì}}.",
        "Sự có mặt của đồng chí góp phần để cuộc họp thành công./.",
    )
    foot(document, SIGNS, "{{người ký}}", ("Nơi nhận:", "- Như trên;", "- Lưu."))
    return document


def agenda() -> Any:
    """Chương trình."""
    document = page()
    _headed(document, "CHƯƠNG TRÌNH", "{{tên}}")
    line(document, "({{thời gian}}; {{địa điểm}})", italic=True, size=13, after=8)
    ruled(document, AGENDA)
    foot(document, SIGNS, "{{người ký}}", ("Nơi nhận:", "- Các đại biểu;", "- Lưu."))
    return document


def delegates() -> Any:
    """Danh sách đại biểu, under headings."""
    document = page()
    _headed(document, "DANH SÁCH ĐẠI BIỂU", "{{tên}}")
    line(document, "({{thời gian}}; {{địa điểm}})", italic=True, size=13)
    line(document, "{{tổng}}", italic=True, size=13, after=4)
    document.add_paragraph("{{các nhóm}}")
    signatures(document, "NGƯỜI LẬP DANH SÁCH")
    return document


def sign_list() -> Any:
    """Danh sách ký nhận."""
    document = page()
    _headed(document, "DANH SÁCH ĐẠI BIỂU KÝ NHẬN", "{{tên}}")
    line(document, "({{thời gian}}; {{địa điểm}})", italic=True, size=13, after=8)
    to_sign(document, SIGNED)
    line(document, "{{tổng}}", italic=True, size=13, before=6, align=LEFT)
    signatures(document, "NGƯỜI LẬP DANH SÁCH")
    return document


def minutes() -> Any:
    """Biên bản: its sections, the tasks, who presided and who wrote it down."""
    document = page()
    _headed(document, "BIÊN BẢN", "{{tên}}", "Số: {{số}}")
    prose(document, "{{mở đầu}}")
    for n in range(1, SECTIONS + 1):
        line(document, f"{{{{đề mục {n}}}}}", bold=True, size=14, before=6, align=LEFT)
        prose(document, f"{{{{nội dung {n}}}}}")
    _tasks(document)
    prose(document, "{{kết thúc}}")
    foot(document, ("CHỦ TRÌ",), "{{người chủ trì}}", ("THƯ KÝ",), "{{người thư ký}}")
    return document


def notice() -> Any:
    """Thông báo kết luận."""
    document = page()
    _headed(document, "THÔNG BÁO", "Kết luận {{tên thường}}", "Số: {{số}}")
    prose(document, "{{mở đầu}}", "{{kết luận}}")
    _tasks(document)
    prose(document, "{{kết thúc}}")
    foot(
        document,
        SIGNS,
        "{{người ký}}",
        ("Nơi nhận:", "{{nơi nhận trên}}", "- Các công đoàn trực thuộc;", "- Lưu."),
    )
    return document


def awards() -> Any:
    """Danh sách khen thưởng công bố tại hội nghị."""
    document = page()
    _headed(document, "DANH SÁCH", "Tập thể, cá nhân được khen thưởng năm {{năm}}")
    line(document, "(Công bố tại {{tên}})", italic=True, size=13, after=4)
    document.add_paragraph("{{các nhóm}}")
    signatures(document, "NGƯỜI LẬP DANH SÁCH")
    return document


def write() -> None:
    """Write all of them."""
    keep(FOLDER, invitation, agenda, delegates, sign_list, minutes, notice, awards)


def _headed(document: Any, what: str, about: str, number: str = "") -> None:
    letterhead(document, number)
    line(document, what, bold=True, size=14, before=14)
    line(document, about, bold=True, size=14, after=6)


def _tasks(document: Any) -> None:
    """What is to be done; the lead goes, and the table, where there is nothing."""
    prose(document, "{{giao việc}}")
    ruled(document, TASKS)


if __name__ == "__main__":
    write()

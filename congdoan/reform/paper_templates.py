"""The Word files of a body that ends, written anew: `python -m congdoan.reform.paper_templates`.

Laid out like all papers of unions (`records.paper_templates`). Once written they may be changed in Word.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from congdoan.base.docx import say, sized
from congdoan.records.paper_templates import WIDTH, keep, letterhead, line, page, signatures

FOLDER = Path(__file__).parent / "templates" / "word"
BODY: dict[str, Any] = {"align": ALIGN.JUSTIFY, "size": 13, "before": 4, "after": 4}
LISTS = (
    ("I. Đoàn viên", "{{đoàn viên}}", ""),
    ("II. Công đoàn trực thuộc", "{{trực thuộc}}", "{{bảng trực thuộc}}"),
    ("III. Tiền", "{{tiền}}", "{{bảng tiền}}"),
    ("IV. Sổ sách, hồ sơ lưu trữ", "{{hồ sơ}}", "{{bảng hồ sơ}}"),
    ("V. Con dấu, tài khoản ngân hàng, tài sản", "{{tài sản}}", "{{bảng tài sản}}"),
    ("VI. Việc còn dở", "{{việc dở}}", ""),
)
ENDING = "Biên bản lập thành 03 bản có giá trị như nhau, mỗi bên giữ 01 bản; các bên đã đọc lại, nhất trí và ký tên."


def handover_minutes() -> Any:
    """Biên bản bàn giao: what a body that ends hands over, to whom, before whom."""
    document = page()
    letterhead(document)
    line(document, "BIÊN BẢN BÀN GIAO", bold=True, size=14, before=14)
    line(document, "{{về việc}}", bold=True, size=14, after=8)
    for text in ("{{căn cứ}}", "{{bên giao}}", "{{bên nhận}}"):
        line(document, text, **BODY)
    for label, said, table in LISTS:
        line(document, label, align=ALIGN.LEFT, bold=True, size=13, before=8)
        line(document, said, **BODY)
        if table:
            document.add_paragraph(table)
    line(document, ENDING, **BODY)
    three_signatures(document, ("ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN", "ĐẠI DIỆN CÔNG ĐOÀN CẤP TRÊN"))
    return document


def membership_certificate() -> Any:
    """Giấy xác nhận: somebody was a member, where, from when to when."""
    document = page()
    letterhead(document)
    line(document, "GIẤY XÁC NHẬN", bold=True, size=14, before=14)
    line(document, "Về thời gian sinh hoạt công đoàn", bold=True, size=14, after=8)
    for text in (
        "{{xác nhận}}",
        "{{thời gian}}",
        "{{lý do}}",
        "Giấy này cấp theo đề nghị của đoàn viên để sử dụng khi cần.",
    ):
        line(document, text, **BODY)
    signatures(document, "NGƯỜI ĐỀ NGHỊ")
    return document


def three_signatures(document: Any, sides: Sequence[str]) -> None:
    """Three sides, each with room to sign in."""
    table = document.add_table(rows=1, cols=len(sides))
    for cell, side in zip(table.rows[0].cells, sides, strict=True):
        say(cell.paragraphs[0], side, ALIGN.CENTER, bold=True, size=12, before=12)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        say(
            cell.add_paragraph(),
            "(Ký, ghi rõ họ tên, đóng dấu)",
            ALIGN.CENTER,
            italic=True,
            size=11,
            after=72,
        )
    sized(table, (WIDTH / 3,) * len(sides))


def write() -> None:
    """Write the files."""
    keep(FOLDER, handover_minutes, membership_certificate)


if __name__ == "__main__":
    write()

"""The Word files of an inspection's papers, written anew: `python -m congdoan.oversight.paper_templates`.

Laid out like all papers of unions (`records.paper_templates`). Once written they may be changed in Word.
"""

from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from congdoan.records.paper_templates import keep, letterhead, line, page, signatures

FOLDER = Path(__file__).parent / "templates" / "word"
BODY: dict[str, Any] = {"align": ALIGN.JUSTIFY, "size": 13, "before": 4, "after": 4}
FOUND = (("I. Ưu điểm", "{{ưu điểm}}"), ("II. Hạn chế, khuyết điểm", "{{hạn chế}}"))


def inspection_minutes() -> Any:
    """Biên bản kiểm tra: who looked at what, what was found, what is demanded."""
    document = _begun("BIÊN BẢN", "{{việc}}")
    for text in ("{{căn cứ}}", "{{đoàn}}", "{{được kiểm tra}}", "{{thời kỳ}}"):
        line(document, text, **BODY)
    _found(document)
    line(
        document,
        "Biên bản lập xong hồi ….. giờ ….. cùng ngày, đọc cho mọi người cùng nghe và nhất trí ký tên.",
        **BODY,
    )
    signatures(document, "ĐẠI DIỆN NƠI ĐƯỢC KIỂM TRA")
    return document


def inspection_notice() -> Any:
    """Thông báo kết luận: what was concluded, what is to be mended by when."""
    document = _begun("THÔNG BÁO", "Kết luận {{việc thường}}", "{{số}}")
    for text in ("{{được kiểm tra}}", "{{căn cứ}}", "{{thời kỳ}}"):
        line(document, text, **BODY)
    _found(document)
    line(document, "{{báo lại}}", **BODY)
    signatures(document, "Nơi nhận")
    return document


def write() -> None:
    """Write both files."""
    keep(FOLDER, inspection_minutes, inspection_notice)


def _begun(what: str, about: str, number: str = "") -> Any:
    document = page()
    letterhead(document, number)
    line(document, what, bold=True, size=14, before=14)
    line(document, about, bold=True, size=14, after=8)
    return document


def _found(document: Any) -> None:
    for label, text in FOUND:
        line(document, label, align=ALIGN.LEFT, bold=True, size=13, before=8)
        line(document, text, **BODY)
    line(document, "III. Kiến nghị", align=ALIGN.LEFT, bold=True, size=13, before=8, after=4)
    document.add_paragraph("{{các kiến nghị}}")
    line(document, "{{không kiến nghị}}", **BODY)
    line(document, "{{thu hồi}}", **BODY)


if __name__ == "__main__":
    write()

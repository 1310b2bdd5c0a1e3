"""The Word file of a plan, written anew: `python -m congdoan.papers.paper_templates`.

Laid out like all papers of unions (`records.paper_templates`). Once written it may be changed in Word.
"""

from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from congdoan.records.paper_templates import keep, letterhead, line, page, signatures

FOLDER = Path(__file__).parent / "templates" / "word"
BODY: dict[str, Any] = {"align": ALIGN.JUSTIFY, "size": 13, "before": 4, "after": 4}


def plan() -> Any:
    """Kế hoạch, chương trình: on what grounds, what for, who does what by when."""
    document = page()
    letterhead(document, "{{số}}")
    line(document, "{{loại}}", bold=True, size=14, before=14)
    line(document, "{{tên}}", bold=True, size=14, after=8)
    line(document, "{{căn cứ}}", **BODY)
    line(document, "{{mở đầu}}", **BODY)
    line(document, "{{mục đích}}", align=ALIGN.LEFT, bold=True, size=13, before=8)
    line(document, "{{yêu cầu}}", **BODY)
    line(document, "{{nội dung}}", align=ALIGN.LEFT, bold=True, size=13, before=8, after=4)
    document.add_paragraph("{{các việc}}")
    line(document, "{{thực hiện}}", **BODY)
    signatures(document, "Nơi nhận")
    return document


def write() -> None:
    """Write it."""
    keep(FOLDER, plan)


if __name__ == "__main__":
    write()

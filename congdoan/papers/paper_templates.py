"""The Word file of a plan, written anew: `python -m congdoan.papers.paper_templates`.

Laid out like all papers of unions (`records.paper_templates`). Once written it may be changed in Word.
"""

from pathlib import Path
from typing import Any

from congdoan.records.paper_templates import LEFT, foot, keep, letterhead, line, page, prose

FOLDER = Path(__file__).parent / "templates" / "word"
HEADING: dict[str, Any] = {"align": LEFT, "bold": True, "size": 14, "before": 6, "after": 4}


def plan() -> Any:
    """Kế hoạch, chương trình: on what grounds, what for, who does what by when."""
    document = page()
    letterhead(document, "{{số}}")
    line(document, "{{loại}}", bold=True, size=14, before=14)
    line(document, "{{tên}}", bold=True, size=14, after=8)
    prose(document, "{{căn cứ}}", "{{mở đầu}}")
    line(document, "{{mục đích}}", **HEADING)
    prose(document, "{{yêu cầu}}")
    line(document, "{{nội dung}}", **HEADING)
    document.add_paragraph("{{các việc}}")
    prose(document, "{{thực hiện}}")
    signs = ("{{thể thức ký}}", "{{chức vụ ký}}")
    foot(document, signs, "{{người ký}}", ("Nơi nhận:", "{{nơi nhận trên}}", "{{nơi nhận dưới}}", "- Lưu."))
    return document


def write() -> None:
    """Write it."""
    keep(FOLDER, plan)


if __name__ == "__main__":
    write()

"""Papers filled from a Word file."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

from congdoan.base.docx import Paper, timeless

NOON = datetime(2024, 6, 30, 12, tzinfo=UTC)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = Document()
    document.add_paragraph("Kính gửi: {{công đoàn}}.")
    cut = document.add_paragraph()
    for part in ("Ngày {{ng", "à", "y}} tại ", "{{nơi}}"):
        cut.add_run(part).bold = part == "à"
    document.add_paragraph("{{chỉ khi có}}")
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows,
        [("Tên", "Tiền", "Ký"), ("{{người.tên}}", "{{người.tiền}}", ""), ("Cộng", "", "")],
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text, cell.width = text, Mm(50)
    document.add_paragraph("{{bảng}}")
    document.save(str(tmp_path / "mau.docx"))
    return tmp_path / "mau.docx"


def read(paper: Paper) -> tuple[list[str], list[list[list[str]]]]:
    document = Document(io.BytesIO(paper.written("Giấy", NOON)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [paragraph.text for paragraph in document.paragraphs], tables


def test_tags_are_filled_however_word_has_cut_them(template: Path) -> None:
    paper = Paper(template)
    paper.say({"công đoàn": "CĐCS Sở Y tế", "ngày": "01/02/2024", "nơi": "Lào Cai"})
    texts, _ = read(paper)
    assert texts[:2] == ["Kính gửi: CĐCS Sở Y tế.", "Ngày 01/02/2024 tại Lào Cai"]


def test_what_is_filled_in_is_never_read_as_a_tag(template: Path) -> None:
    paper = Paper(template)
    paper.say({"công đoàn": "{{nơi}}", "ngày": "<w:p/> & {{ngày}}", "nơi": "bí mật"})
    texts, _ = read(paper)
    assert texts[:2] == ["Kính gửi: {{nơi}}.", "Ngày <w:p/> & {{ngày}} tại bí mật"]


def test_a_line_with_nothing_to_say_goes_away(template: Path) -> None:
    paper = Paper(template)
    paper.say({"chỉ khi có": "", "công đoàn": ""})
    texts, _ = read(paper)
    assert "" not in texts
    assert texts[0] == "Kính gửi: ."


def test_a_row_is_written_for_each_and_an_empty_column_left_out(template: Path) -> None:
    paper = Paper(template)
    paper.repeat("người", [{"tên": "Mai", "tiền": "500.000"}, {"tên": "Páo", "tiền": ""}])
    assert read(paper)[1] == [
        [["Tên", "Tiền", "Ký"], ["Mai", "500.000", ""], ["Páo", "", ""], ["Cộng", "", ""]]
    ]
    paper = Paper(template)
    paper.repeat("người", [{"tên": "Mai", "tiền": ""}])
    assert read(paper)[1] == [[["Tên", "Ký"], ["Mai", ""], ["Cộng", ""]]]


def test_a_table_stands_where_its_tag_is_as_wide_as_asked(template: Path) -> None:
    paper = Paper(template)
    paper.heading("bảng", "Danh sách")
    paper.table("bảng", [("Tên", False), ("Tiền", True)], [["Nguyễn Thị Mai", "500.000 đồng"]], 165)
    paper.say({"bảng": ""})
    document = Document(io.BytesIO(paper.written("Giấy", NOON)))
    made = document.tables[1]
    assert [cell.text for cell in made.rows[1].cells] == ["Nguyễn Thị Mai", "500.000\u00a0đồng"]
    assert sum(column.width.mm for column in made.columns) == pytest.approx(165, abs=0.5)
    assert document.paragraphs[-1].text == "Danh sách"


def test_tags_still_waiting_are_named(template: Path) -> None:
    paper = Paper(template)
    paper.say({"công đoàn": "CĐCS", "ngày": "hôm nay", "nơi": "đây"})
    assert paper.tags() == {"chỉ khi có", "người.tên", "người.tiền", "bảng"}


def test_the_same_answers_give_the_same_bytes(template: Path) -> None:
    first, second = Paper(template), Paper(template)
    for paper in (first, second):
        paper.say({"công đoàn": "CĐCS Sở Y tế"})
    assert first.written("Giấy", NOON) == second.written("Giấy", NOON)


def test_a_zip_forgets_when_it_was_packed() -> None:
    def packed(year: int) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as made:
            made.writestr(zipfile.ZipInfo("a.xml", (year, 1, 1, 0, 0, 0)), "<a/>")
        return file.getvalue()

    assert packed(2020) != packed(2024)
    assert timeless(packed(2020)) == timeless(packed(2024))

"""The half-year report: the decree's form, the register's order, and every figure of the case in it."""

import csv
import io
from pathlib import Path

import docx as reader
import pytest
from docx.shared import Mm, Pt

from congdoan.reports.checking import tags_of
from congdoan.reports.ooxml import name, parse
from congdoan.reports.safety import read_parts
from congdoan.reports.tags import TEXT
from congdoan.reports.vocabulary import of_catalogue
from congdoan.reports.wording.half_year import HALF_YEAR
from tests.reports.papers import body, controls, lines, said
from tests.reports.sample import BASE_URL, made, nothing

TEMPLATE = HALF_YEAR.path.read_bytes()
CASES = Path(__file__).parent.parent / "cases" / "laocai-2024h1.csv"


@pytest.fixture(scope="module")
def issued() -> bytes:
    return made(TEMPLATE, issued=True, texts={"nhiem-vu": "Chuẩn bị tổng kết năm."}).docx


def test_every_figure_of_the_case_is_printed(issued: bytes) -> None:
    with CASES.open(encoding="utf-8", newline="") as rows:
        wanted = {row["code"] for row in csv.DictReader(rows)}
    assert wanted
    assert wanted <= {control.tag.partition("@")[0].partition(".")[0] for control in controls(issued)}


def test_awards_and_initiatives_are_those_of_the_year_before() -> None:
    asked = {tag.code: tag.period for tag in tags_of(TEMPLATE, of_catalogue())}
    late = {code for code, period in asked.items() if period == "year-before"}
    assert late == {"EMU-03", "EMU-05", "AWD-04", "AWD-07", "AWD-08", "AWD-12", "AWD-13"}


def test_the_numbers_stand_in_the_sentences_as_unions_write_them(issued: bytes) -> None:
    text = said(issued)
    for part in (
        "trao 179 suất quà cho 142 gia đình đoàn viên có hoàn cảnh khó khăn, mắc bệnh hiểm nghèo và 37 cháu mồ côi",
        "tổng trị giá 82,1 triệu đồng, nguồn chi: Quỹ Xã hội Công đoàn",
        "tặng quà 06 gia đình",
        "đạt 56/56 (100%)",
        "với trên 4.400 lượt đoàn viên",
        "trên 200 triệu đồng, gồm 121,5 triệu đồng tiền mặt và hiện vật trị giá 82 triệu đồng",
        "01 giải Nhất, 02 giải Nhì, 03 giải Ba và 06 giải Khuyến khích",
        "Bằng khen cho 01 tập thể và 05 cá nhân; Liên đoàn Lao động tỉnh tặng Bằng khen cho 09 tập thể và 41 cá nhân",
        "Có 32 CĐCS, đạt 32/56 (57,14%), quyên góp được trên 200 bộ áo dài",
    ):
        assert part in text


def test_nothing_of_the_template_is_left_in_the_report(issued: bytes) -> None:
    text = said(issued)
    assert not [mark for mark in ("{{", "}}", "[[", "]]", "  ", " ,", " .", "()") if mark in text]


def test_every_number_leads_to_its_page(issued: bytes) -> None:
    found = controls(issued)
    assert len(found) > 300
    assert all(control.link.startswith(f"{BASE_URL}/so-lieu/") for control in found)


def test_a_union_with_nothing_to_report_has_a_report_without_gaps() -> None:
    found = lines(made(TEMPLATE, issued=True, answers=nothing).docx)
    assert [text[:23] for text in found[found.index("nhiệm vụ trọng tâm 6 tháng cuối năm 2024") :] if text][
        :4
    ] == [
        "nhiệm vụ trọng tâm 6 th",
        "Thực hiện chương trình ",
        "Trên đây là báo cáo sơ ",
        "Nơi nhận:",
    ]


def test_a_draft_says_so_and_an_issued_report_does_not(issued: bytes) -> None:
    draft = lines(made(TEMPLATE).docx)
    assert "DỰ THẢO" in draft
    assert "Số:        /BC-CĐVC" in draft
    assert "DỰ THẢO" not in lines(issued)
    assert "Lào Cai, ngày 05 tháng 7 năm 2024" in lines(issued)


def test_the_open_places_are_named_and_most_tell_what_to_write() -> None:
    open_places = [tag for tag in tags_of(TEMPLATE, of_catalogue()) if tag.kind == TEXT]
    assert [tag.name for tag in open_places if tag.prompt] == ["tinh-hinh-chung", "han-che", "nhiem-vu"]
    assert len({tag.name for tag in open_places}) == len(open_places)


def test_the_page_is_the_decrees(issued: bytes) -> None:
    (section,) = reader.Document(io.BytesIO(issued)).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]
    assert section.left_margin > Mm(29.9)
    assert section.different_first_page_header_footer


def test_the_page_number_stands_in_the_top_margin_but_not_on_the_first_page(issued: bytes) -> None:
    (section,) = reader.Document(io.BytesIO(issued)).sections
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert 'w:jc w:val="center"' in reader.Document(io.BytesIO(issued)).styles["Số trang"].element.xml
    assert section.first_page_header.is_linked_to_previous  # there is none


def test_the_letters_are_times_new_roman_14_for_every_script(issued: bytes) -> None:
    styles = parse(read_parts(issued)["word/styles.xml"])
    letters = styles.find(f"{name('w:docDefaults')}/{name('w:rPrDefault')}/{name('w:rPr')}")
    faces = letters.find(name("w:rFonts"))
    assert {faces.get(name(f"w:{use}")) for use in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "Times New Roman"
    }
    assert letters.find(name("w:lang")).get(name("w:val")) == "vi-VN"
    assert reader.Document(io.BytesIO(issued)).styles["Body Text"].font.size == Pt(14)


def test_body_paragraphs_are_indented_and_spaced(issued: bytes) -> None:
    shape = reader.Document(io.BytesIO(issued)).styles["Body Text"].paragraph_format
    assert round(shape.first_line_indent.cm, 2) == 1.27
    assert shape.space_after >= Pt(6)
    assert 1 <= shape.line_spacing <= 1.5


def test_the_head_has_two_columns_whose_widths_stand_on_the_grid(issued: bytes) -> None:
    head = body(issued).find(name("w:tbl"))
    widths = [int(column.get(name("w:w"))) for column in head.iter(name("w:gridCol"))]
    cells = [int(cell.get(name("w:w"))) for cell in head.iter(name("w:tcW"))]
    assert cells == widths * 2
    assert 0.44 < widths[0] / sum(widths) < 0.48


def test_the_head_says_who_issues_under_whom_and_the_states_name() -> None:
    head = reader.Document(io.BytesIO(made(TEMPLATE).docx)).tables[0]
    left, right = (cell.text.replace("\u00a0", " ") for cell in head.rows[0].cells)
    assert left.split("\n")[:2] == ["LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI", "CÔNG ĐOÀN VIÊN CHỨC TỈNH"]
    assert right.split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def test_the_foot_names_recipients_and_signer(issued: bytes) -> None:
    foot = reader.Document(io.BytesIO(issued)).tables[1]
    left, right = (cell.text for cell in foot.rows[0].cells)
    assert left.startswith("Nơi nhận:\n- Ban Thường vụ LĐLĐ tỉnh (b/c);")
    assert [text for text in right.split("\n") if text] == [
        "TM. BAN CHẤP HÀNH",
        "CHỦ TỊCH",
        "Nguyễn Thị Minh Châu",
    ]


def test_headings_number_themselves(issued: bytes) -> None:
    numbering = parse(read_parts(issued)["word/numbering.xml"])
    assert [level.get(name("w:val")) for level in numbering.iter(name("w:lvlText"))] == ["%1.", "%2."]
    assert [how.get(name("w:val")) for how in numbering.iter(name("w:numFmt"))] == ["upperRoman", "decimal"]

"""The finished document: every number tagged and linked, an annex that tells them all, the same bytes every time."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx as reader
import pytest

from congdoan.reports.answers import Answer
from congdoan.reports.layout import paragraph
from congdoan.reports.ooxml import name, text_of
from congdoan.reports.tags import Tag
from congdoan.reports.word import render
from tests.reports.papers import annex, body, controls, line, lines, paper, relations, said
from tests.reports.sample import BASE_URL, MADE_AT, answer, made, nothing, template_vocabulary

GIFTS = paper("Trao {{số: CAR-04}} suất quà, trị giá {{số: CAR-05}}.")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{{số: CAR-09}} gia đình", "06 gia đình"),
        ("{{số: PRO-02}} lượt", "4.437 lượt"),
        ("{{số: PRO-02 | dạng = tròn}} lượt", "trên 4.400 lượt"),
        ("{{số: FUN-15}}", "203,5 triệu đồng"),
        ("{{số: FUN-15 | dạng = tròn}}", "trên 200 triệu đồng"),
        ("{{số: CAR-10 | dạng = đầy đủ}}", "6.000.000 đồng"),
        ("{{số: FUN-15 | dạng = chữ}}", "Hai trăm linh ba triệu năm trăm nghìn đồng"),
        ("{{số: CAR-02 | dạng = chữ}}", "Hai trăm năm mươi tám triệu đồng"),
        ("{{số: CAR-09 | dạng = chữ}} gia đình", "sáu gia đình"),
        ("{{tỷ lệ: REP-02}}", "100%"),
        ("{{tỷ lệ: REP-02 | dạng = phân số}}", "56/56"),
        ("{{tỷ lệ: FUN-07 | dạng = cả hai}}", "32/56 (57,14%)"),
        ("{{so sánh: CAR-02}}", "tăng 25% so với cùng kỳ năm trước"),
        ("{{liệt kê: CAR-05 | theo = nguồn kinh phí}}", "Quỹ Xã hội Công đoàn"),
        (
            "{{liệt kê: CAR-08 | theo = cách thực hiện | dạng = thường}}",
            "trực tiếp (94 người) và trực tuyến (39 người)",
        ),
        ("{{công đoàn | dạng = hoa}}", "CÔNG ĐOÀN VIÊN CHỨC TỈNH LÀO CAI"),
    ],
)
def test_a_figure_is_written_as_unions_write_it(typed: str, printed: str) -> None:
    assert said(made(paper(typed)).docx) == printed


def test_a_share_is_compared_in_points() -> None:
    def moved(tag: Tag) -> Answer:
        return replace(answer(tag), previous=54)

    assert (
        said(made(paper("{{so sánh: FUN-07}}"), answers=moved).docx)
        == "tăng 3,14 điểm phần trăm so với cùng kỳ năm trước"
    )


def test_no_change_is_told_where_there_was_nothing_to_compare_with() -> None:
    assert said(made(paper("Chi[[ ({{so sánh: CAR-02}})]]."), answers=nothing).docx) == "Chi."


def test_every_number_is_a_control_with_its_code_and_a_link_to_its_page() -> None:
    first, second = controls(made(GIFTS).docx)[:2]
    assert (first.tag, first.alias, first.text) == ("CAR-04", "Số suất quà Tết đã trao", "179")
    assert first.link == f"{BASE_URL}/so-lieu/CAR-04/?ky=2024-H1"
    assert (second.tag, second.text) == ("CAR-05", "82,1 triệu đồng")


def test_the_same_code_asked_otherwise_gets_a_code_of_its_own() -> None:
    found = made(paper("{{số: EMU-05}} {{số: EMU-05 | kỳ = năm trước}} {{số: EMU-05 | dạng = chữ}}"))
    assert [control.tag for control in controls(found.docx)[:3]] == ["EMU-05", "EMU-05.2", "EMU-05"]
    assert [(figure.ref, figure.texts) for figure in found.printed] == [
        ("EMU-05", ("07", "bảy")),
        ("EMU-05.2", ("07",)),
    ]


def test_control_numbers_are_never_given_twice() -> None:
    docx = made(paper("{{số: CAR-04}} {{số: CAR-04}}", "{{bảng: CAR-01}}")).docx
    numbers = [found.get(name("w:val")) for found in body(docx).iter(name("w:id"))]
    assert len(numbers) == len(set(numbers)) > 60


def test_links_lead_nowhere_but_to_us() -> None:
    def elsewhere(tag: Tag) -> Answer:
        return replace(answer(tag), href="//evil.example/x")

    for answers in (answer, elsewhere):
        outside = [
            target for target in relations(made(GIFTS, answers=answers).docx).values() if "://" in target
        ]
        assert outside
        assert all(target.startswith(f"{BASE_URL}/") for target in outside)


def test_the_annex_tells_code_value_definition_and_records_of_every_figure() -> None:
    rows = annex(made(GIFTS).docx)
    assert [row[1] for row in rows] == ["CAR-04", "CAR-05"]
    assert rows[0][2].startswith("Số suất quà Tết đã traoMỗi suất quà Tết trao tận tay tính một lần")
    assert [row[3:] for row in rows] == [["179 suất", "3"], ["82.100.000 đồng", "3"]]


def test_the_annex_begins_a_page_and_stands_last() -> None:
    found = list(body(made(GIFTS).docx))
    title = next(p for p in found if text_of(p) == "Phụ lục")
    assert title.find(f"{name('w:pPr')}/{name('w:pageBreakBefore')}") is not None
    assert found[-1].tag == name("w:sectPr")


def test_an_annex_after_another_takes_the_next_number_and_says_what_it_goes_with() -> None:
    title = paragraph("AnnexTitle", "Phụ lục I\nDANH SÁCH", new_page=True)
    texts = [
        text_of(p)
        for p in body(made(paper("Phụ lục kèm theo: {{số: CAR-04}}.", title)).docx).iter(name("w:p"))
    ]
    at = texts.index("NGUỒN SỐ LIỆU")
    assert texts[at - 1] == "Phụ lục II"
    assert texts[at + 1].startswith("(Kèm theo Báo cáo số")


def test_a_document_without_figures_has_no_annex() -> None:
    assert said(made(paper("Kính gửi các công đoàn.")).docx) == "Kính gửi các công đoàn."


def test_the_same_answers_give_the_same_bytes() -> None:
    template = paper("{{số: CAR-04}}", "{{bảng: CAR-01, CAR-02}}", "{{biểu đồ: CAR-02 | theo = tháng}}")
    assert made(template).docx == made(template).docx


def test_the_file_tells_its_title_its_union_and_its_moment() -> None:
    known = reader.Document(io.BytesIO(made(GIFTS).docx)).core_properties
    assert (known.title, known.author) == (
        "Báo cáo sơ kết 6 tháng đầu năm 2024",
        "Công đoàn Viên chức tỉnh Lào Cai",
    )
    assert known.created.replace(tzinfo=UTC) == datetime(2024, 7, 3, 3, 30, tzinfo=UTC)
    days = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(made(GIFTS).docx)).infolist()}
    assert days == {(1980, 1, 1, 0, 0, 0)}


def test_a_table_has_a_line_for_each_union_and_one_for_the_whole() -> None:
    found = made(paper("{{bảng: CAR-01, CAR-02}}"))
    rows = [
        [text_of(cell) for cell in row.iter(name("w:tc"))]
        for row in body(found.docx).find(name("w:tbl")).iter(name("w:tr"))
    ]
    assert rows[0][1:3] == [
        "Công đoàn",
        "Số lượt đoàn viên, NLĐ khó khăn, ốm đau, hoạn nạn được thăm hỏi, trợ cấp (lượt người)",
    ]
    assert rows[1] == ["1", "CĐCS Sở, ngành số 1", "8", "4.607.143"]
    assert rows[-1] == ["", "Tổng hợp chung", "430", "258.000.000"]
    assert len(rows) == 58
    cell = next(figure for figure in found.printed if figure.row)
    assert (cell.ref, cell.texts) == ("CAR-01@laocai-cdvc-01", ("8",))


def test_a_bounded_table_shows_the_largest() -> None:
    found = lines(made(paper("{{bảng: CAR-02 | nhiều nhất = 2}}")).docx)
    assert [text for text in found if text.startswith("CĐCS")] == [
        "CĐCS Sở, ngành số 56",
        "CĐCS Sở, ngành số 55",
    ]


def test_a_chart_is_a_picture_told_in_words_too() -> None:
    docx = made(paper("{{biểu đồ: CAR-02 | theo = tháng}}")).docx
    described = next(body(docx).iter(name("wp:docPr"))).get("descr")
    assert described.startswith(
        "Số tiền thăm hỏi, trợ cấp khó khăn (đồng). Tháng 1: 9.500.000; Tháng 2: 19.000.000"
    )
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.read("word/media/so-bieu-do-1.png").startswith(b"\x89PNG")


def test_tables_and_charts_of_nothing_are_left_out_with_their_heading() -> None:
    template = paper(
        line("Chăm lo", style="Heading2"),
        "{{bảng: CAR-01}}",
        "{{biểu đồ: CAR-02 | theo = tháng}}",
        line("Khác", style="Heading2"),
        "Có.",
    )
    assert lines(made(template, answers=nothing).docx) == ["Khác", "Có."]


def test_a_caption_goes_with_its_table() -> None:
    template = paper(
        line("Bảng 1", style="Caption"), "{{bảng: CAR-01}}", line("Khác", style="Caption"), "Có."
    )
    assert lines(made(template, answers=nothing).docx) == ["Khác", "Có."]


def test_a_table_of_one_union_tells_nothing_more() -> None:
    def alone(tag: Tag) -> Answer:
        return replace(answer(tag), rows=answer(tag).rows[:1])

    assert lines(made(paper("Có.", "{{bảng: CAR-01}}"), answers=alone).docx) == ["Có."]


def test_a_heading_goes_with_all_its_smaller_headings() -> None:
    template = paper(
        line("Kết quả", style="Heading1"),
        line("Chăm lo", style="Heading2"),
        "[[Trao {{số: CAR-04}} suất.]]",
        line("Còn trống", style="Heading1"),
        line("Trên đây là báo cáo./.", style="Closing"),
    )
    found = made(template, answers=nothing)
    assert lines(found.docx) == ["Còn trống", "Trên đây là báo cáo./."]
    assert found.left_out[1:] == ("Kết quả", "Chăm lo")


def test_a_free_text_fills_as_many_paragraphs_as_it_has_lines() -> None:
    docx = made(
        paper("{{chữ: đánh giá | Nêu kết quả}}", "Hết."), texts={"danh-gia": "Một là, …\n\n  Hai là, …\n"}
    ).docx
    assert lines(docx) == ["Một là, …", "Hai là, …", "Hết."]


def test_an_unwritten_text_shows_what_to_write_until_the_report_is_issued() -> None:
    template = paper("{{chữ: đánh giá | Nêu kết quả}}", "Hết.")
    assert lines(made(template).docx) == ["[Nêu kết quả]", "Hết."]
    assert lines(made(template, issued=True).docx) == ["Hết."]


def test_what_people_write_is_never_read_as_tags() -> None:
    typed = "{{số: CAR-04}} [[x]] <w:p/> & \x00\ud800"
    assert lines(made(paper("{{chữ: đánh giá}}"), texts={"danh-gia": typed}).docx) == [
        "{{số: CAR-04}} [[x]] <w:p/> & "
    ]


def test_a_fact_of_several_lines_takes_a_paragraph_each() -> None:
    assert lines(made(paper("{{nơi nhận}}")).docx)[:2] == [
        "- Ban Thường vụ LĐLĐ tỉnh (b/c);",
        "- Thường trực Đảng ủy Khối (b/c);",
    ]


def test_a_figure_is_asked_once_however_often_it_is_printed() -> None:
    asked = []

    def ask(tag: Tag) -> Answer:
        asked.append(tag.code)
        return answer(tag)

    made(paper("[[{{số: CAR-04}} {{số: CAR-04 | dạng = chữ}}]]", "[[CAR-04: {{số: CAR-05}}]]"), answers=ask)
    assert sorted(asked) == ["CAR-04", "CAR-05"]


def test_a_missing_fact_leaves_no_trace_of_its_tag() -> None:
    docx = render(
        paper("Có {{công đoàn}}."),
        answer,
        {},
        vocabulary=template_vocabulary(),
        made_at=MADE_AT,
        base_url=BASE_URL,
    ).docx
    assert said(docx) == "Có ."

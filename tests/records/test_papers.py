"""Papers of a record: the list to sign and the sheet."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from congdoan.base.docx import TAG
from congdoan.base.errors import Refused
from congdoan.records import actions, papers
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.records.said import member, record

DAY = date(2024, 2, 1)
PEOPLE = [
    {"name": "Giàng Thị Sua", "cash": 500_000, "need": "illness"},
    {"name": "Lù A Páo", "cash": 300_000, "goods": 200_000, "goods_what": "gạo, mứt"},
]


@pytest.fixture
def gifts(cast: Cast) -> Record:
    union = cast["laocai-tu-phap"]
    named = {
        "superior_line": "CÔNG ĐOÀN VIÊN CHỨC TỈNH LÀO CAI",
        "place_name": "Lào Cai",
        "signer_name": "Nguyễn Thị Mai",
    }
    reform.rename(unit=union, on=date(2012, 1, 1), by=None, **named)
    return care(union, cast.funds["laocai-xa-hoi"], DAY, lines=PEOPLE, by=cast.users["chair"].pk)


def commended(cast: Cast) -> Record:
    people = [{"person": member(cast["laocai-bao"], "Trần Văn An")}]
    fields = {"award": "certificate", "issuer": "province", "achievement_year": 2023}
    return record("commendation", cast["laocai-cdvc"], DAY, **fields, lines={"awardees": people})


def texts(paper: bytes) -> list[str]:
    """Every paragraph, those in tables too."""
    body = Document(io.BytesIO(paper)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def tables(paper: bytes) -> list[list[list[str]]]:
    """The ruled tables, row by row."""
    found: Sequence[Any] = Document(io.BytesIO(paper)).tables
    return [[[c.text for c in row.cells] for row in t.rows] for t in found if t.style.name == "Table Grid"]


def test_the_list_to_sign_has_a_line_for_each_and_the_total_in_words(gifts: Record) -> None:
    paper = papers.printed(gifts, "receipt_list")
    assert tables(paper) == [
        [
            ["STT", "Họ và tên", "Công đoàn", "Nội dung", "Số tiền (đồng)", "Ký nhận"],
            ["1", "Giàng Thị Sua", "CĐCS Sở Tư pháp", "Quà Tết", "500.000", ""],
            ["2", "Lù A Páo", "CĐCS Sở Tư pháp", "Quà Tết; gạo, mứt", "500.000", ""],
            ["", "Tổng cộng: 02", "", "", "1.000.000", ""],
        ]
    ]
    assert "Bằng chữ: Một triệu đồng./." in texts(paper)


def test_a_paper_is_headed_and_signed_as_the_union_did_on_that_day(gifts: Record) -> None:
    reform.rename(
        unit=gifts.unit, on=date(2025, 1, 1), by=None, signer_name="Người Khác", place_name="Nơi khác"
    )
    found = texts(papers.printed(gifts, "receipt_list"))
    assert found[:2] == ["CÔNG ĐOÀN VIÊN CHỨC TỈNH\u00a0LÀO\u00a0CAI", "CĐCS SỞ TƯ PHÁP"]
    assert "Lào Cai, ngày 01 tháng 02 năm 2024" in found
    assert found.index("CHỦ TỊCH") < found.index("Nguyễn Thị Mai")


def test_awards_are_signed_for_without_money(cast: Cast) -> None:
    paper = papers.printed(commended(cast), "receipt_list")
    assert tables(paper)[0][0] == ["STT", "Họ và tên", "Công đoàn", "Nội dung", "Ký nhận"]
    assert not [text for text in texts(paper) if text.startswith("Bằng chữ")]


def test_the_sheet_says_what_was_done_what_it_adds_and_who_changed_it(cast: Cast, gifts: Record) -> None:
    actions.amend(
        record=gifts, by=cast.users["officer"].pk, why="Ghi sót một người", lines={"recipients": PEOPLE * 1}
    )
    gifts = Record.objects.get(pk=gifts.pk)
    facts, people, added, versions = tables(papers.printed(gifts, "record_sheet", sensitive=True))
    assert ["Nguồn kinh phí", "Quỹ Xã hội tỉnh Lào Cai"] in facts
    assert people[1][:3] == ["1", "Giàng Thị Sua", "500.000\u00a0đồng"]
    assert "Bệnh hiểm nghèo" in people[1]
    assert ["CAR-04", "Số suất quà Tết đã trao", "CĐCS Sở Tư pháp", "01/02/2024", "2\u00a0suất"] in added
    assert [(row[0], row[2], row[3]) for row in versions[1:]] == [
        ("1", "Nguyễn Thị Mai", "Ghi lần đầu"),
        ("2", "Trần Văn Bình", "Ghi sót một người"),
    ]


def test_sensitive_columns_and_names_are_printed_only_when_asked(gifts: Record) -> None:
    told = " ".join(texts(papers.printed(gifts, "record_sheet")))
    assert "Giàng Thị Sua" in told
    assert "Bệnh hiểm nghèo" not in told
    assert "Giàng Thị Sua" not in " ".join(texts(papers.printed(gifts, "record_sheet", rows=False)))
    with pytest.raises(Refused):
        papers.printed(gifts, "receipt_list", rows=False)


def test_a_withdrawn_record_says_so_and_adds_nothing(cast: Cast) -> None:
    made = commended(cast)
    actions.withdraw(record=made, by=None, why="Ghi nhầm năm")
    paper = papers.printed(Record.objects.get(pk=made.pk), "record_sheet")
    assert "VIỆC NÀY ĐÃ HỦY, KHÔNG TÍNH VÀO SỐ LIỆU" in texts(paper)
    assert "Phần cộng vào số liệu" not in texts(paper)


def test_every_record_has_a_sheet_and_only_lists_of_receivers_are_signed(cast: Cast) -> None:
    inspected = record("inspection", cast["laocai-bao"], DAY, subject="finance", level="own")
    assert [paper.slug for paper in papers.papers_of(inspected)] == ["record_sheet"]
    assert [paper.slug for paper in papers.papers_of(commended(cast))] == ["receipt_list", "record_sheet"]
    assert papers.printed(inspected, "record_sheet").startswith(b"PK")
    with pytest.raises(Refused, match="không in được giấy ấy"):
        papers.printed(inspected, "receipt_list")


def test_no_tag_is_left_on_paper_and_the_same_record_gives_the_same_bytes(gifts: Record) -> None:
    for paper in papers.papers_of(gifts):
        first = papers.printed(gifts, paper.slug, sensitive=True)
        assert not TAG.search(" ".join(texts(first)))
        assert papers.printed(gifts, paper.slug, sensitive=True) == first


@pytest.mark.parametrize("slug", ["receipt_list", "record_sheet"])
def test_paper_is_laid_out_by_the_decree(gifts: Record, slug: str) -> None:
    document = Document(io.BytesIO(papers.printed(gifts, slug)))
    page = document.sections[0]
    sides = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert [round(side.mm) for side in sides] == [20, 20, 30, 15]
    assert page.different_first_page_header_footer
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.core_properties.language == "vi-VN"

"""The Word file read back for the screen: looks, numbers of headings, tables, chips, open places."""

import pytest

from congdoan.reports import onscreen
from congdoan.reports.layout import paragraph
from congdoan.reports.numbering import roman
from congdoan.reports.onscreen import Block
from congdoan.reports.ooxml import node, text_run
from congdoan.reports.wording.half_year import HALF_YEAR
from tests.reports.papers import line, paper
from tests.reports.sample import made

STATES = {"CAR-04": "changed", "CAR-05": "frozen"}


def blocks(docx: bytes) -> list[Block]:
    return onscreen.blocks(docx, STATES)


def shown(*paragraphs: object) -> list[Block]:
    """What stands before the annex of a small template."""
    found = blocks(made(paper(*paragraphs)).docx)  # type: ignore[arg-type]
    return found[: next((at for at, block in enumerate(found) if block.new_page), len(found))]


@pytest.fixture(scope="module")
def report() -> list[Block]:
    return blocks(made(HALF_YEAR.path.read_bytes(), issued=True, texts={"nhiem-vu": "Chuẩn bị."}).docx)


def test_headings_bear_the_numbers_word_gives_them(report: list[Block]) -> None:
    headings = [f"{b.label} {b.text}" for b in report if b.kind == "h" and b.label]
    assert headings[:4] == [
        "I. TÌNH HÌNH CHUNG",
        "II. KẾT QUẢ HOẠT ĐỘNG",
        "1. Chăm lo đời sống đoàn viên, người lao động",
        "2. Đại diện, bảo vệ; thực hiện dân chủ ở cơ sở",
    ]
    assert headings[-1] == "III. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2024", "what was left out leaves no gap"
    assert [b.level for b in report if b.kind == "h" and b.label][:3] == [2, 2, 3]


def test_the_head_of_the_paper_stands_in_two_columns(report: list[Block]) -> None:
    head = report[0].table
    assert head
    assert head.layout
    left, right = (cell.blocks for cell in head.rows[0])
    texts = [b.text.replace("\xa0", " ") for b in left if b.parts]
    assert texts == ["LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI", "CÔNG ĐOÀN VIÊN CHỨC TỈNH"]
    assert "to-center bold" in right[0].looks
    assert left[-1].kind == "rule"


def test_tables_keep_heads_widths_and_which_columns_are_numbers(report: list[Block]) -> None:
    by_union, sources = (b.table for b in report if b.table and not b.table.layout)
    assert by_union
    assert sources
    assert [cell.blocks[0].text for cell in by_union.heads[0]][:2] == ["TT", "Công đoàn"]
    assert (len(by_union.rows), by_union.of_numbers, sources.of_numbers) == (57, True, False)
    assert [cell.number for cell in by_union.rows[0]] == [False, False, True, True, True, True]
    assert [cell.head for cell in sources.rows[0]] == [
        "TT",
        "Mã",
        "Mục số liệu, cách tính",
        "Số liệu",
        "Số việc",
    ]
    assert 98 <= sum(by_union.widths) <= 102


def test_a_chart_is_told_in_words(report: list[Block]) -> None:
    picture = next(b for b in report if b.kind == "picture")
    assert picture.picture.startswith("data:image/png;base64,iVBOR")
    assert "T1" in picture.alt or "Tháng 1" in picture.alt


def test_a_figure_is_a_chip_that_leads_to_its_page() -> None:
    parts = shown("Có {{số: CAR-04}} suất, {{số: CAR-05}}.")[0].parts
    assert [part.text for part in parts] == ["Có ", "179", " suất, ", "82,1 triệu đồng", "."]
    chip = parts[1]
    assert (chip.ref, chip.href, chip.state) == ("CAR-04", "/so-lieu/CAR-04/?ky=2024-H1", "changed")
    assert chip.markup.startswith(
        '<a class="figure-chip changed" href="/so-lieu/CAR-04/?ky=2024-H1" data-ref="CAR-04"'
    )
    assert "đã khác lúc chốt" in chip.markup
    assert "đã khác lúc chốt" not in parts[3].markup


def test_words_are_shown_as_words() -> None:
    part = shown('<script>alert("x")</script> {{số: CAR-04}}')[0].parts[0]
    assert part.markup == "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; "


def test_a_templates_own_looks_are_kept() -> None:
    own = node("w:p", node("w:pPr", node("w:jc", w_val="right")))
    own.append(text_run("Bên phải", node("w:r", node("w:rPr", node("w:b"), node("w:i", w_val="0")))))
    block = shown(own, line("Một\tHai\nBa"))
    assert block[0].looks.startswith("to-right")
    assert (block[0].parts[0].bold, block[0].parts[0].italic) == (True, False)
    assert block[1].text == "Một\tHai\nBa"


def test_an_open_place_is_found_with_its_words() -> None:
    docx = made(
        paper("{{chữ: hạn chế | Nêu hạn chế}}"),
        texts=onscreen.open_places({"han-che": "Một.\nHai."}, {"han-che": "Nêu hạn chế"}),
    ).docx
    (block,) = (b for b in blocks(docx) if b.kind == "text")
    assert (block.name, block.prompt, block.lines, block.text) == (
        "han-che",
        "Nêu hạn chế",
        ("Một.", "Hai."),
        "Một.\nHai.",
    )


def test_what_begins_a_page_is_marked() -> None:
    found = blocks(made(paper(line("Thân"), paragraph("AnnexTitle", "Phụ lục I", new_page=True))).docx)
    assert [b.new_page for b in found if b.text] == [False, True]


@pytest.mark.parametrize(
    ("number", "said"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")]
)
def test_roman_numbers(number: int, said: str) -> None:
    assert roman(number) == said

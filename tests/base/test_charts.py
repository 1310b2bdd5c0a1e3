"""Charts: bars from zero, true to their values, readable aloud, the same picture every time."""

from xml.etree import ElementTree

import pytest

from congdoan.base.charts import Bar, bars, columns, number_text, png, spark, wrapped

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    Bar("CĐCS Sở Y tế", 40_000_000, 10_000_000),
    Bar("CĐCS Sở Tư pháp", 10_000_000, 0),
    Bar("Ban Dân tộc", None),
]


def marks(svg: str, name: str) -> list[ElementTree.Element]:
    """The marks that stand for something, in the order drawn."""
    return [rect for rect in ElementTree.fromstring(svg).iter(f"{SVG}rect") if rect.get("class") == name]


def widths(svg: str, name: str = "now") -> list[float]:
    return [float(str(rect.get("width")).rstrip("%")) for rect in marks(svg, name)]


def said(svg: str) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_bar_is_as_long_as_its_value_and_begins_at_zero() -> None:
    svg = bars("Chi chăm lo", ROWS, "đồng")
    assert widths(svg) == [100, 25, 0]
    assert widths(svg, "before") == [25, 0]
    assert {rect.get("x") for rect in marks(svg, "now")} == {"0"}


def test_last_year_sets_the_scale_when_it_was_more() -> None:
    assert widths(bars("Quà", [Bar("A", 50, 200)])) == [25]


def test_a_value_below_zero_has_no_length() -> None:
    assert widths(bars("Quà", [Bar("A", -5), Bar("B", 10)])) == [0, 100]


def test_no_values_at_all_is_a_chart_without_lengths() -> None:
    assert widths(bars("Quà", [Bar("A", None), Bar("B", 0)])) == [0, 0]


def test_sums_are_written_in_millions_and_the_chart_says_so() -> None:
    texts = said(bars("Chi chăm lo", ROWS, "đồng"))
    assert texts[0] == "Đơn vị tính: triệu đồng"
    assert {"40", "10", "—"} <= set(texts)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(1240, "suất", "1.240"), (82_100_000, "đồng", "82,1"), (450_000, "đồng", "0,45"), (None, "", "—")],
)
def test_a_number_is_short_on_a_chart(value: int | None, unit: str, text: str) -> None:
    assert number_text(value, unit) == text


def test_a_chart_is_read_aloud_in_full() -> None:
    root = ElementTree.fromstring(bars("Chi chăm lo", ROWS, "đồng"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Chi chăm lo"
    told = root.findtext(f"{SVG}desc") or ""
    assert told.startswith("CĐCS Sở Y tế: 40 triệu đồng, cùng kỳ năm trước 10;")
    assert told.endswith("Ban Dân tộc: chưa có số liệu.")


def test_what_a_name_says_is_never_markup() -> None:
    svg = bars('A & "B" <script>', [Bar('<b>Sở</b> & "Y tế"', 1)], "<i>")
    assert "<script>" not in svg
    assert "<b>Sở</b>" not in svg
    assert '<b>Sở</b> & "Y tế"' in said(svg)


def test_a_long_name_is_cut_on_its_second_line_and_stands_whole_in_the_title() -> None:
    name = "Công đoàn cơ sở Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Lào Cai"
    svg = bars("Quà", [Bar(name, 1)])
    drawn = [text for text in said(svg) if text != "1"]
    assert len(drawn) == 2
    assert drawn[1].endswith("…")
    assert name in (ElementTree.fromstring(svg).findtext(f"{SVG}g/{SVG}title") or "")


def test_a_name_wraps_between_words() -> None:
    assert wrapped("Sở Nông nghiệp và Phát triển", 16) == ["Sở Nông nghiệp", "và Phát triển"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrapped("x" * 30, 10) == ["x" * 9 + "…"]


def test_a_column_is_as_high_as_its_value_and_stands_on_the_floor() -> None:
    svg = columns("Quà", [Bar("T1", 100, 50), Bar("T2", 25, 0)], height=200)
    now, before = marks(svg, "now"), marks(svg, "before")
    assert [float(str(rect.get("height"))) for rect in now] == [200, 50]
    assert [float(str(rect.get("height"))) for rect in before] == [100, 0]
    feet = {float(str(rect.get("y"))) + float(str(rect.get("height"))) for rect in now + before}
    assert len(feet) == 1


def test_twelve_long_numbers_leave_only_the_highest_and_the_last() -> None:
    months = [Bar(f"T{n}", 1000 + n if n != 5 else 9999) for n in range(1, 13)]
    numbers = [text for text in said(columns("Quà", months)) if "." in text]
    assert numbers == ["9.999", "1.012"]


def test_no_months_is_an_empty_chart() -> None:
    assert marks(columns("Quà", []), "now") == []


def test_on_a_page_colours_are_the_style_sheets_on_paper_they_are_literal() -> None:
    assert "var(--chart-1)" in bars("Quà", ROWS)
    assert "var(" not in bars("Quà", ROWS, theme="paper", width=600)
    assert "var(" not in columns("Quà", ROWS, theme="paper", width=600)


def test_a_spark_ends_where_the_last_month_is() -> None:
    root = ElementTree.fromstring(spark([0, 5, None, 10]))
    (dot,) = root.iter(f"{SVG}circle")
    assert (dot.get("cx"), dot.get("cy")) == ("86", "2")
    assert root.get("aria-hidden") == "true"


def test_a_spark_of_nothing_is_a_flat_line() -> None:
    assert ElementTree.fromstring(spark([])).find(f"{SVG}polyline") is not None


def test_the_picture_for_paper_is_the_same_every_time() -> None:
    svg = bars("Chi chăm lo", ROWS, "đồng", theme="paper", width=300)
    picture = png(svg, zoom=1)
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 300
    assert picture == png(svg, zoom=1)


def test_the_picture_shows_vietnamese_letters_and_not_boxes() -> None:
    pictures = {
        png(bars("x", [Bar(letters, 1)], theme="paper", width=200), zoom=1) for letters in ("ạ", "ằ", "ộ")
    }
    assert len(pictures) == 3

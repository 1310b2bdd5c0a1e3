"""The tag language: what a clerk may type, and what each wrong word is answered."""

import pytest

from congdoan.base.errors import Refused
from congdoan.reports.checking import tags_of
from congdoan.reports.tags import CHANGE, CHART, FACT, FIGURE, LIST, SHARE, TABLE, TEXT, Tag, parse
from congdoan.reports.vocabulary import FACTS, of_catalogue
from tests.reports.papers import line, paper

WORDS = of_catalogue()


def read(typed: str) -> Tag:
    return parse(typed, WORDS)


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("{{số: CAR-04}}", Tag(FIGURE, codes=("CAR-04",))),
        ("{{số: CAR-04 | kỳ = năm trước}}", Tag(FIGURE, codes=("CAR-04",), period="year-before")),
        ("{{số: CAR-04 | kỳ = cùng kỳ}}", Tag(FIGURE, codes=("CAR-04",), period="same-period")),
        ("{{số: CAR-04 | kỳ = 2023}}", Tag(FIGURE, codes=("CAR-04",), period="2023")),
        ("{{số: CAR-04 | kỳ = 2024-h1}}", Tag(FIGURE, codes=("CAR-04",), period="2024-H1")),
        ("{{số: CAR-04 | phạm vi = riêng}}", Tag(FIGURE, codes=("CAR-04",), scope="own")),
        ("{{số: CUL-05 | lọc = giải: Nhất}}", Tag(FIGURE, codes=("CUL-05",), where=(("prize", "first"),))),
        ("{{số: CAR-02 | lọc = hình thức: hiện vật | lọc = dịp: Tết}}",
         Tag(FIGURE, codes=("CAR-02",), where=(("form", "goods"), ("occasion", "tet")))),
        ("{{số: PRO-12 | lọc = đợt: 2}}", Tag(FIGURE, codes=("PRO-12",), where=(("round", "2"),))),
        ("{{tỷ lệ: REP-02 | dạng = phân số}}", Tag(SHARE, codes=("REP-02",), form="fraction")),
        ("{{so sánh: CAR-02}}", Tag(CHANGE, codes=("CAR-02",))),
        ("{{liệt kê: CAR-05 | theo = nguồn kinh phí}}", Tag(LIST, codes=("CAR-05",), by="source")),
        ("{{bảng: CAR-01, CAR-02 | nhiều nhất = 10}}", Tag(TABLE, codes=("CAR-01", "CAR-02"), most=10)),
        ("{{biểu đồ: CAR-02 | theo = tháng}}", Tag(CHART, codes=("CAR-02",), by="month")),
        ("{{chữ: đánh giá chung | Nêu việc nổi bật}}", Tag(TEXT, name="danh-gia-chung", prompt="Nêu việc nổi bật")),
        ("{{công đoàn}}", Tag(FACT, name="cong-doan")),
    ],
)  # fmt: skip
def test_a_tag_says_what_it_asks_for(typed: str, tag: Tag) -> None:
    assert read(typed) == tag


@pytest.mark.parametrize(
    "typed",
    [
        "{{số:CAR-04|kỳ=năm trước}}",
        "{{so:car-04|ky=nam-truoc}}",
        "{{ SỐ : CAR-04 | KỲ = Năm  Trước }}",
        "{{so: CAR-04 | kỳ=năm_trước}}",
    ],
)
def test_marks_capitals_and_spaces_make_no_difference(typed: str) -> None:
    assert read(typed) == read("{{số: CAR-04 | kỳ = năm trước}}")


def test_letters_typed_as_separate_marks_are_the_same_letters() -> None:
    assert read("{{số: CAR-04}}") == read("{{số: CAR-04}}")


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("{{số: CAR-99}}", "không có mục số liệu CAR-99"),
        ("{{sô liệu: CAR-04}}", "không có loại thẻ “sô liệu”"),
        ("{{tên công ty}}", "không có thẻ này"),
        ("{{số: CAR-04 | màu = đỏ}}", "không có phần “mau”"),
        ("{{số: CAR-04 | kỳ = bao giờ}}", "Không hiểu kỳ"),
        ("{{số: CAR-04 | phạm vi = xã}}", "hãy chọn duoi, rieng, tat ca"),
        ("{{số: CAR-04 | lọc = giải: nhất}}", "CAR-04 không chia theo “giai”"),
        ("{{số: CUL-05 | lọc = giải: tư}}", "không có giá trị “tư”"),
        ("{{số: CUL-05 | lọc = giải: nhì | lọc = giải: ba}}", "lọc hai lần"),
        ("{{số: CAR-04 | dạng = tròn | dạng = chữ}}", "“dang” ghi hai lần"),
        ("{{số: CAR-04 | dạng = phân số}}", "CAR-04 không phải là tỷ lệ"),
        ("{{số: CAR-04 | dạng = tiền}}", "CAR-04 không phải là số tiền"),
        ("{{tỷ lệ: CAR-04}}", "CAR-04 không phải là tỷ lệ"),
        ("{{bảng: REP-02}}", "REP-02 là tỷ lệ, không chia nhỏ được"),
        ("{{số: CAR-01, CAR-02}}", "chỉ bảng mới nhận nhiều mã"),
        ("{{số: CAR-04 | riêng}}", "phải viết dạng “tên = giá trị”"),
        ("{{bảng: CAR-01 | nhiều nhất = 9999}}", "số dòng phải từ 1 đến 200"),
        ("{{liệt kê: CAR-05}}", "cần “theo = …”"),
        ("{{chữ: ../../etc}}", "tên đoạn chữ"),
        ("{{công đoàn | dạng = tròn}}", "không dùng được ở thẻ này"),
        ("{{số: CAR-04 | kỳ = " + "x" * 500 + "}}", "dài quá"),
        ("{{ __import__('os').system('id') }}", "không có thẻ này"),
        ("{{số: CAR-04.__class__}}", "không có mục số liệu"),
        ("{{7*7}}", "không có thẻ này"),
    ],
)
def test_a_wrong_tag_is_told_why(typed: str, because: str) -> None:
    with pytest.raises(Refused) as refused:
        read(typed)
    assert because in refused.value.sentence


def test_everything_wrong_with_a_template_is_told_at_once() -> None:
    template = paper(
        "Có {{số: CAR-99}} và {{tên giám đốc}}.",
        "[[Chưa đóng {{số: CAR-01}}",
        "Trị giá {{số: CAR-02}",
        "[[Không số.]]",
    )
    with pytest.raises(Refused) as refused:
        tags_of(template, WORDS)
    for named in (
        "{{số: CAR-99}}",
        "{{tên giám đốc}}",
        "chưa đóng bằng ]]",
        "{{số: CAR-02}",
        "[[Không số.]]",
    ):
        assert named in refused.value.sentence


@pytest.mark.parametrize(
    "typed",
    ["Bảng: {{bảng: CAR-01}}", "[[{{biểu đồ: CAR-02 | theo = tháng}}]]", "{{chữ: khác}} {{chữ: nữa}}"],
)
def test_tables_charts_and_free_texts_need_a_paragraph_of_their_own(typed: str) -> None:
    with pytest.raises(Refused, match="phải đứng riêng một đoạn"):
        tags_of(paper(typed), WORDS)


def test_a_condition_names_a_figure_that_exists() -> None:
    with pytest.raises(Refused, match="không có mục số liệu CAR-77"):
        tags_of(paper("[[CAR-77: Đã trao quà.]]"), WORDS)


def test_the_tags_of_a_template_come_in_the_order_of_reading() -> None:
    template = paper(line("{{công ", "đoàn}} có {{số: ORG-01}}"), "{{chữ: đánh giá}}")
    assert [tag.kind for tag in tags_of(template, WORDS)] == [FACT, FIGURE, TEXT]


def test_every_fact_is_typed_as_the_guide_writes_it() -> None:
    for fact in FACTS:
        assert read("{{" + fact.replace("-", " ") + "}}").name == fact


def test_every_breakdown_of_every_figure_can_be_filtered_by_its_name_on_screen() -> None:
    for code, askable in WORDS.figures.items():
        for name, cut in askable.cuts.items():
            value = next(iter(cut.values), "1")
            assert read(f"{{{{số: {code} | lọc = {name}: {value}}}}}").where[0][0] == cut.key

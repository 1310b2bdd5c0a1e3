"""Templates a union brings: data, kept by digest, refused by name where they hold more than that."""

import pytest

from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.reports import library
from congdoan.reports.wording import WORDINGS
from tests.cast import Cast
from tests.reports.book import begun, template
from tests.reports.papers import in_document, paper, with_part


def test_a_template_is_kept_by_what_is_in_it(cast: Cast) -> None:
    docx = paper("Có {{số: CAR-04}} suất.")
    made = library.upload(unit=cast["laocai-cdvc"], name="  Mẫu   riêng ", docx=docx, by=None)
    assert (made.name, store.get(made.digest)) == ("Mẫu riêng", docx)
    assert library.content(str(made.uid)) == docx
    assert library.label(str(made.uid)) == "Mẫu riêng"


def test_a_template_serves_its_union_and_those_below(cast: Cast) -> None:
    own = template(cast, "laocai-cdvc")
    offered = {
        code: own in library.choices(cast[code])
        for code in ("laocai-cdvc", "laocai-bao", "laocai-ldld", "yenbai-ldld")
    }
    assert offered == {"laocai-cdvc": True, "laocai-bao": True, "laocai-ldld": False, "yenbai-ldld": False}
    assert begun(cast, "laocai-bao", template=own).template == own
    with pytest.raises(Refused, match="không dùng cho công đoàn đang chọn"):
        begun(cast, "yenbai-ldld", template=own)


def test_one_taken_out_of_the_choices_begins_nothing_new(cast: Cast) -> None:
    own = template(cast)
    found = library.find(own)
    assert found
    library.retire(template=found, by=None, why="mẫu cũ")
    assert own not in library.choices(cast["laocai-cdvc"])
    with pytest.raises(Refused, match="chọn mẫu khác"):
        begun(cast, template=own)
    assert template(cast) != own  # the name is free again


@pytest.mark.parametrize(
    "name", ["khong-co", "0" * 36, "00000000-0000-0000-0000-000000000000", "../../etc/passwd", ""]
)
def test_a_template_that_does_not_exist_is_named(cast: Cast, name: str) -> None:
    with pytest.raises(Refused, match="Không có mẫu báo cáo"):
        library.content(name)
    with pytest.raises(Refused, match="Không có mẫu báo cáo"):
        begun(cast, template=name)


@pytest.mark.parametrize(
    ("docx", "why"),
    [
        (b"khong phai Word", "Word"),
        (paper("{{số: XYZ-99}}"), "XYZ-99"),
        (paper("{{ 7*7 }}"), r"\{\{ 7\*7 \}\}"),
        (paper("{{số: CAR-04.__class__}}"), "CAR-04.__CLASS__"),
        (paper("{% for x in y %}{{cong doan}}", "{{so: CAR-04 | lọc = giải: nhất}}"), "không chia theo"),
        (with_part(paper("Có."), {"word/vbaProject.bin": b"x"}), "macro|vbaProject"),
        (
            in_document(paper("Có."), "<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r></w:p>"),
            "trường Word",
        ),
    ],
)
def test_a_hostile_or_mistaken_template_is_refused_by_name(cast: Cast, docx: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        library.upload(unit=cast["laocai-cdvc"], name="Mẫu", docx=docx, by=None)
    assert set(library.choices(cast["laocai-cdvc"])) <= set(WORDINGS)


def test_names_are_given_and_given_once(cast: Cast) -> None:
    template(cast)
    with pytest.raises(Refused, match="Đã có mẫu tên"):
        template(cast)
    with pytest.raises(Refused, match="đặt tên"):
        library.upload(unit=cast["laocai-cdvc"], name=" ", docx=paper("Có."), by=None)


def test_a_report_bears_the_names_of_its_template_and_period(cast: Cast) -> None:
    assert begun(cast).title == "Báo cáo sơ kết 6 tháng đầu năm 2024"
    assert begun(cast, period="2024-Q1", template=template(cast)).title == "Mẫu riêng, quý I năm 2024"

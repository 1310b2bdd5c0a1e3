"""The papers of a conference come out of its one list, its agenda and its minutes; its conclusions go into the plan."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.words import place_and_day
from congdoan.meetings import actions, asking, concluding, numbering, parts, queries
from congdoan.meetings.models import Meeting
from congdoan.papers import actions as papers
from congdoan.papers.planning import plan_of_year
from congdoan.papers.queries import register
from tests.cast import Cast
from tests.meetings.gathered import UPPER, prepared
from tests.records.filled import as_
from tests.records.said import record

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 5)
SAID = {
    "chair": "Đồng chí Lò Thị Chủ, Chủ tịch",
    "secretary": "Vù A Ký",
    "course": "Khai mạc.\nBáo cáo tổng kết.",
    "votes": "Chương trình năm 2024: 04/04 đồng ý.",
    "conclusion": "Các chỉ tiêu năm 2023 đều đạt.",
}


def text_of(content: bytes) -> str:
    """All that a Word file says, its tables in their places."""
    body = Document(io.BytesIO(content)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def made(meeting: Meeting, slug: str) -> str:
    """One paper's text."""
    part = parts.PARTS[slug]
    assert part.missing(meeting) == ""
    return text_of(part.make(meeting))


def test_each_who_is_asked_gets_an_invitation(cast: Cast) -> None:
    meeting = prepared(cast, DAY, place="Hội trường tầng 2")
    said = made(meeting, "giay-moi")
    assert said.count("GIẤY MỜI") == 5
    for whom in ("Đồng chí Hà Văn Ân, Ủy viên, Ban Dân vận", "Đồng chí Chủ tịch, CĐCS Sở Tư pháp"):
        assert whom in said
    assert said.count("Hội trường tầng 2") == 5


def test_one_list_is_the_list_of_delegates_and_the_list_to_sign(cast: Cast) -> None:
    meeting = prepared(cast, DAY)
    first = queries.roll(meeting).delegates[0]
    asking.mark(delegate=first, state="absent", reason="đi công tác", by=None)
    asking.mark_rest(meeting=meeting, by=None)
    listed, signed = made(meeting, "danh-sach-dai-bieu"), made(meeting, "danh-sach-ky-nhan")
    assert "Có mặt 04/05 đại biểu được mời." in listed
    assert "đi công tác" in listed
    assert all(one.called in signed for one in queries.roll(meeting).delegates)


def test_minutes_hold_what_was_said_in_its_own_lines(cast: Cast) -> None:
    meeting = actions.write(meeting=prepared(cast, DAY), by=None, **SAID)
    said = made(meeting, "bien-ban")
    assert "Vào hồi" in said
    for line in ("Khai mạc.", "Báo cáo tổng kết.", "IV. Kết luận", "Các chỉ tiêu năm 2023 đều đạt."):
        assert line in said.splitlines()
    assert "Ý kiến phát biểu" not in said
    assert "{{" not in said


def test_what_a_meeting_concludes_goes_into_the_plan_of_its_year(cast: Cast) -> None:
    meeting = actions.write(meeting=prepared(cast, DAY), by=None, **SAID)
    line = concluding.charge(
        meeting=meeting, what="Tổ chức Tết Sum vầy", who="Ban Thường vụ", due_on=date(2024, 2, 5), by=None
    )
    assert line.plan == plan_of_year(unit=cast[UPPER], year=2024, by=None)
    (task,) = queries.tasks(meeting, date(2024, 3, 1))
    assert (task.line, task.state) == (line, "late")
    for paper in ("bien-ban", "thong-bao-ket-luan", "ke-hoach"):
        assert "Tổ chức Tết Sum vầy" in made(meeting, paper)


def test_a_task_due_before_the_meeting_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="từ ngày họp 05/01/2024"):
        concluding.charge(
            meeting=prepared(cast, DAY), what="Báo cáo", who="Văn phòng", due_on=date(2024, 1, 4), by=None
        )


def test_the_award_list_is_of_the_year_summed_up(cast: Cast) -> None:
    meeting = prepared(cast, DAY)
    rows = {"collectives": [{"union": cast["laocai-tu-phap"]}], "awardees": []}
    for year, number in ((2023, "91/QĐ-LĐLĐ"), (2022, "12/QĐ-LĐLĐ")):
        record(
            "commendation", cast[UPPER], date(year, 12, 20), award="certificate", issuer="province",
            achievement_year=year, number=number, lines=rows,
        )  # fmt: skip
    said = made(meeting, "danh-sach-khen-thuong")
    assert "năm 2023" in said
    assert (said.count("CĐCS Sở Tư pháp"), "01 tập thể" in said) == (2, True)


def test_the_pack_holds_what_is_written_and_says_what_is_not(cast: Cast) -> None:
    meeting = prepared(cast, DAY)
    missing = {part.slug: why for part, why in parts.listed(meeting)}
    assert missing["bien-ban"] == "Chưa ghi biên bản."
    with zipfile.ZipFile(io.BytesIO(parts.zipped(meeting))) as pack:
        names = pack.namelist()
    assert names[:3] == ["01-giay-moi.docx", "02-chuong-trinh.docx", "03-danh-sach-dai-bieu.docx"]
    assert "bien-ban" not in " ".join(names)
    assert parts.zipped(meeting) == parts.zipped(meeting)


def test_a_paper_takes_its_number_from_the_register_in_one_press(cast: Cast) -> None:
    meeting = actions.write(meeting=prepared(cast), by=None, **SAID)
    client = as_(cast, "officer")
    assert "Số: ……/GM-……" in made(meeting, "giay-moi")
    for slug in ("giay-moi", "bien-ban", "thong-bao-ket-luan", "giay-moi"):
        client.post(f"/hoi-nghi/{meeting.uid}/bo-tai-lieu/{slug}/so")
    issued = [(one.code, one.subject) for one in register(cast[UPPER], "out").order_by("pk")]
    assert issued == [
        ("01/GM-CĐVC", "Mời dự hội nghị tổng kết năm 2023"),
        ("01/BB-CĐVC", "Biên bản hội nghị tổng kết năm 2023"),
        ("01/TB-CĐVC", "Kết luận hội nghị tổng kết năm 2023"),
    ]
    for slug, code in (("giay-moi", "GM"), ("bien-ban", "BB"), ("thong-bao-ket-luan", "TB")):
        assert f"Số: 01/{code}-CĐVC" in made(meeting, slug)
    assert place_and_day("", today()) in made(meeting, "giay-moi")


def test_a_number_withdrawn_is_not_borne_and_the_next_is_taken(cast: Cast) -> None:
    meeting, part = prepared(cast), parts.PARTS["giay-moi"]
    papers.withdraw(paper=numbering.number(meeting=meeting, part=part, by=None), by=None, why="Sai ngày")
    assert "Số: ……/GM-……" in made(meeting, "giay-moi")
    assert numbering.number(meeting=meeting, part=part, by=None).number == 2
    with pytest.raises(Refused, match="Chưa ghi biên bản"):
        numbering.number(meeting=meeting, part=parts.PARTS["bien-ban"], by=None)
    with pytest.raises(Refused, match="không lấy số"):
        numbering.number(meeting=meeting, part=parts.PARTS["danh-sach-dai-bieu"], by=None)


def test_the_lists_of_all_benches_stand_column_under_column(cast: Cast) -> None:
    document = Document(io.BytesIO(parts.PARTS["danh-sach-dai-bieu"].make(prepared(cast, DAY))))
    benches = [table for table in document.tables if table.cell(0, 0).text == "STT"]
    widths = [[column.width for column in table.columns] for table in benches]
    assert (len(widths), widths[0]) == (2, widths[1])

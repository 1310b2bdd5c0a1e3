"""The end of a body: done when its closing report is issued and its minutes are kept; what is late says so."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from congdoan.base.period import Period, today
from congdoan.members.models import Membership, Person
from congdoan.org.models import Unit
from congdoan.papers import actions as papers
from congdoan.papers.models import Paper
from congdoan.records.files import read
from congdoan.reform import closing, plan, reorganising
from congdoan.reports import actions as reports
from tests.cast import Cast
from tests.records import pictures
from tests.records.filled import as_
from tests.records.pictures import photo
from tests.reform.test_pages import text
from tests.reform.test_reorganising import ON, PLAN

DUE = "due.handover = 2024-06-25\ndue.dues = 2024-06-01\n"
OLD = "laocai-tu-phap"


def ended(book: Cast) -> Unit:
    said = plan.read(PLAN.replace("[[step]]", DUE + "[[step]]", 1))
    reorganising.carry_out(plan=said, by=None)
    return Unit.objects.get(code=OLD)


def points(unit: Unit) -> dict[str, closing.Point]:
    found = closing.closing(unit)
    assert found is not None
    return {point.what: point for point in found.points}


def words(content: bytes) -> str:
    document: Any = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(p.text for p in document.paragraphs), *cells]).replace("\u00a0", " ")


def test_it_is_done_when_its_report_is_issued_and_its_minutes_are_kept(book: Cast) -> None:
    unit = ended(book)
    days = Period.between(date(2024, 1, 1), ON)
    report = reports.begin(unit=unit, period=days, template="half_year", by=None)
    reports.freeze(report=report, by=None)
    reports.issue(report=report, signer="Nguyễn Thị Mai", on=today(), number=None, by=None)
    before = closing.closing(unit)
    assert before is not None
    assert (before.finished, before.last, before.to) == (False, ON, Unit.objects.get(code="tu-phap"))
    assert points(unit)[closing.PAPER].late(ON)
    register(Unit.objects.get(code="tu-phap"))
    after = closing.closing(unit)
    assert after is not None
    assert after.finished


def register(unit: Unit) -> None:
    """The signed minutes are entered by whoever received, with their scan."""
    paper = papers.register(
        unit=unit, way="out", sort=Paper.Sort.MINUTES, dated_on=ON + timedelta(days=1), subject="Biên bản bàn giao CĐCS Sở Tư pháp", by=None
    )  # fmt: skip
    papers.keep_scan(paper=paper, content=read(pictures.sent("bb.jpg", photo())), by=None)


def test_the_minutes_say_what_the_book_knows(book: Cast) -> None:
    unit = ended(book)
    content = as_(book, "administrator").get(f"/to-chuc/{unit.code}/ban-giao/bien-ban").content
    said = words(content)
    for wanted in ("BIÊN BẢN BÀN GIAO", "Quyết định số 12/QĐ-TLĐ", "có 3 đoàn viên, trong đó 2 nữ; 3 người chuyển",
                   "Bên nhận: CĐCS Sở Tư pháp tỉnh Lào Cai", "ĐẠI DIỆN CÔNG ĐOÀN CẤP TRÊN"):  # fmt: skip
        assert wanted in said
    assert "{{" not in said
    upper = words(as_(book, "administrator").get("/to-chuc/muongkhuong-ldld/ban-giao/bien-ban").content)
    assert "CĐCS Trường THCS thị trấn Mường Khương Công đoàn xã Mường Khương" in upper


def test_the_page_tells_what_is_left_and_what_is_late(book: Cast) -> None:
    unit = ended(book)
    page = text(as_(book, "administrator").get(f"/to-chuc/{unit.code}/ban-giao"))
    assert "hạn 25/06/2024 quá hạn" in page
    assert "Đoàn viên đã chuyển đi hoặc thôi không còn ai xong" in page
    assert as_(book, "neighbour").get("/to-chuc/laocai-y-te/ban-giao").status_code == 404
    assert as_(book, "administrator").get("/to-chuc/laocai-bao/ban-giao").status_code == 404


def test_a_member_who_left_with_their_union_is_given_a_certificate(book: Cast) -> None:
    ended(book)
    held = Membership.objects.filter(unit__code="laocai-y-te", ended="union_ended").first()
    assert held is not None
    Person.objects.filter(pk=held.person_id).update(born_on=None, born_year=1985)
    answer = as_(book, "officer").get(f"/to-chuc/xac-nhan/{held.uid}")
    said = words(answer.content)
    assert "sinh năm 1985," in said
    assert "từ ngày 05/01/2024 đến ngày 01/07/2024" in said
    assert "công đoàn kết thúc hoạt động" in said
    assert as_(book, "reader").get(f"/to-chuc/xac-nhan/{held.uid}").status_code == 404


@pytest.mark.parametrize("said", ["25/6", "2024-13-01"])
def test_a_day_of_the_plan_that_is_none_is_refused(book: Cast, said: str) -> None:
    with pytest.raises(reorganising.Refused, match="không phải ngày"):
        plan.read(PLAN.replace("[[step]]", f'due.handover = "{said}"\n[[step]]', 1))

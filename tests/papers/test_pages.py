"""The register, the reports owed and the plans, page by page: what is typed is kept, what is done is shown."""

import io
import uuid
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from congdoan.papers import actions, planning
from congdoan.papers.models import Paper, Plan, PlanLine, ReportAsked, ReportDue
from congdoan.papers.progress import lines_of, standing
from tests.cast import Cast, care
from tests.papers.acts import DAY, OTHER, UNION, UPPER, asked_for, came, line, out, owed, plan
from tests.records.filled import as_
from tests.records.pictures import photo, sent
from tests.records.sheets import sheets


def typed(**more: Any) -> dict[str, Any]:
    said = {"uid": str(uuid.uuid4()), "cd": UPPER, "sort": "plan", "subject": "Tổ chức Tháng Công nhân", "dated_on": "2024-03-05"}  # fmt: skip
    return said | more


def test_a_paper_out_gets_the_number_shown_while_typing(cast: Cast) -> None:
    client, url = as_(cast, "officer"), reverse("paper_new", args=["di"])
    out(cast, sort="plan")
    piece = client.get(reverse("paper_number", args=["di"]), {"sort": "plan", "dated_on": "2024-03-05"})
    assert "02/KH-CĐVC" in piece.content.decode()
    done = client.post(url, typed(scans=[sent("ban-chup.jpg", photo())]))
    page = client.get(done.url).content.decode()
    assert "Kế hoạch số 02/KH-CĐVC" in page
    assert "ban-chup.jpg" in page


def test_what_is_refused_stays_as_typed_and_takes_no_number(cast: Cast) -> None:
    client, url = as_(cast, "officer"), reverse("paper_new", args=["di"])
    out(cast, sort="plan")
    answer = client.post(url, typed(number="1"))
    assert answer.status_code == 422
    assert "Tổ chức Tháng Công nhân" in answer.content.decode()
    broken = client.post(url, typed(scans=[sent("ban-chup.pdf", b"no pdf")]))
    assert broken.status_code == 422
    assert Paper.objects.count() == 1


def test_the_register_is_searched_without_accents_and_no_words_stand_in_the_address(cast: Cast) -> None:
    client = as_(cast, "officer")
    out(cast, "Tổ chức Hội thao", signer="Trần Văn Bình")
    out(cast, "Mừng thọ")
    found = client.post(reverse("papers"), {"q": "hoi thao tran van binh"})
    assert "hoi" not in found.url
    page = client.get(found.url).content.decode()
    assert ("Tổ chức Hội thao" in page, "Mừng thọ" in page) == (True, False)


@pytest.mark.parametrize(("state", "shown"), [("tre", "Đăng ký"), ("huy", "Nhầm"), ("cho", "Đăng ký")])
def test_the_register_is_narrowed_by_how_papers_stand(cast: Cast, state: str, shown: str) -> None:
    came(cast, "Đăng ký", due_on=date(2024, 3, 20))
    actions.withdraw(paper=came(cast, "Nhầm"), by=None, why="Trùng")
    page = as_(cast, "officer").get(reverse("papers"), {"so": "den", "tt": state}).content.decode()
    assert [word for word in ("Đăng ký", "Nhầm") if f">{word}<" in page] == [shown]


def test_the_register_comes_as_excel(cast: Cast) -> None:
    out(cast)
    actions.withdraw(paper=out(cast, "Ghi trùng"), by=None, why="Trùng")
    answer = as_(cast, "officer").get(reverse("papers"), {"cd": UPPER, "dang": "xlsx"})
    (sheet,) = sheets(answer.content)
    assert sheet.column("Số, ký hiệu") == ["02/CĐVC", "01/CĐVC"]
    assert sheet.column("Tình trạng") == ["Đã hủy", ""]


def test_answering_a_paper_begins_from_it(cast: Cast) -> None:
    asked, client = came(cast, due_on=date(2024, 3, 20)), as_(cast, "officer")
    url = f"{reverse('paper_new', args=['di'])}?cd={UPPER}&tra-loi={asked.uid}"
    assert f'value="{asked.uid}" selected' in client.get(url).content.decode()
    client.post(url, typed(answers=str(asked.uid)))
    page = client.get(reverse("paper", args=[asked.uid])).content.decode()
    assert "Đã trả lời bằng" in page
    assert "đã xử lý" in page


def test_a_reader_sees_the_register_and_writes_nothing_in_it(cast: Cast) -> None:
    paper, client = out(cast), as_(cast, "reader")
    assert client.get(reverse("paper", args=[paper.uid])).status_code == 200
    for url in (reverse("paper_new", args=["di"]), reverse("paper_withdraw", args=[paper.uid])):
        assert client.post(url, typed()).status_code == 403


def test_a_report_is_asked_above_and_filed_below(cast: Cast) -> None:
    above, below = as_(cast, "officer"), as_(cast, "chair")
    said = {"uid": str(uuid.uuid4()), "cd": UPPER, "what": "Báo cáo quý I", "period": "quarter", "due_on": "2024-03-25", "unions": [UNION, OTHER]}  # fmt: skip
    made = above.post(reverse("report_ask"), said)
    assert ReportAsked.objects.get().owed.count() == 2
    assert "Báo cáo quý I" in below.get(reverse("reports_asked")).content.decode()
    report = out(cast, "Báo cáo quý I", date(2024, 3, 22), at=UNION, sort="report")
    due = ReportDue.objects.get(unit=cast[UNION])
    below.post(reverse("report_due", args=[due.uid]), {"on": "2024-03-24", "paper": str(report.uid)})
    page = above.get(made.url).content.decode()
    assert "đúng hạn 24/03/2024" in page
    assert "quá hạn" in page


def test_only_who_writes_for_a_union_files_its_report(cast: Cast) -> None:
    due = owed(asked_for(cast), cast)
    assert as_(cast, "other_chair").get(reverse("report_due", args=[due.uid])).status_code == 404
    assert (
        as_(cast, "reader").post(reverse("report_due", args=[due.uid]), {"on": "2024-06-20"}).status_code
        == 403
    )
    assert ReportDue.objects.get(pk=due.pk).filed_on is None


def test_a_plan_is_written_line_by_line_and_ticked_by_records(cast: Cast) -> None:
    client = as_(cast, "officer")
    said = {"uid": str(uuid.uuid4()), "cd": UPPER, "sort": "year", "title": "Kế hoạch năm 2024", "first_on": "2024-01-01", "last_on": "2024-12-31"}  # fmt: skip
    page = client.post(reverse("plan_new"), said).url
    made = Plan.objects.get()
    meant = {"uid": str(uuid.uuid4()), "what": "Hội thao", "who": "Ban Tuyên giáo", "due_on": "2024-06-30"}
    client.post(reverse("plan_line_new", args=[made.uid]), meant)
    assert "quá hạn" in client.get(page).content.decode()
    record = care(cast[UPPER], cast.funds["cdvc-kinh-phi"], DAY)
    url = reverse("plan_line_records", args=[PlanLine.objects.get().uid])
    client.post(url, {"records": [str(record.uid)]})
    assert [one.state for one in standing(lines_of(made), DAY)] == ["done"]
    client.post(url, {"records": []})
    assert [one.state for one in standing(lines_of(made), DAY)] == ["open"]


def test_the_plan_prints_as_a_paper_of_the_union(cast: Cast) -> None:
    made = planning.change_plan(
        plan=plan(cast), by=None, title="Kế hoạch công tác năm 2024", first_on=date(2024, 1, 1), last_on=date(2024, 12, 31),
        grounds="Căn cứ Nghị quyết;\nCăn cứ Chương trình;", aims="Vì đoàn viên.", paper=out(cast, sort="plan"),
    )  # fmt: skip
    line(made, who="Ban Nữ công", indicator="CAR-04", quantity=50)
    answer = as_(cast, "officer").get(reverse("plan_word", args=[made.uid]))
    document = Document(io.BytesIO(answer.content))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert {"KẾ HOẠCH", "Công tác năm 2024", "Căn cứ Nghị quyết;", "Căn cứ Chương trình;"} <= set(texts)
    assert [cell.text for cell in document.tables[1].rows[1].cells] == [
        "1", "Tổ chức Hội thao", "50 suất", "Ban Nữ công", "30/06/2024",
    ]  # fmt: skip
    assert "{{" not in "".join(texts)
    signed = document.tables[-1].cell(0, 0).text
    assert signed.splitlines() == [
        "Nơi nhận:",
        "- LĐLĐ tỉnh Lào Cai;",
        "- Các công đoàn trực thuộc;",
        "- Lưu.",
    ]

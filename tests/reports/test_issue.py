"""Ban hành: number, day and signer are given; the file is made once and handed out ever after."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from lxml import etree

from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.records import actions as records
from congdoan.reform import actions as reform
from congdoan.reports import actions, library, pdf, rendering
from congdoan.reports.models import Report
from tests.cast import Cast, gather
from tests.reports.book import PERIOD, begun, frozen, gifts, issued, template
from tests.reports.papers import body, paper, said

CHANGED = "Người khác vừa thay đổi báo cáo này; hãy mở lại trang rồi làm tiếp."


def another(cast: Cast, at: str = "laocai-cdvc", period: str = PERIOD) -> Report:
    """One more frozen report of the built-in template."""
    return actions.freeze(report=begun(cast, at, period), by=None)


def test_the_issued_file_bears_number_day_and_signer(cast: Cast) -> None:
    gifts(cast)
    report = issued(cast)
    text = said(rendering.docx(report))
    assert (report.number, report.symbol, report.issued_on) == (1, "BC-CĐVC", today())
    assert "Số: 01/BC-CĐVC" in text
    assert f"ngày {report.issued_on:%d}" in text
    assert text.endswith("Trần Văn Bình")
    assert "DỰ THẢO" not in text


def test_a_draft_says_so_and_what_was_left_open_is_left_out_when_issued(cast: Cast) -> None:
    report = frozen(cast)
    assert "DỰ THẢO" in said(rendering.docx(report))
    assert "[Nêu nhận xét]" in said(rendering.docx(report))
    actions.issue(report=report, by=None)
    assert "Nêu nhận xét" not in said(rendering.docx(report))


def test_the_file_is_made_once_and_kept_by_its_digest(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    first = gifts(cast)
    report = issued(cast)
    file = rendering.docx(report)
    assert store.get(report.docx) == file
    records.withdraw(record=first, by=None, why="ghi trùng")
    reform.rename(unit=report.unit, on=date(2024, 1, 1), by=None, name="Tên khác", symbol="KHÁC")
    monkeypatch.setattr(library, "content", lambda name: paper("Mẫu mới."))
    again = Report.objects.get(pk=report.pk)
    assert rendering.docx(again) == file
    assert (again.symbol, again.title) == ("BC-CĐVC", report.title)


def test_nothing_is_written_into_an_issued_report(cast: Cast) -> None:
    report = issued(cast)
    with pytest.raises(Refused, match="đã ban hành nên không sửa được"):
        actions.write(report=report, name="nhan-xet", text="Thêm", by=None)
    with pytest.raises(Refused, match="ban hành rồi"):
        actions.issue(report=report, by=None)


def test_figures_are_fixed_before_a_report_is_issued(cast: Cast) -> None:
    with pytest.raises(Refused, match="chốt số liệu trước"):
        actions.issue(report=begun(cast), by=None)


def test_what_was_written_stands_in_the_file_line_by_line(cast: Cast) -> None:
    report = frozen(cast)
    actions.write(report=report, name="nhan-xet", text=" Một  việc. \n\n Hai việc.\n", by=None)
    assert "Một việc. Hai việc." in said(rendering.docx(report))
    with pytest.raises(Refused, match="không có chỗ viết này"):
        actions.write(report=report, name="chỗ khác", text="x", by=None)


@pytest.mark.parametrize(("days", "why"), [(1, "chưa tới"), (-1, "không thể trước ngày chốt số liệu")])
def test_the_day_lies_between_freezing_and_today(cast: Cast, days: int, why: str) -> None:
    report = frozen(cast)
    with pytest.raises(Refused, match=why):
        actions.issue(report=report, by=None, on=today() + timedelta(days=days))
    assert (report.state, report.number) == ("frozen", None)
    assert rendering.docx(report) == rendering.docx(Report.objects.get(pk=report.pk))


def test_numbers_run_through_a_unions_year_and_are_given_once(cast: Cast) -> None:
    first, second, third = (another(cast, period=period) for period in ("2023-H1", "2023-H2", "2024-H1"))
    assert actions.issue(report=first, by=None).number == 1
    with pytest.raises(Refused, match="đã cấp cho"):
        actions.issue(report=second, by=None, number=1)
    assert second.state == "frozen"
    assert actions.issue(report=second, by=None, number=7).number == 7
    assert actions.issue(report=third, by=None).number == 8
    assert actions.issue(report=another(cast, "laocai-tu-phap"), by=None).number == 1


def test_the_superior_on_the_paper_is_that_of_its_day(cast: Cast) -> None:
    report = another(cast, "laocai-tu-phap")
    assert "Công đoàn Viên chức tỉnh Lào Cai (báo cáo)" in said(rendering.docx(report))
    unit = report.unit
    reform.move(unit=unit, to=cast["muongkhuong-ldld"], on=today(), by=None)
    file = rendering.docx(actions.issue(report=report, by=None))
    assert "LĐLĐ huyện Mường Khương (báo cáo)" in said(file)


def test_no_empty_frame_is_left_where_the_draft_said_so(cast: Cast) -> None:
    report = another(cast)
    draft = rendering.docx(report)
    actions.issue(report=report, by=None)
    framed = [
        'w:pStyle w:val="Draft"' in etree.tostring(body(d)).decode() for d in (draft, rendering.docx(report))
    ]
    assert framed == [True, False]


def test_a_file_damaged_outside_the_book_is_not_handed_out(cast: Cast) -> None:
    report = issued(cast)
    path = store.path(report.docx)
    path.chmod(0o600)
    path.write_bytes(b"khac")
    with pytest.raises(Refused, match="bị thay đổi bên ngoài sổ"):
        rendering.docx(report)
    path.unlink()
    with pytest.raises(Refused, match="không còn trong kho"):
        rendering.docx(report)


def test_the_pdf_of_an_issued_report_is_made_once_from_its_file(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    monkeypatch.setattr(pdf, "to_pdf", lambda docx: asked.append(docx) or b"%PDF " + bytes([len(asked)]))
    report = issued(cast)
    first = rendering.as_pdf(report)
    assert rendering.as_pdf(Report.objects.get(pk=report.pk)) == first
    assert asked == [rendering.docx(report)]


def test_two_first_pdfs_at_once_are_one(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    report = issued(cast)
    same = Report.objects.get(pk=report.pk)
    monkeypatch.setattr(pdf, "to_pdf", lambda docx: b"%PDF one")
    first = rendering.as_pdf(report)
    monkeypatch.setattr(pdf, "to_pdf", lambda docx: b"%PDF two")
    assert rendering.as_pdf(same) == first


def at_once(act: Callable[[Any], object], *given: Any) -> list[Any]:
    """What comes of the same act on each of these, begun at the same moment, each with a connection of its own."""
    together = Barrier(len(given))

    def do(one: Any) -> object:
        try:
            together.wait()
            return act(one)
        except Refused as refused:
            return refused.sentence
        finally:
            connection.close()

    with ThreadPoolExecutor(len(given)) as pool:
        return list(pool.map(do, given))


def number_of(report: Report) -> int | None:
    return actions.issue(report=report, by=None).number


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    """Two people press the button at the same moment."""

    def test_one_issues_the_other_is_told(self) -> None:
        report = another(gather())
        came = at_once(number_of, report, Report.objects.get(pk=report.pk))
        assert sorted(map(str, came)) == ["1", CHANGED]
        assert Report.objects.get(pk=report.pk).number == 1

    def test_two_reports_get_two_numbers(self) -> None:
        cast = gather()
        came = at_once(number_of, another(cast, period="2023-H1"), another(cast, period="2024-H1"))
        assert sorted(came) == [1, 2]

    def test_one_report_is_begun(self) -> None:
        cast = gather()
        own = template(cast)
        came = at_once(lambda period: begun(cast, period=period, template=own).pk, PERIOD, PERIOD)
        assert came == [Report.objects.get().pk] * 2
